import Domain
import Storage
import TestSupport
import Testing

@Suite struct `Fires that people report` {
    private typealias Setting = `Cases of alarms`.Setting

    private static let point = Coordinate(latitude: 20.86, longitude: 106.68)

    private func told(
        _ source: FireReport.Source = .citizen, place: String = "Số 5 ngõ Mẫu",
        phone: String = "0912 345 678", point: Coordinate? = nil
    ) -> FireReport {
        FireReport(
            source: source, place: place, what: "Khói đen tầng 2", people: "2 cụ già",
            caller: "Bà Tư", phone: phone, point: point)
    }

    @discardableResult
    private func send(
        _ report: FireReport, from origin: String = "web 10.0.0.7", _ setting: Setting
    ) async throws -> String {
        try await setting.database.write {
            try $0.reportFire(report, ward: TestWard.code, origin: origin)
        }
    }

    @discardableResult
    private func write(
        _ report: FireReport, facility: String = "", joining: String? = nil,
        as role: Role = .police, _ setting: Setting
    ) async throws -> String {
        let officer = setting.ward.officer(role)
        return try await setting.database.write {
            try $0.reportFire(report, facility: facility, joining: joining, by: officer)
        }
    }

    @Test(arguments: TestEngine.available)
    func `wait on the desk as unverified alarms, and are told to people`(
        engine: TestEngine
    ) async throws {
        let setting = try await Setting(engine)
        let id = try await send(told(point: Self.point), setting)
        let found = try #require(try await setting.open().first)
        #expect(found.id == id)
        #expect(found.waits && found.isUnverified)
        #expect(found.siteName == "Số 5 ngõ Mẫu")
        #expect(found.source == .citizen)
        #expect(found.lastReport == "Khói đen tầng 2")
        let steps = try await setting.steps()
        #expect(steps.map(\.kind) == [.reported])
        #expect(steps[0].facilityName == "Số 5 ngõ Mẫu")
        let count = try await setting.database.write {
            try $0.escalate(ward: TestWard.code, address: "", ways: [.mail])
        }
        #expect(count == 1)
        // Of no facility and in no drawn group: nobody's area but the ward's.
        #expect(try await setting.open(.groupHead).isEmpty)
    }

    @Test(arguments: TestEngine.available)
    func `are of one fire when they are near each other`(engine: TestEngine) async throws {
        let setting = try await Setting(engine)
        let first = try await send(told(point: Self.point), setting)
        let near = Coordinate(latitude: 20.8608, longitude: 106.68)
        let far = Coordinate(latitude: 20.861, longitude: 106.68)
        #expect(try await send(told(point: near), setting) == first)
        #expect(try await send(told(point: far), setting) != first)
        #expect(try await send(told(), setting) != first)
        #expect(try await setting.open().map(\.reports).sorted() == [1, 1, 2])
        // What is over takes no further report.
        try await setting.act {
            try $0.judgeAlarm(first, .malicious, cause: nil, words: "", by: $1)
        }
        #expect(try await send(told(point: Self.point), setting) != first)
    }

    @Test(arguments: TestEngine.available)
    func `and devices confirm each other`(engine: TestEngine) async throws {
        let setting = try await Setting(engine)
        // The device first, then a caller.
        try await setting.report(.fireAlarm)
        let id = try await write(told(.call, place: ""), facility: "Chợ Thử", setting)
        let found = try #require(try await setting.open().first)
        #expect(found.id == id)
        #expect(found.priority == .high)
        #expect(!found.isUnverified)
        #expect(try await setting.steps().map(\.kind) == [.opened, .raised, .reported])
        try await setting.act {
            try $0.judgeAlarm(id, .drill, cause: nil, words: "", by: $1)
        }
        // A caller first, then the device.
        setting.clock.set(TestEngine.moment.adding(seconds: 10))
        let facility = setting.alarms.facility
        let later = try await write(told(.call, place: ""), facility: facility, setting)
        try await setting.report(.fireAlarm, after: 20)
        let open = try await setting.open()
        #expect(open.map(\.id) == [later])
        #expect(open[0].priority == .high)
        #expect(open[0].zones == 1)
    }

