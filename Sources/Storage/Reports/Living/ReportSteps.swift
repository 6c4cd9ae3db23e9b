package import Domain

/// The way of a report from its drafter to whom it goes: handed up, looked through, approved, issued.
extension Transaction {
    /// Hands a report up: words and figures are kept as they stand, with the records behind.
    ///
    /// - Throws: `.conflict` while places are open, or sums do not agree, saying which.
    package func handInReport(_ id: String, version: Int, by officer: Officer) throws {
        let report = try self.report(id, for: officer)
        try report.standing.check(.handedIn, by: officer)
        let draft = try draft(of: report, for: officer)
        let gaps = draft.document.gaps
        guard gaps.isEmpty else {
            let named = gaps.prefix(Self.gapsNamed).joined(separator: "; ")
            throw Problem(
                .conflict,
                "Chưa trình được: còn \(gaps.count) chỗ phải bổ sung, như \(named). Hãy sửa các phần đó."
            )
        }
        try Self.requireSums(draft.disagreements)
        let content = ReportContent(
            text: ReportText(
                title: draft.document.title, sections: draft.sections.map(\.section),
                appendices: draft.document.appendices), figures: draft.figures)
        try keepFigures(of: report, draft, ward: officer.ward)
        try bring(
            report, to: .handedIn, version: version,
            "content = \(try ReportJSON.write(content)), ends = \(draft.to)",
            verb: "report.hand_in",
            by: officer)
    }

    /// So many open places are named in a refusal.
    private static var gapsNamed: Int { 3 }

    private static func requireSums(_ disagreements: [String]) throws(Problem) {
        guard disagreements.isEmpty else {
            throw Problem(
                .conflict,
                "Số liệu chưa khớp nên chưa trình, duyệt được. \(disagreements.joined(separator: " "))"
            )
        }
    }

    /// The head looked through it.
    package func reviewReport(_ id: String, version: Int, by officer: Officer) throws {
        let report = try self.report(id, for: officer)
        try report.standing.check(.reviewed, by: officer)
        try bring(report, to: .reviewed, version: version, verb: "report.review", by: officer)
    }

    /// Approves a report, which locks it.
    package func approveReport(_ id: String, version: Int, by officer: Officer) throws {
        let report = try self.report(id, for: officer)
        try report.standing.check(.approved, by: officer)
        try Self.requireSums(try draft(of: report, for: officer).disagreements)
        try bring(report, to: .approved, version: version, verb: "report.approve", by: officer)
    }

    /// Gives a report back to its drafter, with the reason; figures follow the registers again.
    package func sendBackReport(
        _ id: String, reason: String, version: Int, by officer: Officer
    ) throws {
        let report = try self.report(id, for: officer)
        try report.standing.checkReturn(by: officer)
        guard !reason.isEmpty else {
            let words = "Hãy ghi lý do trả lại để người soạn biết cần sửa gì."
            throw Problem(.invalid, words, refusals: ["reason": words])
        }
        try run(
            "DELETE FROM report_figures WHERE ward = \(officer.ward) AND report = \(id)")
        // A period's report and one to today follow the day again.
        let ends: SQL =
            report.kind.subject == .duty && report.corrects == nil ? "NULL" : "ends"
        try bring(
            report, to: .drafting, version: version,
            """
            content = NULL, ends = \(ends), returned_at = \(now), returned_by = \(officer.id),
                return_reason = \(reason)
            """, verb: "report.send_back", changes: [JournalChange("reason", to: reason)],
            by: officer)
    }

