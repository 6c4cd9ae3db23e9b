package import Domain

/// A unit that a period asks, with how its report stands.
package struct ReportDelivery: Sendable, Equatable {
    /// The period for which the unit reports; of the ward's own report, that of its units.
    package let period: String
    package let due: Day
    package let unit: String
    package let name: String
    package let report: UnitReport

    package func daysLate(today: Day) -> Int { report.daysLate(due: due, today: today) }

    package func isLate(today: Day) -> Bool { daysLate(today: today) > 0 }
}

extension UnitReport {
    static let columns: SQL = """
        r.results, r.obstacles, r.proposals, r.submitted_at, r.accepted_at, r.returned_at,
        r.return_reason, r.version
        """

    init(_ row: Row) {
        let submitted: Instant? = row["submitted_at"]
        let accepted: Instant? = row["accepted_at"]
        let returned: Instant? = row["returned_at"]
        let state: State =
            accepted != nil
            ? .accepted : submitted != nil ? .submitted : returned != nil ? .returned : .draft
        self.init(
            state: state, results: row["results"], obstacles: row["obstacles"],
            proposals: row["proposals"], submittedAt: submitted,
            returnReason: row["return_reason"], version: row["version"])
    }

    /// What others than the unit see: nothing before it is handed in.
    fileprivate var fromOutside: UnitReport {
        switch state {
        case .none, .submitted, .accepted: self
        case .draft: UnitReport(state: .none)
        case .returned: UnitReport(state: .returned, returnReason: returnReason, version: version)
        }
    }
}

/// Reports of units: each unit writes and sees its own; those who compile accept or return.
extension Transaction {
    /// The units whose reports a period rests on, in the order of the ward's list; of somebody who
    /// does not read all, the own unit only.
    ///
    /// The ward's own report rests on the last reports of its units within its time.
    package func deliveries(
        of period: ReportPeriod, for officer: Officer
    ) throws -> [ReportDelivery] {
        let sources: SQL =
            period.duty.content.isOfWard
            ? """
            d.is_of_ward = 0 AND d.plan = \(period.duty.plan) AND d.ended_at IS NULL
                AND p.due = (
                    SELECT MAX(x.due) FROM report_periods x
                    WHERE x.ward = p.ward AND x.duty = p.duty AND x.due <= \(period.due)
                        AND x.due >= \(period.begins))
            """ : "p.id = \(period.id)"
        let own: SQL = officer.may(.readAll) ? "1 = 1" : "u.id = \(officer.unit ?? "")"
        let found = try rows(
            """
            SELECT DISTINCT p.id AS period, p.due, u.id AS unit, u.name, u.position
            FROM report_periods p
            JOIN report_duties d ON d.ward = p.ward AND d.id = p.duty
            JOIN report_duty_units q ON q.ward = p.ward AND q.duty = p.duty
            \(Self.membersAsked)
            WHERE p.ward = \(officer.ward) AND \(sources) AND \(own)
            ORDER BY u.position, u.name, p.due
            """)
        let ids = Set(found.map { $0["period"] as String }).sorted()
        let reports = Dictionary(
            try rows(
                """
                SELECT r.period, r.unit, \(UnitReport.columns) FROM unit_reports r
                WHERE r.ward = \(officer.ward) AND r.period IN \(SQL.list(ids))
                """
            ).map { row in
                (
                    DeliveryKey(period: row["period"], unit: row["unit"]), UnitReport(row)
                )
            }, uniquingKeysWith: { one, _ in one })
        return found.map { row in
            let key = DeliveryKey(period: row["period"], unit: row["unit"])
            let report = reports[key] ?? UnitReport()
            return ReportDelivery(
                period: key.period, due: row["due"], unit: key.unit, name: row["name"],
                report: key.unit == officer.unit ? report : report.fromOutside)
        }
    }

    private struct DeliveryKey: Hashable {
        let period: String
        let unit: String
    }

    /// - Throws: `.notFound` for a unit that is not asked, or whose report is not for this officer.
    package func delivery(
        _ unit: String, ofPeriod id: String, for officer: Officer
    ) throws -> ReportDelivery {
        let period = try reportPeriod(id, for: officer)
        let found =
            period.duty.content.isOfWard
            ? nil : try deliveries(of: period, for: officer).first { $0.unit == unit }
        guard let found else {
            throw Problem(.notFound, "Kỳ báo cáo này không hỏi đơn vị đó, hoặc bạn không được xem.")
        }
        return found
    }

    /// Who handed a unit's report in, to sign it; nil: nobody has.
    package func signer(
        of delivery: ReportDelivery, for officer: Officer
    ) throws -> (name: String, post: String?)? {
        try row(
            """
            SELECT c.name, c.post FROM unit_reports r
            JOIN accounts c ON c.ward = r.ward AND c.id = r.submitted_by
            WHERE r.ward = \(officer.ward) AND r.period = \(delivery.period)
                AND r.unit = \(delivery.unit) AND r.submitted_at IS NOT NULL
            """
        ).map { ($0["name"], $0["post"]) }
    }

