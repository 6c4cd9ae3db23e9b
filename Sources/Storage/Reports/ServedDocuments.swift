package import Domain

/// A further document that one report serves.
package struct ServedDocument: Sendable, Equatable {
    package let id: String
    /// Of the library; nil: typed by a person.
    package let document: String?
    /// As it is cited within a sentence.
    package let citation: String
}

/// Which further document a person states: one of the library, or words.
package enum StatedDocument: Sendable, Equatable {
    case ofLibrary(String)
    case words(String)
}

/// Further documents that a report serves beside its plan (lồng ghép báo cáo).
extension Transaction {
    /// More than any report serves; a slip of a script is refused.
    package static var servedDocumentsMax: Int { 20 }

    /// Those of a period, in the order in which they were stated.
    ///
    /// - Throws: `.notFound` for a period that is not for this officer.
    package func servedDocuments(
        ofPeriod period: String, for officer: Officer
    ) throws -> [ServedDocument] {
        let period = try reportPeriod(period, for: officer)
        return try rows(
            """
            SELECT id, document, words FROM report_period_documents
            WHERE ward = \(officer.ward) AND period = \(period.id)
            ORDER BY id
            """
        ).map { row in
            let document: String? = row["document"]
            let words: String? = row["words"]
            let known = try document.map { try self.document($0, for: officer) }
            return ServedDocument(
                id: row["id"], document: document,
                citation: known?.content.citation ?? words ?? "")
        }
    }

    /// Periods whose report serves a document of the library, the last one first, of those that
    /// the officer may see.
    package func reportPeriods(
        serving document: String, for officer: Officer
    ) throws -> [ReportPeriod] {
        try rows(
            """
            SELECT \(ReportPeriod.columns) FROM \(ReportPeriod.joins)
            WHERE p.ward = \(officer.ward) AND \(visiblePeriods(for: officer)) AND EXISTS (
                SELECT 1 FROM report_period_documents s
                WHERE s.ward = p.ward AND s.period = p.id AND s.document = \(document))
            ORDER BY p.due DESC, p.id DESC
            LIMIT \(Self.reportPeriodsMax)
            """
        ).map(ReportPeriod.init)
    }

    /// What the plan's own words tell to report together, and nobody has stated yet.
    package func proposedDocuments(
        for period: ReportPeriod, beside served: [ServedDocument]
    ) -> [String] {
        let stated = Set(served.map { folded($0.citation) })
        return JointReport.documents(namedIn: period.duty.words)
            .filter { !stated.contains(folded($0)) }
    }

    /// States that the report of a period serves a further document.
    ///
    /// - Throws: `.conflict` once the report is sent, or when it is stated already.
    package func addServedDocument(
        _ stated: StatedDocument, toPeriod period: String, by officer: Officer
    ) throws {
        let before = try openPeriod(period, by: officer)
        let served = try servedDocuments(ofPeriod: before.id, for: officer)
        guard served.count < Self.servedDocumentsMax else {
            throw Problem(
                .invalid, "Một báo cáo lồng ghép nhiều nhất \(Self.servedDocumentsMax) văn bản.")
        }
        let (document, words) = try Self.columns(of: stated)
        if let document { _ = try self.document(document, for: officer) }
        try run(
            """
            INSERT INTO report_period_documents
                (ward, id, period, document, words, added_at, added_by)
            VALUES (\(officer.ward), \(makeIdentifier()), \(before.id), \(document), \(words),
                \(now), \(officer.id))
            """)
        try record(
            "report.document.add", "report_periods/\(before.id)",
            [JournalChange("document", to: document ?? words)], by: officer)
    }

    /// - Throws: `.notFound` when it is not stated, or no longer.
    package func removeServedDocument(
        _ id: String, fromPeriod period: String, by officer: Officer
    ) throws {
        let before = try openPeriod(period, by: officer)
        let row = try row(
            """
            DELETE FROM report_period_documents
            WHERE ward = \(officer.ward) AND period = \(before.id) AND id = \(id)
            RETURNING document, words
            """)
        guard let row else { throw Problem(.notFound, "Văn bản này đã được bỏ.") }
        let (document, words): (String?, String?) = (row["document"], row["words"])
        try record(
            "report.document.remove", "report_periods/\(before.id)",
            [JournalChange("document", from: document ?? words, to: nil)], by: officer)
    }

    private func openPeriod(_ id: String, by officer: Officer) throws -> ReportPeriod {
        try officer.require(.draftReports)
        let period = try reportPeriod(id, for: officer)
        guard period.sent == nil else {
            throw Problem(.conflict, "Báo cáo này đã gửi; không sửa được nữa.")
        }
        if let report = try report(ofPeriod: id, for: officer), report.stage != .drafting {
            throw Problem(
                .conflict,
                "Báo cáo của kỳ đang ở bước «\(report.stage.title)» nên không đổi văn bản lồng ghép được."
            )
        }
        return period
    }

    private static func columns(
        of stated: StatedDocument
    ) throws(Problem) -> (document: String?, words: String?) {
        switch stated {
        case .ofLibrary(let id): return (id, nil)
        case .words(let words):
            guard !words.isEmpty else {
                let message = "Hãy chọn văn bản trong thư viện, hoặc ghi tên văn bản."
                throw Problem(.invalid, message, refusals: ["words": message])
            }
            guard words.count <= JointReport.wordsLengthMax else {
                let message = "Tên văn bản dài nhất \(JointReport.wordsLengthMax) ký tự."
                throw Problem(.invalid, message, refusals: ["words": message])
            }
            return (nil, words)
        }
    }
}
