/// Small rules of Vietnamese sentences.
extension YearlyReportDraft {
    /// Ends a text with one full stop, whatever it ended with.
    func sentence(_ text: String) -> String {
        var text = text[...]
        while let last = text.last, " .;,/\n\t".contains(last) { text.removeLast() }
        return text.isEmpty || text.last == "?" || text.last == "!" ? String(text) : text + "."
    }

    /// Without the sign at its end, to stand within a sentence.
    func clause(_ text: String) -> String {
        let text = sentence(text)
        return text.hasSuffix(".") ? String(text.dropLast()) : text
    }

    /// `A`, `A và B`, `A, B và C`.
    func joined(_ items: [String]) -> String {
        guard let last = items.last else { return "" }
        return items.count == 1 ? last : items.dropLast().joined(separator: ", ") + " và " + last
    }

    /// Of a title or label, to stand within a sentence: the first letter in lower case, and
    /// `lead`, which the sentence already says, taken off.
    ///
    /// Abbreviations and names keep their capitals. What people wrote as sentences is not touched.
    func beginningLower(_ text: String, unless lead: String = "") -> String {
        let isLed = !lead.isEmpty && text.lowercased().hasPrefix(lead)
        let text = isLed ? String(text.dropFirst(lead.count)) : text
        guard let first = text.first, !beginsWithName(text) else { return text }
        return first.lowercased() + text.dropFirst()
    }

    private func beginsWithName(_ text: String) -> Bool {
        let words = text.split(separator: " ").prefix(2)
        // UBND, PCCC; Hà Nội, Nguyễn Văn An.
        let isShort = words.first?.dropFirst().first?.isUppercase == true
        let isPlaceOrPerson = words.count == 2 && words[1].first?.isUppercase == true
        return isShort || isPlaceOrPerson
            || YearlyReportDraft.bodies.contains { text.hasPrefix($0) }
    }

    /// Beginnings of names of bodies that have one capital only.
    private static let bodies = [
        "Ban ", "Bộ ", "Chính phủ", "Công an", "Đảng", "Đoàn", "Hội", "Mặt trận", "Quốc hội",
        "Thành ủy", "Tỉnh ủy", "Ủy ban",
    ]

    /// The first letter in capitals.
    func beginningUpper(_ text: String) -> String {
        (text.first?.uppercased() ?? "") + text.dropFirst()
    }

    /// The lines of what a unit typed, without the bullets that it typed before them.
    func typedLines(_ text: String) -> [String] {
        text.split(whereSeparator: \.isNewline).compactMap { line in
            let kept = line.drop { $0.isWhitespace || "-+*•–".contains($0) }
            return kept.isEmpty ? nil : String(kept)
        }
    }
}
