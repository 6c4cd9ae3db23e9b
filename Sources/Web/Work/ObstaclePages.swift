import Domain
import Hummingbird
import Storage

/// Difficulties and obstacles (khó khăn, vướng mắc): the list, one of them, its answer.
enum ObstaclePages {
    static let routes: [Route] = [
        .get("/obstacles", .signedIn, list),
        .post(
            "/obstacles", .permission(.reportWork), bodyBytesMax: Route.uploadBytesMax, create),
        .get("/obstacles/{obstacle}", .signedIn, show),
        .post("/obstacles/{obstacle}/answer", .permission(.reportWork), answer),
        .post("/obstacles/{obstacle}/recipient", .permission(.reportWork), forward),
        .post("/obstacles/{obstacle}/resolution", .permission(.reportWork), resolve),
    ]

    private static let pages = MatterPages(
        path: "/obstacles", place: "Vướng mắc", heading: "Khó khăn, vướng mắc",
        openOnly: "Chỉ xem đang mở", showAll: "Xem cả đã tháo gỡ",
        new: .init(
            title: "Nêu vướng mắc",
            note: "về cả kế hoạch; về một việc thì nêu ở trang của việc đó",
            label: "Vướng mắc và điều cần tháo gỡ", files: "Ảnh, tài liệu", verb: "Gửi vướng mắc"))

    static func tag(_ obstacle: Obstacle) -> HTML {
        if obstacle.resolvedAt != nil { return Tag.state("Đã tháo gỡ", .good) }
        return obstacle.answeredAt == nil
            ? Tag.state("Chờ trả lời", .warn) : Tag.state("Đã trả lời", .info)
    }

    /// `GET /obstacles`
    @Sendable static func list(_ visit: Visit) async throws -> Response {
        try await listPage(visit, problem: nil)
    }

    /// `POST /obstacles`: about a plan as a whole.
    @Sendable static func create(_ visit: Visit) async throws -> Response {
        try await pages.create(
            visit,
            { tx, sent, officer in
                try tx.raiseObstacle(
                    onWork: nil, orPlan: sent.plan, text: sent.text, evidence: sent.evidence,
                    by: officer)
            }, orShow: { try await listPage(visit, problem: $0) })
    }

    private static func listPage(_ visit: Visit, problem: Problem?) async throws -> Response {
        let officer = try visit.officer()
        let showsAll = visit.query("state") == "all"
        let (obstacles, plans, recipients) = try await visit.site.database.read { tx in
            let plans = try tx.runningPlans(for: officer)
            return (
                try tx.obstacles(isOpen: showsAll ? nil : true, for: officer), plans,
                try tx.obstacleRecipients(ofPlans: plans.map(\.id), for: officer)
            )
        }
        let waiting = obstacles.filter { $0.answeredAt == nil }.count
        let sentence: HTML =
            obstacles.isEmpty
            ? "Không có vướng mắc nào đang mở."
            : "<strong>\(obstacles.count) vướng mắc</strong>, \(waiting) chưa có trả lời."
        return try pages.list(
            visit, sentence, table: obstacles.isEmpty ? nil : table(obstacles), plans: plans,
            hint: hint(recipients, plans), problem: problem)
    }

    /// «Công an phường (đồng chí Nguyễn Văn Mẫu)», «UBND phường (Chủ tịch, Phó Chủ tịch)»
    static func words(_ recipient: ObstacleRecipient) -> String {
        let leaders = recipient.kind == .committee ? "Chủ tịch, Phó Chủ tịch" : nil
        return recipient.name + ((recipient.contact ?? leaders).map { " (\($0))" } ?? "")
    }

    /// Who receives what is raised here, and which plans send it elsewhere.
    private static func hint(
        _ recipients: [String?: ObstacleRecipient], _ plans: [Plan]
    ) -> String? {
        guard let usual = recipients[nil] else { return nil }
        var others: [String: [String]] = [:]
        for plan in plans {
            guard let recipient = recipients[plan.id], recipient != usual else { continue }
            others[words(recipient), default: []].append(plan.number ?? "«\(plan.title)»")
        }
        let exceptions = others.sorted { $0.key < $1.key }.map { recipient, numbers in
            " Về kế hoạch \(numbers.joined(separator: ", ")): gửi đến \(recipient)."
        }
        return "Gửi đến \(words(usual)).\(exceptions.joined())"
    }

