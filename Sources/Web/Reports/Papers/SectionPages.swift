import Domain
import Hummingbird
import Storage

/// Editing one part of a report; two who edit it at once see both.
enum SectionPages {
    static let routes: [Route] = [
        .get("/reports/papers/{report}/sections/{section}", .permission(.draftReports), edit),
        .post("/reports/papers/{report}/sections/{section}", .permission(.draftReports), save),
        .post(
            "/reports/papers/{report}/sections/{section}/acknowledgement",
            .permission(.draftReports), acknowledge),
        .post(
            "/reports/papers/{report}/sections/{section}/restoration", .permission(.draftReports),
            restore),
    ]

    /// `GET /reports/papers/{report}/sections/{section}`
    @Sendable static func edit(_ visit: Visit) async throws -> Response {
        try await page(visit, typed: nil, problem: nil)
    }

    /// - Parameter typed: what the person wrote, where it was not kept.
    private static func page(
        _ visit: Visit, typed: String?, problem: Problem?
    ) async throws -> Response {
        let officer = try visit.officer()
        let id = try visit.identifier("report")
        let key = visit.parameter("section")
        let (report, found) = try await visit.site.database.read { tx in
            let report = try tx.report(id, for: officer)
            let part = try tx.draft(of: report, for: officer).sections.first {
                $0.section.key == key
            }
            return (report, part)
        }
        guard let part = found else {
            throw Problem(.notFound, "Báo cáo không có phần này. Hãy mở lại báo cáo.")
        }
        guard report.stage == .drafting else {
            return .seeOther(ReportPaperPages.path(id))
        }
        return visit.page(
            "Sửa: \(part.section.name)", at: .reports,
            status: problem.map { ProblemPages.status(of: $0.kind) } ?? .ok,
            """
            \(ReportWords.crumb([("Báo cáo", "/reports"), (report.title, ReportPaperPages.path(id))]))
            <h1>Sửa: \(part.section.name)</h1>
            \(problem.map { Fields.summary($0.message, $0.refusals) })
            \(conflict(part, typed, problem))
            \(news(part, id, visit.viewer))
            \(form(part, typed, id, visit.viewer, problem))
            \(sources(part, id))
            """)
    }

    /// What the other person left, beside the own words in the form.
    private static func conflict(
        _ part: DraftedSection, _ typed: String?, _ problem: Problem?
    ) -> HTML? {
        guard problem?.isChangedMeanwhile == true, typed != nil else { return nil }
        let lines: [HTML] = SectionText.lines(of: part.section.blocks).map { "<p>\($0)</p>" }
        let who = part.edit.map { "\($0.by), \($0.at.vietnamese)" } ?? "nay theo dự thảo"
        return Panel.section(
            "Bản người khác vừa lưu", note: who,
            "\(lines)<p class=\"muted\">Lời của bạn ở ô dưới, chưa lưu. Hãy ghép hai bản rồi lưu.</p>"
        )
    }

    private static func news(_ part: DraftedSection, _ id: String, _ viewer: Viewer?) -> HTML? {
        guard let merged = part.merged, let edit = part.edit else { return nil }
        let own = "\(ReportPaperPages.path(id))/sections/\(part.section.key)"
        let version: HTML = "<input type=\"hidden\" name=\"version\" value=\"\(edit.version)\">"
        let open: HTML? =
            merged.open.isEmpty
            ? nil
            : """
            \(Note.block("Số liệu đã đổi từ khi \(edit.by) sửa.", "<ul class=\"changes\">\(merged.open.map(ReportPaperWords.change))</ul>"))
            <form method="post" action="\(own)/acknowledgement">\(Fields.token(viewer))\(version)
            <button class="button button--quiet" type="submit">Đã xem, giữ lời đã sửa</button></form>
            """
        let taken: HTML? =
            merged.taken.isEmpty
            ? nil
            : Note.block(
                "Câu để nguyên đã theo số mới.",
                "<ul class=\"changes\">\(merged.taken.map(ReportPaperWords.change))</ul>",
                tone: .info)
        return """
            \(open)\(taken)
            <details class="act"><summary>Lấy lại lời dự thảo</summary>
            <form method="post" action="\(own)/restoration">\(Fields.token(viewer))\(version)
            <p>Bỏ lời đã sửa ở phần này; nhật ký vẫn giữ.</p>
            <button class="button button--quiet" type="submit">Lấy lại dự thảo</button></form></details>
            """
    }

