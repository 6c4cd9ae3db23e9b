/// Vietnamese text of the years before Unicode, recognised by the words that it then contains.
enum LegacyVietnamese {
    /// An encoding of before Unicode.
    enum Encoding: CaseIterable {
        case tcvn3, windows1258, vni

        /// What people call its fonts.
        var title: String {
            switch self {
            case .tcvn3: "TCVN3 (.VnTime)"
            case .windows1258: "Windows-1258"
            case .vni: "VNI"
            }
        }

        func text(_ bytes: ArraySlice<UInt8>) -> String {
            let text =
                switch self {
                case .tcvn3: LegacyVietnamese.tcvn3(bytes)
                case .windows1258: LegacyVietnamese.windows1258(bytes)
                case .vni: LegacyVietnamese.vni(bytes)
                }
            return TextReader.composed(text)
        }
    }

    /// The text, if one of the old encodings turns the bytes into Vietnamese.
    static func decode(_ bytes: ArraySlice<UInt8>) -> String? { encoding(of: bytes)?.text(bytes) }

    /// The encoding that turns the bytes into Vietnamese, if any.
    static func encoding(of bytes: ArraySlice<UInt8>) -> Encoding? {
        // A control character means bytes of something else.
        guard !bytes.contains(where: { $0 < 0x09 || (0x0E...0x1F).contains($0) }) else {
            return nil
        }
        let scored = Encoding.allCases.map { ($0, words: knownWords(in: $0.text(bytes))) }
        guard let best = scored.max(by: { $0.words < $1.words }), best.words >= wordsMin else {
            return nil
        }
        return best.0
    }

    /// So many words of the language make a text Vietnamese.
    private static let wordsMin = 3
    /// Frequent words, all with letters on which the encodings differ.
    private static let words: Set<String> = [
        "của", "và", "các", "thực", "hiện", "kế", "hoạch", "nhân", "dân", "phường", "xã", "ủy",
        "việc", "được", "người", "công", "năm", "ngày", "tháng", "đơn", "vị", "phòng", "cháy",
        "tên", "địa", "chỉ", "điện", "thoại", "tình", "trạng", "tổ", "loại", "nhà", "chủ", "số",
    ]

    /// Whether a text has the words of the language, as Unicode writes them.
    static func isVietnamese(_ text: String) -> Bool { knownWords(in: text) >= wordsMin }

    private static func knownWords(in text: String) -> Int {
        let found = text.lowercased().split { !$0.isLetter }.lazy.map(String.init)
        return Set(found.filter(words.contains)).count
    }

    /// TCVN 5712:1993, VN3 (the ".Vn" fonts).
    private static func tcvn3(_ bytes: ArraySlice<UInt8>) -> String {
        text(bytes.map { tcvn3Letters[$0] ?? Unicode.Scalar($0) })
    }

    private static let tcvn3Letters: [UInt8: Unicode.Scalar] = {
        let rows: [(UInt8, String)] = [
            (0xA1, "ĂÂÊÔƠƯĐăâêôơưđ"), (0xB5, "àảãáạ"), (0xBB, "ằẳẵắ"), (0xC6, "ặầẩẫấậè"),
            (0xCE, "ẻẽéẹềểễếệìỉ"), (0xDC, "ĩíịò"), (0xE1, "ỏõóọồổỗốộờởỡớợù"),
            (0xF1, "ủũúụừửữứựỳỷỹýỵ"),
        ]
        return rows.reduce(into: [:]) { table, row in
            for (offset, letter) in row.1.unicodeScalars.enumerated() {
                table[row.0 + UInt8(offset)] = letter
            }
        }
    }()

    /// Windows code page 1258: some letters composed, the tones as marks that follow.
    private static func windows1258(_ bytes: ArraySlice<UInt8>) -> String {
        let letters: [UInt8: Unicode.Scalar] = [
            0xC3: "Ă", 0xE3: "ă", 0xD0: "Đ", 0xF0: "đ", 0xD5: "Ơ", 0xF5: "ơ", 0xDD: "Ư",
            0xFD: "ư", 0xCC: "\u{300}", 0xD2: "\u{309}", 0xDE: "\u{303}", 0xEC: "\u{301}",
            0xF2: "\u{323}", 0x93: "“", 0x94: "”", 0x96: "–", 0x97: "—", 0x85: "…",
        ]
        return text(bytes.map { letters[$0] ?? Unicode.Scalar($0) })
    }

    /// VNI for Windows: a plain letter and a byte behind it for its marks.
    private static func vni(_ bytes: ArraySlice<UInt8>) -> String {
        let alone: [UInt8: String] = [
            0xF1: "đ", 0xD1: "Đ", 0xED: "í", 0xEC: "ì", 0xE6: "ỉ", 0xF3: "ĩ", 0xF2: "ị", 0xEE: "ỵ",
            0xCD: "Í", 0xCC: "Ì", 0xC6: "Ỉ", 0xD3: "Ĩ", 0xD2: "Ị", 0xCE: "Ỵ", 0xF4: "ơ", 0xF6: "ư",
            0xD4: "Ơ", 0xD6: "Ư",
        ]
        // Lower-case mark bytes; those of capitals lie 0x20 below.
        let marks: [UInt8: String] = [
            0xF9: "\u{301}", 0xF8: "\u{300}", 0xFB: "\u{309}", 0xF5: "\u{303}", 0xEF: "\u{323}",
            0xEA: "\u{306}", 0xE9: "\u{306}\u{301}", 0xE8: "\u{306}\u{300}",
            0xFA: "\u{306}\u{309}", 0xFC: "\u{306}\u{303}", 0xEB: "\u{306}\u{323}",
            0xE2: "\u{302}", 0xE1: "\u{302}\u{301}", 0xE0: "\u{302}\u{300}",
            0xE5: "\u{302}\u{309}", 0xE3: "\u{302}\u{303}", 0xE4: "\u{302}\u{323}",
        ]
        var result = ""
        for byte in bytes {
            if let letter = alone[byte] {
                result += letter
            } else if byte >= 0xC0, let mark = marks[byte | 0x20] {
                result.unicodeScalars.append(contentsOf: mark.unicodeScalars)
            } else {
                result.unicodeScalars.append(Unicode.Scalar(byte))
            }
        }
        return result
    }

    private static func text(_ scalars: [Unicode.Scalar]) -> String {
        String(String.UnicodeScalarView(scalars))
    }
}
