/// One piece of what follows the data of an event: `[LTang 3]`.
///
/// Nothing in it can make a message fail: what is not understood is kept as it was sent.
///
/// - Source: SIA DC-09, 5.5.1.8 and Annex; letters beyond 2013 as in PROTOCOLS.md 1.9.
package struct ExtendedDatum: Sendable, Hashable {
    package enum Kind: UInt8, Sendable, CaseIterable {
        case alarmText = 0x49  // I
        case location = 0x4C  // L
        case building = 0x4F  // O
        case room = 0x52  // R
        case site = 0x53  // S
        case verification = 0x56  // V
        case longitude = 0x58  // X
        case latitude = 0x59  // Y
        case altitude = 0x5A  // Z
        case mac = 0x4D  // M
        case occurred = 0x48  // H
        case networkAddress = 0x4E  // N
        case programming = 0x50  // P
        case keyChange = 0x4B  // K
        // Of the edition of 2026, as its only open implementation has them.
        case authentication = 0x41  // A
        case supervision = 0x43  // C
        case networkPath = 0x47  // G
        case json = 0x4A  // J
        case trigger = 0x54  // T
    }

    package enum Value: Sendable, Hashable {
        case text(String)
        /// Degrees, east and north positive.
        case degrees(Double)
        case mac([UInt8])
        case time(DC09Timestamp)
    }

    /// As sent, with the letter.
    package let bytes: [UInt8]

    package init(bytes: [UInt8]) { self.bytes = bytes }

    /// Nil: a letter that no edition has.
    package var kind: Kind? { bytes.first.flatMap(Kind.init(rawValue:)) }

    package var text: String { WireText.string(bytes.dropFirst()) }

    /// What it says; text when it is not written as its kind demands.
    package var value: Value {
        let body = Array(bytes.dropFirst())
        let parsed: Value? =
            switch kind {
            case .longitude: ExtendedDatum.degrees(body, "E", "W", 180).map(Value.degrees)
            case .latitude: ExtendedDatum.degrees(body, "N", "S", 90).map(Value.degrees)
            case .mac:
                body.count == 12
                    ? HexDigits.bytes(body.span, 0..<12).map(Value.mac) : nil
            case .occurred:
                DC09Timestamp(
                    (body.first == Sign.underscore ? body : [Sign.underscore] + body).span, at: 0
                ).map(Value.time)
            default: nil
            }
        return parsed ?? .text(text)
    }

    /// `093W23.456`: degrees, hemisphere, decimal minutes.
    private static func degrees(
        _ bytes: [UInt8], _ positive: Unicode.Scalar, _ negative: Unicode.Scalar, _ limit: Double
    ) -> Double? {
        guard
            let place = bytes.firstIndex(where: { !Sign.isDecimal($0) }), place > 0, place <= 3,
            bytes[place] == UInt8(ascii: positive) || bytes[place] == UInt8(ascii: negative),
            let whole = Double(String(decoding: bytes[..<place], as: UTF8.self)),
            case let rest = bytes[(place + 1)...],
            rest.allSatisfy({ Sign.isDecimal($0) || $0 == Sign.dot }),
            let minutes = Double(String(decoding: rest, as: UTF8.self)), minutes < 60
        else { return nil }
        let degrees = whole + minutes / 60
        guard degrees <= limit else { return nil }
        return bytes[place] == UInt8(ascii: positive) ? degrees : -degrees
    }
}

/// All that stands between the data and the timestamp.
enum ExtendedData {
    /// Whether it is nothing but `[…]`, each without brackets within.
    static func isWellFormed(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
        var isOpen = false
        for index in range {
            switch bytes[index] {
            case Sign.open where !isOpen: isOpen = true
            case Sign.close where isOpen: isOpen = false
            case Sign.open, Sign.close: return false
            default: if !isOpen { return false }
            }
        }
        return !isOpen
    }

    /// Each piece; one ends where another begins or all ends, so brackets may stand within.
    static func pieces(_ bytes: Span<UInt8>, _ range: Range<Int>) -> [ExtendedDatum] {
        var pieces: [ExtendedDatum] = []
        var index = range.lowerBound
        while index < range.upperBound {
            let isOpen = bytes[index] == Sign.open
            let start = isOpen ? index + 1 : index
            var end = start
            while end < range.upperBound {
                let isNext = end + 1 == range.upperBound || bytes[end + 1] == Sign.open
                if isOpen ? bytes[end] == Sign.close && isNext : bytes[end] == Sign.open { break }
                end += 1
            }
            if end > start { pieces.append(ExtendedDatum(bytes: bytes.array(start..<end))) }
            index = isOpen ? end + 1 : end
        }
        return pieces
    }
}

extension DC09Message {
    package var extended: [ExtendedDatum] { ExtendedData.pieces(text.span, extendedRange) }
}
