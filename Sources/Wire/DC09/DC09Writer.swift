/// Puts a body into a frame.
struct DC09Writer {
    private(set) var body: [UInt8] = []

    init(capacity: Int = 128) { body.reserveCapacity(capacity) }

    mutating func append(_ bytes: some Sequence<UInt8>) { body.append(contentsOf: bytes) }
    mutating func append(_ byte: UInt8) { body.append(byte) }

    /// `"*ACK"`
    mutating func append(token: some Sequence<UInt8>, isEncrypted: Bool) {
        body.append(Sign.quote)
        if isEncrypted { body.append(Sign.star) }
        body.append(contentsOf: token)
        body.append(Sign.quote)
    }

    /// Padding, `|` and the clear text, encrypted, as digits.
    ///
    /// With a zero initialization vector equal first blocks have equal ciphers, so at least a whole
    /// block is random.
    mutating func append(
        clear: [UInt8], key: AESKey, random: inout some RandomNumberGenerator
    ) {
        let block = AESKey.blockBytes
        let padCount = block + (block - (clear.count + 1) % block) % block
        var text: [UInt8] = []
        text.reserveCapacity(padCount + 1 + clear.count)
        // The padding need not be secret, only never the same: one random number is spread over it,
        // as each costs a call of the system.
        var state = random.next()
        while text.count < padCount {
            state &+= 0x9E37_79B9_7F4A_7C15
            var number = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
            number = (number ^ (number >> 27)) &* 0x94D0_49BB_1331_11EB
            number ^= number >> 31
            for _ in 0..<8 where text.count < padCount {
                let byte = UInt8(truncatingIfNeeded: number)
                number >>= 8
                if DC09Writer.isPad(byte) { text.append(byte) }
            }
        }
        text.append(Sign.bar)
        text.append(contentsOf: clear)
        // Whole blocks and a key of a known size are never refused.
        HexDigits.append(key.encrypt(text) ?? [], to: &body)
    }

    /// Neither what ends the padding nor, for the parsers that look at the clear text as a frame,
    /// what begins or ends one.
    private static func isPad(_ byte: UInt8) -> Bool {
        byte != Sign.bar && byte != Sign.open && byte != Sign.close && byte != Sign.hash
            && !Sign.isFill(byte)
    }

    /// LF, CRC, length, body, CR.
    func frame(_ spelling: DC09Spelling = .standard, isLowerCase: Bool = false) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(body.count + 10)
        bytes.append(Sign.lineFeed)
        var counted = body.count
        var crc = CRC16.of(body.span, 0..<body.count)
        if spelling.countsCarriageReturn {
            let withReturn = body + [Sign.carriageReturn]
            counted += 1
            crc = CRC16.of(withReturn.span, 0..<withReturn.count)
        }
        if spelling.isBinary {
            bytes.append(UInt8(crc >> 8))
            bytes.append(UInt8(truncatingIfNeeded: crc))
        } else {
            HexDigits.append(crc, to: &bytes)
        }
        HexDigits.append(UInt16(truncatingIfNeeded: counted), to: &bytes)
        if isLowerCase {
            for index in (spelling.isBinary ? 3 : 1)..<bytes.count where Sign.isUpper(bytes[index])
            { bytes[index] += 0x20 }
        }
        bytes.append(contentsOf: body)
        bytes.append(Sign.carriageReturn)
        return bytes
    }
}
