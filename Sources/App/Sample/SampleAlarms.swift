import Domain
import Storage

/// Alarms that the sample ward had: false ones, a drill, a test, a small fire; all answered.
extension SampleProgramme {
    /// Numbers of the sample's devices: `A10001`, `A10002`, …
    private static let firstNumber = 0xA1_0001
    private static let devicesReporting = 3

    private struct History: Sendable {
        let device: Int
        let daysAgo: Int
        let hour: Int
        let zones: [String]
        let kind: AlarmSignal.Kind
        let outcome: AlarmOutcome
        let cause: AlarmOutcome.Cause?
        let words: String
    }

    private static let history = [
        History(
            device: 0, daysAgo: 9, hour: 11, zones: ["003"], kind: .fireAlarm, outcome: .unwanted,
            cause: .cooking, words: "Bảo vệ lên xem: khói bếp ăn tầng 1."),
        History(
            device: 1, daysAgo: 7, hour: 15, zones: ["001", "002"], kind: .fireAlarm,
            outcome: .drill, cause: nil, words: "Thực tập phương án, đã báo trước."),
        History(
            device: 2, daysAgo: 6, hour: 9, zones: ["012"], kind: .manualCallPoint,
            outcome: .unwanted, cause: .pressed, words: "Học viên bấm nhầm nút ấn."),
        History(
            device: 0, daysAgo: 4, hour: 18, zones: ["003", "004"], kind: .fireAlarm,
            outcome: .genuine, cause: nil, words: "Cháy chảo dầu, nhân viên dập bằng bình bột."),
        History(
            device: 0, daysAgo: 2, hour: 11, zones: ["003"], kind: .fireAlarm, outcome: .unwanted,
            cause: .cooking, words: "Gọi cơ sở: khói bếp, đã mở quạt hút."),
        // The third of this facility: its head owes a plan.
        History(
            device: 0, daysAgo: 1, hour: 17, zones: ["003"], kind: .fireAlarm, outcome: .unwanted,
            cause: .cooking, words: "Khói bếp ăn, lần thứ ba trong tháng."),
    ]

    func alarmed() throws -> [Event] {
        let police = try people.officer("congan")
        let devices = Event(at: moment(daysAgo: 11, hour: 8), subject: "alarms") { tx in
            for (index, device) in try Self.reporting(tx, police).enumerated() {
                _ = try tx.addAlarmAccount(
                    NewAlarmAccount(transmitter: device, number: Self.number(index)),
                    ward: police.ward, origin: "sample")
            }
        }
        let trouble = Event(at: moment(daysAgo: 1, hour: 19), subject: "trouble") { tx in
            try Self.trouble(tx, police)
        }
        return [devices, trouble]
            + Self.history.enumerated().map { number, alarm in
                Event(at: moment(daysAgo: alarm.daysAgo, hour: alarm.hour), subject: "alarm") {
                    try Self.happen(alarm, sequence: number + 1, $0, police)
                }
            }
    }

    /// A device lost its mains and its battery is low; what is done about it stands beside it.
    private static func trouble(_ tx: Transaction, _ police: Officer) throws {
        let known = try tx.alarmAccounts(changedSince: Instant(milliseconds: 0))
        guard let account = known.first(where: { $0.number == number(1) }) else { return }
        let said: [(AlarmSignal.Kind, String, String)] = [
            (.power, "301", "Mất điện lưới"), (.battery, "302", "Ắc quy yếu"),
        ]
        let frames = said.enumerated().map { index, said in
            ReceivedFrame(
                ward: account.ward, account: account.id, receivedAt: tx.now, deviceAt: nil,
                sequence: 900 + index, content: Int64(900 + index), raw: [],
                signals: [
                    AlarmSignal(
                        kind: said.0, change: .begun, scheme: "contactID", code: said.1,
                        meaning: said.2)
                ])
        }
        _ = try tx.keepAlarms(frames)
        let waiting = try tx.unfollowedAlarms(of: account.ward, limit: frames.count)
        try tx.followAlarms(waiting.map(\.event), ward: account.ward)
        guard let line = try tx.deviceTroubles(for: police).first(where: { $0.kind == .power })
        else { return }
        try tx.takeDeviceTrouble(
            line.id, words: "Đã gọi bảo vệ: cúp điện khu phố, chạy máy phát.", by: police)
    }

    private static func number(_ index: Int) -> String {
        String(firstNumber + index, radix: 16, uppercase: true)
    }

    private static func reporting(_ tx: Transaction, _ police: Officer) throws -> [String] {
        var filter = RecordFilter()
        filter.condition = Transmitters.serial != nil
        let found = try tx.records(
            of: Transmitters.description, filter, for: police, limit: 500)
        return found.records.sorted { $0.id < $1.id }.prefix(devicesReporting).map(\.id)
    }

    /// An alarm comes, is taken, judged, and ends.
    private static func happen(
        _ alarm: History, sequence: Int, _ tx: Transaction, _ police: Officer
    ) throws {
        let known = try tx.alarmAccounts(changedSince: Instant(milliseconds: 0))
        guard let account = known.first(where: { $0.number == number(alarm.device) }) else {
            return
        }
        let frames = alarm.zones.enumerated().map { index, zone in
            ReceivedFrame(
                ward: account.ward, account: account.id,
                receivedAt: tx.now.adding(seconds: Int64(index * 11 - 150)), deviceAt: nil,
                sequence: sequence * 10 + index, content: Int64(sequence * 10 + index), raw: [],
                signals: [
                    AlarmSignal(
                        kind: alarm.kind, change: .begun, scheme: "contactID",
                        code: alarm.kind == .manualCallPoint ? "115" : "111", zone: zone,
                        meaning: alarm.kind.title)
                ])
        }
        _ = try tx.keepAlarms(frames)
        try tx.keepHeard([
            HeardDevice(ward: account.ward, account: account.id, at: tx.now, learnt: 0)
        ])
        let waiting = try tx.unfollowedAlarms(of: account.ward, limit: history.count * 10)
        try tx.followAlarms(waiting.map(\.event), ward: account.ward)
        guard let found = try tx.openAlarmCases(for: police).first else { return }
        try tx.takeAlarm(found.id, insteadOf: nil, by: police)
        try tx.judgeAlarm(
            found.id, alarm.outcome, cause: alarm.cause, words: alarm.words, by: police)
        guard alarm.outcome == .genuine else { return }
        try tx.tellFireService(of: found.id, by: police)
        for mark in [AlarmMark.localArrived, .extinguished] {
            try tx.markAlarm(found.id, mark, by: police)
        }
        _ = try tx.openIncident(of: found.id, by: police)
        try tx.closeAlarm(found.id, by: police)
    }
}
