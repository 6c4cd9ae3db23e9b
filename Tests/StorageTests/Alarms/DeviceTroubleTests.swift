import Domain
import Storage
import TestSupport
import Testing

@Suite struct `Troubles of devices` {
    private typealias Setting = `Cases of alarms`.Setting

    private func troubles(
        _ setting: Setting, _ role: Role = .police
    ) async throws -> [DeviceTroubleLine] {
        let officer = setting.ward.officer(role)
        return try await setting.database.read { try $0.deviceTroubles(for: officer) }
    }

    private func counts(_ setting: Setting, _ role: Role) async throws -> DeviceTroubleCounts {
        let officer = setting.ward.officer(role)
        return try await setting.database.read { try $0.deviceTroubleCountsOfUnit(for: officer) }
    }

    private func rows(_ setting: Setting) async throws -> Int {
        try await setting.database.read {
            try $0.value("SELECT COUNT(*) AS value FROM alarm_troubles") ?? 0
        }
    }

    private func signal(
        _ kind: AlarmSignal.Kind, _ change: AlarmSignal.Change = .begun, in scheme: String = "sia",
        code: String, zone: String? = nil, area: String? = nil
    ) -> AlarmSignal {
        AlarmSignal(
            kind: kind, change: change, scheme: scheme, code: code, zone: zone, area: area,
            meaning: code)
    }

    private func say(
        _ setting: Setting, _ signal: AlarmSignal, after seconds: Int64, follows: Bool = true
    ) async throws {
        try await setting.alarms.report(
            signal, after: seconds, from: setting.account, follows: follows, in: setting.database)
    }

    @Test(arguments: TestEngine.available)
    func `are work of the police until they end, each kind by itself`(
        engine: TestEngine
    ) async throws {
        let setting = try await Setting(engine)
        try await say(setting, signal(.fault, code: "FT", zone: "009"), after: 0)
        try await say(setting, signal(.power, code: "AT"), after: 1)
        try await say(setting, signal(.fault, .still, code: "FT", zone: "009"), after: 2)
        try await say(setting, signal(.fault, .noted, code: "XL", zone: "010"), after: 3)
        var lines = try await troubles(setting)
        #expect(lines.map(\.kind) == [.fault, .power])
        #expect(lines.map(\.zone.zone) == ["009", ""])
        #expect(lines[0].beganAt == TestEngine.moment)
        #expect(lines[0].unitName == "Công an phường")
        #expect(lines[0].facilityName == "Chợ Thử")
        #expect(!lines[1].isPressing)
        // Without mains, a low battery is the end: both come first.
        try await say(setting, signal(.battery, code: "YT"), after: 4)
        lines = try await troubles(setting)
        #expect(lines.map(\.kind) == [.power, .battery, .fault])
        #expect(lines.map(\.isPressing) == [true, true, false])
        #expect(try await counts(setting, .police) == .init(silent: 0, troubles: 3))
        #expect(try await counts(setting, .office) == .init())
        // The panel's zone is out of order until the last of them has ended.
        try await say(setting, signal(.power, .ended, code: "AR"), after: 5)
        #expect(try await setting.zones() == ["": .fault, "009": .fault])
        #expect(try await troubles(setting).map(\.kind) == [.fault, .battery])
        try await say(setting, signal(.battery, .ended, code: "YR"), after: 6)
        #expect(try await setting.zones() == ["": .restored, "009": .fault])
        #expect(try await troubles(setting).map(\.kind) == [.fault])
        #expect(try await setting.open().isEmpty)
    }

