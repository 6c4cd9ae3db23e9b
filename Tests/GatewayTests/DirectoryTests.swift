import Domain
import Gateway
import Storage
import TestSupport
import Testing
import Wire

@Suite struct `Accounts of a receiver` {
    private func fire(_ sequence: Int, _ account: String, line: String? = "0") -> DC09Draft {
        var draft = DC09Draft.contactID(110, zone: 7, sequence: sequence, account: account)
        draft.line = line
        return draft
    }

    @Test(arguments: TestEngine.available)
    func `are followed while it runs`(engine: TestEngine) async throws {
        _ = try await ReceiverSetting.run(engine) { setting in
            let line = try setting.connect()
            let (plain, fresh) = (ReceiverSetting.plain, "A0B1")
            line.send(fire(1, plain))
            #expect(await line.outcomes(of: [fire(1, plain)]) == [.acknowledged])
            let alarms = try await TestAlarms.make(in: setting.database, setting.ward)
            try await alarms.add(fresh, in: setting.database)
            try await setting.database.write {
                try $0.lockAlarmAccount(number: plain, ward: TestWard.code, origin: "test")
            }
            // The receiver looks once a second; both are as they were, or as they are now.
            var sequence = 1
            var outcomes: [DC09Draft.Outcome] = []
            while outcomes != [.notUnderstood, .acknowledged] {
                sequence += 1
                try #require(sequence < 9_999)
                let drafts = [fire(sequence, plain), fire(sequence, fresh)]
                for draft in drafts { line.send(draft) }
                outcomes = await unordered(drafts, line)
            }
        }
    }

    /// A refusal overtakes an acknowledgement, which waits for the store.
    private func unordered(
        _ drafts: [DC09Draft], _ line: RawConnection
    ) async -> [DC09Draft.Outcome] {
        var splitter = FrameSplitter()
        var outcomes: [Int: DC09Draft.Outcome] = [:]
        while outcomes.count < drafts.count {
            let text = await line.receive(until: "\r")
            guard !text.isEmpty else { break }
            splitter.split(Array(text.utf8)) { piece in
                guard case .frame(let bytes) = piece else { return }
                for (index, draft) in drafts.enumerated() {
                    let outcome = draft.outcome(bytes)
                    if outcome != .wrong { outcomes[index] = outcome }
                }
            }
        }
        return drafts.indices.compactMap { outcomes[$0] }
    }

    @Test func `are found by receiver and line before the number alone`() async throws {
        let setting = try await ReceiverSetting.run { setting in
            let alarms = try await TestAlarms.make(in: setting.database, setting.ward)
            let new = NewAlarmAccount(
                transmitter: alarms.transmitter, number: ReceiverSetting.plain, line: "2")
            try await setting.database.write {
                _ = try $0.addAlarmAccount(new, ward: TestWard.code, origin: "test")
            }
            let other = try await ReceiverSetting.beside(setting.database)
            let line = try RawConnection(port: other.port)
            for (sequence, number) in ["1", "2"].enumerated() {
                let draft = fire(sequence + 1, ReceiverSetting.plain, line: number)
                line.send(draft)
                #expect(await line.outcomes(of: [draft]) == [.acknowledged])
            }
            try await other.end()
        }
        #expect(Set(try await setting.lines().map(\.transmitter)).count == 2)
    }

    @Test(arguments: TestEngine.available)
    func `are read anew only where they changed, however late that is seen`(
        engine: TestEngine
    ) async throws {
        let clock = TestClock()
        let database = try await engine.open(clock: clock.now)
        let ward = try await TestWard.make(in: database)
        let alarms = try await TestAlarms.make(in: database, ward)
        let account = try await alarms.add("F17A", in: database)
        let directory = AlarmDirectory()
        func seen(_ number: String = "F17A") -> AlarmDirectory.Known? {
            directory.known(number: number)
        }
        try await directory.refresh(from: database)
        let known = try #require(seen())
        // Heard since, and read once more: the sign of its life is not lost.
        try await database.write {
            try $0.keepHeard([
                HeardDevice(
                    ward: TestWard.code, account: account, at: TestEngine.moment, learnt: 0)
            ])
        }
        try await directory.refresh(from: database)
        #expect(seen() === known)
        clock.set(TestEngine.moment.adding(seconds: 60))
        try await directory.refresh(from: database)
        // A transaction that began a minute ago becomes visible now.
        clock.set(TestEngine.moment.adding(seconds: 1))
        try await alarms.add("B0B1", in: database)
        clock.set(TestEngine.moment.adding(seconds: 60))
        try await directory.refresh(from: database)
        #expect(seen("B0B1") == nil)
        for _ in 0..<AlarmDirectory.longEvery { try await directory.refresh(from: database) }
        #expect(seen("B0B1") != nil)
        try await database.write {
            try $0.lockAlarmAccount(number: "F17A", ward: TestWard.code, origin: "test")
        }
        try await directory.refresh(from: database)
        #expect(seen() == nil)
    }
}
