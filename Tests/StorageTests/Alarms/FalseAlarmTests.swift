import Domain
import Storage
import TestSupport
import Testing

@Suite struct `False alarms` {
    private typealias Setting = `Cases of alarms`.Setting

    private static let day: Int64 = 86_400

    /// An alarm that is judged a minute after it came.
    private func judge(
        _ setting: Setting, after seconds: Int64, _ outcome: AlarmOutcome = .unwanted,
        _ cause: AlarmOutcome.Cause? = .cooking
    ) async throws {
        try await setting.report(.fireAlarm, after: seconds)
        setting.clock.set(TestEngine.moment.adding(seconds: seconds + 60))
        let id = try #require(try await setting.open().last { !$0.isTrial }).id
        try await setting.act { try $0.judgeAlarm(id, outcome, cause: cause, words: "", by: $1) }
    }

    private func remedies(
        _ setting: Setting, _ role: Role = .police
    ) async throws -> [AlarmRemedyLine] {
        let officer = setting.ward.officer(role)
        return try await setting.database.read { try $0.alarmRemedies(for: officer) }
    }

    @Test(arguments: TestEngine.available)
    func `of a facility ask for a plan with the third in 30 days, once`(
        engine: TestEngine
    ) async throws {
        let setting = try await Setting(engine)
        for number in 0..<2 { try await judge(setting, after: Int64(number) * Self.day) }
        // Neither a fire nor a drill is one.
        try await judge(setting, after: 2 * Self.day, .drill, nil)
        #expect(try await remedies(setting).isEmpty)
        try await judge(setting, after: 29 * Self.day, .malicious, nil)
        let owed = try #require(try await remedies(setting).first)
        #expect(owed.facilityName == "Chợ Thử")
        #expect(owed.unitName == "Công an phường")
        #expect(owed.count == 3)
        #expect(owed.plan == nil)
        #expect(owed.due == TestEngine.moment.adding(seconds: 29 * Self.day).day.adding(days: 10))
        try await judge(setting, after: 29 * Self.day + 600)
        #expect(try await remedies(setting).map(\.id) == [owed.id])
        let police = setting.ward.officer(.police)
        let count = try await setting.database.read { try $0.remedyCountOfUnit(for: police) }
        #expect(count == 1)
    }

    @Test(arguments: TestEngine.available)
    func `spread over more days ask for none`(engine: TestEngine) async throws {
        let setting = try await Setting(engine)
        for days in [Int64(0), 15, 30] { try await judge(setting, after: days * Self.day) }
        #expect(try await remedies(setting).isEmpty)
        try await judge(setting, after: 44 * Self.day)
        #expect(try await remedies(setting).count == 1)
    }

    @Test(arguments: TestEngine.available)
    func `of a device that is tried count for nothing`(engine: TestEngine) async throws {
        let setting = try await Setting(engine)
        let device = setting.alarms.transmitter
        try await setting.act {
            try $0.beginAlarmTrial(of: device, minutes: 60, reason: "Bảo dưỡng", by: $1)
        }
        for number in 0..<4 {
            try await setting.report(.fireAlarm, after: 60 + Int64(number) * 60)
            let id = try #require(try await setting.open().first).id
            try await setting.act {
                try $0.judgeAlarm(id, .unwanted, cause: .dust, words: "", by: $1)
            }
        }
        #expect(try await remedies(setting).isEmpty)
        let (police, day) = (setting.ward.officer(.police), TestEngine.moment.day)
        let counts = try await setting.database.read {
            try $0.alarmCounts(from: day, to: day, for: police)
        }
        #expect([counts.falseOnes, counts.open] == [0, 0])
        #expect(counts.falsePercent == nil)
    }

    @Test(arguments: TestEngine.available)
    func `follow the rule that the ward decided`(engine: TestEngine) async throws {
        let setting = try await Setting(engine)
        let administrator = setting.ward.officer(.administrator)
        try await setting.database.write { tx in
            let register = FalseAlarmRules.description
            try tx.addRecord(
                try register.read([
                    "alarm_count": "2", "within_days": "7", "plan_days": "5", "source": "Quy chế",
                    "is_verified": "1",
                ]), to: register, by: administrator)
        }
        try await judge(setting, after: 0)
        #expect(try await remedies(setting).isEmpty)
        try await judge(setting, after: 600)
        #expect(try await remedies(setting).map(\.days) == [7])
    }

