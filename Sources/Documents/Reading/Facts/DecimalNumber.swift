extension Script {
    /// `85`, `0,5`, `1.200`, with what follows it no part of a longer number.
    func decimal(at position: Int) -> (value: Double, end: Int)? {
        var end = position
        var value = 0.0
        while end < count, let digit = scalars[end].digit {
            value = value * 10 + Double(digit)
            end += 1
        }
        guard end > position, end - position <= 9 else { return nil }
        while end + 3 < count, scalars[end] == ".", scalars[end + 1].isDigit,
            scalars[end + 2].isDigit, scalars[end + 3].isDigit,
            end + 4 == count || !scalars[end + 4].isDigit
        {
            for offset in 1...3 { value = value * 10 + Double(scalars[end + offset].digit ?? 0) }
            end += 4
        }
        if end + 1 < count, scalars[end] == ",", scalars[end + 1].isDigit {
            var share = 0.1
            end += 1
            while end < count, let digit = scalars[end].digit {
                value += Double(digit) * share
                share /= 10
                end += 1
            }
            value = (value * 1e6).rounded() / 1e6
        }
        return (value, end)
    }

    private static let spelledNumbers: [(Phrase, Double)] = [
        ("một", 1), ("hai", 2), ("ba", 3), ("bốn", 4), ("năm", 5), ("sáu", 6), ("bảy", 7),
        ("tám", 8), ("chín", 9), ("mười", 10),
    ]

    /// `một` to `mười`.
    func spelledNumber(at position: Int) -> (value: Double, end: Int)? {
        // Most words differ from all ten in their first two letters.
        guard let first = at(position), let second = at(position + 1) else { return nil }
        let mayBe =
            switch first {
            case "m": second == "ộ" || second == "ư"
            case "b": second == "a" || second == "ố" || second == "ả"
            case "n": second == "ă"
            case "s": second == "á"
            case "t": second == "á"
            case "h": second == "a"
            case "c": second == "h"
            default: false
            }
        guard mayBe else { return nil }
        for (word, value) in Self.spelledNumbers {
            if let end = end(of: word, at: position) { return (value, end) }
        }
        return nil
    }
}
