import Domain
import Storage
import Testing
import TestSupport

@Suite struct `The library of documents` {
    private static func directive(_ number: String = "02-CT/TW") -> GoverningDocument {
        GoverningDocument(
            kind: .directive, number: number, title: "Chỉ thị số \(number)", issuer: "Ban Bí thư",
            level: .central, issued: Day(iso: "2026-01-31"), source: "bản gốc")
    }

    private static let plan = GoverningDocument(
        kind: .plan, number: "45/KH-UBND", title: "Bảo đảm an toàn", issuer: "UBND phường Thử",
        level: .ward, issued: Day(iso: "2026-06-01"))

    @Test(arguments: TestEngine.available)
    func `finds a document without diacritics and within the ward only`(
        engine: TestEngine
    ) async throws {
        let database = try await engine.open()
        let ward = try await TestWard.make(in: database)
        let office = ward.officer(.office)
        try await database.write { tx in try tx.addDocument(Self.directive(), by: office) }
        let stranger = Officer(
            id: office.id, ward: "00002", login: "x", name: "x", role: .office, unit: nil,
            origin: "test")
        let count = { (search: String, level: GoverningDocument.Level?, officer: Officer) in
            try await database.read { tx in
                try tx.documents(matching: search, level: level, for: officer).count
            }
        }
        #expect(try await count("chi thi 02", nil, office) == 1)
        #expect(try await count("100%", nil, office) == 0)
        #expect(try await count("", .ward, office) == 0)
        #expect(try await count("", nil, stranger) == 0)
    }

