import Domain
import Hummingbird
import Storage

/// What the ward shows to everybody: the figures that an officer chose, and the facilities that two
/// people let be published.
struct PublicPage: Sendable {
    let ward: ReportingWard
    let figures: PublicFigures
    let entries: [PublicEntry]
    let today: Day

    /// `GET /public/{ward}`: no sign-in, nothing but what was chosen.
    @Sendable static func show(_ visit: Visit) async throws -> Response {
        let code = visit.parameter("ward")
        let page = try await visit.site.database.read { tx in
            guard try tx.wardCodes().contains(code) else {
                throw Problem(.notFound, "Không có địa phương này.")
            }
            return PublicPage(
                ward: try tx.reportingWard(code), figures: try tx.publicFigures(ward: code),
                entries: try tx.publicEntries(ward: code), today: tx.today)
        }
        return visit.page("Công khai về phòng cháy và chữa cháy", at: nil, page.html)
    }

    var html: HTML {
        let place = "\(ward.kind) \(ward.name), \(ward.province)"
        return """
            <h1>Công khai về phòng cháy và chữa cháy</h1>
            <p class="lede">\(place): những gì phường công khai để người dân biết và giám sát.</p>
            <p><strong>Đang cháy? <a href="tel:114">Gọi 114</a>.</strong></p>
            \(figurePanel)
            \(Panel.section(
                "Cơ sở chưa bảo đảm an toàn mà đang hoạt động",
                note: "\(entries.count.vietnamese) cơ sở; khắc phục xong thì được gỡ",
                isPadded: false, list))
            """
    }

    private var figurePanel: HTML? {
        if figures.isEmpty { return nil }
        let drawn: [HTML] = figures.lines.map(line)
        return Panel.section(
            "Số liệu của \(ward.kind)", note: "tính đến \(today.vietnamese)",
            "\(Chart.fills)<div class=\"pair\">\(work)\(drawn)</div>")
    }

    private var work: HTML? {
        figures.work.map { counts in
            let done = counts[.done] + counts[.doneLate] + counts[.excused]
            return Chart.Bars(
                title: "Việc của các kế hoạch", head: "Tình trạng",
                series: [Chart.Series("Số việc", .plain)],
                rows: [
                    .init("Đã xong", [Double(done)]),
                    .init("Đang làm", [Double(counts.open - counts[.late])]),
                    .init("Quá hạn", [Double(counts[.late])]),
                ], shown: PlanWords.number
            ).html
        }
    }

    private func line(_ line: PublicFigures.Line) -> HTML {
        let title = line.indicator.title
        guard let value = line.figure.value else {
            return "<p><strong>\(title)</strong>: chưa có gì để tính.</p>"
        }
        let shown: @Sendable (Double) -> String = { [unit = line.indicator.unit] in
            IndicatorWords.amount($0, unit)
        }
        var points: [IndicatorFigure] = line.months.prefix(IndicatorWords.monthsShown).reversed()
        points.removeAll { $0.day >= line.figure.day }
        points.append(line.figure)
        let columns = points.map { figure in
            Chart.Columns.Column(
                label: "\(figure.day.month)/\(figure.day.year % 100)",
                name: "Đến \(figure.day.vietnamese)", values: [figure.value])
        }
        let chart = Chart.Columns(
            title: "\(title): \(shown(value))", series: [Chart.Series("Giá trị", .plain)],
            columns: columns, shown: { PlanWords.number($0) }
        ).html
        return "<div>\(chart)<p class=\"small muted\">\(line.indicator.explanation)</p></div>"
    }

    private var list: HTML {
        if entries.isEmpty { return EmptyState.block("Hiện không có cơ sở nào được công khai.") }
        let rows: [[HTML]] = entries.map { entry in
            [
                "<strong>\(entry.facility)</strong>", "\(entry.address)", "\(entry.words)",
                "\(entry.basis)", "\(entry.since.vietnamese)",
            ]
        }
        return DataTable.cards(
            "Cơ sở được công khai",
            [
                .init("Cơ sở"), .init("Địa chỉ"), .init("Nội dung"), .init("Căn cứ"),
                .init("Từ ngày", isNumber: true),
            ], rows)
    }
}
