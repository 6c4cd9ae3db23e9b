import Domain
import Storage
import TestSupport
import Testing

@Suite struct `Response cards` {
    private typealias Setting = `Cases of alarms`.Setting

    /// The facility stands at 20.86 N, 106.68 E; a thousandth of a degree to the north is 111 m.
    private func fill(_ setting: Setting) async throws {
        let police = setting.ward.officer(.police)
        let (facility, group) = (setting.alarms.facility, setting.ward.groups[0])
        try await setting.database.write { tx in
            func add(_ register: RegisterDescription, _ texts: [String: String]) throws {
                try tx.addRecord(try register.read(texts), to: register, by: police)
            }
            try tx.run(
                """
                UPDATE facilities SET latitude = 20.86, longitude = 106.68, group_unit = \(group)
                WHERE id = \(facility)
                """)
            for (name, state, latitude) in [
                ("Trụ xa", "working", "20.864"), ("Trụ hỏng", "broken", "20.8601"),
                ("Trụ gần", "working", "20.861"), ("Trụ vừa", "working", "20.862"),
                ("Trụ xa nữa", "working", "20.866"),
            ] {
                try add(
                    WaterSources.description,
                    [
                        "name": name, "kind": "hydrant", "state": state, "address": name,
                        "latitude": latitude, "longitude": "106.68",
                    ])
            }
            try add(
                Alleys.description,
                [
                    "name": "Ngõ vẽ", "width_m": "2.5",
                    "line": "LINESTRING (106.679 20.8605, 106.681 20.8605)",
                ])
            try add(
                Alleys.description,
                ["name": "Ngõ xa", "latitude": "20.87", "longitude": "106.68"])
            try add(
                Forces.description,
                [
                    "name": "Đội tổ 1", "kind": "civil_defence", "group_unit": group,
                    "state": "active",
                ])
            try add(
                RoadObstacles.description,
                [
                    "name": "Barie đầu ngõ", "kind": "barrier", "address": "Đầu ngõ",
                    "found_on": "2026-11-01", "latitude": "20.8603", "longitude": "106.68",
                ])
            try add(
                ResponsePlans.description,
                [
                    "name": "Phương án chợ", "kind": "facility", "facility": facility,
                    "state": "approved",
                ])
        }
    }

    @Test(arguments: TestEngine.available)
    func `name what is near and works, nearest first`(engine: TestEngine) async throws {
        let setting = try await Setting(engine)
        try await fill(setting)
        try await setting.report(.fireAlarm)
        let id = try #require(try await setting.open().first).id
        let police = setting.ward.officer(.police)
        let card = try await setting.database.read { try $0.responseCard(of: id, for: police) }
        #expect(
            card.water.map { $0.record[WaterSources.name] } == ["Trụ gần", "Trụ vừa", "Trụ xa"])
        #expect(card.water[0].metres.map { abs($0 - 111) < 1 } == true)
        #expect(card.alleys.map { $0.record[Alleys.name] } == ["Ngõ vẽ"])
        #expect(card.alleys[0].metres.map { abs($0 - 55.6) < 1 } == true)
        #expect(card.obstacles.map { $0.record[RoadObstacles.name] } == ["Barie đầu ngõ"])
        #expect(card.forces.map { $0.record[Forces.name] } == ["Đội tổ 1"])
        #expect(card.plans.map { $0[ResponsePlans.name] } == ["Phương án chợ"])
        #expect(card.groupName == "Tổ dân phố số 1")
        #expect(card.zones.map(\.state) == [.alarm])
    }

    @Test(arguments: TestEngine.available)
    func `measure water along the ways, where they are known`(engine: TestEngine) async throws {
        let setting = try await Setting(engine)
        try await fill(setting)
        try await setting.report(.fireAlarm)
        let id = try #require(try await setting.open().first).id
        let police = setting.ward.officer(.police)
        try await setting.database.write { tx in
            // A long way round to the nearest hydrant, a shorter one to the next.
            for (name, line) in [
                (
                    "Phố Vòng",
                    "106.68 20.86, 106.683 20.86, 106.683 20.861, 106.68 20.861"
                ),
                ("Phố Ngắn", "106.68 20.86, 106.679 20.86, 106.679 20.862, 106.68 20.862"),
            ] {
                let register = Roads.description
                try tx.addRecord(
                    try register.read([
                        "name": name, "kind": "street", "line": "LINESTRING (\(line))",
                    ]),
                    to: register, by: police)
            }
        }
        let card = try await setting.database.read { try $0.responseCard(of: id, for: police) }
        // 222 m in a straight line; no way is known to the others, which are taken as they lie.
        #expect(
            card.water.map { $0.record[WaterSources.name] } == ["Trụ vừa", "Trụ xa", "Trụ xa nữa"])
        #expect(card.water[0].wayMetres.map { abs($0 - 430) < 10 } == true)
        #expect(card.water[1].wayMetres == nil)
    }

    @Test(arguments: TestEngine.available)
    func `name nothing near a facility whose place is not known`(engine: TestEngine) async throws {
        let setting = try await Setting(engine)
        try await fill(setting)
        try await setting.database.write {
            _ = try $0.run("UPDATE facilities SET latitude = NULL, longitude = NULL")
        }
        try await setting.report(.fireAlarm)
        let id = try #require(try await setting.open().first).id
        let police = setting.ward.officer(.police)
        let card = try await setting.database.read { try $0.responseCard(of: id, for: police) }
        #expect(card.water.isEmpty)
        #expect(card.forces.map { $0.record[Forces.name] } == ["Đội tổ 1"])
    }

    @Test(arguments: TestEngine.available)
    func `are read by an address for two hours`(engine: TestEngine) async throws {
        let setting = try await Setting(engine)
        try await setting.report(.fireAlarm)
        let id = try #require(try await setting.open().first).id
        try await setting.act { try $0.shareCard(of: id, token: "bí mật", by: $1) }
        func shared(_ token: String) async throws -> ResponseCard? {
            try await setting.database.read { try $0.sharedCardIfAny(token: token)?.card }
        }
        #expect(try await shared("bí mật")?.alarm.id == id)
        #expect(try await shared("khác") == nil)
        let kept: [String] = try await setting.database.read { tx in
            try tx.rows("SELECT token_hash FROM alarm_card_links").map { $0["token_hash"] }
        }
        #expect(kept.allSatisfy { $0.count == 64 })
        let end = TestEngine.moment.adding(seconds: Transaction.cardLinkSeconds)
        let until = try await setting.database.read {
            try $0.sharedCardIfAny(token: "bí mật")?.until
        }
        #expect(until == end)
        setting.clock.set(Instant(milliseconds: end.milliseconds - 1))
        #expect(try await shared("bí mật") != nil)
        setting.clock.set(end)
        #expect(try await shared("bí mật") == nil)
    }
}
