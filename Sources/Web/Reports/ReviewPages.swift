import Domain
import Hummingbird
import Storage

/// Preliminary and final reviews of plans (sơ kết, tổng kết).
enum ReviewPages {
    static let routes: [Route] = [
        .get("/reports/reviews", .signedIn, index),
        .get("/reports/reviews/new", .permission(.reportWork), new),
        .post("/reports/reviews", .permission(.reportWork), create),
        .get("/reports/reviews/{review}", .signedIn, edit),
        .post("/reports/reviews/{review}", .permission(.reportWork), update),
    ]

    /// `GET /reports/reviews`
    @Sendable static func index(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let reviews = try await visit.site.database.read { try $0.reviews(for: officer) }
        let add: HTML? =
            officer.may(.reportWork)
            ? "<p class=\"push\"><a class=\"button\" href=\"/reports/reviews/new\">Ghi sơ kết, tổng kết</a></p>"
            : nil
        let sentence =
            reviews.isEmpty
            ? "Chưa ghi cuộc sơ kết, tổng kết nào."
            : "\(reviews.count) cuộc; nội dung được đưa vào dự thảo báo cáo của phường."
        return visit.page(
            "Sơ kết, tổng kết", at: .reports,
            """
            \(ReportWords.crumb([("Báo cáo", "/reports")]))
            <div class="row"><h1>Sơ kết, tổng kết</h1>\(add)</div>
            <p class="lede">\(sentence)</p>
            \(list(reviews))
            """)
    }

    private static func list(_ reviews: [StoredReview]) -> HTML {
        if reviews.isEmpty {
            return EmptyState.block(
                "Chưa có gì ở đây.",
                advice: "Sau mỗi cuộc sơ kết, tổng kết kế hoạch, hãy ghi ngày, kết quả, giải pháp.")
        }
        let rows: [[HTML]] = reviews.map { review in
            let content = review.content
            return [
                """
                <a href="/reports/reviews/\(review.id)">\(content.kind.title): \(review.unitName)</a>\
                <span class="table__more">\(review.planTitle)</span>
                """, "\(lines(content.findings))", "\(lines(content.measures))",
                "\(content.day.vietnamese)",
            ]
        }
        return Panel.section(
            "Đã ghi", note: "mới nhất trước", isPadded: false,
            DataTable.cards(
                "Sơ kết, tổng kết",
                [
                    .init("Cuộc"), .init("Kết quả, đánh giá"), .init("Giải pháp"),
                    .init("Ngày", isNumber: true),
                ], rows))
    }

    private static func lines(_ text: String) -> HTML {
        let lines: [HTML] = writtenLines(text).map { "<p>\($0)</p>" }
        return lines.isEmpty ? "–" : "\(lines)"
    }

    /// `GET /reports/reviews/new`
    @Sendable static func new(_ visit: Visit) async throws -> Response {
        try await form(visit, problem: nil)
    }

    /// `POST /reports/reviews`
    @Sendable static func create(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let form = visit.form
        do {
            let content = try content(of: form)
            try await visit.site.database.write { tx in
                try tx.addReview(
                    content, ofPlan: form["plan"], unit: form["unit"], by: officer)
            }
            return .seeOther("/reports/reviews?done=saved")
        } catch let problem as Problem where problem.kind != .forbidden {
            return try await self.form(visit, problem: problem)
        }
    }

    /// `GET /reports/reviews/{review}`
    @Sendable static func edit(_ visit: Visit) async throws -> Response {
        try await page(visit, problem: nil)
    }

    /// `POST /reports/reviews/{review}`
    @Sendable static func update(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let id = try visit.identifier("review")
        let version = Int(visit.form["version"]) ?? 0
        do {
            let content = try content(of: visit.form)
            try await visit.site.database.write { tx in
                try tx.changeReview(id, to: content, version: version, by: officer)
            }
            return .seeOther("/reports/reviews?done=saved")
        } catch let problem as Problem where problem.kind == .invalid || problem.kind == .conflict {
            return try await page(visit, problem: problem)
        }
    }

