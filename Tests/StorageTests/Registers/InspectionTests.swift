import Domain
import Storage
import TestSupport
import Testing

/// A ward with one facility and an inspection of it that both bodies may sign.
struct InspectionSetting: Sendable {
    let database: Database
    let ward: TestWard
    let police: Officer
    let division: Officer
    let facility: String

    init(_ engine: TestEngine) async throws {
        database = try await engine.open()
        ward = try await TestWard.make(in: database)
        police = ward.officer(.police)
        division = ward.officer(.division)
        facility = try await Self.keep(
            Facilities.description,
            ["name": "Chợ Thử", "kind": "market", "address": "Phố Thử", "state": "working"],
            in: database, by: ward.officer(.police))
    }

    static func keep(
        _ register: RegisterDescription, _ texts: [String: String], in database: Database,
        by officer: Officer
    ) async throws -> String {
        try await database.write { tx in
            let cells = try tx.read(texts, of: register, for: officer)
            return try tx.addRecord(cells, to: register, by: officer)
        }
    }

    func keep(_ register: RegisterDescription, _ texts: [String: String]) async throws -> String {
        try await Self.keep(register, texts, in: database, by: police)
    }

    func inspection(_ more: [String: String] = [:]) async throws -> String {
        let texts = [
            "facility": facility, "kind": "periodic", "duties_unit": police.unit ?? "",
            "building_unit": division.unit ?? "",
        ]
        return try await keep(Inspections.description, texts.merging(more) { $1 })
    }

    func record(_ id: String, _ register: RegisterDescription) async throws -> Record {
        try await database.read { try $0.record(id, of: register, for: police) }
    }

    func change(
        _ id: String, _ register: RegisterDescription, _ more: [String: String]
    ) async throws {
        let police = police
        try await database.write { tx in
            let before = try tx.record(id, of: register, for: police)
            let texts = before.cells.mapValues(\.plain).merging(more) { $1 }
            try tx.changeRecord(
                id, to: try tx.read(texts, of: register, for: police), of: register,
                version: before.version, by: police)
        }
    }

    func refusal(_ body: @escaping @Sendable (Transaction) throws -> Void) async -> Problem? {
        do {
            try await database.write { try body($0) }
            return nil
        } catch {
            return error as? Problem
        }
    }
}

