import Foundation

/// How wide a line of bold Times New Roman is, for the lines that are drawn under titles.
///
/// Word has no rule "as long as the text above", so the writer must know the length. An accent does
/// not widen its letter, and ơ and ư differ from o and u by less than a hair.
enum TitleWidth {
    /// Points, of one line.
    static func points(_ text: String, size: Double) -> Double {
        let thousandths = letters(of: text).reduce(0) { $0 + width(of: $1) }
        return Double(thousandths) * size / 1000
    }

    /// The narrowest room, in points, in which a text takes no more lines than in `room`; broken
    /// there, its lines are of like length. One line keeps the whole room.
    static func balanced(_ text: String, size: Double, room: Double) -> Double {
        let words = text.split(separator: " ").map { points(String($0), size: size) }
        let space = points(" ", size: size)
        let count = lines(words, space: space, room: room)
        guard count > 1 else { return room }
        var narrow = words.max() ?? room
        var wide = room
        while wide - narrow > 1 {
            let middle = (narrow + wide) / 2
            if lines(words, space: space, room: middle) > count {
                narrow = middle
            } else {
                wide = middle
            }
        }
        return min(room, wide * slack)
    }

    /// Against the small differences between fonts that claim the same widths.
    private static let slack = 1.08

    private static func lines(_ words: [Double], space: Double, room: Double) -> Int {
        var count = 1
        var filled = 0.0
        for word in words {
            if filled > 0, filled + space + word > room {
                count += 1
                filled = word
            } else {
                filled += (filled > 0 ? space : 0) + word
            }
        }
        return count
    }

    /// Letters apart from their accents.
    private static func letters(of text: String) -> String.UnicodeScalarView {
        text.decomposedStringWithCanonicalMapping.unicodeScalars
    }

    /// Thousandths of the size.
    private static func width(of scalar: Unicode.Scalar) -> Int {
        switch scalar {
        case "\u{300}"..."\u{36F}": 0
        case "Đ": 722
        case "đ": 556
        default: widths[scalar] ?? unknown
        }
    }

    /// A digit's width, near the middle of all letters.
    private static let unknown = 500

    /// - Source: advance widths of Times New Roman Bold, which every metric-compatible font shares.
    private static let widths: [Unicode.Scalar: Int] = {
        let groups = [
            (250, " ,.\u{A0}"), (278, "'/il"), (333, "!()-:;[]fjt"), (389, "Is"), (444, "cerz"),
            (500, "0123456789?J_agovxy–“”*"), (556, "Sbdhknpqu"), (570, "+<=>"), (611, "FP"),
            (667, "BELTZ"), (722, "ACDNRUVXYw"), (778, "GHKOQ"), (833, "&m"), (944, "M"),
            (1000, "%W…"),
        ]
        var table: [Unicode.Scalar: Int] = [:]
        for (width, scalars) in groups {
            for scalar in scalars.unicodeScalars { table[scalar] = width }
        }
        return table
    }()
}
