/// A stream of MQTT 3.1.1 → packets, however it is cut.
package struct MQTTReader: Sendable {
    /// An event and its topic; a broker that sends more is not ours.
    package static let packetBytesMax = 65_536

    private var held: [UInt8] = []

    package init() {}

    package enum Fault: Error, Sendable {
        /// After it the stream cannot be read.
        case broken(String)
    }

    package var heldBytes: Int { held.count }

    /// The packets that are whole.
    ///
    /// - Throws: when what comes is not MQTT, or too long.
    package mutating func read(_ bytes: [UInt8]) throws(Fault) -> [MQTTPacket] {
        var packets: [MQTTPacket] = []
        try read(bytes, into: &packets)
        return packets
    }

    /// The same; what was whole before a fault is there too.
    package mutating func read(
        _ bytes: [UInt8], into packets: inout [MQTTPacket]
    ) throws(Fault) {
        held += bytes
        var start = 0
        while let (bodyStart, end) = try frame(from: start), end <= held.count {
            packets.append(try packet(held[start], held[bodyStart..<end]))
            start = end
        }
        held.removeFirst(start)
    }

    /// Where the packet has its body, and where it ends; nil: its length is not yet there.
    private func frame(from start: Int) throws(Fault) -> (Int, Int)? {
        guard start < held.count else { return nil }
        var length = 0
        for place in 0..<4 {
            let index = start + 1 + place
            guard index < held.count else { return nil }
            length |= Int(held[index] & 0x7F) << (7 * place)
            guard length <= Self.packetBytesMax else { throw .broken("a packet is too long") }
            if held[index] & 0x80 == 0 { return (index + 1, index + 1 + length) }
        }
        throw .broken("a length has no end")
    }

    private func packet(
        _ first: UInt8, _ body: ArraySlice<UInt8>
    ) throws(Fault) -> MQTTPacket {
        var body = MQTTBody(rest: body)
        switch first {
        case 0x10: return .connect(try body.connect())
        case 0x20:
            let flags = try body.byte()
            return .connectionAcknowledged(code: try body.byte(), isResumed: flags & 1 == 1)
        case 0x30...0x3F: return .publish(try body.message(first & 0x0F))
        case 0x40: return .publishAcknowledged(id: try body.number())
        case 0x82:
            let id = try body.number()
            let topic = try body.text()
            _ = try body.byte()
            return .subscribe(id: id, topic: topic)
        case 0x90:
            let id = try body.number()
            return .subscriptionAcknowledged(id: id, code: try body.byte())
        case 0xC0: return .pingRequest
        case 0xD0: return .pingResponse
        case 0xE0: return .disconnect
        default: throw .broken("a packet of type \(first >> 4) was not asked for")
        }
    }
}

private struct MQTTBody {
    var rest: ArraySlice<UInt8>

    mutating func byte() throws(MQTTReader.Fault) -> UInt8 {
        guard let byte = rest.popFirst() else { throw .broken("a packet ends early") }
        return byte
    }

    mutating func number() throws(MQTTReader.Fault) -> UInt16 {
        let high = try byte()
        return UInt16(high) << 8 | UInt16(try byte())
    }

    mutating func text() throws(MQTTReader.Fault) -> String {
        let length = Int(try number())
        guard length <= rest.count else { throw .broken("a packet ends early") }
        guard let text = String(validating: rest.prefix(length), as: UTF8.self) else {
            throw .broken("a text is not UTF-8")
        }
        rest.removeFirst(length)
        return text
    }

    mutating func message(_ flags: UInt8) throws(MQTTReader.Fault) -> MQTTMessage {
        let quality = flags >> 1 & 3
        guard quality < 2 else { throw .broken("a message has a quality that was not asked for") }
        let topic = try text()
        let id = quality == 1 ? try number() : nil
        guard id != 0 else { throw .broken("a message has no number") }
        return MQTTMessage(
            topic: topic, payload: Array(rest), id: id, isRetained: flags & 1 == 1,
            isAgain: flags & 8 == 8)
    }

    mutating func connect() throws(MQTTReader.Fault) -> MQTTConnect {
        guard try text() == "MQTT", try byte() == 4 else { throw .broken("not MQTT 3.1.1") }
        let flags = try byte()
        guard flags & 0x04 == 0 else { throw .broken("a last will is not understood") }
        let (keepAlive, clientID) = (try number(), try text())
        let user = flags & 0x80 == 0 ? nil : try text()
        return MQTTConnect(
            clientID: clientID, isClean: flags & 2 == 2, keepAliveSeconds: keepAlive, user: user,
            password: flags & 0x40 == 0 ? nil : try text())
    }
}