    private static func table(_ obstacles: [Obstacle]) -> HTML {
        let rows: [[HTML]] = obstacles.map { obstacle in
            let about = obstacle.title ?? obstacle.planTitle ?? "Việc chung"
            return [
                "<a href=\"/obstacles/\(obstacle.id)\">\(MatterPages.short(obstacle.text))</a>",
                tag(obstacle), "\(MatterPages.short(about))",
                "\(obstacle.raisedUnitName ?? obstacle.raisedByName)", "\(obstacle.toUnitName)",
                "\(obstacle.raisedAt.day.vietnamese)",
            ]
        }
        let columns = ["Vướng mắc", "Tình trạng", "Về việc", "Đơn vị nêu", "Nơi nhận"].map {
            DataTable.Column($0)
        }
        return DataTable.cards(
            "Vướng mắc", columns + [DataTable.Column("Ngày nêu", isNumber: true)], rows)
    }

    /// `GET /obstacles/{obstacle}`
    @Sendable static func show(_ visit: Visit) async throws -> Response {
        try await page(visit, problem: nil)
    }

    /// `POST /obstacles/{obstacle}/answer`
    @Sendable static func answer(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let id = try visit.identifier("obstacle")
        let (answer, version) = (visit.form["answer"], visit.form.version)
        do {
            try await visit.site.database.write { tx in
                try tx.answerObstacle(id, answer: answer, version: version, by: officer)
            }
            return .seeOther("/obstacles/\(id)?done=\(Flash.answered)")
        } catch let problem as Problem where [.invalid, .conflict].contains(problem.kind) {
            return try await page(visit, problem: problem)
        }
    }

    /// `POST /obstacles/{obstacle}/recipient`: sends it on.
    @Sendable static func forward(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let id = try visit.identifier("obstacle")
        let (unit, reason) = (visit.form["unit"], visit.form["reason"])
        let version = visit.form.version
        do {
            try await visit.site.database.write { tx in
                try tx.forwardObstacle(
                    id, to: unit, reason: reason, version: version, by: officer)
            }
            return .seeOther("/obstacles/\(id)?done=\(Flash.forwarded)")
        } catch let problem as Problem where [.invalid, .conflict].contains(problem.kind) {
            return try await page(visit, problem: problem)
        }
    }

    /// `POST /obstacles/{obstacle}/resolution`
    @Sendable static func resolve(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let id = try visit.identifier("obstacle")
        let version = visit.form.version
        try await visit.site.database.write { tx in
            try tx.resolveObstacle(id, version: version, by: officer)
        }
        return .seeOther("/obstacles/\(id)?done=\(Flash.saved)")
    }

    private static func page(_ visit: Visit, problem: Problem?) async throws -> Response {
        let officer = try visit.officer()
        let id = try visit.identifier("obstacle")
        let (obstacle, files, moves, receivers) = try await visit.site.database.read { tx in
            let obstacle = try tx.obstacle(id, for: officer)
            return (
                obstacle, try tx.files(ofObstacle: id, ward: officer.ward),
                try tx.moves(ofObstacle: id, ward: officer.ward),
                obstacle.mayForward(officer)
                    ? try tx.obstacleReceivers(of: obstacle, ward: officer.ward) : []
            )
        }
        let about = MatterPages.about(
            work: obstacle.occurrence, title: obstacle.title, planTitle: obstacle.planTitle)
        let terms = Terms.list([
            ("Về việc", about), ("Đơn vị nêu", "\(obstacle.raisedUnitName ?? "–")"),
            ("Người nêu", "\(obstacle.raisedByName), \(obstacle.raisedAt.vietnamese)"),
            ("Nơi nhận", "\(obstacle.toUnitName)"),
        ])
        return visit.page(
            "Vướng mắc", at: .work, status: problem == nil ? .ok : .unprocessableContent,
            """
            <p class="crumb"><a href="/obstacles">← Vướng mắc</a></p>
            \(problem.map { Fields.summary($0.message, $0.refusals) })
            <div class="row"><h1>Khó khăn, vướng mắc</h1>\(tag(obstacle))</div>
            \(Panel.section("Nội dung", "\(WorkWords.paragraphs(obstacle.text))\(WorkWords.files(files))\(terms)"))
            \(movePanel(moves))
            \(answerPanel(obstacle))
            \(forms(obstacle, receivers, officer, visit, problem))
            """)
    }

