import Domain
import Hummingbird
import Storage

/// Which reports are owed (chế độ báo cáo), as plans have it and as people set it.
enum ReportDutyPages {
    static let routes: [Route] = [
        .get("/reports/duties", .permission(.readAll), index),
        .get("/reports/duties/new", .permission(.draftReports), new),
        .post("/reports/duties", .permission(.draftReports), create),
        .get("/reports/duties/{duty}", .permission(.draftReports), edit),
        .post("/reports/duties/{duty}", .permission(.draftReports), update),
    ]

    /// `GET /reports/duties`
    @Sendable static func index(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let duties = try await visit.site.database.read { tx in
            try tx.reportDuties(for: officer)
        }
        let add: HTML? =
            officer.may(.draftReports)
            ? "<p class=\"push\"><a class=\"button\" href=\"/reports/duties/new\">Thêm chế độ báo cáo</a></p>"
            : nil
        let undated = duties.count { $0.content.lacksDate }
        let sentence =
            duties.isEmpty
            ? "Chưa có chế độ báo cáo nào."
            : "\(duties.count) chế độ báo cáo\(undated > 0 ? ", \(undated) chưa có hạn" : "")."
        return visit.page(
            "Chế độ báo cáo", at: .reports,
            """
            \(ReportWords.crumb([("Báo cáo", "/reports")]))
            <div class="row"><h1>Chế độ báo cáo</h1>\(add)</div>
            <p class="lede">\(sentence)</p>
            \(list(duties, mayEdit: officer.may(.draftReports)))
            """)
    }

    private static func list(_ duties: [StoredReportDuty], mayEdit: Bool) -> HTML? {
        if duties.isEmpty { return nil }
        let rows: [[HTML]] = duties.map { duty in
            let content = duty.content
            let name: HTML =
                mayEdit
                ? "<a href=\"/reports/duties/\(duty.id)\">\(content.title)</a>" : "\(content.title)"
            let via = content.via.map { " (qua \($0))" } ?? ""
            let due: HTML =
                content.lacksDate
                ? Tag.state("Chưa có hạn", .warn)
                : "\(content.isBeforeDue ? "trước " : "")\(content.due.map(PlanWords.date) ?? "")"
            return [
                """
                \(name)<span class="table__more">Kế hoạch \(duty.planNumber): \(duty.planTitle)</span>
                """, "\(ReportWords.reporters(content))", "\(content.to ?? "chưa rõ")\(via)",
                due,
            ]
        }
        return Panel.section(
            "Theo các kế hoạch đang thực hiện", isPadded: false,
            DataTable.cards(
                "Chế độ báo cáo",
                [.init("Báo cáo"), .init("Ai báo cáo"), .init("Gửi đến"), .init("Hạn")], rows))
    }

    /// `GET /reports/duties/new`
    @Sendable static func new(_ visit: Visit) async throws -> Response {
        let duty = ReportDuty(
            from: [], to: nil, via: nil, due: nil, isBeforeDue: true, recurrence: .yearly,
            isOfWard: false)
        return try await form(
            visit, id: nil, duty, typedDue: "", words: "", version: 0, problem: nil)
    }

    /// `GET /reports/duties/{duty}`
    @Sendable static func edit(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let id = try visit.identifier("duty")
        let duty = try await visit.site.database.read { tx in
            try tx.reportDuty(id, for: officer)
        }
        return try await form(
            visit, id: id, duty.content, typedDue: duty.content.typedDue, words: duty.words,
            version: duty.version, problem: nil)
    }

    /// `POST /reports/duties`
    @Sendable static func create(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let duty = read(visit.form)
        let plan = visit.form["plan"]
        do {
            try await visit.site.database.write { tx in
                try tx.addReportDuty(duty, ofPlan: plan, by: officer)
            }
            return .seeOther("/reports/duties?done=saved")
        } catch let problem as Problem where problem.kind != .forbidden {
            return try await form(
                visit, id: nil, duty, typedDue: visit.form["due"], words: "", version: 0,
                problem: problem)
        }
    }

