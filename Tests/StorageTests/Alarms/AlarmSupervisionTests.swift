import Domain
import Storage
import TestSupport
import Testing

@Suite struct `Devices that fall silent` {
    fileprivate typealias Setting = `Cases of alarms`.Setting

    fileprivate func hear(_ setting: Setting, _ accounts: [String], at seconds: Int64) async throws
    {
        try await setting.database.write { tx in
            try tx.keepHeard(
                accounts.map {
                    HeardDevice(
                        ward: TestWard.code, account: $0,
                        at: TestEngine.moment.adding(seconds: seconds), learnt: 0)
                })
        }
    }

    private func overdue(
        _ setting: Setting, after seconds: Int64, lag: Int64 = 0
    ) async throws -> [OverdueDevice] {
        setting.clock.set(TestEngine.moment.adding(seconds: seconds))
        return try await setting.database.read { try $0.overdueDevices(lagSeconds: lag) }
    }

    private func declare(_ setting: Setting, after seconds: Int64) async throws {
        let devices = try await overdue(setting, after: seconds)
        try await setting.database.declareSilent(devices, ward: TestWard.code)
    }

    fileprivate func silences(_ setting: Setting) async throws -> [DeviceTroubleLine] {
        let police = setting.ward.officer(.police)
        return try await setting.database.read { try $0.deviceTroubles(for: police) }
    }

    private func device(_ setting: Setting) async throws -> Record {
        let (police, id) = (setting.ward.officer(.police), setting.alarms.transmitter)
        return try await setting.database.read {
            try $0.record(id, of: Transmitters.description, for: police)
        }
    }

    @Test(arguments: TestEngine.available)
    func `are overdue after their interval and 5 per cent`(engine: TestEngine) async throws {
        let setting = try await Setting(engine)
        // Never heard: another list.
        #expect(try await overdue(setting, after: 500).isEmpty)
        try await hear(setting, [setting.account], at: 0)
        // 90 seconds: 94.5.
        #expect(try await overdue(setting, after: 94).isEmpty)
        #expect(try await overdue(setting, after: 95).map(\.account) == [setting.account])
        #expect(try await overdue(setting, after: 98, lag: 35).isEmpty)
        #expect(try await overdue(setting, after: 133, lag: 35).count == 1)
    }

    @Test(arguments: TestEngine.available)
    func `become work of the police, until they are heard again`(engine: TestEngine) async throws {
        let setting = try await Setting(engine)
        try await hear(setting, [setting.account], at: 0)
        try await declare(setting, after: 98)
        try await declare(setting, after: 99)
        let lines = try await silences(setting)
        #expect(lines.map(\.number) == ["F17A"])
        #expect(lines[0].unitName == "Công an phường")
        try await setting.database.advanceTransmitters()
        #expect(try await device(setting)[Transmitters.stage] == .disconnected)
        #expect(try await overdue(setting, after: 200).isEmpty)
        let id = lines[0].id
        await #expect(throws: Problem.self) {
            try await setting.act { try $0.takeDeviceTrouble(id, words: "", by: $1) }
        }
        try await setting.act { try $0.takeDeviceTrouble(id, words: "Gọi nhà mạng", by: $1) }
        #expect(try await silences(setting)[0].words == "Gọi nhà mạng")
        try await hear(setting, [setting.account], at: 201)
        try await setting.database.tidyAlarms()
        #expect(try await silences(setting).isEmpty)
        #expect(try await device(setting)[Transmitters.disconnected] == nil)
        // No case for one device.
        #expect(try await setting.open().isEmpty)
    }

    @Test(arguments: TestEngine.available)
    func `are one trouble when they are many, beside which alarms stay`(
        engine: TestEngine
    ) async throws {
        let setting = try await Setting(engine)
        var accounts = [setting.account]
        for number in 1..<Outage.devicesFew {
            accounts.append(try await setting.alarms.add("A\(number)", in: setting.database))
        }
        try await hear(setting, accounts, at: 0)
        try await setting.report(.fireAlarm, after: 97)
        try await declare(setting, after: 98)
        let open = try await setting.open()
        #expect(open.map(\.kind) == [.alarm, .outage])
        #expect(open[1].zones == Outage.devicesFew)
        let steps = try await setting.steps()
        #expect(steps.map(\.kind) == [.opened, .lost])
        try await hear(setting, accounts, at: 150)
        setting.clock.set(TestEngine.moment.adding(seconds: 151))
        try await setting.database.tidyAlarms()
        #expect(try await setting.steps().last?.kind == .ended)
        let outage = open[1].id
        try await setting.act { try $0.closeAlarm(outage, by: $1) }
        #expect(try await setting.open().map(\.kind) == [.alarm])
    }

    @Test(arguments: TestEngine.available)
    func `and those that report advance in the register`(engine: TestEngine) async throws {
        let setting = try await Setting(engine)
        try await hear(setting, [setting.account], at: 0)
        try await setting.database.advanceTransmitters()
        #expect(try await device(setting)[Transmitters.connected] == TestEngine.moment.day)
        #expect(try await device(setting)[Transmitters.stage] == .connected)
        try await setting.report(.fireAlarm, after: 5)
        let id = try #require(try await setting.open().first).id
        setting.clock.set(TestEngine.moment.adding(seconds: 60))
        try await setting.act { try $0.judgeAlarm(id, .drill, cause: nil, words: "", by: $1) }
        for _ in 0..<2 {
            try await setting.database.advanceTransmitters()
        }
        #expect(try await device(setting)[Transmitters.tested] == TestEngine.moment.day)
        #expect(try await device(setting)[Transmitters.stage] == .tested)
    }
}

