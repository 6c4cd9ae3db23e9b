import Domain
import Foundation
import Storage
import Synchronization
import TestSupport
import Testing

/// Every verb that the sources write is driven once, and shown to stand or fall with its row.
@Suite struct `Every write` {
    @Test(arguments: TestEngine.available)
    func `leaves its row of the journal in its own transaction`(engine: TestEngine) async throws {
        let drive = try await JournalDrive(engine)
        try await drive.people()
        try await drive.accounts()
        try await drive.sessions()
        try await drive.library()
        try await drive.tasks()
        try await drive.plans()
        try await drive.work()
        try await drive.matters()
        try await drive.reports()
        try await drive.registers()
        try await drive.alarms()
        try await drive.warnings()
        #expect(try JournalDrive.verbsOfSources().subtracting(drive.driven).sorted() == [])
        #expect(drive.driven.count > 80)
        let broken = try await drive.database.read {
            try $0.firstBrokenJournalRow(ward: TestWard.code)
        }
        #expect(broken == nil)
    }
}

/// Runs verbs over one store and keeps which of the journal's were seen.
final class JournalDrive: Sendable {
    let database: Database
    let ward: TestWard
    let clock: TestClock
    private let seen = Mutex<Set<String>>([])

    var driven: Set<String> { seen.withLock { $0 } }

    init(_ engine: TestEngine) async throws {
        let clock = TestClock()
        self.clock = clock
        database = try await engine.open(clock: clock.now)
        ward = try await TestWard.make(in: database)
    }

    func officer(_ role: Role) -> Officer { ward.officer(role) }

    private struct Undone: Error {}

    /// Runs a verb twice: thrown away, it leaves nothing; committed, it leaves its rows.
    @discardableResult
    func run<Value: Sendable>(
        _ verbs: String..., body: @escaping @Sendable (Transaction) throws -> Value
    ) async throws -> Value {
        let before = try await database.read(Self.rows)
        await #expect(throws: Undone.self) {
            try await self.database.write { tx in
                _ = try body(tx)
                let within = Self.verbs(try Self.rows(tx).subtracting(before))
                #expect(within.isSuperset(of: verbs), "\(verbs) within: \(within)")
                throw Undone()
            }
        }
        #expect(try await database.read(Self.rows) == before, "\(verbs) after rolling back")
        let value = try await database.write(body)
        let left = Self.verbs(try await database.read(Self.rows).subtracting(before))
        #expect(left.isSuperset(of: verbs), "\(verbs): \(left)")
        seen.withLock { $0.formUnion(left) }
        return value
    }

    private struct Line: Hashable {
        let ward: String
        let sequence: Int64
        let verb: String
    }

    private static func verbs(_ lines: Set<Line>) -> Set<String> { Set(lines.map(\.verb)) }

    @Sendable private static func rows(_ tx: Transaction) throws -> Set<Line> {
        Set(
            try tx.rows("SELECT ward, sequence, verb FROM journal").map {
                Line(ward: $0["ward"], sequence: $0["sequence"], verb: $0["verb"])
            })
    }

    /// The verbs that stand in calls of `record` anywhere in Storage.
    static func verbsOfSources() throws -> Set<String> {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let files = try #require(
            FileManager.default.enumerator(
                at: root.appending(path: "Sources/Storage"), includingPropertiesForKeys: nil))
        var verbs: Set<String> = []
        for case let url as URL in files where url.pathExtension == "swift" {
            let text = try String(contentsOf: url, encoding: .utf8)
            let name = /"([a-z]+(?:\.[a-z]\w+)+)"/
            for call in text.matches(of: /[rR]ecord\w*\(\s*([^,]+),/) {
                for verb in call.1.matches(of: name) { verbs.insert(String(verb.1)) }
            }
            for call in text.matches(of: /verb: "([a-z]+(?:\.[a-z]\w+)+)"/) {
                verbs.insert(String(call.1))
            }
        }
        return verbs
    }
}

