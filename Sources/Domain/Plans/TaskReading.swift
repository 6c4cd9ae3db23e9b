/// One piece of work that the plan assigns (nhiệm vụ).
package struct TaskReading: Sendable, Equatable, Codable {
    /// `II.6.c.2`, `III.p1`, `PL.4`.
    package var id: String
    package var sectionPath: String
    @ExplicitNull package var unitHeading: String?
    package var leadUnits: [String] = []
    package var coordinatingUnits: [String] = []
    /// Partners that are no addressable unit, verbatim.
    package var genericPartners: [String] = []
    package var directedUnits: [String] = []
    package var advises: [String] = []
    @ExplicitNull package var roleCue: String?
    @ExplicitNull package var rolePhrase: String?
    /// First 60 code points of the body.
    package var textStart: String
    /// The whole body; nil in annotations.
    package var text: String?
    package var lineStart: Int
    package var lineEnd: Int
    package var deadlines: [Deadline] = []
    package var targets: [TargetReading] = []
    package var criteria: [Criterion] = []
    @ExplicitNull package var note: String?
    /// First and last line of the fields ("Đơn vị chủ trì: …") that say more of this task.
    package var fieldLines: [Int]?
    package var detailLines: [Int]?
    package var product: String?
    package var table: Int?
    package var row: Int?
    /// Units of a table's column "Theo dõi, kiểm tra, đôn đốc".
    package var monitors: [String]?
    /// The heading between the rows of a table under which the row stands.
    package var tableSection: String?

    package init(
        id: String, sectionPath: String, unitHeading: String?, text: String, lineStart: Int,
        lineEnd: Int
    ) {
        self.id = id
        self.sectionPath = sectionPath
        self.unitHeading = unitHeading
        self.text = text
        let letters = text.unicodeScalars
        let end = letters.index(letters.startIndex, offsetBy: 60, limitedBy: letters.endIndex)
        self.textStart = String(text[..<(end ?? letters.endIndex)])
        self.lineStart = lineStart
        self.lineEnd = lineEnd
    }
}

/// When work is due, or how often it is done.
package struct Deadline: Sendable, Equatable, Codable {
    package enum Kind: String, Sendable, Codable, CaseIterable {
        case by, within, recurring, on, from, event
    }

    package enum Recurrence: String, Sendable, Codable, CaseIterable {
        case daily, weekly, monthly, quarterly, yearly, continuous, unspecified
        case halfYearly = "half_yearly"
    }

    /// Verbatim.
    package var text: String
    package var type: Kind
    /// `YYYY-MM-DD`; for cycles `--MM-DD`, `--MM` or `---DD`; nil for an event.
    @ExplicitNull package var date: String?
    @ExplicitNull package var recurrence: Recurrence?
    /// First day of a range.
    package var start: String?

    package init(
        text: String, type: Kind, date: String?, recurrence: Recurrence? = nil,
        start: String? = nil
    ) {
        self.text = text
        self.type = type
        self.date = date
        self.recurrence = recurrence
        self.start = start
    }
}

/// A number that the work must reach (chỉ tiêu).
package struct TargetReading: Sendable, Equatable, Codable {
    /// Verbatim, the shortest piece with the number.
    package var text: String
    @ExplicitNull package var metric: String?
    @ExplicitNull package var min: Double?
    @ExplicitNull package var max: Double?
    /// `percent`, `centre`, `hour`, `broadcast`, `teacher`, `day`, `episode`, `news item`, …
    @ExplicitNull package var unit: String?
    /// `day`, `week`, `month`, `quarter`, `year`.
    @ExplicitNull package var per: String?
    /// The date that binds this target.
    @ExplicitNull package var by: String?

    package init(
        text: String, metric: String? = nil, min: Double?, max: Double?, unit: String?,
        per: String?, by: String?
    ) {
        self.text = text
        self.metric = metric
        self.min = min
        self.max = max
        self.unit = unit
        self.per = per
        self.by = by
    }
}

/// A limit that chooses objects and is no aim ("trên 200m").
package struct Criterion: Sendable, Equatable, Codable {
    package var text: String
    @ExplicitNull package var metric: String?
    /// `>`, `>=`, `<`, `<=`, `=`.
    package var op: String?
    @ExplicitNull package var value: Double?
    @ExplicitNull package var unit: String?

    package init(
        text: String, metric: String? = nil, op: String?, value: Double?, unit: String?
    ) {
        self.text = text
        self.metric = metric
        self.op = op
        self.value = value
        self.unit = unit
    }
}
