import Domain
import Storage
import TestSupport
import Testing

@Suite struct `Figures of the registers` {
    @Test(arguments: TestEngine.available)
    func `are none in an empty ward, whichever is asked`(engine: TestEngine) async throws {
        let setting = try await IndicatorSetting(engine)
        for indicator in Indicators.all {
            let figure = try await setting.figure(indicator.key)
            #expect(figure.counted == 0, "\(indicator.key)")
            #expect((figure.value == nil) == (indicator.unit == "percent"), "\(indicator.key)")
        }
    }

    @Test(arguments: TestEngine.available)
    func `count those that must, without who is exempt`(engine: TestEngine) async throws {
        let setting = try await IndicatorSetting(engine)
        try await setting.fill()
        let connected = try await setting.figure("transmitters_connected")
        #expect((connected.counted, connected.whole) == (1, 3))
        let registered = try await setting.figure("transmitters_registered")
        #expect((registered.counted, registered.whole) == (2, 3))
        let month = try await setting.figure("transmitters_registered_month")
        #expect((month.counted, month.whole) == (1, 3))
        let key = "transmitters_connected"
        #expect(try await setting.names(key, counted: true) == ["Chợ Một"])
        #expect(try await setting.names(key, counted: false) == ["Chợ Hai", "Chợ Ba"])
    }

    @Test(arguments: TestEngine.available)
    func `add up lengths, and lead to their records`(engine: TestEngine) async throws {
        let setting = try await IndicatorSetting(engine)
        for (name, length, state) in [
            ("Phố Một", "300", "found"), ("Phố Hai", "100", "buried"), ("Phố Ba", "", "found"),
        ] {
            _ = try await setting.keep(
                CableSections.description,
                ["name": name, "kind": "telecom", "length_m": length, "state": state])
        }
        let figure = try await setting.figure("cables_done")
        #expect(figure.value == 25)
        #expect((figure.counted, figure.whole) == (100, 400))
    }

    @Test(arguments: TestEngine.available)
    func `measure a target instead of what is typed`(engine: TestEngine) async throws {
        let setting = try await IndicatorSetting(engine)
        try await setting.fill()
        #expect(try await setting.target().measure == nil)
        try await setting.measure(by: "transmitters_connected")
        let standing = try await setting.target()
        #expect(standing.measure?.indicator.key == "transmitters_connected")
        #expect(standing.value.map { Int($0) } == 33)
        // The course begins with the day on which it was chosen.
        #expect(standing.measure?.months.count == 1)
        let (plan, id, office) = (setting.draft.plan, standing.target.id, setting.office)
        await #expect {
            try await setting.draft.database.write { tx in
                try tx.reportTarget(
                    id, of: plan, day: tx.today, value: 90, note: "", evidence: nil, by: office)
            }
        } throws: { ($0 as? Problem)?.kind == .conflict }
        try await setting.measure(by: nil)
        #expect(try await setting.target().value == nil)
    }

    @Test(arguments: TestEngine.available)
    func `measure nothing of another kind, nor for whoever runs no plans`(
        engine: TestEngine
    ) async throws {
        let setting = try await IndicatorSetting(engine)
        for (key, kind) in [
            ("learning_centres", Problem.Kind.invalid), ("nothing", .notFound),
        ] {
            await #expect {
                try await setting.measure(by: key)
            } throws: { ($0 as? Problem)?.kind == kind }
        }
        await #expect {
            try await setting.measure(by: "violations_handled", as: .division)
        } throws: { ($0 as? Problem)?.kind == .forbidden }
        #expect(try await setting.target().measure == nil)
    }

    @Test(arguments: TestEngine.available)
    func `are kept once for each month, the last counting`(engine: TestEngine) async throws {
        let setting = try await IndicatorSetting(engine)
        let indicator = try #require(Indicators.named("transmitters_connected"))
        try await setting.draft.database.write { try $0.keepIndicators(ward: TestWard.code) }
        try await setting.fill()
        try await setting.draft.database.write { try $0.keepIndicators(ward: TestWard.code) }
        let months = try await setting.draft.database.read {
            try $0.months(of: indicator, ward: TestWard.code)
        }
        #expect(months.map(\.counted) == [1])
        #expect(months.map(\.whole) == [3])
    }

    /// Two wards in one statement give what each gives by itself.
    @Test(arguments: TestEngine.available)
    func `of many wards are counted together, each its own`(engine: TestEngine) async throws {
        let setting = try await IndicatorSetting(engine)
        try await setting.fill()
        try await setting.draft.database.write { tx in
            try tx.addWard(code: "00002", name: "Hai", kind: "xã", province: "tỉnh Thử")
            try tx.keepIndicators(wards: [TestWard.code, "00002"])
        }
        for indicator in Indicators.all {
            let (own, other) = try await setting.draft.database.read { tx in
                (
                    try tx.months(of: indicator, ward: TestWard.code),
                    try tx.months(of: indicator, ward: "00002")
                )
            }
            #expect(own == [try await setting.figure(indicator.key)], "\(indicator.key)")
            #expect(other.map(\.counted) == [0], "\(indicator.key)")
            #expect(other.first?.whole == (indicator.part == nil ? nil : 0), "\(indicator.key)")
        }
    }
}
