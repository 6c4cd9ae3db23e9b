package import Domain

/// Lists on which targets are measured, as they stood on a day.
extension Transaction {
    /// Freezes the list of a target: the records of its indicator that had been entered by the end of
    /// a day and still belong to it. A list that stood before ends.
    ///
    /// - Parameters:
    ///   - day: as of which the plan, or what was reported to the city, counts.
    ///   - basis: the document that has the list.
    /// - Throws: `.forbidden` for who does not run plans; `.conflict` for a target that is no share
    ///   of a register; `.invalid` for a day to come, no document, or a list of nothing.
    package func freezeTarget(
        _ id: String, of plan: String, day: Day, basis: String, by officer: Officer
    ) throws {
        try officer.require(.runPlans)
        let standing = try target(id, of: try self.plan(plan, for: officer), for: officer)
        guard let indicator = standing.measure?.indicator, indicator.part != nil,
            indicator.per == nil
        else {
            throw Problem(
                .conflict,
                "Chỉ chốt được danh sách của chỉ tiêu tính theo phần trăm từ sổ. Hãy chọn cách tính trước."
            )
        }
        try Self.demand(
            basis, "basis", "Hãy ghi văn bản có danh sách, ví dụ «Phương án số 12/PA-UBND».")
        guard day <= today else {
            throw Problem(
                .invalid, "Ngày chốt danh sách chưa đến.",
                refusals: ["frozen_on": "Hãy chọn ngày hôm nay hoặc trước đó."])
        }
        let sql = IndicatorSQL(indicator, on: today, .one(officer.ward))
        let found = try rows(
            """
            SELECT r.id, CAST(\(sql.amount) AS DOUBLE PRECISION) AS amount FROM \(sql.records)
                AND r.created_at < \(Instant(startOf: day.adding(days: 1)))
            ORDER BY r.id
            """)
        guard !found.isEmpty else {
            throw Problem(
                .invalid,
                "Đến ngày \(day.vietnamese) sổ chưa có mục nào để tính. Hãy chọn ngày khác, hoặc nhập sổ trước.",
                refusals: ["frozen_on": "Đến ngày này sổ chưa có mục nào để tính."])
        }
        if let old = standing.measure?.baseline { try endBaseline(old, by: officer) }
        let baseline = makeIdentifier()
        try run(
            """
            INSERT INTO target_baselines
                (ward, id, target, indicator, day, basis, frozen_at, frozen_by)
            VALUES (\(officer.ward), \(baseline), \(id), \(indicator.key), \(day), \(basis),
                \(now), \(officer.id))
            """)
        try insert(
            found.map {
                [
                    officer.ward.sqlValue, baseline.sqlValue, ($0["id"] as String).sqlValue,
                    ($0["amount"] as Double).sqlValue,
                ]
            }, into: "target_baseline_records", ["ward", "baseline", "record", "amount"])
        try record(
            "target.freeze", "targets/\(id)",
            [
                JournalChange("frozen_on", to: day.iso), JournalChange("basis", to: basis),
                JournalChange("records", to: "\(found.count)"),
            ], by: officer)
        try keepFrozenMonths(wards: [officer.ward])
    }

    /// From now on the target is a share of all that the register holds.
    ///
    /// - Throws: `.conflict` where nothing is frozen.
    package func thawTarget(_ id: String, of plan: String, by officer: Officer) throws {
        try officer.require(.runPlans)
        let standing = try target(id, of: try self.plan(plan, for: officer), for: officer)
        guard let baseline = standing.measure?.baseline else {
            throw Problem(.conflict, "Chỉ tiêu này không còn danh sách chốt. Hãy tải lại trang.")
        }
        try endBaseline(baseline, by: officer)
    }

    func endBaseline(_ baseline: TargetBaseline, by officer: Officer) throws {
        try run(
            """
            UPDATE target_baselines SET ended_at = \(now), ended_by = \(officer.id)
            WHERE ward = \(officer.ward) AND id = \(baseline.id) AND ended_at IS NULL
            """)
        try record(
            "target.thaw", "targets/\(baseline.target)",
            [
                JournalChange("frozen_on", from: baseline.day.iso, to: nil),
                JournalChange("basis", from: baseline.basis, to: nil),
            ], by: officer)
    }

    /// The lists that are frozen now, by the target.
    func baselines(ofTargets targets: [String], ward: String) throws -> [String: TargetBaseline] {
        try baselines(where: "b.target IN \(SQL.list(targets))", ward: ward)
    }

