import Domain
import Storage
import TestSupport
import Testing

@Suite struct `Cases of alarms` {
    struct Setting {
        let database: Database
        let clock = TestClock()
        let ward: TestWard
        let alarms: TestAlarms
        let account: String

        init(_ engine: TestEngine) async throws {
            database = try await engine.open(clock: clock.now)
            ward = try await TestWard.make(in: database)
            alarms = try await TestAlarms.make(in: database, ward)
            account = try await alarms.add("F17A", in: database)
        }

        func report(
            _ kind: AlarmSignal.Kind, _ change: AlarmSignal.Change = .begun, zone: String? = "001",
            after seconds: Int64 = 0, follows: Bool = true
        ) async throws {
            try await alarms.report(
                kind, change, zone: zone, after: seconds, from: account, follows: follows,
                in: database)
        }

        func open(_ role: Role = .police) async throws -> [AlarmCase] {
            let officer = ward.officer(role)
            return try await database.read { try $0.openAlarmCases(for: officer) }
        }

        func steps(after sequence: Int64 = 0) async throws -> [AlarmStep] {
            let officer = ward.officer(.police)
            return try await database.read { try $0.alarmSteps(after: sequence, for: officer) }
        }

        func zones() async throws -> [String: ZoneState] {
            let found = try await database.read {
                try $0.rows("SELECT zone, state FROM alarm_zones")
            }
            return Dictionary(uniqueKeysWithValues: found.map { ($0["zone"], $0["state"]) })
        }

        func act(
            _ role: Role = .police,
            _ verb: @escaping @Sendable (Transaction, Officer) throws -> Void
        ) async throws {
            let officer = ward.officer(role)
            try await database.write { try verb($0, officer) }
        }
    }

    @Test(arguments: TestEngine.available)
    func `gather the alarms of a facility, and rise with a second zone`(
        engine: TestEngine
    ) async throws {
        let setting = try await Setting(engine)
        try await setting.report(.fireAlarm)
        let first = try #require(try await setting.open().first)
        #expect(first.facilityName == "Chợ Thử")
        #expect(first.priority == .usual)
        #expect(first.waits)
        #expect(first.last?.meaning == "Báo cháy")
        #expect(first.verifyBy == TestEngine.moment.adding(seconds: 90))
        // The same zone again adds nothing for people.
        try await setting.report(.fireAlarm, .still, after: 5)
        #expect(try await setting.steps().map(\.kind) == [.opened])
        try await setting.report(.fireAlarm, zone: "002", after: 11)
        let open = try await setting.open()
        #expect(open.map(\.id) == [first.id])
        #expect(open[0].priority == .high)
        #expect(open[0].zones == 2)
        let steps = try await setting.steps()
        #expect(steps.map(\.kind) == [.opened, .zone, .raised])
        #expect(steps.map(\.sequence) == [1, 2, 3])
        #expect(steps[1].words == "002")
        #expect(try await setting.steps(after: 2).map(\.kind) == [.raised])
    }

    @Test(arguments: TestEngine.available)
    func `are the same when signals are followed again, by another node too`(
        engine: TestEngine
    ) async throws {
        let setting = try await Setting(engine)
        for zone in ["001", "002"] { try await setting.report(.fireAlarm, zone: zone) }
        try await setting.report(.fault, zone: "003", after: 1)
        let (open, steps) = (try await setting.open(), try await setting.steps())
        for _ in 0..<2 { try await AlarmFollower(database: setting.database).follow() }
        #expect(try await setting.open().map(\.id) == open.map(\.id))
        #expect(try await setting.steps().map(\.sequence) == steps.map(\.sequence))
    }

    @Test(arguments: TestEngine.available)
    func `are opened at once by nodes that follow side by side`(engine: TestEngine) async throws {
        let (first, second) = try await engine.openTwice()
        let ward = try await TestWard.make(in: first)
        let alarms = try await TestAlarms.make(in: first, ward)
        let account = try await alarms.add("F17A", in: first)
        for zone in 0..<10 {
            try await alarms.report(
                .fireAlarm, zone: "\(zone)", from: account, follows: false, in: first)
        }
        async let one = AlarmFollower(database: first).follow()
        async let two = AlarmFollower(database: second).follow()
        _ = try await (one, two)
        let police = ward.officer(.police)
        let open = try await first.read { try $0.openAlarmCases(for: police) }
        #expect(open.map(\.zones) == [10])
        let steps = try await first.read { try $0.alarmSteps(after: 0, for: police) }
        #expect(steps.map(\.kind) == [.opened, .zone, .raised] + Array(repeating: .zone, count: 8))
        #expect(steps.map(\.sequence) == Array(1...11))
    }

