package import Domain

/// A period in the list of reports, with how many of its units have delivered.
package struct ReportPeriodStanding: Sendable {
    package let period: ReportPeriod
    package let deliveries: [ReportDelivery]

    package init(period: ReportPeriod, deliveries: [ReportDelivery]) {
        self.period = period
        self.deliveries = deliveries
    }

    package var deliveredCount: Int { deliveries.count { $0.report.state.isDelivered } }

    package func late(today: Day) -> [ReportDelivery] {
        deliveries.filter { !$0.report.state.isDelivered && $0.isLate(today: today) }
    }

    /// The report of one unit in it.
    package func delivery(of unit: String?) -> ReportDelivery? {
        deliveries.first { $0.unit == unit && $0.period == period.id }
    }

    /// Whether somebody still has to do something.
    package var isOpen: Bool {
        period.duty.content.isOfWard
            ? period.sent == nil : !deliveries.allSatisfy { $0.report.state.isDelivered }
    }
}

/// A report that is not handed in or sent yet.
package struct OwedReport: Sendable, Equatable {
    package let period: ReportPeriod
    /// Who must hand it in; nil: the ward itself must send it.
    package let unit: String?
    package let unitName: String?
}

extension Transaction {
    /// Reports of units and of the ward that are not handed in or sent, the first due first.
    ///
    /// - Parameters:
    ///   - from: first day on which they are due; nil: however long ago.
    ///   - officer: those only that this officer must see to; nil: all.
    func owedReports(
        ward: String, from first: Day?, to last: Day, by officer: Officer? = nil
    ) throws -> [OwedReport] {
        let open: SQL = """
            p.ward = \(ward) AND d.ended_at IS NULL AND n.status = 'running'
                AND p.due >= \(first?.iso ?? "") AND p.due <= \(last)
            """
        var found: [Row] = []
        if officer?.may(.reportWork) ?? true {
            let own: SQL = officer.map { "u.id = \($0.unit ?? "")" } ?? "1 = 1"
            found += try rows(
                """
                SELECT DISTINCT \(ReportPeriod.columns), u.id AS unit, u.short_name AS unit_name
                FROM \(ReportPeriod.joins)
                JOIN report_duty_units q ON q.ward = p.ward AND q.duty = p.duty
                \(Self.membersAsked)
                WHERE \(open) AND d.is_of_ward = 0 AND \(own) AND NOT EXISTS (
                    SELECT 1 FROM unit_reports r
                    WHERE r.ward = p.ward AND r.period = p.id AND r.unit = u.id
                        AND r.submitted_at IS NOT NULL)
                """)
        }
        if officer?.may(.draftReports) ?? true {
            found += try rows(
                """
                SELECT \(ReportPeriod.columns), NULL AS unit, NULL AS unit_name
                FROM \(ReportPeriod.joins)
                WHERE \(open) AND d.is_of_ward = 1 AND p.sent_at IS NULL
                """)
        }
        return found.map {
            OwedReport(period: ReportPeriod($0), unit: $0["unit"], unitName: $0["unit_name"])
        }.sorted {
            ($0.period.due, $0.period.id, $0.unitName ?? "")
                < ($1.period.due, $1.period.id, $1.unitName ?? "")
        }
    }

    /// Reports that the officer's unit must hand in, or that the officer drafts for the ward.
    package func reportsToMake(
        from first: Day? = nil, to last: Day, by officer: Officer
    ) throws -> [OwedReport] {
        try owedReports(ward: officer.ward, from: first, to: last, by: officer)
    }

    /// Every report of the ward and its units that is not handed in or sent, for who leads it.
    package func reportsOwed(to last: Day, for officer: Officer) throws -> [OwedReport] {
        try officer.require(.readAll)
        return try owedReports(ward: officer.ward, from: nil, to: last)
    }

    /// How many periods a list shows at once; a ward with 50 plans has some 150 in a year.
    package static var reportPeriodsMax: Int { 300 }

    /// Periods that the officer may see, the last one first; of a duty that a plan no longer has
    /// those for which somebody reported.
    package func reportPeriods(for officer: Officer) throws -> [ReportPeriodStanding] {
        try rows(
            """
            SELECT \(ReportPeriod.columns) FROM \(ReportPeriod.joins)
            WHERE p.ward = \(officer.ward) AND n.status <> 'draft'
                AND \(visiblePeriods(for: officer))
                AND (d.ended_at IS NULL OR p.sent_at IS NOT NULL OR EXISTS (
                    SELECT 1 FROM unit_reports r WHERE r.ward = p.ward AND r.period = p.id))
            ORDER BY p.due DESC, p.id DESC
            LIMIT \(Self.reportPeriodsMax)
            """
        ).map { row in
            let period = ReportPeriod(row)
            return ReportPeriodStanding(
                period: period, deliveries: try deliveries(of: period, for: officer))
        }
    }

    /// The body in whose name the ward's reports are made.
    package func reportingWard(_ code: String) throws -> ReportingWard {
        guard
            let row = try row(
                "SELECT name, kind, province, layout FROM wards WHERE code = \(code)")
        else { throw Problem(.notFound, "Không có phường này.") }
        let layout: String = row["layout"]
        return ReportingWard(
            name: row["name"], kind: row["kind"], province: row["province"],
            isParty: layout == "party")
    }
}
