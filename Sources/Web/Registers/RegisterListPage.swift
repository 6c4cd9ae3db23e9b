import Domain
import Storage

/// What the address of a register's list asks for.
struct RegisterQuestions: Sendable {
    let words: String
    /// Values by the key of the filtered field; empty values are not there.
    let values: [String: String]
    /// Keys that the address narrows by, and no control of the list.
    let owners: [String]
    /// Only those with a gap of a kind.
    let gap: RecordGap.Kind?
    let filter: RecordFilter

    init(_ visit: Visit, _ register: RegisterDescription) {
        words = visit.query("q")
        var values: [String: String] = [:]
        var conditions: [Condition] = []
        // Also the records of one owner, as its page asks for them.
        let owners = register.fields.filter(\.isReference).map(\.key)
        for key in Set(register.filters + owners) {
            let value = visit.query(key)
            guard !value.isEmpty, case .success(let cell)? = register.field(key)?.read(value) else {
                continue
            }
            values[key] = value
            conditions.append(.equals(key, cell))
        }
        gap = RecordGap.Kind(rawValue: visit.query(Self.gapKey))
        var filter = RecordFilter()
        filter.gap = gap
        filter.words = words
        filter.condition = .all(conditions)
        let after = visit.query("after")
        filter.after = after.isEmpty ? nil : after
        self.values = values
        self.owners = Set(owners).subtracting(register.filters).filter { values[$0] != nil }
            .sorted()
        self.filter = filter
    }

    private static let gapKey = "gap"

    var isNarrowed: Bool { !words.isEmpty || !values.isEmpty || gap != nil }

    /// Keeps to the records with that gap, of that owner, when the list is narrowed further.
    var hidden: HTML {
        let pairs = [(Self.gapKey, gap?.rawValue)] + owners.map { ($0, values[$0]) }
        let inputs: [HTML] = pairs.compactMap { key, value in
            value.map { "<input type=\"hidden\" name=\"\(key)\" value=\"\($0)\">" }
        }
        return "\(inputs)"
    }

    /// All records of the register, or those with a gap of a kind.
    static func path(_ register: RegisterDescription, _ gap: RecordGap.Kind? = nil) -> String {
        Address.with("/registers/\(register.name)", [(gapKey, gap?.rawValue)])
    }

    func address(
        _ register: RegisterDescription, path: String? = nil, after: String? = nil
    ) -> String {
        Address.with(
            path ?? "/registers/\(register.name)",
            [("q", words), (Self.gapKey, gap?.rawValue)]
                + (register.filters + owners).map { ($0, values[$0]) } + [("after", after)])
    }
}

/// The list of a register with its filters.
struct RegisterListPage: Sendable {
    let register: RegisterDescription
    let questions: RegisterQuestions
    let page: RecordPage
    let units: [Storage.Unit]
    let names: CellNames
    let counts: RecordCounts
    /// What the records of the page lack, by identifier, where the list is of those that do.
    let lacks: [String: [RecordGap]]
    /// Of records that look like one.
    let pairs: BoundedCount
    let mayAdd: Bool
    /// What the register's own verbs offer.
    let tools: HTML?
    let note: HTML?
    let viewer: Viewer?

    var html: HTML {
        let add: HTML? =
            mayAdd
            ? "<a class=\"button\" href=\"/registers/\(register.name)/new\">Thêm \(register.singular)</a>"
            : nil
        let bring: HTML? =
            mayAdd
            ? "<a class=\"button button--quiet\" href=\"/registers/\(register.name)/imports\">Nhập từ bảng tính</a>"
            : nil
        return """
            <p class="crumb"><a href="/registers">← Sổ</a></p>
            <div class="row"><h1>\(register.title)</h1><span class="push row">\(tools)\(bring)\(add)</span></div>
            \(ownerLine)
            <p class="lede">\(total) \(register.singular)\(questions.isNarrowed ? " khớp" : "").</p>
            \(note)
            \(tabs)
            \(filters)
            \(table)
            \(Pagination.nav(
                first: questions.filter.after == nil ? nil : questions.address(register),
                next: page.next.map { questions.address(register, after: $0) }))
            \(exports)
            """
    }

    /// The tallies know how long the whole register is, however long.
    private var total: String {
        page.total.isMore && !questions.isNarrowed && counts.all > page.total.count
            ? counts.all.vietnamese : page.total.vietnamese
    }

    /// Of whom the records are, when the address says.
    private var ownerLine: HTML? {
        let parts: [HTML] = questions.owners.compactMap { key in
            guard let field = register.field(key), let id = questions.values[key] else {
                return nil
            }
            let name = names[id]?.full ?? "–"
            guard case .record(let target) = field.control else { return "\(field.label): \(name)" }
            return "\(field.label): <a href=\"/registers/\(target)/\(id)\">\(name)</a>"
        }
        return parts.isEmpty ? nil : "<p>\(parts)</p>"
    }

