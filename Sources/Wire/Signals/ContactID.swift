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
        var digits: [UInt8] = []
        var blanks: [Int] = []
        for index in range {
            let byte = bytes[index]
            if byte == Sign.space {
                blanks.append(index - range.lowerBound)
            } else {
                guard HexDigits.isDigit(byte), digits.count < digitsMax else { return nil }
                digits.append(byte)
            }
        }
        if digits.count == toneDigits, blanks.isEmpty,
            digits.starts(with: [0x31, 0x38]) || digits.starts(with: [0x39, 0x38])
        {
            // 18 QEEE GG ZZZ S
            used.insert(.toneContactID)
            digits = Array(digits[2..<11])
        } else {
            guard digits.count >= usualDigits else { return nil }
            if digits.count > usualDigits { used.insert(.longZone) }
            if blanks != [4, 7] { used.insert(.looseContactID) }
        }
        guard let change = change(digits[0]), digits[1...].allSatisfy(Sign.isDecimal) else {
            return nil
        }
        let code = text(digits[1...3])
        let meaning = ContactIDCodes.meaning(code)
        let number = digits[6...]
        let isSome = number.contains { $0 != 0x30 }
        let isUser = meaning?.isUser ?? false
        return DeviceSignal(
            scheme: .contactID, kind: meaning?.kind ?? .unknown,
            change: change, code: code,
            zone: isSome && !isUser ? text(number) : nil,
            partition: digits[4] == 0x30 && digits[5] == 0x30 ? nil : text(digits[4...5]),
            user: isSome && isUser ? text(number) : nil, note: meaning?.note,
            certainty: meaning?.certainty ?? .unknown, raw: WireText.string(bytes.array(range)))
    }

    private static let usualDigits = 9
    private static let toneDigits = 12
    /// A zone of seven digits.
    private static let digitsMax = 13

    private static func change(_ qualifier: UInt8) -> DeviceSignal.Change? {
        switch qualifier {
        case UInt8(ascii: "1"): .begun
        case UInt8(ascii: "3"): .ended
        case UInt8(ascii: "6"): .still
        default: nil
        }
    }

    private static func text(_ digits: some Sequence<UInt8>) -> String {
        String(decoding: Array(digits), as: UTF8.self)
    }
}
