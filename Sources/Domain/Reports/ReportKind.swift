/// A kind of report that a body makes: what it is about, which figures it holds, how it is drafted.
///
/// Each is declared in a file of its own.
package struct ReportKind: Sendable {
    /// What a report of the kind is made for.
    package enum Subject: String, Sendable {
        /// A time at which a plan's duty asks for it.
        case duty
        /// A unit's delivery for such a time; it has a way of its own, and is not begun like others.
        case unit
        /// A plan, over a time that a person sets.
        case plan
        /// The ward, over a time that a person sets.
        case ward
        /// A facility of the register, over a time that a person sets.
        case facility
    }

    /// One number that a report of the kind holds.
    package enum Figure: Sendable {
        case measured(ReportMeasure)
        /// What others of the kind add up to.
        case sum(key: String, label: String, unit: String, of: [String])
        /// No register has it: a person types it.
        case typed(key: String, label: String, unit: String)
    }

    /// Never changes.
    package let key: String
    /// "Báo cáo năm thực hiện kế hoạch".
    package let title: String
    /// For whom and when, a sentence.
    package let explanation: String
    /// Where its layout and content come from, and how certain that is.
    package let source: String
    package let subject: Subject
    /// Whether the Party committee speaks, in the Party's layout, whatever the ward's own is.
    package let isOfParty: Bool
    package let figures: [Figure]
    /// What must agree before anybody may approve it.
    package let sums: [ReportSum]
    let compose: @Sendable (ReportFacts) -> ReportText

    init(
        _ key: String, _ title: String, _ explanation: String, source: String, about: Subject,
        isOfParty: Bool = false, figures: [Figure] = [], sums: [ReportSum] = [],
        _ compose: @escaping @Sendable (ReportFacts) -> ReportText
    ) {
        self.key = key
        self.title = title
        self.explanation = explanation
        self.source = source
        subject = about
        self.isOfParty = isOfParty
        self.figures = figures
        self.sums = sums
        self.compose = compose
    }

    /// Drafts the text from facts; the same facts give the same words.
    package func draft(_ facts: ReportFacts) -> ReportText { compose(facts) }

    package var measures: [ReportMeasure] {
        figures.compactMap { figure in
            if case .measured(let measure) = figure { measure } else { nil }
        }
    }

    package func figure(_ key: String) -> Figure? { figures.first { $0.key == key } }
}

extension ReportKind.Figure {
    package var key: String {
        switch self {
        case .measured(let measure): measure.key
        case .sum(let key, _, _, _), .typed(let key, _, _): key
        }
    }

    package var label: String {
        switch self {
        case .measured(let measure): measure.label
        case .sum(_, let label, _, _), .typed(_, let label, _): label
        }
    }

    /// Where it stands alone.
    package var name: String { measure?.name ?? label }

    package var unit: String {
        switch self {
        case .measured(let measure): measure.unit
        case .sum(_, _, let unit, _), .typed(_, _, let unit): unit
        }
    }

    package var measure: ReportMeasure? {
        if case .measured(let measure) = self { measure } else { nil }
    }
}

/// A figure that must be what others add up to.
package struct ReportSum: Sendable, Equatable {
    package let whole: String
    package let parts: [String]

    init(_ whole: String, _ parts: [String]) {
        self.whole = whole
        self.parts = parts
    }

    /// What is wrong, a sentence that says which; nil when it agrees, or when nothing of it is known.
    ///
    /// - Parameter name: how a figure is called, `dòng 31 (cơ sở được kiểm tra)`.
    package func disagreement(
        in figures: [ReportFigure], name: (String) -> String
    ) -> String? {
        let known = Dictionary(
            figures.map { ($0.key, $0.value) }, uniquingKeysWith: { one, _ in one })
        let values = parts.map { known[$0] ?? nil }
        let total = known[whole] ?? nil
        if total == nil, values.allSatisfy({ $0 == nil }) { return nil }
        if let missing = (parts + [whole]).first(where: { (known[$0] ?? nil) == nil }) {
            return "Chưa có số liệu ở \(name(missing)), nên không đối chiếu được \(name(whole))."
        }
        let sum = values.compactMap(\.self).reduce(0, +)
        guard let total, abs(total - sum) > Self.roundingMost else { return nil }
        let terms = values.compactMap { $0?.vietnamese }.joined(separator: " + ")
        let said = [total, sum].map { $0.vietnamese ?? "\($0)" }
        return
            "\(name(whole).capitalisedFirst) là \(said[0]), nhưng \(parts.map(name).joined(separator: ", ")) cộng lại là \(terms) = \(said[1])."
    }

    /// Figures are shown with two decimals.
    private static let roundingMost = 0.005
}

extension String {
    fileprivate var capitalisedFirst: String { (first?.uppercased() ?? "") + dropFirst() }
}
