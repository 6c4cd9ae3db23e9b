/// What a reader understood of a plan (kế hoạch), each thing with the place that it came from.
///
/// The JSON form, keys in snake case, is the one of the hand-made annotations against which the
/// reader is scored; `ExplicitNull` keeps an absent value visible as `null` there.
package struct PlanReading: Sendable, Equatable, Codable {
    package var file: String
    package var document: DocumentHead
    package var references: [DocumentReference]
    package var sections: [PlanSection]
    package var unitHeadings: [UnitHeading]
    package var objectives: [PlanObjective]
    package var tasks: [TaskReading]
    package var reports: [ReportDutyReading]
    package var units: [UnitMention]
    package var otherLines: [OtherLine]
    package var abbreviations: [Abbreviation]
    package var repairs: [SuggestedRepair]
    package var notes: [String]

    package init(file: String, document: DocumentHead = DocumentHead()) {
        self.file = file
        self.document = document
        references = []
        sections = []
        unitHeadings = []
        objectives = []
        tasks = []
        reports = []
        units = []
        otherLines = []
        abbreviations = []
        repairs = []
        notes = []
    }
}

extension PlanReading {
    /// Reads the JSON form; a list that is not there is empty, as in the annotations.
    package init(from decoder: any Decoder) throws {
        let keys = try decoder.container(keyedBy: CodingKeys.self)
        func list<Element: Decodable>(_ key: CodingKeys) throws -> [Element] {
            try keys.decodeIfPresent([Element].self, forKey: key) ?? []
        }
        file = try keys.decode(String.self, forKey: .file)
        document = try keys.decode(DocumentHead.self, forKey: .document)
        references = try list(.references)
        sections = try list(.sections)
        unitHeadings = try list(.unitHeadings)
        objectives = try list(.objectives)
        tasks = try list(.tasks)
        reports = try list(.reports)
        units = try list(.units)
        otherLines = try list(.otherLines)
        abbreviations = try list(.abbreviations)
        repairs = try list(.repairs)
        notes = try list(.notes)
    }
}

/// Head and foot of an administrative document.
package struct DocumentHead: Sendable, Equatable, Codable {
    package struct Signer: Sendable, Equatable, Codable {
        @ExplicitNull package var onBehalfOf: String?
        @ExplicitNull package var authority: String?
        @ExplicitNull package var title: String?
        @ExplicitNull package var name: String?

        package init(onBehalfOf: String?, authority: String?, title: String?, name: String?) {
            self.onBehalfOf = onBehalfOf
            self.authority = authority
            self.title = title
            self.name = name
        }
    }

    /// `plan`, or another kind of `DocumentReference.Kind`'s raw values; nil: not recognised.
    @ExplicitNull package var kind: String?
    /// As written, `131/KH-UBND`; nil when blank or absent.
    @ExplicitNull package var number: String?
    /// The part that a blank number still shows, `/KH-UBND`.
    @ExplicitNull package var numberSuffix: String?
    @ExplicitNull package var issuer: String?
    @ExplicitNull package var place: String?
    /// `YYYY-MM-DD`, or `YYYY-MM` when the day is blank.
    @ExplicitNull package var date: String?
    @ExplicitNull package var title: String?
    package var signers: [Signer] = []
    package var recipients: [String] = []
    /// Why the document is not complete; nil: it is.
    @ExplicitNull package var statusNote: String?

    package init() {}
}

/// A document that the plan cites (văn bản được viện dẫn).
package struct DocumentReference: Sendable, Equatable, Codable {
    package enum Kind: String, Sendable, Codable, CaseIterable {
        case directive, resolution, plan, programme, decision, decree, law, conclusion, letter
        case regulation, notice, circular
        /// Hướng dẫn, công điện, báo cáo, tờ trình.
        case guidance, telegram, report, proposal
    }

    package struct Provision: Sendable, Equatable, Codable {
        /// `khoản 6 Điều 55`.
        package var text: String
        package var line: Int

        package init(text: String, line: Int) {
            self.text = text
            self.line = line
        }
    }

    /// One place at which the document is cited with a date of its own.
    package struct DatedCitation: Sendable, Equatable, Codable {
        package var date: String
        package var line: Int

        package init(date: String, line: Int) {
            self.date = date
            self.line = line
        }
    }

    package var kind: Kind
    @ExplicitNull package var number: String?
    @ExplicitNull package var name: String?
    @ExplicitNull package var date: String?
    @ExplicitNull package var issuer: String?
    package var line: Int
    package var provisions: [Provision]?
    /// Every dated citation, so that two different dates can be seen; nil in annotations.
    package var citations: [DatedCitation]?

    package init(
        kind: Kind, number: String?, name: String?, date: String?, issuer: String?, line: Int
    ) {
        self.kind = kind
        self.number = number
        self.name = name
        self.date = date
        self.issuer = issuer
        self.line = line
    }
}

