/// A figure of reports that the registers give for any time: what happened from one day to another.
///
/// Each record counts by a day of its own, so that a figure of a past time is the same whenever it
/// is counted, unless somebody corrects a record of that time.
package struct ReportMeasure: Sendable {
    package enum Amount: Sendable, Equatable {
        case records
        /// So many different values of the field: facilities, not visits.
        case different(String)
        /// What the fields add up to, times the factor.
        case sum([String], times: Double)
    }

    /// Never changes; kept with reports that were issued.
    package let key: String
    /// Within a sentence: "cơ sở được kiểm tra".
    package let label: String
    /// Tells it from others of the same label where it stands alone: "vụ cháy".
    package let context: String?
    /// "vụ", "người", "triệu đồng".
    package let unit: String
    package let register: RegisterDescription
    /// Key of the day, or the minute, by which a record counts.
    package let day: String
    package let condition: Condition
    package let amount: Amount

    init(
        _ key: String, _ label: String, of context: String? = nil, unit: String,
        _ register: RegisterDescription, on day: String, _ amount: Amount = .records,
        where condition: Condition = .always
    ) {
        self.key = key
        self.label = label
        self.context = context
        self.unit = unit
        self.register = register
        self.day = day
        self.condition = condition
        self.amount = amount
    }

    /// "người chết (vụ cháy)".
    package var name: String { label + (context.map { " (\($0))" } ?? "") }

    /// The records that count from the first day to the last, both within.
    package func condition(from: Day, to: Day) -> Condition {
        .all([
            .atLeast(day, .text(from.iso)), .below(day, .text(to.adding(days: 1).iso)), condition,
        ])
    }

    /// What is counted, as the page of the figure says it.
    package var explanation: String {
        let day = register.field(day)?.label ?? day
        let counted =
            switch amount {
            case .records: "số mục"
            case .different(let field):
                "số «\(register.field(field)?.label ?? field)» khác nhau"
            case .sum(let fields, _):
                "tổng «"
                    + fields.map { register.field($0)?.label ?? $0 }.joined(separator: "» và «")
                    + "»"
            }
        return "Sổ «\(register.title)», \(counted), theo «\(day)» trong kỳ."
    }
}

/// What a measure says for the time of a report.
package struct ReportFigure: Sendable, Equatable, Codable {
    package let key: String
    /// Within a sentence that tells of what it is.
    package let label: String
    /// Where it stands alone.
    package let name: String
    package let unit: String
    /// nil: the register holds nothing yet, so that nobody can tell it from zero.
    package let value: Double?
    /// For the same time a year before; nil: nothing was kept then.
    package let previous: Double?
    /// Who typed it instead of the registers, and why; nil: nobody.
    package let note: String?

    package init(
        key: String, label: String, name: String? = nil, unit: String, value: Double?,
        previous: Double?, note: String? = nil
    ) {
        self.key = key
        self.label = label
        self.name = name ?? label
        self.unit = unit
        self.value = value
        self.previous = previous
        self.note = note
    }
}

/// A record that counts in a figure, and by how much.
package struct FigureRecord: Sendable, Equatable, Codable {
    package let id: String
    package let amount: Double

    package init(id: String, amount: Double) {
        self.id = id
        self.amount = amount
    }
}
