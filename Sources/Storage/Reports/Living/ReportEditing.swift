package import Domain

/// What people write over the draft: parts, head and foot, figures that no register has.
extension Transaction {
    /// Longest text of one part, in characters: about twenty pages.
    package static var sectionLengthMax: Int { 60_000 }

    private func requireDrafting(_ id: String, by officer: Officer) throws -> StoredReport {
        try officer.require(.draftReports)
        let found = try report(id, for: officer)
        guard found.stage == .drafting else {
            throw Problem(
                .conflict,
                "Báo cáo đang ở bước «\(found.stage.title)» nên không sửa được. Muốn sửa, hãy nhờ người soát hoặc duyệt trả lại."
            )
        }
        return found
    }

    /// Parts that people rewrote, in the order of their first edit.
    func edits(of report: String, ward: String) throws -> [SectionEdit] {
        try rows(
            """
            SELECT e.section, e.level, e.title, e.text, e.base, e.edited_at, e.version, c.name
            FROM report_edits e LEFT JOIN accounts c ON c.ward = e.ward AND c.id = e.edited_by
            WHERE e.ward = \(ward) AND e.report = \(report) ORDER BY e.edited_at, e.section
            """
        ).map { row in
            let (base, name): (String, String?) = (row["base"], row["name"])
            return SectionEdit(
                section: row["section"], level: row["level"], title: row["title"],
                text: row["text"],
                base: base.split(whereSeparator: \.isNewline).map(String.init),
                at: row["edited_at"], by: name ?? "", version: row["version"])
        }
    }

    /// Keeps what a person wrote over a part.
    ///
    /// - Parameters:
    ///   - base: `SectionText.told` of the draft that the person saw; nil: that of this moment.
    ///   - version: of the edit that the person saw, 0 where there was none.
    /// - Throws: `.conflict` when somebody else edited the part since, or it is no longer drafted.
    package func editSection(
        _ key: String, of id: String, text: String, base: [String]? = nil, version: Int,
        by officer: Officer
    ) throws {
        let report = try requireDrafting(id, by: officer)
        guard
            let part = try draft(of: report, for: officer).sections.first(where: {
                $0.section.key == key
            })
        else {
            throw Problem(.notFound, "Báo cáo không có phần này. Hãy tải lại trang.")
        }
        guard text.count <= Self.sectionLengthMax else {
            throw Problem(
                .invalid, "Một phần dài nhất \(Self.sectionLengthMax.vietnamese) ký tự.",
                refusals: ["text": "Dài nhất \(Self.sectionLengthMax.vietnamese) ký tự."])
        }
        guard (part.edit?.version ?? 0) == version else { throw Problem.changedMeanwhile }
        let below = base ?? part.drafted.map { SectionText.told($0.blocks) } ?? []
        let lines = text.split(whereSeparator: \.isNewline).joined(separator: "\n")
        let changed: Int
        if part.edit == nil {
            changed = try run(
                """
                INSERT INTO report_edits
                    (ward, report, section, level, title, text, base, edited_at, edited_by)
                VALUES (\(officer.ward), \(id), \(key), \(part.section.level),
                    \(part.section.title), \(lines), \(below.joined(separator: "\n")), \(now),
                    \(officer.id))
                ON CONFLICT (ward, report, section) DO NOTHING
                """)
        } else {
            changed = try run(
                """
                UPDATE report_edits SET text = \(lines), base = \(below.joined(separator: "\n")),
                    edited_at = \(now), edited_by = \(officer.id), version = version + 1
                WHERE ward = \(officer.ward) AND report = \(id) AND section = \(key)
                    AND version = \(version)
                """)
        }
        guard changed == 1 else { throw Problem.changedMeanwhile }
        let before = SectionText.lines(of: part.section.blocks).joined(separator: "\n")
        try record(
            "report.section.edit", "reports/\(id)",
            [
                JournalChange("section", to: part.section.name),
                JournalChange("text", from: before, to: lines),
            ], by: officer)
    }

    /// Keeps a part as it was edited, and takes its figures' changes as seen.
    package func acknowledgeSection(
        _ key: String, of id: String, version: Int, by officer: Officer
    ) throws {
        let report = try requireDrafting(id, by: officer)
        guard
            let part = try draft(of: report, for: officer).sections.first(where: {
                $0.section.key == key
            }), let merged = part.merged
        else { throw Problem(.notFound, "Phần này chưa ai sửa. Hãy tải lại trang.") }
        try editSection(
            key, of: id, text: merged.lines.joined(separator: "\n"), version: version, by: officer)
    }

    /// Takes the draft of the program back for a part.
    package func restoreSection(
        _ key: String, of id: String, version: Int, by officer: Officer
    ) throws {
        _ = try requireDrafting(id, by: officer)
        let row = try row(
            """
            DELETE FROM report_edits
            WHERE ward = \(officer.ward) AND report = \(id) AND section = \(key)
                AND version = \(version)
            RETURNING text, title
            """)
        guard let row else { throw Problem.changedMeanwhile }
        let (text, title): (String, String) = (row["text"], row["title"])
        try record(
            "report.section.restore", "reports/\(id)",
            [
                JournalChange("section", to: title.isEmpty ? key : title),
                JournalChange("text", from: text, to: nil),
            ], by: officer)
    }

