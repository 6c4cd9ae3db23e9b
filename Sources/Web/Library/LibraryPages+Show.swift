import Domain
import Hummingbird
import Storage

extension LibraryPages {
    /// All that the page of one document shows.
    private struct Shown: Sendable {
        let document: LibraryDocument
        let replacement: LibraryDocument?
        /// The plan that it is, for who may see that.
        let plan: String?
        let above: [Transaction.ChainLink]
        let below: [Transaction.ChainLink]
        let followUps: [UnitFollowUp]
        let others: [LibraryDocument]
        /// Reports that serve it beside their own plan.
        let reports: [ReportPeriod]
        let today: Day
    }

    /// `GET /documents/{document}`
    @Sendable static func show(_ visit: Visit) async throws -> Response {
        try await page(of: try visit.identifier("document"), visit, problem: nil)
    }

    static func page(of id: String, _ visit: Visit, problem: Problem?) async throws -> Response {
        let officer = try visit.officer()
        let shown = try await visit.site.database.read { tx in
            let document = try tx.document(id, for: officer)
            return Shown(
                document: document,
                replacement: try document.replacedBy.map { try tx.document($0, for: officer) },
                // Absence is the answer: the plan may not be for this officer.
                plan: document.plan.flatMap { try? tx.plan($0, for: officer).id },
                above: try tx.documentsAbove(id, for: officer),
                below: try tx.documentsBelow(id, for: officer),
                followUps: try tx.followUps(of: id, for: officer),
                others: officer.may(.keepLibrary)
                    ? try tx.documents(matching: "", level: nil, for: officer) : [],
                reports: try tx.reportPeriods(serving: id, for: officer), today: tx.today)
        }
        let edit: HTML? =
            officer.may(.keepLibrary)
            ? """
            <a class="button button--quiet" href="/documents/\(id)/edit">Sửa</a>
            <a class="button button--quiet" href="/documents/\(id)/removal">Xóa</a>
            """ : nil
        return visit.page(
            name(shown.document), at: .library,
            status: problem == nil ? .ok : .unprocessableContent,
            """
            \(problem.map { Fields.summary($0.message, $0.refusals) })
            <div class="row"><h1>\(name(shown.document))</h1><span class="push">\(edit)</span></div>
            <p class="lede">\(shown.document.content.title)</p>
            \(facts(shown))
            \(chain(shown, visit))
            \(followUps(shown, visit))
            """)
    }

    private static func facts(_ shown: Shown) -> HTML {
        let content = shown.document.content
        var pairs: [(String, HTML)] = [
            ("Hiệu lực", state(shown.document.force(on: shown.today))),
            ("Cơ quan", "\(content.issuer ?? "chưa rõ")"),
            ("Ngày ban hành", "\(content.issued?.vietnamese ?? "chưa rõ")"),
        ]
        if let day = content.inForceFrom { pairs.append(("Có hiệu lực", "\(day.vietnamese)")) }
        if let day = content.repealedFrom { pairs.append(("Hết hiệu lực", "\(day.vietnamese)")) }
        if let other = shown.replacement {
            pairs.append(
                ("Thay thế bởi", "<a href=\"/documents/\(other.id)\">\(name(other))</a>"))
        }
        if let plan = shown.plan {
            pairs.append(("Kế hoạch", "<a href=\"/plans/\(plan)\">Mở chương trình công tác</a>"))
        }
        if !shown.reports.isEmpty {
            let links: [HTML] = shown.reports.map {
                "<a href=\"/reports/\($0.id)\">\($0.title)</a> "
            }
            pairs.append(("Báo cáo lồng ghép", "\(links)"))
        }
        let source =
            switch content.source {
            case GoverningDocument.citation: "mới biết qua viện dẫn, chưa có bản gốc"
            case GoverningDocument.ownPlan: "kế hoạch đã nhập vào Canh Lửa"
            default: content.source
            }
        if !source.isEmpty { pairs.append(("Nguồn", "\(source)")) }
        pairs.append(
            ("Đối chiếu", content.isVerified ? "đã có người đối chiếu" : "chưa ai đối chiếu"))
        return Panel.section("Thông tin", Terms.list(pairs))
    }

    // MARK: The chain

    private static func chain(_ shown: Shown, _ visit: Visit) -> HTML {
        let body: HTML = """
            <ol class="chain">
            \(levels(shown.above.reversed(), isAbove: true, shown, visit))
            <li class="chain__here" aria-current="true">\(name(shown.document))</li>
            \(levels(shown.below, isAbove: false, shown, visit))
            </ol>
            \(linkForm(shown, visit))
            """
        return Panel.section(
            "Chuỗi văn bản", note: "căn cứ ở trên, văn bản triển khai ở dưới", body)
    }

