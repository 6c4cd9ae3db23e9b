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

    private static let pages = MatterPages(
        path: "/proposals", place: "Đề xuất", heading: "Đề xuất với UBND",
        openOnly: "Chỉ xem chờ quyết định", showAll: "Xem cả đã quyết định",
        new: .init(
            title: "Đề xuất mới", note: nil, label: "Nội dung đề xuất",
            files: "Tài liệu kèm theo", verb: "Gửi đề xuất"))

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
        try await pages.create(
            visit,
            { tx, sent, officer in
                try tx.makeProposal(
                    onWork: nil, orPlan: sent.plan, text: sent.text, evidence: sent.evidence,
                    by: officer)
            }, orShow: { try await listPage(visit, problem: $0) })
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
        return try pages.list(
            visit, sentence, table: proposals.isEmpty ? nil : table(proposals), plans: plans,
            problem: problem)
    }

    private static func table(_ proposals: [Proposal]) -> HTML {
        let rows: [[HTML]] = proposals.map { proposal in
            let about = proposal.title ?? proposal.planTitle ?? "Việc chung"
            return [
                "<a href=\"/proposals/\(proposal.id)\">\(MatterPages.short(proposal.text))</a>",
                tag(proposal), "\(MatterPages.short(about))",
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
        let about = MatterPages.about(
            work: proposal.occurrence, title: proposal.title, planTitle: proposal.planTitle)
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
                [("", "– chọn –")] + Proposal.Verdict.allCases.map { ($0.rawValue, $0.title) },
                value: visit.form["verdict"], refusal: problem?.refusals["verdict"]))
            \(Fields.area("decision", "Ý kiến chỉ đạo", value: visit.form["decision"],
                hint: "Bắt buộc khi không đồng ý hoặc yêu cầu bổ sung. Quyết định rồi thì không sửa được.",
                refusal: problem?.refusals["decision"]))
            <button class="button" type="submit">Lưu quyết định</button></form>
            """)
    }
}
