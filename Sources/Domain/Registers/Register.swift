/// A table of records which the law, or a plan, asks to be kept (sổ).
package protocol Register {
    static var description: RegisterDescription { get }
}

/// All that table, form, list, page, sheet and API know of a register.
package struct RegisterDescription: Sendable {
    /// Name of the table and of the address, as `water_sources`. Never changes.
    package let name: String
    /// Of the whole: "Nguồn nước chữa cháy".
    package let title: String
    /// One record, within a sentence: "nguồn nước".
    package let singular: String
    /// The plans, forms or articles that ask for it.
    package let source: String
    package let area: RegisterArea
    /// The fields as a form and a page group them.
    package let sections: [FieldSection]
    package let fields: [any FieldDescription]
    /// Keys of the fields of a list, the first of which names the record.
    package let columns: [String]
    /// Keys of the fields that a list can be narrowed by.
    package let filters: [String]
    /// Keys of the fields that together tell one record from another, whatever case and marks.
    package let identity: [String]
    package let access: RegisterAccess
    /// What holds of every record that is right (đúng), beyond the rules of single fields.
    package let checks: [RecordCheck]
    /// Fields that follow from others and from rules of the day; nobody types them.
    package let derivations: [Derivation]
    /// Fields that the register's own verbs set, as a signature; nobody types them.
    package let kept: Set<String>
    /// Which records stay as they are, and may not be taken out of the register.
    package let locks: [RecordLock]
    /// Key of the day by which lists run, the latest first; nil: they run by name.
    package let latestBy: String?
    /// By what two records are told to be one.
    package let likeness: Likeness

    /// - Parameter likeness: nil: what the fields say by themselves.
    package init(
        name: String, title: String, singular: String, source: String, area: RegisterArea,
        sections: [FieldSection], columns: [String], filters: [String],
        identity: [String], access: RegisterAccess, checks: [RecordCheck] = [],
        derivations: [Derivation] = [], kept: Set<String> = [], locks: [RecordLock] = [],
        likeness: Likeness? = nil, latestBy: String? = nil
    ) {
        self.name = name
        self.title = title
        self.singular = singular
        self.source = source
        self.area = area
        self.sections = sections
        self.fields = sections.flatMap(\.fields)
        self.columns = columns
        self.filters = filters
        self.identity = identity
        self.access = access
        self.checks = checks
        self.derivations = derivations
        self.kept = kept
        self.locks = locks
        self.latestBy = latestBy
        self.likeness = likeness ?? .derived(from: fields, identity: identity)
    }

    /// A register of so few fields that they need no sections.
    package init(
        name: String, title: String, singular: String, source: String, area: RegisterArea,
        fields: [any FieldDescription], columns: [String], filters: [String],
        identity: [String], access: RegisterAccess, checks: [RecordCheck] = [],
        derivations: [Derivation] = [], kept: Set<String> = [], locks: [RecordLock] = [],
        likeness: Likeness? = nil, latestBy: String? = nil
    ) {
        self.init(
            name: name, title: title, singular: singular, source: source, area: area,
            sections: [FieldSection(fields)], columns: columns, filters: filters,
            identity: identity, access: access, checks: checks, derivations: derivations,
            kept: kept, locks: locks, likeness: likeness, latestBy: latestBy)
    }

    /// The fields that people fill in.
    package var entered: [any FieldDescription] {
        fields.filter { field in
            !kept.contains(field.key) && !derivations.contains { $0.key == field.key }
        }
    }

    /// The fields by which a record of another register is the owner of this one.
    package func fields(naming register: String) -> [any FieldDescription] {
        fields.filter { $0.control == .record(register: register) }
    }

    /// What tells a record from others, in words: "Karaoke Ánh Dương – 12 phố Mẫu".
    package func label(of cells: [String: Cell]) -> String {
        let keys = identity.filter { field($0)?.isReference == false }
        let words = keys.compactMap { key -> String? in
            guard let cell = cells[key], !cell.isEmpty else { return nil }
            return field(key)?.shown(cell)
        }
        return words.joined(separator: Self.nameJoint)
    }

    /// Between the parts of a name.
    package static let nameJoint = " – "

    /// Whether a record can be told by words that are typed: by a name, at most beside choices and
    /// units. Others are told by a day, or by whose they are.
    package var isNamedByWords: Bool {
        let controls = identity.compactMap { field($0)?.control }
        return controls.contains(.line)
            && controls.allSatisfy { control in
                switch control {
                case .line, .choice, .unit: true
                case .lines, .integer, .real, .day, .moment, .flag, .record, .shape: false
                }
            }
    }

    /// How a form and a sheet name a record so that it is found again: its label and, where that is
    /// not enough, the end of its identifier.
    package func name(of record: Record) -> String {
        let label = label(of: record.cells)
        return isNamedByWords ? label : "\(label) #\(record.id.suffix(Self.endLength))"
    }

    /// The end of the identifier that a name carries; nil for a name of words alone.
    package func identifierEnd(of name: String) -> String? {
        guard !isNamedByWords, let mark = name.lastIndex(of: "#") else { return nil }
        let end = name[name.index(after: mark)...]
        let isWhole = end.utf8.count == Self.endLength && end.allSatisfy(\.isHexDigit)
        return isWhole ? end.lowercased() : nil
    }

    /// The last group of an identifier, which is random.
    private static let endLength = 12

    /// Key of the residential group to which a record belongs; nil: it belongs to the whole ward.
    package var groupKey: String? {
        let usual = Field<GroupReference>.residentialGroup.key
        return access.groupField ?? field(usual)?.key
    }

    /// Says by which rules its records were scored: other words, other rules.
    ///
    /// The number counts how this program judges what is the same for all registers.
    package var scoreRules: String {
        let asked = fields.map {
            "\($0.key) \($0.wanted.map { "\($0)" } ?? "") \($0.freshDays ?? 0)"
        }
        let wrong = checks.map { "\($0.code) \($0.isWrong)" }
        return "1 \(asked) \(wrong) \(likeness.rules)"
    }

    /// What tells a record from others, whatever case and marks; nil for one that nothing tells apart.
    package func identity(of cells: [String: Cell]) -> String? {
        let parts = identity.map { folded((cells[$0] ?? .empty).plain) }
        return parts.allSatisfy(\.isEmpty) ? nil : parts.joined(separator: "|")
    }

    package func field(_ key: String) -> (any FieldDescription)? { fields.first { $0.key == key } }

    /// Reads a submitted form, or a row of a sheet, by field key.
    ///
    /// - Throws: one `.invalid` that names every refused field, not only the first.
    package func read(_ texts: [String: String]) throws(Problem) -> [String: Cell] {
        var cells: [String: Cell] = [:]
        var refusals: [String: String] = [:]
        for field in entered {
            switch field.read(texts[field.key] ?? "") {
            case .success(let cell): cells[field.key] = cell
            case .failure(let refusal): refusals[field.key] = refusal.message
            }
        }
        guard refusals.isEmpty else {
            throw Problem(.invalid, "Có \(refusals.count) mục chưa đúng.", refusals: refusals)
        }
        return cells
    }
}

