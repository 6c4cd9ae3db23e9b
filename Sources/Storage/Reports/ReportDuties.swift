package import Domain

/// A report duty as it is kept.
package struct StoredReportDuty: Sendable, Equatable {
    package let id: String
    package let plan: String
    /// `131/KH-UBND`, or what a blank number leaves of it.
    package let planNumber: String
    package let planTitle: String
    package let content: ReportDuty
    /// The plan's own sentence; empty: set up by hand.
    package let words: String
    package let version: Int

    static let columns: SQL = """
        d.id AS duty, d.plan, d.from_names, d.recipient, d.via, d.prepared_by, d.due AS duty_due,
        d.is_before_due, d.recurrence, d.is_of_ward, d.words, d.version AS duty_version,
        n.number AS plan_number, n.number_suffix AS plan_suffix, n.title AS plan_title
        """

    init(_ row: Row) {
        id = row["duty"]
        plan = row["plan"]
        let suffix: String? = row["plan_suffix"]
        planNumber = (row["plan_number"] as String?) ?? suffix.map { "…\($0)" } ?? "chưa có số"
        planTitle = row["plan_title"]
        let recurrence: String = row["recurrence"]
        content = ReportDuty(
            from: writtenLines(row["from_names"]), to: row["recipient"], via: row["via"],
            preparedBy: writtenLines(row["prepared_by"]), due: row["duty_due"],
            isBeforeDue: row["is_before_due"],
            recurrence: .init(rawValue: recurrence) ?? .unspecified, isOfWard: row["is_of_ward"])
        words = row["words"]
        version = row["duty_version"]
    }
}

/// Report duties: taken from plans, set up and corrected by hand.
extension Transaction {
    /// Keeps what a plan in force says of reports, and lays out the periods.
    ///
    /// Safe to run again for an amendment: a duty that the plan still has keeps its reports, and
    /// what a person has set; one that it no longer has ends.
    func takeReportDuties(ofPlan id: String, by officer: Officer) throws {
        let plan = try self.plan(id, for: officer)
        guard plan.status == .running else { return }
        let ward = officer.ward
        let version = try self.version(of: plan, ward: ward)
        var counts: [String: Int] = [:]
        var told: [String] = []
        for reading in version.reading.reports {
            let base = folded(
                (reading.from + [reading.to ?? "", reading.recurrence.rawValue])
                    .joined(separator: "|"))
            counts[base, default: 0] += 1
            let key = counts[base] == 1 ? base : "\(base)#\(counts[base] ?? 0)"
            told.append(key)
            let words = Self.words(of: reading, in: version)
            try keepTold(
                ReportDuty(reading, words: words), key: key, words: words, line: reading.line,
                plan: plan.id, ward: ward)
        }
        let gone: SQL =
            told.isEmpty ? "told_key IS NOT NULL" : "told_key NOT IN \(SQL.list(told))"
        let ended = try run(
            """
            UPDATE report_duties SET ended_at = \(now), version = version + 1
            WHERE ward = \(ward) AND plan = \(plan.id) AND ended_at IS NULL AND \(gone)
            """)
        try record(
            "report.duties", "plans/\(plan.id)",
            [
                JournalChange("duties", to: "\(told.count)"),
                JournalChange("duties_ended", to: "\(ended)"),
            ], by: officer)
        try layOutReportPeriods(ward: ward, plan: plan.id)
    }

    /// The paragraph of the plan in which the duty stands: a file with hard breaks has it in
    /// several lines.
    private static func words(
        of reading: ReportDutyReading, in version: PlanVersion
    ) -> String {
        let task = version.reading.tasks.first {
            $0.lineStart <= reading.line && reading.line <= $0.lineEnd
        }
        let lines = task.map { $0.lineStart...$0.lineEnd } ?? reading.line...reading.line
        return version.source.lines.filter { lines.contains($0.number) }.map(\.text)
            .flatMap { $0.split(whereSeparator: \.isWhitespace) }.joined(separator: " ")
    }

    private func keepTold(
        _ duty: ReportDuty, key: String, words: String, line: Int, plan: String, ward: String
    ) throws {
        let known: String? = try value(
            """
            SELECT id AS value FROM report_duties
            WHERE ward = \(ward) AND plan = \(plan) AND told_key = \(key)
            """)
        guard let known else {
            try insert(duty, toldKey: key, words: words, line: line, plan: plan, ward: ward)
            return
        }
        try run(
            """
            UPDATE report_duties SET words = \(words), line = \(line), ended_at = NULL
            WHERE ward = \(ward) AND id = \(known)
            """)
        let isSetByHand: Int? = try value(
            """
            SELECT 1 AS value FROM report_duties
            WHERE ward = \(ward) AND id = \(known) AND changed_at IS NOT NULL
            """)
        if isSetByHand == nil { try rewrite(known, to: duty, ward: ward) }
    }

    /// - Returns: its identifier.
    @discardableResult
    private func insert(
        _ duty: ReportDuty, toldKey: String?, words: String, line: Int?, plan: String, ward: String
    ) throws -> String {
        let id = makeIdentifier()
        try run(
            """
            INSERT INTO report_duties
                (ward, id, plan, told_key, from_names, recipient, via, prepared_by, due,
                 is_before_due, recurrence, is_of_ward, words, line, created_at)
            VALUES (\(ward), \(id), \(plan), \(toldKey), \(duty.from.joined(separator: "\n")),
                \(duty.to), \(duty.via), \(duty.preparedBy.joined(separator: "\n")), \(duty.due),
                \(duty.isBeforeDue), \(duty.recurrence.rawValue), \(duty.isOfWard), \(words),
                \(line), \(now))
            """)
        try bindUnits(of: id, to: duty.from, ward: ward)
        return id
    }

