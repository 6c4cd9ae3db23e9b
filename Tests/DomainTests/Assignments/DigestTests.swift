import Domain
import Testing

@Suite struct `The morning digest` {
    // A Saturday.
    private let today = Day(number: 20_778)

    private func officer(_ role: Role, _ unit: String?) -> Officer {
        Officer(id: "x", ward: "w", login: "l", name: "Lan", role: role, unit: unit, origin: "t")
    }

    private func item(_ left: Int, unit: String = "u1") -> DigestItem {
        DigestItem(
            .work, work: "o1", title: "Kiểm tra chợ", due: today.adding(days: left), unit: unit,
            unitName: "Công an")
    }

    private func reminds(_ role: Role, _ unit: String?, _ item: DigestItem) -> Bool {
        Digest(for: officer(role, unit), [item], waiting: DigestWaiting(), on: today, address: "")
            != nil
    }

    @Test(arguments: -15...9)
    func `reminds the lead unit 7, 3, 1 days before, on the day, and when late`(left: Int) {
        let expected = [7, 3, 1, 0, -1, -7, -14].contains(left)
        #expect(reminds(.division, "u1", item(left)) == expected)
    }

    @Test(arguments: -15...9)
    func `tells the standing bodies of others only when late`(left: Int) {
        #expect(reminds(.office, "u2", item(left)) == [-1, -7, -14].contains(left))
        #expect(reminds(.division, "u2", item(left)) == false)
    }

    @Test(arguments: -15...9)
    func `tells the chairman after a week`(left: Int) {
        #expect(reminds(.chairman, "u3", item(left)) == [-7, -14].contains(left))
    }

    @Test func `asks for an explanation every morning`() {
        let asked = DigestItem(
            .explanation, work: "o1", title: "Chợ", due: today.adding(days: 5), unit: "u1",
            unitName: nil)
        #expect(reminds(.division, "u1", asked))
        #expect(!reminds(.office, "u2", asked))
    }

    @Test(arguments: -15...9)
    func `reminds of reports as of work, the drafters of the ward's own`(left: Int) {
        func report(_ unit: String?) -> DigestItem {
            DigestItem(
                .report, work: "p1", title: "Báo cáo năm 2026", due: today.adding(days: left),
                unit: unit, unitName: nil)
        }
        let ladder = [7, 3, 1, 0, -1, -7, -14].contains(left)
        #expect(reminds(.groupHead, "u1", report("u1")) == ladder)
        #expect(!reminds(.groupHead, "u2", report("u1")))
        #expect(reminds(.office, "u2", report(nil)) == ladder)
        #expect(!reminds(.groupHead, "u1", report(nil)))
        #expect(reminds(.chairman, "u3", report("u1")) == [-7, -14].contains(left))
    }

    @Test func `gives the address of a report`() throws {
        let item = DigestItem(
            .report, work: "p1", title: "Báo cáo năm 2026", due: today.adding(days: -1), unit: nil,
            unitName: nil)
        let digest = try #require(
            Digest(
                for: officer(.office, "u2"), [item], waiting: DigestWaiting(), on: today,
                address: "https://a.vn"))
        #expect(digest.subject == "21/11/2026: 1 việc quá hạn")
        #expect(digest.body.contains("https://a.vn/reports/p1"))
    }

    @Test func `says what waits, by itself on Mondays only`() throws {
        let waiting = DigestWaiting(toAccept: 2, obstacles: 1)
        let monday = today.adding(days: 2)
        #expect(
            Digest(for: officer(.office, "u2"), [], waiting: waiting, on: today, address: "") == nil
        )
        let digest = try #require(
            Digest(for: officer(.office, "u2"), [], waiting: waiting, on: monday, address: ""))
        #expect(digest.subject == "23/11/2026: 2 việc chờ xác nhận, 1 vướng mắc chờ trả lời")
    }

    @Test func `tells of returned work every morning`() throws {
        var waiting = DigestWaiting()
        waiting.returned = 1
        waiting.proposalsDecided = 2
        let digest = try #require(
            Digest(for: officer(.division, "u1"), [], waiting: waiting, on: today, address: ""))
        #expect(digest.subject == "21/11/2026: 1 việc bị trả lại, 2 đề xuất đã có quyết định")
    }

    @Test func `says when and where, the late first`() throws {
        let digest = try #require(
            Digest(
                for: officer(.division, "u1"), [item(3), item(-1)], waiting: DigestWaiting(),
                on: today, address: "https://a.vn"))
        #expect(digest.subject == "21/11/2026: 1 việc quá hạn, 1 việc sắp đến hạn")
        #expect(digest.body.contains("- Kiểm tra chợ [Công an]: 20/11/2026, quá hạn 1 ngày"))
        #expect(digest.body.contains("24/11/2026, còn 3 ngày\n  https://a.vn/work/o1"))
    }

    @Test func `tells the own late work from that of others`() throws {
        let digest = try #require(
            Digest(
                for: officer(.police, "u2"), [item(-1), item(-7)], waiting: DigestWaiting(),
                on: today, address: ""))
        #expect(digest.subject == "21/11/2026: 2 việc quá hạn của các đơn vị")
    }
}
