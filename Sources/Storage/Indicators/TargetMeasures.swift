package import Domain

/// By what a target is measured, and what that says.
package struct TargetMeasure: Sendable {
    package let indicator: Indicator
    package let figure: IndicatorFigure
    /// The latest first.
    package let months: [IndicatorFigure]
    /// nil: the target has no day, or is one of each month or week.
    package let pace: IndicatorPace?
}

extension Transaction {
    /// Measures a target by an indicator of the registers; nil: by what units report.
    ///
    /// - Throws: `.forbidden` for who does not run plans; `.invalid` for a share where the target
    ///   counts, or the other way round.
    package func measureTarget(
        _ id: String, of plan: String, by key: String?, by officer: Officer
    ) throws {
        try officer.require(.runPlans)
        let standing = try target(id, of: try self.plan(plan, for: officer), for: officer)
        let indicator = try key.map { key in
            guard let indicator = Indicators.named(key) else {
                throw Problem(.notFound, "Không có cách tính này. Hãy tải lại trang.")
            }
            guard indicator.fits(standing.target) else {
                throw Problem(
                    .invalid,
                    "Chỉ tiêu này và «\(indicator.title)» không cùng đơn vị: một bên là phần trăm. Hãy chọn cách tính khác."
                )
            }
            return indicator
        }
        try record(
            "target.measure", "targets/\(id)",
            [
                JournalChange(
                    "indicator", from: standing.measure?.indicator.key, to: indicator?.key)
            ], by: officer)
        try run(
            """
            UPDATE targets SET indicator = \(indicator?.key)
            WHERE ward = \(officer.ward) AND id = \(id)
            """)
        if let indicator { try keepMonth(of: indicator, ward: officer.ward) }
    }

    /// What measures some targets, by the target.
    func measures(of targets: [TaskTarget], ward: String) throws -> [String: TargetMeasure] {
        let keys = try rows(
            """
            SELECT id, indicator FROM targets
            WHERE ward = \(ward) AND id IN \(SQL.list(targets.map(\.id)))
                AND indicator IS NOT NULL
            """)
        let byTarget = Dictionary(
            keys.map { ($0["id"] as String, $0["indicator"] as String) },
            uniquingKeysWith: { one, _ in one })
        var known: [String: (figure: IndicatorFigure, months: [IndicatorFigure])] = [:]
        var measures: [String: TargetMeasure] = [:]
        for target in targets {
            // One that this program no longer has measures nothing.
            guard let indicator = byTarget[target.id].flatMap(Indicators.named) else { continue }
            let found =
                try known[indicator.key]
                ?? (
                    figure(of: indicator, ward: ward), months(of: indicator, ward: ward)
                )
            known[indicator.key] = found
            measures[target.id] = TargetMeasure(
                indicator: indicator, figure: found.figure, months: found.months,
                pace: pace(of: target, found.figure, found.months))
        }
        return measures
    }

    private func pace(
        of target: TaskTarget, _ figure: IndicatorFigure, _ months: [IndicatorFigure]
    ) -> IndicatorPace? {
        guard target.per == nil, let aim = target.min ?? target.max, let value = figure.value,
            let due = target.due.flatMap(WorkSchedule.lastDay)
        else { return nil }
        let first = months.last.flatMap { month in month.value.map { (month.day, $0) } }
        return IndicatorPace(
            value: value, aim: aim, due: due, today: today, first: first,
            most: figure.whole == nil ? nil : 100)
    }
}
