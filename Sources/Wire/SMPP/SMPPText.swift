/// A text → the short messages that carry it, in their order.
///
/// - Source: 3GPP TS 23.040, 9.2.3.24.1: parts of one message have a header with its reference, how
///   many they are, and which this one is; SMPP 3.4, 5.2.12 and 5.2.19.
package enum SMPPText {
    /// Characters of one message, and of a part of a long one.
    package static let plainMax = 160
    package static let plainPartMax = 153
    /// UTF-16 units.
    package static let wideMax = 70
    package static let widePartMax = 67
    /// Parts are numbered in one byte; nobody reads more than a few.
    package static let partsMax = 10

    /// - Parameter reference: tells the parts of this text from those of another.
    package static func messages(
        _ text: String, from source: SMPPAddress, to destination: SMPPAddress, reference: UInt8
    ) -> [SMPPSubmit] {
        let isPlain = text.unicodeScalars.allSatisfy(isPlain)
        let parts =
            isPlain
            ? cut(Array(text.utf8).map(UInt16.init), one: plainMax, part: plainPartMax)
            : cut(Array(text.utf16), one: wideMax, part: widePartMax)
        return parts.enumerated().map { index, units in
            let body =
                isPlain
                ? units.map { UInt8(truncatingIfNeeded: $0) }
                : units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
            let head: [UInt8] =
                parts.count == 1
                ? [] : [5, 0, 3, reference, UInt8(parts.count), UInt8(index + 1)]
            return SMPPSubmit(
                source: source, destination: destination, messageClass: head.isEmpty ? 0 : 0x40,
                coding: isPlain ? 0 : 8, message: head + body)
        }
    }

    /// Characters that the alphabet of messages (GSM 03.38) has where ASCII has them.
    private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "A"..."Z", "a"..."z", "0"..."9", " ", "\n": true
        case "!", "\"", "#", "%", "&", "'", "(", ")", "*", "+", ",", "-", ".", "/": true
        case ":", ";", "<", "=", ">", "?": true
        default: false
        }
    }

    /// The two units of one character stay together; what is beyond the last part is left out.
    private static func cut(_ units: [UInt16], one: Int, part: Int) -> [[UInt16]] {
        guard units.count > one else { return [units] }
        var parts: [[UInt16]] = []
        var start = 0
        while start < units.count, parts.count < partsMax {
            var end = min(start + part, units.count)
            if end < units.count, UTF16.isLeadSurrogate(units[end - 1]) { end -= 1 }
            parts.append(Array(units[start..<end]))
            start = end
        }
        return parts
    }
}
