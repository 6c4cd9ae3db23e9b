import Domain

/// A received frame as bytes, for the moment until it is sorted; written by whoever has read it,
/// as one writer makes those of all durable.
package struct FrameRecord: Sendable {
    let bytes: [UInt8]

    /// Beside what was sent, of a usual frame.
    private static let bytesUsual = 160

    package init(_ frame: ReceivedFrame) {
        var out: [UInt8] = []
        out.reserveCapacity(frame.raw.count + Self.bytesUsual)
        Self.put(frame.ward, into: &out)
        Self.put(frame.account, into: &out)
        Self.put(frame.receivedAt.milliseconds, into: &out)
        Self.put(bits: frame.deviceAt.map { Self.folded($0.milliseconds) &+ 1 } ?? 0, into: &out)
        Self.put(Int64(frame.sequence), into: &out)
        Self.put(frame.content, into: &out)
        Self.put(frame.marks.rawValue, into: &out)
        Self.put(frame.repeatSeconds, into: &out)
        Self.put(count: frame.raw.count, into: &out)
        out += frame.raw
        Self.put(count: frame.signals.count, into: &out)
        for signal in frame.signals {
            Self.put(signal.kind.rawValue, into: &out)
            Self.put(signal.change.rawValue, into: &out)
            Self.put(signal.scheme, into: &out)
            Self.put(signal.code, into: &out)
            Self.put(signal.zone, into: &out)
            Self.put(signal.area, into: &out)
            Self.put(signal.person, into: &out)
            Self.put(signal.text, into: &out)
            Self.put(signal.meaning, into: &out)
        }
        bytes = out
    }

    private static func put(_ number: Int64, into out: inout [UInt8]) {
        put(bits: folded(number), into: &out)
    }

    /// Small ones of either sign become small.
    private static func folded(_ number: Int64) -> UInt64 {
        UInt64(bitPattern: number << 1 ^ number >> 63)
    }

    private static func put(count: Int, into out: inout [UInt8]) {
        put(bits: UInt64(count), into: &out)
    }

    /// Seven bits in each byte, the lowest first; the eighth says that more follow.
    private static func put(bits: UInt64, into out: inout [UInt8]) {
        var left = bits
        while left > 0x7F {
            out.append(UInt8(truncatingIfNeeded: left) | 0x80)
            left >>= 7
        }
        out.append(UInt8(left))
    }

    private static func put(_ text: String?, into out: inout [UInt8]) {
        guard var text else { return out.append(0) }
        text.withUTF8 { utf8 in
            put(count: utf8.count + 1, into: &out)
            out.append(contentsOf: utf8)
        }
    }
}

/// Received frames as the bytes of one row.
///
/// Whoever reads them may be a later version of this program, after an update in between.
enum FrameBytes {
    struct Unreadable: Error {}

    /// Of the way in which they are written; changed with it.
    private static let version: UInt8 = 2
    /// In which counts had four bytes, and other numbers eight, the lowest first.
    private static let fixedVersion: UInt8 = 1

    static func written(_ records: some Collection<FrameRecord>) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(records.reduce(1) { $0 + $1.bytes.count })
        out.append(version)
        for record in records { out += record.bytes }
        return out
    }

    /// - Throws: `Unreadable`.
    static func read(_ bytes: [UInt8]) throws -> [ReceivedFrame] {
        guard let first = bytes.first, first == version || first == fixedVersion else {
            throw Unreadable()
        }
        var reader = Reader(bytes: bytes, isFixed: first == fixedVersion)
        var frames: [ReceivedFrame] = []
        while reader.place < bytes.count { frames.append(try reader.frame()) }
        return frames
    }

    private struct Reader {
        let bytes: [UInt8]
        let isFixed: Bool
        var place = 1

        private static let noText = Int(UInt32.max)

        mutating func frame() throws -> ReceivedFrame {
            let (ward, account) = (try text(), try text())
            let receivedAt = Instant(milliseconds: try number())
            let deviceAt = try moment()
            let (sequence, content, marks) = (try number(), try number(), try number())
            let repeatSeconds = try number()
            let countBefore = isFixed ? try number() : 0
            let raw = Array(try some(try count()))
            let signalCount = isFixed ? countBefore : Int64(try count())
            guard signalCount > 0 else { throw Unreadable() }
            var signals: [AlarmSignal] = []
            for _ in 0..<signalCount { signals.append(try signal()) }
            return ReceivedFrame(
                ward: ward, account: account, receivedAt: receivedAt,
                deviceAt: deviceAt,
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

        private mutating func fixed<Number: FixedWidthInteger>() throws -> Number {
            let part = try some(MemoryLayout<Number>.size)
            return part.reversed().reduce(0) { $0 << 8 | Number(truncatingIfNeeded: $1) }
        }

        private mutating func bits() throws -> UInt64 {
            var bits: UInt64 = 0
            for shift in stride(from: UInt64(0), to: 64, by: 7) {
                guard place < bytes.count else { throw Unreadable() }
                let byte = UInt64(bytes[place])
                place += 1
                bits |= (byte & 0x7F) << shift
                if byte <= 0x7F { return bits }
            }
            throw Unreadable()
        }

        private mutating func number() throws -> Int64 {
            isFixed ? try fixed() : unfolded(try bits())
        }

        private mutating func moment() throws -> Instant? {
            if isFixed {
                let number: Int64 = try fixed()
                return number == .min ? nil : Instant(milliseconds: number)
            }
            let bits = try bits()
            return bits == 0 ? nil : Instant(milliseconds: unfolded(bits - 1))
        }

        private func unfolded(_ bits: UInt64) -> Int64 {
            Int64(bitPattern: bits >> 1) ^ -Int64(bits & 1)
        }

        private mutating func count() throws -> Int {
            if isFixed { return Int(try fixed() as UInt32) }
            guard let count = Int(exactly: try bits()) else { throw Unreadable() }
            return count
        }

        private mutating func some(_ count: Int) throws -> ArraySlice<UInt8> {
            guard bytes.count - place >= count else { throw Unreadable() }
            defer { place += count }
            return bytes[place..<place + count]
        }

        private mutating func optional() throws -> String? {
            let count = try count()
            if count == (isFixed ? Self.noText : 0) { return nil }
            return String(decoding: try some(isFixed ? count : count - 1), as: UTF8.self)
        }

        private mutating func text() throws -> String {
            guard let text = try optional() else { throw Unreadable() }
            return text
        }
    }
}
