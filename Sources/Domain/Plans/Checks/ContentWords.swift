/// The syllables of a Vietnamese text that say what is done, folded.
package enum ContentWords {
    /// Without stop words and without anything that holds a digit (numbers of documents, dates).
    package static func of(_ text: String) -> [String] {
        var words: [String] = []
        var word = ""
        var hasDigit = false
        func end() {
            if !word.isEmpty, !hasDigit, !stopWords.contains(word) { words.append(word) }
            word = ""
            hasDigit = false
        }
        for scalar in folded(text).unicodeScalars {
            switch scalar.value {
            case 0x61...0x7A: word.unicodeScalars.append(scalar)
            case 0x30...0x39:
                word.unicodeScalars.append(scalar)
                hasDigit = true
            // 02-CT/TW and 01/7/2027 are one piece each.
            case 0x2D where hasDigit, 0x2F where hasDigit: word.unicodeScalars.append(scalar)
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
