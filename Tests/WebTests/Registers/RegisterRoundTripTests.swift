import Domain
import HTTPTypes
import Storage
import TestSupport
import Testing
import Web

/// What a form keeps goes out as a sheet, and comes in again as it was: promised of every register.
@Suite struct `Every register, there and back` {
    @Test(arguments: TestEngine.available)
    func `keeps each value from form to sheet to record`(engine: TestEngine) async throws {
        let site = try await TestSite.open(engine)
        try await site.visit { browser async throws in
            var known: [String: String] = [:]
            var role: Role?
            for register in Self.ownersFirst {
                let keeper = try #require(Self.keeper(of: register), "\(register.name)")
                if role != keeper { try await browser.signIn(keeper.rawValue) }
                role = keeper
                let texts = try Self.texts(of: register, site.ward, known)
                known[register.name] = try await Self.roundTrip(
                    register, texts, site.ward.officer(keeper), site, browser)
            }
            #expect(known.count == Registers.all.count)
        }
    }

    /// - Returns: the identifier of the record that came from the sheet.
    private static func roundTrip(
        _ register: RegisterDescription, _ texts: [String: String], _ officer: Officer,
        _ site: TestSite, _ browser: Browser
    ) async throws -> String {
        let base = "/registers/\(register.name)"
        let kept = try await browser.post(base, texts.map { ($0.key, $0.value) })
        try #require(kept.status == .seeOther, "\(register.name): \(kept.text.refusals)")
        let first = try #require(kept.location.split(separator: "/").last?.prefix { $0 != "?" })
        let before = try await site.database.read { tx in
            try tx.record(String(first), of: register, for: officer)
        }
        for field in register.entered {
            #expect(before.cells[field.key]?.isEmpty == false, "\(register.name).\(field.key)")
        }
        let sheet = try await browser.get("\(base)/export/xlsx").bytes
        let again = try await take(sheet, register, browser)
        #expect(again.contains("Đọc thử 1 dòng.") && !again.contains("name=\"added\""))

        // Not by its page, since records of some registers may not be taken out.
        try await site.database.write { tx in
            try tx.run(SQL(stringLiteral: "UPDATE \(register.name) SET ended_at = 1"))
        }
        let trial = try await browser.upload("\(base)/imports", sheet, name: "a.xlsx").location
        let page = try await browser.get(trial).text
        try #require(page.contains("Nhập 1 mục"), "\(register.name): \(page.refusals)")
        let taken = try await browser.post("\(trial)/rows", [("added", "1"), ("changed", "0")])
        #expect(taken.status == .seeOther)
        let found = try await site.database.read { tx in
            try tx.records(of: register, RecordFilter(), for: officer).records
        }
        let after = try #require(found.first, "\(register.name)")
        #expect(found.count == 1)
        for field in register.fields {
            let (old, new) = (before.cells[field.key], after.cells[field.key])
            #expect(old == new, "\(register.name).\(field.key)")
        }
        let traces = try await site.database.read { tx in
            try [String(first), after.id].map { try Self.traces(of: $0, in: register, tx) }
        }
        #expect(traces[0] == traces[1], "\(register.name)")
        return after.id
    }

    /// What is kept beside a record: a sheet's rows are taken in by statements of their own.
    private static func traces(
        of id: String, in register: RegisterDescription, _ tx: Transaction
    ) throws -> [String] {
        let own: SQL = "register = \(register.name) AND record = \(id)"
        let search: String? = try tx.value(
            "SELECT search AS value FROM \(SQL(stringLiteral: register.name)) WHERE id = \(id)")
        let keys = try tx.rows("SELECT key FROM record_keys WHERE \(own) ORDER BY key").map {
            "\($0["key"] as Int64)"
        }
        let clocks = try tx.rows("SELECT field FROM record_clocks WHERE \(own) ORDER BY field").map
        {
            $0["field"] as String
        }
        let scores = try tx.rows(
            """
            SELECT unit, changes_on, correct, complete, clean, fresh FROM record_scores WHERE \(own)
            """
        ).map { row in
            "\(row["unit"] as String) \((row["changes_on"] as Day?)?.iso ?? "")"
                + ["correct", "complete", "clean", "fresh"].map { " \(row[$0] as Int)" }.joined()
        }
        let journal = try tx.journal(
            of: "\(register.name)/\(id)", ward: TestWard.code, limit: 9)
        #expect(!scores.isEmpty && !journal.isEmpty)
        return [search ?? "", "\(keys)", "\(clocks)", "\(scores)"]
            + journal.map { "\($0.verb) \($0.changeList)" }
    }

    private static func take(
        _ sheet: [UInt8], _ register: RegisterDescription, _ browser: Browser
    ) async throws -> String {
        let path = try await browser.upload(
            "/registers/\(register.name)/imports", sheet, name: "a.xlsx"
        ).location
        return try await browser.get(path).text
    }

    /// Somebody who keeps the register and sees all of its fields, and all records that it names.
    private static func keeper(of register: RegisterDescription) -> Role? {
        [Role.administrator, .police, .office, .chairman].first { role in
            register.access.writers.contains(role)
                && register.fields.allSatisfy { $0.isSeen(by: role) }
        }
    }

    /// Registers after those whose records they name.
    private static var ownersFirst: [RegisterDescription] {
        var ordered: [RegisterDescription] = []
        var waiting = Registers.all
        while !waiting.isEmpty {
            let known = Set(ordered.map(\.name))
            let ready = waiting.filter { register in
                register.fields.allSatisfy { field in
                    guard case .record(let target) = field.control else { return true }
                    return known.contains(target)
                }
            }
            guard !ready.isEmpty else { return [] }
            ordered += ready
            waiting.removeAll { register in ready.contains { $0.name == register.name } }
        }
        return ordered
    }

    /// A value for every field that people fill in, as a form sends it.
    private static func texts(
        of register: RegisterDescription, _ ward: TestWard, _ known: [String: String]
    ) throws -> [String: String] {
        var texts: [String: String] = [:]
        for (number, field) in register.entered.enumerated() {
            let candidates: [String]
            switch field.control {
            case .line: candidates = ["=Chữ <\(number)> & «\(field.key)»", "0912345678", "07:30"]
            case .lines: candidates = ["Dòng một\nDòng hai, \(number)"]
            case .integer: candidates = ["1.500.000", "2026", "1990", "61", "12", "5", "1"]
            case .real: candidates = ["105,834215", "21,036712", "12,5", "4,25", "1"]
            case .day: candidates = ["2026-11-02"]
            case .moment: candidates = ["2026-11-02T15:40"]
            case .flag: candidates = [number % 2 == 0 ? "1" : "0"]
            case .choice(let choices): candidates = choices.suffix(1).map(\.value)
            case .shape(.line):
                candidates = ["LINESTRING (105.81 21.03, 105.811234 21.031, 105.8121 21.0305)"]
            case .shape(.area):
                candidates = ["POLYGON ((105.81 21.03, 105.82 21.03, 105.82 21.04, 105.81 21.03))"]
            case .unit(let isGroup): candidates = [isGroup ? ward.groups[1] : ward.police]
            case .record(let target): candidates = [try #require(known[target])]
            }
            let taken = candidates.first { text in
                if case .success = field.read(text) { true } else { false }
            }
            let value: String = try #require(taken, "\(register.name).\(field.key)")
            texts[field.key] = value
        }
        return texts
    }
}

extension String {
    /// What a page says is wrong, for whom a test fails.
    fileprivate var refusals: String {
        matches(of: /(?:refusal">|<li>)([^<]+)/).map { String($0.1) }.joined(separator: "; ")
    }
}