    // MARK: Head and foot

    /// Sets number, date, addressees, recipients and signer; number and date also once it is
    /// approved, when the office gives them.
    package func setReportHead(
        _ head: ReportHead, of id: String, version: Int, by officer: Officer
    ) throws {
        let before = try requireDrafting(id, by: officer)
        let changed = try run(
            """
            UPDATE reports SET number = \(head.number), issued = \(head.issued),
                addressees = \(head.addressees), recipients = \(head.recipients),
                signer = \(head.signer), signed_by_deputy = \(head.isSignedByDeputy),
                version = version + 1
            WHERE ward = \(officer.ward) AND id = \(id) AND version = \(version)
            """)
        guard changed == 1 else { throw Problem.changedMeanwhile }
        let pairs: [(String, String?, String?)] = [
            ("number", before.head.number, head.number),
            ("issued", before.head.issued?.iso, head.issued?.iso),
            ("addressees", before.head.addressees, head.addressees),
            ("recipients", before.head.recipients, head.recipients),
            ("signer", before.head.signer, head.signer),
            ("signed_by_deputy", "\(before.head.isSignedByDeputy)", "\(head.isSignedByDeputy)"),
        ]
        try record(
            "report.head", "reports/\(id)",
            pairs.filter { $0.1 != $0.2 }.map { JournalChange($0.0, from: $0.1, to: $0.2) },
            by: officer)
    }

    // MARK: Typed figures

    func entries(of report: String, ward: String) throws -> [String: ReportEntry] {
        let found = try rows(
            """
            SELECT e.figure, e.value, e.note, c.name FROM report_entries e
            LEFT JOIN accounts c ON c.ward = e.ward AND c.id = e.entered_by
            WHERE e.ward = \(ward) AND e.report = \(report)
            """)
        return Dictionary(
            found.map { row in
                let name: String? = row["name"]
                return (
                    row["figure"] as String,
                    ReportEntry(value: row["value"], note: row["note"], by: name ?? "")
                )
            }, uniquingKeysWith: { one, _ in one })
    }

    /// Types a figure instead of what the registers say, with the reason.
    ///
    /// - Throws: `.notFound` for a figure that the kind has not; `.invalid` below zero or without
    ///   reason.
    package func enterFigure(
        _ key: String, of id: String, value: Double, note: String, by officer: Officer
    ) throws {
        let report = try requireDrafting(id, by: officer)
        guard report.kind.figure(key) != nil else {
            throw Problem(.notFound, "Báo cáo không có số liệu này.")
        }
        var refusals: [String: String] = [:]
        if !value.isFinite || value < 0 { refusals["value"] = "Số liệu phải từ 0 trở lên." }
        if note.isEmpty { refusals["note"] = "Hãy ghi lấy số ở đâu, vì sao khác sổ." }
        if note.count > Self.noteLengthMax {
            refusals["note"] = "Dài nhất \(Self.noteLengthMax) ký tự."
        }
        guard refusals.isEmpty else {
            throw Problem(.invalid, "Có \(refusals.count) mục chưa đúng.", refusals: refusals)
        }
        let before = try entries(of: id, ward: officer.ward)[key]
        try run(
            """
            INSERT INTO report_entries
                (ward, report, figure, value, note, entered_at, entered_by)
            VALUES (\(officer.ward), \(id), \(key), \(value), \(note), \(now), \(officer.id))
            ON CONFLICT (ward, report, figure) DO UPDATE SET value = excluded.value,
                note = excluded.note, entered_at = excluded.entered_at,
                entered_by = excluded.entered_by
            """)
        try record(
            "report.figure.enter", "reports/\(id)",
            [
                JournalChange("figure", to: report.kind.figure(key)?.name),
                JournalChange(
                    "value", from: before.map { $0.value.vietnamese ?? "\($0.value)" },
                    to: value.vietnamese ?? "\(value)"),
                JournalChange("note", from: before?.note, to: note),
            ], by: officer)
    }

    private static var noteLengthMax: Int { 500 }

    /// Takes what the registers say again.
    package func removeEntry(_ key: String, of id: String, by officer: Officer) throws {
        let report = try requireDrafting(id, by: officer)
        let row = try row(
            """
            DELETE FROM report_entries
            WHERE ward = \(officer.ward) AND report = \(id) AND figure = \(key)
            RETURNING value
            """)
        guard let row else { throw Problem(.notFound, "Số này đã được bỏ.") }
        let value: Double = row["value"]
        try record(
            "report.figure.remove", "reports/\(id)",
            [
                JournalChange("figure", to: report.kind.figure(key)?.name),
                JournalChange("value", from: value.vietnamese ?? "\(value)", to: nil),
            ], by: officer)
    }
}
