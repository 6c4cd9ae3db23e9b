import Domain
import Storage
import TestSupport
import Testing

@Suite struct `Accounts of alarms` {
    private typealias Setting = `Frames of alarms`.Setting

    @Test(arguments: TestEngine.available)
    func `keep their key sealed`(engine: TestEngine) async throws {
        let setting = try await Setting(engine)
        let key = "000102030405060708090A0B0C0D0E0F"
        try await setting.alarms.add("A1", key: key, in: setting.database)
        let found = try await setting.database.read {
            try $0.alarmAccounts(changedSince: Instant(milliseconds: 0))
        }
        #expect(found.map(\.number).sorted() == ["A1", "F17A"])
        #expect(found.first { $0.number == "A1" }?.key == key)
        let sealed: String? = try await setting.database.read {
            try $0.value("SELECT secret AS value FROM alarm_accounts WHERE number = 'A1'")
        }
        #expect(sealed?.hasPrefix("v1:") == true)
        #expect(sealed?.contains(key) == false)
        try await setting.database.read { try $0.checkSecretKey() }
    }

    @Test(arguments: TestEngine.available)
    func `are one for each number, until they are locked`(engine: TestEngine) async throws {
        let setting = try await Setting(engine)
        let problem = await #expect(throws: Problem.self) {
            try await setting.alarms.add("F17A", in: setting.database)
        }
        #expect(problem?.message.contains("đã cấp cho một thiết bị") == true)
        try await setting.database.write {
            try $0.lockAlarmAccount(number: "f17a", ward: TestWard.code, origin: "test")
        }
        await #expect(throws: Problem.self) {
            try await setting.database.write {
                try $0.lockAlarmAccount(number: "F17A", ward: TestWard.code, origin: "test")
            }
        }
        try await setting.alarms.add("F17A", in: setting.database)
    }

    @Test(arguments: TestEngine.available)
    func `are refused when they cannot be written on a device`(engine: TestEngine) async throws {
        let setting = try await Setting(engine)
        let longest = String(repeating: "9", count: NewAlarmAccount.numberBytesMax)
        for (number, isGood) in [
            ("", false), ("A|1", false), ("Ă1", false), (longest, true), (longest + "9", false),
        ] {
            let outcome = await Result {
                try await setting.alarms.add(number, in: setting.database)
            }
            #expect(((try? outcome.get()) != nil) == isGood, "«\(number)»")
        }
        let nowhere = NewAlarmAccount(transmitter: "none", number: "B1", line: "GG")
        let problem = await #expect(throws: Problem.self) {
            try await setting.database.write {
                try $0.addAlarmAccount(nowhere, ward: TestWard.code, origin: "test")
            }
        }
        #expect(problem?.refusals.keys.sorted() == ["line"])
    }

    @Test(arguments: TestEngine.available)
    func `report for the transmitter that theirs is joined into, until that is undone`(
        engine: TestEngine
    ) async throws {
        let setting = try await Setting(engine)
        let (devices, police) = (Transmitters.description, setting.ward.officer(.police))
        let alarms = setting.alarms
        let cells = try devices.read(["facility": alarms.facility, "serial": "TB-01A"])
        let owner = {
            try await setting.database.read {
                try $0.alarmAccountLines(ward: TestWard.code, limit: 2).map(\.transmitter)
            }
        }
        #expect(try await owner() == [alarms.transmitter])
        setting.clock.set(TestEngine.moment.adding(seconds: 60))
        let (kept, joining) = try await setting.database.write { tx in
            let kept = try tx.addRecord(cells, to: devices, by: police)
            let joining = try tx.mergeRecord(
                alarms.transmitter, into: kept, of: devices, chosen: [:], versions: (1, 1),
                by: police)
            return (kept, joining)
        }
        #expect(try await owner() == [kept])
        // Receivers take over what was changed.
        let changed = try await setting.database.read {
            try $0.alarmAccounts(changedSince: TestEngine.moment.adding(seconds: 30))
        }
        #expect(changed.map(\.number) == ["F17A"])
        try await setting.database.write { _ = try $0.undoMerge(joining, of: devices, by: police) }
        #expect(try await owner() == [alarms.transmitter])
    }

    @Test(arguments: TestEngine.available)
    func `say when they were last heard`(engine: TestEngine) async throws {
        let setting = try await Setting(engine)
        let police = setting.ward.officer(.police)
        let unheard = {
            try await setting.database.read { try $0.unheardAlarmAccounts(for: police) }
        }
        #expect(try await unheard().map(\.number) == ["F17A"])
        for (seconds, learnt) in [(Int64(10), Int64(1)), (5, 4)] {
            let heard = HeardDevice(
                ward: TestWard.code, account: setting.account,
                at: TestEngine.moment.adding(seconds: seconds), learnt: learnt)
            try await setting.database.write { try $0.keepHeard([heard]) }
        }
        #expect(try await unheard().isEmpty)
        let line = try await setting.database.read {
            try $0.alarmAccountLines(ward: TestWard.code, limit: 10)
        }[0]
        #expect(line.heardAt == TestEngine.moment.adding(seconds: 10))
        #expect(line.learnt == 5)
    }
}

extension Result where Failure == any Error {
    fileprivate init(_ body: () async throws -> Success) async {
        do { self = .success(try await body()) } catch { self = .failure(error) }
    }
}
