/// The start of a frame, up to the quote that opens its identifier.
///
///     \n803C0015"NULL"…          CRC as four digits, then the length
///     \n<2 bytes>0015"NULL"…     CRC as two bytes, which may themselves be LF or CR
///
/// - Source: SIA DC-09, 5.4 and 5.5.1; PROTOCOLS.md 1.2, 1.3 (recipe).
struct FrameHeader {
    let crc: UInt16
    let length: Int
    /// The place of the quote.
    let bodyStart: Int
    let isBinary: Bool

    static let textBytes = 9
    static let binaryBytes = 7

    enum Look {
        case header(FrameHeader)
        /// More bytes may still make it one.
        case undecided
        case other
    }

    /// What begins with the LF at `start`.
    static func look(_ bytes: Span<UInt8>, at start: Int) -> Look {
        guard let isText = fits(bytes, from: start + 1, digits: 8) else {
            return .undecided
        }
        if isText {
            guard let crc = HexDigits.number(bytes, at: start + 1),
                let length = HexDigits.number(bytes, at: start + 5)
            else { return .other }
            return .header(
                FrameHeader(
                    crc: crc, length: Int(length), bodyStart: start + textBytes, isBinary: false))
        }
        guard let isBinary = fits(bytes, from: start + 3, digits: 4) else { return .undecided }
        guard isBinary, let length = HexDigits.number(bytes, at: start + 3) else { return .other }
        return .header(
            FrameHeader(
                crc: UInt16(bytes[start + 1]) << 8 | UInt16(bytes[start + 2]), length: Int(length),
                bodyStart: start + binaryBytes, isBinary: true))
    }

    /// Whether digits and then a quote stand there; nil: not all of it has come.
    ///
    /// The two spellings exclude each other, as no digit is a quote; but while bytes are missing,
    /// the text spelling is decided first, so a binary one waits for no byte that it does not have.
    private static func fits(_ bytes: Span<UInt8>, from start: Int, digits: Int) -> Bool? {
        for index in start..<start + digits {
            if index >= bytes.count { return nil }
            if !HexDigits.isDigit(bytes[index]) { return false }
        }
        if start + digits >= bytes.count { return nil }
        return bytes[start + digits] == Sign.quote
    }
}
