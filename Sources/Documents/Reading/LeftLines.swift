import Domain

/// Footnotes, headings of an appendix and whatever else stands outside body, head and foot.
enum LeftLines {
    static func read(_ lines: [SourceLine]) -> [OtherLine] {
        var isAppendix = false
        var last = "unread"
        var isInTable = false
        return LayoutReader.items(of: lines).map { item in
            let words = Words(item.body)
            if words.text(0) == "[", words.text(2) == "]" {
                last = "footnote"
            } else if words.has("phụ lục", at: 0) {
                isAppendix = true
                last = "appendix_heading"
                isInTable = false
            } else if isAppendix, words.first("|") != nil {
                last = isInTable ? "table_row" : "table_header"
                isInTable = true
            } else if words.text(0) == "(", isAppendix {
                last = "appendix_note"
            } else if last == "appendix_heading" {
                last = "appendix_title"
            } else if last != "footnote" {
                last = isAppendix ? "appendix_text" : "unread"
            }
            return OtherLine(
                kind: last, line: item.lines.lowerBound, lineEnd: item.lines.upperBound)
        }
    }
}
