import Domain
import Testing

@Suite struct `The quoted sentence` {
    private let filler = String(repeating: "lời dẫn dài dòng ", count: 40)

    private func sentence(_ text: String) -> String {
        let task = SamplePlan.task(text, targets: [SamplePlan.percent("tối thiểu 40%", 40)])
        return SamplePlan.found("KH-07", [SamplePlan.reading(task)]).first?.sentence ?? ""
    }

    @Test func `is whole when it is short`() {
        #expect(sentence("Lắp trụ ở tối thiểu 40% hẻm.") == "Lắp trụ ở tối thiểu 40% hẻm.")
    }

    @Test func `keeps the words that matter when it is long`() {
        let quote = sentence("Lắp trụ, \(filler) ở tối thiểu 40% hẻm, \(filler).")
        #expect(quote.contains("tối thiểu 40% hẻm"))
        #expect(quote.hasPrefix("… ") && quote.hasSuffix(" …"))
        #expect(quote.count < 260)
    }

    @Test func `gets the page of its line`() {
        let found = SamplePlan.found(
            "KH-07",
            [
                SamplePlan.reading(
                    SamplePlan.task("40%", targets: [SamplePlan.percent("40%", 40)]))
            ])
        let source = SourceText(
            origin: .pdf, lines: [SourceLine(number: 10, page: 3, text: "40%")])
        #expect(found.first?.placed(on: source).page == 3)
    }
}