package struct PlanSection: Sendable, Equatable, Codable {
    package enum Kind: String, Sendable, Codable {
        case heading
        case numberedParagraph = "numbered_paragraph"
    }

    /// `III.1.2`.
    package var path: String
    @ExplicitNull package var title: String?
    package var line: Int
    package var lineEnd: Int
    package var kind: Kind

    package init(path: String, title: String?, line: Int, lineEnd: Int, kind: Kind) {
        self.path = path
        self.title = title
        self.line = line
        self.lineEnd = lineEnd
        self.kind = kind
    }
}

/// A heading that names the units whose work stands below it.
package struct UnitHeading: Sendable, Equatable, Codable {
    package var sectionPath: String
    @ExplicitNull package var label: String?
    package var title: String
    package var line: Int
    /// Canonical names.
    package var units: [String]

    package init(sectionPath: String, label: String?, title: String, line: Int, units: [String]) {
        self.sectionPath = sectionPath
        self.label = label
        self.title = title
        self.line = line
        self.units = units
    }
}

/// An aim or requirement of the plan (mục tiêu, mục đích, yêu cầu); never a task.
package struct PlanObjective: Sendable, Equatable, Codable {
    package var sectionPath: String
    package var textStart: String
    package var lineStart: Int
    package var lineEnd: Int
    package var deadlines: [Deadline]?
    package var targets: [TargetReading]?

    package init(sectionPath: String, textStart: String, lineStart: Int, lineEnd: Int) {
        self.sectionPath = sectionPath
        self.textStart = textStart
        self.lineStart = lineStart
        self.lineEnd = lineEnd
    }
}

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

/// One line of reporting that the plan sets up (chế độ báo cáo).
package struct ReportDutyReading: Sendable, Equatable, Codable {
    package enum Recurrence: String, Sendable, Codable, CaseIterable {
        case yearly, quarterly, monthly, weekly, daily, once, unspecified
        case halfYearly = "half_yearly"
        case adHoc = "ad_hoc"
        case asPrescribed = "as_prescribed"
    }

    package var from: [String]
    @ExplicitNull package var to: String?
    /// The unit in "(qua …)".
    @ExplicitNull package var via: String?
    /// `--MM-DD`, or a full date when once.
    @ExplicitNull package var due: String?
    package var recurrence: Recurrence
    @ExplicitNull package var preparedBy: [String]?
    package var line: Int
    package var note: String?

    package init(
        from: [String], to: String?, via: String?, due: String?, recurrence: Recurrence,
        preparedBy: [String]? = nil, line: Int
    ) {
        self.from = from
        self.to = to
        self.via = via
        self.due = due
        self.recurrence = recurrence
        self.preparedBy = preparedBy
        self.line = line
    }
}

/// A unit (cơ quan, đơn vị) that the plan names, with its spellings.
package struct UnitMention: Sendable, Equatable, Codable {
    package var canonical: String
    package var aliases: [String]
    package var firstLine: Int

    package init(canonical: String, aliases: [String], firstLine: Int) {
        self.canonical = canonical
        self.aliases = aliases
        self.firstLine = firstLine
    }
}

/// A line that is neither heading, objective nor task.
package struct OtherLine: Sendable, Equatable, Codable {
    /// `doc_type`, `title`, `basis`, `field`, `detail`, `recipients`, `signature`, …
    package var kind: String
    package var line: Int
    package var lineEnd: Int
    package var sectionPath: String?
    package var label: String?
    package var title: String?
    package var value: String?
    package var task: String?
    package var tasks: [String]?
    package var deadlines: [Deadline]?

    package init(kind: String, line: Int, lineEnd: Int) {
        self.kind = kind
        self.line = line
        self.lineEnd = lineEnd
    }
}

/// A short form that the document uses; `meaning` nil: nowhere explained in it.
package struct Abbreviation: Sendable, Equatable, Codable {
    package var short: String
    @ExplicitNull package var meaning: String?
    package var line: Int

    package init(short: String, meaning: String?, line: Int) {
        self.short = short
        self.meaning = meaning
        self.line = line
    }
}

/// Damage of scanning or typing with a proposed repair; the text itself stays as it is.
package struct SuggestedRepair: Sendable, Equatable, Codable {
    package var line: Int
    package var found: String
    package var suggestion: String

    package init(line: Int, found: String, suggestion: String) {
        self.line = line
        self.found = found
        self.suggestion = suggestion
    }
}
