import Domain
import Hummingbird
import Storage

/// What the registers say by themselves, and the records behind each figure.
enum IndicatorPages {
    static let routes: [Route] = [
        .get("/indicators", .permission(.readAll), list),
        .get("/indicators/{indicator}/records", .signedIn, records),
    ]

    /// `GET /indicators`
    @Sendable static func list(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let rows = try await visit.site.database.read { tx in
            let months = try tx.months(of: Indicators.all.map(\.key), ward: officer.ward)
            return try Indicators.all.map { indicator in
                IndicatorListPage.Row(
                    indicator: indicator,
                    figure: try tx.figure(of: indicator, ward: officer.ward),
                    months: months[indicator.key] ?? [])
            }
        }
        return visit.page("Chỉ số từ sổ", at: .registers, IndicatorListPage(rows: rows).html)
    }

    /// `GET /indicators/{indicator}/records?part=counted|others&list=&after=`
    @Sendable static func records(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        guard let indicator = Indicators.named(visit.parameter("indicator")) else {
            throw Problem(.notFound, "Không có chỉ số này.")
        }
        let isCounted = visit.query("part") != IndicatorWords.others
        let (after, list) = (visit.query("after"), visit.query("list"))
        let page = try await visit.site.database.read { tx in
            let baseline =
                list.isEmpty ? nil : try tx.baseline(list, of: indicator, for: officer)
            return IndicatorRecordsPage(
                indicator: indicator, isCounted: isCounted, isFirst: after.isEmpty,
                list: baseline,
                figure: try baseline.map {
                    try tx.figure(of: indicator, on: $0, ward: officer.ward)
                } ?? tx.figure(of: indicator, ward: officer.ward),
                found: try tx.records(
                    of: indicator, counted: isCounted, on: baseline, for: officer,
                    after: after.isEmpty ? nil : after))
        }
        return visit.page(indicator.title, at: .registers, page.html)
    }
}

struct IndicatorListPage: Sendable {
    struct Row: Sendable {
        let indicator: Indicator
        let figure: IndicatorFigure
        let months: [IndicatorFigure]
    }

    let rows: [Row]

    var html: HTML {
        let lines: [[HTML]] = rows.map { row in
            [
                "\(row.indicator.title)<span class=\"table__more\">\(row.indicator.explanation) \(row.indicator.keeper) trả lời về số này.</span>",
                "<strong>\(IndicatorWords.value(row.figure))</strong>",
                IndicatorWords.behind(row.indicator, row.figure),
                IndicatorWords.course(row.months, row.figure),
            ]
        }
        return """
            <h1>Chỉ số từ sổ</h1>
            <p class="lede">Tính lại mỗi lần mở trang, từ các mục đang có trong sổ; không ai ghi tay. \
            Chỉ tiêu của kế hoạch chọn một chỉ số ở trang của chỉ tiêu.</p>
            \(Panel.section(
                "Hôm nay", isPadded: false,
                DataTable.cards(
                    "Chỉ số",
                    [
                        .init("Chỉ số"), .init("Giá trị", isNumber: true), .init("Các mục"),
                        .init("12 tháng qua"),
                    ], lines)))
            """
    }
}

struct IndicatorRecordsPage: Sendable {
    let indicator: Indicator
    let isCounted: Bool
    let isFirst: Bool
    /// The frozen list of which the records are; nil: of what the register holds.
    let list: TargetBaseline?
    let figure: IndicatorFigure
    let found: IndicatorRecords

    private var register: RegisterDescription { indicator.set.register }

    var html: HTML {
        let path = IndicatorWords.path(
            indicator, isCounted ? IndicatorWords.counted : IndicatorWords.others, list)
        let frozen: HTML? = list.map {
            "<p>Trong danh sách chốt ngày \($0.day.vietnamese), theo \($0.basis).</p>"
        }
        let next = found.next.map { Address.with(path, [("after", $0)]) }
        return """
            <p class="crumb"><a href="/registers/\(register.name)">← \(register.title)</a></p>
            <h1>\(indicator.title)</h1>
            <p class="lede">\(IndicatorWords.value(figure)): \(IndicatorWords.behind(indicator, figure, list)). \
            \(indicator.explanation)</p>
            \(frozen)
            \(tabs)
            \(table)
            \(Pagination.nav(first: isFirst ? nil : path, next: next))
            """
    }

    private var tabs: HTML? {
        guard let whole = figure.whole else { return nil }
        // A sum is no number of records.
        let isSum = if case .shareOfSum = indicator.measure { true } else { false }
        return Tabs.nav(
            "Các mục của chỉ số",
            [
                .init(
                    "Được tính", path: IndicatorWords.path(indicator, IndicatorWords.counted, list),
                    count: isSum ? nil : Int(figure.counted), isCurrent: isCounted),
                .init(
                    "Chưa được tính",
                    path: IndicatorWords.path(indicator, IndicatorWords.others, list),
                    count: isSum ? nil : Int(whole - figure.counted), isCurrent: !isCounted),
            ])
    }

    private var table: HTML {
        if found.records.isEmpty {
            return EmptyState.block(
                "Không có mục nào mà bạn được xem. Con số ở trên tính trên cả phường.")
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
