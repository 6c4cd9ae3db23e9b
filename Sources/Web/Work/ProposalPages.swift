import Domain
import Hummingbird
import Storage

/// Proposals to the People's Committee (tham mưu, đề xuất) and the decision on each.
enum ProposalPages {
    static let routes: [Route] = [
        .get("/proposals", .signedIn, list),
        .post(
            "/proposals", .permission(.reportWork), bodyBytesMax: Route.uploadBytesMax, create),
        .get("/proposals/{proposal}", .signedIn, show),
        .post("/proposals/{proposal}/decision", .permission(.decideProposals), decide),
    ]

    static func tag(_ proposal: Proposal) -> HTML {
        switch proposal.verdict {
        case .agreed: Tag.state("Đồng ý", .good)
        case .refused: Tag.state("Không đồng ý", .plain)
        case .returned: Tag.state("Yêu cầu bổ sung", .warn)
        case nil: Tag.state("Chờ quyết định", .warn)
        }
    }

    /// `GET /proposals`
    @Sendable static func list(_ visit: Visit) async throws -> Response {
        try await listPage(visit, problem: nil)
    }

    /// `POST /proposals`: about a plan as a whole, or about none.
    @Sendable static func create(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        do {
            let evidence = try visit.form.evidence("files")
            let plan = visit.form.filled("plan")
            let text = visit.form["text"]
            let id = try await visit.site.database.write { tx in
                try tx.makeProposal(
                    onWork: nil, orPlan: plan, text: text, evidence: evidence, by: officer)
            }
            return .seeOther("/proposals/\(id)?done=\(Flash.raised)")
        } catch let problem as Problem where [.invalid, .tooLarge].contains(problem.kind) {
            return try await listPage(visit, problem: problem)
        }
    }

    private static func listPage(_ visit: Visit, problem: Problem?) async throws -> Response {
        let officer = try visit.officer()
        let showsAll = visit.query("state") == "all"
        let (proposals, plans) = try await visit.site.database.read { tx in
            (
                try tx.proposals(isOpen: showsAll ? nil : true, for: officer),
                try tx.runningPlans(for: officer)
            )
        }
        let sentence: HTML =
            proposals.isEmpty
            ? "Không có đề xuất nào chờ quyết định."
            : "<strong>\(proposals.count) đề xuất</strong>."
        let table: HTML =
            proposals.isEmpty ? EmptyState.block("Chưa có gì ở đây.") : table(proposals)
        let other: HTML =
            showsAll
            ? "<a href=\"/proposals\">Chỉ xem chờ quyết định</a>"
            : "<a href=\"/proposals?state=all\">Xem cả đã quyết định</a>"
        let form: HTML? = officer.may(.reportWork) ? newForm(visit, plans, problem) : nil
        return visit.page(
            "Đề xuất", at: .work, status: problem == nil ? .ok : .unprocessableContent,
            """
            \(problem.map { Fields.summary($0.message, $0.refusals) })
            <h1>Đề xuất với UBND</h1>
            <p class="lede">\(sentence)</p>
            \(WorkWords.tabs("/proposals"))
            \(Panel.section("Danh sách", note: "mới nhất trước", action: other, isPadded: false, table))
            \(form)
            """)
    }

    private static func table(_ proposals: [Proposal]) -> HTML {
        let rows: [[HTML]] = proposals.map { proposal in
            let about = proposal.title ?? proposal.planTitle ?? "Việc chung"
            return [
                "<a href=\"/proposals/\(proposal.id)\">\(ObstaclePages.short(proposal.text))</a>",
                tag(proposal), "\(ObstaclePages.short(about))",
                "\(proposal.madeUnitName ?? proposal.madeByName)",
                "\(proposal.madeAt.day.vietnamese)",
            ]
        }
        let columns = ["Đề xuất", "Tình trạng", "Về việc", "Đơn vị đề xuất"].map {
            DataTable.Column($0)
        }
        return DataTable.cards(
            "Đề xuất", columns + [DataTable.Column("Ngày", isNumber: true)], rows)
    }

