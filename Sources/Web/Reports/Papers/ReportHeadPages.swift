import Domain
import Hummingbird
import Storage

/// Head and foot of a report: number, date, addressees, recipients, signer.
enum ReportHeadPages {
    static let routes: [Route] = [
        .get("/reports/papers/{report}/head", .permission(.draftReports), edit),
        .post("/reports/papers/{report}/head", .permission(.draftReports), save),
    ]

    /// `GET /reports/papers/{report}/head`
    @Sendable static func edit(_ visit: Visit) async throws -> Response {
        try await page(visit, typed: nil, problem: nil)
    }

    private static func page(
        _ visit: Visit, typed: ReportHead?, problem: Problem?
    ) async throws -> Response {
        let officer = try visit.officer()
        let id = try visit.identifier("report")
        let report = try await visit.site.database.read { tx in try tx.report(id, for: officer) }
        guard report.stage == .drafting else { return .seeOther(ReportPaperPages.path(id)) }
        let head = typed ?? report.head
        let conflict: HTML? =
            problem?.isChangedMeanwhile == true
            ? Panel.section("Bản người khác vừa lưu", terms(report.head)) : nil
        return visit.page(
            "Đầu và cuối văn bản", at: .reports,
            status: problem.map { ProblemPages.status(of: $0.kind) } ?? .ok,
            """
            \(ReportWords.crumb([("Báo cáo", "/reports"), (report.title, ReportPaperPages.path(id))]))
            <h1>Số, ngày, nơi nhận, người ký</h1>
            \(problem.map { Fields.summary($0.message, $0.refusals) })
            \(conflict)
            <form class="readable" method="post" action="\(ReportPaperPages.path(id))/head">\(Fields.token(visit.viewer))
            <input type="hidden" name="version" value="\(report.version)">
            \(fields(head, problem))
            <div class="row"><button class="button" type="submit">Lưu</button>
            <a class="button button--quiet" href="\(ReportPaperPages.path(id))">Không lưu</a></div></form>
            """)
    }

    private static func terms(_ head: ReportHead) -> HTML {
        Terms.list([
            ("Số", "\(head.number ?? "để trống")"),
            ("Ngày", "\(head.issued?.vietnamese ?? "để trống")"),
            ("Kính gửi", "\(head.addressees)"), ("Nơi nhận", "\(head.recipients)"),
            ("Người ký", "\(head.signer ?? "để trống")"),
        ])
    }

    private static func fields(_ head: ReportHead, _ problem: Problem?) -> HTML {
        let document: HTML = """
            \(Fields.text("number", "Số báo cáo", value: head.number ?? "", hint: "Chỉ phần số, như 45; để trống khi chưa cấp."))
            \(Fields.text("issued", "Ngày báo cáo", value: head.issued?.iso ?? "", type: "date", refusal: problem?.refusals["issued"]))
            \(Fields.area("addressees", "Kính gửi", value: head.addressees, rows: 2, hint: "Mỗi nơi một dòng. Để trống: nơi mà kế hoạch ghi."))
            \(Fields.area("recipients", "Nơi nhận", value: head.recipients, rows: 3, hint: "Mỗi nơi một dòng. Để trống: Như trên."))
            """
        return """
            \(document)
            \(Fields.choice("signed_by", "Người ký", [("head", "Cấp trưởng"), ("deputy", "Cấp phó ký thay")], value: head.isSignedByDeputy ? "deputy" : "head"))
            \(Fields.text("signer", "Họ và tên người ký", value: head.signer ?? ""))
            """
    }

    /// `POST /reports/papers/{report}/head`
    @Sendable static func save(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let id = try visit.identifier("report")
        let form = visit.form
        let version = Int(form["version"]) ?? 0
        var head = ReportHead()
        head.number = form.filled("number")
        head.addressees = form["addressees"]
        head.recipients = form["recipients"]
        head.signer = form.filled("signer")
        head.isSignedByDeputy = form["signed_by"] == "deputy"
        do {
            if let text = form.filled("issued") {
                guard let day = Day(iso: text) ?? Day(vietnamese: text) else {
                    let words = "Ngày báo cáo không đọc được: \(text). Hãy ghi như 10/12/2026."
                    throw Problem(.invalid, words, refusals: ["issued": words])
                }
                head.issued = day
            }
            try await visit.site.database.write { [head] tx in
                try tx.setReportHead(head, of: id, version: version, by: officer)
            }
            return .seeOther("\(ReportPaperPages.path(id))?done=saved")
        } catch let problem as Problem where problem.kind == .invalid || problem.kind == .conflict {
            return try await page(visit, typed: head, problem: problem)
        }
    }
}
