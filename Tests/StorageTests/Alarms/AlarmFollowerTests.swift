import Domain
import Storage
import TestSupport
import Testing

@Suite struct `Following alarms` {
    private static let brokenWard = "00000"

    /// A ward that is followed first, and whose steps cannot be kept: another one stands in their place.
    private func breakWard(_ database: Database) async throws -> String {
        try await database.write { tx in
            let ward = Self.brokenWard
            try tx.addWard(code: ward, name: "Hỏng", kind: "phường", province: "tỉnh Thử")
            let account = try tx.addAccount(
                NewAccount(
                    login: "other", name: "Người khác", role: .police, unit: nil,
                    passwordHash: "none"), ward: ward, by: nil)
            let police = Officer(
                id: account, ward: ward, login: "other", name: "Người khác", role: .police,
                unit: nil, origin: "test")
            let (facilities, devices) = (Facilities.description, Transmitters.description)
            let facility = try tx.addRecord(
                try facilities.read([
                    "name": "Chợ Hỏng", "kind": "market", "address": "Số 2", "state": "working",
                ]), to: facilities, by: police)
            let transmitter = try tx.addRecord(
                try devices.read(["facility": facility]), to: devices, by: police)
            try tx.run(
                """
                INSERT INTO alarm_cases (ward, id, kind, opened_at, changed_at, priority, zones,
                    is_trial, sends_first, verify_by, closed_at)
                VALUES (\(ward), 'x', 'outage', 0, 0, 0, 0, 0, 0, 0, 0)
                """)
            try tx.run(
                """
                INSERT INTO alarm_case_steps (ward, sequence, case_id, at, kind)
                VALUES (\(ward), 1, 'x', 0, 'outage')
                """)
            return try tx.addAlarmAccount(
                NewAlarmAccount(transmitter: transmitter, number: "F17B"), ward: ward,
                origin: "test")
        }
    }

    private func cases(_ database: Database, ward: String) async throws -> Int {
        let found: Int? = try await database.read {
            try $0.value(
                """
                SELECT COUNT(*) AS value FROM alarm_cases WHERE ward = \(ward) AND kind = 'alarm'
                """)
        }
        return found ?? 0
    }

    @Test(arguments: TestEngine.available)
    func `goes on in every ward beside one that fails, which is tried again`(
        engine: TestEngine
    ) async throws {
        let setting = try await `Cases of alarms`.Setting(engine)
        let database = setting.database
        let broken = try await breakWard(database)
        let frame = ReceivedFrame(
            ward: Self.brokenWard, account: broken, receivedAt: TestEngine.moment, deviceAt: nil,
            sequence: 1, content: 7, raw: [10, 13],
            signals: [
                AlarmSignal(
                    kind: .fireAlarm, change: .begun, scheme: "contactID", code: "110",
                    zone: "001", meaning: "Báo cháy")
            ])
        try await database.write { _ = try $0.keepAlarms([frame]) }
        try await setting.report(.fireAlarm, follows: false)
        let follower = AlarmFollower(database: database)
        // Told to who runs it, after everything else was followed.
        await #expect(throws: (any Error).self) { try await follower.follow() }
        #expect(try await setting.open().count == 1)
        #expect(try await cases(database, ward: Self.brokenWard) == 0)
        let later: Int64 = 120
        setting.clock.set(TestEngine.moment.adding(seconds: later))
        try await setting.report(.fireAlarm, zone: "002", after: later, follows: false)
        await #expect(throws: (any Error).self) { try await follower.follow() }
        #expect(try await setting.open().map(\.zones) == [2])
        // Within the ward too: what can be followed is.
        let waiting = try await database.read { try $0.unfollowedAlarms(limit: 10) }
        #expect(waiting.map(\.ward) == [Self.brokenWard])
        // Once the fault is gone its alarm is not.
        try await database.write {
            _ = try $0.run("DELETE FROM alarm_case_steps WHERE ward = \(Self.brokenWard)")
        }
        try await follower.follow()
        #expect(try await cases(database, ward: Self.brokenWard) == 1)
        #expect(try await setting.steps().map(\.kind) == [.opened, .zone, .raised])
    }

    @Test(arguments: TestEngine.available)
    func `passes over an event that cannot be followed, within its ward too`(
        engine: TestEngine
    ) async throws {
        let setting = try await `Cases of alarms`.Setting(engine)
        let database = setting.database
        try await setting.report(.fireAlarm)
        // A step stands in the place of the next one, which the second zone would be told by.
        try await database.write { tx in
            _ = try tx.run(
                """
                INSERT INTO alarm_case_steps (ward, sequence, case_id, at, kind)
                SELECT ward, sequence + 1, case_id, at, kind FROM alarm_case_steps
                """)
        }
        try await setting.report(.fireAlarm, zone: "002", after: 1, follows: false)
        try await setting.report(.fault, zone: "009", after: 2, follows: false)
        let follower = AlarmFollower(database: database)
        for _ in 0..<2 {
            await #expect(throws: (any Error).self) { try await follower.follow() }
        }
        #expect(try await setting.zones() == ["001": .alarm, "009": .fault])
        let waiting = try await database.read { try $0.unfollowedAlarms(limit: 10) }
        #expect(waiting.count == 1)
        // However many of them wait in front of it.
        let count = AlarmFollower.atOnce + 5
        try await setting.alarms.report(
            zones: (0..<count).map { "\(200 + $0)" }, after: 3, from: setting.account, in: database)
        await #expect(throws: (any Error).self) { try await follower.follow() }
        try await setting.report(.fault, zone: "010", after: 4, follows: false)
        for _ in 0..<2 {
            await #expect(throws: (any Error).self) { try await follower.follow() }
        }
        #expect(try await setting.zones() == ["001": .alarm, "009": .fault, "010": .fault])
        try await database.write {
            _ = try $0.run("DELETE FROM alarm_case_steps WHERE sequence = 2")
        }
        while try await !database.read({ try $0.unfollowedAlarms(limit: 1) }).isEmpty {
            try await follower.follow()
        }
        #expect(try await setting.open().map(\.zones) == [count + 2])
    }

    @Test(arguments: TestEngine.available)
    func `follows an event once, and takes no more of them than it was told`(
        engine: TestEngine
    ) async throws {
        let setting = try await `Cases of alarms`.Setting(engine)
        for zone in ["001", "002"] {
            try await setting.report(.fireAlarm, zone: zone, follows: false)
        }
        let waiting = try await setting.database.read { try $0.unfollowedAlarms(limit: 10) }
        #expect(waiting.count == 2)
        #expect(
            try await setting.database.read { try $0.unfollowedAlarms(limit: 1) } == [waiting[0]])
        let except: Set = [TestWard.code]
        #expect(
            try await setting.database.read { try $0.unfollowedAlarms(but: except, limit: 10) }
                .isEmpty)
        for isNew in [true, false] {
            let found = try await setting.database.write {
                try $0.followAlarms([waiting[0].event], ward: TestWard.code)
            }
            #expect(found == isNew)
        }
        #expect(
            try await setting.database.read { try $0.unfollowedAlarms(limit: 10) } == [waiting[1]])
    }
}