    private static func newForm(_ visit: Visit, _ plans: [Plan], _ problem: Problem?) -> HTML {
        let options: [(value: String, label: String)] =
            [("", "Không thuộc kế hoạch nào")]
            + plans.map { ($0.id, "\($0.number ?? "…") \($0.title)") }
        return Panel.section(
            "Đề xuất mới",
            """
            <form method="post" action="/proposals" enctype="multipart/form-data">
            \(Fields.token(visit.viewer))
            \(Fields.choice("plan", "Kế hoạch", options, value: visit.form["plan"]))
            \(Fields.area("text", "Nội dung đề xuất", value: visit.form["text"],
                refusal: problem?.refusals["text"], isRequired: true))
            \(FileUpload.field("files", "Tài liệu kèm theo", accept: "image/*,application/pdf,.docx,.xlsx",
                hint: "Chọn được nhiều tệp, mỗi tệp tối đa 15 MB.", isMultiple: true))
            <button class="button" type="submit">Gửi đề xuất</button></form>
            """)
    }

    /// `GET /proposals/{proposal}`
    @Sendable static func show(_ visit: Visit) async throws -> Response {
        try await page(visit, problem: nil)
    }

    /// `POST /proposals/{proposal}/decision`
    @Sendable static func decide(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let id = try visit.identifier("proposal")
        let (decision, version) = (visit.form["decision"], visit.form.version)
        do {
            guard let verdict = Proposal.Verdict(rawValue: visit.form["verdict"]) else {
                throw Problem(
                    .invalid, "Hãy chọn quyết định.",
                    refusals: ["verdict": "Hãy chọn một trong ba."])
            }
            try await visit.site.database.write { tx in
                try tx.decideProposal(
                    id, verdict, decision: decision, version: version, by: officer)
            }
            return .seeOther("/proposals/\(id)?done=\(Flash.saved)")
        } catch let problem as Problem where [.invalid, .conflict].contains(problem.kind) {
            return try await page(visit, problem: problem)
        }
    }

    private static func page(_ visit: Visit, problem: Problem?) async throws -> Response {
        let officer = try visit.officer()
        let id = try visit.identifier("proposal")
        let (proposal, files) = try await visit.site.database.read { tx in
            (try tx.proposal(id, for: officer), try tx.files(ofProposal: id, ward: officer.ward))
        }
        let about: HTML =
            proposal.occurrence.map { work in
                "<a href=\"/work/\(work)\">\(proposal.title ?? "Việc được giao")</a>"
            } ?? "\(proposal.planTitle ?? "Việc chung của phường")"
        let terms = Terms.list([
            ("Về việc", about), ("Đơn vị đề xuất", "\(proposal.madeUnitName ?? "–")"),
            ("Người đề xuất", "\(proposal.madeByName), \(proposal.madeAt.vietnamese)"),
        ])
        return visit.page(
            "Đề xuất", at: .work, status: problem == nil ? .ok : .unprocessableContent,
            """
            <p class="crumb"><a href="/proposals">← Đề xuất</a></p>
            \(problem.map { Fields.summary($0.message, $0.refusals) })
            <div class="row"><h1>Đề xuất với UBND</h1>\(tag(proposal))</div>
            \(Panel.section("Nội dung", "\(WorkWords.paragraphs(proposal.text))\(WorkWords.files(files))\(terms)"))
            \(decisionPanel(proposal))
            \(decisionForm(proposal, officer, visit, problem))
            """)
    }

    private static func decisionPanel(_ proposal: Proposal) -> HTML? {
        guard let verdict = proposal.verdict else { return nil }
        let when = proposal.decidedAt?.vietnamese ?? ""
        return Panel.section(
            "Quyết định: \(verdict.title)", note: "\(proposal.decidedByName ?? ""), \(when)",
            WorkWords.paragraphs(proposal.decision ?? ""))
    }

    private static func decisionForm(
        _ proposal: Proposal, _ officer: Officer, _ visit: Visit, _ problem: Problem?
    ) -> HTML? {
        guard proposal.verdict == nil, officer.may(.decideProposals) else { return nil }
        return Panel.section(
            "Quyết định",
            """
            <form method="post" action="/proposals/\(proposal.id)/decision">
            \(Fields.token(visit.viewer))
            <input type="hidden" name="version" value="\(proposal.version)">
            \(Fields.choice("verdict", "Quyết định",
                Proposal.Verdict.allCases.map { ($0.rawValue, $0.title) },
                value: visit.form["verdict"], refusal: problem?.refusals["verdict"]))
            \(Fields.area("decision", "Ý kiến chỉ đạo", value: visit.form["decision"],
                hint: "Bắt buộc khi không đồng ý hoặc yêu cầu bổ sung.",
                refusal: problem?.refusals["decision"]))
            <button class="button" type="submit">Lưu quyết định</button></form>
            """)
    }
}
