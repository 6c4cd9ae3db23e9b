/// Hexadecimal digits as bytes of ASCII, without a String between.
enum HexDigits {
    /// What `value` returns for a byte that is no digit.
    static let none: UInt8 = 0xFF

    @inline(__always)
    static func value(_ byte: UInt8) -> UInt8 {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x37
        case 0x61...0x66: byte - 0x57
        default: none
        }
    }

    @inline(__always)
    static func isDigit(_ byte: UInt8) -> Bool { value(byte) != none }

    @inline(__always)
    static func isLowerCase(_ byte: UInt8) -> Bool { byte >= 0x61 && byte <= 0x66 }

    /// The number of four digits, or nil.
    @inline(__always)
    static func number(_ bytes: Span<UInt8>, at start: Int) -> UInt16? {
        var number: UInt16 = 0
        for index in start..<start + 4 {
            let digit = value(bytes[index])
            if digit == none { return nil }
            number = number << 4 | UInt16(digit)
        }
        return number
    }

    /// Four upper-case digits.
    static func append(_ number: UInt16, to bytes: inout [UInt8]) {
        for shift in [12, 8, 4, 0] as [UInt16] {
            bytes.append(upper(UInt8(truncatingIfNeeded: number >> shift) & 15))
        }
    }

    static func append(_ clear: some Sequence<UInt8>, to bytes: inout [UInt8]) {
        for byte in clear {
            bytes.append(upper(byte >> 4))
            bytes.append(upper(byte & 15))
        }
    }

    /// The bytes that pairs of digits stand for, or nil when a byte is no digit or one is left over.
    static func bytes(_ digits: Span<UInt8>, _ range: Range<Int>) -> [UInt8]? {
        guard range.count % 2 == 0 else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(range.count / 2)
        for index in stride(from: range.lowerBound, to: range.upperBound, by: 2) {
            let high = value(digits[index])
            let low = value(digits[index + 1])
            if high == none || low == none { return nil }
            bytes.append(high << 4 | low)
        }
        return bytes
    }

    private static func upper(_ digit: UInt8) -> UInt8 { digit < 10 ? 0x30 + digit : 0x37 + digit }
}

/// Bytes of ASCII that the grammar knows by name.
enum Sign {
    static let null: UInt8 = 0x00
    static let lineFeed: UInt8 = 0x0A
    static let carriageReturn: UInt8 = 0x0D
    static let space: UInt8 = 0x20
    static let quote: UInt8 = 0x22
    static let hash: UInt8 = 0x23
    static let apostrophe: UInt8 = 0x27
    static let star: UInt8 = 0x2A
    static let dash: UInt8 = 0x2D
    static let dot: UInt8 = 0x2E
    static let slash: UInt8 = 0x2F
    static let colon: UInt8 = 0x3A
    static let open: UInt8 = 0x5B
    static let close: UInt8 = 0x5D
    static let caret: UInt8 = 0x5E
    static let underscore: UInt8 = 0x5F
    static let bar: UInt8 = 0x7C

    @inline(__always)
    static func isDecimal(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

    @inline(__always)
    static func isUpper(_ byte: UInt8) -> Bool { byte >= 0x41 && byte <= 0x5A }

    @inline(__always)
    static func isLower(_ byte: UInt8) -> Bool { byte >= 0x61 && byte <= 0x7A }

    /// What devices put between two frames: NUL, CR, LF.
    @inline(__always)
    static func isFill(_ byte: UInt8) -> Bool {
        byte == null || byte == lineFeed || byte == carriageReturn
    }
}

extension Span<UInt8> {
    /// A copy of a range.
    func array(_ range: Range<Int>) -> [UInt8] {
        extracting(range).withUnsafeBufferPointer { [UInt8]($0) }
    }

    /// A range as text; `WireText` where a device may write other than ASCII.
    func text(_ range: Range<Int>) -> String {
        extracting(range).withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
    }

    func first(_ sign: UInt8, in range: Range<Int>) -> Int? {
        for index in range where self[index] == sign { return index }
        return nil
    }

    /// The end of the run of hexadecimal digits that begins at `start`.
    func hexRunEnd(_ start: Int, in end: Int) -> Int {
        var index = start
        while index < end, HexDigits.isDigit(self[index]) { index += 1 }
        return index
    }

    func holdsLowerCaseHex(_ range: Range<Int>) -> Bool {
        for index in range where HexDigits.isLowerCase(self[index]) { return true }
        return false
    }

    func equals(_ text: StaticString, _ range: Range<Int>) -> Bool {
        guard text.utf8CodeUnitCount == range.count else { return false }
        for index in 0..<range.count
        where self[range.lowerBound + index] != text.utf8Start[index] { return false }
        return true
    }
}
