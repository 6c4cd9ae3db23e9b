import Domain
import Storage
import TestSupport
import Testing

@Suite struct `A frozen list` {
    private struct Setting {
        let own: IndicatorSetting
        let ids: [String]

        init(_ engine: TestEngine) async throws {
            own = try await IndicatorSetting(engine)
            ids = try await own.fill()
            try await own.measure(by: "transmitters_connected")
        }

        var database: Database { own.draft.database }

        func freeze(
            on day: String? = nil, basis: String = "Phương án số 12/PA-UBND",
            as role: Role = .office
        ) async throws {
            let (id, plan) = (try await own.target().target.id, own.draft.plan)
            let officer = own.draft.ward.officer(role)
            try await database.write { tx in
                try tx.freezeTarget(
                    id, of: plan, day: day.flatMap { Day(iso: $0) } ?? tx.today, basis: basis,
                    by: officer)
            }
        }

        func changes(as role: Role = .office) async throws -> TargetBaselineChanges {
            let measure = try #require(try await own.target().measure)
            let baseline = try #require(measure.baseline)
            let officer = own.draft.ward.officer(role)
            return try await database.read {
                try $0.changes(since: baseline, of: measure.indicator, for: officer)
            }
        }
    }

    @Test(arguments: TestEngine.available)
    func `stays the whole of a share, whoever comes`(engine: TestEngine) async throws {
        let setting = try await Setting(engine)
        try await setting.freeze()
        let frozen = try #require(try await setting.own.target().measure)
        #expect((frozen.figure.counted, frozen.figure.whole) == (1, 3))
        #expect(frozen.baseline?.records == 3)
        #expect(try await setting.changes().isNone)
        _ = try await setting.own.keepFacility("Chợ Sáu", place: 5)
        let after = try #require(try await setting.own.target().measure)
        #expect((after.figure.counted, after.figure.whole) == (1, 3))
        // The register itself counts on.
        #expect(try await setting.own.figure("transmitters_connected").whole == 4)
        let changes = try await setting.changes()
        // A share of nothing but the list, month by month too.
        #expect(after.months.map(\.whole) == [3])
        #expect(changes.added.map(\.name).map { $0.hasPrefix("Chợ Sáu") } == [true])
        #expect((changes.addedCount, changes.leftCount) == (1, 0))
    }

    @Test(arguments: TestEngine.available)
    func `names who left, and keeps them in the whole`(engine: TestEngine) async throws {
        let setting = try await Setting(engine)
        try await setting.freeze()
        let (id, police) = (setting.ids[2], setting.own.draft.ward.officer(.police))
        try await setting.database.write { tx in
            let record = try tx.record(id, of: Facilities.description, for: police)
            try tx.endRecord(id, of: Facilities.description, version: record.version, by: police)
        }
        let (changed, stopped) = (setting.ids[1], setting.ids[4])
        try await setting.database.write { tx in
            let record = try tx.record(changed, of: Facilities.description, for: police)
            var cells = record.cells
            cells["state"] = .text("stopped")
            try tx.changeRecord(
                changed, to: cells, of: Facilities.description, version: record.version,
                by: police)
        }
        let changes = try await setting.changes()
        #expect(Set(changes.left.map(\.record)) == [id, changed])
        #expect(!changes.left.contains { $0.record == stopped })
        #expect(changes.leftCount == 2)
        #expect(try await setting.own.target().measure?.figure.whole == 3)
        // Names are for who may read the register, numbers for everybody who sees the target.
        let other = try await setting.changes(as: .facilityHead)
        #expect(other.left.isEmpty)
        #expect(other.leftCount == 2)
    }

    @Test(arguments: TestEngine.available)
    func `is refused to others, of a day to come, of nothing, without a document`(
        engine: TestEngine
    ) async throws {
        let setting = try await Setting(engine)
        await #expect {
            try await setting.freeze(as: .division)
        } throws: { ($0 as? Problem)?.kind == .forbidden }
        for (day, basis, field) in [
            ("2026-11-22", "PA 12", "frozen_on"), ("2026-11-21", "", "basis"),
            ("2020-01-01", "PA 12", "frozen_on"),
        ] {
            await #expect {
                try await setting.freeze(on: day, basis: basis)
            } throws: { ($0 as? Problem)?.refusals[field] != nil }
        }
        try await setting.own.measure(by: nil)
        await #expect {
            try await setting.freeze()
        } throws: { ($0 as? Problem)?.kind == .conflict }
    }

    @Test(arguments: TestEngine.available)
    func `ends with the indicator that it was made for`(engine: TestEngine) async throws {
        let setting = try await Setting(engine)
        try await setting.freeze()
        // Again: the new list takes the place of the old.
        try await setting.freeze(basis: "Phương án số 13/PA-UBND")
        #expect(
            try await setting.own.target().measure?.baseline?.basis == "Phương án số 13/PA-UBND")
        try await setting.own.measure(by: "transmitters_registered")
        #expect(try await setting.own.target().measure?.baseline == nil)
        try await setting.freeze()
        let (id, plan) = (try await setting.own.target().target.id, setting.own.draft.plan)
        let office = setting.own.office
        try await setting.database.write { try $0.thawTarget(id, of: plan, by: office) }
        #expect(try await setting.own.target().measure?.figure.whole == 3)
        await #expect {
            try await setting.database.write { try $0.thawTarget(id, of: plan, by: office) }
        } throws: { ($0 as? Problem)?.kind == .conflict }
    }
}
