import Domain

/// One row of a table of assignments, its cells told apart.
struct ScheduleRow: Sendable, Equatable {
    /// The printed number or letter.
    let number: String
    let content: String
    let time: String
    let product: String
    let leads: [String]
    let partners: [String]
    let monitors: [String]

    init(_ row: ScheduleGrid.Row, in grid: ScheduleGrid) {
        let columns = grid.columns
        var number = columns.text(.number, in: row.cells)
        while let last = number.last, ".)".contains(last) { number.removeLast() }
        self.number = number
        content = Self.joined(columns.text(.content, in: row.cells))
        time = Self.joined(columns.text(.time, in: row.cells))
        product = Self.joined(columns.text(.product, in: row.cells))
        let lead = UnitCell(columns.text(.lead, in: row.cells), isPartners: false)
        // One cell over both columns names the leads.
        let partnerText = columns.text(.partners, in: row.cells)
        let isCovered = !partnerText.isEmpty && partnerText == columns.text(.lead, in: row.cells)
        let partner = UnitCell(isCovered ? "" : partnerText, isPartners: true)
        leads = lead.leads + partner.leads
        partners = lead.partners + partner.partners
        monitors = UnitCell(columns.text(.monitor, in: row.cells), isPartners: false).leads
    }

    /// One space where the cell had several, or had paragraphs.
    private static func joined(_ cell: String) -> String {
        let words = cell.replacing(" / ", with: " ").split(whereSeparator: \.isWhitespace)
        return words.joined(separator: " ")
    }
}

/// The rows of one table as tasks.
struct ScheduleRows {
    let grid: ScheduleGrid
    let table: Int
    let place: TableReader.Place
    let year: Int?

    func read(units: ScheduleUnits, into reading: inout TableReader.Reading) {
        var section: (label: String, title: String)?
        var used: Set<String> = []
        var above: ScheduleRow?
        let numbered = numbersRepeat
        for row in grid.rows {
            let cells = ScheduleRow(row, in: grid)
            if row.isSection {
                section = (cells.number, cells.content)
                reading.otherLines.append(heading(row, cells))
                above = nil
                continue
            }
            let goesOn = above.map { $0.number == cells.number && $0.content == cells.content }
            var id = place.idPrefix
            if !id.hasSuffix(".t") { id += "." }
            if numbered, let label = section?.label, !label.isEmpty { id += label + "." }
            id += cells.number.isEmpty ? "\(reading.tasks.count + 1)" : cells.number
            var unique = id
            var count = 1
            while !used.insert(unique).inserted {
                count += 1
                unique = "\(id).\(count)"
            }
            var task = task(row, cells, id: unique, units: units)
            task.row = goesOn == true ? nil : Int(cells.number)
            task.tableSection = section?.title
            reading.tasks.append(task)
            above = cells
        }
    }

    /// Whether the numbers start again below each heading.
    private var numbersRepeat: Bool {
        var seen: Set<String> = []
        var above: (String, String)?
        for row in grid.rows where !row.isSection {
            let cells = ScheduleRow(row, in: grid)
            let isSame = above.map { $0 == (cells.number, cells.content) } ?? false
            if !cells.number.isEmpty, !isSame, !seen.insert(cells.number).inserted { return true }
            above = (cells.number, cells.content)
        }
        return false
    }

    private func heading(_ row: ScheduleGrid.Row, _ cells: ScheduleRow) -> OtherLine {
        var line = OtherLine(
            kind: "table_section", line: row.lines.lowerBound, lineEnd: row.lines.upperBound)
        line.sectionPath = place.sectionPath
        line.label = cells.number.isEmpty ? nil : cells.number
        line.title = cells.content.isEmpty ? cells.number : cells.content
        return line
    }

    private func task(
        _ row: ScheduleGrid.Row, _ cells: ScheduleRow, id: String, units: ScheduleUnits
    ) -> TaskReading {
        var task = TaskReading(
            id: id, sectionPath: place.sectionPath, unitHeading: nil, text: cells.content,
            lineStart: row.lines.lowerBound, lineEnd: row.lines.upperBound)
        task.leadUnits = distinct(units.canonical(cells.leads))
        let generic = cells.partners.filter(UnitCell.isGeneric)
        task.genericPartners = distinct(generic)
        task.coordinatingUnits = distinct(
            units.canonical(cells.partners.filter { !generic.contains($0) }))
        task.monitors = cells.monitors.isEmpty ? nil : distinct(cells.monitors.map(units.canonical))
        task.product = cells.product.isEmpty ? nil : cells.product
        task.table = table
        task.deadlines = deadlines(cells)
        // "Sản phẩm: 100% hồ sơ được số hóa": the product says how much, too.
        for text in [cells.content, cells.product] where !text.isEmpty {
            let facts = TargetReader.read(Script(text), deadlines: task.deadlines)
            for target in facts.targets where !task.targets.contains(where: { $0.says(target) }) {
                task.targets.append(target)
            }
            task.criteria += facts.criteria
        }
        return task
    }

    /// What the time cell says, its words whole, and the cycles of the content that it does not say;
    /// without a time cell, all that the content says.
    private func deadlines(_ cells: ScheduleRow) -> [Deadline] {
        let own = DeadlineReader.read(Script(cells.content), context: .task)
        guard !cells.time.isEmpty else { return own }
        let found = timed(cells)
        // "… rà soát hằng tuần", beside "Thường xuyên": both; "định kỳ" says no more than a time does.
        return found
            + own.filter { cycle in
                cycle.type == .recurring && cycle.date == nil && cycle.recurrence != .unspecified
                    && !found.contains { $0.recurrence == cycle.recurrence }
            }
    }

    private func timed(_ cells: ScheduleRow) -> [Deadline] {
        let found = DeadlineReader.read(
            Script(cells.time),
            context: DeadlineContext(.timeField, year: headYear ?? year, isDue: isDueHead))
        // A time that no date bounds ("Theo kế hoạch của tỉnh") is bounded by that event.
        guard !found.isEmpty else {
            // "Theo quy định" names nothing that happens.
            let isPlain = Script(cells.time).hasWord("theo quy định", at: 0)
            return isPlain ? [] : [Deadline(text: cells.time, type: .event, date: nil)]
        }
        return found.map { deadline in
            var deadline = deadline
            deadline.text = cells.time
            return deadline
        }
    }

    /// "Thời gian hoàn thành": a day in the cell is the last one.
    private var isDueHead: Bool {
        guard let head = grid.columns.timeHead.map({ Script($0) }) else { return false }
        return head.first(ofAny: ["hoàn thành", "thời hạn"], in: 0..<head.count) != nil
    }

    /// "Thời gian thực hiện năm 2026".
    private var headYear: Int? {
        let digits = grid.columns.timeHead?.split { !$0.isNumber }.compactMap { Int($0) } ?? []
        return digits.first { (2000...2100).contains($0) }
    }

    private func distinct(_ names: [String]) -> [String] {
        var seen: Set<String> = []
        return names.filter { seen.insert($0).inserted }
    }
}

extension TargetReading {
    /// Whether another cell of the row says the same number again.
    fileprivate func says(_ other: TargetReading) -> Bool {
        min == other.min && max == other.max && unit == other.unit && per == other.per
            && metric == other.metric
    }
}
