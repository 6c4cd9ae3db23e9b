import Domain
import Storage
import TestSupport
import Testing

@Suite struct `A report that lives` {
    private static let year = (from: Day(iso: "2026-01-01"), to: Day(iso: "2026-11-21"))

    /// A report on the ward's work of 2026, begun by the office.
    private func begin(_ tx: Transaction, _ ward: TestWard) throws -> String {
        try tx.startReport(
            NewReport("half_year", from: Self.year.from, to: Self.year.to),
            by: ward.officer(.office))
    }

    private func draft(_ tx: Transaction, _ id: String, _ officer: Officer) throws -> ReportDraft {
        try tx.draft(of: try tx.report(id, for: officer), for: officer)
    }

    private func words(_ draft: ReportDraft) -> String {
        draft.sections.flatMap { SectionText.lines(of: $0.section.blocks) }.joined(separator: "\n")
    }

    @Test(arguments: TestEngine.available)
    func `says what was not kept, and takes it for no zero`(engine: TestEngine) async throws {
        let database = try await engine.open()
        let ward = try await TestWard.make(in: database)
        let office = ward.officer(.office)
        try await database.write { tx in
            let id = try begin(tx, ward)
            let empty = try draft(tx, id, office)
            #expect(empty.figures.allSatisfy { $0.value == nil && $0.previous == nil })
            #expect(words(empty).contains("Chưa có số liệu về vụ cháy trong sổ."))
            #expect(!words(empty).contains("Không xảy ra vụ cháy"))
            let day = try #require(Day(iso: "2026-03-05"))
            try tx.addRecord(
                try TestIncidents.fire(on: day, injured: 2, loss: 60_000_000, in: tx, by: office),
                to: Incidents.description, by: office)
            let one = try draft(tx, id, office)
            #expect(
                words(one).contains(
                    "Xảy ra 01 vụ cháy (chưa có số liệu cùng kỳ năm 2025); làm 02 người bị thương; thiệt hại tài sản: 60 triệu đồng."
                ))
            let fires = try #require(one.figures.first { $0.key == "fires" })
            #expect(fires.value == 1)
            #expect(fires.previous == nil)
            // Explosions are kept in the same register: none is none.
            #expect(one.figures.first { $0.key == "explosions" }?.value == 0)
            // The last day belongs to the year before's time, the next does not.
            for text in ["2025-11-21", "2025-11-22"] {
                try tx.addRecord(
                    try TestIncidents.fire(
                        on: try #require(Day(iso: text)), in: tx, by: office),
                    to: Incidents.description, by: office)
            }
            let two = try draft(tx, id, office)
            #expect(two.figures.first { $0.key == "fires" }?.previous == 1)
            #expect(words(two).contains("Xảy ra 01 vụ cháy, bằng cùng kỳ năm 2025"))
            let behind = try tx.recordsBehind(
                "fires", of: try tx.report(id, for: office), for: office)
            #expect(behind?.records.map(\.amount) == [1])
        }
    }

