import Domain
import Storage

/// The drawings of work that several dashboards share.
enum WorkCharts {
    private static let states = [
        Chart.Series("Quá hạn", .solid), Chart.Series("Có nguy cơ", .hatched),
        Chart.Series("Đang mở khác", .plain),
    ]

    /// Open work by unit or plan, and in the table what is done; nothing where there is no work.
    static func bars(
        _ title: String, _ head: String, _ lines: [WardOverview.Line],
        _ address: (WardOverview.Line) -> String?
    ) -> HTML {
        let rows = lines.map { line in
            let counts = line.counts
            let calm = counts.open - counts[.late] - counts[.atRisk]
            return Chart.Bars.Row(
                line.name, path: address(line),
                [Double(counts[.late]), Double(counts[.atRisk]), Double(calm)],
                also: Double(counts[.done] + counts[.doneLate]))
        }
        return Chart.Bars(
            title: title, head: head, series: states, rows: rows, also: "Đã xong",
            shown: PlanWords.number
        ).html
    }

    /// How the work that was due in each month ended.
    static func months(_ title: String, _ months: [WorkMonth]) -> HTML {
        let columns = months.map { month in
            Chart.Columns.Column(
                label: "\(month.month.month)/\(month.month.year % 100)",
                name: "Tháng \(month.month.month)/\(month.month.year)",
                values: [month.done, month.doneLate, month.late, month.open].map { Double($0) })
        }
        return Chart.Columns(
            title: title,
            series: [
                Chart.Series("Xong đúng hạn", .plain), Chart.Series("Xong muộn", .hatched),
                Chart.Series("Quá hạn", .solid), Chart.Series("Đang làm", .dotted),
            ], columns: columns, shown: PlanWords.number
        ).html
    }

    /// What a target has reached, and the way to its aim; nothing without a figure.
    static func target(_ standing: TargetStanding, on today: Day) -> HTML {
        let target = standing.target
        let unit = target.unit
        if let rhythm = standing.rhythm {
            let columns = rhythm.rounds.reversed().suffix(roundsShown).map { round in
                Chart.Columns.Column(
                    label: label(round, per: target.per), name: round.label,
                    values: [round.value])
            }
            return Chart.Columns(
                title: name(standing), series: [Chart.Series("Đạt trong kỳ", .plain)],
                columns: columns, aim: rhythm.need,
                shown: { IndicatorWords.amount($0, unit == "percent" ? unit : nil) }
            ).html
        }
        guard let aim = target.min ?? target.max else { return "" }
        return Chart.Progress(
            title: name(standing),
            points: standing.course.suffix(pointsShown).map {
                .init(day: $0.day, value: $0.value)
            },
            aim: aim, due: target.due.flatMap(WorkSchedule.lastDay), today: today,
            projected: standing.pace?.projected,
            shown: { IndicatorWords.amount($0, unit == "percent" ? unit : nil) }
        ).html
    }

    private static let roundsShown = 12
    private static let pointsShown = 24

    private static func name(_ standing: TargetStanding) -> String {
        standing.target.name.isEmpty ? standing.taskTitle : standing.target.name
    }

    private static func label(_ round: TargetRhythm.Round, per: String?) -> String {
        per == "week"
            ? "\(round.first.day)/\(round.first.month)"
            : "\(round.last.month)/\(round.last.year % 100)"
    }
}
