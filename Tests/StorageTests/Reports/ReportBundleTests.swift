import Domain
import Foundation
import Storage
import TestSupport
import Testing

@Suite struct `A signed bundle of a report` {
    private static let upper = "00099"

    /// A ward that issued a report, and the place above it, in a store of its own.
    private struct Two: Sendable {
        let from: ReportSetting
        let report: String
        let above: Database
        let receiver: Officer
        var sender: Officer { from.ward.officer(.office) }

        func bundle(of report: String? = nil) async throws -> [UInt8] {
            let (id, officer) = (report ?? self.report, sender)
            return try await from.database.write { try $0.bundle(of: id, by: officer) }
        }

        func fingerprint() async throws -> String {
            try await from.database.read {
                try #require(try $0.reportFingerprint(ward: TestWard.code))
            }
        }

        func take(_ bytes: [UInt8], _ fingerprint: String? = nil) async throws -> TakenReport {
            let officer = receiver
            return try await above.write {
                try $0.takeReport(bytes, accepting: fingerprint, by: officer)
            }
        }

        func refusal(_ bytes: [UInt8], _ fingerprint: String? = nil) async -> Problem? {
            await #expect(throws: Problem.self) { try await take(bytes, fingerprint) }
        }

        func kept() async throws -> Int {
            let officer = receiver
            return try await above.read { try $0.receivedReports(for: officer).count }
        }
    }

    private func two(_ engine: TestEngine) async throws -> Two {
        let from = try await ReportSetting.open(engine)
        let report = try await from.database.write { try from.issue($0) }
        let above = try await engine.open()
        let receiver = try await above.write { tx in
            try tx.addWard(
                code: Self.upper, name: "Trên", kind: "phường", province: "tỉnh Thử")
            let unit = try tx.addUnit(
                "Văn phòng", kind: .office, members: [], ward: Self.upper, by: nil)
            let id = try tx.addAccount(
                NewAccount(
                    login: "nhan", name: "Người Nhận", role: .office, unit: unit,
                    passwordHash: "none"), ward: Self.upper, by: nil)
            return Officer(
                id: id, ward: Self.upper, login: "nhan", name: "Người Nhận", role: .office,
                unit: unit, origin: "test")
        }
        return Two(from: from, report: report, above: above, receiver: receiver)
    }

    @Test(arguments: TestEngine.available)
    func `is taken in once, after its key was compared`(engine: TestEngine) async throws {
        let at = try await two(engine)
        let bytes = try await at.bundle()
        // The same report gives the same words, signed anew or not.
        let repeated = try await at.bundle()
        let again = try JSONDecoder().decode(SignedReportBundle.self, from: Data(repeated))
        let first = try JSONDecoder().decode(SignedReportBundle.self, from: Data(bytes))
        #expect(again.payload == first.payload)
        let key = try await at.fingerprint()
        let stranger = await at.refusal(bytes)
        #expect(stranger?.kind == .conflict)
        #expect(stranger?.message.contains(key) == true)
        let wrong = await at.refusal(bytes, "0000 1111")
        #expect(wrong?.refusals.keys.contains("fingerprint") == true)
        #expect(try await at.kept() == 0)
        let taken = try await at.take(bytes, key.uppercased())
        #expect(!taken.wasKnown)
        let twice = try await at.take(bytes)
        #expect(twice.id == taken.id)
        #expect(twice.wasKnown)
        #expect(try await at.kept() == 1)
        let seen = try await at.above.read { [receiver = at.receiver] in
            try $0.receivedReport(taken.id, for: receiver)
        }
        #expect(seen.bundle.document.numberLine == "Số: 07/BC-UBND")
        #expect(seen.report.senderName == "phường Thử, tỉnh Thử")
        let broken = try await at.above.read { try $0.firstBrokenJournalRow(ward: Self.upper) }
        #expect(broken == nil)
    }

    @Test(arguments: TestEngine.available)
    func `that was altered, is too new or too old, or no bundle, changes nothing`(
        engine: TestEngine
    ) async throws {
        let at = try await two(engine)
        let bytes = try await at.bundle()
        let key = try await at.fingerprint()
        let text = String(decoding: bytes, as: UTF8.self)
        let cases: [(String, String)] = [
            (text.replacing("Kế hoạch", with: "Kế hoach"), "Chữ ký của gói không đúng"),
            (text.replacing("\"version\":1}", with: "\"version\":2}"), "mới hơn chương trình này"),
            (text.replacing("\"version\":1}", with: "\"version\":0}"), "đã cũ"),
            (text.replacing("canhlua-report", with: "khac"), "không phải gói báo cáo"),
            (String(text.dropLast(40)), "không phải gói báo cáo"), ("", "không phải gói báo cáo"),
        ]
        for (altered, words) in cases {
            #expect(altered != text)
            let problem = await at.refusal(Array(altered.utf8), key)
            #expect(problem?.kind == .invalid, "\(words)")
            #expect(problem?.message.contains(words) == true, "\(words)")
        }
        #expect(try await at.kept() == 0)
        let senders: Int? = try await at.above.read {
            try $0.value("SELECT COUNT(*) AS value FROM report_senders")
        }
        #expect(senders == 0)
    }

    @Test(arguments: TestEngine.available)
    func `of the ward itself, or before the report is issued, is refused`(
        engine: TestEngine
    ) async throws {
        let at = try await two(engine)
        let bytes = try await at.bundle()
        let own = await #expect(throws: Problem.self) {
            try await at.from.database.write { try $0.takeReport(bytes, by: at.sender) }
        }
        #expect(own?.message.contains("chính phường Thử") == true)
        let draft = try await at.from.database.write { tx in
            try tx.startReport(
                NewReport("half_year", from: Day(iso: "2026-01-01"), to: tx.today),
                by: at.sender)
        }
        let early = await #expect(throws: Problem.self) { try await at.bundle(of: draft) }
        #expect(early?.kind == .conflict)
    }

    @Test(arguments: TestEngine.available)
    func `follows its corrections, and never goes back`(engine: TestEngine) async throws {
        let at = try await two(engine)
        let first = try await at.bundle()
        let key = try await at.fingerprint()
        let id = try await at.from.correct(at.report)
        let later = try await at.bundle(of: id)
        _ = try await at.take(later, key)
        let old = await at.refusal(first)
        #expect(old?.message.contains("bản cũ") == true)
        #expect(try await at.kept() == 1)
    }

    @Test(arguments: TestEngine.available)
    func `under a known name and another key is refused`(engine: TestEngine) async throws {
        let at = try await two(engine)
        _ = try await at.take(
            try await at.bundle(), try await at.fingerprint())
        let other = try await two(engine)
        let problem = await at.refusal(
            try await other.bundle(), try await other.fingerprint())
        #expect(problem?.message.contains("khóa khác") == true)
        #expect(try await at.kept() == 1)
    }
}
