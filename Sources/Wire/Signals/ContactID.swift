/// The events of DC-05, as `ADM-CID` carries them.
///
///     1110 01 007        qualifier, event, partition, zone
///
/// Qualifier 1 begins (or opens), 3 ends (or closes), 6 is still so.
///
/// - Source: SIA DC-05-1999, 3.1; PROTOCOLS.md 1.8, 1.11 (70 to 134).
enum ContactID {
    /// The signal of one block; nil: it is no event of Contact ID.
    static func signal(
        _ bytes: Span<UInt8>, _ range: Range<Int>, used: inout DC09Tolerance
    ) -> DeviceSignal? {
        // With a zone of seven digits.
        var found = InlineArray<13, UInt8>(repeating: 0)
        var (count, blanks, areUsual) = (0, 0, true)
        for index in range {
            let byte = bytes[index]
            if byte == Sign.space {
                blanks += 1
                areUsual = areUsual && usualBlanks.contains(index - range.lowerBound)
            } else {
                guard HexDigits.isDigit(byte), count < found.count else { return nil }
                found[count] = byte
                count += 1
            }
        }
        var digits = found.span.extracting(0..<count)
        if count == toneDigits, blanks == 0, digits[1] == 0x38,
            digits[0] == 0x31 || digits[0] == 0x39
        {
            // 18 QEEE GG ZZZ S
            used.insert(.toneContactID)
            digits = digits.extracting(2..<11)
        } else {
            guard count >= usualDigits else { return nil }
            if count > usualDigits { used.insert(.longZone) }
            if blanks != usualBlanks.count || !areUsual { used.insert(.looseContactID) }
        }
        guard let change = change(digits[0]) else { return nil }
        for place in 1..<digits.count where !Sign.isDecimal(digits[place]) { return nil }
        let code = digits.text(1..<4)
        let meaning = ContactIDCodes.meaning(code)
        let number = digits.text(6..<digits.count)
        let isSome = number.utf8.contains { $0 != 0x30 }
        let isUser = meaning?.isUser ?? false
        return DeviceSignal(
            scheme: .contactID, kind: meaning?.kind ?? .unknown,
            change: change, code: code,
            zone: isSome && !isUser ? number : nil,
            partition: digits[4] == 0x30 && digits[5] == 0x30 ? nil : digits.text(4..<6),
            user: isSome && isUser ? number : nil, note: meaning?.note,
            certainty: meaning?.certainty ?? .unknown, raw: bytes.text(range))
    }

    private static let usualDigits = 9
    /// Places of the blanks in a block.
    private static let usualBlanks = [4, 7]
    private static let toneDigits = 12

    private static func change(_ qualifier: UInt8) -> DeviceSignal.Change? {
        switch qualifier {
        case UInt8(ascii: "1"): .begun
        case UInt8(ascii: "3"): .ended
        case UInt8(ascii: "6"): .still
        default: nil
        }
    }
}
