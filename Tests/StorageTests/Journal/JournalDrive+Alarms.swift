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
        let (number, code) = ("F17A", TestWard.code)
        try await run("alarm.account.token") {
            try $0.renewAlarmToken(number: number, keepOldDays: 1, ward: code, origin: "cli")
        }
        try await run("alarm.account.key") {
            try $0.changeAlarmKey(
                number: number, to: nil, keepOldDays: 1, ward: code, origin: "cli")
        }
        try await run("alarm.account.plain") {
            try $0.setPlainRefused(true, number: number, ward: code, origin: "cli")
        }
        let account = try await database.read {
            try $0.alarmAccounts(changedSince: Instant(milliseconds: 0))[0].id
        }
        try await database.write { tx in
            try tx.keepHeard([HeardDevice(ward: code, account: account, at: tx.now, learnt: 1)])
        }
        try await run("alarm.account.pin") {
            try $0.pinHabits(number: number, ward: code, origin: "cli")
        }
        try await run("alarm.account.lock") {
            try $0.lockAlarmAccount(number: "F17A", ward: TestWard.code, origin: "cli")
        }
    }
}
