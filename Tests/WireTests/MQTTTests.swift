import Testing
import Wire

@Suite struct `Packets of MQTT` {
    private static let packets: [MQTTPacket] = [
        .connect(
            MQTTConnect(
                clientID: "canhlua", isClean: false, keepAliveSeconds: 30, user: "a",
                password: "mật khẩu")),
        .connect(MQTTConnect(clientID: "", isClean: true, keepAliveSeconds: 0)),
        .connectionAcknowledged(code: 0, isResumed: true),
        .connectionAcknowledged(code: 5, isResumed: false),
        .publish(MQTTMessage(topic: "canhlua/F17A/events", payload: [1, 2, 3], id: 7)),
        .publish(MQTTMessage(topic: "a", payload: [], id: nil)),
        .publish(
            MQTTMessage(
                topic: "a", payload: [UInt8](repeating: 9, count: 20_000), id: 65_535,
                isRetained: true, isAgain: true)),
        .publishAcknowledged(id: 258), .subscribe(id: 1, topic: MQTTTopic.subscription),
        .subscriptionAcknowledged(id: 1, code: 1), .pingRequest, .pingResponse, .disconnect,
    ]

    @Test(arguments: [1, 2, 3, 7, 100, 100_000])
    func `are read however they are cut`(size: Int) throws {
        let bytes = Self.packets.flatMap(\.bytes)
        var reader = MQTTReader()
        var found: [MQTTPacket] = []
        for start in stride(from: 0, to: bytes.count, by: size) {
            found += try reader.read(Array(bytes[start..<min(start + size, bytes.count)]))
        }
        #expect(found == Self.packets)
        #expect(reader.heldBytes == 0)
    }

    /// - Source: OASIS MQTT 3.1.1, figures 3.6 and 3.11, 2.2.3.
    @Test func `are written as the standard says`() {
        let connect = MQTTConnect(clientID: "c", isClean: false, keepAliveSeconds: 10)
        #expect(
            MQTTPacket.connect(connect).bytes
                == [0x10, 13, 0, 4, 0x4D, 0x51, 0x54, 0x54, 4, 0, 0, 10, 0, 1, 0x63])
        let message = MQTTMessage(topic: "a/b", payload: [0x21], id: 10)
        #expect(
            MQTTPacket.publish(message).bytes
                == [0x32, 8, 0, 3, 0x61, 0x2F, 0x62, 0, 10, 0x21])
        #expect(MQTTPacket.publishAcknowledged(id: 10).bytes == [0x40, 2, 0, 10])
        let long = MQTTMessage(
            topic: "a", payload: [UInt8](repeating: 0, count: 318), id: nil)
        #expect(MQTTPacket.publish(long).bytes.prefix(3) == [0x30, 0xC1, 0x02])
    }

    @Test(
        arguments: [
            [0x40, 1, 0], [0x30, 2, 0, 9], [0x32, 5, 0, 1, 0x61, 0, 0],
            [0x34, 5, 0, 1, 0x61, 0, 1],
            [0x30, 3, 0, 1, 0xFF], [0x62, 2, 0, 1], [0x10, 4, 0, 2, 0x4D, 0x51],
            [0x30, 0xFF, 0xFF, 0x7F], [0x30, 0x80, 0x80, 0x80, 0x80, 1], [0, 0],
        ] as [[UInt8]])
    func `that are broken end the reading`(bytes: [UInt8]) {
        #expect(throws: MQTTReader.Fault.self) {
            var reader = MQTTReader()
            _ = try reader.read(bytes)
        }
    }

    @Test func `are bounded`() throws {
        let most = MQTTReader.packetBytesMax
        let full = MQTTMessage(
            topic: "a", payload: [UInt8](repeating: 1, count: most - 3), id: nil)
        var reader = MQTTReader()
        #expect(try reader.read(MQTTPacket.publish(full).bytes) == [.publish(full)])
        let over = MQTTMessage(
            topic: "a", payload: [UInt8](repeating: 1, count: most - 2), id: nil)
        #expect(throws: MQTTReader.Fault.self) {
            try reader.read(MQTTPacket.publish(over).bytes)
        }
    }

    @Test func `name an account in their topic`() {
        #expect(MQTTTopic.number(in: MQTTTopic.events(of: "F17A")) == "F17A")
        for other in ["canhlua//events", "canhlua/F17A", "a/F17A/events", "canhlua/a/b/events"] {
            #expect(MQTTTopic.number(in: other) == nil)
        }
    }
}
