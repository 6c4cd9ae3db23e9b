package import Domain

/// Figures of issued reports that somebody corrected since, and the reports that correct them.
extension Transaction {
    /// Figures that the registers tell otherwise today than when the report was handed up.
    ///
    /// Only of figures that follow from dated records: what stood on a day cannot be counted again.
    func differences(of report: StoredReport, ward: String) throws -> [ReportDifference] {
        try differences(of: report, registers: nil, ward: ward)
    }

    private func differences(
        of report: StoredReport, registers: Set<String>?, ward: String
    ) throws -> [ReportDifference] {
        guard let to = report.to else { return [] }
        let kept = try rows(
            """
            SELECT figure, value, register, records FROM report_figures
            WHERE ward = \(ward) AND report = \(report.id) AND register <> ''
            """)
        return try kept.compactMap { row -> ReportDifference? in
            let (key, register): (String, String) = (row["figure"], row["register"])
            guard registers?.contains(register) ?? true else { return nil }
            let old: Double? = row["value"]
            if register == Self.targetRegister {
                return try targetDifference(key, from: old, to: to, ward: ward)
            }
            guard let measure = report.kind.figure(key)?.measure else { return nil }
            let records: [FigureRecord] = try ReportJSON.read(row["records"]) ?? []
            let new = try value(of: measure, from: report.from, to: to, ward: ward)
            let found = try countedRecords(of: measure, from: report.from, to: to, ward: ward)
            let changes = ReportDifference.changes(from: records, to: found)
            // A register that was begun later holds nothing of the time: nothing was corrected.
            guard old != new, !changes.isEmpty else { return nil }
            return ReportDifference(
                figure: key, label: measure.name, unit: measure.unit, old: old, new: new,
                register: register, records: changes)
        }
    }

    /// Stands for the register of figures that units report of targets.
    static let targetRegister = "targets"

    /// Of a target that units report: the last value by the day, of those that nobody withdrew.
    private func targetDifference(
        _ key: String, from old: Double?, to: Day, ward: String
    ) throws -> ReportDifference? {
        let found = try row(
            """
            SELECT g.id, g.plan, g.name, g.unit, v.value FROM targets g
            LEFT JOIN target_values v ON v.ward = g.ward AND v.id = (
                SELECT w.id FROM target_values w
                WHERE w.ward = g.ward AND w.target = g.id AND w.day <= \(to)
                    AND w.withdrawn_at IS NULL
                ORDER BY w.day DESC, w.at DESC, w.id DESC LIMIT 1)
            WHERE g.ward = \(ward) AND g.id = \(String(key.drop { $0 != ":" }.dropFirst()))
                AND g.indicator IS NULL
            """)
        guard let found else { return nil }
        let new: Double? = found["value"]
        guard old != new else { return nil }
        let measure: String? = found["unit"]
        return ReportDifference(
            figure: key, label: found["name"], unit: measure.map(MeasureName.words) ?? "",
            old: old, new: new, register: Self.targetRegister, records: [],
            target: .target(plan: found["plan"], id: found["id"]))
    }

    /// Issued reports, their last correction each, whose figures differ from the registers.
    package func reportsToCorrect(
        for officer: Officer
    ) throws -> [(report: StoredReport, differences: [ReportDifference])] {
        try officer.require(.readAll)
        return try issuedReports(ward: officer.ward, registers: nil).compactMap { report in
            let found = try differences(of: report, ward: officer.ward)
            return found.isEmpty ? nil : (report, found)
        }
    }

    /// The last of each line of corrections that went out, of kinds whose figures can be counted again.
    private func issuedReports(ward: String, registers: Set<String>?) throws -> [StoredReport] {
        let touched: SQL =
            registers.map {
                """
                EXISTS (SELECT 1 FROM report_figures f
                    WHERE f.ward = r.ward AND f.report = r.id AND f.register IN \(SQL.list($0.sorted())))
                """
            } ?? "1 = 1"
        return try rows(
            """
            SELECT \(StoredReport.columns) FROM \(StoredReport.joins)
            WHERE r.ward = \(ward) AND r.ended_at IS NULL AND r.stage = \(ReportStage.issued)
                AND \(touched) AND NOT EXISTS (
                    SELECT 1 FROM reports c WHERE c.ward = r.ward AND c.corrects = r.id
                        AND c.ended_at IS NULL AND c.stage = \(ReportStage.issued))
            ORDER BY r.created_at DESC, r.id DESC LIMIT \(Self.reportsMax)
            """
        ).compactMap(StoredReport.init)
    }

