/// The content of a frame, cut into its parts: data, extended data, timestamp.
struct DC09Content {
    var text: [UInt8]
    var dataRange = 0..<0
    var extendedRange = 0..<0
    var timestamp: DC09Timestamp?
    var used: DC09Tolerance = []

    init(_ frame: DC09Frame, _ key: AESKey?) throws(DC09Refusal) {
        if frame.isEncrypted {
            text = []
            try readCipher(frame, key)
        } else {
            text = frame.bytes
            guard readParts(frame.contentRange) else {
                throw DC09Refusal(.unclosedData, .duh(frame.echo))
            }
        }
    }

    /// `pad|data][extended]_time`, as hexadecimal digits of whole blocks.
    private mutating func readCipher(_ frame: DC09Frame, _ key: AESKey?) throws(DC09Refusal) {
        let digits = frame.contentRange
        guard !digits.isEmpty, digits.count % (2 * AESKey.blockBytes) == 0,
            let cipher = HexDigits.bytes(frame.bytes.span, digits)
        else { throw DC09Refusal(.cipherText, .duh(frame.echo)) }
        if frame.bytes.span.holdsLowerCaseHex(digits) { used.insert(.lowerCaseHex) }
        guard let key else { throw DC09Refusal(.noKey, .duh(frame.echo)) }
        guard let clear = key.decrypt(cipher), let start = dataStart(clear.span, frame) else {
            throw DC09Refusal(.undecryptable, .duh(frame.echo))
        }
        text = clear
        // Nothing but the grammar says that the key was right, and above all the timestamp does.
        guard readParts(start..<clear.count), timestamp != nil else {
            throw DC09Refusal(.undecryptable, .duh(frame.echo))
        }
    }

    /// Where the data begin behind the padding; nil: there are none.
    private mutating func dataStart(_ clear: Span<UInt8>, _ frame: DC09Frame) -> Int? {
        guard let close = clear.first(Sign.close, in: 0..<clear.count) else { return nil }
        let bar = clear.first(Sign.bar, in: 0..<clear.count)
        if let bar, bar < close {
            let isAccount = isAccount(clear, bar, frame)
            if isAccount || bar == 0 { used.insert(.missingPad) }
            return isAccount ? 0 : bar + 1
        }
        if frame.token.isEvent, let bar {
            used.insert(.bracketInPad)
            return bar + 1
        }
        if frame.token.isEvent, isPrintable(clear, 0..<close) {
            used.insert(.missingPad)
            return 0
        }
        used.insert(.missingPadEnd)
        return close
    }

    /// Whether what stands before the first bar is the account of the header, so that there is no
    /// padding; another account is not believed, as padding may look like one.
    private func isAccount(_ clear: Span<UInt8>, _ bar: Int, _ frame: DC09Frame) -> Bool {
        guard let account = frame.accountRange, clear[0] == Sign.hash, bar == account.count + 1
        else { return false }
        for (index, place) in account.enumerated()
        where frame.bytes[place] != clear[index + 1] { return false }
        return true
    }

    private func isPrintable(_ clear: Span<UInt8>, _ range: Range<Int>) -> Bool {
        for index in range where clear[index] < Sign.space || clear[index] > 0x7E { return false }
        return true
    }

    /// `data]`, then any `[…]`, then perhaps `_time`.
    private mutating func readParts(_ range: Range<Int>) -> Bool {
        let text = text
        let bytes = text.span
        guard let close = bytes.first(Sign.close, in: range) else { return false }
        dataRange = range.lowerBound..<close
        var tail = close + 1..<range.upperBound
        guard !tail.isEmpty else {
            extendedRange = tail
            return true
        }
        if tail.count >= DC09Timestamp.byteCount {
            let start = tail.upperBound - DC09Timestamp.byteCount
            timestamp = DC09Timestamp(bytes, at: start)
            if timestamp != nil { tail = tail.lowerBound..<start }
        }
        if timestamp == nil {
            var place = tail.upperBound
            while place > tail.lowerBound, bytes[place - 1] != Sign.close { place -= 1 }
            if let start = bytes.first(Sign.underscore, in: place..<tail.upperBound) {
                used.insert(.brokenTimestamp)
                tail = tail.lowerBound..<start
            }
        }
        extendedRange = tail
        if !tail.isEmpty, !ExtendedData.isWellFormed(bytes, tail) {
            used.insert(.looseExtendedData)
        }
        return true
    }
}