    /// `POST /reports/duties/{duty}`
    @Sendable static func update(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let id = try visit.identifier("duty")
        let duty = read(visit.form)
        let version = Int(visit.form["version"]) ?? 0
        do {
            try await visit.site.database.write { tx in
                try tx.changeReportDuty(id, to: duty, version: version, by: officer)
            }
            return .seeOther("/reports/duties?done=saved")
        } catch let problem as Problem where problem.kind == .invalid || problem.kind == .conflict {
            return try await form(
                visit, id: id, duty, typedDue: visit.form["due"], words: "", version: version,
                problem: problem)
        }
    }

    private static func read(_ form: Form) -> ReportDuty {
        ReportDuty(
            from: writtenLines(form["from"]), to: form.filled("to"), via: form.filled("via"),
            preparedBy: writtenLines(form["prepared_by"]),
            due: form.filled("due").map(ReportDuty.dueText),
            isBeforeDue: form["is_before_due"] == "1",
            recurrence: .init(rawValue: form["recurrence"]) ?? .unspecified,
            isOfWard: form["is_of_ward"] == "1")
    }

    private static func form(
        _ visit: Visit, id: String?, _ duty: ReportDuty, typedDue: String, words: String,
        version: Int, problem: Problem?
    ) async throws -> Response {
        let officer = try visit.officer()
        let plans = try await visit.site.database.read { tx in
            try tx.runningPlans(for: officer)
        }
        let plan: HTML? =
            id == nil
            ? Fields.choice(
                "plan", "Kế hoạch",
                plans.map { ($0.id, "\($0.number ?? "chưa có số"): \($0.title)") },
                value: visit.form["plan"], refusal: problem?.refusals["plan"]) : nil
        let heading = id == nil ? "Thêm chế độ báo cáo" : "Sửa chế độ báo cáo"
        let quoted: HTML? =
            words.isEmpty ? nil : Note.block("Kế hoạch viết:", "\(words)", tone: .info)
        return visit.page(
            heading, at: .reports,
            status: problem.map { ProblemPages.status(of: $0.kind) } ?? .ok,
            """
            \(ReportWords.crumb([("Báo cáo", "/reports"), ("Chế độ báo cáo", "/reports/duties")]))
            <h1>\(heading)</h1>
            \(problem.map { Fields.summary($0.message, $0.refusals) })
            \(quoted)
            <form class="readable" method="post" action="\(id.map { "/reports/duties/\($0)" } ?? "/reports/duties")">\(Fields.token(visit.viewer))
            <input type="hidden" name="version" value="\(version)">
            \(plan)\(fields(duty, typedDue: typedDue, problem))
            <button class="button" type="submit">Lưu</button></form>
            """)
    }

    private static func fields(_ duty: ReportDuty, typedDue: String, _ problem: Problem?) -> HTML {
        let rounds = ReportDuty.Recurrence.allCases.filter { $0 != .daily }.map {
            (value: $0.rawValue, label: ReportDuty.title($0))
        }
        let who: HTML = """
            \(Fields.area("from", "Ai phải báo cáo", value: duty.from.joined(separator: "\n"), rows: 3, hint: "Mỗi đơn vị hoặc nhóm đơn vị một dòng, theo tên trong danh sách đơn vị.", refusal: problem?.refusals["from"]))
            \(Fields.text("to", "Gửi đến", value: duty.to ?? ""))
            \(Fields.text("via", "Qua", value: duty.via ?? ""))
            \(Fields.area("prepared_by", "Đơn vị tham mưu, tổng hợp", value: duty.preparedBy.joined(separator: "\n"), rows: 2))
            """
        let when: HTML = """
            \(Fields.choice("recurrence", "Loại", rounds, value: duty.recurrence.rawValue))
            \(Fields.text("due", "Hạn", value: typedDue, hint: "05/12 (hằng năm), 25 (hằng tháng, hằng quý) hoặc 15/11/2026 (một lần).", refusal: problem?.refusals["due"]))
            \(Fields.check("is_before_due", "“Trước ngày”: ngày liền trước là ngày cuối", isOn: duty.isBeforeDue))
            \(Fields.check("is_of_ward", "Báo cáo của phường gửi cấp trên, tổng hợp từ các đơn vị", isOn: duty.isOfWard))
            """
        return "\(who)\(when)"
    }
}
