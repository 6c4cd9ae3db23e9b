import Domain
import Storage
import TestSupport
import Testing

/// A province over three wards, and a ward of nobody: one keeps facilities, one has only begun, one
/// has nothing.
@Suite struct `The level above` {
    private struct Setting {
        let own: IndicatorSetting
        let province: Officer

        init(_ engine: TestEngine) async throws {
            own = try await IndicatorSetting(engine)
            try await own.fill()
            province = try await own.draft.database.write { tx in
                try tx.addWard(code: "10000", name: "Thử", kind: "tỉnh", province: "tỉnh Thử")
                for (code, name) in [("00002", "Hai"), ("00003", "Ba")] {
                    try tx.addWard(
                        code: code, name: name, kind: "xã", province: "tỉnh Thử", above: "10000")
                }
                try tx.addWard(code: "20000", name: "Khác", kind: "xã", province: "tỉnh Khác")
                try tx.placeWard(TestWard.code, under: "10000")
                let id = try tx.addAccount(
                    NewAccount(
                        login: "tinh", name: "Người tỉnh", role: .office, unit: nil,
                        passwordHash: "none"), ward: "10000", by: nil)
                try tx.keepIndicators(wards: try tx.wardCodes())
                return Officer(
                    id: id, ward: "10000", login: "tinh", name: "Người tỉnh", role: .office,
                    unit: nil, origin: "test")
            }
        }

        var database: Database { own.draft.database }
        func below(_ officer: Officer? = nil) async throws -> FiguresBelow {
            let officer = officer ?? province
            return try await database.read { try $0.figuresBelow(for: officer) }
        }
    }

    @Test(arguments: TestEngine.available)
    func `sees its wards, and names those without figures`(engine: TestEngine) async throws {
        let setting = try await Setting(engine)
        let found = try await setting.below()
        #expect(Set(found.wards.map(\.ward.code)) == [TestWard.code, "00002", "00003"])
        #expect(found.wards.filter(\.hasBegun).map(\.ward.code) == [TestWard.code])
        let connected = found.figures.filter { $0.indicator == "transmitters_connected" }
        #expect(connected.map(\.wards) == [1])
        #expect(connected.map(\.figure.counted) == [1])
        #expect(connected.map(\.figure.whole) == [3])
        // No fires, told by one ward: a zero. Of the two others nothing is known.
        let fires = found.figures.filter { $0.indicator == "fires_year" }
        #expect(fires.map(\.wards) == [1])
        #expect(found.branches.isEmpty)
    }

    /// Told by the month before, until this one is counted; older than that is nothing.
    @Test(arguments: TestEngine.available, [("2026-10-01", 2), ("2026-09-01", 1)])
    func `takes the last counting of two months`(
        engine: TestEngine, kept: (month: String, wards: Int)
    ) async throws {
        let setting = try await Setting(engine)
        try await setting.database.write { tx in
            let facilities = Facilities.description
            let ward = "00002"
            let id = try tx.addAccount(
                NewAccount(
                    login: "hai", name: "Người Hai", role: .police, unit: nil,
                    passwordHash: "none"), ward: ward, by: nil)
            let officer = Officer(
                id: id, ward: ward, login: "hai", name: "Người Hai", role: .police, unit: nil,
                origin: "test")
            let cells = try facilities.read([
                "name": "Chợ", "kind": "market", "address": "Phố", "state": "working",
            ])
            try tx.addRecord(cells, to: facilities, by: officer)
            try tx.keepIndicators(wards: [ward])
            try tx.run(
                """
                UPDATE indicator_months SET month = \(kept.month), day = \(kept.month)
                WHERE ward = \(ward)
                """)
        }
        let found = try await setting.below()
        let connected = found.figures.filter { $0.indicator == "transmitters_connected" }
        #expect(connected.reduce(0) { $0 + $1.wards } == kept.wards)
        #expect(found.wards.filter(\.hasBegun).count == 2)
    }

    @Test(arguments: TestEngine.available)
    func `tells when a ward last wrote something`(engine: TestEngine) async throws {
        let setting = try await Setting(engine)
        let found = try await setting.below()
        let today = TestEngine.moment.day
        #expect(
            found.wards.first { $0.ward.code == TestWard.code }?.lastAct == today)
        // What the machine does is nobody's writing.
        #expect(found.wards.first { $0.ward.code == "00002" }?.lastAct == nil)
        #expect(found.wards.count { $0.isSilent(on: today) } == 2)
        let later = today.adding(days: WardStanding.quietDaysMax + 1)
        #expect(found.wards.allSatisfy { $0.isSilent(on: later) })
    }

    @Test(arguments: TestEngine.available)
    func `of another level adds up by what is directly below`(engine: TestEngine) async throws {
        let setting = try await Setting(engine)
        try await setting.database.write { tx in
            try tx.addWard(code: "90000", name: "Nam", kind: "trung ương", province: "Việt Nam")
            try tx.placeWard("10000", under: "90000")
            try tx.placeWard("20000", under: "90000")
        }
        let nation = Officer(
            id: "x", ward: "90000", login: "x", name: "x", role: .chairman, unit: nil,
            origin: "test")
        let found = try await setting.below(nation)
        #expect(found.branches.map(\.code) == ["10000"])
        #expect(found.wards.count == 4)
        #expect(
            found.figures.filter { $0.indicator == "transmitters_connected" }.map(\.branch)
                == ["10000"])
    }

    @Test(arguments: TestEngine.available)
    func `is no level for a ward, nor for who does not read everything`(
        engine: TestEngine
    ) async throws {
        let setting = try await Setting(engine)
        let ward = setting.own.draft.ward
        #expect(try await setting.below(ward.officer(.chairman)).wards.isEmpty)
        let (office, province) = (ward.officer(.office), setting.province)
        let isAbove = try await setting.database.read { tx in
            (try tx.isAbove(office), try tx.isAbove(province))
        }
        #expect(isAbove == (false, true))
        await #expect {
            _ = try await setting.below(ward.officer(.division))
        } throws: { ($0 as? Problem)?.kind == .forbidden }
        await #expect {
            _ = try await setting.database.read { try $0.wardBelow("20000", for: province) }
        } throws: { ($0 as? Problem)?.kind == .notFound }
    }

    @Test(arguments: TestEngine.available)
    func `is never below itself`(engine: TestEngine) async throws {
        let setting = try await Setting(engine)
        for (code, above, kind) in [
            ("10000", TestWard.code, Problem.Kind.invalid), ("10000", "10000", .invalid),
            ("10000", "77777", .notFound), ("77777", "10000", .notFound),
        ] {
            await #expect {
                try await setting.database.write { try $0.placeWard(code, under: above) }
            } throws: { ($0 as? Problem)?.kind == kind }
        }
        try await setting.database.write { try $0.placeWard("00003", under: nil) }
        #expect(try await setting.below().wards.count == 2)
    }
}