    @Test(arguments: TestEngine.available)
    func `keeps an edit when figures move, and tells old and new`(
        engine: TestEngine
    ) async throws {
        let database = try await engine.open()
        let ward = try await TestWard.make(in: database)
        let office = ward.officer(.office)
        try await database.write { tx in
            let id = try begin(tx, ward)
            let day = try #require(Day(iso: "2026-03-05"))
            func burn(_ name: String) throws {
                try tx.addRecord(
                    try TestIncidents.fire(on: day, name: name, in: tx, by: office),
                    to: Incidents.description, by: office)
            }
            try burn("Cháy một")
            let key = try #require(
                try draft(tx, id, office).sections.first {
                    $0.section.title == "Tình hình cháy, nổ, tai nạn, sự cố"
                }?.section.key)
            func part() throws -> DraftedSection {
                try #require(try draft(tx, id, office).sections.first { $0.section.key == key })
            }
            var lines = SectionText.lines(of: try part().section.blocks)
            lines[0] = "- Cả phường chỉ có một vụ cháy nhỏ."
            try tx.editSection(
                key, of: id, text: lines.joined(separator: "\n"), version: 0, by: office)
            #expect(try part().merged?.open == [])
            try burn("Cháy hai")
            let moved = try part()
            // The sentence that was rewritten stays; its figure is marked.
            #expect(
                SectionText.lines(of: moved.section.blocks)[0]
                    == "- Cả phường chỉ có một vụ cháy nhỏ.")
            #expect(moved.merged?.open.count == 1)
            #expect(moved.merged?.open[0].old?.contains("01 vụ cháy") == true)
            #expect(moved.merged?.open[0].new?.contains("02 vụ cháy") == true)
            #expect(moved.section.blocks.count == lines.count)
            try tx.acknowledgeSection(key, of: id, version: 1, by: office)
            #expect(try part().merged?.open == [])
            let stale = #expect(throws: Problem.self) {
                try tx.editSection(key, of: id, text: "Khác", version: 1, by: ward.officer(.police))
            }
            #expect(stale?.isChangedMeanwhile == true)
            try tx.restoreSection(key, of: id, version: 2, by: office)
            #expect(try part().edit == nil)
        }
    }

    @Test(arguments: TestEngine.available)
    func `goes from drafter to head to chairman, each another person`(
        engine: TestEngine
    ) async throws {
        let at = try await ReportSetting.open(engine)
        let (office, police) = (at.ward.officer(.office), at.ward.officer(.police))
        let chairman = at.ward.officer(.chairman)
        let id = try await at.database.write { tx in
            try tx.startReport(NewReport("plan_year", period: at.wardPeriod), by: office)
        }
        func refused(
            _ work: @escaping @Sendable (Transaction) throws -> Void
        ) async -> Problem? {
            await #expect(throws: Problem.self) { try await at.database.write(work) }
        }
        let gaps = await refused { try $0.handInReport(id, version: 1, by: office) }
        #expect(gaps?.kind == .conflict)
        #expect(gaps?.message.contains("chỗ phải bổ sung") == true)
        let twice = await refused {
            try $0.startReport(NewReport("plan_year", period: at.wardPeriod), by: police)
        }
        #expect(twice?.kind == .conflict)
        try await at.database.write { tx in
            try ReportSetting.fill(id, tx, by: office)
            try tx.handInReport(id, version: 1, by: office)
        }
        let own = await refused { try $0.reviewReport(id, version: 2, by: office) }
        #expect(own?.kind == .forbidden)
        let early = await refused { try $0.approveReport(id, version: 2, by: chairman) }
        #expect(early?.kind == .conflict)
        let late = await refused {
            try $0.editSection("closing", of: id, text: "Khác", version: 0, by: office)
        }
        #expect(late?.kind == .conflict)
        try await at.database.write { tx in
            try tx.sendBackReport(id, reason: "Thiếu số.", version: 2, by: police)
            #expect(try tx.report(id, for: office).returnReason == "Thiếu số.")
            try tx.handInReport(id, version: 3, by: office)
            try tx.reviewReport(id, version: 4, by: police)
        }
        let notHis = await refused { try $0.approveReport(id, version: 5, by: office) }
        #expect(notHis?.kind == .forbidden)
        try await at.database.write { tx in
            try tx.approveReport(id, version: 5, by: chairman)
        }
        for (number, day) in [("", "2026-11-21"), ("7/BC", "2026-11-21"), ("7", "2026-11-22")] {
            let wrong = await refused { tx in
                try tx.issueReport(
                    id, number: number, on: try #require(Day(iso: day)), scan: nil, version: 6,
                    by: office, file: ReportSetting.file)
            }
            #expect(wrong?.kind == .invalid)
        }
        try await at.database.write { tx in
            let scan = try Evidence(name: "da-ky.pdf", bytes: Array("%PDF-1.7 ký".utf8))
            try tx.issueReport(
                id, number: "7", on: tx.today, scan: scan, version: 6, by: office,
                file: ReportSetting.file)
            let sent = try #require(try tx.reportPeriod(at.wardPeriod, for: office).sent)
            #expect(sent.number == "7/BC-UBND")
            #expect(try tx.content(ofFile: sent.file ?? "", ward: office.ward) == scan.bytes)
            let kept = try #require(sent.draft)
            #expect(
                try tx.content(ofFile: kept, ward: office.ward)
                    == Array("%PDF-1.7 Số: 07/BC-UBND".utf8))
            let before = try draft(tx, id, office).document
            try tx.run("UPDATE plans SET title = 'Tên khác' WHERE id = \(at.plan)")
            #expect(try draft(tx, id, office).document == before)
        }
        let after = await refused {
            try $0.sendBackReport(id, reason: "X", version: 7, by: chairman)
        }
        #expect(after?.kind == .conflict)
        let broken = try await at.database.read {
            try $0.firstBrokenJournalRow(ward: TestWard.code)
        }
        #expect(broken == nil)
    }

    @Test(arguments: TestEngine.available)
    func `names the units it waits for before their day`(engine: TestEngine) async throws {
        let at = try await ReportSetting.open(engine)
        let office = at.ward.officer(.office)
        try await at.database.write { tx in
            let id = try tx.startReport(
                NewReport("plan_year", period: at.wardPeriod), by: office)
            let waiting = try draft(tx, id, office).waiting
            #expect(waiting.map(\.name) == ["Tổ dân phố số 1", "Tổ dân phố số 2"])
            #expect(!waiting.contains { $0.isLate(today: tx.today) })
            try tx.writeUnitReport(
                UnitReport(results: "Đã họp tổ."), ofPeriod: at.period, unit: at.ward.groups[0],
                isSubmitted: true, version: 0, by: at.ward.officer(.groupHead))
            #expect(try draft(tx, id, office).waiting.map(\.name) == ["Tổ dân phố số 2"])
        }
    }

    @Test(arguments: TestEngine.available)
    func `is begun and seen by who may`(engine: TestEngine) async throws {
        let database = try await engine.open()
        let ward = try await TestWard.make(in: database)
        let id = try await database.write { try begin($0, ward) }
        for role in [Role.division, .groupHead] {
            let problem = await #expect(throws: Problem.self) {
                try await database.read { _ = try $0.report(id, for: ward.officer(role)) }
            }
            #expect(problem?.kind == .notFound)
        }
        try await database.read { tx in
            let seen = try tx.report(id, for: ward.officer(.supervisor))
            #expect(seen.id == id)
        }
        let supervisor = await #expect(throws: Problem.self) {
            try await database.write {
                try $0.editSection(
                    "closing", of: id, text: "X", version: 0, by: ward.officer(.supervisor))
            }
        }
        #expect(supervisor?.kind == .forbidden)
        let office = ward.officer(.office)
        let long = await #expect(throws: Problem.self) {
            try await database.write {
                try $0.startReport(
                    NewReport(
                        "ad_hoc", from: Self.year.from, to: Self.year.to,
                        subject: String(repeating: "x", count: 301)), by: office)
            }
        }
        #expect(long?.refusals.keys.contains("subject") == true)
        let days: [(Day?, Day?)] = [
            (nil, Self.year.to), (Self.year.to, Self.year.from),
            (Self.year.from, Day(iso: "2026-11-22")),
            (Day(iso: "2026-11-22"), Day(iso: "2026-12-01")),
            (Day(iso: "2020-01-01"), Self.year.to),
        ]
        for (from, to) in days {
            let problem = await #expect(throws: Problem.self) {
                try await database.write {
                    try $0.startReport(NewReport("half_year", from: from, to: to), by: office)
                }
            }
            #expect(problem?.kind == .invalid)
        }
    }
}
