/// One report that serves several documents (lồng ghép báo cáo).
package enum JointReport {
    /// The documents that the plan's own words name:
    ///
    ///     "(lồng ghép với báo cáo thực hiện Quyết định số 630/QĐ-TTg ngày 11/5/2020 của Thủ tướng
    ///     Chính phủ)" → "Quyết định số 630/QĐ-TTg ngày 11/5/2020 của Thủ tướng Chính phủ"
    ///
    /// - Source: REP-07; "lồng ghép với", "vào", "trong", "cùng" are the words in use.
    package static func documents(namedIn words: String) -> [String] {
        let text = words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return text.matches(of: clause).flatMap { match -> [String] in
            let tail = clipped(match.output.1)
            // Only what begins like a document; "báo cáo tháng" names none.
            return tail.split(separator: "; ").map { trimmed($0) }.filter(isCitation)
        }
    }

    nonisolated(unsafe) private static let clause =
        /[Ll]ồng ghép (?:với|vào|trong|cùng|cùng với|chung với) (?:nội dung )?báo cáo (?:tình hình, |tổng kết, )?(?:kết quả )?(?:thực hiện|triển khai|việc thực hiện)? ?(.+)/

    /// What stands before the bracket that closes the clause, or its sentence's end.
    private static func clipped(_ text: Substring) -> Substring {
        var depth = 0
        for index in text.indices {
            switch text[index] {
            case "(": depth += 1
            case ")":
                if depth == 0 { return text[..<index] }
                depth -= 1
            case ".":
                let next = text.index(after: index)
                if next == text.endIndex || text[next] == " " { return text[..<index] }
            default: break
            }
        }
        return text
    }

    private static func trimmed(_ text: Substring) -> String {
        var text = text
        while let last = text.last, " ,;./".contains(last) { text.removeLast() }
        return String(text.drop { $0 == " " })
    }

    private static func isCitation(_ text: String) -> Bool {
        let name = folded(text)
        return kinds.contains { name.hasPrefix($0 + " ") } && text.count <= wordsLengthMax
    }

    private static let kinds = [
        "chi thi", "nghi quyet", "ke hoach", "chuong trinh", "de an", "quyet dinh", "nghi dinh",
        "luat", "ket luan", "cong van", "quy dinh", "thong tu", "huong dan", "cong dien",
        "thong bao",
    ]

    /// Longest words for a document, in characters.
    package static let wordsLengthMax = 500
}

extension GoverningDocument {
    /// As it is cited within a sentence: `Quyết định số 630/QĐ-TTg ngày 11/5/2020 của Thủ tướng
    /// Chính phủ`; the title of what has no number.
    package var citation: String {
        guard let number else { return title }
        // "Quy định, quy chế" stands for either.
        let name = kind.title.prefix { $0 != "," }
        let date = issued.map { " ngày \($0.official)" } ?? ""
        return "\(name) số \(number)\(date)" + (issuer.map { " của \($0)" } ?? "")
    }
}