    /// A list that is frozen now.
    ///
    /// - Throws: `.notFound`.
    package func baseline(
        _ id: String, of indicator: Indicator, for officer: Officer
    ) throws -> TargetBaseline {
        let found = try baselines(
            where: "b.id = \(id) AND b.indicator = \(indicator.key)", ward: officer.ward)
        guard let baseline = found.values.first else {
            throw Problem(.notFound, "Không còn danh sách chốt này. Hãy mở lại chỉ tiêu.")
        }
        return baseline
    }

    private func baselines(
        where condition: SQL, ward: String
    ) throws -> [String: TargetBaseline] {
        let found = try rows(
            """
            SELECT b.id, b.target, b.day, b.basis, COUNT(*) AS records,
                CAST(SUM(x.amount) AS DOUBLE PRECISION) AS whole
            FROM target_baselines b
            JOIN target_baseline_records x ON x.ward = b.ward AND x.baseline = b.id
            WHERE b.ward = \(ward) AND b.ended_at IS NULL AND \(condition)
            GROUP BY b.id, b.target, b.day, b.basis
            """)
        return Dictionary(
            found.map { row in
                let baseline = TargetBaseline(
                    id: row["id"], target: row["target"], day: row["day"], basis: row["basis"],
                    whole: row["whole"], records: row["records"])
                return (baseline.target, baseline)
            }, uniquingKeysWith: { one, _ in one })
    }

    /// What an indicator says today of a frozen list: whoever left it stays in the whole.
    package func figure(
        of indicator: Indicator, on baseline: TargetBaseline, ward: String
    ) throws -> IndicatorFigure {
        let sql = IndicatorSQL(indicator, on: today, .one(ward))
        let counted: Double? = try value(
            """
            SELECT CAST(COALESCE(SUM(CASE WHEN \(sql.isCounted) = 1 THEN x.amount ELSE 0 END), 0)
                AS DOUBLE PRECISION) AS value
            FROM target_baseline_records x
            JOIN \(sql.table) r ON r.ward = x.ward AND r.id = x.record AND r.ended_at IS NULL
            \(sql.joins)
            WHERE x.ward = \(ward) AND x.baseline = \(baseline.id)
            """)
        return IndicatorFigure(day: today, counted: counted ?? 0, whole: baseline.whole)
    }

    /// What an indicator said of a target by the end of a day: of its frozen list, where it has one.
    ///
    /// - Returns: nil where nothing had been counted.
    func figure(
        ofTarget target: String, by indicator: Indicator, on day: Day, ward: String
    ) throws -> IndicatorFigure? {
        guard let baseline = try baselines(ofTargets: [target], ward: ward)[target] else {
            return try figure(of: indicator, on: day, ward: ward)
        }
        if day >= today { return try figure(of: indicator, on: baseline, ward: ward) }
        return try frozenMonths(since: baseline, ward: ward).first { $0.day <= day }
    }

    // MARK: Months

    func frozenMonths(
        since baseline: TargetBaseline, ward: String
    ) throws -> [IndicatorFigure] {
        try rows(
            """
            SELECT day, counted, whole FROM target_months
            WHERE ward = \(ward) AND baseline = \(baseline.id) ORDER BY month DESC
            """
        ).map { IndicatorFigure(day: $0["day"], counted: $0["counted"], whole: $0["whole"]) }
    }

    /// Counts every frozen list for the course of the months.
    func keepFrozenMonths(wards: [String]) throws {
        let found = try rows(
            """
            SELECT b.ward, b.target, b.indicator FROM target_baselines b
            WHERE b.ward IN \(SQL.list(wards)) AND b.ended_at IS NULL ORDER BY b.ward, b.id
            """)
        for row in found {
            let (ward, target): (String, String) = (row["ward"], row["target"])
            guard let indicator = Indicators.named(row["indicator"]),
                let baseline = try baselines(ofTargets: [target], ward: ward)[target]
            else { continue }
            let figure = try figure(of: indicator, on: baseline, ward: ward)
            try run(
                """
                INSERT INTO target_months (ward, baseline, month, day, counted, whole)
                VALUES (\(ward), \(baseline.id), \(today.firstOfMonth), \(figure.day),
                    \(figure.counted), \(baseline.whole))
                ON CONFLICT (ward, baseline, month) DO UPDATE SET day = excluded.day,
                    counted = excluded.counted, whole = excluded.whole
                """)
        }
    }
}
