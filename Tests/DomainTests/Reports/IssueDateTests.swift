import Domain
import Testing

@Suite struct `Dates of documents` {
    @Test(arguments: [
        ("05/02/2026", "05/02/2026"), ("09/03/2026", "09/3/2026"), ("10/01/2026", "10/01/2026"),
        ("31/12/2026", "31/12/2026"),
    ])
    func `take zeros for days below ten and the first two months`(
        written: String, official: String
    ) throws {
        #expect(try #require(Day(vietnamese: written)).official == official)
    }

    @Test func `are written in words with the same zeros`() throws {
        let day = try #require(Day(iso: "2026-02-05"))
        #expect(IssueDate(day).inWords == "ngày 05 tháng 02 năm 2026")
        let march = try #require(Day(iso: "2026-03-10"))
        #expect(IssueDate(march).inWords == "ngày 10 tháng 3 năm 2026")
    }

    @Test func `keep room for what is blank`() {
        let room = String(repeating: "\u{A0}", count: 4)
        #expect(IssueDate(year: 2026, month: 12).inWords == "ngày \(room) tháng 12 năm 2026")
        #expect(IssueDate(year: 2026).inWords == "ngày \(room) tháng \(room) năm 2026")
    }
}
