package import Domain

/// By what a target is measured, and what that says.
package struct TargetMeasure: Sendable {
    package let indicator: Indicator
    /// Of the frozen list where there is one.
    package let figure: IndicatorFigure
    /// The latest first; of the frozen list where there is one.
    package let months: [IndicatorFigure]
    /// nil: the share is of all that the register holds on the day.
    package let baseline: TargetBaseline?
}

extension Transaction {
    /// Measures a target by an indicator of the registers; nil: by what units report.
    ///
    /// A list that was frozen for another indicator ends.
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
        let old = standing.measure?.indicator.key
        if indicator?.key != old, let baseline = standing.measure?.baseline {
            try endBaseline(baseline, by: officer)
        }
        try record(
            "target.measure", "targets/\(id)",
            [JournalChange("indicator", from: old, to: indicator?.key)], by: officer)
        try run(
            """
            UPDATE targets SET indicator = \(indicator?.key)
            WHERE ward = \(officer.ward) AND id = \(id)
            """)
        if let indicator { try keepMonth(of: indicator, wards: [officer.ward]) }
    }

    /// What measures some targets, by the target.
    func measures(of targets: [TaskTarget], ward: String) throws -> [String: TargetMeasure] {
        let keys = try rows(
            """
            SELECT id, indicator FROM targets
            WHERE ward = \(ward) AND id IN \(SQL.list(targets.map(\.id)))
                AND indicator IS NOT NULL
            """)
        // One that this program no longer has measures nothing.
        let byTarget = Dictionary(
            keys.compactMap { row in
                Indicators.named(row["indicator"]).map { (row["id"] as String, $0) }
            }, uniquingKeysWith: { one, _ in one })
        if byTarget.isEmpty { return [:] }
        let months = try months(of: Set(byTarget.values.map(\.key)).sorted(), ward: ward)
        let baselines = try baselines(ofTargets: byTarget.keys.sorted(), ward: ward)
        var known: [String: IndicatorFigure] = [:]
        var measures: [String: TargetMeasure] = [:]
        for (target, indicator) in byTarget {
            if let baseline = baselines[target] {
                measures[target] = TargetMeasure(
                    indicator: indicator,
                    figure: try figure(of: indicator, on: baseline, ward: ward),
                    months: try frozenMonths(since: baseline, ward: ward),
                    baseline: baseline)
                continue
            }
            let figure = try known[indicator.key] ?? figure(of: indicator, ward: ward)
            known[indicator.key] = figure
            measures[target] = TargetMeasure(
                indicator: indicator, figure: figure, months: months[indicator.key] ?? [],
                baseline: nil)
        }
        return measures
    }
}
