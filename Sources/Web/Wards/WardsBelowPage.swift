import Domain
import Storage

/// All wards of a place: who is missing and who is silent first, then what the others say.
struct WardsBelowPage: Sendable {
    let place: ReportingWard
    let found: FiguresBelow
    /// Of which the branches are compared.
    let indicator: Indicator
    /// Code of the place, if it is not the asking person's own.
    let branch: String?
    let today: Day

    private static let namesShown = 40

    private var missing: [WardStanding] { found.wards.filter { !$0.hasBegun } }
    private var begun: [WardStanding] { found.wards.filter(\.hasBegun) }
    private var silent: [WardStanding] { begun.filter { $0.isSilent(on: today) } }
    private var path: String { branch.map { "/wards/\($0)" } ?? "/wards" }

    var html: HTML {
        guard !found.wards.isEmpty else {
            return """
                <h1>Các địa phương</h1>
                \(EmptyState.block(
                    "Không có địa phương nào báo cáo lên \(place.kind) \(place.name).",
                    advice: "Người quản trị máy chủ đặt bằng lệnh canhlua ward place."))
                """
        }
        return """
            <p class="crumb no-print">\(branch == nil ? "<a href=\"/overview\">← Toàn cảnh</a>" : "<a href=\"/wards\">← Các địa phương</a>" as HTML)</p>
            <h1>Các địa phương của \(place.kind) \(place.name)</h1>
            <p class="lede">\(sentence)</p>
            \(Chart.fills)
            \(facts)
            \(names("Chưa có số liệu", missing, "không tính vào số nào bên dưới, không phải là số 0"))
            \(names("Có số liệu nhưng đã im lặng", silent, "hơn \(WardStanding.quietDaysMax) ngày không ai ghi gì"))
            \(indicatorPanel)
            \(comparison)
            \(wardPanel)
            """
    }

    private var sentence: HTML {
        """
        Ngày \(today.vietnamese): <strong>\(WardWords.of(begun.count, found.wards.count)) địa phương có số liệu</strong>, \
        \(WardWords.of(begun.count - silent.count, found.wards.count)) còn ghi chép trong \
        \(WardStanding.quietDaysMax) ngày qua. Số là của lần tính gần nhất trong ngày của từng nơi.
        """
    }

    private var facts: HTML {
        let overdue = begun.filter { $0.overdueReports > 0 }.count
        return Facts.row([
            Facts.Fact(
                WardWords.of(begun.count, found.wards.count), "có số liệu",
                tone: missing.isEmpty ? .good : .warn),
            Facts.Fact("\(missing.count.vietnamese)", "chưa có số liệu"),
            Facts.Fact(
                "\(silent.count.vietnamese)", "im lặng quá \(WardStanding.quietDaysMax) ngày",
                tone: silent.isEmpty ? .plain : .warn),
            Facts.Fact("\(overdue.vietnamese)", "nơi có báo cáo quá hạn"),
        ])
    }

    /// Every missing ward has a name.
    private func names(_ title: String, _ wards: [WardStanding], _ note: String) -> HTML? {
        guard !wards.isEmpty else { return nil }
        let shown = wards.prefix(Self.namesShown).map(\.ward.title).joined(separator: "; ")
        let rest = wards.dropFirst(Self.namesShown)
        let more: HTML? =
            rest.isEmpty
            ? nil
            : """
            <details class="act"><summary>và \(rest.count.vietnamese) nơi nữa</summary>\
            <p>\(rest.map(\.ward.title).joined(separator: "; "))</p></details>
            """
        return Panel.section(
            title, note: "\(wards.count.vietnamese) nơi, \(note)", "<p>\(shown)</p>\(more)")
    }

    // MARK: Figures

    private func total(_ indicator: Indicator) -> (wards: Int, figure: IndicatorFigure)? {
        let parts = found.figures.filter { $0.indicator == indicator.key }
        guard let first = parts.first else { return nil }
        let counted = parts.reduce(0) { $0 + $1.figure.counted }
        let whole =
            first.figure.whole == nil ? nil : parts.reduce(0) { $0 + ($1.figure.whole ?? 0) }
        return (
            parts.reduce(0) { $0 + $1.wards },
            IndicatorFigure(
                day: parts.map(\.figure.day).min() ?? today, counted: counted, whole: whole)
        )
    }