    private static func levels(
        _ links: [Transaction.ChainLink], isAbove: Bool, _ shown: Shown, _ visit: Visit
    ) -> [HTML] {
        links.map { link in
            let (lower, upper) =
                isAbove
                ? (shown.document.id, link.document.id) : (link.document.id, shown.document.id)
            let unlink: HTML? =
                link.distance == 1 && visit.viewer?.officer.may(.keepLibrary) == true
                ? """
                <form class="chain__end no-print" method="post" action="/documents/\(lower)/links/end">\
                \(Fields.token(visit.viewer))<input type="hidden" name="upper" value="\(upper)">\
                <button class="link" type="submit">Gỡ<span class="visually-hidden"> \
                liên kết với \(name(link.document))</span></button></form>
                """ : nil
            let relation = link.relation == .implements ? "triển khai" : "viện dẫn"
            let step = link.distance == 1 ? relation : "\(relation), cách \(link.distance) bậc"
            return """
                <li class="chain__link">\
                <span class="chain__level">\(link.document.content.level.title)</span> \
                <a href="/documents/\(link.document.id)">\(name(link.document))</a> \
                <span class="muted small">\(isAbove ? "được" : "") \(step)</span>\(unlink)</li>
                """
        }
    }

    private static func linkForm(_ shown: Shown, _ visit: Visit) -> HTML? {
        let options = shown.others.filter { $0.id != shown.document.id }
            .map { (value: $0.id, label: name($0)) }
        guard !options.isEmpty else { return nil }
        return """
            <details class="no-print"><summary>Thêm văn bản cấp trên</summary>
            <form method="post" action="/documents/\(shown.document.id)/links">
            \(Fields.token(visit.viewer))
            \(Fields.choice("upper", "Văn bản cấp trên", options))
            \(Fields.choice("relation", "Quan hệ", [("implements", "Triển khai"), ("cites", "Viện dẫn")]))
            <button class="button" type="submit">Thêm liên kết</button>
            </form></details>
            """
    }

    // MARK: What units did

    private static func followUps(_ shown: Shown, _ visit: Visit) -> HTML {
        let told = shown.followUps.count { $0.disseminatedOn != nil }
        let planned = shown.followUps.count { $0.planNumber != nil }
        let total = shown.followUps.count
        let rows: [[HTML]] = shown.followUps.map { followUp in
            [
                "\(followUp.unitName)", disseminated(followUp),
                followUp.planNumber.map { number in
                    "\(number), \(followUp.planIssued?.vietnamese ?? "")"
                } ?? Tag.state("Chưa ban hành", .plain),
            ]
        }
        return Panel.section(
            "Quán triệt và kế hoạch của đơn vị",
            note: "\(told)/\(total) đã quán triệt, \(planned)/\(total) đã ban hành kế hoạch",
            isPadded: false,
            """
            \(DataTable.cards(
                "Việc của đơn vị", [.init("Đơn vị"), .init("Quán triệt"), .init("Kế hoạch")], rows))
            \(forms(shown, visit))
            """)
    }

    private static func disseminated(_ followUp: UnitFollowUp) -> HTML {
        guard let day = followUp.disseminatedOn else { return Tag.state("Chưa quán triệt", .plain) }
        let heads = followUp.headcount.map { ", \($0) người" } ?? ""
        return "\(Tag.state(day.vietnamese, .good)) \(followUp.form ?? "")\(heads)"
    }

    private static func forms(_ shown: Shown, _ visit: Visit) -> HTML? {
        guard let officer = visit.viewer?.officer, officer.may(.reportWork) else { return nil }
        let options = shown.followUps
            .filter { officer.may(.keepLibrary) || $0.unit == officer.unit }
            .map { (value: $0.unit, label: $0.unitName) }
        guard !options.isEmpty else { return nil }
        let own = officer.unit ?? ""
        let path = "/documents/\(shown.document.id)"
        return """
            <div class="panel__body no-print">
            <details><summary>Ghi việc quán triệt</summary>
            <form method="post" action="\(path)/disseminations">\(Fields.token(visit.viewer))
            \(Fields.choice("unit", "Đơn vị", options, value: own))
            \(Fields.text("day", "Ngày", value: shown.today.iso, type: "date", isRequired: true))
            \(Fields.text("form", "Hình thức", hint: "Hội nghị, văn bản, nhóm Zalo…", isRequired: true))
            \(Fields.text("audience", "Đối tượng"))
            \(Fields.text("headcount", "Số người", type: "number"))
            <button class="button" type="submit">Ghi</button></form></details>
            <details><summary>Ghi kế hoạch của đơn vị</summary>
            <form method="post" action="\(path)/unit-plans">\(Fields.token(visit.viewer))
            \(Fields.choice("plan_unit", "Đơn vị", options, value: own))
            \(Fields.text("number", "Số, ký hiệu", isRequired: true))
            \(Fields.text("issued", "Ngày ban hành", value: shown.today.iso, type: "date", isRequired: true))
            <button class="button" type="submit">Ghi</button></form></details>
            </div>
            """
    }
}
