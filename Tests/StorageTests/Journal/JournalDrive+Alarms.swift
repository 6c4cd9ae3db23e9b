import Domain
import Storage
import TestSupport
import Testing

extension JournalDrive {
    func alarms() async throws {
        let alarms = try await TestAlarms.make(in: database, ward)
        let new = NewAlarmAccount(transmitter: alarms.transmitter, number: "F17A")
        try await run("alarm.account.add") {
            try $0.addAlarmAccount(new, ward: TestWard.code, origin: "cli")
        }
        try await desk(alarms)
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
        let found = try await database.read {
            try $0.alarmAccounts(changedSince: Instant(milliseconds: 0))
                .first { $0.number == number }?.id
        }
        let account = try #require(found)
        try await database.write { tx in
            try tx.keepHeard([HeardDevice(ward: code, account: account, at: tx.now, learnt: 1)])
        }
        try await run("alarm.account.pin") {
            try $0.pinHabits(number: number, ward: code, origin: "cli")
        }
        let (devices, police) = (Transmitters.description, officer(.police))
        let cells = try devices.read(["facility": alarms.facility, "serial": "TB-01A"])
        try await run("record.add", "record.merge", "alarm.account.move") { tx in
            let kept = try tx.addRecord(cells, to: devices, by: police)
            let old = try tx.recordMerge(
                of: alarms.transmitter, into: kept, in: devices, for: police)
            try tx.mergeRecord(
                alarms.transmitter, into: kept, of: devices, chosen: [:],
                versions: (old.kept.version, old.merged.version), by: police)
        }
        try await run("alarm.account.lock") {
            try $0.lockAlarmAccount(number: "F17A", ward: TestWard.code, origin: "cli")
        }
    }

    private func desk(_ alarms: TestAlarms) async throws {
        let police = officer(.police)
        let account: String? = try await database.read {
            try $0.value("SELECT id AS value FROM alarm_accounts WHERE number = 'F17A'")
        }
        guard let account else { return }
        try await run("alarm.trial.begin") {
            try $0.beginAlarmTrial(
                of: alarms.transmitter, minutes: 5, reason: "Thử", by: police)
        }
        try await alarms.report(.fireAlarm, after: 1, from: account, in: database)
        let trial = try await database.read { try $0.alarmTrials(for: police) }.first?.id
        try await run("alarm.trial.end") { try $0.endAlarmTrial(trial ?? "", by: police) }
        clock.set(TestEngine.moment.adding(seconds: 1))
        try await run("alarm.trial.over") { try $0.endTriedCases(ward: TestWard.code) }
        clock.set(TestEngine.moment.adding(seconds: 10))
        try await alarms.report(.fireAlarm, after: 10, from: account, in: database)
        let found = try await database.read { try $0.openAlarmCases(for: police) }.first?.id ?? ""
        try await run("alarm.call") {
            try $0.escalate(ward: TestWard.code, address: "", ways: [])
        }
        try await answer(found)
        try await run("alarm.take") { try $0.takeAlarm(found, insteadOf: nil, by: police) }
        try await run("alarm.told") { try $0.tellFireService(of: found, by: police) }
        try await run("alarm.judge") {
            try $0.judgeAlarm(found, .genuine, cause: nil, words: "", by: police)
        }
        try await run("alarm.incident", "record.add") { try $0.openIncident(of: found, by: police) }
        try await run("alarm.mark", "record.change") {
            try $0.markAlarm(found, .extinguished, by: police)
        }
        try await run("alarm.card.share") {
            try $0.shareCard(of: found, token: "token", by: police)
        }
        try await run("alarm.close") { try $0.closeAlarm(found, by: police) }
        try await falseAlarms(alarms, account)
        try await drills(alarms, account)
        let report = FireReport(source: .citizen, place: "Ngõ 5", what: "Khói")
        try await run("alarm.report") {
            try $0.reportFire(report, ward: TestWard.code, origin: "web")
        }
        try await callers()
        try await supervision(account)
        try await troubles(alarms, account)
    }

    private func callers() async throws {
        let police = officer(.police)
        try await database.write { tx in
            for found in try tx.openAlarmCases(for: police) {
                try tx.judgeAlarm(found.id, .malicious, cause: nil, words: "", by: police)
            }
        }
        let before = clock.now()
        clock.set(before.adding(seconds: Transaction.callersKeptDays * 86_400))
        try await run("alarm.report.forget") { try $0.forgetCallers(ward: TestWard.code) }
        clock.set(before)
    }

