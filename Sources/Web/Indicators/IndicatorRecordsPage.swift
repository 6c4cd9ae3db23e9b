import Domain
import Storage

struct IndicatorRecordsPage: Sendable {
    let indicator: Indicator
    let isCounted: Bool
    let isFirst: Bool
    /// The frozen list of which the records are; nil: of what the register holds.
    let list: TargetBaseline?
    /// The residential group to which they belong; nil: of the whole ward.
    let group: Storage.Unit?
    /// Of the whole ward: what each of its groups adds.
    let groups: [GroupFigure]
    let officer: Officer
    let figure: IndicatorFigure
    let found: IndicatorRecords

    private var register: RegisterDescription { indicator.set.register }

    var html: HTML {
        let path = path(isCounted ? IndicatorWords.counted : IndicatorWords.others)
        let frozen: HTML? = list.map {
            "<p>Trong danh sách chốt ngày \($0.day.vietnamese), theo \($0.basis).</p>"
        }
        let next = found.next.map { Address.with(path, [("after", $0)]) }
        return """
            \(crumb)
            <h1>\(indicator.title)</h1>
            <p class="lede">\(group.map { "\($0.name): " })\(IndicatorWords.value(figure)): \
            \(IndicatorWords.behind(indicator, figure, list, group: group?.id)). \
            \(indicator.explanation)</p>
            \(frozen)
            \(tabs)
            \(table)
            \(Pagination.nav(first: isFirst ? nil : path, next: next))
            \(isFirst ? byGroup : nil)
            """
    }

    private func path(_ part: String) -> String {
        IndicatorWords.path(indicator, part, list, group: group?.id)
    }

    private var crumb: HTML {
        guard group != nil else {
            return
                "<p class=\"crumb\"><a href=\"/registers/\(register.name)\">← \(register.title)</a></p>"
        }
        let whole = IndicatorWords.path(
            indicator, isCounted ? IndicatorWords.counted : IndicatorWords.others)
        return "<p class=\"crumb\"><a href=\"\(whole)\">← Cả phường</a></p>"
    }

    /// How the ward's figure comes together from its residential groups.
    private var byGroup: HTML? {
        guard groups.contains(where: { $0.unit != nil }) else { return nil }
        let rows: [[HTML]] = groups.map { line in
            let figure = line.figure
            // Of another group its head may open nothing.
            guard let unit = line.unit,
                officer.role != .groupHead || officer.unit == unit.id
            else {
                let amount = figure.whole.map { " trên \(PlanWords.number($0))" } ?? ""
                return [
                    "\(line.unit?.name ?? "Chưa ghi tổ dân phố")",
                    "\(IndicatorWords.value(figure))",
                    "\(PlanWords.number(figure.counted))\(amount)",
                ]
            }
            return [
                "\(unit.name)", "\(IndicatorWords.value(figure))",
                IndicatorWords.behind(indicator, figure, group: unit.id),
            ]
        }
        let whole: [HTML] = [
            "<strong>Cả phường</strong>", "<strong>\(IndicatorWords.value(figure))</strong>",
            IndicatorWords.behind(indicator, figure),
        ]
        return Panel.section(
            "Theo tổ dân phố", isPadded: false,
            DataTable.cards(
                "Theo tổ dân phố",
                [.init("Tổ dân phố"), .init("Giá trị", isNumber: true), .init("Các mục")],
                rows + [whole]))
    }

    private var tabs: HTML? {
        guard let whole = figure.whole else { return nil }
        // A sum is no number of records.
        let isSum = if case .shareOfSum = indicator.measure { true } else { false }
        return Tabs.nav(
            "Các mục của chỉ số",
            [
                .init(
                    "Được tính", path: path(IndicatorWords.counted),
                    count: isSum ? nil : Int(figure.counted), isCurrent: isCounted),
                .init(
                    "Chưa được tính", path: path(IndicatorWords.others),
                    count: isSum ? nil : Int(whole - figure.counted), isCurrent: !isCounted),
            ])
    }

    private var table: HTML {
        if found.records.isEmpty {
            return EmptyState.block(
                group == nil
                    ? "Không có mục nào mà bạn được xem. Con số ở trên tính trên cả phường."
                    : "Không có mục nào mà bạn được xem.")
        }
        let columns = register.columns.compactMap { register.field($0) }.filter { !$0.isReference }
        let rows: [[HTML]] = found.records.map { record in
            let name = register.label(of: record.cells)
            let title = name.isEmpty ? register.singular : name
            return ["<a href=\"/registers/\(register.name)/\(record.id)\">\(title)</a>"]
                + columns.dropFirst(min(1, columns.count)).map { field in
                    let cell = record.cells[field.key] ?? .empty
                    return cell.isEmpty ? "" : "\(field.shown(cell))"
                }
        }
        let heads =
            [
                DataTable.Column(
                    register.singular.prefix(1).uppercased() + register.singular.dropFirst())
            ]
            + columns.dropFirst(min(1, columns.count)).map { DataTable.Column($0.label) }
        return Panel.section(
            isCounted ? "Được tính" : "Chưa được tính", isPadded: false,
            DataTable.cards("Các mục", heads, rows))
    }
}
