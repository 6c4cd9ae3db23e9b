package import Domain

/// Reads a plan as a compiler reads source: structure out, every finding with its place.
package enum PlanReader {
    /// Reads the words of a document; never fails: what is not understood stays in `otherLines`.
    package static func read(_ source: SourceText, file: String) -> PlanReading {
        PlanAssembly(source.composed, file: file).reading
    }
}

/// The steps from lines to a reading.
private struct PlanAssembly {
    var reading: PlanReading
    private let source: SourceText
    private let head: HeadReading
    private let tables: TableReader
    private let year: Int?
    private var structure: StructureReader
    private var units: UnitNames
    private var words: [Words] { structure.words }
    private var paragraphs: [Paragraph] = []

    init(_ source: SourceText, file: String) {
        self.source = source
        reading = PlanReading(file: file)
        head = HeadReader.read(source.lines)
        let tables = TableReader(source)
        self.tables = tables
        reading.document = head.head
        year = head.head.yearOfWork
        let body = source.lines[head.body].filter { !tables.lines.contains($0.number) }
        let layout = LayoutReader.items(of: body)
        let home = UnitHome.of(head.head, body: layout)
        // Tables of an appendix stand behind the body, and below none of its headings.
        let bodyEnd = source.lines[head.body].last?.number ?? 0
        structure = StructureReader(
            layout, home: home, tables: tables.starts.filter { $0 < bodyEnd })
        units = structure.units
        readSections()
        readTasks()
        readObjectives()
        readOtherLines()
        readTables()
        readLeftLines()
        readFacts()
    }

    // MARK: Sections

    private mutating func readSections() {
        for (index, item) in structure.items.enumerated() {
            let lines = item.layout.lines
            if item.isSection {
                let isHeading = item.kind == .heading || item.kind == .unitHeading
                reading.sections.append(
                    PlanSection(
                        path: item.path, title: isHeading ? text(index) : nil,
                        line: lines.lowerBound,
                        lineEnd: lines.upperBound, kind: isHeading ? .heading : .numberedParagraph))
            }
            if let heading = item.heading, heading.item == index {
                reading.unitHeadings.append(
                    UnitHeading(
                        sectionPath: heading.path, label: heading.label, title: heading.title,
                        line: lines.lowerBound, units: names(heading.units)))
            }
        }
    }

    private func text(_ index: Int) -> String {
        let body = structure.items[index].layout.body
        return body.text(0..<body.count)
    }

    private func names(_ list: [Int]) -> [String] { list.map { units.units[$0].canonical } }

    // MARK: Tasks

    private mutating func readTasks() {
        let tasks = structure.items.indices.filter { structure.items[$0].kind == .task }
        // Who is addressed anywhere decides what "các cơ quan, đơn vị" means elsewhere.
        for index in tasks where structure.items[index].heading == nil {
            let reader = roleReader(index, standing: nil)
            guard let subject = reader.subject(units), !isClosing(index) else { continue }
            for phrase in subject.phrases {
                let hasPlaces = units.places(of: phrase) != nil
                let bodies = hasPlaces ? phrase.withoutPlaces(in: words[index]) : nil
                if bodies != nil, phrase.nouns.last == "địa phương" { continue }
                units.add(bodies ?? phrase, in: words[index], line: reader.line, as: .subject)
            }
        }
        var found: [(index: Int, roles: TaskRoles)] = []
        let standing = standingBody(tasks)
        for index in tasks {
            var roles = roleReader(index, standing: standing).read(&units)
            readFields(of: index, &roles)
            found.append((index, structure.inheriting(roles, at: index, from: found)))
        }
        reading.unitHeadings = []
        reading.sections = []
        readSections()
        reading.tasks = found.map { task($0.index, $0.roles) }
    }

    private func roleReader(_ index: Int, standing: Int?) -> RoleReader {
        let item = structure.items[index]
        var reader = RoleReader(
            words: words[index], heading: item.opening ?? item.heading, isClosing: isClosing(index),
            addressees: addressees(before: index), standing: standing,
            line: item.layout.lines.lowerBound)
        if item.opening != nil, let colon = words[index].first(":") { reader.start = colon + 1 }
        if item.heading == nil, let order = structure.orderBehindFunds(index) {
            reader.start = order
        }
        return reader
    }

    private func addressees(before index: Int) -> [Int] {
        guard isClosing(index),
            let last = structure.items[..<index].last(where: {
                $0.heading != nil && $0.kind != .task || $0.isSection && $0.opening != nil
            })?
            .heading
        else { return [] }
        let areGroups = last.units.allSatisfy { unit in
            !UnitWords.bodyNouns.isDisjoint(with: units.units[unit].nouns)
                || units.units[unit].areCommunes
        }
        return areGroups ? last.units : []
    }

    private func isClosing(_ index: Int) -> Bool {
        if words[index].has("trên đây là", at: 0) { return true }
        let openings: [WordPhrase] = ["trong quá trình"] + StructureReader.selves
        return structure.items[index].heading == nil && structure.items[index].layout.label == nil
            && words[index].length(ofFirst: openings, at: 0) != nil
    }