    private func drills(_ alarms: TestAlarms, _ account: String) async throws {
        let (police, device) = (officer(.police), alarms.transmitter)
        let plan: @Sendable (Transaction) throws -> Void = {
            try $0.planDrill(
                of: device, begins: $0.now, minutes: 5, repeats: false, by: police)
        }
        func drill() async throws -> DeviceDrillLine {
            try #require(try await database.read { try $0.deviceDrills(for: police) }.first)
        }
        try await run("alarm.drill.plan", body: plan)
        let planned = try await drill().planned?.id ?? ""
        try await run("alarm.drill.cancel") { try $0.cancelDrill(planned, by: police) }
        try await database.write(plan)
        try await run("alarm.drill.begin") { try $0.beginDrills(ward: TestWard.code) }
        try await alarms.report(.fireAlarm, after: 20, from: account, in: database)
        let running = try await drill().planned?.id ?? ""
        try await run("alarm.drill.shown") { try $0.showDrill(running, by: police) }
        clock.set(TestEngine.moment.adding(seconds: 400))
        try await run("alarm.drill.end") { try $0.endDrills(ward: TestWard.code) }
        try await run("alarm.drill.take") {
            try $0.takeDrill(running, words: "Gọi cơ sở", by: police)
        }
        try await database.write { _ = try $0.endTriedCases(ward: TestWard.code) }
    }

    private func answer(_ found: String) async throws {
        clock.set(TestEngine.moment.adding(seconds: 130))
        try await database.write { tx in
            try tx.run("UPDATE facilities SET phone = '0912000001'")
            try tx.escalate(ward: TestWard.code, address: "", ways: [.call])
        }
        let call = try #require(PhoneCallName("\(TestWard.code).\(found).6.0912000001"))
        try await run("alarm.call.answer") {
            try $0.takeCallAnswer("a", of: call, CallAnswer(.answered, key: .real))
        }
        clock.set(TestEngine.moment.adding(seconds: 10))
    }

    private func falseAlarms(_ alarms: TestAlarms, _ account: String) async throws {
        let police = officer(.police)
        for number in 1...3 {
            try await alarms.report(
                .fireAlarm, after: 10 + Int64(number), from: account, in: database)
            let found =
                try await database.read { try $0.openAlarmCases(for: police) }.first?.id ?? ""
            let judge: @Sendable (Transaction) throws -> Void = {
                try $0.judgeAlarm(found, .unwanted, cause: .dust, words: "", by: police)
            }
            if number < 3 {
                try await run("alarm.judge", body: judge)
            } else {
                try await run("alarm.judge", "alarm.remedy", body: judge)
            }
        }
        let remedy = try await database.read { try $0.alarmRemedies(for: police) }.first?.id ?? ""
        try await run("alarm.remedy.plan") {
            try $0.receiveRemedy(
                remedy, plan: "Dời đầu báo", doneBy: $0.today, by: police)
        }
        try await run("alarm.remedy.end") { try $0.endRemedy(remedy, words: "Xong", by: police) }
    }

    private func supervision(_ account: String) async throws {
        func hear(at seconds: Int64) async throws {
            let device = HeardDevice(
                ward: TestWard.code, account: account,
                at: TestEngine.moment.adding(seconds: seconds), learnt: 0)
            clock.set(device.at)
            try await database.write { try $0.keepHeard([device]) }
        }
        try await hear(at: 0)
        clock.set(TestEngine.moment.adding(seconds: 100))
        let overdue = try await database.read { try $0.overdueDevices(lagSeconds: 0) }
        try await run("alarm.silence") { try $0.declareSilent(overdue, ward: TestWard.code) }
        try await run("alarm.device.lost") { tx in
            for progress in try tx.deviceProgress() { try tx.advance(progress) }
        }
        let police = officer(.police)
        let silence =
            try await database.read { try $0.deviceTroubles(for: police) }.first?.id ?? ""
        try await run("alarm.silence.take") {
            try $0.takeDeviceTrouble(silence, words: "Gọi cơ sở", by: police)
        }
        try await hear(at: 101)
        try await run("alarm.silence.end", "alarm.device.back") {
            try $0.endSilences(ward: TestWard.code)
        }
    }

    private func troubles(_ alarms: TestAlarms, _ account: String) async throws {
        let (police, before) = (officer(.police), clock.now())
        // After the trial of the drill.
        clock.set(TestEngine.moment.adding(seconds: 500))
        try await alarms.report(.battery, after: 500, from: account, in: database)
        let trouble =
            try await database.read { try $0.deviceTroubles(for: police) }.first?.id ?? ""
        try await run("alarm.trouble.take") {
            try $0.takeDeviceTrouble(trouble, words: "Thay ắc quy", by: police)
        }
        try await run("alarm.trouble.end") {
            try $0.endDeviceTrouble(trouble, words: "Đã thay", by: police)
        }
        try await database.write {
            _ = try $0.run("UPDATE transmitters SET paid_until = \($0.today)")
        }
        try await run("alarm.subscription") { try $0.watchSubscriptions(ward: TestWard.code) }
        try await database.write {
            _ = try $0.run("UPDATE transmitters SET paid_until = NULL")
        }
        try await run("alarm.subscription.end") {
            try $0.watchSubscriptions(ward: TestWard.code)
        }
        clock.set(before)
    }
}