    private func rewrite(_ id: String, to duty: ReportDuty, ward: String) throws {
        try run(
            """
            UPDATE report_duties SET from_names = \(duty.from.joined(separator: "\n")),
                recipient = \(duty.to), via = \(duty.via),
                prepared_by = \(duty.preparedBy.joined(separator: "\n")), due = \(duty.due),
                is_before_due = \(duty.isBeforeDue), recurrence = \(duty.recurrence.rawValue),
                is_of_ward = \(duty.isOfWard), version = version + 1
            WHERE ward = \(ward) AND id = \(id)
            """)
        try bindUnits(of: id, to: duty.from, ward: ward)
    }

    /// Binds the units that the ward knows by these names; what nobody has learned stays words.
    private func bindUnits(of duty: String, to names: [String], ward: String) throws {
        let aliases = try unitAliases(of: ward)
        try run("DELETE FROM report_duty_units WHERE ward = \(ward) AND duty = \(duty)")
        for unit in Set(names.compactMap { aliases[folded($0)] }).sorted() {
            try run(
                """
                INSERT INTO report_duty_units (ward, duty, unit)
                VALUES (\(ward), \(duty), \(unit))
                """)
        }
    }

    /// Duties of plans in force that the officer may see, those of the latest plan first.
    package func reportDuties(for officer: Officer) throws -> [StoredReportDuty] {
        try officer.require(.readAll)
        return try rows(
            """
            SELECT \(StoredReportDuty.columns)
            FROM report_duties d JOIN plans n ON n.ward = d.ward AND n.id = d.plan
            WHERE d.ward = \(officer.ward) AND d.ended_at IS NULL AND n.status = 'running'
            ORDER BY n.created_at DESC, n.id, d.line, d.id
            """
        ).map(StoredReportDuty.init)
    }

    /// - Throws: `.notFound`.
    package func reportDuty(_ id: String, for officer: Officer) throws -> StoredReportDuty {
        guard let duty = try reportDuties(for: officer).first(where: { $0.id == id }) else {
            throw Problem(.notFound, "Không có chế độ báo cáo này, hoặc kế hoạch đã kết thúc.")
        }
        return duty
    }

    /// Sets up a report that the plan does not name (REP-04, REP-11).
    ///
    /// - Returns: its identifier.
    @discardableResult
    package func addReportDuty(
        _ duty: ReportDuty, ofPlan plan: String, by officer: Officer
    ) throws -> String {
        try officer.require(.draftReports)
        try duty.check()
        let plan = try self.plan(plan, for: officer)
        guard plan.status == .running else {
            throw Problem(
                .conflict, "Chỉ đặt chế độ báo cáo cho kế hoạch đang thực hiện.",
                refusals: ["plan": "Hãy chọn kế hoạch đang thực hiện."])
        }
        try requireKnown(duty, ward: officer.ward)
        let id = try insert(
            duty, toldKey: nil, words: "", line: nil, plan: plan.id, ward: officer.ward)
        try record(
            "report.duty.add", "report_duties/\(id)", Self.changes(from: nil, to: duty),
            by: officer)
        try layOutReportPeriods(ward: officer.ward, plan: plan.id)
        return id
    }

    /// Corrects a duty; periods that nobody has begun to report on follow it.
    package func changeReportDuty(
        _ id: String, to duty: ReportDuty, version: Int, by officer: Officer
    ) throws {
        try officer.require(.draftReports)
        try duty.check()
        let before = try reportDuty(id, for: officer)
        guard before.version == version else { throw Problem.changedMeanwhile }
        try requireKnown(duty, ward: officer.ward)
        try rewrite(id, to: duty, ward: officer.ward)
        try run(
            """
            UPDATE report_duties SET changed_at = \(now)
            WHERE ward = \(officer.ward) AND id = \(id)
            """)
        try record(
            "report.duty.change", "report_duties/\(id)",
            Self.changes(from: before.content, to: duty), by: officer)
        try layOutReportPeriods(ward: officer.ward, plan: before.plan)
    }

    /// A report of units that no unit of the ward would be asked for.
    private func requireKnown(_ duty: ReportDuty, ward: String) throws {
        if duty.isOfWard { return }
        let aliases = try unitAliases(of: ward)
        let unknown = duty.from.filter { aliases[folded($0)] == nil }
        guard unknown.isEmpty else {
            let words =
                "Phường chưa biết tên đơn vị: \(unknown.joined(separator: "; ")). Hãy ghi tên như trong danh sách đơn vị."
            throw Problem(.invalid, words, refusals: ["from": words])
        }
    }

    private static func changes(from before: ReportDuty?, to after: ReportDuty) -> [JournalChange] {
        let pairs: [(String, String?, String?)] = [
            ("from", before?.from.joined(separator: "; "), after.from.joined(separator: "; ")),
            ("to", before?.to, after.to), ("via", before?.via, after.via),
            ("due", before?.due, after.due),
            ("is_before_due", before.map { "\($0.isBeforeDue)" }, "\(after.isBeforeDue)"),
            ("recurrence", before?.recurrence.rawValue, after.recurrence.rawValue),
            ("is_of_ward", before.map { "\($0.isOfWard)" }, "\(after.isOfWard)"),
        ]
        return pairs.filter { $0.1 != $0.2 }.map { JournalChange($0.0, from: $0.1, to: $0.2) }
    }
}
