/// The syllables of a Vietnamese text that say what is done, folded.
enum ContentWords {
    /// Without stop words and without anything that holds a digit (numbers of documents, dates); each
    /// as one number, so that comparing costs nothing.
    static func of(_ text: PlainText) -> [UInt64] {
        var words: [UInt64] = []
        var word: [UInt8] = []
        var hasDigit = false
        func end() {
            if !word.isEmpty, !hasDigit {
                let code = code(word)
                if !stopWords.contains(code) { words.append(code) }
            }
            word.removeAll(keepingCapacity: true)
            hasDigit = false
        }
        for byte in text.bytes {
            switch byte {
            case 0x61...0x7A: word.append(byte)
            case 0x30...0x39:
                word.append(byte)
                hasDigit = true
            // 02-CT/TW and 01/7/2027 are one piece each.
            case 0x2D where hasDigit, 0x2F where hasDigit: word.append(byte)
            default: end()
            }
        }
        end()
        return words
    }

    /// The bytes of a folded syllable, which has at most seven; a hash (FNV-1a) of longer words.
    private static func code(_ word: [UInt8]) -> UInt64 {
        if word.count < 8 { return word.reduce(0) { $0 << 8 | UInt64($1) } }
        let hash = word.reduce(0xCBF2_9CE4_8422_2325 as UInt64) {
            ($0 ^ UInt64($1)) &* 0x100_0000_01B3
        }
        return hash | 1 << 63
    }

    /// Words of grammar, of rank and of the style of office, which every assignment uses.
    private static let stopWords = Set(
        """
        va cac cua cho trong tren ve voi theo de den tu la duoc co o tai do bang cung nhu nham nay
        phai khi hoac nhung mot dia ban phuong xa huyen tinh thanh pho thuc hien tang cuong tiep tuc
        cong tac day manh to chuc trien khai chu tri phoi hop tham muu ubnd quy dinh kip thoi
        so ngay thang nam chi thi ke hoach nghi quyet chuong trinh hanh dong ban bi thu
        """.split(whereSeparator: \.isWhitespace).map { code(Array($0.utf8)) })
}
