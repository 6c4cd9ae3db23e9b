import Domain
import Storage
import TestSupport
import Testing

@Suite struct `Drills of devices` {
    private typealias Setting = `Cases of alarms`.Setting

    private func pass(_ setting: Setting, to seconds: Int64) {
        setting.clock.set(TestEngine.moment.adding(seconds: seconds))
    }

    private func plan(
        _ setting: Setting, after seconds: Int64 = 0, minutes: Int? = 30, repeats: Bool = false
    ) async throws {
        let device = setting.alarms.transmitter
        let begins = TestEngine.moment.adding(seconds: seconds)
        try await setting.act {
            try $0.planDrill(
                of: device, begins: begins, minutes: minutes, repeats: repeats, by: $1)
        }
    }

    /// What the program does by itself every few seconds.
    private func tidy(_ setting: Setting, at seconds: Int64) async throws {
        pass(setting, to: seconds)
        try await setting.database.tidyAlarms()
    }

    private func line(_ setting: Setting, _ role: Role = .police) async throws -> DeviceDrillLine? {
        let officer = setting.ward.officer(role)
        return try await setting.database.read { try $0.deviceDrills(for: officer) }.first
    }

    private func counts(_ setting: Setting) async throws -> DeviceDrillCounts {
        let police = setting.ward.officer(.police)
        return try await setting.database.read { try $0.deviceDrillCounts(for: police) }
    }