    /// Keeps a unit's report, and hands it in where asked to.
    ///
    /// - Parameter version: of the report as the person saw it, 0 for a new one.
    /// - Throws: `.forbidden` for another unit's people; `.conflict` once it was handed in.
    package func writeUnitReport(
        _ content: UnitReport, ofPeriod period: String, unit: String, isSubmitted: Bool,
        version: Int, by officer: Officer
    ) throws {
        try officer.require(.reportWork)
        let before = try delivery(unit, ofPeriod: period, for: officer)
        guard officer.unit == unit else {
            throw Problem(.forbidden, "Chỉ người của \(before.name) được viết báo cáo này.")
        }
        guard !before.report.state.isDelivered else {
            throw Problem(.conflict, "Báo cáo đã gửi. Muốn sửa, hãy nhờ nơi nhận trả lại.")
        }
        guard before.report.version == version else { throw Problem.changedMeanwhile }
        try Self.check(content, isSubmitted: isSubmitted)
        let id = try keep(content, period, unit, isNew: version == 0, by: officer)
        if isSubmitted {
            try run(
                """
                UPDATE unit_reports SET submitted_at = \(now), submitted_by = \(officer.id)
                WHERE ward = \(officer.ward) AND id = \(id)
                """)
        }
        try record(
            isSubmitted ? "report.submit" : "report.draft", "unit_reports/\(id)",
            [
                JournalChange("results", from: before.report.results, to: content.results),
                JournalChange("obstacles", from: before.report.obstacles, to: content.obstacles),
                JournalChange("proposals", from: before.report.proposals, to: content.proposals),
            ].filter { $0.before != $0.after }, by: officer)
    }

    private func keep(
        _ content: UnitReport, _ period: String, _ unit: String, isNew: Bool, by officer: Officer
    ) throws -> String {
        if isNew {
            let id = makeIdentifier()
            try run(
                """
                INSERT INTO unit_reports
                    (ward, id, period, unit, results, obstacles, proposals, saved_at, saved_by)
                VALUES (\(officer.ward), \(id), \(period), \(unit), \(content.results),
                    \(content.obstacles), \(content.proposals), \(now), \(officer.id))
                """)
            return id
        }
        let id: String? = try value(
            """
            UPDATE unit_reports SET results = \(content.results),
                obstacles = \(content.obstacles), proposals = \(content.proposals),
                saved_at = \(now), saved_by = \(officer.id), version = version + 1
            WHERE ward = \(officer.ward) AND period = \(period) AND unit = \(unit)
            RETURNING id AS value
            """)
        guard let id else { throw Problem.changedMeanwhile }
        return id
    }

    private static func check(_ content: UnitReport, isSubmitted: Bool) throws(Problem) {
        let texts = [
            ("results", content.results), ("obstacles", content.obstacles),
            ("proposals", content.proposals),
        ]
        var refusals: [String: String] = [:]
        for (name, text) in texts where text.count > UnitReport.textLengthMax {
            refusals[name] = "Dài nhất \(UnitReport.textLengthMax) ký tự."
        }
        if isSubmitted, content.results.isEmpty {
            refusals["results"] = "Hãy ghi kết quả chung, dù ngắn."
        }
        if !refusals.isEmpty {
            throw Problem(
                .invalid, "Báo cáo chưa gửi được: \(refusals.count) mục chưa đúng.",
                refusals: refusals)
        }
    }

    /// Accepts what a unit handed in; nobody accepts the report of the own unit.
    package func acceptUnitReport(
        ofPeriod period: String, unit: String, version: Int, by officer: Officer
    ) throws {
        try judge(
            period, unit, "accepted_at = \(now), accepted_by = \(officer.id)", version: version,
            verb: "report.accept", by: officer)
    }

    /// Gives a report back with the reason.
    package func returnUnitReport(
        ofPeriod period: String, unit: String, reason: String, version: Int, by officer: Officer
    ) throws {
        guard !reason.isEmpty else {
            let words = "Hãy ghi lý do trả lại để đơn vị biết cần sửa gì."
            throw Problem(.invalid, words, refusals: ["reason": words])
        }
        try judge(
            period, unit,
            """
            submitted_at = NULL, returned_at = \(now), returned_by = \(officer.id),
                return_reason = \(reason)
            """, version: version, verb: "report.return", reason: reason, by: officer)
    }

    private func judge(
        _ period: String, _ unit: String, _ change: SQL, version: Int, verb: String,
        reason: String? = nil, by officer: Officer
    ) throws {
        try officer.require(.draftReports)
        let before = try delivery(unit, ofPeriod: period, for: officer)
        guard officer.unit != unit else {
            throw Problem(
                .forbidden, "Đơn vị không tự xác nhận báo cáo của mình. Hãy để lãnh đạo xác nhận.")
        }
        guard before.report.state == .submitted else {
            throw Problem(.conflict, "Báo cáo này không chờ xác nhận. Hãy tải lại trang.")
        }
        let id: String? = try value(
            """
            UPDATE unit_reports SET \(change), version = version + 1
            WHERE ward = \(officer.ward) AND period = \(period) AND unit = \(unit)
                AND version = \(version)
            RETURNING id AS value
            """)
        guard let id else { throw Problem.changedMeanwhile }
        try record(
            verb, "unit_reports/\(id)", reason.map { [JournalChange("reason", to: $0)] } ?? [],
            by: officer)
    }
}
