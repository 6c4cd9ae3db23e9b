package import Domain

/// One time at which a report is owed.
package struct ReportPeriod: Sendable, Equatable {
    package struct Sent: Sendable, Equatable {
        package let on: Day
        package let number: String?
        /// Identifier of the signed scan.
        package let file: String?
        /// Identifier of the draft as it stood when it was sent.
        package let draft: String?
    }

    package let id: String
    package let duty: StoredReportDuty
    /// `Năm 2026`; empty for a report that is made once.
    package let label: String
    /// First day that is reported on.
    package let begins: Day
    /// Last day on which the report is in time.
    package let due: Day
    package let pieces: ReportPieces
    /// Set before reports had a row of their own; a report of the period begins with it.
    package let head: ReportHead
    package let sent: Sent?
    package let version: Int

    static let columns: SQL = """
        \(StoredReportDuty.columns), p.id, p.label, p.begins, p.due, p.assessment, p.causes,
        p.next_steps, p.proposals, p.number, p.issued, p.addressees, p.recipients, p.signer,
        p.signed_by_deputy, p.sent_on, p.sent_number, p.sent_file, p.sent_draft,
        p.version
        """

    static let joins: SQL = """
        report_periods p
        JOIN report_duties d ON d.ward = p.ward AND d.id = p.duty
        JOIN plans n ON n.ward = d.ward AND n.id = d.plan
        """

    init(_ row: Row) {
        id = row["id"]
        duty = StoredReportDuty(row)
        label = row["label"]
        begins = row["begins"]
        due = row["due"]
        var pieces = ReportPieces()
        pieces.assessment = row["assessment"]
        pieces.causes = row["causes"]
        pieces.nextSteps = row["next_steps"]
        pieces.proposals = row["proposals"]
        self.pieces = pieces
        head = ReportHead(row)
        let sentOn: Day? = row["sent_on"]
        let number: String? = row["sent_number"]
        let file: String? = row["sent_file"]
        let draft: String? = row["sent_draft"]
        sent = sentOn.map { Sent(on: $0, number: number, file: file, draft: draft) }
        version = row["version"]
    }

    /// `Báo cáo năm 2026 gửi UBND Thành phố`.
    package var title: String {
        let content = duty.content
        let round =
            label.isEmpty
            ? content.title : "Báo cáo \(label.lowercasedFirst)"
        return round + (content.to.map { " gửi \($0)" } ?? "")
    }

    /// Units that report to the ward itself owe it their own reports; there is none of the ward.
    func requireWardReport() throws(Problem) {
        guard !duty.content.isWithinWard else {
            throw Problem(
                .notFound,
                "Kỳ này là báo cáo của các đơn vị gửi về phường, nên không có báo cáo của phường. Hãy xem báo cáo của từng đơn vị."
            )
        }
    }

    /// The last day that the report tells of: the day it was sent, or the last day in time, and
    /// never a day to come.
    package func lastDay(today: Day) -> Day { max(begins, min(today, sent?.on ?? due)) }
}

extension Transaction {
    /// Lays out the periods that have come within the horizon, and moves those that nobody has
    /// begun to the day that their duty now names.
    ///
    /// - Parameter plan: nil: of every plan of the ward.
    /// - Returns: how many were made.
    @discardableResult
    package func layOutReportPeriods(ward: String, plan: String? = nil) throws -> Int {
        var conditions: [SQL] = [
            "d.ward = \(ward)", "d.ended_at IS NULL", "n.status = 'running'",
        ]
        if let plan { conditions.append("n.id = \(plan)") }
        let found = try rows(
            """
            SELECT \(StoredReportDuty.columns), n.issued AS plan_issued, n.confirmed_at,
                d.created_at, d.changed_at
            FROM report_duties d JOIN plans n ON n.ward = d.ward AND n.id = d.plan
            WHERE \(SQL.all(conditions))
            """)
        var made = 0
        for row in found {
            let confirmed: Instant? = row["confirmed_at"]
            let created: Instant = row["created_at"]
            let changed: Instant? = row["changed_at"]
            // Another rhythm makes no debts of the time before somebody set it.
            let known = max(confirmed ?? created, created, changed ?? created).day
            made += try layOut(
                StoredReportDuty(row), from: Self.firstDay(row["plan_issued"]) ?? known,
                known: known, ward: ward)
        }
        return made
    }