@Suite struct `Inspections of facilities` {
    @Test(arguments: TestEngine.available)
    func `are signed by two bodies, each its own section, and closed to changes then`(
        engine: TestEngine
    ) async throws {
        let setting = try await InspectionSetting(engine)
        let (police, division) = (setting.police, setting.division)
        let id = try await setting.inspection()
        func sign(
            _ section: Inspections.Section, _ result: Inspections.Result, version: Int,
            by officer: Officer
        ) async -> Problem? {
            await setting.refusal { tx in
                try tx.signInspection(
                    id, section, result, words: "", version: version, by: officer)
            }
        }
        let early = await sign(.duties, .met, version: 1, by: police)
        #expect(early?.message.contains("Chưa ghi ngày kiểm tra") == true)
        try await setting.change(id, Inspections.description, ["visited_on": "2026-11-20"])
        let other = await sign(.building, .met, version: 2, by: police)
        #expect(other?.kind == .forbidden)
        let bare = await sign(.building, .unmet, version: 2, by: division)
        #expect(bare?.refusals["result"] != nil)
        let first = await sign(.duties, .met, version: 2, by: police)
        #expect(first == nil)
        let twice = await sign(.duties, .met, version: 3, by: police)
        #expect(twice?.kind == .conflict)
        let stale = await sign(.building, .met, version: 2, by: division)
        #expect(stale?.kind == .conflict)
        let half = try await setting.record(id, Inspections.description)
        #expect(half[Inspections.stage] == .signedOnce)
        #expect(half[Inspections.dutiesSigner] == police.name)
        let second = await sign(.building, .met, version: 3, by: division)
        #expect(second == nil)
        let done = try await setting.record(id, Inspections.description)
        #expect(done[Inspections.stage] == .done)
        let found = try await setting.database.read { tx in
            var filter = RecordFilter()
            filter.words = "đã ký đủ"
            return try tx.records(of: Inspections.description, filter, for: police).total
        }
        #expect(found == 1)
        let locked = await #expect(throws: Problem.self) {
            try await setting.change(id, Inspections.description, ["team": "Thêm người"])
        }
        #expect(locked?.message.contains("hai bên ký") == true)
        let unsaid = await setting.refusal { tx in
            try tx.reopenInspection(id, .duties, reason: "", version: 4, by: police)
        }
        #expect(unsaid?.refusals["reason"] != nil)
        let opened = await setting.refusal { tx in
            try tx.reopenInspection(id, .duties, reason: "ghi nhầm", version: 4, by: police)
        }
        #expect(opened == nil)
        let again = try await setting.record(id, Inspections.description)
        #expect(again[Inspections.stage] == .signedOnce)
        #expect(again[Inspections.dutiesResult] == .met)
    }

    @Test(arguments: TestEngine.available)
    func `follow what they found until it is mended, and the facility says so`(
        engine: TestEngine
    ) async throws {
        let setting = try await InspectionSetting(engine)
        let id = try await setting.inspection(["visited_on": "2026-10-01"])
        let finding = try await setting.keep(
            Findings.description,
            [
                "inspection": id, "part": "duties", "words": "Bình chữa cháy hết hạn",
                "due_on": "2026-10-15",
            ])
        let open = try await setting.record(finding, Findings.description)
        #expect(open[Findings.facility]?.id == setting.facility)
        #expect(open[Findings.state] == .overdue)
        var facility = try await setting.record(setting.facility, Facilities.description)
        #expect(facility[Facilities.openFindings] == 1)
        #expect(facility[Facilities.lastInspected]?.iso == "2026-10-01")
        var visit = try await setting.record(id, Inspections.description)
        #expect(visit[Inspections.openFindings] == 1)
        let police = setting.police
        let kept = await setting.refusal { tx in
            let version = try tx.record(finding, of: Findings.description, for: police).version
            try tx.endRecord(finding, of: Findings.description, version: version, by: police)
        }
        #expect(kept?.kind == .conflict)
        let recheck = ["finding": finding, "checked_on": "2026-11-01"]
        _ = try await setting.keep(
            Rechecks.description,
            recheck.merging(["is_mended": "0", "due_on": "2099-12-31"]) { $1 })
        let extended = try await setting.record(finding, Findings.description)
        #expect(extended[Findings.state] == .open)
        _ = try await setting.keep(
            Rechecks.description,
            recheck.merging(["checked_on": "2026-11-10", "is_mended": "1"]) { $1 })
        let mended = try await setting.record(finding, Findings.description)
        #expect(mended[Findings.state] == .mended)
        #expect(mended[Findings.mended]?.iso == "2026-11-10")
        facility = try await setting.record(setting.facility, Facilities.description)
        visit = try await setting.record(id, Inspections.description)
        #expect(facility[Facilities.openFindings] == 0)
        #expect(visit[Inspections.openFindings] == 0)
    }

    @Test(arguments: TestEngine.available)
    func `are announced three working days ahead, holidays left out`(
        engine: TestEngine
    ) async throws {
        let setting = try await InspectionSetting(engine)
        // A Thursday; the third working day after it is Tuesday.
        let told = ["notified_on": "2026-11-19"]
        let inTime = try await setting.inspection(
            told.merging(["planned_on": "2026-11-24"]) { $1 })
        let late = try await setting.inspection(told.merging(["planned_on": "2026-11-23"]) { $1 })
        let unscheduled = try await setting.inspection(
            told.merging(["planned_on": "2026-11-20", "kind": "unscheduled"]) { $1 })
        func notice(_ id: String) async throws -> Inspections.Notice? {
            try await setting.record(id, Inspections.description)[Inspections.notice]
        }
        let found = (
            try await notice(inTime), try await notice(late), try await notice(unscheduled)
        )
        #expect(found == (.inTime, .late, .notAsked))
        _ = try await InspectionSetting.keep(
            Holidays.description, ["day": "2026-11-23", "words": "Nghỉ bù"],
            in: setting.database, by: setting.ward.officer(.office))
        let after = try await notice(inTime)
        #expect(after == .late)
    }

    @Test(arguments: TestEngine.available)
    func `are laid for a year and taken into the plan once`(engine: TestEngine) async throws {
        let setting = try await InspectionSetting(engine)
        let (police, division) = (setting.police, setting.division)
        for group in ["listed", "group_two"] {
            _ = try await setting.keep(
                FacilityThresholds.description,
                [
                    "item": "1", "kind": "market", "hazard_group": group,
                    "measure": group == "listed" ? "any" : "area", "least": "300",
                    "valid_from": "2020-01-01", "source": "thử",
                ])
        }
        _ = try await setting.keep(
            InspectionCycles.description,
            [
                "hazard_group": "listed", "months": "12", "valid_from": "2020-01-01",
                "source": "thử",
            ])
        try await setting.change(setting.facility, Facilities.description, ["area_m2": "100"])
        let visits = try await setting.database.read {
            try $0.laidInspections(year: 2099, for: police)
        }
        #expect(visits.map(\.facility.id) == [setting.facility])
        #expect(visits.first?.reason.contains("Chưa kiểm tra lần nào") == true)
        func plan(seen: Int) async -> Problem? {
            await setting.refusal { tx in
                try tx.planInspections(
                    year: 2099, dutiesUnit: police.unit ?? "",
                    buildingUnit: division.unit ?? "", seen: seen, by: police)
            }
        }
        let stale = await plan(seen: 7)
        #expect(stale?.kind == .conflict)
        let made = await plan(seen: 1)
        #expect(made == nil)
        let left = try await setting.database.read {
            try $0.laidInspections(year: 2099, for: police).count
        }
        #expect(left == 0)
    }
}

