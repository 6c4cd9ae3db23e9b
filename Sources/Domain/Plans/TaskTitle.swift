/// Makes the short title of a task for lists, until somebody writes a better one.
package enum TaskTitle {
    /// Characters; two lines of a phone 360 px wide.
    package static let lengthMax = 90

    /// What is to be done, to the end of the first clause: it begins with the action, not with the
    /// role ("Chủ trì, phối hợp với …") or with names of units.
    package static func make(
        from text: String, rolePhrase: String?, units: [String] = []
    ) -> String {
        let whole = withoutOpening(text.drop { "-+*• ".contains($0) })
        let action = TaskAction.of(whole, rolePhrase: rolePhrase, units: units)
        let words = action.count >= lengthMin ? action : whole
        let end = words.indices.first { index in
            ";.:".contains(words[index])
                && words.distance(from: words.startIndex, to: index) >= lengthMin
                && isFollowedBySpace(words, index)
        }
        // A document ends with "./.".
        let clause = words[..<(end ?? words.endIndex)].trimmingSuffix { "./ ".contains($0) }
        return capitalised(shortened(clause))
    }

    /// What the closing paragraph tells to do, without the sentence "Trên đây là …" before it.
    private static func withoutOpening(_ text: Substring) -> Substring {
        guard text.hasPrefix("Trên đây là "),
            let end = text.indices.first(where: {
                text[$0] == "." && isFollowedBySpace(text, $0)
            })
        else { return text }
        let rest = text[end...].dropFirst().drop(while: \.isWhitespace)
        return rest.count >= lengthMin ? rest : text
    }

    /// Cut between words.
    package static func shortened(_ text: some StringProtocol, to length: Int = lengthMax) -> String
    {
        guard text.count > length else { return String(text) }
        let head = text.prefix(length - 1)
        let cut = head.lastIndex(of: " ") ?? head.endIndex
        return head[..<cut].trimmingSuffix { ",;: ".contains($0) } + "…"
    }

    /// The clause from which a title was cut short, for papers that are sent; a title that was not
    /// cut, or that a person wrote, stays.
    package static func uncut(_ title: String, of text: String) -> String {
        let head = title.dropFirst().dropLast()
        guard title.hasSuffix("…"), let found = text.firstRange(of: head) else { return title }
        let rest = text[found.upperBound...]
        let end = rest.indices.first { ";.".contains(rest[$0]) && isFollowedBySpace(rest, $0) }
        return String(title.prefix(1)) + head + rest[..<(end ?? rest.endIndex)]
    }

    /// A shorter remainder says too little alone.
    private static let lengthMin = 12

    private static func isFollowedBySpace(_ text: Substring, _ index: Substring.Index) -> Bool {
        let next = text.index(after: index)
        return next == text.endIndex || text[next].isWhitespace
    }

    private static func capitalised(_ text: String) -> String {
        text.prefix(1).uppercased() + text.dropFirst()
    }
}

extension Substring {
    fileprivate func trimmingSuffix(_ isCut: (Character) -> Bool) -> String {
        var rest = self
        while let last = rest.last, isCut(last) { rest.removeLast() }
        return String(rest)
    }
}

extension StringProtocol {
    fileprivate func trimmingSuffix(_ isCut: (Character) -> Bool) -> String {
        Substring(self).trimmingSuffix(isCut)
    }
}