    @Test(arguments: TestEngine.available)
    func `are measured from the frame to the person who answers`(engine: TestEngine) async throws {
        let setting = try await Setting(engine)
        #expect(
            try await counts(setting) == DeviceDrillCounts(devices: 1, due: 1, failed: 0))
        try await plan(setting, after: 60)
        try await tidy(setting, at: 59)
        #expect(try await line(setting)?.planned?.hasBegun == false)
        try await tidy(setting, at: 60)
        #expect(try await line(setting)?.planned?.hasBegun == true)
        pass(setting, to: 101)
        try await setting.report(.manualCallPoint, after: 100)
        let found = try #require(try await setting.open().first)
        #expect(found.isTrial)
        let drill = try #require(found.drill)
        pass(setting, to: 102)
        for _ in 0..<2 { try await setting.act { try $0.showDrill(drill, by: $1) } }
        // It calls nobody up the ladder.
        let steps = try await setting.database.write {
            try $0.escalate(ward: TestWard.code, address: "", ways: [])
        }
        #expect(steps == 0)
        #expect(try await setting.steps().map(\.isDrill) == [true])
        try await tidy(setting, at: 103)
        #expect(try await line(setting)?.last == nil)
        pass(setting, to: 107)
        try await setting.act(.office) { try $0.takeAlarm(found.id, insteadOf: nil, by: $1) }
        try await tidy(setting, at: 110)
        let after = try #require(try await line(setting))
        let last = try #require(after.last)
        #expect(last.outcome == .passed)
        #expect(last.receivedAt == TestEngine.moment.adding(seconds: 100))
        #expect(last.followedAt == TestEngine.moment.adding(seconds: 101))
        #expect(last.shownAt == TestEngine.moment.adding(seconds: 102))
        #expect(last.milliseconds == 7_000)
        #expect(last.answeredBy == setting.ward.officer(.office).name)
        #expect(after.planned == nil)
        #expect(!after.isDue)
        #expect(
            try await counts(setting) == DeviceDrillCounts(devices: 1, due: 0, failed: 0))
        // The device is tried to the end of its time; then the case is over as a drill.
        try await tidy(setting, at: 60 + 1_800)
        #expect(try await setting.open().isEmpty)
        let police = setting.ward.officer(.police)
        let ended = try await setting.database.read { try $0.endedAlarmCases(for: police) }
        #expect(ended.map(\.outcome) == [.drill])
        // A month later it is due again.
        pass(setting, to: 30 * 86_400)
        #expect(try await line(setting)?.isDue == true)
    }

    @Test(arguments: TestEngine.available)
    func `advance the register as any alarm that was tried`(engine: TestEngine) async throws {
        let setting = try await Setting(engine)
        try await plan(setting)
        try await tidy(setting, at: 0)
        try await setting.report(.fireAlarm, after: 5)
        let id = try #require(try await setting.open().first).id
        try await setting.act { try $0.takeAlarm(id, insteadOf: nil, by: $1) }
        for seconds in [Int64(10), 1_800] { try await tidy(setting, at: seconds) }
        try await setting.database.advanceTransmitters()
        let (police, device) = (setting.ward.officer(.police), setting.alarms.transmitter)
        let record = try await setting.database.read {
            try $0.record(device, of: Transmitters.description, for: police)
        }
        #expect(record[Transmitters.tested] == TestEngine.moment.day)
    }

    @Test(arguments: TestEngine.available)
    func `without a frame or without an answer are work of the police`(
        engine: TestEngine
    ) async throws {
        let setting = try await Setting(engine)
        let police = setting.ward.officer(.police)
        try await plan(setting, minutes: 5)
        try await tidy(setting, at: 0)
        try await tidy(setting, at: 299)
        #expect(try await line(setting)?.last == nil)
        try await tidy(setting, at: 300)
        let silent = try #require(try await line(setting)?.last)
        #expect(silent.outcome == .silent)
        #expect(silent.unitName == "Công an phường")
        #expect(
            try await counts(setting) == DeviceDrillCounts(devices: 1, due: 1, failed: 1))
        let work = try await setting.database.read { try $0.failedDrillCountOfUnit(for: police) }
        #expect(work == 1)
        await #expect(throws: Problem.self) {
            try await setting.act { try $0.takeDrill(silent.id, words: "", by: $1) }
        }
        try await setting.act { try $0.takeDrill(silent.id, words: "Gọi nhà cung cấp", by: $1) }
        #expect(try await line(setting)?.last?.words == "Gọi nhà cung cấp")
        try await plan(setting, after: 400, minutes: 5)
        try await tidy(setting, at: 400)
        try await setting.report(.fireAlarm, after: 401)
        try await tidy(setting, at: 700)
        #expect(try await line(setting)?.last?.outcome == .unanswered)
        // One that passes ends the work.
        try await plan(setting, after: 800, minutes: 5)
        try await tidy(setting, at: 800)
        try await setting.report(.fireAlarm, after: 801)
        let id = try #require(try await setting.open().first).id
        try await setting.act { try $0.judgeAlarm(id, .drill, cause: nil, words: "", by: $1) }
        try await tidy(setting, at: 802)
        #expect(try await line(setting)?.last?.outcome == .passed)
        let left = try await setting.database.read { try $0.failedDrillCountOfUnit(for: police) }
        #expect(left == 0)
    }

    @Test(arguments: TestEngine.available)
    func `come again every month, and say when their hour was missed`(
        engine: TestEngine
    ) async throws {
        let setting = try await Setting(engine)
        try await plan(setting, repeats: true)
        // The program stood still for an hour.
        try await tidy(setting, at: 3_600)
        let found = try #require(try await line(setting))
        #expect(found.last?.outcome == .missed)
        #expect(found.planned?.repeats == true)
        #expect(found.planned?.beginsAt.vietnamese == "09:00 21/12/2026")
        // Months in which nothing ran are not made up for.
        try await tidy(setting, at: 65 * 86_400)
        #expect(try await line(setting)?.planned?.beginsAt.vietnamese == "09:00 21/02/2027")
    }

    @Test(arguments: TestEngine.available)
    func `are planned once, in their hours, for devices that can report`(
        engine: TestEngine
    ) async throws {
        let setting = try await Setting(engine)
        for (seconds, minutes) in [
            (Int64(-61), 30), (367 * 86_400, 30), (0, 4), (0, 241),
        ] {
            await #expect(throws: Problem.self) {
                try await self.plan(setting, after: seconds, minutes: minutes)
            }
        }
        await #expect(throws: Problem.self) { try await self.plan(setting, minutes: nil) }
        await #expect(throws: Problem.self) {
            let device = setting.alarms.transmitter
            try await setting.act(.groupHead) {
                try $0.planDrill(
                    of: device, begins: TestEngine.moment, minutes: 30, repeats: false, by: $1)
            }
        }
        try await plan(setting)
        let twice = await #expect(throws: Problem.self) { try await self.plan(setting) }
        #expect(twice?.kind == .conflict)
        // Another device of the facility, at the same time and after it.
        let (facility, register) = (setting.alarms.facility, Transmitters.description)
        let police = setting.ward.officer(.police)
        let other = try await setting.database.write { tx in
            let id = try tx.addRecord(
                try register.read(["facility": facility, "serial": "TB-02"]), to: register,
                by: police)
            return id
        }
        let plan: @Sendable (Int64) async throws -> Void = { seconds in
            try await setting.act {
                try $0.planDrill(
                    of: other, begins: TestEngine.moment.adding(seconds: seconds), minutes: 30,
                    repeats: false, by: $1)
            }
        }
        let without = await #expect(throws: Problem.self) { try await plan(1_800) }
        #expect(without?.kind == .invalid)
        try await setting.database.write {
            _ = try $0.addAlarmAccount(
                NewAlarmAccount(transmitter: other, number: "F17B"), ward: TestWard.code,
                origin: "test")
        }
        let beside = await #expect(throws: Problem.self) { try await plan(1_799) }
        #expect(beside?.kind == .conflict)
        try await plan(1_800)
    }

    @Test(arguments: TestEngine.available)
    func `that are taken back leave alarms what they are`(engine: TestEngine) async throws {
        let setting = try await Setting(engine)
        try await plan(setting)
        try await tidy(setting, at: 0)
        let id = try #require(try await line(setting)?.planned).id
        pass(setting, to: 10)
        try await setting.act { try $0.cancelDrill(id, by: $1) }
        #expect(try await line(setting)?.planned == nil)
        #expect(try await line(setting)?.last == nil)
        try await setting.report(.fireAlarm, after: 11)
        #expect(try await setting.open().map(\.isTrial) == [false])
        await #expect(throws: Problem.self) {
            try await setting.act { try $0.cancelDrill(id, by: $1) }
        }
        // A drill waits for the end of another trial of its facility.
        let device = setting.alarms.transmitter
        try await setting.act {
            try $0.beginAlarmTrial(of: device, minutes: 10, reason: "Bảo dưỡng", by: $1)
        }
        try await plan(setting, after: 10, minutes: 30)
        try await tidy(setting, at: 60)
        #expect(try await line(setting)?.planned?.hasBegun == false)
        try await tidy(setting, at: 611)
        #expect(try await line(setting)?.planned?.hasBegun == true)
        // Whoever ends its trial ends its time with it.
        let trial = try await setting.database.read {
            try $0.alarmTrials(for: setting.ward.officer(.police)).first?.id
        }
        try await setting.act { try $0.endAlarmTrial(trial ?? "", by: $1) }
        try await tidy(setting, at: 612)
        #expect(try await line(setting)?.last?.outcome == .silent)
    }

    @Test(arguments: TestEngine.available)
    func `are seen in the own area`(engine: TestEngine) async throws {
        let setting = try await Setting(engine)
        #expect(try await line(setting, .groupHead) == nil)
        let group = setting.ward.groups[0]
        try await setting.database.write {
            _ = try $0.run("UPDATE facilities SET group_unit = \(group)")
        }
        #expect(try await line(setting, .groupHead) != nil)
        #expect(try await line(setting, .division) == nil)
    }
}
