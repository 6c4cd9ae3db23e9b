import Domain
import Testing

@Suite struct `What a warning says` {
    private func text(
        headline: String = "Cháy lớn tại chợ Thử", hours: Int? = 3,
        area: WarningText.Area? = .ward, instruction: String = "Đóng cửa, tránh đường vào chợ."
    ) -> WarningText {
        WarningText(
            kind: .fire, urgency: .immediate, severity: .severe, certainty: .observed,
            response: .avoid, isExercise: false, headline: headline, words: "Khói độc lan xa.",
            instruction: instruction, contact: "", hours: hours, area: area)
    }

    private func refusals(_ text: WarningText) -> [String] {
        do throws(Problem) {
            try text.check()
            return []
        } catch {
            return error.refusals.keys.sorted()
        }
    }

    @Test func `needs its words, an area and an end`() {
        #expect(refusals(text()) == [])
        #expect(
            refusals(text(headline: "", hours: nil, area: nil, instruction: ""))
                == ["area", "headline", "hours", "instruction"])
    }

    @Test func `is bounded`() {
        let headline = { String(repeating: "a", count: $0) }
        #expect(refusals(text(headline: headline(160), hours: 168)) == [])
        #expect(refusals(text(headline: headline(161), hours: 169)) == ["headline", "hours"])
        #expect(refusals(text(hours: 0)) == ["hours"])
        let point = Coordinate(latitude: 20.86, longitude: 106.68)
        #expect(refusals(text(area: .circle(point, metres: 50))) == [])
        #expect(refusals(text(area: .circle(point, metres: 49))) == ["metres"])
        let abroad = Coordinate(latitude: 48, longitude: 2)
        #expect(refusals(text(area: .circle(abroad, metres: 20_001))) == ["latitude", "metres"])
    }

    @Test func `gives its times with an offset`() {
        #expect(Instant(milliseconds: 0).withOffset == "1970-01-01T07:00:00+07:00")
        let late = Instant(milliseconds: 1_764_521_999_999)
        #expect(late.withOffset == "2025-11-30T23:59:59+07:00")
    }

    @Test func `holds no character that XML forbids`() {
        #expect(XMLText.escaped("a<b>&\"\u{0}\u{8}\u{FFFE}\n") == "a&lt;b&gt;&amp;&quot;\n")
    }
}
