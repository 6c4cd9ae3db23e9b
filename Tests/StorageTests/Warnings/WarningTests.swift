import Domain
import Storage
import TestSupport
import Testing

@Suite struct `Public warnings` {
    private struct Setting {
        let database: Database
        let clock = TestClock()
        let ward: TestWard

        init(_ engine: TestEngine) async throws {
            database = try await engine.open(clock: clock.now)
            ward = try await TestWard.make(in: database)
        }

        func at(_ seconds: Int64) { clock.set(TestEngine.moment.adding(seconds: seconds)) }

        func draft(_ text: WarningText = .test(), _ role: Role = .office) async throws -> String {
            let officer = ward.officer(role)
            return try await database.write { try $0.draftWarning(text, by: officer) }
        }

        func issue(
            _ id: String, version: Int = 1, _ role: Role = .chairman
        ) async throws {
            let officer = ward.officer(role)
            try await database.write {
                try $0.issueWarning(
                    id, version: version, address: "https://canhlua.test", by: officer)
            }
        }

        func cancel(_ id: String, reason: String = "Đã dập tắt") async throws -> String {
            let officer = ward.officer(.police)
            return try await database.write {
                try $0.cancelWarning(
                    id, reason: reason, address: "https://canhlua.test", by: officer)
            }
        }

        func update(_ id: String) async throws -> String {
            let officer = ward.officer(.office)
            return try await database.write { try $0.draftUpdate(of: id, by: officer) }
        }

        func inForce() async throws -> [String] {
            try await database.read { try $0.warningsInForce(ward: TestWard.code).map(\.id) }
        }
    }

    @Test(arguments: TestEngine.available)
    func `are read by nobody before who may has issued them, and end by themselves`(
        engine: TestEngine
    ) async throws {
        let setting = try await Setting(engine)
        let id = try await setting.draft()
        #expect(try await setting.inForce() == [])
        let hidden = try await setting.database.read {
            try $0.publicWarning(id, ward: TestWard.code)
        }
        #expect(hidden == nil)
        await #expect(throws: Problem.self) { try await setting.issue(id, .office) }
        await #expect(throws: Problem.self) { try await setting.issue(id, version: 2) }
        try await setting.issue(id)
        #expect(try await setting.inForce() == [id])
        await #expect(throws: Problem.self) { try await setting.issue(id) }
        setting.at(3 * 3_600 - 1)
        #expect(try await setting.inForce() == [id])
        setting.at(3 * 3_600)
        #expect(try await setting.inForce() == [])
        await #expect(throws: Problem.self) { _ = try await setting.cancel(id) }
        await #expect(throws: Problem.self) { _ = try await setting.update(id) }
        let changed = try await setting.database.read {
            try $0.warningsChangedAt(ward: TestWard.code)
        }
        #expect(changed == TestEngine.moment.adding(seconds: 3 * 3_600))
    }

    @Test(arguments: TestEngine.available)
    func `are replaced by an update and taken back by a cancellation`(
        engine: TestEngine
    ) async throws {
        let setting = try await Setting(engine)
        let first = try await setting.draft()
        try await setting.issue(first)
        setting.at(60)
        let (second, rival) = (
            try await setting.update(first), try await setting.update(first)
        )
        #expect(try await setting.inForce() == [first])
        setting.at(120)
        try await setting.issue(second)
        #expect(try await setting.inForce() == [second])
        // Two who update the same: the later one is told.
        await #expect(throws: Problem.self) { try await setting.issue(rival) }
        await #expect(throws: Problem.self) { _ = try await setting.cancel(first) }
        await #expect(throws: Problem.self) { _ = try await setting.cancel(second, reason: "") }
        setting.at(180)
        let last = try await setting.cancel(second)
        #expect(try await setting.inForce() == [])
        let found = try await setting.database.read { tx in
            (
                try tx.publicWarning(last, ward: TestWard.code),
                try tx.publicWarning(after: second, ward: TestWard.code)
            )
        }
        let message = try #require(found.0?.message)
        #expect(found.1?.id == last)
        #expect(message.contains("<msgType>Cancel</msgType>"))
        #expect(message.contains("<description>Đã dập tắt</description>"))
        let references = [(first, 0), (second, 120)].map { id, seconds in
            let sent = TestEngine.moment.adding(seconds: Int64(seconds)).withOffset
            return "00001@canhlua.test,VN.00001.\(id),\(sent)"
        }
        #expect(message.contains("<references>\(references.joined(separator: " "))</references>"))
    }

