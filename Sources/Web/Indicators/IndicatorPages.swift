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

    /// `GET /indicators/{indicator}/records?part=counted|others&list=&group=&after=`
    @Sendable static func records(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        guard let indicator = Indicators.named(visit.parameter("indicator")) else {
            throw Problem(.notFound, "Không có chỉ số này.")
        }
        let isCounted = visit.query("part") != IndicatorWords.others
        let (after, list) = (visit.query("after"), visit.query("list"))
        let group = visit.query("group")
        let page = try await visit.site.database.read { tx in
            let baseline =
                list.isEmpty ? nil : try tx.baseline(list, of: indicator, for: officer)
            // A frozen list is of the whole ward.
            let groups =
                list.isEmpty ? try tx.figuresByGroup(of: indicator, ward: officer.ward) : []
            let one = groups.first { !group.isEmpty && $0.unit?.id == group }
            if !group.isEmpty, one == nil {
                throw Problem(.notFound, "Không có tổ dân phố này.")
            }
            return IndicatorRecordsPage(
                indicator: indicator, isCounted: isCounted, isFirst: after.isEmpty,
                list: baseline, group: one?.unit, groups: one == nil ? groups : [],
                officer: officer,
                figure: try one?.figure
                    ?? baseline.map { try tx.figure(of: indicator, on: $0, ward: officer.ward) }
                    ?? tx.figure(of: indicator, ward: officer.ward),
                found: try tx.records(
                    of: indicator, counted: isCounted, on: baseline, group: one?.unit?.id,
                    for: officer, after: after.isEmpty ? nil : after))
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