    /// `2026-05-15`, or the first day of `2026-05`.
    private static func firstDay(_ issued: String?) -> Day? {
        issued.flatMap { Day(iso: $0) ?? Day(iso: "\($0)-01") }
    }

    private func layOut(
        _ duty: StoredReportDuty, from first: Day, known: Day, ward: String
    ) throws -> Int {
        let planned = duty.content.periods(from: first, known: known, today: today)
        let untouched: SQL = """
            sent_at IS NULL AND NOT EXISTS (
                SELECT 1 FROM unit_reports r
                WHERE r.ward = report_periods.ward AND r.period = report_periods.id)
            """
        let slots = planned.map(\.slot)
        let others: SQL = slots.isEmpty ? "1 = 1" : "slot NOT IN \(SQL.list(slots))"
        // Rounds of another rhythm, which the duty had before somebody changed it.
        try run(
            """
            DELETE FROM report_periods
            WHERE ward = \(ward) AND duty = \(duty.id) AND due >= \(today) AND \(others)
                AND \(untouched)
            """)
        var made = 0
        for period in planned {
            guard let due = period.due else { continue }
            made += try run(
                """
                INSERT INTO report_periods (ward, id, duty, slot, label, begins, due)
                VALUES (\(ward), \(makeIdentifier()), \(duty.id), \(period.slot),
                    \(period.label), \(period.begins), \(due))
                ON CONFLICT (ward, duty, slot) DO NOTHING
                """)
            try run(
                """
                UPDATE report_periods SET begins = \(period.begins), due = \(due)
                WHERE ward = \(ward) AND duty = \(duty.id) AND slot = \(period.slot)
                    AND sent_at IS NULL AND due >= \(today)
                    AND (due <> \(due) OR begins <> \(period.begins))
                """)
        }
        return made
    }

    /// - Throws: `.notFound` for a period that is not there, or not for this officer.
    package func reportPeriod(_ id: String, for officer: Officer) throws -> ReportPeriod {
        let found = try row(
            """
            SELECT \(ReportPeriod.columns) FROM \(ReportPeriod.joins)
            WHERE p.ward = \(officer.ward) AND p.id = \(id) AND \(visiblePeriods(for: officer))
            """)
        guard let found else {
            throw Problem(.notFound, "Không có kỳ báo cáo này, hoặc kỳ không hỏi đơn vị của bạn.")
        }
        return ReportPeriod(found)
    }

    /// Periods that the officer may see: who reads all, every one; others, those that ask for
    /// their unit's report.
    func visiblePeriods(for officer: Officer) -> SQL {
        if officer.may(.readAll) { return "1 = 1" }
        return """
            EXISTS (
                SELECT 1 FROM \(Self.askedUnits)
                WHERE q.ward = p.ward AND q.duty = p.duty AND u.id = \(officer.unit ?? ""))
            """
    }

    /// The units `u` that duties ask, groups taken apart into their members.
    static let askedUnits: SQL = "report_duty_units q \(membersAsked)"

    /// Of a period `p`; a unit that has ended stays where it has delivered.
    static let membersAsked: SQL = """
        LEFT JOIN unit_members m ON m.ward = q.ward AND m.unit_group = q.unit
        JOIN units u ON u.ward = q.ward AND u.id = COALESCE(m.member, q.unit)
            AND u.is_group = 0
            AND (u.ended_at IS NULL OR EXISTS (
                SELECT 1 FROM unit_reports e
                WHERE e.ward = u.ward AND e.unit = u.id AND e.period = p.id))
        """

    /// Notes that the report of a period went out, with the file that was issued.
    ///
    /// The verb that issued it leaves the journal's row.
    func markSent(
        _ period: String, on day: Day, number: String?, scan: String?, file: String, ward: String,
        by officer: Officer
    ) throws {
        let changed = try run(
            """
            UPDATE report_periods SET sent_at = \(now), sent_by = \(officer.id),
                sent_on = \(day), sent_number = \(number), sent_file = \(scan),
                sent_draft = \(file), version = version + 1
            WHERE ward = \(ward) AND id = \(period) AND sent_at IS NULL
            """)
        guard changed == 1 else {
            throw Problem(.conflict, "Báo cáo của kỳ này đã được ghi là đã gửi.")
        }
    }
}
