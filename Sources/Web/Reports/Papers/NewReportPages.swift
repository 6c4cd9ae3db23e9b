import Domain
import Hummingbird
import Storage

/// Beginning a report: for a period of a duty, on a plan, on the ward's work, of a facility.
enum NewReportPages {
    /// Where the half-yearly report of a facility is begun.
    static func path(facility: String) -> String {
        Address.with(
            "/reports/papers/new",
            [("kind", ReportKinds.facilityHalfYear.key), ("facility", facility)])
    }

    /// `GET /reports/papers/new?kind=&facility=`
    @Sendable static func choose(_ visit: Visit) async throws -> Response {
        try await page(visit, problem: nil)
    }

    private static func page(_ visit: Visit, problem: Problem?) async throws -> Response {
        let officer = try visit.officer()
        let chosen = visit.query("facility")
        let (plans, today, facility) = try await visit.site.database.read { tx in
            (
                try tx.runningPlans(for: officer), tx.today,
                Identifier.isWellFormed(chosen)
                    ? try tx.record(chosen, of: Facilities.description, for: officer) : nil
            )
        }
        let asked = visit.form.filled("kind") ?? visit.query("kind")
        let kind = ReportKinds.begun.first { $0.key == asked }
        return visit.page(
            "Soạn báo cáo", at: .reports,
            status: problem.map { ProblemPages.status(of: $0.kind) } ?? .ok,
            """
            \(ReportWords.crumb([("Báo cáo", "/reports")]))
            <h1>\(kind?.title ?? "Soạn báo cáo")</h1>
            \(problem.map { Fields.summary($0.message, $0.refusals) })
            \(kind.map { form($0, plans, facility, today, visit, problem) } ?? kinds)
            """)
    }

    private static var kinds: HTML {
        let rows: [[HTML]] = ReportKinds.begun.map { kind in
            [
                """
                <a href="/reports/papers/new?kind=\(kind.key)">\(kind.title)</a>\
                <span class="table__more">\(kind.explanation)</span>
                """, "\(kind.source)",
            ]
        }
        return """
            <p class="lede">Báo cáo theo kỳ của kế hoạch soạn ở trang của kỳ báo cáo. Các loại khác chọn ở đây.</p>
            \(Panel.section(
                "Loại báo cáo", isPadded: false,
                DataTable.cards(
                    "Loại báo cáo", [.init("Loại"), .init("Bố cục, nguồn")], rows)))
            """
    }

    private static func form(
        _ kind: ReportKind, _ plans: [Plan], _ chosen: Record?, _ today: Day, _ visit: Visit,
        _ problem: Problem?
    ) -> HTML {
        let form = visit.form
        if kind.subject == .plan, plans.isEmpty {
            return """
                <p class="lede">\(kind.explanation)</p>
                \(EmptyState.block(
                    "Chưa có kế hoạch nào đang thực hiện.",
                    advice: "Báo cáo này nói về một kế hoạch: hãy nhập và xác nhận kế hoạch trước.",
                    action: ("Kế hoạch", "/plans")))
                """
        }
        let plan: HTML? =
            kind.subject == .plan
            ? Fields.choice(
                "plan", "Kế hoạch",
                plans.map { ($0.id, "\($0.number ?? "chưa có số"): \($0.title)") },
                value: form["plan"], refusal: problem?.refusals["plan"]) : nil
        let known: HTML? = chosen.map { record in
            """
            <p><strong>\(record[Facilities.name] ?? "Cơ sở")</strong>\
            <input type="hidden" name="facility" value="\(record.id)"></p>
            """
        }
        let facility: HTML? =
            kind.subject == .facility
            ? known
                ?? Fields.named(
                    "facility", "Cơ sở", value: form["facility"],
                    source: "/registers/\(Facilities.description.name)/choices",
                    hint: "Gõ vài chữ của tên rồi chọn.", refusal: problem?.refusals["facility"],
                    isRequired: true) : nil
        let subject: HTML? =
            kind.key == ReportKinds.named("ad_hoc")?.key
            ? Fields.text(
                "subject", "Báo cáo về việc gì", value: form["subject"],
                hint: "Như «vụ cháy tại chợ Mẫu ngày 12/11/2026». Để trống: công tác PCCC và CNCH.",
                refusal: problem?.refusals["subject"])
            : nil
        let half =
            kind.subject == .facility || kind.subject == .ward
            ? (today.month <= 6 ? today.firstOfYear : today.firstOfYear.adding(months: 6))
            : today.firstOfYear
        let from = form.filled("from") ?? half.iso
        let to = form.filled("to") ?? today.iso
        return """
            <p class="lede">\(kind.explanation)</p>
            <form class="readable" method="post" action="/reports/papers">\(Fields.token(visit.viewer))
            <input type="hidden" name="kind" value="\(kind.key)">
            \(plan)\(facility)\(subject)
            \(Fields.text("from", "Từ ngày", value: from, type: "date", refusal: problem?.refusals["from"], isRequired: true))
            \(Fields.text("to", "Đến hết ngày", value: to, type: "date", refusal: problem?.refusals["to"], isRequired: true))
            <div class="row"><button class="button" type="submit">Soạn</button>
            <a class="button button--quiet" href="/reports/papers/new">Chọn loại khác</a></div></form>
            """
    }

    /// `POST /reports/papers`
    @Sendable static func start(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let form = visit.form
        do {
            let id = try await visit.site.database.write { tx in
                let facility = try form.filled("facility").map {
                    try Self.facility($0, tx, officer)
                }
                return try tx.startReport(
                    NewReport(
                        form["kind"], period: form.filled("period"), plan: form.filled("plan"),
                        facility: facility, from: day(form["from"]), to: day(form["to"]),
                        subject: form.filled("subject")), by: officer)
            }
            return .seeOther(ReportPaperPages.path(id))
        } catch let problem as Problem where problem.kind == .invalid || problem.kind == .conflict {
            if let period = form.filled("period"), Identifier.isWellFormed(period) {
                return try await ReportPeriodPages.page(period, visit, problem: problem)
            }
            return try await page(visit, problem: problem)
        }
    }

    private static func day(_ text: String) -> Day? { Day(iso: text) ?? Day(vietnamese: text) }

    /// The facility that a name of the list means, or an identifier.
    private static func facility(
        _ typed: String, _ tx: Transaction, _ officer: Officer
    ) throws -> String {
        if Identifier.isWellFormed(typed) { return typed }
        let register = Facilities.description
        let found = try tx.choices(of: register, typed, for: officer).filter {
            folded(register.name(of: $0)) == folded(typed)
        }
        guard found.count == 1 else {
            let words =
                found.isEmpty
                ? "Sổ không có cơ sở tên «\(typed)». Hãy chọn trong danh sách hiện ra khi gõ."
                : "Có \(found.count) cơ sở cùng tên «\(typed)». Hãy mở cơ sở trong sổ rồi lập báo cáo từ đó."
            throw Problem(.invalid, words, refusals: ["facility": words])
        }
        return found[0].id
    }
}
