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

extension Transaction {
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