/// Fields that belong together, under one heading.
package struct FieldSection: Sendable {
    /// nil: the only one.
    package let title: String?
    package let fields: [any FieldDescription]

    package init(_ title: String, _ fields: [any FieldDescription]) {
        self.title = title
        self.fields = fields
    }

    init(_ fields: [any FieldDescription]) {
        title = nil
        self.fields = fields
    }
}

/// Who may see and change the records of a register.
package struct RegisterAccess: Sendable {
    package let readers: Set<Role>
    package let writers: Set<Role>
    /// The field that says to which residential group a record belongs; a head of a group sees
    /// and changes the records of that group alone.
    package let groupField: String?

    package init(readers: Set<Role>, writers: Set<Role>, groupField: String? = nil) {
        self.readers = readers
        self.writers = writers
        self.groupField = groupField
    }
}

/// One row of a register.
package struct Record: Sendable, Equatable {
    package let id: String
    package let version: Int
    package let cells: [String: Cell]

    package init(id: String, version: Int, cells: [String: Cell]) {
        self.id = id
        self.version = version
        self.cells = cells
    }

    package subscript<Value>(field: Field<Value>) -> Value? {
        cells[field.key].flatMap(Value.init(cell:))
    }
}

/// The registers of the product, in the order of their list.
package enum Registers {
    package static let all: [RegisterDescription] = [
        Facilities.description, Transmitters.description, Inspections.description,
        Findings.description, Rechecks.description, SelfInspections.description,
        UnitChecks.description, Violations.description, Suspensions.description,
        Recommendations.description, UtilityCuts.description, Publications.description,
        Houses.description, HouseholdVisits.description, Commitments.description,
        EarlyWarningDevices.description, Cameras.description, WaterSources.description,
        Alleys.description, Roads.description, RoadObstacles.description, RoadChecks.description,
        CableSections.description, DeficientAreas.description, ImprovementWorks.description,
        Forces.description, ForceMembers.description, EquipmentItems.description,
        Supplies.description, CallableResources.description, TrainingCourses.description,
        DutyShifts.description, ResponsePlans.description, Drills.description,
        OnSiteProfiles.description, AssemblyPoints.description, MutualAidGroups.description,
        PublicFirePoints.description, CommunityModels.description, ModelEvaluations.description,
        LearningSites.description, LearningSessions.description, OutreachChannels.description,
        MediaItems.description, BroadcastSlots.description, OutreachActivities.description,
        Campaigns.description, SmsCampaigns.description, AppGuidances.description,
        PublicTrainings.description, Incidents.description, BudgetLines.description,
        Contributions.description, Staff.description, SchoolPoints.description,
        RiskAreas.description, FacilityThresholds.description, InspectionCycles.description,
        UpkeepCycles.description, InfrastructureNorms.description, KitNorms.description,
        OutreachFloors.description, Penalties.description, SigningPowers.description,
        Holidays.description, AlarmPolicies.description, EscalationSteps.description,
        FalseAlarmRules.description,
    ]

    package static func named(_ name: String) -> RegisterDescription? {
        all.first { $0.name == name }
    }
}
