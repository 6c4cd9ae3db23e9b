import Domain
import Storage
import TestSupport
import Testing

@Suite struct `Figures of residential groups` {
    @Test(arguments: TestEngine.available)
    func `add up to the ward's, and a group without records is not zero`(
        engine: TestEngine
    ) async throws {
        let setting = try await IndicatorSetting(engine)
        let groups = setting.draft.ward.groups
        for (place, group) in [groups[0], groups[0], ""].enumerated() {
            let id = try await setting.keep(
                Facilities.description,
                [
                    "name": "Chợ \(place)", "kind": "market", "address": "\(place + 1) phố Thử",
                    "state": "working", "group_unit": group,
                ])
            guard place != 1 else { continue }
            _ = try await setting.keep(
                Transmitters.description,
                ["facility": id, "registered_on": "2026-10-01", "connected_on": "2026-11-01"])
        }
        let indicator = try #require(Indicators.named("transmitters_connected"))
        let office = setting.office
        let (lines, ward, own, other, names) = try await setting.draft.database.read { tx in
            (
                try tx.figuresByGroup(of: indicator, ward: TestWard.code),
                try tx.figure(of: indicator, ward: TestWard.code),
                try tx.figures(ofGroup: groups[0], ward: TestWard.code),
                try tx.figures(ofGroup: groups[1], ward: TestWard.code),
                try tx.records(
                    of: indicator, counted: false, group: groups[0], for: office
                ).records.compactMap { $0[Facilities.name] }
            )
        }
        #expect(lines.map(\.unit?.id) == groups + [nil])
        #expect(lines[0].figure.value == 50)
        #expect(lines[1].figure.value == nil)
        #expect((lines.last?.figure.counted, lines.last?.figure.whole) == (1, 1))
        #expect(lines.reduce(0) { $0 + $1.figure.counted } == ward.counted)
        #expect(lines.reduce(0) { $0 + ($1.figure.whole ?? 0) } == ward.whole)
        #expect(names == ["Chợ 1"])
        #expect(own.first { $0.indicator.key == indicator.key }?.figure.value == 50)
        #expect(other.isEmpty)
    }

    @Test(arguments: TestEngine.available)
    func `are told of every indicator whose records belong to groups`(
        engine: TestEngine
    ) async throws {
        let setting = try await IndicatorSetting(engine)
        try await setting.fill()
        let groups = setting.draft.ward.groups.count
        for indicator in Indicators.all {
            let lines = try await setting.draft.database.read {
                try $0.figuresByGroup(of: indicator, ward: TestWard.code)
            }
            let isGrouped = indicator.set.register.groupKey != nil
            #expect(lines.count { $0.unit != nil } == (isGrouped ? groups : 0))
        }
    }
}
