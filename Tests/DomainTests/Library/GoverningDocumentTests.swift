import Domain
import Testing

@Suite struct `A governing document` {
    private func document(
        from start: String? = nil, until end: String? = nil, issued: String? = "2026-01-31"
    ) -> GoverningDocument {
        GoverningDocument(
            kind: .decree, number: "1/2026/NĐ-CP", title: "Nghị định", issuer: "Chính phủ",
            level: .central, issued: issued.flatMap { Day(iso: $0) },
            inForceFrom: start.flatMap { Day(iso: $0) },
            repealedFrom: end.flatMap { Day(iso: $0) })
    }

    @Test func `holds from its first day to the day before its end`() throws {
        let decree = document(from: "2026-03-01", until: "2026-06-01")
        let force = { (day: String) in
            Day(iso: day).map { decree.force(on: $0, isReplaced: false) }
        }
        #expect(force("2026-02-28") == .notYet)
        #expect(force("2026-03-01") == .inForce)
        #expect(force("2026-05-31") == .inForce)
        #expect(force("2026-06-01") == .repealed)
    }

    @Test func `no longer holds once replaced`() throws {
        let today = try #require(Day(iso: "2026-11-21"))
        #expect(document().force(on: today, isReplaced: true) == .repealed)
        #expect(document(issued: nil).force(on: today, isReplaced: false) == .unknown)
    }

    @Test func `is not said to hold when it is known by citation only`() throws {
        let today = try #require(Day(iso: "2026-11-21"))
        var cited = document()
        cited.source = GoverningDocument.citation
        #expect(cited.force(on: today, isReplaced: false) == .unknown)
        cited.repealedFrom = today
        #expect(cited.force(on: today, isReplaced: false) == .repealed)
    }

    @Test func `is another one in another year, and of another issuer`() {
        func plan(_ issued: String?, _ issuer: String?) -> GoverningDocument {
            GoverningDocument(
                kind: .plan, number: "45/KH-UBND", title: "Kế hoạch", issuer: issuer,
                level: .init(issuer: issuer, number: "45/KH-UBND"),
                issued: issued.flatMap { Day(iso: $0) })
        }
        let own = plan("2026-07-01", "UBND phường Thử")
        #expect(own.maySame(as: plan("2026-07-01", "UBND phường Thử")))
        #expect(own.maySame(as: plan(nil, "UBND phường Thử")))
        #expect(own.maySame(as: plan("2026-07-02", nil)))
        #expect(!own.maySame(as: plan("2027-01-02", "UBND phường Thử")))
        #expect(!own.maySame(as: plan("2026-07-01", "UBND thành phố Thử")))
    }

    @Test(arguments: [
        ("Luật PCCC và CNCH", "55/2024/QH15"), ("Luật PCCC và CNCH năm 2024", "55/2024/QH15"),
        ("Luật Phòng cháy, chữa cháy và cứu nạn, cứu hộ", "55/2024/QH15"),
        ("Luật PCCC và CNCH năm 2020", nil), ("Luật Phòng cháy và chữa cháy", nil),
    ])
    func `is the law that its name means, as long as that holds`(name: String, number: String?) {
        #expect(DocumentLibrary.known.law(named: name)?.number == number)
    }

    @Test func `names every refused field at once`() {
        var wrong = document(from: "2025-12-31")
        wrong.title = ""
        wrong.number = nil
        let problem = #expect(throws: Problem.self) { try wrong.check() }
        #expect(problem?.refusals.keys.sorted() == ["in_force_from", "number", "title"])
    }

    @Test(arguments: [
        ("Ban Bí thư", "02-CT/TW", GoverningDocument.Level.central),
        ("UBND Thành phố", "200/KH-UBND", .province),
        ("Thành ủy", "13-CTr/TU", .province),
        ("UBND phường Thử", "45/KH-UBND", .ward),
        ("Đảng ủy xã Thử", "90-KH/ĐU", .ward),
        ("Chính phủ", "75/NQ-CP", .central),
    ])
    func `stands where its issuer stands`(
        issuer: String, number: String, level: GoverningDocument.Level
    ) {
        #expect(GoverningDocument.Level(issuer: issuer, number: number) == level)
    }
}
