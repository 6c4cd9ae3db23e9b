import Domain
import Storage
import TestSupport
import Testing

@Suite struct `A figure that is corrected after issue` {
    private struct Issued: Sendable {
        let database: Database
        let ward: TestWard
        let report: String
        let fire: String
        var office: Officer { ward.officer(.office) }
    }

    /// A report of one fire with two injured, which went out.
    private func issued(_ engine: TestEngine) async throws -> Issued {
        let database = try await engine.open()
        let ward = try await TestWard.make(in: database)
        let office = ward.officer(.office)
        return try await database.write { tx in
            let day = try #require(Day(iso: "2026-03-05"))
            let fire = try tx.addRecord(
                try TestIncidents.fire(on: day, injured: 2, in: tx, by: office),
                to: Incidents.description, by: office)
            let id = try tx.startReport(
                NewReport("half_year", from: Day(iso: "2026-01-01"), to: Day(iso: "2026-06-30")),
                by: office)
            try ReportSetting.approve(id, tx, in: ward)
            try tx.issueReport(
                id, number: "9", on: tx.today, scan: nil,
                version: try tx.report(id, for: office).version, by: office,
                file: ReportSetting.file)
            return Issued(database: database, ward: ward, report: id, fire: fire)
        }
    }

    private func correct(
        _ at: Issued, injured: Int, on day: String = "2026-03-05"
    ) async throws {
        try await at.database.write { tx in
            let record = try tx.record(at.fire, of: Incidents.description, for: at.office)
            let cells = try TestIncidents.fire(
                on: try #require(Day(iso: day)), injured: injured, in: tx, by: at.office)
            try tx.changeRecord(
                at.fire, to: cells, of: Incidents.description, version: record.version,
                by: at.office)
        }
    }

    @Test(arguments: TestEngine.available)
    func `names the report, and drafts its correction with the difference`(
        engine: TestEngine
    ) async throws {
        let at = try await issued(engine)
        try await at.database.read { tx in
            let named = try tx.reportsToCorrect(for: at.office)
            let correction = try tx.correction(of: at.report, for: at.office)
            #expect(named.isEmpty)
            #expect(correction == nil)
        }
        let before = try await at.database.read { tx in
            try tx.draft(of: try tx.report(at.report, for: at.office), for: at.office).document
        }
        try await correct(at, injured: 3)
        try await at.database.read { tx in
            let named = try tx.reportsToCorrect(for: at.office)
            #expect(named.map(\.report.id) == [at.report])
            let difference = try #require(named.first?.differences.first)
            #expect(named[0].differences.map(\.figure) == ["fires_injured"])
            #expect(difference.old == 2)
            #expect(difference.new == 3)
            #expect(difference.records == [.init(id: at.fire, old: 2, new: 3)])
            // What went out stays as it was.
            let issued = try tx.draft(
                of: try tx.report(at.report, for: at.office), for: at.office)
            #expect(issued.document == before)
            let correction = try #require(try tx.correction(of: at.report, for: at.office))
            #expect(correction.revision == 2)
            #expect(correction.createdBy == nil)
            let draft = try tx.draft(of: correction, for: at.office)
            #expect(draft.document.title.hasSuffix("(đính chính)"))
            let text = draft.sections.flatMap { SectionText.told($0.section.blocks) }
            #expect(
                text.contains {
                    $0.hasPrefix("| 1 | người bị thương (vụ cháy) | người | 2 | 3 | +1")
                })
            #expect(text.contains { $0.contains("số 09/BC-UBND") })
        }
    }

    @Test(arguments: TestEngine.available)
    func `is one correction, however often the record changes, and follows it`(
        engine: TestEngine
    ) async throws {
        let at = try await issued(engine)
        try await correct(at, injured: 3)
        try await correct(at, injured: 5)
        let id = try await at.database.read { tx in
            let correction = try #require(try tx.correction(of: at.report, for: at.office))
            let draft = try tx.draft(of: correction, for: at.office)
            #expect(draft.differences.map(\.new) == [5])
            return correction.id
        }
        // Corrected back: nothing differs, which the draft says.
        try await correct(at, injured: 2)
        try await at.database.write { tx in
            #expect(try tx.reportsToCorrect(for: at.office).isEmpty)
            let draft = try tx.draft(of: try tx.report(id, for: at.office), for: at.office)
            #expect(draft.differences.isEmpty)
            try tx.endReport(id, version: 1, by: at.office)
        }
        let nothing = await #expect(throws: Problem.self) {
            try await at.database.write { try $0.startCorrection(of: at.report, by: at.office) }
        }
        #expect(nothing?.kind == .conflict)
    }

    @Test(arguments: TestEngine.available)
    func `is none of a report of another time`(engine: TestEngine) async throws {
        let at = try await issued(engine)
        try await at.database.write { tx in
            for text in ["2025-12-31", "2026-07-01"] {
                try tx.addRecord(
                    try TestIncidents.fire(
                        on: try #require(Day(iso: text)), in: tx, by: at.office),
                    to: Incidents.description, by: at.office)
            }
        }
        try await at.database.read { tx in
            let named = try tx.reportsToCorrect(for: at.office)
            let correction = try tx.correction(of: at.report, for: at.office)
            #expect(named.isEmpty)
            #expect(correction == nil)
        }
        // Moved out of the time: the report counted one too many.
        try await correct(at, injured: 2, on: "2026-07-02")
        try await at.database.read { tx in
            let named = try tx.reportsToCorrect(for: at.office)
            #expect(named[0].differences.first { $0.figure == "fires" }?.new == 0)
            #expect(named[0].differences[0].records[0].new == nil)
        }
    }

    @Test(arguments: TestEngine.available)
    func `may be corrected again`(engine: TestEngine) async throws {
        let at = try await issued(engine)
        try await correct(at, injured: 3)
        try await at.database.write { tx in
            let correction = try #require(try tx.correction(of: at.report, for: at.office))
            try ReportSetting.approve(correction.id, tx, in: at.ward)
            try tx.issueReport(
                correction.id, number: "10", on: tx.today, scan: nil,
                version: try tx.report(correction.id, for: at.office).version, by: at.office,
                file: ReportSetting.file)
            // The line ends at its last correction.
            #expect(try tx.reportsToCorrect(for: at.office).isEmpty)
        }
        try await correct(at, injured: 4)
        try await at.database.read { tx in
            let first = try #require(try tx.correction(of: at.report, for: at.office))
            let second = try #require(try tx.correction(of: first.id, for: at.office))
            #expect(second.revision == 3)
            #expect(try tx.reportsToCorrect(for: at.office).map(\.report.id) == [first.id])
        }
    }
}
