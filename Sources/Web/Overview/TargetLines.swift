import Domain
import Storage

/// Targets below each other: how each stands, what it says, what stands behind it.
struct TargetLines: Sendable {
    let standings: [TargetStanding]
    let today: Day
    /// Whether the records behind may be opened.
    let officer: Officer

    func panel(_ title: String, note: String? = nil, empty: String) -> HTML {
        guard !standings.isEmpty else {
            return Panel.section(title, note: note, EmptyState.block(empty))
        }
        return Panel.section(
            title, note: note, isPadded: false, "<div class=\"target-lines\">\(table(title))</div>")
    }

    private func table(_ caption: String) -> HTML {
        let rows: [[HTML]] = standings.map { standing in
            let target = standing.target
            let path = "/plans/\(standing.plan)/targets/\(target.id)"
            return [
                """
                <a href="\(path)">\(target.name.isEmpty ? standing.taskTitle : target.name)</a>\
                <span class="table__more">\(standing.taskCode) · “\(target.text)”</span>
                """,
                IndicatorWords.tag(standing, on: today), "\(PlanWords.amount(target))",
                value(standing), "\(pace(standing))",
            ]
        }
        return DataTable.cards(
            caption,
            [
                .init("Chỉ tiêu"), .init("Tình trạng"), .init("Phải đạt"),
                .init("Hiện có", isNumber: true), .init("Nhịp"),
            ], rows)
    }

    private func value(_ standing: TargetStanding) -> HTML {
        guard let value = standing.value else { return "–" }
        let shown = IndicatorWords.amount(value, standing.target.unit)
        guard let measure = standing.measure else {
            return
                "\(shown)<span class=\"table__more\">đơn vị báo \(standing.day?.vietnamese ?? "")</span>"
        }
        let opens = measure.indicator.set.register.access.readers.contains(officer.role)
        let behind: HTML =
            opens
            ? IndicatorWords.behind(measure.indicator, measure.figure, measure.baseline)
            : "\(IndicatorWords.plain(measure.figure))"
        return "\(shown)<span class=\"table__more\">\(behind)</span>"
    }

    private func pace(_ standing: TargetStanding) -> String {
        if let rhythm = standing.rhythm {
            return IndicatorWords.current(rhythm, standing.target, on: today) ?? ""
        }
        guard let pace = standing.pace else {
            return standing.target.due == nil ? "Chỉ tiêu không ghi ngày." : ""
        }
        return IndicatorWords.pace(pace, isShare: standing.target.unit == "percent")
    }
}

extension IndicatorWords {
    /// "412 trên 659", for who may not open the records.
    static func plain(_ figure: IndicatorFigure) -> String {
        guard let whole = figure.whole else { return "" }
        return "\(PlanWords.number(figure.counted)) trên \(PlanWords.number(whole))"
    }
}