    @Test(arguments: TestEngine.available)
    func `of a contact that comes and goes are one`(engine: TestEngine) async throws {
        let setting = try await Setting(engine)
        try await setting.report(.tamper)
        let id = try #require(try await troubles(setting).first).id
        try await setting.act { try $0.takeDeviceTrouble(id, words: "Thay công tắc", by: $1) }
        for turn in 1...50 {
            let at = Int64(turn) * 60
            try await setting.report(.tamper, .ended, after: at, follows: false)
            try await setting.report(.tamper, after: at + 30, follows: false)
        }
        try await AlarmFollower(database: setting.database).follow()
        let line = try #require(try await troubles(setting).first)
        #expect(line.id == id)
        #expect(line.times == 51)
        #expect(line.words == "Thay công tắc")
        #expect(try await rows(setting) == 1)
        // Long after its end it is another.
        try await setting.report(.tamper, .ended, after: 5_000)
        try await setting.report(.tamper, after: 5_001 + DeviceTrouble.returnSeconds)
        let later = try #require(try await troubles(setting).first)
        #expect(later.id != id)
        #expect(later.times == 1)
        #expect(later.takenBy == nil)
    }

    @Test(arguments: TestEngine.available)
    func `that ended before they were heard of are over`(engine: TestEngine) async throws {
        let setting = try await Setting(engine)
        // The end comes first, as a device sends again what it could not send.
        try await setting.report(.line, .ended, after: 20)
        try await setting.report(.line, after: 10)
        #expect(try await troubles(setting).isEmpty)
        try await setting.report(.line, after: 30)
        #expect(try await troubles(setting).map(\.times) == [1])
        try await setting.report(.line, .ended, after: 25)
        #expect(try await troubles(setting).count == 1)
    }

    @Test(arguments: TestEngine.available)
    func `of Contact ID end by their own code, others by their kind`(
        engine: TestEngine
    ) async throws {
        let setting = try await Setting(engine)
        for (code, after) in [("310", Int64(0)), ("331", 1)] {
            try await say(
                setting, signal(.fault, .begun, in: "contactID", code: code), after: after)
        }
        #expect(try await troubles(setting).map(\.meaning) == ["310", "331"])
        try await say(setting, signal(.fault, .ended, in: "contactID", code: "331"), after: 2)
        #expect(try await troubles(setting).map(\.meaning) == ["310"])
        #expect(try await setting.zones() == ["": .fault])
        try await say(setting, signal(.fault, .ended, in: "none", code: ""), after: 3)
        #expect(try await troubles(setting).isEmpty)
        #expect(try await setting.zones() == ["": .restored])
    }

    @Test(arguments: TestEngine.available)
    func `of a trial are shown when they outlast it`(engine: TestEngine) async throws {
        let setting = try await Setting(engine)
        let device = setting.alarms.transmitter
        try await setting.report(.battery, zone: nil, after: -10)
        try await setting.act {
            try $0.beginAlarmTrial(of: device, minutes: 10, reason: "Bảo dưỡng", by: $1)
        }
        try await setting.report(.disabled, zone: "001", after: 60)
        try await setting.report(.fault, zone: "002", after: 61)
        try await setting.report(.fault, .ended, zone: "002", after: 120)
        setting.clock.set(TestEngine.moment.adding(seconds: 599))
        // What was there before is still work.
        #expect(try await troubles(setting).map(\.kind) == [.battery])
        #expect(try await counts(setting, .police).troubles == 1)
        // The zone was forgotten.
        setting.clock.set(TestEngine.moment.adding(seconds: 600))
        #expect(try await troubles(setting).map(\.kind) == [.disabled, .battery])
        #expect(try await setting.zones()["001"] == .disabled)
    }

