import Domain
import Storage
import TestSupport
import Testing

@Suite struct `Frames of alarms` {
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
            account = try await alarms.add("f17a", in: database)
        }

        func frame(
            _ sequence: Int, content: Int64 = 7, after seconds: Int64 = 0, _ signals: Int = 1
        ) -> ReceivedFrame {
            ReceivedFrame(
                ward: TestWard.code, account: account,
                receivedAt: TestEngine.moment.adding(seconds: seconds), deviceAt: nil,
                sequence: sequence, content: content, raw: [10, 0, 255, 13],
                signals: (0..<signals).map {
                    AlarmSignal(
                        kind: .fireAlarm, change: .begun, scheme: "contactID", code: "110",
                        zone: "00\($0)", meaning: "Báo cháy")
                })
        }

        func lines(_ role: Role = .police) async throws -> [AlarmLine] {
            let officer = ward.officer(role)
            return try await database.read { try $0.alarmLines(for: officer) }
        }
    }

    @Test(arguments: TestEngine.available)
    func `are kept together and shown newest first`(engine: TestEngine) async throws {
        let setting = try await Setting(engine)
        let frames = [setting.frame(1), setting.frame(2, after: 1, 2)]
        let outcomes = try await setting.database.write { try $0.keepAlarms(frames) }
        #expect(outcomes == [.stored, .stored])
        let lines = try await setting.lines()
        #expect(lines.map(\.signal.zone) == ["001", "000", "000"])
        #expect(lines[0].facilityName == "Chợ Thử")
        #expect(lines[0].transmitter == setting.alarms.transmitter)
        #expect(lines[0].number == "F17A")
        let raw: [[UInt8]?] = try await setting.database.read { tx in
            try tx.rows("SELECT raw FROM alarm_events ORDER BY received_at, part").map { $0["raw"] }
        }
        #expect(raw == [[10, 0, 255, 13], [10, 0, 255, 13], nil])
    }

    /// A device that says the same again and again must not slow its neighbours.
    @Test(arguments: TestEngine.available)
    func `are looked for among those of their own number alone`(engine: TestEngine) async throws {
        let setting = try await Setting(engine)
        let frames = (0..<10_000).map { setting.frame($0) }
        try await setting.database.write { _ = try $0.keepAlarms(frames) }
        try await setting.database.refreshStatistics()
        let query = Transaction.kept(like: frames.suffix(3), since: TestEngine.moment)
        let explain: SQL = engine == .sqlite ? "EXPLAIN QUERY PLAN" : "EXPLAIN"
        let plan = try await setting.database.read { tx in
            try tx.rows("\(explain) \(query)").map { row -> String in
                engine == .sqlite ? row["detail"] : row["QUERY PLAN"]
            }
        }.joined(separator: "\n")
        #expect(plan.contains("alarm_events_by_number"), "\(plan)")
        let condition =
            engine == .sqlite ? #/content=\? AND sequence=\?/# : #/Index Cond: .*sequence = /#
        #expect(plan.contains(condition), "\(plan)")
    }

    @Test(arguments: TestEngine.available)
    func `are stored once within the window of repeats`(engine: TestEngine) async throws {
        let setting = try await Setting(engine)
        let edge = ReceivedFrame.repeatSecondsUsual
        let batches: [([ReceivedFrame], [ReceivedFrame.Outcome])] = [
            // Twice in one batch, then again in another.
            ([setting.frame(1), setting.frame(1)], [.stored, .repeated]),
            ([setting.frame(1, after: edge)], [.repeated]),
            ([setting.frame(1, after: edge + 1)], [.stored]),
            // Another sequence or another content is another event.
            ([setting.frame(2), setting.frame(1, content: 8)], [.stored, .stored]),
        ]
        for (frames, wanted) in batches {
            let outcomes = try await setting.database.write { try $0.keepAlarms(frames) }
            #expect(outcomes == wanted)
        }
        #expect(try await setting.lines().count == 4)
    }

    @Test(arguments: TestEngine.available)
    func `are more than one statement takes`(engine: TestEngine) async throws {
        let setting = try await Setting(engine)
        let frames = (0..<900).map { setting.frame($0, content: Int64($0) - 450) }
        let outcomes = try await setting.database.write { try $0.keepAlarms(frames) }
        #expect(outcomes.count { $0 == .stored } == 900)
        let again = try await setting.database.write { try $0.keepAlarms(frames) }
        #expect(again.count { $0 == .repeated } == 900)
    }

    @Test(arguments: TestEngine.available)
    func `are seen by who watches, of the own ward`(engine: TestEngine) async throws {
        let setting = try await Setting(engine)
        let frame = setting.frame(1)
        try await setting.database.write { _ = try $0.keepAlarms([frame]) }
        for role in Role.allCases {
            #expect(
                try await setting.lines(role).count == (role.may(.watchAlarms) ? 1 : 0), "\(role)")
        }
        let other = Officer(
            id: "", ward: "00009", login: "x", name: "x", role: .police, unit: nil, origin: "test")
        #expect(try await setting.database.read { try $0.alarmLines(for: other) }.isEmpty)
    }

    @Test(arguments: TestEngine.available)
    func `are never changed or removed`(engine: TestEngine) async throws {
        let setting = try await Setting(engine)
        let frame = setting.frame(1)
        try await setting.database.write { _ = try $0.keepAlarms([frame]) }
        for statement: SQL in ["UPDATE alarm_events SET code = '1'", "DELETE FROM alarm_events"] {
            await #expect(throws: Problem.self) {
                try await setting.database.write { try $0.run(statement) }
            }
        }
        #expect(try await setting.lines().count == 1)
    }
}
