package import Domain
import Foundation

/// A text file: its encoding found, its line ends made alike, its letters composed.
package enum TextReader {
    package static func read(_ bytes: [UInt8], name: String) throws(Problem) -> SourceText {
        guard let text = decode(bytes) else {
            throw Problem(
                .invalid,
                """
                Tệp «\(name)» không phải văn bản, hoặc dùng bảng mã không nhận ra; hãy lưu lại \
                với bảng mã Unicode (UTF-8) rồi tải lại.
                """)
        }
        return SourceText(text: clean(text))
    }

    /// The text, whatever its encoding; nil: bytes of something else.
    static func decode(_ bytes: [UInt8]) -> String? {
        if bytes.starts(with: [0xFF, 0xFE]) { return utf16(bytes.dropFirst(2), lowFirst: true) }
        if bytes.starts(with: [0xFE, 0xFF]) { return utf16(bytes.dropFirst(2), lowFirst: false) }
        let zeros = bytes.prefix(sniffed).indices.filter { bytes[$0] == 0 }
        if !zeros.isEmpty {
            // Vietnamese in UTF-16 has a zero in every space, digit and plain letter.
            let odd = zeros.count { $0 % 2 == 1 }
            guard zeros.count * 4 >= min(bytes.count, sniffed), odd == 0 || odd == zeros.count
            else { return nil }
            return utf16(bytes[...], lowFirst: odd != 0)
        }
        let marked = bytes.starts(with: [0xEF, 0xBB, 0xBF])
        let body = marked ? bytes.dropFirst(3) : bytes[...]
        if let text = String(validating: body, as: UTF8.self) {
            return isText(text) ? text : nil
        }
        return LegacyVietnamese.decode(body)
    }

    /// Bytes that tell UTF-16 from other files.
    private static let sniffed = 4096

    private static func utf16(_ bytes: ArraySlice<UInt8>, lowFirst: Bool) -> String? {
        guard bytes.count % 2 == 0 else { return nil }
        let units = stride(from: bytes.startIndex, to: bytes.endIndex, by: 2).map { at in
            let (low, high) = lowFirst ? (bytes[at], bytes[at + 1]) : (bytes[at + 1], bytes[at])
            return UInt16(high) << 8 | UInt16(low)
        }
        return String(validating: units, as: UTF16.self).flatMap { isText($0) ? $0 : nil }
    }

    /// Whether the text is for reading: hardly any control characters.
    private static func isText(_ text: String) -> Bool {
        let strange = text.utf8.count { $0 < 0x20 && !(0x09...0x0D).contains($0) }
        return strange * 100 <= text.utf8.count
    }

    /// Line ends become line feeds, invisible characters go, letters are composed (NFC).
    static func clean(_ text: String) -> String {
        var scalars = String.UnicodeScalarView()
        var previous: Unicode.Scalar = "\n"
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n" where previous == "\r": break
            case "\r": scalars.append("\n")
            case "\t", "\n": scalars.append(scalar)
            case "\u{2028}", "\u{2029}", "\u{85}": scalars.append(" ")
            case "\u{0}"..."\u{1F}", "\u{7F}", "\u{AD}", "\u{200B}"..."\u{200F}", "\u{FEFF}": break
            default: scalars.append(scalar)
            }
            previous = scalar
        }
        return composed(String(scalars))
    }

    /// NFC; a text of which that can be seen at once is left as it is.
    static func composed(_ text: String) -> String {
        let isComposed = text.unicodeScalars.allSatisfy { scalar in
            switch scalar.value {
            case ..<0x300, 0x1E00...0x1EFF, 0x2002...0x2125, 0x2190...0x22FF: true
            default: false
            }
        }
        return isComposed ? text : text.precomposedStringWithCanonicalMapping
    }
}