    @Test(arguments: TestEngine.available)
    func `refuses a second document of a number, however it is spaced`(
        engine: TestEngine
    ) async throws {
        let database = try await engine.open()
        let ward = try await TestWard.make(in: database)
        let office = ward.officer(.office)
        try await database.write { tx in try tx.addDocument(Self.directive(), by: office) }
        let problem = await #expect(throws: Problem.self) {
            try await database.write { tx in
                try tx.addDocument(Self.directive("02- ct/tw"), by: office)
            }
        }
        #expect(problem?.kind == .conflict)
        #expect(problem?.message.hasPrefix("Thư viện đã có") == true)
    }

    @Test(arguments: TestEngine.available)
    func `walks the chain in both directions and refuses a circle`(
        engine: TestEngine
    ) async throws {
        let database = try await engine.open()
        let ward = try await TestWard.make(in: database)
        let office = ward.officer(.office)
        let (top, middle, bottom) = try await database.write { tx in
            let top = try tx.addDocument(Self.directive(), by: office)
            let middle = try tx.addDocument(
                GoverningDocument(
                    kind: .plan, number: "200/KH-UBND", title: "Của thành phố",
                    issuer: "UBND Thành phố", level: .province, issued: Day(iso: "2026-05-23")),
                by: office)
            let bottom = try tx.addDocument(Self.plan, by: office)
            try tx.linkDocuments(lower: middle, upper: top, as: .implements, by: office)
            try tx.linkDocuments(lower: bottom, upper: middle, as: .implements, by: office)
            return (top, middle, bottom)
        }
        try await database.read { tx in
            let above = try tx.documentsAbove(bottom, for: office)
            #expect(above.map(\.document.id) == [middle, top])
            #expect(above.map(\.distance) == [1, 2])
            #expect(try tx.documentsBelow(top, for: office).map(\.document.id) == [middle, bottom])
        }
        let problem = await #expect(throws: Problem.self) {
            try await database.write { tx in
                try tx.linkDocuments(lower: top, upper: bottom, as: .implements, by: office)
            }
        }
        #expect(problem?.kind == .conflict)
    }

    @Test(arguments: TestEngine.available)
    func `takes a plan and what it cites, once`(engine: TestEngine) async throws {
        let database = try await engine.open()
        let ward = try await TestWard.make(in: database)
        let office = ward.officer(.office)
        let cited = DocumentReference(
            kind: .directive, number: "02-CT/TW", name: nil, date: "2026-01-31",
            issuer: "Ban Bí thư", line: 9)
        let law = DocumentReference(
            kind: .law, number: nil, name: "Luật PCCC và CNCH năm 2024", date: nil, issuer: nil,
            line: 12)
        try await database.write { tx in
            let plan = try tx.addSamplePlan(ward: office.ward, by: office)
            for _ in 0..<2 {
                try tx.catalogue(
                    plan: plan, content: Self.plan, citing: [cited, law], by: office)
            }
        }
        try await database.read { tx in
            let all = try tx.documents(matching: "", level: nil, for: office)
            #expect(all.count == 3)
            let own = try #require(all.first { $0.plan != nil })
            let above = try tx.documentsAbove(own.id, for: office)
            #expect(above.count == 2)
        }
    }

    @Test(arguments: TestEngine.available)
    func `tells plans of two years and two issuers apart`(engine: TestEngine) async throws {
        let database = try await engine.open()
        let ward = try await TestWard.make(in: database)
        let office = ward.officer(.office)
        let next = GoverningDocument(
            kind: .plan, number: "45/KH-UBND", title: "Năm sau", issuer: "UBND phường Thử",
            level: .ward, issued: Day(iso: "2027-01-02"))
        try await database.write { tx in
            let first = try tx.addSamplePlan(ward: office.ward, by: office)
            let second = try tx.addSamplePlan(ward: office.ward, by: office)
            try tx.catalogue(plan: first, content: Self.plan, citing: [], by: office)
            try tx.catalogue(plan: second, content: next, citing: [], by: office)
            let all = try tx.documents(matching: "", level: nil, for: office)
            #expect(Set(all.compactMap(\.plan)) == [first, second])
            #expect(all.first { $0.plan == first }?.content.title == "Bảo đảm an toàn")
            try tx.addDocument(
                GoverningDocument(
                    kind: .plan, number: "45/KH-UBND", title: "Của thành phố",
                    issuer: "UBND thành phố Thử", level: .province, issued: Day(iso: "2026-06-09")),
                by: office)
        }
        let unclear = await #expect(throws: Problem.self) {
            try await database.write { tx in
                try tx.addDocument(
                    GoverningDocument(
                        kind: .plan, number: "45/KH-UBND", title: "Không ngày", issuer: nil,
                        level: .province, issued: nil), by: office)
            }
        }
        #expect(unclear?.kind == .conflict)
    }

    @Test(arguments: TestEngine.available)
    func `gives a law that is only named its number`(engine: TestEngine) async throws {
        let database = try await engine.open()
        let ward = try await TestWard.make(in: database)
        let office = ward.officer(.office)
        let named = DocumentReference(
            kind: .law, number: nil, name: "Luật PCCC và CNCH", date: nil, issuer: nil, line: 1)
        let numbered = DocumentReference(
            kind: .law, number: "55/2024/QH15", name: nil, date: nil, issuer: nil, line: 2)
        try await database.write { tx in
            let plan = try tx.addSamplePlan(ward: office.ward, by: office)
            try tx.catalogue(plan: plan, content: Self.plan, citing: [named, numbered], by: office)
            let laws = try tx.documents(matching: "", level: .central, for: office)
            #expect(laws.map(\.content.number) == ["55/2024/QH15"])
            #expect(laws.first?.force(on: tx.today) == .inForce)
        }
    }

    @Test(arguments: TestEngine.available)
    func `lets go what came in by mistake, and nothing that is used`(
        engine: TestEngine
    ) async throws {
        let database = try await engine.open()
        let ward = try await TestWard.make(in: database)
        let office = ward.officer(.office)
        let (wrong, used) = try await database.write { tx in
            let wrong = try tx.addDocument(Self.directive("03-CT/TW"), by: office)
            let used = try tx.addDocument(Self.plan, by: office)
            try tx.linkDocuments(lower: used, upper: wrong, as: .implements, by: office)
            try tx.addDissemination(
                of: used, unit: ward.groups[0], on: tx.today, form: "Họp tổ", audience: "",
                headcount: nil, by: office)
            return (wrong, used)
        }
        try await database.write { try $0.removeDocument(wrong, by: office) }
        #expect(try await database.read { try $0.documentsAbove(used, for: office).isEmpty })
        let problem = await #expect(throws: Problem.self) {
            try await database.write { try $0.removeDocument(used, by: office) }
        }
        #expect(problem?.kind == .conflict)
        let verb: String? = try await database.read {
            try $0.value("SELECT verb AS value FROM journal ORDER BY sequence DESC LIMIT 1")
        }
        #expect(verb == "document.remove")
    }

    @Test(arguments: TestEngine.available)
    func `refuses a change of what somebody else has changed`(engine: TestEngine) async throws {
        let database = try await engine.open()
        let ward = try await TestWard.make(in: database)
        let office = ward.officer(.office)
        let id = try await database.write { tx in try tx.addDocument(Self.plan, by: office) }
        var changed = Self.plan
        changed.isVerified = true
        let once = changed
        try await database.write { tx in
            try tx.changeDocument(id, to: once, replacedBy: nil, version: 1, by: office)
        }
        let problem = await #expect(throws: Problem.self) {
            try await database.write { tx in
                try tx.changeDocument(id, to: once, replacedBy: nil, version: 1, by: office)
            }
        }
        #expect(problem?.kind == .conflict)
    }

    @Test(arguments: TestEngine.available)
    func `records what units did, each for itself`(engine: TestEngine) async throws {
        let database = try await engine.open()
        let ward = try await TestWard.make(in: database)
        let office = ward.officer(.office)
        let head = ward.officer(.groupHead)
        let id = try await database.write { tx in try tx.addDocument(Self.plan, by: office) }
        try await database.write { tx in
            try tx.addDissemination(
                of: id, unit: ward.groups[0], on: tx.today, form: "Họp tổ", audience: "Nhân dân",
                headcount: 42, by: head)
            try tx.addUnitPlan(
                under: id, unit: ward.division, number: "03/KH-KT", issued: tx.today, by: office)
        }
        let other = await #expect(throws: Problem.self) {
            try await database.write { tx in
                try tx.addDissemination(
                    of: id, unit: ward.groups[1], on: tx.today, form: "Họp tổ", audience: "",
                    headcount: nil, by: head)
            }
        }
        #expect(other?.kind == .forbidden)
        let tomorrow = await #expect(throws: Problem.self) {
            try await database.write { tx in
                try tx.addDissemination(
                    of: id, unit: ward.groups[0], on: tx.today.adding(days: 1), form: "Họp tổ",
                    audience: "", headcount: nil, by: head)
            }
        }
        #expect(tomorrow?.kind == .invalid)
        try await database.read { tx in
            let all = try tx.followUps(of: id, for: office)
            #expect(all.count == 5)
            #expect(all.first { $0.unit == ward.groups[0] }?.headcount == 42)
            #expect(all.first { $0.unit == ward.division }?.planNumber == "03/KH-KT")
            #expect(try tx.followUps(of: id, for: head).map(\.unit) == [ward.groups[0]])
        }
    }
}

extension Transaction {
    /// A plan with nothing in it, to hang a document on.
    fileprivate func addSamplePlan(ward: String, by officer: Officer) throws -> String {
        let id = makeIdentifier()
        try run(
            """
            INSERT INTO plans (ward, id, kind, title, search, status, current_version,
                created_at, created_by)
            VALUES (\(ward), \(id), 'plan', 'Thử', 'thu', 'draft', 1, \(now), \(officer.id))
            """)
        return id
    }
}