    @Test(arguments: TestEngine.available)
    func `are seen by who attends, of the own area, and of the own ward`(
        engine: TestEngine
    ) async throws {
        let setting = try await Setting(engine)
        try await setting.report(.supervision)
        for role in Role.allCases where role != .groupHead {
            #expect(
                try await troubles(setting, role).count == (role.may(.attendAlarms) ? 1 : 0),
                "\(role)")
        }
        #expect(try await troubles(setting, .groupHead).isEmpty)
        let group = setting.ward.groups[0]
        try await setting.database.write {
            _ = try $0.run("UPDATE facilities SET group_unit = \(group)")
        }
        let line = try #require(try await troubles(setting, .groupHead).first)
        for role in [Role.groupHead, .division] {
            await #expect(throws: Problem.self) {
                try await setting.act(role) {
                    try $0.takeDeviceTrouble(line.id, words: "Xem", by: $1)
                }
            }
            await #expect(throws: Problem.self) {
                try await setting.act(role) {
                    try $0.endDeviceTrouble(line.id, words: "Xem", by: $1)
                }
            }
        }
        let other = Officer(
            id: "", ward: "00009", login: "x", name: "x", role: .police, unit: nil, origin: "test")
        #expect(try await setting.database.read { try $0.deviceTroubles(for: other) }.isEmpty)
    }

    @Test(arguments: TestEngine.available)
    func `are ended by a person where the device will not say so`(
        engine: TestEngine
    ) async throws {
        let setting = try await Setting(engine)
        try await setting.report(.fault)
        let id = try #require(try await troubles(setting).first).id
        await #expect(throws: Problem.self) {
            try await setting.act { try $0.endDeviceTrouble(id, words: "", by: $1) }
        }
        try await setting.act { try $0.endDeviceTrouble(id, words: "Đã bảo trì", by: $1) }
        #expect(try await troubles(setting).isEmpty)
        let problem = await #expect(throws: Problem.self) {
            try await setting.act { try $0.endDeviceTrouble(id, words: "Nữa", by: $1) }
        }
        #expect(problem?.kind == .notFound)
        // The zone stands as its device says, which says it again.
        #expect(try await setting.zones() == ["001": .fault])
        try await setting.report(.fault, .still, after: 60)
        #expect(try await troubles(setting).map(\.id) == [id])
    }
}

