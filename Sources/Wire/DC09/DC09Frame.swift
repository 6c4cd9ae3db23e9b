/// A frame of which CRC, length and header are whole; what it says is read by `DC09Message`.
///
///     \n27B30078"*ADM-CID"0042R1L0#F17A[494C…\r
///     LF CRC length "token" sequence receiver line #account [ content CR
///
/// - Source: SIA DC-09, 5.5.1; PROTOCOLS.md 1.2 to 1.4.
package struct DC09Frame: Sendable, Hashable {
    /// From LF to CR, both included: what is kept.
    package let bytes: [UInt8]
    package let spelling: DC09Spelling
    package let token: DC09Token
    package let isEncrypted: Bool
    /// What it needed beside the standard.
    package let used: DC09Tolerance

    let tokenRange: Range<Int>
    let receiverRange: Range<Int>?
    let lineRange: Range<Int>?
    let accountRange: Range<Int>?
    let contentRange: Range<Int>

    package static let tokenBytesMax = 16
    package static let accountBytesMax = 16
    package static let accountBytesMin = 3
    package static let numberBytesMax = 6

    /// Reads what `FrameSplitter` gave.
    ///
    /// - Throws: a refusal that says what is wrong and what to answer.
    package init(_ bytes: [UInt8], allowing: DC09Tolerance = .fielded) throws(DC09Refusal) {
        let span = bytes.span
        let envelope = try Envelope(span)
        let unwelcome = envelope.used.subtracting(allowing)
        guard unwelcome.isEmpty else { throw DC09Refusal(.needs(unwelcome), .nothing) }
        var reader = HeaderReader(bytes, envelope)
        let isWhole = reader.read()
        let echo = DC09Echo(
            bytes: isWhole ? [] : span.array(reader.echoRange), spelling: envelope.spelling)
        guard isWhole else {
            throw DC09Refusal(.header, reader.hasSequence ? .duh(echo) : .nothing)
        }
        self.bytes = bytes
        spelling = envelope.spelling
        token = DC09Token(span, reader.tokenRange)
        isEncrypted = reader.isEncrypted
        used = envelope.used.union(reader.used)
        tokenRange = reader.tokenRange
        receiverRange = reader.receiverRange
        lineRange = reader.lineRange
        accountRange = reader.accountRange
        contentRange = reader.index..<envelope.bodyEnd
        let missing = used.subtracting(allowing)
        guard missing.isEmpty else { throw DC09Refusal(.needs(missing), .duh(self.echo)) }
    }

    /// `SIA-DCS`
    package var tokenText: String { bytes.span.text(tokenRange) }
    /// As it was written; of a device that counts in hexadecimal, that number.
    package var sequence: Int {
        let radix = used.contains(.hexSequence) ? 16 : 10
        return bytes[sequenceRange].reduce(0) { $0 * radix + Int(HexDigits.value($1)) }
    }
    package var receiver: String? { receiverRange.map { bytes.span.text($0) } }
    package var line: String? { lineRange.map { bytes.span.text($0) } }
    package var account: String? { accountRange.map { bytes.span.text($0) } }
    /// What an ACK or a DUH gives back.
    package var echo: DC09Echo { DC09Echo(bytes: Array(bytes[echoRange]), spelling: spelling) }

    var sequenceRange: Range<Int> { tokenRange.upperBound + 1..<tokenRange.upperBound + 5 }
    var echoRange: Range<Int> { tokenRange.upperBound + 1..<contentRange.lowerBound - 1 }
}

/// CRC and length of a frame, which must fit before anything in it is looked at.
private struct Envelope {
    var bodyStart: Int
    var bodyEnd: Int
    var spelling: DC09Spelling
    var used: DC09Tolerance = []

    init(_ bytes: Span<UInt8>) throws(DC09Refusal) {
        guard bytes.count > 0, bytes[0] == Sign.lineFeed,
            case .header(let header) = FrameHeader.look(bytes, at: 0),
            bytes.count > header.bodyStart, bytes[bytes.count - 1] == Sign.carriageReturn
        else { throw DC09Refusal(.noFrame, .nothing) }
        bodyStart = header.bodyStart
        bodyEnd = bytes.count - 1
        spelling = DC09Spelling(isBinary: header.isBinary)
        let length = bodyEnd - bodyStart
        guard length <= FrameSplitter.bodyBytesMax else {
            throw DC09Refusal(.tooLong(bytes: length), .nothing)
        }
        let found = CRC16.of(bytes, bodyStart..<bodyEnd)
        if found == header.crc {
            if length != header.length { used.insert(.wrongLength) }
        } else if header.length == length + 1,
            CRC16.of(bytes, bodyStart..<bytes.count) == header.crc
        {
            spelling.countsCarriageReturn = true
            used.insert(.carriageReturnCounted)
        } else if header.length != length {
            throw DC09Refusal(.length(stated: header.length, found: length), .nothing)
        } else {
            throw DC09Refusal(.crc(stated: header.crc, found: found), .nothing)
        }
        if header.isBinary { used.insert(.binaryCRC) }
        if length > FrameSplitter.bodyBytesStandard { used.insert(.longBody) }
        if bytes.holdsLowerCaseHex((header.isBinary ? 3 : 1)..<bodyStart) {
            used.insert(.lowerCaseHex)
        }
    }
}

