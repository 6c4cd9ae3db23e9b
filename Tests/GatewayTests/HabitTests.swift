import Domain
import Gateway
import Storage
import TestSupport
import Testing
import Wire

@Suite struct `The ways of a device's frames` {
    private static let own = "F18A"

    private func fire(_ sequence: Int) -> DC09Draft {
        .contactID(110, zone: 7, sequence: sequence, account: Self.own)
    }

    /// Runs the body beside a receiver whose account takes these ways alone.
    private func run(
        allowing tolerance: DC09Tolerance?, _ body: (RawConnection) async throws -> Void
    ) async throws -> ReceiverSetting {
        try await ReceiverSetting.run { setting in
            let transmitter = try await setting.database.read {
                try $0.alarmAccounts(changedSince: Instant(milliseconds: 0))[0].transmitter
            }
            let new = NewAlarmAccount(
                transmitter: transmitter, number: Self.own,
                tolerance: tolerance.map { Int64($0.rawValue) })
            try await setting.database.write {
                _ = try $0.addAlarmAccount(new, ward: TestWard.code, origin: "test")
            }
            // A receiver that starts now knows it at once.
            let beside = try await ReceiverSetting.beside(setting.database)
            try await body(try RawConnection(port: beside.port))
            try await beside.end()
        }
    }

    /// A frame whose length field says four more than there are.
    private func misMeasured(_ draft: DC09Draft) -> [UInt8] {
        var bytes = draft.bytes()
        let length = Int(String(decoding: bytes[5..<9], as: UTF8.self), radix: 16) ?? 0
        let stated = String(length + 4, radix: 16, uppercase: true)
        bytes.replaceSubrange(
            5..<9, with: Array((String(repeating: "0", count: 4 - stated.count) + stated).utf8))
        return bytes
    }

    @Test func `may have a wrong length where the account allows it`() async throws {
        let setting = try await run(allowing: .fielded.union(.wrongLength)) { line in
            line.send(misMeasured(fire(1)))
            line.send(fire(2))
            #expect(await line.outcomes(of: [fire(1), fire(2)]) == [.acknowledged, .acknowledged])
        }
        #expect(try await setting.lines().count == 2)
        #expect(try await setting.refusals().isEmpty)
    }

    @Test func `must have a right length otherwise`() async throws {
        let setting = try await run(allowing: nil) { line in
            // It has no answer, as half of what protects a frame is missing; the next one has.
            line.send(misMeasured(fire(1)))
            line.send(fire(2))
            #expect(await line.outcomes(of: [fire(2)]) == [.acknowledged])
        }
        #expect(try await setting.lines().count == 1)
        #expect(try await setting.refusals().map(\.reason) == ["needs"])
    }

    @Test func `may have bytes between them, which is then their habit`() async throws {
        let setting = try await run(allowing: nil) { line in
            line.send([0, 0] + fire(1).bytes())
            #expect(await line.outcomes(of: [fire(1)]) == [.acknowledged])
        }
        let lines = try await setting.database.read {
            try $0.alarmAccountLines(ward: TestWard.code, limit: 10)
        }
        let learnt = lines.first { $0.number == Self.own }?.learnt
        #expect(learnt == Int64(DC09Tolerance.fill.rawValue))
    }

    @Test func `have none between them where the account denies it`() async throws {
        let setting = try await run(allowing: .fielded.subtracting(.fill)) { line in
            line.send(fire(1))
            #expect(await line.outcomes(of: [fire(1)]) == [.acknowledged])
            line.send([0] + fire(2).bytes())
            #expect(await line.outcomes(of: [fire(2)]) == [.notUnderstood])
        }
        #expect(try await setting.lines().count == 1)
        #expect(try await setting.refusals().map(\.reason) == ["needs"])
    }

    @Test func `hold words that people are shown`() async throws {
        let setting = try await run(allowing: nil) { line in
            var draft = fire(1)
            draft.extended = ["LKho tang 2", "ICam bien khoi", "X106E42.000"]
            line.send(draft)
            #expect(await line.outcomes(of: [draft]) == [.acknowledged])
        }
        #expect(
            try await setting.lines().map(\.signal.text)
                == ["vị trí Kho tang 2; Cam bien khoi; kinh độ 106,7"])
    }
}