    /// What the list shows, to take away.
    private var exports: HTML? {
        guard page.total.count > 0 else { return nil }
        let formats = RegisterImportPages.Format.allCases.filter {
            $0 != .geojson || register.isMapped
        }
        let links: [HTML] = formats.enumerated().map { index, format in
            let path = questions.address(
                register, path: "/registers/\(register.name)/export/\(format.rawValue)")
            return "\(index == 0 ? "" : " · ")<a href=\"\(path)\">\(format.title)</a>"
        }
        return """
            <p class="small no-print">Tải \(questions.isNarrowed ? "các mục này" : "cả sổ"): \(links)</p>
            """
    }

    private var tabs: HTML {
        let lacking = RecordGap.Kind.allCases.filter { counts[$0] > 0 || questions.gap == $0 }
        let all = Tabs.Item(
            "Tất cả", path: RegisterQuestions.path(register), count: counts.all,
            isCurrent: questions.gap == nil)
        return Tabs.nav(
            "Phần của sổ",
            [all]
                + lacking.map { gap in
                    .init(
                        gap.lack, path: RegisterQuestions.path(register, gap), count: counts[gap],
                        isCurrent: questions.gap == gap)
                } + [.init("Có thể trùng", path: DuplicatePages.path(register), count: pairs.count)]
        )
    }

    private var filters: HTML {
        let controls: [HTML] = register.filters.compactMap { key in
            guard let field = register.field(key) else { return nil }
            return FilterBar.choice(
                key, field.label, options(of: field), value: questions.values[key] ?? "")
        }
        return FilterBar.form(
            "/registers/\(register.name)", isActive: questions.isNarrowed,
            ["\(questions.hidden)"] + [
                FilterBar.search("q", "Tìm theo tên, địa chỉ", value: questions.words)
            ] + controls)
    }

    private func options(of field: any FieldDescription) -> [(value: String, label: String)] {
        switch field.control {
        case .choice(let choices): choices.map { ($0.value, $0.title) }
        case .flag: [("1", "Có"), ("0", "Không")]
        case .unit(let isGroup):
            units.filter { $0.kind != .set && (!isGroup || $0.kind == .group) }
                .map { ($0.id, $0.shortName) }
        case .line, .lines, .integer, .real, .day, .moment, .record, .shape: []
        }
    }

    /// Offered while a register of rules is empty.
    private var shipped: HTML? {
        guard mayAdd, counts.all == 0, ShippedRules.isShipped(register) else { return nil }
        return """
            <form method="post" action="/registers/\(register.name)/rules">\(Fields.token(viewer))
            <p>Phần mềm có sẵn các quy định đã biết, kèm nguồn, chưa ai đối chiếu với văn bản gốc.</p>
            <button class="button" type="submit">Nạp các quy định có sẵn</button></form>
            """
    }

    private var table: HTML {
        guard !page.records.isEmpty else {
            return questions.isNarrowed
                ? EmptyState.block("Không có mục nào khớp.", advice: "Hãy bớt từ tìm hoặc bỏ lọc.")
                : "\(EmptyState.block("Sổ chưa có mục nào."))\(shipped)"
        }
        let fields = register.columns.compactMap(register.field)
        let columns =
            fields.map { field in
                DataTable.Column(field.label, isNumber: RecordWords.isNumber(field))
            } + (questions.gap == nil ? [] : [.init("Cần làm")])
        let rows: [[HTML]] = page.records.map { record in
            let lack: [HTML] = questions.gap == nil ? [] : [lack(of: record)]
            return fields.enumerated().map { index, field in
                let words = names.shown(record.cells[field.key] ?? .empty, field)
                return index == 0
                    ? "<a href=\"/registers/\(register.name)/\(record.id)\">\(words)</a>"
                    : "\(words)"
            } + lack
        }
        let order =
            switch page.order {
            case .byName: "theo tên"
            case .latestFirst: "mới nhất trước"
            case .entered: "theo thứ tự ghi vào sổ; thêm từ tìm để xếp theo tên"
            }
        return Panel.section(
            "Danh sách", note: order, isPadded: false,
            DataTable.cards(register.title, columns, rows))
    }
}

extension RegisterListPage {
    /// What is to be done about a record of a list of those that lack something.
    private func lack(of record: Record) -> HTML {
        let gaps = (lacks[record.id] ?? []).filter { $0.kind == questions.gap }
        let sentences = RecordGap.told(gaps, in: register).map(\.sentence)
        return "\(sentences.joined(separator: " "))"
    }
}

/// How cells stand in tables.
enum RecordWords {
    static func isNumber(_ field: any FieldDescription) -> Bool {
        switch field.control {
        case .integer, .real, .day, .moment: true
        case .line, .lines, .flag, .choice, .unit, .record, .shape: false
        }
    }
}
