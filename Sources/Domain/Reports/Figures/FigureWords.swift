/// Sentences of figures in the administrative style, each with its source.
package struct FigureWords: Sendable {
    private let figures: [String: ReportFigure]
    /// First and last day of the same time a year before.
    let previousYear: Int
    let isWholeYear: Bool

    package init(_ facts: ReportFacts) {
        figures = Dictionary(
            facts.figures.map { ($0.key, $0) }, uniquingKeysWith: { one, _ in one })
        previousYear = facts.previousTo.year
        isWholeYear = facts.from == facts.from.firstOfYear && facts.to.month == 12
    }

    package subscript(key: String) -> ReportFigure? { figures[key] }

    /// `12 vụ cháy, tăng 3 vụ (33%) so với cùng kỳ năm 2025`.
    package func counted(_ key: String) -> RichText {
        guard let figure = figures[key] else { return "" }
        guard let value = figure.value else {
            return RichText("\(figure.label): chưa có số liệu trong sổ").from(.figure(key))
        }
        return RichText("\(amount(value, figure))\(compared(figure))").from(.figure(key))
    }

    /// `12 vụ cháy`, without a comparison; nil without figures.
    package func bare(_ key: String) -> RichText? {
        guard let figure = figures[key], let value = figure.value else { return nil }
        return RichText(amount(value, figure)).from(.figure(key))
    }

    /// Several within one sentence: `12 người chết; 3 người bị thương`; those that nobody knows are
    /// named as such.
    package func bare(_ keys: [String]) -> RichText {
        let known = keys.compactMap(bare)
        let missing = keys.compactMap { figures[$0] }.filter { $0.value == nil }
        var text = RichText.listed(known)
        if !missing.isEmpty {
            let names = missing.map(\.label).joined(separator: ", ")
            text = text + "\(known.isEmpty ? "" : "; ")chưa có số liệu về \(names)"
        }
        return text.from(missing.map { .figure($0.key) })
    }

    /// Money and counts stand before what they count; the label of a count begins with its unit.
    private func amount(_ value: Double, _ figure: ReportFigure) -> String {
        if value == 0 { return "không có \(figure.label)" }
        let number = value.vietnamese ?? "\(value)"
        return isCount(figure)
            ? "\(padded(value, number)) \(figure.label)"
            : "\(figure.label): \(number) \(figure.unit)"
    }

    private func isCount(_ figure: ReportFigure) -> Bool {
        figure.label.hasPrefix(figure.unit + " ") || figure.label == figure.unit
    }

    /// Documents of the State write counts below ten with a zero before.
    private func padded(_ value: Double, _ number: String) -> String {
        value > 0 && value < 10 && value == value.rounded() ? "0\(number)" : number
    }

    /// `, tăng 3 vụ …`, or in brackets that there is nothing to compare with.
    package func compared(_ figure: ReportFigure) -> String {
        figure.value != nil && figure.previous == nil
            ? " (\(comparison(figure)))" : ", \(comparison(figure))"
    }

    /// `tăng 3 vụ (33%) so với cùng kỳ năm 2025`; what was not kept is said, never taken for zero.
    package func comparison(_ figure: ReportFigure) -> String {
        let time = isWholeYear ? "năm \(previousYear)" : "cùng kỳ năm \(previousYear)"
        guard let value = figure.value else { return "chưa có số liệu" }
        guard let previous = figure.previous else { return "chưa có số liệu \(time)" }
        let change = value - previous
        if change == 0 { return "bằng \(time)" }
        let part =
            previous > 0
            ? (abs(change) / previous * 100).rounded().vietnamese.map { " (\($0)%)" } ?? "" : ""
        let amount = abs(change).vietnamese ?? "\(abs(change))"
        return
            "\(change > 0 ? "tăng" : "giảm") \(isCount(figure) ? padded(abs(change), amount) : amount) \(figure.unit)\(part) so với \(time)"
    }
}

extension RichText {
    /// `a; b; c`.
    static func listed(_ parts: [RichText]) -> RichText {
        guard var text = parts.first else { return "" }
        for part in parts.dropFirst() { text = text + "; " + part }
        return text
    }
}
