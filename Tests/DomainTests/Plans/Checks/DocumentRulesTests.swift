import Domain
import Foundation
import Testing

@Suite struct `Cited documents` {
    private func plan(
        _ number: String, _ date: String?, issued: String? = "2026-03-09", text: String = ""
    ) -> PlanReading {
        SamplePlan.reading(SamplePlan.task(text), date: issued) {
            $0.references = [SamplePlan.cited(number, date, line: 10)]
        }
    }

    @Test func `are reported more lightly when the plan could not know of the repeal`() {
        #expect(
            SamplePlan.found("KH-10", [plan("27/2001/QH10", nil)]).map(\.severity) == [.warning])
        let older = plan("27/2001/QH10", nil, issued: "2025-06-30")
        #expect(SamplePlan.found("KH-10", [older]).map(\.severity) == [.hint])
        let onTheDay = plan("27/2001/QH10", nil, issued: "2025-07-01")
        #expect(SamplePlan.found("KH-10", [onTheDay]).map(\.severity) == [.warning])
    }

    @Test func `may be named for their time`() {
        let text = "Xử lý nhà xây trước khi Luật số 27/2001/QH10 có hiệu lực."
        #expect(SamplePlan.found("KH-10", [plan("27/2001/QH10", nil, text: text)]).isEmpty)
    }

    @Test func `say when the library itself was not verified`() {
        let found = SamplePlan.found("KH-10", [plan("136/2020/NĐ-CP", nil)])
        #expect(found.first?.message.contains("chưa có người kiểm chứng") == true)
    }

    @Test func `are missing only from a library that calls itself complete`() {
        #expect(SamplePlan.found("KH-11", [plan("18/KH-UBND", nil)]).isEmpty)
        let empty = DocumentLibrary(isComplete: true, documents: [])
        #expect(SamplePlan.found("KH-11", [plan("18/KH-UBND", nil)], library: empty).count == 1)
    }

    @Test(arguments: [
        ("21/2025/QH", true), ("21/2025/QH15", false), ("75/KH- UBND", true), ("12", true),
        ("02-CT/TW", false), ("131/KH-UBND", false), ("57/2026/QĐ-UBND", false), ("15/", true),
    ])
    func `have numbers of a certain form`(number: String, isFaulty: Bool) {
        #expect(SamplePlan.found("KH-13", [plan(number, nil)]).isEmpty != isFaulty)
    }

    @Test func `bear the year of their date`() {
        #expect(SamplePlan.found("KH-13", [plan("46/2002/QĐ-UBND", "2022-09-12")]).count == 1)
        #expect(SamplePlan.found("KH-13", [plan("46/2022/QĐ-UBND", "2022-09-12")]).isEmpty)
    }

    @Test func `have one date within a plan, also across years`() {
        var reference = SamplePlan.cited("32/KH-UBND", "2026-01-15")
        reference.citations = [
            .init(date: "2026-01-15", line: 11), .init(date: "2025-01-15", line: 30),
        ]
        let slip = SamplePlan.reading { $0.references = [reference] }
        #expect(SamplePlan.found("KH-09", [slip]).first?.related.map(\.line) == [30])
        reference.citations?[1].date = "2025-08-20"
        let other = SamplePlan.reading { $0.references = [reference] }
        #expect(SamplePlan.found("KH-09", [other]).isEmpty, "two years, two documents")
    }

    @Test func `of a library file need only a number`() throws {
        let json = Data(
            #"{"complete": true, "documents": [{"number": "18/kh-ubnd", "replaced_by": "x"}]}"#.utf8
        )
        let library = try JSONDecoder().decode(DocumentLibrary.self, from: json)
        #expect(library.isComplete)
        #expect(library.entry("18/KH-UBND")?.replacedBy == "x")
        #expect(library.entry("18/KH-UBND")?.verified == false)
    }
}