    @Test(arguments: TestEngine.available)
    func `miss no signal that was committed late, whatever it says and its clock said`(
        engine: TestEngine
    ) async throws {
        #expect(
            AlarmSignal.Kind.allCases.filter(\.isAlarm).map(\.rawValue)
                == ["fireAlarm", "manualCallPoint", "otherAlarm", "unknown"])
        let setting = try await Setting(engine)
        let follower = AlarmFollower(database: setting.database)
        try await setting.report(.fault, after: 7_200, follows: false)
        try await follower.follow()
        #expect(try await setting.open().isEmpty)
        // Received hours before what was followed already, and visible only now.
        try await setting.report(.fault, zone: "005", after: 10, follows: false)
        try await setting.report(.fireAlarm, .ended, zone: "001", after: 11, follows: false)
        try await setting.report(.fireAlarm, zone: "009", after: 12, follows: false)
        try await follower.follow()
        let open = try await setting.open()
        #expect(open.map(\.zones) == [1])
        #expect(open.first?.openedAt == TestEngine.moment.adding(seconds: 12))
        #expect(try await setting.zones() == ["001": .fault, "005": .fault, "009": .alarm])
        // A day before the case.
        try await setting.report(.manualCallPoint, zone: "010", after: -90_000, follows: false)
        try await follower.follow()
        #expect(try await setting.open().map(\.priority) == [.high])
    }

    @Test(arguments: TestEngine.available)
    func `are not opened by faults, and end with an outcome`(engine: TestEngine) async throws {
        let setting = try await Setting(engine)
        try await setting.report(.fault)
        #expect(try await setting.open().isEmpty)
        try await setting.report(.fireAlarm, after: 1)
        let id = try #require(try await setting.open().first).id
        await #expect(throws: Problem.self) {
            try await setting.act {
                try $0.judgeAlarm(id, .unwanted, cause: nil, words: "", by: $1)
            }
        }
        try await setting.act {
            try $0.judgeAlarm(id, .unwanted, cause: .cooking, words: "Bếp tầng 2", by: $1)
        }
        #expect(try await setting.open().isEmpty)
        let police = setting.ward.officer(.police)
        let ended = try await setting.database.read { try $0.alarmCase(id, for: police) }
        #expect(ended.outcome == .unwanted)
        #expect(ended.cause == .cooking)
        #expect(ended.taken?.by == police.id)
        #expect(ended.closed?.name == police.name)
        await #expect(throws: Problem.self) {
            try await setting.act { try $0.takeAlarm(id, insteadOf: nil, by: $1) }
        }
        try await setting.report(.fireAlarm, after: 100)
        #expect(try await setting.open().map(\.id) != [id])
    }

    @Test(arguments: TestEngine.available)
    func `are taken by one named person, and taken over by name`(engine: TestEngine) async throws {
        let setting = try await Setting(engine)
        try await setting.report(.fireAlarm)
        let id = try #require(try await setting.open().first).id
        try await setting.act { try $0.takeAlarm(id, insteadOf: nil, by: $1) }
        // Once more is no conflict.
        try await setting.act { try $0.takeAlarm(id, insteadOf: nil, by: $1) }
        #expect(try await setting.open()[0].waits == false)
        let problem = await #expect(throws: Problem.self) {
            try await setting.act(.office) { try $0.takeAlarm(id, insteadOf: nil, by: $1) }
        }
        #expect(problem?.kind == .conflict)
        let police = setting.ward.officer(.police)
        try await setting.act(.office) { try $0.takeAlarm(id, insteadOf: police.id, by: $1) }
        #expect(try await setting.open()[0].taken?.name == setting.ward.officer(.office).name)
        #expect(try await setting.steps().map(\.kind) == [.opened, .taken, .taken])
    }

    @Test(arguments: TestEngine.available)
    func `become incidents with the moments that were marked`(engine: TestEngine) async throws {
        let setting = try await Setting(engine)
        try await setting.report(.fireAlarm)
        let id = try #require(try await setting.open().first).id
        setting.clock.set(TestEngine.moment.adding(seconds: 120))
        try await setting.act { try $0.markAlarm(id, .localArrived, by: $1) }
        try await setting.act { try $0.judgeAlarm(id, .genuine, cause: nil, words: "", by: $1) }
        try await setting.act { _ = try $0.openIncident(of: id, by: $1) }
        setting.clock.set(TestEngine.moment.adding(seconds: 600))
        try await setting.act { try $0.tellFireService(of: id, by: $1) }
        try await setting.act { try $0.markAlarm(id, .extinguished, by: $1) }
        let police = setting.ward.officer(.police)
        let (found, record, gaps) = try await setting.database.read { tx in
            let found = try tx.alarmCase(id, for: police)
            return (
                found,
                try tx.record(found.incident ?? "", of: Incidents.description, for: police),
                try tx.incidentGaps(of: found, for: police)
            )
        }
        #expect(found.isOpen)
        #expect(record[Incidents.facility]?.id == setting.alarms.facility)
        #expect(record[Incidents.premises] == .market)
        #expect(record[Incidents.reported] == TestEngine.moment.moment)
        #expect(record[Incidents.localArrived]?.shown == "09:02 21/11/2026")
        #expect(record[Incidents.forwarded]?.shown == "09:10 21/11/2026")
        #expect(record[Incidents.extinguished]?.shown == "09:10 21/11/2026")
        #expect(gaps.contains("Số người chết"))
        #expect(!gaps.contains("Dập tắt, xong lúc"))
        try await setting.act { try $0.closeAlarm(id, by: $1) }
        #expect(try await setting.open().isEmpty)
    }

    @Test(arguments: TestEngine.available)
    func `are seen by who attends, of the own area`(engine: TestEngine) async throws {
        let setting = try await Setting(engine)
        try await setting.report(.fireAlarm)
        let id = try #require(try await setting.open().first).id
        for role in Role.allCases where role != .groupHead {
            #expect(
                try await setting.open(role).count == (role.may(.attendAlarms) ? 1 : 0), "\(role)")
        }
        #expect(try await setting.open(.groupHead).isEmpty)
        let group = setting.ward.groups[0]
        try await setting.database.write {
            _ = try $0.run("UPDATE facilities SET group_unit = \(group)")
        }
        #expect(try await setting.open(.groupHead).count == 1)
        try await setting.act(.groupHead) { try $0.takeAlarm(id, insteadOf: nil, by: $1) }
        await #expect(throws: Problem.self) {
            try await setting.act(.groupHead) {
                try $0.judgeAlarm(id, .genuine, cause: nil, words: "", by: $1)
            }
        }
        let other = Officer(
            id: "", ward: "00009", login: "x", name: "x", role: .police, unit: nil, origin: "test")
        let seen = try await setting.database.read { tx in
            try tx.openAlarmCases(for: other).count + tx.alarmSteps(after: 0, for: other).count
        }
        #expect(seen == 0)
        await #expect(throws: Problem.self) {
            try await setting.database.read { _ = try $0.alarmCase(id, for: other) }
        }
    }

    @Test(arguments: TestEngine.available)
    func `of devices that are tried call nobody, and end with the trial`(
        engine: TestEngine
    ) async throws {
        let setting = try await Setting(engine)
        let device = setting.alarms.transmitter
        try await setting.act {
            try $0.beginAlarmTrial(of: device, minutes: 10, reason: "Bảo dưỡng", by: $1)
        }
        await #expect(throws: Problem.self) {
            try await setting.act {
                try $0.beginAlarmTrial(of: device, minutes: 10, reason: "Lần nữa", by: $1)
            }
        }
        for zone in ["001", "002"] { try await setting.report(.fireAlarm, zone: zone, after: 60) }
        let trial = try await setting.open()
        #expect(trial.map(\.isTrial) == [true])
        #expect(trial[0].priority == .trial)
        #expect(!trial[0].waits)
        // After its end an alarm is one, beside the trial's.
        try await setting.report(.fireAlarm, after: 600)
        #expect(try await setting.open().map(\.isTrial).sorted { !$0 && $1 } == [false, true])
        for (seconds, ends) in [(Int64(599), false), (600, true)] {
            setting.clock.set(TestEngine.moment.adding(seconds: seconds))
            let hasEnded = try await setting.database.write {
                try $0.endTriedCases(ward: TestWard.code)
            }
            #expect(hasEnded == ends)
        }
        #expect(try await setting.open().map(\.isTrial) == [false])
        let police = setting.ward.officer(.police)
        let ended = try await setting.database.read { try $0.endedAlarmCases(for: police) }
        #expect(ended.map(\.outcome) == [.test])
        #expect(ended[0].closed?.by == police.id)
    }

    @Test(arguments: TestEngine.available)
    func `show the zones of their facility`(engine: TestEngine) async throws {
        let setting = try await Setting(engine)
        try await setting.report(.fireAlarm, zone: "001")
        try await setting.report(.fault, zone: "001", after: 1)
        try await setting.report(.battery, zone: nil, after: 2)
        try await setting.report(.fireAlarm, zone: "002", after: 3)
        try await setting.report(.fireAlarm, .ended, zone: "002", after: 4)
        let police = setting.ward.officer(.police)
        let facility = setting.alarms.facility
        let zones = try await setting.database.read {
            try $0.alarmZones(ofFacility: facility, for: police)
        }
        #expect(zones.map(\.zone.zone) == ["002", "", "001"])
        #expect(zones.map(\.state) == [.restored, .fault, .alarm])
        #expect(try await setting.steps().last?.kind == .ended)
    }
}