    private static func content(of form: Form) throws(Problem) -> Review {
        guard let day = Day(iso: form["day"]) ?? Day(vietnamese: form["day"]) else {
            let words = "Ngày không đọc được: \(form["day"]). Hãy ghi như 15/7/2026."
            throw Problem(.invalid, words, refusals: ["day": words])
        }
        return Review(
            kind: .init(rawValue: form["kind"]) ?? .preliminary, day: day,
            findings: form["findings"], measures: form["measures"])
    }

    // MARK: The forms

    private static func form(_ visit: Visit, problem: Problem?) async throws -> Response {
        let officer = try visit.officer()
        let (plans, units, today) = try await visit.site.database.read { tx in
            (
                try tx.plans(status: .running, for: officer), try tx.reviewingUnits(for: officer),
                tx.today
            )
        }
        let sent = visit.form
        let which: HTML = """
            \(Fields.choice(
                "plan", "Kế hoạch",
                plans.map { ($0.plan.id, "\($0.plan.number ?? "chưa có số"): \($0.plan.title)") },
                value: sent["plan"], refusal: problem?.refusals["plan"]))
            \(Fields.choice(
                "unit", "Đơn vị", units.map { ($0.id, $0.name) },
                value: sent.filled("unit") ?? officer.unit ?? ""))
            """
        return answer(
            visit, "Ghi sơ kết, tổng kết", problem,
            """
            <form class="readable" method="post" action="/reports/reviews">\
            \(Fields.token(visit.viewer))
            \(which)
            \(fields(kind: sent["kind"], day: sent.filled("day") ?? today.iso, sent["findings"], sent["measures"], problem))
            <button class="button" type="submit">Lưu</button></form>
            """)
    }

    private static func page(_ visit: Visit, problem: Problem?) async throws -> Response {
        let officer = try visit.officer()
        let id = try visit.identifier("review")
        let (review, units) = try await visit.site.database.read { tx in
            (try tx.review(id, for: officer), try tx.reviewingUnits(for: officer))
        }
        let content = review.content
        let title = "\(content.kind.title): \(review.unitName)"
        let plan: HTML =
            "<p class=\"lede\"><a href=\"/plans/\(review.plan)\">\(review.planTitle)</a></p>"
        guard units.contains(where: { $0.id == review.unit }) else {
            let facts = Terms.list([
                ("Ngày", "\(content.day.vietnamese)"),
                ("Kết quả, đánh giá", lines(content.findings)),
                ("Giải pháp", lines(content.measures)),
            ])
            return answer(visit, title, nil, "\(plan)\(Panel.section("Nội dung", facts))")
        }
        let sent = problem == nil ? nil : visit.form
        return answer(
            visit, title, problem,
            """
            \(plan)
            <form class="readable" method="post" action="/reports/reviews/\(id)">\
            \(Fields.token(visit.viewer))
            <input type="hidden" name="version" value="\(sent?["version"] ?? "\(review.version)")">
            \(fields(kind: sent?["kind"] ?? content.kind.rawValue, day: sent?["day"] ?? content.day.iso, sent?["findings"] ?? content.findings, sent?["measures"] ?? content.measures, problem))
            <button class="button" type="submit">Lưu</button></form>
            """)
    }

    private static func answer(
        _ visit: Visit, _ heading: String, _ problem: Problem?, _ body: HTML
    ) -> Response {
        visit.page(
            heading, at: .reports,
            status: problem.map { ProblemPages.status(of: $0.kind) } ?? .ok,
            """
            \(ReportWords.crumb([("Báo cáo", "/reports"), ("Sơ kết, tổng kết", "/reports/reviews")]))
            <h1>\(heading)</h1>
            \(problem.map { Fields.summary($0.message, $0.refusals) })
            \(body)
            """)
    }

    private static func fields(
        kind: String, day: String, _ findings: String, _ measures: String, _ problem: Problem?
    ) -> HTML {
        """
        \(Fields.choice("kind", "Loại", Review.Kind.allCases.map { ($0.rawValue, $0.title) }, value: kind))
        \(Fields.text("day", "Ngày", value: day, type: "date", refusal: problem?.refusals["day"]))
        \(Fields.area("findings", "Kết quả, đánh giá", value: findings, hint: "Mỗi ý một dòng.", refusal: problem?.refusals["findings"]))
        \(Fields.area("measures", "Giải pháp, nhiệm vụ tiếp theo", value: measures, hint: "Mỗi ý một dòng.", refusal: problem?.refusals["measures"]))
        """
    }
}