@Suite struct `Violations found` {
    private static let found = [
        "party": "Công ty Thử", "party_kind": "organisation", "kind": "fire",
        "act": "Không có thiết bị truyền tin", "found_on": "2026-11-02",
    ]

    @Test(arguments: TestEngine.available)
    func `are judged by the catalogue, the signer's power and the limit`(
        engine: TestEngine
    ) async throws {
        let setting = try await InspectionSetting(engine)
        let penalty = try await setting.keep(
            Penalties.description,
            [
                "article": "Điều 28", "act": "Thử", "fine_min": "20000", "fine_max": "30000",
                "organisation_factor": "2", "limit_months": "12", "valid_from": "2025-07-01",
                "source": "thử",
            ])
        _ = try await setting.keep(
            SigningPowers.description,
            [
                "post": "commune_chairman", "fine_max": "25000", "organisation_factor": "2",
                "valid_from": "2025-07-01", "source": "thử",
            ])
        let id = try await setting.keep(
            Violations.description,
            Self.found.merging(["facility": setting.facility, "penalty": penalty]) { $1 })
        var violation = try await setting.record(id, Violations.description)
        #expect(violation[Violations.limit]?.iso == "2027-11-02")
        #expect(violation[Violations.fineLeast] == 40_000)
        #expect(violation[Violations.fineMost] == 60_000)
        #expect(violation[Violations.stage] == .found)
        let facility = try await setting.record(setting.facility, Facilities.description)
        #expect(facility[Facilities.openViolations] == 1)
        for (fine, wrong) in [
            ("39999", ["fine_low"]), ("40000", []), ("50000", []), ("50001", ["power"]),
            ("60001", ["fine_high", "power"]),
        ] {
            try await setting.change(
                id, Violations.description,
                [
                    "outcome": "fine", "fine": fine, "signed_by": "commune_chairman",
                    "decided_on": "2026-11-10",
                ])
            violation = try await setting.record(id, Violations.description)
            let found = Violations.description.checks.filter {
                $0.isWrong.holds(for: violation.cells)
            }.map(\.code)
            #expect(found == wrong, "\(fine)")
        }
    }

