/// Small rules of Vietnamese sentences, shared by the drafts of reports.

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

/// The first letter in lower case, unless the word is an abbreviation or already begins with
/// `lead`, which is then taken off.
func beginningLower(_ text: String, unless lead: String = "") -> String {
    let isLed = !lead.isEmpty && text.lowercased().hasPrefix(lead)
    let text = isLed ? String(text.dropFirst(lead.count)) : text
    guard let first = text.first, text.dropFirst().first?.isUppercase != true else { return text }
    return first.lowercased() + text.dropFirst()
}

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
