import Domain
import Storage
import TestSupport
import Testing

@Suite struct `Outages` {
    private typealias Setting = `Cases of alarms`.Setting

    private func hear(
        _ database: Database, _ accounts: [String], ward: String = TestWard.code,
        at seconds: Int64 = 0
    ) async throws {
        let devices = accounts.map {
            HeardDevice(
                ward: ward, account: $0, at: TestEngine.moment.adding(seconds: seconds), learnt: 0)
        }
        try await database.write { try $0.keepHeard(devices) }
    }

    /// A supervisor that finds silent what the store knows to be overdue.
    private func supervise(_ setting: Setting, after seconds: Int64) async throws {
        setting.clock.set(TestEngine.moment.adding(seconds: seconds))
        let overdue = try await setting.database.read { try $0.overdueDevices(lagSeconds: 0) }
        try await AlarmSupervisor(
            database: setting.database,
            memory: AlarmSupervisor.Memory(overdue: { overdue }, declared: { _ in })
        ).round()
    }

    @Test(arguments: TestEngine.available)
    func `say what their devices have in common`(engine: TestEngine) async throws {
        let setting = try await Setting(engine)
        let (police, group) = (setting.ward.officer(.police), setting.ward.groups[0])
        let facility = setting.alarms.facility
        try await setting.database.write { tx in
            try tx.run("UPDATE facilities SET group_unit = \(group)")
            try tx.run("UPDATE transmitters SET carrier = 'Viettel'")
        }
        var accounts = [setting.account]
        // The same carrier in other letters, another one, and one that nobody wrote down.
        for (number, carrier) in ["VIETTEL", "Viettel", "VinaPhone", nil].enumerated() {
            let account = try await setting.database.write { tx in
                let device = try tx.addRecord(
                    try Transmitters.description.read([
                        "facility": facility, "serial": "TB-1\(number)", "carrier": carrier ?? "",
                    ]), to: Transmitters.description, by: police)
                return try tx.addAlarmAccount(
                    NewAlarmAccount(transmitter: device, number: "B\(number)"),
                    ward: TestWard.code, origin: "test")
            }
            accounts.append(account)
        }
        try await hear(setting.database, accounts)
        try await setting.report(.power, zone: nil, after: 50)
        try await supervise(setting, after: 98)
        let outage = try #require(try await setting.open().first)
        #expect(outage.kind == .outage)
        #expect(outage.zones == 5)
        let traits = try #require(outage.outage)
        #expect(traits.carrier == .init(name: "Viettel", devices: 3))
        #expect(traits.group == .init(name: "Tổ dân phố số 1", devices: 5))
        #expect(traits.withoutPower == 1)
        #expect(traits.elsewhere == nil)
        let steps = try await setting.steps()
        #expect(steps.map(\.kind) == [.lost])
        #expect(
            steps[0].words
                == "5 thiết bị · 3 của nhà mạng Viettel · 5 ở Tổ dân phố số 1 · 1 đã báo mất điện trước đó"
        )
        // Of those that are still lost.
        try await hear(setting.database, Array(accounts.suffix(2)), at: 150)
        setting.clock.set(TestEngine.moment.adding(seconds: 151))
        try await setting.database.tidyAlarms()
        let left = try #require(try await setting.open().first)
        #expect(left.zones == 3)
        #expect(left.outage?.devices == 3)
        #expect(try await setting.steps().last?.kind == .outage)
        try await hear(setting.database, accounts, at: 200)
        setting.clock.set(TestEngine.moment.adding(seconds: 201))
        try await setting.database.tidyAlarms()
        #expect(try await setting.open().first?.outage?.devices == 5)
        #expect(try await setting.steps().last?.kind == .ended)
    }

    /// Devices in wards of their own, four in each.
    private func spread(
        over wards: Int, from first: Int = 0, _ setting: Setting
    ) async throws {
        for number in first..<first + wards {
            let ward = "1\(String(number + 1_000).suffix(4))"
            try await setting.database.write { tx in
                try tx.addWard(code: ward, name: "Khác", kind: "xã", province: "tỉnh Thử")
                for (table, columns) in [
                    ("facilities", "name, kind, address, state"),
                    ("transmitters", "facility, serial"),
                ] {
                    try tx.run(
                        """
                        INSERT INTO \(SQL(stringLiteral: table)) (ward, id, search, created_at,
                            created_by, \(SQL(stringLiteral: columns)))
                        SELECT \(ward), id, search, created_at, created_by,
                            \(SQL(stringLiteral: columns))
                        FROM \(SQL(stringLiteral: table)) WHERE ward = \(TestWard.code)
                        """)
                }
                for device in 0..<4 {
                    let account = try tx.addAlarmAccount(
                        NewAlarmAccount(
                            transmitter: setting.alarms.transmitter,
                            number: "C\(number * 4 + device)"),
                        ward: ward, origin: "test")
                    try tx.keepHeard([
                        HeardDevice(
                            ward: ward, account: account, at: TestEngine.moment, learnt: 0)
                    ])
                }
            }
        }
    }

    private func outages(_ setting: Setting) async throws -> [(ward: String, zones: Int)] {
        try await setting.database.read { tx in
            try tx.rows("SELECT ward, zones FROM alarm_cases WHERE kind = 'outage' ORDER BY ward")
                .map { ($0["ward"], $0["zones"]) }
        }
    }

    @Test(arguments: TestEngine.available)
    func `of many wards are a case in each, though each has lost few`(
        engine: TestEngine
    ) async throws {
        let setting = try await Setting(engine)
        // Four in each of twelve wards are 48, and not yet many.
        try await spread(over: 12, setting)
        try await supervise(setting, after: 98)
        #expect(try await outages(setting).isEmpty)
        try await hear(setting.database, [setting.account], at: 98)
        try await spread(over: 1, from: 12, setting)
        try await supervise(setting, after: 200)
        let found = try await outages(setting)
        #expect(found.count == 14)
        #expect(found.map(\.zones) == [1] + Array(repeating: 4, count: 13))
        let outage = try #require(try await setting.open().first)
        #expect(outage.outage?.elsewhere == Outage.Elsewhere(devices: 52, wards: 13))
        // Their people are told again when it has doubled, and not of each that is lost.
        #expect(try await setting.steps().map(\.kind) == [.lost])
        try await spread(over: 1, from: 13, setting)
        try await supervise(setting, after: 300)
        #expect(try await setting.steps().map(\.kind) == [.lost])
        try await spread(over: 12, from: 14, setting)
        try await supervise(setting, after: 400)
        let steps = try await setting.steps()
        #expect(steps.map(\.kind) == [.lost, .outage])
        #expect(steps[1].words?.hasSuffix("và 104 thiết bị ở 26 phường, xã khác") == true)
        #expect(try await outages(setting).count == 27)
    }

    @Test(arguments: TestEngine.available)
    func `of long ago are not gathered`(engine: TestEngine) async throws {
        let setting = try await Setting(engine)
        try await spread(over: 12, setting)
        try await supervise(setting, after: 98)
        try await spread(over: 1, from: 12, setting)
        try await supervise(setting, after: 98 + Outage.windowSeconds)
        #expect(try await outages(setting).isEmpty)
    }
}

