/// Makes identifiers of records: UUID version 7, so that later ones sort later.
///
/// - Source: RFC 9562, section 5.7.
package enum Identifier {
    package static func make(at now: Instant) -> String {
        var random = SystemRandomNumberGenerator()
        return make(at: now, random: &random)
    }

    package static func make(at now: Instant, random: inout some RandomNumberGenerator) -> String {
        let time = UInt64(bitPattern: now.milliseconds) & 0xFFFF_FFFF_FFFF
        let high = time << 16 | 0x7000 | (random.next() & 0x0FFF)
        let low = 0x8000_0000_0000_0000 | (random.next() >> 2)
        let digits = hex(high) + hex(low)
        let cuts = [0, 8, 12, 16, 20, 32]
        return zip(cuts, cuts.dropFirst()).map { String(digits[$0..<$1]) }.joined(separator: "-")
    }

    /// Whether a text has the form of an identifier; what has not is nobody's.
    package static func isWellFormed(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard bytes.count == 36 else { return false }
        return bytes.enumerated().allSatisfy { index, byte in
            switch index {
            case 8, 13, 18, 23: return byte == UInt8(ascii: "-")
            default:
                return (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte)
            }
        }
    }

    private static func hex(_ number: UInt64) -> [Character] {
        let digits = Array("0123456789abcdef")
        return (0..<16).map { digits[Int(number >> UInt64(60 - 4 * $0) & 0xF)] }
    }
}