    /// The unit that the plan makes "cơ quan thường trực", the first if several.
    private func standingBody(_ tasks: [Int]) -> Int? {
        for index in tasks {
            guard words[index].has("là cơ quan thường trực", at: 0) else { continue }
            return structure.items[index].heading?.units.first
        }
        return nil
    }

    private mutating func readFields(of index: Int, _ roles: inout TaskRoles) {
        var leads: [Int] = []
        var partners: [Int] = []
        var generic: [String] = []
        var saysLead: String?
        for fieldIndex in structure.items[index].fields {
            guard case .field(let field) = structure.items[fieldIndex].kind,
                field.role == .lead || field.role == .partner
            else { continue }
            let start = words[fieldIndex].index(atOrAfter: field.valueStart)
            let line = structure.items[fieldIndex].layout.lines.lowerBound
            let members = FieldReader.members(words[fieldIndex], from: start, line: line, &units)
            if field.role == .lead {
                leads += members.units
                partners += members.partners
                if words[fieldIndex].first("chủ trì") != nil { saysLead = field.label }
            } else {
                partners += members.units
            }
            generic += members.generic
        }
        if !leads.isEmpty {
            // "Phối hợp với Sở A …" below "Đơn vị chủ trì: Sở B": A works along.
            if roles.cue == "Phối hợp" { roles.partners = roles.leads }
            roles.leads = leads
        }
        for unit in partners where !roles.partners.contains(unit) { roles.partners.append(unit) }
        roles.partners.removeAll(where: roles.leads.contains)
        roles.genericPartners += generic
        if roles.cue == nil, let saysLead {
            roles.cue = "Chủ trì"
            roles.phrase = saysLead
        }
    }

    private func task(_ index: Int, _ roles: TaskRoles) -> TaskReading {
        let item = structure.items[index]
        var task = TaskReading(
            id: item.id, sectionPath: item.path, unitHeading: item.heading?.title,
            text: text(index),
            lineStart: item.layout.lines.lowerBound, lineEnd: item.layout.lines.upperBound)
        task.leadUnits = names(roles.leads)
        task.coordinatingUnits = names(roles.partners)
        task.directedUnits = names(roles.directed)
        task.advises = names(roles.advises)
        task.genericPartners = roles.genericPartners
        task.roleCue = roles.cue
        task.rolePhrase = roles.phrase
        task.fieldLines = lines(of: item.fields)
        task.detailLines = lines(of: item.details)
        readMeasures(index, &task)
        return task
    }

    private func lines(of indices: [Int]) -> [Int]? {
        guard let first = indices.first, let last = indices.last else { return nil }
        return [
            structure.items[first].layout.lines.lowerBound,
            structure.items[last].layout.lines.upperBound,
        ]
    }

    /// Deadlines and numbers, from the text, its details and its fields.
    private func readMeasures(_ place: Int, _ task: inout TaskReading) {
        let item = structure.items[place]
        var products: [Script] = []
        for index in item.fields {
            guard case .field(let field) = structure.items[index].kind else { continue }
            let body = structure.items[index].layout.body
            let value = Script(Array(body.scalars[field.valueStart...]))
            switch field.role {
            case .time:
                let isDue = ["hoàn thành", "thời hạn", "xong"].contains {
                    Script(field.label).first($0) != nil
                }
                task.deadlines += DeadlineReader.read(
                    FieldTimes.value(value, for: words[place]),
                    context: DeadlineContext(.timeField, year: year, isDue: isDue))
            case .product:
                task.product = value.text(0..<value.count)
                products.append(value)
            case .lead, .partner, .place: break
            }
        }
        let own = DeadlineReader.read(
            item.layout.body,
            context: DeadlineContext(
                .task, year: year, issued: head.head.date, onlyYear: head.head.yearOfTitle))
        task.deadlines.insert(
            contentsOf: own.isEmpty ? item.ownTime(words[place]) : own, at: 0)
        for index in item.details {
            task.deadlines += DeadlineReader.read(
                structure.items[index].layout.body,
                context: DeadlineContext(.task, onlyYear: head.head.yearOfTitle))
        }
        task.deadlines += products.flatMap(FieldTimes.cycles)
        let bodies = item.details.map(structure.measured) + products
        for body in [structure.measured(place)] + bodies {
            let measures = TargetReader.read(body, deadlines: task.deadlines)
            task.targets += measures.targets
            task.criteria += measures.criteria
        }
    }

    // MARK: Objectives and other lines

    private mutating func readObjectives() {
        // What stands below "a) Đến hết năm 2026:" is due by then.
        var above: (base: String, date: String?) = ("", nil)
        for item in structure.items {
            if item.kind == .letterHeading {
                let due = DeadlineReader.read(item.layout.body, context: .objective)
                above = (item.idBase, due.count == 1 ? due[0].date : nil)
            }
            guard item.kind == .objective else { continue }
            let lines = item.layout.lines
            let body = item.layout.body
            var objective = PlanObjective(
                sectionPath: item.path, textStart: body.text(0..<min(60, body.count)),
                lineStart: lines.lowerBound, lineEnd: lines.upperBound)
            let deadlines = DeadlineReader.read(body, context: .objective)
            objective.deadlines = deadlines
            var targets = TargetReader.read(body, deadlines: deadlines).targets
            if deadlines.isEmpty, above.base == item.idBase {
                for index in targets.indices where targets[index].per == nil {
                    targets[index].by = above.date
                }
            }
            objective.targets = targets
            reading.objectives.append(objective)
        }
    }