    /// Gives an approved report its number and day, and sends it out; it never changes after that.
    ///
    /// - Parameter file: writes the document as it goes out; its bytes are kept.
    package func issueReport(
        _ id: String, number: String, on day: Day, scan: Evidence?, version: Int,
        by officer: Officer, file: (AdministrativeDocument) throws -> Evidence
    ) throws {
        let report = try self.report(id, for: officer)
        try report.standing.check(.issued, by: officer)
        try checkIssue(report, number: number, on: day)
        var document = try draft(of: report, for: officer).document
        document.number = number
        document.date = IssueDate(day)
        let kept = try file(document)
        let fileID = try addFile(
            kept.bytes, name: kept.name, mediaType: kept.mediaType, by: officer)
        let scanID = try scan.map {
            try addFile($0.bytes, name: $0.name, mediaType: $0.mediaType, by: officer)
        }
        if let period = report.period, report.corrects == nil {
            try markSent(
                period, on: day, number: "\(number)/\(document.symbol)", scan: scanID,
                file: fileID, ward: officer.ward, by: officer)
        }
        try bring(
            report, to: .issued, version: version,
            """
            document = \(try ReportJSON.write(document)), file = \(fileID), scan = \(scanID),
                number = \(number), issued = \(day)
            """, verb: "report.issue",
            changes: [
                JournalChange("number", to: number), JournalChange("issued", to: day.iso),
                JournalChange("file", to: fileID), JournalChange("scan", to: scanID),
            ].filter { $0.after != nil }, by: officer)
    }

    private func checkIssue(
        _ report: StoredReport, number: String, on day: Day
    ) throws(Problem) {
        var refusals: [String: String] = [:]
        if number.isEmpty || number.count > Self.numberLengthMax
            || !number.allSatisfy({
                $0.isASCII && ($0.isNumber || $0.isLetter)
            })
        {
            refusals["number"] = "Ghi phần số, như 45; ký hiệu chương trình tự thêm."
        }
        if day > today || day < report.from {
            refusals["issued"] =
                "Ngày phát hành từ \(report.from.vietnamese) đến hôm nay, \(today.vietnamese)."
        }
        if !refusals.isEmpty {
            throw Problem(.invalid, "Có \(refusals.count) mục chưa đúng.", refusals: refusals)
        }
    }

    private static var numberLengthMax: Int { 10 }

    private func bring(
        _ report: StoredReport, to stage: ReportStage, version: Int, _ more: SQL? = nil,
        verb: String, changes: [JournalChange] = [], by officer: Officer
    ) throws {
        let sets: SQL = more.map { ", \($0)" } ?? ""
        let changed = try run(
            """
            UPDATE reports SET stage = \(stage), stage_by = \(officer.id), stage_at = \(now),
                version = version + 1\(sets)
            WHERE ward = \(officer.ward) AND id = \(report.id) AND version = \(version)
                AND stage = \(report.stage)
            """)
        guard changed == 1 else { throw Problem.changedMeanwhile }
        try record(verb, "reports/\(report.id)", changes, by: officer)
    }

    /// Keeps the figures as they stand, and the records that each counted.
    private func keepFigures(
        of report: StoredReport, _ draft: ReportDraft, ward: String
    ) throws {
        for figure in draft.figures {
            // What a person typed follows no records.
            let measure = figure.note == nil ? report.kind.figure(figure.key)?.measure : nil
            let records = try measure.map {
                try countedRecords(of: $0, from: report.from, to: draft.to, ward: ward)
            }
            try keepFigure(
                figure.key, figure.value, measure?.register.name ?? "", records ?? [],
                of: report, ward: ward)
        }
        for target in draft.targets {
            guard let key = Self.figureKey(of: target) else { continue }
            try keepFigure(
                key, target.reached, target.isMeasured ? "" : Self.targetRegister, [], of: report,
                ward: ward)
        }
    }

    private func keepFigure(
        _ key: String, _ value: Double?, _ register: String, _ records: [FigureRecord],
        of report: StoredReport, ward: String
    ) throws {
        try run(
            """
            INSERT INTO report_figures (ward, report, figure, value, register, records)
            VALUES (\(ward), \(report.id), \(key), \(value), \(register),
                \(try ReportJSON.write(records)))
            ON CONFLICT (ward, report, figure) DO NOTHING
            """)
    }
}
