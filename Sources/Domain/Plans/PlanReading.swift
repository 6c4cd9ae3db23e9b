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