extension JournalDrive {
    fileprivate func people() async throws {
        let administrator = officer(.administrator)
        try await run("ward.add") {
            try $0.addWard(code: "00002", name: "Hai", kind: "xã", province: "tỉnh Thử")
        }
        try await run("ward.place") {
            try $0.addWard(
                code: "00003", name: "Ba", kind: "xã", province: "tỉnh Thử", above: "00002")
        }
        let unit = try await run("unit.add") {
            try $0.addUnit("Trạm y tế", kind: .health, ward: TestWard.code, by: administrator)
        }
        try await run("unit.change") {
            try $0.changeUnit(
                unit,
                UnitEdit(name: "Trạm Y tế phường", shortName: "TYT", kind: .health, parent: nil),
                version: 1, by: administrator)
        }
        try await run("unit.alias.add") {
            try $0.addAlias("TYT phường", to: unit, by: administrator)
        }
        try await run("unit.alias.remove") {
            try $0.removeAlias("TYT phường", from: unit, by: administrator)
        }
        let (all, groups) = (ward.allGroups, ward.groups)
        try await run("unit.members") {
            try $0.setMembers(of: all, to: [groups[0]], by: administrator)
        }
        try await database.write { try $0.setMembers(of: all, to: groups, by: administrator) }
        let (border, group) = (Polygon.sample, groups[0])
        try await run("unit.boundary") {
            try $0.setBoundary(of: .group(group), to: border, version: 1, by: administrator)
        }
        try await run("ward.boundary") {
            try $0.setBoundary(of: .ward, to: border, version: 1, by: administrator)
        }
        try await database.write {
            try $0.setBoundary(of: .ward, to: nil, version: 2, by: administrator)
        }
        try await run("unit.end") { try $0.endUnit(unit, by: administrator) }
        try await run("unit.reopen") { try $0.reopenUnit(unit, by: administrator) }
    }

    fileprivate func accounts() async throws {
        let administrator = officer(.administrator)
        let unit = ward.division
        let id = try await run("account.add") {
            try $0.addAccount(
                NewAccount(
                    login: "moi", name: "Người mới", role: .division, unit: unit,
                    passwordHash: "none"), ward: TestWard.code, by: administrator)
        }
        try await run("account.change") {
            try $0.changeAccount(
                id,
                AccountEdit(
                    name: "Người cũ", role: .division, unit: unit, post: "Trưởng phòng", email: nil,
                    phone: nil),
                version: 1, by: administrator)
        }
        try await run("account.reset") {
            try $0.resetPassword(
                of: id, hash: "other", ward: TestWard.code, by: administrator, origin: "test")
        }
        try await run("account.lock") {
            try $0.lockAccount(id, ward: TestWard.code, by: administrator, origin: "test")
        }
        try await run("account.unlock") {
            try $0.unlockAccount(id, ward: TestWard.code, by: administrator, origin: "test")
        }
        let police = officer(.police)
        try await run("account.telephone.propose") {
            try $0.proposeOneTimeSecret("JBSWY3DPEHPK3PXP", by: police)
        }
        try await run("account.telephone.on") {
            try $0.confirmOneTimeSecret(step: 1, recoveryCodes: ["abcde-fghij"], by: police)
        }
        try await run("account.recovery.renew") {
            try $0.renewRecoveryCodes(["klmno-pqrst"], by: police)
        }
        try await run("account.recovery") { tx in
            let account = try tx.account(login: "police")
            #expect(try tx.useRecoveryCode("klmno-pqrst", of: account, from: "test"))
        }
        try await run("account.telephone.off") { tx in
            try tx.removeOneTimeSecret(of: try tx.account(login: "police"), by: police)
        }
        try await database.write { tx in
            try tx.run(
                "UPDATE accounts SET totp_secret = 'JBSWY3DPEHPK3PXP' WHERE login = 'police'")
        }
        try await run("account.telephone.seal") { try $0.sealOldSecrets() }
    }