    @Test(arguments: TestEngine.available)
    func `are changed and thrown away while they are drafts`(engine: TestEngine) async throws {
        let setting = try await Setting(engine)
        let (id, office) = (try await setting.draft(), setting.ward.officer(.office))
        let point = Coordinate(latitude: 20.86, longitude: 106.68)
        let text = WarningText.test(area: .circle(point, metres: 300), isExercise: true)
        try await setting.database.write {
            try $0.changeWarning(id, to: text, version: 1, by: office)
        }
        let found = try await setting.database.read { try $0.warning(id, for: office) }
        #expect(found.text == text)
        #expect(found.version == 2)
        await #expect(throws: Problem.self) {
            try await setting.database.write {
                try $0.changeWarning(id, to: text, version: 1, by: office)
            }
        }
        await #expect(throws: Problem.self) {
            _ = try await setting.draft(.test(area: .group("x")))
        }
        let group = try await setting.draft(.test(area: .group(setting.ward.groups[0])))
        try await setting.issue(group)
        try await setting.database.write { try $0.discardWarning(id, by: office) }
        await #expect(throws: Problem.self) { try await setting.issue(id, version: 2) }
        await #expect(throws: Problem.self) {
            try await setting.database.write { try $0.discardWarning(group, by: office) }
        }
        let area = try await setting.database.read { try $0.warning(group, for: office).areaName }
        #expect(area == "Tổ dân phố số 1, phường Thử")
    }

    @Test(arguments: TestEngine.available)
    func `are handed to programs that subscribed, one time after another`(
        engine: TestEngine
    ) async throws {
        let setting = try await Setting(engine)
        let url = "https://nhan.test/cap"
        try await setting.database.write {
            try $0.addWarningSubscriber(
                url: url, secret: "bí mật để ký tin", ward: TestWard.code, origin: "cli")
        }
        await #expect(throws: Problem.self) {
            try await setting.database.write {
                try $0.addWarningSubscriber(
                    url: url, secret: "bí mật để ký tin", ward: TestWard.code, origin: "cli")
            }
        }
        await #expect(throws: Problem.self) {
            try await setting.database.write {
                try $0.addWarningSubscriber(
                    url: "https://b.test", secret: "ngắn", ward: TestWard.code, origin: "cli")
            }
        }
        let kept: String? = try await setting.database.read {
            try $0.value("SELECT secret AS value FROM warning_subscribers")
        }
        #expect(kept?.contains("bí mật") == false)
        let id = try await setting.draft()
        try await setting.issue(id)
        func take() async throws -> [WarningDelivery] {
            try await setting.database.write { try $0.takeWarningDeliveries(limit: 10, for: 30) }
        }
        var seconds: Int64 = 0
        for attempt in 0..<Transaction.deliveryAttemptsMax {
            setting.at(seconds)
            let due = try await take()
            #expect(due.map(\.attempts) == [attempt])
            #expect(due.first?.secret == "bí mật để ký tin")
            #expect(due.first?.message.contains("<msgType>Alert</msgType>") == true)
            #expect(try await take().isEmpty)
            try await setting.database.write {
                if let delivery = due.first { try $0.endWarningDelivery(delivery, error: "503") }
            }
            seconds += 10 << Int64(attempt)
        }
        setting.at(seconds)
        #expect(try await take().isEmpty)
        let found = try await setting.database.read {
            try $0.warningSubscribers(ward: TestWard.code)
        }
        #expect(found.map(\.failed) == [1])
        #expect(found.map(\.error) == ["503"])
        try await setting.database.write {
            try $0.endWarningSubscriber(url: url, ward: TestWard.code, origin: "cli")
        }
        let none = try await setting.database.read {
            try $0.warningSubscribers(ward: TestWard.code)
        }
        #expect(none.isEmpty)
    }
}
