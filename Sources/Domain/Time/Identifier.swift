import Synchronization

/// Makes identifiers of records: UUID version 7, so that later ones sort later, also within one
/// millisecond and one process.
///
/// - Source: RFC 9562, sections 5.7 and 6.2 (method 1: a counter in the bits after the time).
package enum Identifier {
    private static let counter = Atomic<UInt64>(0)

    package static func make(at now: Instant) -> String {
        var random = SystemRandomNumberGenerator()
        let count = counter.wrappingAdd(1, ordering: .relaxed).oldValue
        let time = UInt64(bitPattern: now.milliseconds) & 0xFFFF_FFFF_FFFF
        // 26 bits of the counter: 12 behind the version, 14 behind the variant; 48 random bits.
        let high = time << 16 | 0x7000 | (count >> 14 & 0x0FFF)
        let low = 0x8000_0000_0000_0000 | (count & 0x3FFF) << 48 | (random.next() >> 16)
        return String(unsafeUninitializedCapacity: length) { bytes in
            var place = 0
            for half in [high, low] {
                for shift in stride(from: UInt64(60), through: 0, by: -4) {
                    if isHyphen(place) {
                        bytes[place] = UInt8(ascii: "-")
                        place += 1
                    }
                    let digit = UInt8(half >> shift & 0xF)
                    bytes[place] = digit + (digit < 10 ? UInt8(ascii: "0") : UInt8(ascii: "a") - 10)
                    place += 1
                }
            }
            return length
        }
    }

    /// Whether a text has the form of an identifier; what has not is nobody's.
    package static func isWellFormed(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard bytes.count == length else { return false }
        return bytes.enumerated().allSatisfy { place, byte in
            isHyphen(place)
                ? byte == UInt8(ascii: "-")
                : (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte)
        }
    }

    private static let length = 36

    private static func isHyphen(_ place: Int) -> Bool {
        switch place {
        case 8, 13, 18, 23: true
        default: false
        }
    }
}
