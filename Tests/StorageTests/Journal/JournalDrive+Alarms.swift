import Domain
import Storage
import TestSupport

extension JournalDrive {
    func alarms() async throws {
        let alarms = try await TestAlarms.make(in: database, ward)
        let new = NewAlarmAccount(transmitter: alarms.transmitter, number: "F17A")
        try await run("alarm.account.add") {
            try $0.addAlarmAccount(new, ward: TestWard.code, origin: "cli")
        }
        try await run("alarm.account.lock") {
            try $0.lockAlarmAccount(number: "F17A", ward: TestWard.code, origin: "cli")
        }
    }
}
