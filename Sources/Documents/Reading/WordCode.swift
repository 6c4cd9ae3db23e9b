/// A word in lower case, packed into two numbers so that comparing costs nothing.
///
/// Reading a plan compares words millions of times; comparing `String`s with Vietnamese letters
/// looks at Unicode normalisation each time. A word of at most fifteen UTF-8 bytes, which every
/// Vietnamese syllable is, stands in the code as it is; longer ones stand as a hash.
struct WordCode: Hashable, Sendable, ExpressibleByStringLiteral {
    private var low: UInt64 = 0
    private var high: UInt64 = 0

    /// Bytes that fit beside the length.
    private static let roomiest = 15
    private static let hashed: UInt64 = 0xFF << 56

    static let empty = WordCode()

    private init() {}

    init(stringLiteral text: StaticString) {
        self = text.withUTF8Buffer { WordCode($0) }
    }

    init(_ text: String) { self.init(Array(text.utf8)) }

    init(_ bytes: some Collection<UInt8>) {
        var packing = Packing()
        for byte in bytes { packing.append(byte) }
        self = packing.code
    }

    init(_ scalars: ArraySlice<Unicode.Scalar>) {
        var packing = Packing()
        for scalar in scalars { packing.append(scalar) }
        self = packing.code
    }

    /// The word and a number as one, for a table.
    func mixed(with number: Int32) -> Int {
        var mix = (low ^ (high &* 0x9E37_79B9_7F4A_7C15)) &+ UInt64(UInt32(bitPattern: number))
        mix = (mix ^ (mix >> 32)) &* 0xD6E8_FEB8_6659_FD93
        return Int(truncatingIfNeeded: (mix ^ (mix >> 32)) & 0x7FFF_FFFF)
    }

    /// 0 for no word.
    var firstByte: UInt8 { UInt8(truncatingIfNeeded: low) }

    /// The word again; nil: too long to have been kept.
    var text: String? {
        guard high < Self.hashed else { return nil }
        let count = Int(high >> 56)
        var bytes: [UInt8] = []
        for index in 0..<count {
            let half = index < 8 ? low >> (UInt64(index) * 8) : high >> (UInt64(index - 8) * 8)
            bytes.append(UInt8(truncatingIfNeeded: half))
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Takes the bytes of a word one by one.
    struct Packing {
        private var word = WordCode()
        private var count = 0
        /// Of a word that is too long.
        private var hash: UInt64 = 0

        mutating func append(_ byte: UInt8) {
            if count < 8 {
                word.low |= UInt64(byte) << (UInt64(count) * 8)
            } else if count < WordCode.roomiest {
                word.high |= UInt64(byte) << (UInt64(count - 8) * 8)
            } else {
                if count == WordCode.roomiest { hash = word.high }
                hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
            }
            count += 1
        }

        mutating func append(_ scalar: Unicode.Scalar) {
            if scalar.value < 0x80 {
                append(UInt8(scalar.value))
            } else {
                for byte in scalar.utf8 { append(byte) }
            }
        }

        var code: WordCode {
            var code = word
            if count <= WordCode.roomiest {
                code.high |= UInt64(count) << 56
            } else {
                // The first eight bytes and a hash (FNV-1a) of the others.
                code.high = WordCode.hashed | (hash >> 8)
            }
            return code
        }
    }
}
