import Documents
import Domain
import Foundation
import Testing

@Suite struct `A calendar for phones` {
    private let now = Instant(milliseconds: 1_795_226_400_000)

    private func text(_ title: String, isOpen: Bool = true, detail: String = "Chi tiết") -> String {
        ICalendar(
            name: "Việc, của tôi",
            events: [
                ICalendar.Event(
                    id: "0199", day: Day(number: 20_787), title: title, detail: detail,
                    address: "https://a.example/work/0199", sequence: 3, isOpen: isOpen)
            ]
        ).text(at: now)
    }

    @Test func `names the day as a whole day`() {
        let lines = text("Kiểm tra chợ").components(separatedBy: "\r\n")
        #expect(lines.first == "BEGIN:VCALENDAR")
        #expect(lines.last == "")
        for line in [
            "UID:0199@canhlua", "DTSTAMP:20261121T020000Z", "DTSTART;VALUE=DATE:20261130",
            "DTEND;VALUE=DATE:20261201", "SEQUENCE:3", "SUMMARY:Kiểm tra chợ",
            "X-WR-CALNAME:Việc\\, của tôi", "TRIGGER:-P6DT17H", "TRIGGER:-P2DT17H",
            "TRIGGER:-PT17H", "END:VCALENDAR",
        ] { #expect(lines.contains(line), "\(line)") }
    }

    @Test func `has no line of more than 75 octets and cuts no letter`() {
        let title = String(repeating: "Rà soát ngõ sâu trên 200 m, đường hẹp; ", count: 6)
        let text = text(title)
        for line in text.components(separatedBy: "\r\n") { #expect(line.utf8.count <= 75) }
        let unfolded = text.replacingOccurrences(of: "\r\n ", with: "")
        #expect(
            unfolded.contains(
                "SUMMARY:"
                    + title.replacingOccurrences(of: ",", with: "\\,")
                    .replacingOccurrences(of: ";", with: "\\;")))
    }

    @Test func `folds only beyond the seventy-fifth octet`() {
        let exact = String(repeating: "a", count: 75 - "SUMMARY:".count)
        #expect(text(exact).contains("SUMMARY:\(exact)\r\nDESCRIPTION"))
        #expect(text(exact + "b").contains("SUMMARY:\(exact)\r\n b\r\n"))
    }

    @Test func `escapes what has a meaning of its own`() {
        #expect(text(#"a\b;c,d"#).contains(#"SUMMARY:a\\b\;c\,d"#))
        #expect(text("a", detail: "một\nhai\r\nba").contains("DESCRIPTION:một\\nhai\\nba"))
    }

    @Test func `does not ring for what is done`() {
        #expect(!text("Xong", isOpen: false).contains("VALARM"))
    }
}