    /// Begins the correction of every issued report whose figures a change of these registers made
    /// untrue; the end of every write that changes records.
    func correctIssuedReports(registers: Set<String>, ward: String) throws {
        let measured = registers.intersection(Self.measuredRegisters)
        guard !measured.isEmpty else { return }
        for report in try issuedReports(ward: ward, registers: measured) {
            guard try !hasCorrection(report.id, ward: ward) else { continue }
            let found = try differences(of: report, registers: measured, ward: ward)
            guard !found.isEmpty else { continue }
            _ = try startCorrection(of: report, found, ward: ward, by: nil)
        }
    }

    /// The same of all registers, for changes that no verb of records made.
    package func correctIssuedReports(ward: String) throws {
        try correctIssuedReports(registers: Self.measuredRegisters, ward: ward)
    }

    private static let measuredRegisters = Set(
        ReportMeasures.all.map(\.register.name) + [targetRegister])

    private func hasCorrection(_ id: String, ward: String) throws -> Bool {
        let found: Int? = try value(
            """
            SELECT 1 AS value FROM reports
            WHERE ward = \(ward) AND corrects = \(id) AND ended_at IS NULL
            """)
        return found != nil
    }

    /// Begins the correction of an issued report, with the words that were edited in it.
    ///
    /// - Returns: its identifier.
    /// - Throws: `.conflict` where one was begun, or nothing differs.
    @discardableResult
    package func startCorrection(of id: String, by officer: Officer) throws -> String {
        try officer.require(.draftReports)
        let report = try report(id, for: officer)
        guard report.stage == .issued else {
            throw Problem(.conflict, "Chỉ đính chính báo cáo đã phát hành.")
        }
        let found = try differences(of: report, ward: officer.ward)
        guard !found.isEmpty else {
            throw Problem(
                .conflict,
                "Số liệu các sổ không khác số liệu đã báo cáo; không có gì để đính chính.")
        }
        return try startCorrection(of: report, found, ward: officer.ward, by: officer)
    }

    private func startCorrection(
        of report: StoredReport, _ differences: [ReportDifference], ward: String,
        by officer: Officer?
    ) throws -> String {
        let id = makeIdentifier()
        try run(
            """
            INSERT INTO reports
                (ward, id, kind, period, plan, facility, begins, ends, subject, addressees,
                 recipients, signer, signed_by_deputy, stage, corrects, revision, created_at,
                 created_by)
            SELECT ward, CAST(\(id) AS TEXT), kind, period, plan, facility, begins, ends, subject,
                addressees, recipients, signer, signed_by_deputy,
                CAST(\(ReportStage.drafting) AS TEXT), id, revision + 1,
                CAST(\(now) AS BIGINT), CAST(\(officer?.id) AS TEXT)
            FROM reports WHERE ward = \(ward) AND id = \(report.id)
            """)
        let copies: [(table: SQL, columns: SQL)] = [
            ("report_edits", "section, level, title, text, base, edited_at, edited_by"),
            ("report_entries", "figure, value, note, entered_at, entered_by"),
        ]
        for (table, columns) in copies {
            try run(
                """
                INSERT INTO \(table) (ward, report, \(columns))
                SELECT ward, CAST(\(id) AS TEXT), \(columns) FROM \(table)
                WHERE ward = \(ward) AND report = \(report.id)
                """)
        }
        try record(
            "report.correct", "reports/\(id)",
            [JournalChange("corrects", to: report.citation)]
                + differences.map {
                    JournalChange(
                        $0.label, from: $0.old.flatMap(\.vietnamese), to: $0.new?.vietnamese)
                }, ward: ward, account: officer?.id, origin: officer?.origin ?? "program")
        return id
    }
}

/// Names of the records behind differences.
extension Transaction {
    /// So many records of a difference are named.
    package static var namedRecordsMax: Int { 20 }

    /// By identifier, of the registers that the officer may read; what is no longer kept has none.
    package func differenceNames(
        _ differences: [ReportDifference], for officer: Officer
    ) throws -> [String: String] {
        var names: [String: String] = [:]
        for difference in differences {
            guard let register = Registers.named(difference.register),
                register.access.readers.contains(officer.role)
            else { continue }
            let ids = difference.records.prefix(Self.namedRecordsMax).map(\.id)
            let found = try records(withIDs: ids, of: register, for: officer)
            let shown = try cellNames(of: found, in: register, for: officer)
            for record in found { names[record.id] = Self.name(of: record, in: register, shown) }
        }
        return names
    }
}