    private static func answerPanel(_ obstacle: Obstacle) -> HTML? {
        obstacle.answer.map { answer in
            let when = obstacle.answeredAt?.vietnamese ?? ""
            return Panel.section(
                "Trả lời", note: "\(obstacle.answeredByName ?? ""), \(when)",
                WorkWords.paragraphs(answer))
        }
    }

    private static func movePanel(_ moves: [ObstacleMove]) -> HTML? {
        guard !moves.isEmpty else { return nil }
        return Panel.section(
            "Đã chuyển",
            Timeline.list(
                moves.map { move in
                    Timeline.Item(
                        at: move.at, who: "\(move.who), \(move.from)", "Chuyển đến \(move.to)",
                        body: WorkWords.paragraphs(move.reason), tone: .info)
                }))
    }

    private static func forms(
        _ obstacle: Obstacle, _ receivers: [Storage.Unit], _ officer: Officer, _ visit: Visit,
        _ problem: Problem?
    ) -> HTML? {
        let hidden: HTML = """
            \(Fields.token(visit.viewer))\
            <input type="hidden" name="version" value="\(obstacle.version)">
            """
        let answer: HTML? =
            obstacle.mayAnswer(officer)
            ? """
            <form method="post" action="/obstacles/\(obstacle.id)/answer">\(hidden)
            \(Fields.area("answer", "Cách tháo gỡ, hoặc lý do chưa tháo gỡ được",
                value: visit.form["answer"], refusal: problem?.refusals["answer"], isRequired: true))
            <button class="button" type="submit">Gửi trả lời</button></form>
            """ : nil
        let resolve: HTML? =
            obstacle.mayResolve(officer)
            ? """
            <details class="act"><summary>Đã tháo gỡ xong</summary>
            <form method="post" action="/obstacles/\(obstacle.id)/resolution">\(hidden)
            <p>Vướng mắc khép lại, không mở lại được; vướng mắc mới thì nêu lần nữa.</p>
            <button class="button" type="submit">Đã tháo gỡ xong</button></form></details>
            """ : nil
        let parts = [answer, forward(obstacle, receivers, hidden, visit, problem), resolve]
            .compactMap(\.self)
        return parts.isEmpty ? nil : Panel.section("Việc cần làm", "\(parts)")
    }

    private static func forward(
        _ obstacle: Obstacle, _ receivers: [Storage.Unit], _ hidden: HTML, _ visit: Visit,
        _ problem: Problem?
    ) -> HTML? {
        guard !receivers.isEmpty else { return nil }
        let refusals = problem?.refusals ?? [:]
        let isRefused = refusals["unit"] != nil || refusals["reason"] != nil
        let open: HTML = isRefused ? " open" : ""
        let options = [(value: "", label: "–")] + receivers.map { (value: $0.id, label: $0.name) }
        return """
            <details class="act"\(open)><summary>Chuyển nơi khác giải quyết</summary>
            <form method="post" action="/obstacles/\(obstacle.id)/recipient">\(hidden)
            \(Fields.choice("unit", "Nơi nhận", options, value: visit.form["unit"],
                refusal: refusals["unit"]))
            \(Fields.area("reason", "Lý do chuyển", value: visit.form["reason"], rows: 2,
                hint: "Đơn vị nêu vướng mắc cũng đọc được.", refusal: refusals["reason"],
                isRequired: true))
            <button class="button button--quiet" type="submit">Chuyển</button></form></details>
            """
    }
}