extension `Troubles of devices` {
    @Test(arguments: TestEngine.available)
    func `that latch end with a reset of their panel, others do not`(
        engine: TestEngine
    ) async throws {
        let setting = try await Setting(engine)
        try await setting.report(.fireAlarm, zone: "001")
        try await setting.report(.fault, zone: "002", after: 1)
        try await setting.report(.disabled, zone: "003", after: 2)
        try await setting.report(.power, zone: nil, after: 3)
        try await setting.report(.fault, zone: "001", after: 4)
        let id = try #require(try await setting.open().first).id
        // Silencing the sounders resets nothing.
        try await say(setting, signal(.notice, .begun, in: "contactID", code: "912"), after: 5)
        #expect(try await setting.zones()["001"] == .alarm)
        try await say(setting, signal(.notice, .begun, in: "contactID", code: "305"), after: 6)
        #expect(
            try await setting.zones()
                == ["001": .restored, "002": .restored, "003": .disabled, "": .fault])
        #expect(try await troubles(setting).map(\.kind) == [.disabled, .power])
        #expect(try await setting.steps().map(\.kind) == [.opened, .reset])
        // No case ends by it, and it is told once.
        try await say(setting, signal(.notice, .begun, in: "contactID", code: "305"), after: 7)
        #expect(try await setting.steps().map(\.kind) == [.opened, .reset])
        let open = try await setting.open()
        #expect(open.map(\.id) == [id])
        #expect(open[0].waits)
        // What burns on is an alarm again.
        try await setting.report(.fireAlarm, zone: "001", after: 8)
        #expect(try await setting.steps().map(\.kind) == [.opened, .reset, .again])
        #expect(try await setting.zones()["001"] == .alarm)
    }

    @Test(arguments: TestEngine.available)
    func `and alarms are reset by area and by zone`(engine: TestEngine) async throws {
        let setting = try await Setting(engine)
        func fire(_ zone: String, _ area: String, after: Int64) async throws {
            try await say(
                setting, signal(.fireAlarm, code: "FA", zone: zone, area: area), after: after)
        }
        try await fire("001", "1", after: 0)
        try await fire("002", "1", after: 1)
        try await fire("003", "2", after: 2)
        try await fire("004", "2", after: 3)
        try await say(
            setting, signal(.notice, .noted, code: "XI", zone: "003", area: "2"), after: 4)
        #expect(
            try await setting.zones()
                == ["001": .alarm, "002": .alarm, "003": .restored, "004": .alarm])
        // A restore that names no zone is of its area.
        try await say(setting, signal(.fireAlarm, .ended, code: "FR", area: "1"), after: 5)
        #expect(
            try await setting.zones()
                == ["001": .restored, "002": .restored, "003": .restored, "004": .alarm])
        // A reset that was said before the alarm ends nothing.
        try await say(setting, signal(.notice, .noted, code: "XI", area: "2"), after: 2)
        #expect(try await setting.zones()["004"] == .alarm)
        #expect(try await setting.open().count == 1)
        let steps = try await setting.steps().suffix(2)
        #expect(steps.map(\.kind) == [.reset, .ended])
        #expect(steps.map(\.words) == ["2/003", "1/"])
    }

    @Test(arguments: TestEngine.available)
    func `leave a zone as it is after a periodic test, and tests end`(
        engine: TestEngine
    ) async throws {
        let setting = try await Setting(engine)
        try await setting.report(.fault, zone: nil)
        try await say(setting, signal(.test, .begun, in: "contactID", code: "602"), after: 1)
        #expect(try await setting.zones() == ["": .fault])
        try await say(
            setting, signal(.test, .begun, in: "contactID", code: "604", zone: "007"), after: 2)
        #expect(try await setting.zones() == ["": .fault, "007": .test])
        let (police, facility) = (setting.ward.officer(.police), setting.alarms.facility)
        for (seconds, shown) in [
            (ZoneState.testSecondsMax + 1, ["007", ""]), (ZoneState.testSecondsMax + 2, [""]),
        ] {
            setting.clock.set(TestEngine.moment.adding(seconds: seconds))
            let zones = try await setting.database.read {
                try $0.alarmZones(ofFacility: facility, for: police)
            }
            #expect(zones.map(\.zone.zone) == shown)
        }
    }

    @Test(arguments: TestEngine.available)
    func `of a SIM are work two weeks before it ends, until it is paid for`(
        engine: TestEngine
    ) async throws {
        let setting = try await Setting(engine)
        let device = setting.alarms.transmitter
        func pay(until day: Day?) async throws {
            try await setting.act { tx, police in
                let register = Transmitters.description
                let record = try tx.record(device, of: register, for: police)
                var cells = record.cells
                cells["paid_until"] = day?.cell ?? .empty
                try tx.changeRecord(
                    device, to: cells, of: register, version: record.version, by: police)
            }
            try await setting.database.watchSubscriptions()
        }
        let today = TestEngine.moment.day
        try await pay(until: today.adding(days: Transmitters.subscriptionDays + 1))
        #expect(try await troubles(setting).isEmpty)
        try await pay(until: today.adding(days: Transmitters.subscriptionDays))
        let line = try #require(try await troubles(setting).first)
        #expect(line.kind == .subscription)
        #expect(line.number == nil)
        #expect(line.unitName == "Công an phường")
        #expect(try await counts(setting, .police).troubles == 1)
        try await setting.act { try $0.takeDeviceTrouble(line.id, words: "Nhắc cơ sở", by: $1) }
        // It is over when it is paid, not when somebody says so.
        let problem = await #expect(throws: Problem.self) {
            try await setting.act { try $0.endDeviceTrouble(line.id, words: "Xong", by: $1) }
        }
        #expect(problem?.kind == .invalid)
        try await setting.database.watchSubscriptions()
        #expect(try await troubles(setting).map(\.id) == [line.id])
        try await pay(until: today.adding(days: 365))
        #expect(try await troubles(setting).isEmpty)
        // And nobody's again when the register says nothing of it.
        try await pay(until: today.adding(days: -1))
        #expect(try await troubles(setting).count == 1)
        try await pay(until: nil)
        #expect(try await troubles(setting).isEmpty)
    }
}
