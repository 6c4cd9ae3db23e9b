import Wire

// What libFuzzer calls with each input of the target `wire`: a stream and where it is cut. A crash,
// a trap, a report of the address sanitizer or an endless loop is a finding, a refusal is an answer.

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    check(bytes)
    checkEvent(bytes)
    checkPackets(bytes)
    checkMessages(bytes)
    return 0
}

private let key = AESKey(bytes: [UInt8](repeating: 1, count: 16))
private let now = DC09Timestamp(seconds: 1_814_408_100)

/// The cut must not matter, the memory is bounded, and each frame is judged.
private func check(_ bytes: [UInt8]) {
    guard let first = bytes.first else { return }
    let stream = Array(bytes.dropFirst())
    let whole = pieces(stream, by: max(1, stream.count))
    precondition(whole == pieces(stream, by: Int(first) % 64 + 1), "the cut matters")
    precondition(whole == pieces(stream, by: 1), "the cut to bytes matters")
    for case .frame(let frame) in whole {
        for tolerance in [DC09Tolerance.strict, .fielded, .all] { judge(frame, tolerance) }
        // As it is seldom right by chance.
        judge(mended(frame), .all)
    }
}

/// An event has a name for what happened, and is the same when it is read again.
private func checkEvent(_ bytes: [UInt8]) {
    guard bytes.first == UInt8(ascii: "{"), let event = try? JSONEvent(bytes) else { return }
    precondition(event.kind != .unknown || !event.code.isEmpty, "an event says nothing")
    precondition((event.zone ?? "").count <= JSONEvent.wordLengthMax, "a word is too long")
    precondition((try? JSONEvent(bytes))?.contentHash == event.contentHash, "it changes")
}

/// The cut must not matter, the memory is bounded, and what was read is written and read again.
private func checkPackets(_ bytes: [UInt8]) {
    guard let first = bytes.first else { return }
    let stream = Array(bytes.dropFirst())
    let whole = packets(stream, by: max(1, stream.count))
    precondition(whole == packets(stream, by: Int(first) % 64 + 1), "the cut matters")
    precondition(whole == packets(stream, by: 1), "the cut to bytes matters")
    precondition(packets(whole.flatMap(\.bytes), by: 7) == whole, "it is written otherwise")
}

/// The same for packets of SMPP; and a text is cut into messages that hold it.
private func checkMessages(_ bytes: [UInt8]) {
    guard let first = bytes.first else { return }
    let stream = Array(bytes.dropFirst())
    let whole = messages(stream, by: max(1, stream.count))
    precondition(whole == messages(stream, by: Int(first) % 64 + 1), "the cut matters")
    precondition(messages(whole.flatMap(\.bytes), by: 7) == whole, "it is written otherwise")
    let nobody = SMPPAddress(ton: 0, npi: 0, text: "")
    let text = String(decoding: stream, as: UTF8.self)
    let parts = SMPPText.messages(text, from: nobody, to: nobody, reference: first)
    precondition(!parts.isEmpty && parts.count <= SMPPText.partsMax, "too many parts")
    for part in parts { precondition(part.message.count <= 160, "a part is too long") }
}

/// Up to the first fault.
private func messages(_ stream: [UInt8], by size: Int) -> [SMPPPacket] {
    var reader = SMPPReader()
    var packets: [SMPPPacket] = []
    for start in stride(from: 0, to: stream.count, by: size) {
        do {
            let end = min(start + size, stream.count)
            try reader.read(Array(stream[start..<end]), into: &packets)
        } catch {
            break
        }
        precondition(reader.heldBytes <= SMPPReader.packetBytesMax + size, "too much is held")
    }
    return packets
}

/// Up to the first fault.
private func packets(_ stream: [UInt8], by size: Int) -> [MQTTPacket] {
    var reader = MQTTReader()
    var packets: [MQTTPacket] = []
    for start in stride(from: 0, to: stream.count, by: size) {
        do {
            let end = min(start + size, stream.count)
            try reader.read(Array(stream[start..<end]), into: &packets)
        } catch {
            break
        }
        precondition(reader.heldBytes <= MQTTReader.packetBytesMax + 5 + size, "too much is held")
    }
    return packets
}

private func pieces(_ stream: [UInt8], by size: Int) -> [FrameSplitter.Piece] {
    var splitter = FrameSplitter()
    var pieces: [FrameSplitter.Piece] = []
    for start in stride(from: 0, to: stream.count, by: size) {
        splitter.split(stream.span.extracting(start..<min(start + size, stream.count))) {
            pieces.append($0)
        }
        precondition(splitter.heldBytes <= FrameSplitter.heldBytesMax, "too much is held")
    }
    splitter.finish { pieces.append($0) }
    return pieces
}

private func judge(_ bytes: [UInt8], _ tolerance: DC09Tolerance) {
    do throws(DC09Refusal) {
        let frame = try DC09Frame(bytes, allowing: tolerance)
        let message = try DC09Message(frame, key: key, allowing: tolerance)
        let signals = try DC09Signals(message, allowing: tolerance)
        precondition(message.used.union(signals.used).isSubset(of: tolerance))
        precondition(frame.token.isAnswer || !signals.values.isEmpty, "an event is lost")
        for signal in signals.values { precondition(!signal.title.isEmpty) }
        for datum in message.extended { _ = datum.value }
        _ = RepeatKey(message, listener: 0)
        let ack = DC09Reply.ack(frame, key: key, now: now)
        let answer = try DC09Message(DC09Frame(ack, allowing: .all), key: key, allowing: .all)
        precondition(answer.frame.token == .ack)
        precondition(answer.frame.echo.bytes == frame.echo.bytes, "the echo differs")
    } catch {
        precondition(error.message.hasSuffix("."))
        guard let answer = DC09Reply.bytes(for: error, now: now) else { return }
        precondition(pieces(answer, by: answer.count) == [.frame(answer)], "an answer is no frame")
    }
}

/// The frame with the CRC and the length that its body has.
private func mended(_ bytes: [UInt8]) -> [UInt8] {
    guard let quote = bytes.firstIndex(of: 0x22), bytes.last == 0x0D else { return bytes }
    let body = bytes[quote..<bytes.count - 1]
    let crc = body.reduce(UInt16(0)) { crc, byte in
        (0..<8).reduce(crc ^ UInt16(byte)) { value, _ in
            value & 1 == 1 ? (value >> 1) ^ 0xA001 : value >> 1
        }
    }
    func hex(_ number: Int) -> [UInt8] {
        let digits = Array(String(number, radix: 16, uppercase: true).utf8)
        return [UInt8](repeating: 0x30, count: max(0, 4 - digits.count)) + digits
    }
    return [0x0A] + hex(Int(crc)) + hex(body.count) + body + [0x0D]
}