    @Test(arguments: TestEngine.available)
    func `are over with a plan that was done, and begin anew`(engine: TestEngine) async throws {
        let setting = try await Setting(engine)
        for number in 0..<3 { try await judge(setting, after: Int64(number) * 600) }
        let id = try #require(try await remedies(setting).first).id
        let done = TestEngine.moment.day.adding(days: 20)
        for (plan, day) in [("", done), ("Dời đầu báo", done.adding(days: -21))] {
            await #expect(throws: Problem.self) {
                try await setting.act { try $0.receiveRemedy(id, plan: plan, doneBy: day, by: $1) }
            }
        }
        await #expect(throws: Problem.self) {
            try await setting.act(.groupHead) {
                try $0.receiveRemedy(id, plan: "Dời đầu báo", doneBy: done, by: $1)
            }
        }
        try await setting.act {
            try $0.receiveRemedy(id, plan: "Dời đầu báo khỏi bếp", doneBy: done, by: $1)
        }
        let line = try #require(try await remedies(setting).first)
        #expect(line.plan == "Dời đầu báo khỏi bếp")
        #expect(line.due == done)
        await #expect(throws: Problem.self) {
            try await setting.act { try $0.endRemedy(id, words: "", by: $1) }
        }
        try await setting.act { try $0.endRemedy(id, words: "Đã dời, thử tốt", by: $1) }
        #expect(try await remedies(setting).isEmpty)
        await #expect(throws: Problem.self) {
            try await setting.act { try $0.endRemedy(id, words: "Lần nữa", by: $1) }
        }
        // What led to it is settled: the next is asked for by three more.
        for number in 3..<5 { try await judge(setting, after: Int64(number) * 600) }
        #expect(try await remedies(setting).isEmpty)
        try await judge(setting, after: 5 * 600)
        #expect(try await remedies(setting).count == 1)
    }

    @Test(arguments: TestEngine.available)
    func `are told by facility, device, cause and hour, in the own area`(
        engine: TestEngine
    ) async throws {
        let setting = try await Setting(engine)
        try await setting.database.write {
            _ = try $0.run("UPDATE transmitters SET model = 'M1', supplier = 'Cty Thử'")
        }
        // 9 o'clock in Vietnam; the last is of the next day.
        try await judge(setting, after: 0)
        try await judge(setting, after: 3_600, .unwanted, .dust)
        try await judge(setting, after: 7_200, .genuine, nil)
        let fire = try #require(try await setting.open().first).id
        try await setting.act { try $0.closeAlarm(fire, by: $1) }
        try await judge(setting, after: 10_800, .test, nil)
        try await judge(setting, after: Self.day)
        let (police, head) = (setting.ward.officer(.police), setting.ward.officer(.groupHead))
        let day = TestEngine.moment.day
        let (counts, alarms, hidden) = try await setting.database.read { tx in
            (
                try tx.alarmCounts(from: day, to: day, for: police),
                try tx.falseAlarms(from: day, to: day, for: police),
                try tx.falseAlarms(from: day, to: day, for: head)
            )
        }
        #expect(counts.falseOnes == 2)
        #expect(counts.genuine == 1)
        #expect(counts.tried == 1)
        #expect(counts.falsePercent == 67)
        #expect(hidden.isEmpty)
        #expect(alarms.map(\.hour) == [10, 9])
        let devices = FalseAlarmGroup.of(alarms, by: .device)
        #expect(devices.map(\.title) == ["M1, Cty Thử"])
        #expect(devices.map(\.count) == [2])
        #expect(
            FalseAlarmGroup.of(alarms, by: .cause).map(\.key).sorted() == ["cooking", "dust"])
        #expect(FalseAlarmGroup.of(alarms, by: .hour).map(\.key) == ["09", "10"])
        #expect(FalseAlarmGroup.of(alarms, by: .facility).map(\.key) == [setting.alarms.facility])
        let both = try await setting.database.read {
            try $0.falseAlarms(from: day, to: day.adding(days: 1), for: police)
        }
        #expect(both.count == 3)
    }
}
