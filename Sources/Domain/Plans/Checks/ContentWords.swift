/// The syllables of a Vietnamese text that say what is done, folded.
enum ContentWords {
    /// Without stop words and without anything that holds a digit (numbers of documents, dates).
    static func of(_ text: PlainText) -> [String] {
        var words: [String] = []
        var word: [UInt8] = []
        var hasDigit = false
        func end() {
            if !word.isEmpty, !hasDigit {
                let text = String(decoding: word, as: UTF8.self)
                if !stopWords.contains(text) { words.append(text) }
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

    /// Words of grammar, of rank and of the style of office, which every assignment uses.
    private static let stopWords = Set(
        """
        va cac cua cho trong tren ve voi theo de den tu la duoc co o tai do bang cung nhu nham nay
        phai khi hoac nhung mot dia ban phuong xa huyen tinh thanh pho thuc hien tang cuong tiep tuc
        cong tac day manh to chuc trien khai chu tri phoi hop tham muu ubnd quy dinh kip thoi
        so ngay thang nam chi thi ke hoach nghi quyet chuong trinh hanh dong ban bi thu
        """.split(whereSeparator: \.isWhitespace).map(String.init))
}