    private static func form(
        _ part: DraftedSection, _ typed: String?, _ id: String, _ viewer: Viewer?,
        _ problem: Problem?
    ) -> HTML {
        let lines = SectionText.lines(of: part.section.blocks)
        let base = part.drafted.map { SectionText.told($0.blocks) } ?? []
        let rows = min(30, max(6, lines.map { 1 + $0.count / 90 }.reduce(0, +) + 2))
        return """
            <form class="record-form paper-form" method="post" \
            action="\(ReportPaperPages.path(id))/sections/\(part.section.key)">\(Fields.token(viewer))
            <input type="hidden" name="version" value="\(part.edit?.version ?? 0)">
            <input type="hidden" name="base" value="\(base.joined(separator: "\n"))">
            \(Fields.area("text", "Lời văn", value: typed ?? lines.joined(separator: "\n"), rows: rows, hint: "Mỗi đoạn một dòng; đầu dòng “- ” là ý, “+ ” là ý nhỏ, “a) ” là điểm. Dòng [Bảng …] giữ bảng tự tính. Chữ trong [ ] là chỗ còn phải bổ sung.", refusal: problem?.refusals["text"]))
            <div class="row"><button class="button" type="submit">Lưu</button>
            <a class="button button--quiet" href="\(ReportPaperPages.path(id))#phan-\(part.section.key)">Không lưu</a></div>
            </form>
            """
    }

    /// The drafted sentences with what they were made from.
    private static func sources(_ part: DraftedSection, _ id: String) -> HTML? {
        guard let drafted = part.drafted else { return nil }
        let notes = PaperNotes(source: ReportPaperWords.source(id))
        let items: [HTML] = drafted.blocks.compactMap { block in
            switch block {
            case .paragraph(let text), .item(_, let text):
                notes.links(text).map { "<li>\(text.plain)\($0)</li>" }
            case .heading, .table: nil
            }
        }
        return items.isEmpty
            ? nil : Panel.section("Dự thảo lấy từ đâu", "<ul>\(items)</ul>")
    }

    /// `POST /reports/papers/{report}/sections/{section}`
    @Sendable static func save(_ visit: Visit) async throws -> Response {
        let form = visit.form
        let base = form["base"].split(whereSeparator: \.isNewline).map(String.init)
        return try await change(visit, typed: form["text"]) { tx, id, key, version, officer in
            try tx.editSection(
                key, of: id, text: form["text"], base: base, version: version, by: officer)
        }
    }

    /// `POST …/acknowledgement`
    @Sendable static func acknowledge(_ visit: Visit) async throws -> Response {
        try await change(visit, typed: nil) { tx, id, key, version, officer in
            try tx.acknowledgeSection(key, of: id, version: version, by: officer)
        }
    }

    /// `POST …/restoration`
    @Sendable static func restore(_ visit: Visit) async throws -> Response {
        try await change(visit, typed: nil) { tx, id, key, version, officer in
            try tx.restoreSection(key, of: id, version: version, by: officer)
        }
    }

    private static func change(
        _ visit: Visit, typed: String?,
        _ work: @escaping @Sendable (Transaction, String, String, Int, Officer) throws -> Void
    ) async throws -> Response {
        let officer = try visit.officer()
        let id = try visit.identifier("report")
        let key = visit.parameter("section")
        let version = Int(visit.form["version"]) ?? 0
        do {
            try await visit.site.database.write { tx in try work(tx, id, key, version, officer) }
            return .seeOther("\(ReportPaperPages.path(id))?done=saved#phan-\(key)")
        } catch let problem as Problem where problem.isChangedMeanwhile {
            return try await page(
                visit, typed: typed,
                problem: Problem(
                    .conflict, problem.message,
                    refusals: [
                        "text":
                            "Người khác vừa sửa phần này. Xem bản của họ ở trên, ghép lại rồi lưu."
                    ]))
        } catch let problem as Problem where problem.kind == .invalid {
            return try await page(visit, typed: typed, problem: problem)
        }
    }
}
