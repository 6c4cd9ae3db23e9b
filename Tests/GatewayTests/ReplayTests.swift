import Domain
import Gateway
import Storage
import TestSupport
import Testing
import Wire

@Suite struct `A file of frames` {
    private func fire(_ sequence: Int) -> DC09Draft {
        .contactID(110, zone: 7, sequence: sequence, account: ReceiverSetting.plain)
    }

    @Test func `is taken as if it came now`() async throws {
        let bytes = fire(1).bytes() + Array("noise\r".utf8) + fire(1).bytes()
        let setting = try await ReceiverSetting.run { setting in
            let outcomes = try await FrameReplay.run(bytes, in: setting.database)
            #expect(outcomes.count == 3)
            #expect(outcomes.first == .stored)
            #expect(outcomes.last == .repeated)
        }
        #expect(try await setting.lines().count == 1)
        let digits = "0A3830 0D".filter { $0 != " " } + "\n41\n"
        #expect(FrameFile.read(Array(digits.utf8)) == [.wire([0x0A, 0x38, 0x30, 0x0D, 0x41])])
        #expect(FrameFile.read(bytes) == [.wire(bytes)])
    }

    @Test func `of one store is taken by another`() async throws {
        let key = try AESKey(typed: ReceiverSetting.key, as: .hex)
        var secret = DC09Draft.contactID(
            301, zone: 1, sequence: 5, account: ReceiverSetting.encrypted)
        // Long ago, by the clock of the device.
        secret.timestamp = DC09Timestamp(seconds: ReceiverSetting.now.seconds - 90_000)
        var random = SystemRandomNumberGenerator()
        let event = Array(#"{"id": "e1", "code": "302"}"#.utf8)
        let number = ReceiverSetting.plain
        let lines = [
            KeptFrame(id: "1", receivedAt: TestEngine.moment, number: number, raw: fire(1).bytes()),
            KeptFrame(
                id: "2", receivedAt: TestEngine.moment, number: ReceiverSetting.encrypted,
                raw: secret.bytes(key: key, random: &random)),
            KeptFrame(id: "3", receivedAt: TestEngine.moment, number: number, raw: event),
        ].map(FrameFile.line)
        let file = Array((lines.joined(separator: "\n") + "\n").utf8)
        let setting = try await ReceiverSetting.run { setting in
            for wanted in [FrameReplay.Outcome.stored, .repeated] {
                let outcomes = try await FrameReplay.run(file, in: setting.database)
                #expect(outcomes == [wanted, wanted, wanted])
            }
            let stranger = Array("ABCDEF \(lines[2].split(separator: " ")[1])".utf8)
            let outcomes = try await FrameReplay.run(stranger, in: setting.database)
            #expect(outcomes.count == 1)
            #expect(outcomes != [.stored])
        }
        #expect(Set(try await setting.lines().map(\.signal.code)) == ["110", "301", "302"])
    }
}