    private mutating func readOtherLines() {
        reading.otherLines = head.otherLines
        for (index, item) in structure.items.enumerated() {
            if let line = otherLine(index, item) { reading.otherLines.append(line) }
        }
    }

    private func otherLine(_ index: Int, _ item: PlanItem) -> OtherLine? {
        func line(_ kind: String) -> OtherLine {
            OtherLine(
                kind: kind, line: item.layout.lines.lowerBound,
                lineEnd: item.layout.lines.upperBound)
        }
        switch item.kind {
        case .heading, .unitHeading, .objective, .task: return nil
        case .letterHeading:
            var other = line("letter_heading")
            other.sectionPath = item.path
            other.label = item.layout.label?.sign
            other.title = text(index)
            let deadlines = DeadlineReader.read(item.layout.body, context: .objective)
            if !deadlines.isEmpty { other.deadlines = deadlines }
            return other
        case .detail:
            var other = line("detail")
            other.task = item.tasks.first.map { structure.items[$0].id }
            return other
        case .field(let field):
            var other = line("field")
            other.label = field.label
            other.value = item.layout.body.text(field.valueStart..<item.layout.body.count)
            other.tasks = item.tasks.map { structure.items[$0].id }
            return other
        case .other(let kind):
            var other = line(kind)
            if kind == "unlabelled_heading" { other.title = text(index) }
            return other
        }
    }

    // MARK: Tables

    private mutating func readTables() {
        guard !tables.lines.isEmpty else { return }
        let sections = structure.items
        let found = tables.read(year: Int(head.head.date?.prefix(4) ?? ""), units: units) { line in
            let above = sections.last { $0.layout.lines.lowerBound < line && !$0.path.isEmpty }
            return TableReader.Place(sectionPath: above?.path ?? "", idPrefix: above?.idBase ?? "")
        }
        reading.tasks = (reading.tasks + found.tasks).sorted { $0.lineStart < $1.lineStart }
        reading.otherLines = (reading.otherLines + found.otherLines).sorted { $0.line < $1.line }
    }

    private mutating func readLeftLines() {
        var claimed = tables.lines
        for line in reading.otherLines { claimed.formUnion(line.line...line.lineEnd) }
        let outside = source.lines.indices.filter { !head.body.contains($0) }
        let left = outside.map { source.lines[$0] }.filter { !claimed.contains($0.number) }
        reading.otherLines += LeftLines.read(left)
        reading.otherLines.sort { $0.line < $1.line }
    }

    // MARK: Facts

    private mutating func readFacts() {
        paragraphs =
            HeadParagraphs.read(lines(0..<head.body.lowerBound), head, .head) + bodyParagraphs()
            + HeadParagraphs.read(
                lines(head.body.upperBound..<source.lines.count), head, .foot)
        reading.references = ReferenceReader.read(
            paragraphs + reading.tasks.flatMap(RowParagraphs.cells), head: head.head)
        let leads = Dictionary(
            reading.tasks.map { ($0.lineStart, $0.leadUnits) },
            uniquingKeysWith: { first, _ in first })
        reading.reports = ReportReader.read(
            paragraphs + reading.tasks.flatMap(RowParagraphs.reports), issuer: head.head.issuer,
            units: units, leads: leads,
            onlyYear: head.head.yearOfTitle)
        let text = JoinedText(source.lines)
        reading.abbreviations = AbbreviationReader.read(text)
        reading.repairs = RepairReader.read(text)
        let named = units.units.map {
            UnitMention(canonical: $0.canonical, aliases: $0.aliases, firstLine: $0.firstLine)
        }
        reading.units = tables.mentions(beside: named, units: units)
    }

    private func lines(_ range: Range<Int>) -> [SourceLine] {
        source.lines[range].filter { !tables.lines.contains($0.number) }
    }

    private func bodyParagraphs() -> [Paragraph] {
        structure.items.enumerated().map { index, item in
            let role: Paragraph.Role =
                switch item.kind {
                case .heading, .letterHeading: .heading
                case .unitHeading: .unitHeading
                case .objective: .objective
                case .task: .task
                case .other("closing"): .closing
                case .field, .detail, .other: .other
                }
            return Paragraph(
                role: role, label: item.layout.label?.sign, body: item.layout.body,
                lines: item.layout.lines, sectionPath: item.path,
                unitHeading: item.heading.map { heading in
                    UnitHeading(
                        sectionPath: heading.path, label: heading.label, title: heading.title,
                        line: structure.items[heading.item].layout.lines.lowerBound,
                        units: names(heading.units))
                }, lineStarts: item.layout.lineStarts)
        }
    }
}
