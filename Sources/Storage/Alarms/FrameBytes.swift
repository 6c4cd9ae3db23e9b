import Domain

/// Received frames as the bytes of one row, for the moment until they are sorted.
///
/// Whoever reads them may be a later version of this program, after an update in between.
enum FrameBytes {
    struct Unreadable: Error {}

    /// Of the way in which they are written; changed with it.
    private static let version: UInt8 = 1
    private static let none = UInt32.max
    /// Of a usual frame.
    private static let bytesUsual = 400

    static func written(_ frames: some Collection<ReceivedFrame>) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(1 + frames.count * bytesUsual)
        out.append(version)
        for frame in frames {
            put(frame.ward, into: &out)
            put(frame.account, into: &out)
            put(
                [
                    frame.receivedAt.milliseconds, frame.deviceAt?.milliseconds ?? .min,
                    Int64(frame.sequence), frame.content, frame.marks.rawValue,
                    frame.repeatSeconds, Int64(frame.signals.count),
                ], into: &out)
            put(frame.raw, into: &out)
            for signal in frame.signals {
                put(signal.kind.rawValue, into: &out)
                put(signal.change.rawValue, into: &out)
                put(signal.scheme, into: &out)
                put(signal.code, into: &out)
                put(signal.zone, into: &out)
                put(signal.area, into: &out)
                put(signal.person, into: &out)
                put(signal.text, into: &out)
                put(signal.meaning, into: &out)
            }
        }
        return out
    }

    /// - Throws: `Unreadable`.
    static func read(_ bytes: [UInt8]) throws -> [ReceivedFrame] {
        var reader = Reader(bytes: bytes)
        guard bytes.first == version else { throw Unreadable() }
        reader.place = 1
        var frames: [ReceivedFrame] = []
        while reader.place < bytes.count { frames.append(try reader.frame()) }
        return frames
    }

    /// All at once, as each by itself takes as long.
    private static func put(_ numbers: InlineArray<7, Int64>, into out: inout [UInt8]) {
        var numbers = numbers
        for index in numbers.indices { numbers[index] = numbers[index].littleEndian }
        withUnsafeBytes(of: numbers) { out.append(contentsOf: $0) }
    }

    private static func put(_ count: UInt32, into out: inout [UInt8]) {
        withUnsafeBytes(of: count.littleEndian) { out.append(contentsOf: $0) }
    }

    private static func put(_ bytes: [UInt8], into out: inout [UInt8]) {
        put(UInt32(bytes.count), into: &out)
        out += bytes
    }

    private static func put(_ text: String, into out: inout [UInt8]) {
        var text = text
        text.withUTF8 { utf8 in
            put(UInt32(utf8.count), into: &out)
            out.append(contentsOf: utf8)
        }
    }

    private static func put(_ text: String?, into out: inout [UInt8]) {
        if let text { put(text, into: &out) } else { put(none, into: &out) }
    }

    private struct Reader {
        let bytes: [UInt8]
        var place = 0

        mutating func frame() throws -> ReceivedFrame {
            let (ward, account) = (try text(), try text())
            let receivedAt = Instant(milliseconds: try number())
            let deviceAt: Int64 = try number()
            let (sequence, content, marks): (Int64, Int64, Int64) = (
                try number(), try number(), try number()
            )
            let (repeatSeconds, count): (Int64, Int64) = (try number(), try number())
            let raw = Array(try some())
            guard count > 0 else { throw Unreadable() }
            var signals: [AlarmSignal] = []
            for _ in 0..<count { signals.append(try signal()) }
            return ReceivedFrame(
                ward: ward, account: account, receivedAt: receivedAt,
                deviceAt: deviceAt == .min ? nil : Instant(milliseconds: deviceAt),
                sequence: Int(sequence), content: content, raw: raw, signals: signals,
                marks: AlarmMarks(rawValue: marks), repeatSeconds: repeatSeconds)
        }

        private mutating func signal() throws -> AlarmSignal {
            guard let kind = AlarmSignal.Kind(rawValue: try text()),
                let change = AlarmSignal.Change(rawValue: try text())
            else { throw Unreadable() }
            return AlarmSignal(
                kind: kind, change: change, scheme: try text(), code: try text(),
                zone: try optional(), area: try optional(), person: try optional(),
                text: try optional(), meaning: try text())
        }

        private mutating func number<Number: FixedWidthInteger>() throws -> Number {
            let size = MemoryLayout<Number>.size
            guard bytes.count - place >= size else { throw Unreadable() }
            defer { place += size }
            return bytes.withUnsafeBytes {
                Number(littleEndian: $0.loadUnaligned(fromByteOffset: place, as: Number.self))
            }
        }

        private mutating func some() throws -> ArraySlice<UInt8> {
            let count: UInt32 = try number()
            guard bytes.count - place >= Int(count) else { throw Unreadable() }
            defer { place += Int(count) }
            return bytes[place..<place + Int(count)]
        }

        private mutating func text() throws -> String {
            String(decoding: try some(), as: UTF8.self)
        }

        private mutating func optional() throws -> String? {
            let before = place
            if try number() as UInt32 == none { return nil }
            place = before
            return try text()
        }
    }
}
