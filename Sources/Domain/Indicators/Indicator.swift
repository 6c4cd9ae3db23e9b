/// A figure that follows from the registers, so that nobody types it (chỉ số).
///
/// Each is declared in a file of its own. A target of a plan is measured by one when a person has
/// decided so; `signs` only propose it.
package struct Indicator: Sendable {
    /// Never changes.
    package let key: String
    /// What is counted: "Cơ sở đã kết nối thiết bị truyền tin báo cháy".
    package let title: String
    /// What is counted of what, a sentence.
    package let explanation: String
    /// Who asks for it.
    package let source: String
    package let measure: Measure
    /// As targets have it: `percent`, or what is counted.
    package let unit: String
    /// Who of the ward answers for it, as the plans have it.
    package let keeper: String
    /// `week` or `month`, as targets have it: it tells of the period that holds the day, up to the
    /// day. nil: it tells how things stand.
    package let per: String?
    /// Whether less of it is better, as of fires.
    package let isBetterLow: Bool
    /// Words of a target that mean it, folded: one of each list stands in it.
    let signs: [[String]]

    package enum Measure: Sendable {
        /// So many of the records of a set, per cent.
        case share(RecordPart, of: RecordSet)
        /// So much of what a field of the records adds up to, per cent.
        case shareOfSum(String, RecordPart, of: RecordSet)
        case count(RecordSet)
        /// What a field of the records adds up to.
        case sum(String, RecordSet)
    }

    init(
        _ key: String, _ title: String, _ explanation: String, source: String, _ measure: Measure,
        unit: String = "percent", keeper: String, per: String? = nil, isBetterLow: Bool = false,
        signs: [[String]]
    ) {
        self.key = key
        self.title = title
        self.explanation = explanation
        self.source = source
        self.measure = measure
        self.unit = unit
        self.keeper = keeper
        self.per = per
        self.isBetterLow = isBetterLow
        self.signs = signs
    }

    /// The records that it is about.
    package var set: RecordSet {
        switch measure {
        case .share(_, let set), .shareOfSum(_, _, let set), .count(let set), .sum(_, let set): set
        }
    }

    /// The field that is added up; nil: records are counted.
    package var field: String? {
        switch measure {
        case .shareOfSum(let field, _, _), .sum(let field, _): field
        case .share, .count: nil
        }
    }

    /// Those of them that count; nil: all.
    package var part: RecordPart? {
        switch measure {
        case .share(let part, _), .shareOfSum(_, let part, _): part
        case .count, .sum: nil
        }
    }
}

/// Records of a register for which something holds on a day.
package struct RecordSet: Sendable {
    package let register: RegisterDescription
    package let condition: @Sendable (Day) -> Condition
    /// Those that are none of it after all.
    package let without: RecordPart?

    init(
        _ register: RegisterDescription, without: RecordPart? = nil,
        _ condition: @escaping @Sendable (Day) -> Condition = { _ in .always }
    ) {
        self.register = register
        self.condition = condition
        self.without = without
    }
}

/// What tells some records of a set from the others.
package enum RecordPart: Sendable {
    case that(@Sendable (Day) -> Condition)
    /// That a record of another register names in a field, and for which something holds.
    case named(by: RegisterDescription, String, @Sendable (Day) -> Condition)
}

/// What an indicator says on a day.
package struct IndicatorFigure: Sendable, Equatable {
    package let day: Day
    /// Records, or what their field adds up to.
    package let counted: Double
    /// Of so much; nil: it is no share.
    package let whole: Double?

    package init(day: Day, counted: Double, whole: Double?) {
        self.day = day
        self.counted = counted
        self.whole = whole
    }

    /// Per cent of the whole, or what was counted; nil where there is nothing of which to be a share.
    package var value: Double? {
        guard let whole else { return counted }
        return whole > 0 ? counted / whole * 100 : nil
    }
}
