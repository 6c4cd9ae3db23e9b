/// The number of a document as a text writes it: `02-CT/TW`, `57/2026/QĐ-UBND`, `1492/QĐ- TTg`.
struct NumberText: Sendable, Equatable {
    var range: Range<Int>
    /// Letters and digits in lower case: the same for `47-CT/TW` and `47 CT/TW`.
    var key: String
    /// The parts of the symbol between strokes and dashes, lower case: `qđ`, `ubnd`.
    var symbol: [String]
    /// Whether the year is part of the number.
    var hasYear: Bool

    /// - Parameter isAnnounced: "số" or the name of a kind stands before, so that a number with
    ///   stray spaces is believed.
    init?(_ body: Script, at start: Int, isAnnounced: Bool) {
        guard let digits = body.number(at: start) ?? Self.lettered(body, at: start) else {
            return nil
        }
        guard var end = Self.symbolStart(body, behind: digits.end, isAnnounced: isAnnounced) else {
            return nil
        }
        var parts: [String] = []
        var part = String.UnicodeScalarView()
        var capitals = 0
        while end < body.count {
            let scalar = body.scalars[end]
            if scalar.isWordPart || scalar == "&" {
                if body.isUpper(end) { capitals += 1 }
                part.append(body.lower[end])
                end += 1
            } else if scalar == "/" || scalar.isDash || scalar == "." {
                guard let next = Self.go(body, on: end, isAnnounced: isAnnounced) else { break }
                parts.append(String(part))
                part = String.UnicodeScalarView()
                end = next
            } else if scalar.isBlank, isAnnounced, let mark = body.at(body.skipSpaces(end)),
                mark.isDash, let next = Self.go(body, on: body.skipSpaces(end), isAnnounced: true),
                next == body.skipSpaces(end) + 1
            {
                end = body.skipSpaces(end)
            } else {
                break
            }
        }
        if !part.isEmpty { parts.append(String(part)) }
        guard capitals >= 2, body.isBoundary(end) else { return nil }
        range = start..<end
        symbol = parts.filter { !$0.isEmpty && $0.unicodeScalars.first?.isDigit != true }
        hasYear =
            parts.contains { $0.count == 4 && Int($0) != nil }
            || symbol.contains { $0.hasPrefix("qh") }
        key = String(String.UnicodeScalarView(body.lower[range].filter(\.isWordPart)))
        if symbol.isEmpty { return nil }
    }

    /// `02a`, `15b`.
    private static func lettered(_ body: Script, at start: Int) -> (value: Int, end: Int)? {
        var end = start
        while end < body.count, body.scalars[end].isDigit { end += 1 }
        guard end > start, end < body.count, body.isWordStart(start), !body.isUpper(end),
            body.wordEnd(end) == end + 1
        else { return nil }
        return (0, end + 1)
    }

    /// Behind the first stroke or dash.
    private static func symbolStart(
        _ body: Script, behind position: Int, isAnnounced: Bool
    ) -> Int? {
        guard let mark = body.at(position) else { return nil }
        if mark == "/" || mark.isDash { return go(body, on: position, isAnnounced: isAnnounced) }
        guard isAnnounced, mark.isBlank else { return nil }
        let next = body.skipSpaces(position)
        if let mark = body.at(next), mark == "/" || mark.isDash {
            return go(body, on: next, isAnnounced: true)
        }
        // `47 CT/TW`: the dash was lost.
        let word = body.wordEnd(next)
        guard body.isUpper(next), word - next <= 5,
            body.at(word) == "/" || body.at(word)?.isDash == true
        else { return nil }
        return next
    }

    /// The next part behind a mark; a space before it only in front of a capital letter.
    private static func go(_ body: Script, on mark: Int, isAnnounced: Bool) -> Int? {
        let next = mark + 1
        guard let scalar = body.at(next) else { return nil }
        if scalar.isWordPart { return next }
        guard isAnnounced, scalar.isBlank, body.scalars[mark] != "." else { return nil }
        let far = body.skipSpaces(next)
        guard far < body.count, body.isUpper(far) else { return nil }
        let word = body.wordEnd(far)
        return body.wordEnd(far) - far <= 8 && (word - far < 2 || body.isUpper(far + 1)) ? far : nil
    }
}