extension `Devices that fall silent` {
    @Test func `keep no other from the register when one cannot be written`() async throws {
        let setting = try await Setting(.sqlite)
        let police = setting.ward.officer(.police)
        let other = try await setting.alarms
            .addTransmitter("TB-02", by: police, in: setting.database)
        let accounts = [setting.account, try await other.add("A1", in: setting.database)]
        try await setting.database.write { tx in
            try tx.run(
                """
                CREATE TRIGGER broken BEFORE UPDATE ON transmitters WHEN OLD.serial = 'TB-01'
                BEGIN SELECT RAISE(ABORT, 'broken'); END
                """)
        }
        try await hear(setting, accounts, at: 0)
        await #expect(throws: (any Error).self) {
            try await setting.database.advanceTransmitters()
        }
        let connected = try await setting.database.read { tx in
            try tx.rows("SELECT serial FROM transmitters WHERE connected_on IS NOT NULL")
                .map { $0["serial"] as String }
        }
        #expect(connected == ["TB-02"])
    }

    @Test(arguments: TestEngine.available)
    func `are declared at once by who hears them`(engine: TestEngine) async throws {
        let setting = try await Setting(engine)
        try await hear(setting, [setting.account], at: 0)
        setting.clock.set(TestEngine.moment.adding(seconds: 200))
        // Heard later than the store knows, and silent since.
        func supervisor(heardAt seconds: Int64) -> AlarmSupervisor {
            let device = OverdueDevice(
                ward: TestWard.code, account: setting.account,
                heardAt: TestEngine.moment.adding(seconds: seconds))
            return AlarmSupervisor(
                database: setting.database,
                memory: AlarmSupervisor.Memory(overdue: { [device] }, declared: { _ in }))
        }
        try await supervisor(heardAt: 50).round()
        let found = try #require(try await silences(setting).first)
        #expect(found.beganAt == TestEngine.moment.adding(seconds: 50))
        // Another node has heard it meanwhile: it is not silent.
        try await hear(setting, [setting.account], at: 190)
        try await setting.database.tidyAlarms()
        try await supervisor(heardAt: 60).round()
        #expect(try await silences(setting).isEmpty)
    }

    @Test(arguments: TestEngine.available)
    func `are declared when two looks in a row find them so`(engine: TestEngine) async throws {
        let setting = try await Setting(engine)
        try await hear(setting, [setting.account], at: 0)
        setting.clock.set(TestEngine.moment.adding(seconds: 98))
        // A receiver of this program has heard it, and did not write so yet.
        let alive = AlarmSupervisor(
            database: setting.database,
            memory: AlarmSupervisor.Memory(overdue: { [] }, declared: { _ in }))
        let supervisor = AlarmSupervisor(database: setting.database, memory: nil)
        for _ in 0..<2 { try await alive.round() }
        for _ in 0..<2 { try await supervisor.round() }
        #expect(try await silences(setting).isEmpty)
        // Another program's receiver has its time to write.
        setting.clock.set(
            TestEngine.moment.adding(seconds: 98 + AlarmSupervisor.lagSecondsElsewhere))
        try await supervisor.round()
        #expect(try await silences(setting).isEmpty)
        try await supervisor.round()
        #expect(try await silences(setting).count == 1)
    }
}