    @Test(arguments: TestEngine.available)
    func `are looked after by the officer who writes them down`(engine: TestEngine) async throws {
        let setting = try await Setting(engine)
        let id = try await write(told(.call), setting)
        let police = setting.ward.officer(.police)
        #expect(try await setting.open().first?.taken?.by == police.id)
        // A head of a group calls for others.
        try await write(told(.call, place: "Nơi khác"), as: .groupHead, setting)
        #expect(try await setting.open().count { $0.waits } == 1)
        #expect(try await write(told(.relayed), joining: id, setting) == id)
        await #expect(throws: Problem.self) {
            try await write(told(.call), facility: "Không có", setting)
        }
        await #expect(throws: Problem.self) {
            try await write(told(.call, place: ""), setting)
        }
        await #expect(throws: Problem.self) {
            try await write(told(.call), as: .division, setting)
        }
    }

    @Test(arguments: TestEngine.available)
    func `are personal, and made-up ones are remembered`(engine: TestEngine) async throws {
        let setting = try await Setting(engine)
        let first = try await send(told(), setting)
        try await setting.act {
            try $0.judgeAlarm(first, .malicious, cause: nil, words: "", by: $1)
        }
        let second = try await send(told(), setting)
        let (police, head) = (setting.ward.officer(.police), setting.ward.officer(.groupHead))
        let lines = try await setting.database.read { try $0.fireReports(of: second, for: police) }
        #expect(lines.map(\.report) == [told()])
        #expect(lines.map(\.madeUp) == [1])
        #expect(lines[0].byName == nil)
        await #expect(throws: Problem.self) {
            try await setting.database.read { _ = try $0.fireReports(of: second, for: head) }
        }
    }

    @Test(arguments: TestEngine.available)
    func `lose who called once their alarm is long over`(engine: TestEngine) async throws {
        let setting = try await Setting(engine)
        let id = try await send(told(), setting)
        let judged = TestEngine.moment.adding(seconds: 600)
        setting.clock.set(judged)
        try await setting.act { try $0.judgeAlarm(id, .malicious, cause: nil, words: "", by: $1) }
        let police = setting.ward.officer(.police)
        let days = Transaction.callersKeptDays * 86_400
        for (seconds, phone) in [(days - 1, "0912 345 678"), (days, ""), (days + 1, "")] {
            setting.clock.set(judged.adding(seconds: seconds))
            // An alarm that is not over keeps its callers.
            let open = try await send(told(), setting)
            try await setting.database.write { try $0.forgetCallers(ward: TestWard.code) }
            let (old, new) = try await setting.database.read { tx in
                (
                    try tx.fireReports(of: id, for: police)[0].report,
                    try tx.fireReports(of: open, for: police)[0].report
                )
            }
            #expect(old.phone == phone)
            #expect(old.caller.isEmpty == phone.isEmpty)
            #expect(old.what == told().what && old.place == told().place)
            #expect(new == told())
        }
    }

    @Test(arguments: TestEngine.available)
    func `are bounded for one sender and for all`(engine: TestEngine) async throws {
        let setting = try await Setting(engine)
        for _ in 0..<Transaction.reportsOfOneMax { try await send(told(), setting) }
        await #expect(throws: Problem.self) { try await send(told(), setting) }
        try await send(told(), from: "web 10.0.0.8", setting)
        // What officers write down is not bounded.
        try await write(told(.call), setting)
        setting.clock.set(TestEngine.moment.adding(seconds: 3_600))
        try await send(told(), setting)
        let ward = TestWard.code
        for number in 1..<Transaction.reportsOfWardMax {
            try await send(told(), from: "web 10.1.0.\(number)", setting)
        }
        await #expect(throws: Problem.self) {
            try await send(told(), from: "web 10.2.0.1", setting)
        }
        let broken = try await setting.database.read { try $0.firstBrokenJournalRow(ward: ward) }
        #expect(broken == nil)
    }

    @Test(arguments: TestEngine.available)
    func `have a card around their point, and an incident`(engine: TestEngine) async throws {
        let setting = try await Setting(engine)
        let police = setting.ward.officer(.police)
        try await setting.database.write { tx in
            let register = WaterSources.description
            try tx.addRecord(
                try register.read([
                    "name": "Trụ gần", "kind": "hydrant", "state": "working", "address": "Ngõ",
                    "latitude": "20.861", "longitude": "106.68",
                ]), to: register, by: police)
        }
        let id = try await send(told(point: Self.point), setting)
        let card = try await setting.database.read { try $0.responseCard(of: id, for: police) }
        #expect(card.facility == nil)
        #expect(card.water.map { $0.record[WaterSources.name] } == ["Trụ gần"])
        try await setting.act {
            try $0.judgeAlarm(id, .genuine, cause: nil, words: "", by: $1)
            try $0.openIncident(of: id, by: $1)
        }
        let incident = try #require(try await setting.open().first?.incident)
        let record = try await setting.database.read {
            try $0.record(incident, of: Incidents.description, for: police)
        }
        #expect(record[Incidents.name] == "Báo cháy tại Số 5 ngõ Mẫu")
        #expect(record[Incidents.newsFrom] == .citizen)
        #expect(Place.coordinate(of: record.cells) == Self.point)
    }
}