    fileprivate func sessions() async throws {
        let police = officer(.police)
        let begin = { @Sendable (tx: Transaction, token: String) in
            try tx.addSession(
                token: token, formToken: "form", for: try tx.account(login: "police"),
                address: "1.2.3.4", agent: "test")
        }
        try await run("session.begin") { try begin($0, "one") }
        try await database.write { try begin($0, "two") }
        let ids = try await database.read {
            try $0.sessions(of: police.id, ward: TestWard.code).map(\.id)
        }
        try await run("session.end.others") { try $0.endOtherSessions(than: ids[0], by: police) }
        try await run("account.password") {
            try $0.changePassword(hash: "new", keepingSession: ids[0], by: police)
        }
        try await run("session.end") { try $0.endSession(ids[0], by: police) }
        try await run("session.refused") { tx in
            _ = try tx.recordFailure(of: try tx.account(login: "police"), from: "test")
        }
    }

    fileprivate func library() async throws {
        let office = officer(.office)
        func document(_ number: String) -> GoverningDocument {
            GoverningDocument(
                kind: .plan, number: number, title: "Kế hoạch \(number)", issuer: "UBND tỉnh",
                level: .province, issued: Day(iso: "2026-02-01"))
        }
        let (low, top) = (document("1/KH-UBND"), document("2/KH-UBND"))
        let id = try await run("document.add") { try $0.addDocument(low, by: office) }
        let upper = try await run("document.add") { try $0.addDocument(top, by: office) }
        try await run("document.change") {
            try $0.changeDocument(id, to: low, replacedBy: upper, version: 1, by: office)
        }
        try await run("document.link") {
            try $0.linkDocuments(lower: id, upper: upper, as: .cites, by: office)
        }
        try await run("document.unlink") {
            try $0.unlinkDocuments(lower: id, upper: upper, by: office)
        }
        let unit = ward.police
        try await run("document.disseminate") { tx in
            try tx.addDissemination(
                of: id, unit: unit, on: tx.today, form: "hội nghị", audience: "", headcount: nil,
                by: office)
        }
        try await run("document.unit_plan") { tx in
            try tx.addUnitPlan(
                under: id, unit: unit, number: "3/KH-CA", issued: tx.today, by: office)
        }
        try await database.write {
            try $0.changeDocument(id, to: low, replacedBy: nil, version: 2, by: office)
        }
        try await run("document.remove") { try $0.removeDocument(upper, by: office) }
    }