    private var indicatorPanel: HTML {
        let rows: [[HTML]] = Indicators.all.map { indicator in
            let link: HTML =
                "<a href=\"\(Address.with(path, [("indicator", indicator.key)]))#compare\">\(indicator.title)</a>"
            guard let (wards, figure) = total(indicator) else {
                return [
                    link, Tag.state("Chưa nơi nào có", .plain), "–",
                    "0 trên \(found.wards.count.vietnamese)", "–",
                ]
            }
            return [
                link, "<strong>\(IndicatorWords.value(figure))</strong>",
                "\(figure.whole == nil ? PlanWords.number(figure.counted) : IndicatorWords.plain(figure))",
                "\(WardWords.of(wards, found.wards.count))", "\(figure.day.vietnamese)",
            ]
        }
        return Panel.section(
            "Chỉ số", note: "cộng các nơi có số liệu", isPadded: false,
            DataTable.cards(
                "Chỉ số",
                [
                    .init("Chỉ số"), .init("Giá trị", isNumber: true), .init("Gồm", isNumber: true),
                    .init("Nơi có số liệu", isNumber: true), .init("Tính từ ngày", isNumber: true),
                ], rows))
    }

    /// Places directly below, by one indicator; those without it are named, not drawn.
    private var comparison: HTML {
        let titles = Dictionary(
            found.branches.map { ($0.code, $0.title) }
                + found.wards.filter { $0.ward.code == $0.ward.branch }.map {
                    ($0.ward.code, $0.ward.title)
                }, uniquingKeysWith: { one, _ in one })
        let figures = found.figures.filter { $0.indicator == indicator.key }
        let byBranch = Dictionary(
            figures.map { ($0.branch, $0) }, uniquingKeysWith: { one, _ in one })
        let isShare = indicator.part != nil
        let rows = byBranch.values.compactMap { figure in
            figure.figure.value.map {
                Chart.Bars.Row(
                    titles[figure.branch] ?? figure.branch, path: "/wards/\(figure.branch)", [$0])
            }
        }.sorted { a, b in
            // The worst first, whichever way that is.
            let isWorse =
                indicator.isBetterLow ? a.values[0] > b.values[0] : a.values[0] < b.values[0]
            return a.values[0] == b.values[0] ? a.name < b.name : isWorse
        }
        let lacking = titles.filter { byBranch[$0.key] == nil }.values.sorted()
        let without: HTML? =
            lacking.isEmpty
            ? nil
            : """
            <p class="small">\(lacking.count.vietnamese) nơi chưa có gì để tính: \
            \(lacking.prefix(Self.namesShown).joined(separator: "; "))\
            \(lacking.count > Self.namesShown ? "; …" : "").</p>
            """
        let bars = Chart.Bars(
            title: indicator.title, head: "Địa phương", series: [Chart.Series("Đạt", .hatched)],
            rows: rows, whole: isShare ? 100 : nil,
            shown: { isShare ? "\(PlanWords.number($0))%" : PlanWords.number($0) }
        ).html
        return Panel.section(
            "So sánh", note: indicator.isBetterLow ? "cao nhất trước" : "thấp nhất trước",
            id: "compare",
            rows.isEmpty
                ? EmptyState.block("Chưa nơi nào có số liệu của chỉ số này.") : "\(bars)\(without)")
    }

    // MARK: Wards

    /// The places directly below: wards one by one, branches with how many of theirs are whole.
    private var wardPanel: HTML {
        let byBranch = Dictionary(grouping: found.wards, by: \.ward.branch)
        let shares = Indicators.all.count
        let counts = Dictionary(grouping: found.figures, by: \.branch).mapValues(\.count)
        let branches: [[HTML]] = found.branches.map { branch in
            let wards = byBranch[branch.code] ?? []
            let begun = wards.filter(\.hasBegun)
            return [
                "<a href=\"/wards/\(branch.code)\">\(branch.title)</a>",
                "\(WardWords.of(begun.count, wards.count)) nơi",
                "\(begun.filter { !$0.isSilent(on: today) }.count.vietnamese) nơi còn ghi",
                "\(wards.reduce(0) { $0 + $1.overdueReports }.vietnamese)",
            ]
        }
        let own = found.wards.filter { $0.ward.code == $0.ward.branch }.sorted {
            ($0.hasBegun ? 1 : 0, $0.lastAct?.number ?? 0, $0.ward.name)
                < ($1.hasBegun ? 1 : 0, $1.lastAct?.number ?? 0, $1.ward.name)
        }
        let wards: [[HTML]] = own.map { standing in
            let code = standing.ward.code
            return [
                "<a href=\"/wards/\(code)\">\(standing.ward.title)</a>",
                standing.hasBegun
                    ? "\(WardWords.of(counts[code] ?? 0, shares)) chỉ số"
                    : Tag.state("Chưa có số liệu", .warn),
                WardWords.act(standing, on: today), "\(standing.overdueReports.vietnamese)",
            ]
        }
        return Panel.section(
            "Từng địa phương", note: "thiếu nhất trước", isPadded: false,
            DataTable.cards(
                "Từng địa phương",
                [
                    .init("Địa phương"), .init("Đủ"), .init("Ghi gần nhất"),
                    .init("Báo cáo quá hạn", isNumber: true),
                ], branches + wards))
    }
}