    @Test(arguments: TestEngine.available)
    func `stay in sight until they are dealt with`(engine: TestEngine) async throws {
        let setting = try await InspectionSetting(engine)
        let id = try await setting.keep(
            Violations.description, Self.found.merging(["facility": setting.facility]) { $1 })
        let police = setting.police
        func end() async -> Problem? {
            await setting.refusal { tx in
                let version = try tx.record(id, of: Violations.description, for: police).version
                try tx.endRecord(id, of: Violations.description, version: version, by: police)
            }
        }
        let early = await end()
        #expect(early?.message.contains("chưa xử lý xong") == true)
        try await setting.change(
            id, Violations.description, ["outcome": "warning", "decided_on": "2026-11-10"])
        let facility = try await setting.record(setting.facility, Facilities.description)
        #expect(facility[Facilities.openViolations] == 0)
        let late = await end()
        #expect(late == nil)
    }
}

@Suite struct `What is made public` {
    @Test(arguments: TestEngine.available)
    func `need a second person, and are withdrawn with a reason`(engine: TestEngine) async throws {
        let setting = try await InspectionSetting(engine)
        let (police, chairman) = (setting.police, setting.ward.officer(.chairman))
        let register = Publications.description
        let texts = [
            "facility": setting.facility, "words": "Chưa nghiệm thu đã sử dụng",
            "basis": "Thử 1/QĐ", "channel": "portal",
        ]
        let own = try await InspectionSetting.keep(
            register, texts.merging(["words": "Của chủ tịch"]) { $1 }, in: setting.database,
            by: chairman)
        let id = try await setting.keep(register, texts)
        func approve(_ id: String, by officer: Officer) async -> Problem? {
            await setting.refusal { try $0.approvePublication(id, version: 1, by: officer) }
        }
        func shown() async throws -> [String] {
            try await setting.database.read {
                try $0.publicEntries(ward: TestWard.code).map(\.words)
            }
        }
        let (byPolice, byProposer) = (
            await approve(id, by: police), await approve(own, by: chairman)
        )
        #expect(byPolice?.kind == .forbidden)
        #expect(byProposer?.kind == .forbidden)
        let before = try await shown()
        #expect(before.isEmpty)
        let approved = await approve(id, by: chairman)
        #expect(approved == nil)
        let during = try await shown()
        #expect(during == ["Chưa nghiệm thu đã sử dụng"])
        let locked = await #expect(throws: Problem.self) {
            try await setting.change(id, register, ["words": "Khác"])
        }
        #expect(locked?.kind == .conflict)
        let unsaid = await setting.refusal {
            try $0.withdrawPublication(id, reason: "", version: 2, by: police)
        }
        #expect(unsaid?.refusals["reason"] != nil)
        let gone = await setting.refusal {
            try $0.withdrawPublication(id, reason: "đã khắc phục", version: 2, by: police)
        }
        #expect(gone == nil)
        let after = try await shown()
        #expect(after.isEmpty)
    }

    @Test(arguments: TestEngine.available)
    func `are flagged once the violation is dealt with`(engine: TestEngine) async throws {
        let setting = try await InspectionSetting(engine)
        let violation = try await setting.keep(
            Violations.description,
            [
                "party": "A", "party_kind": "individual", "kind": "electrical", "act": "B",
                "found_on": "2026-11-02",
            ])
        let id = try await setting.keep(
            Publications.description,
            [
                "facility": setting.facility, "words": "C", "basis": "D", "channel": "board",
                "violation": violation,
            ])
        let chairman = setting.ward.officer(.chairman)
        try await setting.database.write {
            try $0.approvePublication(id, version: 1, by: chairman)
        }
        try await setting.change(
            violation, Violations.description,
            ["outcome": "warning", "decided_on": "2026-11-12"])
        let item = try await setting.record(id, Publications.description)
        #expect(item[Publications.isCured] == true)
        let wrong = Publications.description.checks.filter { $0.isWrong.holds(for: item.cells) }
        #expect(wrong.map(\.code) == ["cured"])
    }
}
