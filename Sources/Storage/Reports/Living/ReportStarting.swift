package import Domain

/// Beginning and giving up reports.
extension Transaction {
    /// Longest time that one report may tell of, in days: five years.
    private static var reportDaysMax: Int { 1_830 }
    /// Characters: it stands in the title.
    private static var subjectLengthMax: Int { 300 }

    /// Begins a report; its words are drafted whenever somebody looks.
    ///
    /// - Returns: its identifier.
    /// - Throws: `.conflict` where the period has one, or sent its report already.
    @discardableResult
    package func startReport(_ new: NewReport, by officer: Officer) throws -> String {
        try officer.require(.draftReports)
        guard let kind = ReportKinds.named(new.kind) else {
            throw Problem(
                .invalid, "Hãy chọn loại báo cáo.", refusals: ["kind": "Hãy chọn loại báo cáo."])
        }
        var head = ReportHead()
        let (from, to): (Day, Day?)
        switch kind.subject {
        case .duty:
            let period = try reportPeriod(new.period ?? "", for: officer)
            try period.requireWardReport()
            guard period.sent == nil else {
                throw Problem(.conflict, "Báo cáo của kỳ này đã gửi; không soạn lại được.")
            }
            (from, to) = (period.begins, nil)
            head = period.head
        case .unit:
            throw Problem(.conflict, "Báo cáo của đơn vị soạn ở trang kỳ báo cáo của đơn vị đó.")
        case .plan, .ward, .facility: (from, to) = try span(of: new)
        }
        let plan = kind.subject == .plan ? try reportedPlan(new.plan, for: officer) : nil
        let facility =
            kind.subject == .facility ? try reportedFacility(new.facility, for: officer) : nil
        if let facility { head.signer = facility[Facilities.head] }
        // What tells it from others of its kind in a list.
        let subject: String? =
            switch kind.subject {
            case .plan: plan.map { "kế hoạch \($0.number ?? $0.title)" }
            case .facility: facility?[Facilities.name]
            case .ward: new.subject
            case .duty, .unit: nil
            }
        let id = makeIdentifier()
        try run(
            """
            INSERT INTO reports
                (ward, id, kind, period, plan, facility, begins, ends, subject, number, issued,
                 addressees, recipients, signer, signed_by_deputy, stage, created_at, created_by)
            VALUES (\(officer.ward), \(id), \(kind.key),
                \(kind.subject == .duty ? new.period : nil), \(plan?.id), \(facility?.id), \(from),
                \(to), \(subject), \(head.number),
                \(head.issued), \(head.addressees), \(head.recipients), \(head.signer),
                \(head.isSignedByDeputy), \(ReportStage.drafting), \(now), \(officer.id))
            """)
        try record(
            "report.start", "reports/\(id)",
            [
                JournalChange("report_kind", to: kind.key), JournalChange("from", to: from.iso),
                JournalChange("to", to: to?.iso),
            ].filter { $0.after != nil }, by: officer)
        return id
    }

    private func span(of new: NewReport) throws(Problem) -> (Day, Day?) {
        var refusals: [String: String] = [:]
        if let subject = new.subject, subject.count > Self.subjectLengthMax {
            refusals["subject"] = "Dài nhất \(Self.subjectLengthMax) ký tự."
        }
        if new.from == nil { refusals["from"] = "Hãy ghi ngày đầu kỳ." }
        if new.to == nil { refusals["to"] = "Hãy ghi ngày cuối kỳ." }
        if let from = new.from, from > today { refusals["from"] = "Ngày đầu kỳ chưa đến." }
        if let to = new.to, to > today {
            refusals["to"] = "Ngày cuối kỳ chưa đến. Hãy ghi đến hôm nay, \(today.vietnamese)."
        }
        if let from = new.from, let to = new.to {
            if to < from { refusals["to"] = "Ngày cuối kỳ phải sau ngày đầu kỳ." }
            if to.number - from.number > Self.reportDaysMax {
                refusals["to"] = "Một báo cáo nói về nhiều nhất 5 năm. Hãy chia kỳ ngắn hơn."
            }
        }
        guard refusals.isEmpty, let from = new.from else {
            throw Problem(.invalid, "Có \(refusals.count) mục chưa đúng.", refusals: refusals)
        }
        return (from, new.to)
    }

    private func reportedPlan(_ id: String?, for officer: Officer) throws -> Plan {
        guard let id, !id.isEmpty else {
            throw Problem(
                .invalid, "Hãy chọn kế hoạch.", refusals: ["plan": "Hãy chọn kế hoạch."])
        }
        return try plan(id, for: officer)
    }

    private func reportedFacility(_ id: String?, for officer: Officer) throws -> Record {
        guard let id, !id.isEmpty else {
            throw Problem(
                .invalid, "Hãy chọn cơ sở.", refusals: ["facility": "Hãy chọn cơ sở trong sổ."])
        }
        return try record(id, of: Facilities.description, for: officer)
    }

    /// Gives a report up that is not approved yet; what was written stays in the journal.
    package func endReport(_ id: String, version: Int, by officer: Officer) throws {
        try officer.require(.draftReports)
        let before = try report(id, for: officer)
        guard before.stage == .drafting else {
            throw Problem(
                .conflict,
                "Chỉ bỏ được báo cáo đang soạn. Báo cáo đã trình phải được trả lại trước.")
        }
        let changed = try run(
            """
            UPDATE reports SET ended_at = \(now), version = version + 1
            WHERE ward = \(officer.ward) AND id = \(id) AND version = \(version)
                AND stage = \(ReportStage.drafting)
            """)
        guard changed == 1 else { throw Problem.changedMeanwhile }
        try record("report.end", "reports/\(id)", by: officer)
    }
}
