import Domain
import Storage
import TestSupport
import Testing

@Suite struct `Figures for everybody` {
    @Test(arguments: TestEngine.available)
    func `are none until chosen, and then exactly those`(engine: TestEngine) async throws {
        let setting = try await IndicatorSetting(engine)
        try await setting.fill()
        let (database, office) = (setting.draft.database, setting.office)
        let none = try await database.read { try $0.publicFigures(ward: TestWard.code) }
        #expect(none.isEmpty)
        try await database.write {
            try $0.choosePublicFigures(["transmitters_connected"], by: office)
        }
        let one = try await database.read { try $0.publicFigures(ward: TestWard.code) }
        #expect(one.lines.map(\.indicator.key) == ["transmitters_connected"])
        #expect(one.lines.first?.figure.counted == 1)
        #expect(one.work == nil)
        try await database.write { try $0.choosePublicFigures(["work"], by: office) }
        let work = try await database.read { try $0.publicFigures(ward: TestWard.code) }
        #expect(work.lines.isEmpty)
        #expect((work.work?.open ?? 0) > 0)
        try await database.write { try $0.choosePublicFigures([], by: office) }
        #expect(try await database.read { try $0.publicFigures(ward: TestWard.code) }.isEmpty)
    }

    @Test(arguments: TestEngine.available)
    func `are chosen by who runs plans, from what there is`(engine: TestEngine) async throws {
        let setting = try await IndicatorSetting(engine)
        let ward = setting.draft.ward
        for (key, role, kind) in [
            ("work", Role.supervisor, Problem.Kind.forbidden), ("work", .division, .forbidden),
            ("nothing", .office, .notFound),
        ] {
            await #expect {
                try await setting.draft.database.write {
                    try $0.choosePublicFigures([key], by: ward.officer(role))
                }
            } throws: { ($0 as? Problem)?.kind == kind }
        }
    }
}
