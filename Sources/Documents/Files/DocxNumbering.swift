/// Automatic numbering of a Word file (ECMA-376 part 1, 17.9): the labels that Word shows.
final class DocxNumbering: XMLReceiver {
    /// One level of a list.
    struct Level: Sendable, Equatable {
        var format = "decimal"
        /// `%1.%2)`; each `%n` stands for the number of level n.
        var text = ""
        var start = 1
        /// Numbers of all levels are shown in Arabic numerals.
        var isLegal = false
    }

    /// Where a paragraph stands in a list.
    struct Item: Sendable, Equatable {
        var list: String?
        var level: Int?
    }

    private struct List {
        var abstract = ""
        var overrides: [Int: Level] = [:]
        var starts: [Int: Int] = [:]
    }

    private var abstracts: [String: [Int: Level]] = [:]
    private var lists: [String: List] = [:]
    private var styles: [String: Item] = [:]
    private var parents: [String: String] = [:]
    /// Current numbers by abstract list, as lists of one kind count together.
    private var counters: [String: [Int: Int]] = [:]
    private var started: Set<String> = []

    private var abstract: String?
    private var list: String?
    private var level: Int?
    private var style: String?

    /// The label of the next paragraph at a place in a list; nil: it shows none.
    func label(_ item: Item, style: String?) -> String? {
        let inherited = self.item(ofStyle: style)
        guard let list = item.list ?? inherited.list, list != "0", let found = lists[list] else {
            return nil
        }
        let level = item.level ?? inherited.level ?? 0
        guard let shown = self.level(level, of: found) else { return nil }
        let count = advance(level, of: found, list: list)
        if shown.format == "bullet" { return bullet(shown.text) }
        guard shown.format != "none" else { return shown.text.isEmpty ? nil : shown.text }
        var label = shown.text
        for upper in (0...max(level, 0)).reversed() {
            let number = upper == level ? count : counters[found.abstract]?[upper]
            let format =
                shown.isLegal ? "decimal" : self.level(upper, of: found)?.format ?? "decimal"
            let start = self.level(upper, of: found)?.start ?? 1
            label = label.replacing("%\(upper + 1)", with: Self.numeral(number ?? start, format))
        }
        return label.isEmpty ? nil : label
    }

    private func level(_ number: Int, of list: List) -> Level? {
        list.overrides[number] ?? abstracts[list.abstract]?[number]
    }

    private func advance(_ level: Int, of list: List, list id: String) -> Int {
        var numbers = counters[list.abstract] ?? [:]
        if started.insert(id).inserted {
            for (overridden, start) in list.starts { numbers[overridden] = start - 1 }
        }
        let count = numbers[level].map { $0 + 1 } ?? self.level(level, of: list)?.start ?? 1
        numbers[level] = count
        for lower in numbers.keys where lower > level { numbers[lower] = nil }
        counters[list.abstract] = numbers
        return count
    }

    private func item(ofStyle style: String?) -> Item {
        var item = Item()
        var next = style
        // A style may, by damage, be its own ancestor.
        for _ in 0..<16 {
            guard let name = next else { break }
            item.list = item.list ?? styles[name]?.list
            item.level = item.level ?? styles[name]?.level
            next = parents[name]
        }
        return item
    }

    /// Bullets are drawn with signs of symbol fonts; officials type a dash or a plus.
    private func bullet(_ text: String) -> String {
        switch text {
        case "+", "*": text
        case "o", "": "+"
        default: "-"
        }
    }

    /// A number in one of Word's formats (ST_NumberFormat).
    static func numeral(_ number: Int, _ format: String) -> String {
        switch format {
        case "upperRoman": roman(number)
        case "lowerRoman": roman(number).lowercased()
        case "upperLetter": letter(number).uppercased()
        case "lowerLetter": letter(number)
        case "decimalZero": number < 10 ? "0\(number)" : "\(number)"
        case "none": ""
        default: "\(number)"
        }
    }

    /// a … z, aa, bb, …
    private static func letter(_ number: Int) -> String {
        guard number > 0, number <= 26 * 8 else { return "\(number)" }
        let scalar = Unicode.Scalar(UInt8(ascii: "a") + UInt8((number - 1) % 26))
        return String(repeating: String(scalar), count: (number - 1) / 26 + 1)
    }

    private static func roman(_ number: Int) -> String {
        guard number > 0, number < 4000 else { return "\(number)" }
        let steps = [
            (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"),
            (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
        ]
        var rest = number
        var text = ""
        for (value, sign) in steps {
            while rest >= value {
                text += sign
                rest -= value
            }
        }
        return text
    }

    // MARK: Reading styles.xml and numbering.xml

    override func begin(_ name: String, _ attributes: [String: String]) {
        let value = attributes["w:val"]
        switch name {
        case "w:abstractNum": abstract = attributes["w:abstractNumId"]
        case "w:num": list = attributes["w:numId"]
        case "w:abstractNumId": if let list { lists[list, default: List()].abstract = value ?? "" }
        case "w:lvlOverride", "w:lvl": level = attributes["w:ilvl"].flatMap { Int($0) } ?? level
        case "w:startOverride":
            if let list, let level, let start = value.flatMap({ Int($0) }) {
                lists[list, default: List()].starts[level] = start
            }
        case "w:start": change { $0.start = value.flatMap { Int($0) } ?? 1 }
        case "w:numFmt": change { $0.format = value ?? "decimal" }
        case "w:lvlText": change { $0.text = value ?? "" }
        case "w:isLgl": change { $0.isLegal = value != "0" && value != "false" }
        case "w:style": style = attributes["w:styleId"]
        case "w:basedOn": if let style { parents[style] = value }
        case "w:numId": if let style { styles[style, default: Item()].list = value }
        case "w:ilvl":
            if let style { styles[style, default: Item()].level = value.flatMap { Int($0) } }
        default: break
        }
    }

    override func end(_ name: String) {
        switch name {
        case "w:abstractNum": abstract = nil
        case "w:num": list = nil
        case "w:lvl" where list == nil, "w:lvlOverride": level = nil
        case "w:style": style = nil
        default: break
        }
    }

    /// Changes the level that is being read: of an abstract list, or of a list that overrides it.
    private func change(_ body: (inout Level) -> Void) {
        guard let level, (0...8).contains(level) else { return }
        if let abstract {
            body(&abstracts[abstract, default: [:]][level, default: Level()])
        } else if let list {
            body(&lists[list, default: List()].overrides[level, default: Level()])
        }
    }
}
