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
        // Later than others are looked back to.
        let later = Transaction.longOverlapSeconds + 60
        setting.clock.set(TestEngine.moment.adding(seconds: later))
        try await setting.report(.fireAlarm, zone: "002", after: later, follows: false)
        await #expect(throws: (any Error).self) { try await follower.follow() }
        #expect(try await setting.open().map(\.zones) == [2])
        // Once the fault is gone its alarm is not.
        try await database.write {
            _ = try $0.run("DELETE FROM alarm_case_steps WHERE ward = \(Self.brokenWard)")
        }
        try await follower.follow()
        #expect(try await cases(database, ward: Self.brokenWard) == 1)
        #expect(try await setting.steps().map(\.kind) == [.opened, .zone, .raised])
    }
}