/// From the quote to the bracket that opens the content.
private struct HeaderReader {
    private let bytes: [UInt8]
    private let end: Int
    /// The next byte; at the end, the first of the content.
    var index: Int
    var tokenRange = 0..<0
    var receiverRange: Range<Int>?
    var lineRange: Range<Int>?
    var accountRange: Range<Int>?
    var isEncrypted = false
    var hasSequence = false
    var used: DC09Tolerance = []

    init(_ bytes: [UInt8], _ envelope: Envelope) {
        self.bytes = bytes
        end = envelope.bodyEnd
        index = envelope.bodyStart
    }

    /// All that was understood behind the token.
    var echoRange: Range<Int> { hasSequence ? tokenRange.upperBound + 1..<index : 0..<0 }

    mutating func read() -> Bool {
        readToken() && readSequence() && readReceiver() && readLine() && readAccount()
            && readOpening()
    }

    /// `"*SIA-DCS"`
    private mutating func readToken() -> Bool {
        var start = index + 1
        if start < end, bytes[start] == Sign.star {
            isEncrypted = true
            start += 1
        }
        let limit = min(end, start + DC09Frame.tokenBytesMax + 1)
        guard start < limit, let quote = bytes.span.first(Sign.quote, in: start..<limit),
            quote > start
        else { return false }
        for place in start..<quote where !isTokenSign(bytes[place]) { return false }
        tokenRange = start..<quote
        index = quote + 1
        return true
    }

    private var isNAK: Bool { bytes.span.equals("NAK", tokenRange) }

    private func isTokenSign(_ byte: UInt8) -> Bool {
        Sign.isUpper(byte) || Sign.isLower(byte) || Sign.isDecimal(byte) || byte == Sign.dash
            || byte == Sign.underscore
    }

    /// `0042`
    private mutating func readSequence() -> Bool {
        guard index + 4 <= end else { return false }
        for place in index..<index + 4 where !Sign.isDecimal(bytes[place]) {
            guard HexDigits.isDigit(bytes[place]) else { return false }
            used.insert(.hexSequence)
            if HexDigits.isLowerCase(bytes[place]) { used.insert(.lowerCaseHex) }
        }
        index += 4
        hasSequence = true
        return true
    }

    /// `R1`, or nothing.
    private mutating func readReceiver() -> Bool {
        guard index < end, bytes[index] == UInt8(ascii: "R") else { return true }
        let range = hexRange(index + 1)
        guard (1...DC09Frame.numberBytesMax).contains(range.count) else { return false }
        receiverRange = range
        index = range.upperBound
        return true
    }

    /// `L0`
    private mutating func readLine() -> Bool {
        guard index < end, bytes[index] == UInt8(ascii: "L") else {
            used.insert(.missingLine)
            return true
        }
        var range = hexRange(index + 1)
        // Of a NAK, `L0A0`: there the A is no digit.
        if isNAK, let mark = range.first(where: { bytes[$0] == UInt8(ascii: "A") }) {
            range = range.lowerBound..<mark
        }
        guard range.count <= DC09Frame.numberBytesMax else { return false }
        if range.isEmpty { used.insert(.emptyLine) }
        lineRange = range
        index = range.upperBound
        return true
    }

    /// `#F17A`; of a NAK, `A0`.
    private mutating func readAccount() -> Bool {
        guard index < end else { return true }
        if bytes[index] == UInt8(ascii: "A"), isNAK {
            accountRange = hexRange(index + 1)
            index = accountRange?.upperBound ?? index
            return true
        }
        guard bytes[index] == Sign.hash else {
            used.insert(.missingAccount)
            return true
        }
        let hex = index + 1..<bytes.span.hexRunEnd(index + 1, in: end)
        if hex.upperBound < end, bytes[hex.upperBound] == Sign.open,
            (DC09Frame.accountBytesMin...DC09Frame.accountBytesMax).contains(hex.count)
        {
            accountRange = hexRange(index + 1)
            index = hex.upperBound
            return true
        }
        var last = index + 1
        while last < end, isNameSign(bytes[last]) { last += 1 }
        let range = index + 1..<last
        guard range.count <= DC09Frame.accountBytesMax else { return false }
        used.insert(range.isEmpty ? .missingAccount : .freeAccount)
        accountRange = range.isEmpty ? nil : range
        index = last
        return true
    }

    private func isNameSign(_ byte: UInt8) -> Bool {
        byte > Sign.space && byte < 0x7F && byte != Sign.open && byte != Sign.close
            && byte != Sign.quote && byte != Sign.bar && byte != Sign.hash
    }

    private mutating func readOpening() -> Bool {
        guard index < end, bytes[index] == Sign.open else { return false }
        index += 1
        return true
    }

    private mutating func hexRange(_ start: Int) -> Range<Int> {
        let range = start..<bytes.span.hexRunEnd(start, in: end)
        if bytes.span.holdsLowerCaseHex(range) { used.insert(.lowerCaseHex) }
        return range
    }
}