    fileprivate func registers() async throws {
        let office = officer(.office)
        let water = WaterSources.description
        let cells = try water.read([
            "name": "Trụ 1", "kind": "hydrant", "state": "working", "address": "Phố Thử",
        ])
        let id = try await run("record.add") { try $0.addRecord(cells, to: water, by: office) }
        let broken = cells.merging(["state": .text("broken")]) { $1 }
        try await run("record.change") {
            try $0.changeRecord(id, to: broken, of: water, version: 1, by: office)
        }
        try await run("record.confirm") { try $0.confirmRecord(id, of: water, by: office) }
        let twin = try await database.write { try $0.addRecord(cells, to: water, by: office) }
        try await run("record.part") {
            try $0.partRecords(id, twin, of: water, by: office)
        }
        let joining = try await run("record.merge") {
            try $0.mergeRecord(
                twin, into: id, of: water, chosen: [:], versions: (kept: 2, merged: 1), by: office)
        }
        try await run("record.undoMerge") { _ = try $0.undoMerge(joining, of: water, by: office) }
        try await run("record.end") {
            try $0.endRecord(id, of: water, version: 4, by: office)
        }
        let facilities = Facilities.description
        let facility = [
            "name": "Chợ", "kind": "market", "address": "Phố Thử", "state": "working",
        ]
        try await database.write { tx in
            try tx.addRecord(try facilities.read(facility), to: facilities, by: office)
        }
        try await run("record.rederive") { tx in
            let rules = FacilityThresholds.description
            for group in ["listed", "group_two"] {
                let rule = [
                    "item": "1", "kind": "market", "hazard_group": group, "measure": "any",
                    "valid_from": "2025-01-01", "source": "thử",
                ]
                try tx.addRecord(try rules.read(rule), to: rules, by: self.officer(.police))
            }
        }
        try await inspections()
        try await run("accessKey.add") { tx in
            try tx.addAccessKey("khóa", name: "Phần mềm", mayWrite: true, by: office)
        }
        try await run("accessKey.end") { tx in
            let keys = try tx.accessKeys(of: office)
            for key in keys { try tx.endAccessKey(key.id, by: office) }
        }
        let rows = [
            ["Tên", "Loại", "Tình trạng", "Địa chỉ"], ["Trụ 2", "Trụ nước", "Hỏng", "Phố Thử"],
        ].enumerated().map { Sheet.Row(number: $0 + 1, cells: $1) }
        let columns = SheetColumns.find(in: rows.map(\.cells), of: water)
        let hand = { @Sendable (tx: Transaction) in
            try tx.addImport([1], fileName: "ds.csv", mediaType: "text/csv", to: water, by: office)
        }
        let sheet = try await run("record.readSheet") { try hand($0) }
        try await run("record.matchColumns") {
            try $0.matchColumns(of: sheet, columns, in: water, by: office)
        }
        let change = UnitChange(
            oldCode: "00002", oldName: "Phường Cũ", newCode: "00001", newName: "Phường Thử",
            province: "Tỉnh Thử", isWhole: true, effective: Day(number: 20_270), source: "thử")
        try await run("unit_changes.load") {
            try $0.loadUnitChanges([change], ward: TestWard.code)
        }
        try await run("record.answerSheet") {
            try $0.answerImport(sheet, [2: .other], of: water, by: office)
        }
        try await run("record.import") {
            try $0.applyImport(
                sheet, rows, columns, of: water, seen: (added: 1, changed: 0), by: office)
        }
        try await run("record.undoImport") {
            try $0.undoImport(sheet, of: water, by: office)
        }
        let other = try await run("record.readSheet") { try hand($0) }
        try await run("record.discardSheet") {
            try $0.discardImport(other, of: water, by: office)
        }
    }

    private func inspections() async throws {
        let (police, division) = (officer(.police), officer(.division))
        func keep(
            _ register: RegisterDescription, _ texts: [String: String]
        ) async throws -> String {
            try await database.write { tx in
                try tx.addRecord(
                    try tx.read(texts, of: register, for: police), to: register, by: police)
            }
        }
        let visit = try await keep(
            Inspections.description,
            [
                "facility": "Chợ", "kind": "unscheduled", "visited_on": "2026-11-01",
                "duties_unit": police.unit ?? "", "building_unit": division.unit ?? "",
            ])
        try await run("inspection.sign") { tx in
            try tx.signInspection(visit, .duties, .met, words: "", version: 1, by: police)
        }
        try await run("inspection.reopen") { tx in
            try tx.reopenInspection(visit, .duties, reason: "nhầm", version: 2, by: police)
        }
        try await run("inspection.plan") { tx in
            try tx.planInspections(
                year: 2030, dutiesUnit: police.unit ?? "", buildingUnit: division.unit ?? "",
                seen: 0, by: police)
        }
        let item = try await keep(
            Publications.description,
            ["facility": "Chợ", "words": "A", "basis": "B", "channel": "board"])
        try await run("publication.approve") { tx in
            try tx.approvePublication(item, version: 1, by: self.officer(.chairman))
        }
        try await run("publication.withdraw") { tx in
            try tx.withdrawPublication(item, reason: "xong", version: 2, by: police)
        }
    }
}