extension `Outages` {
    @Test(arguments: TestEngine.available)
    func `are told once, however many transactions they take`(engine: TestEngine) async throws {
        let setting = try await Setting(engine)
        let police = setting.ward.officer(.police)
        let (devices, facility) = (Transmitters.description, setting.alarms.facility)
        let count = Database.declaredAtOnce + 1
        let accounts = try await setting.database.write { tx in
            try (0..<count).map { number in
                let device = try tx.addRecord(
                    try devices.read(["facility": facility, "serial": "TB-\(number + 10)"]),
                    to: devices, by: police)
                return try tx.addAlarmAccount(
                    NewAlarmAccount(transmitter: device, number: "B\(number)"),
                    ward: TestWard.code, origin: "test")
            }
        }
        func lost() async throws -> Int {
            try await setting.database.read { tx in
                try tx.rows("SELECT 1 AS x FROM transmitters WHERE disconnected_on IS NOT NULL")
                    .count
            }
        }
        try await hear(setting.database, accounts)
        try await supervise(setting, after: 100)
        let open = try await setting.open()
        #expect(open.map(\.zones) == [count])
        #expect(try await setting.steps().map(\.kind) == [.lost])
        try await setting.database.advanceTransmitters()
        #expect(try await lost() == count)
        // All but one.
        try await hear(setting.database, Array(accounts.dropFirst()), at: 150)
        setting.clock.set(TestEngine.moment.adding(seconds: 151))
        try await setting.database.tidyAlarms()
        #expect(try await setting.steps().map(\.kind) == [.lost, .outage])
        #expect(try await setting.open().map(\.zones) == [1])
        #expect(try await lost() == 1)
        try await setting.database.tidyAlarms()
        #expect(try await setting.steps().count == 2)
    }
}
