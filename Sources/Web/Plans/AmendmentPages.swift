import Documents
import Domain
import Hummingbird
import Storage

/// Later texts of a plan: handed in, compared, put in force; and the earlier ones, to read.
enum AmendmentPages {
    static let routes: [Route] = [
        .get("/plans/{plan}/versions/new", .permission(.runPlans), new),
        .post(
            "/plans/{plan}/versions", .permission(.runPlans), bodyBytesMax: Route.uploadBytesMax,
            create),
        .get("/plans/{plan}/versions/{number}", .signedIn, show),
        .post("/plans/{plan}/versions/{number}/adoption", .permission(.runPlans), adopt),
    ]

    /// `GET /plans/{plan}/versions/new`
    @Sendable static func new(_ visit: Visit) async throws -> Response {
        try await newPage(visit, PlanUploadPage(viewer: visit.viewer))
    }

    /// `POST /plans/{plan}/versions`
    @Sendable static func create(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let id = try visit.identifier("plan")
        let text = visit.form["text"]
        do {
            let intake = try await PlanUpload.intake(visit.form)
            let number = try await visit.site.database.write { tx in
                try tx.addAmendment(intake, to: id, by: officer)
            }
            return .seeOther("/plans/\(id)/versions/\(number)")
        } catch let here as PlanIsHere {
            return try await newPage(
                visit, PlanUploadPage(viewer: visit.viewer, text: text, twin: here))
        } catch let problem as Problem where problem.kind != .forbidden && problem.kind != .notFound
        {
            return try await newPage(
                visit, PlanUploadPage(viewer: visit.viewer, text: text, problem: problem))
        }
    }

    /// `GET /plans/{plan}/versions/{number}`
    @Sendable static func show(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let id = try visit.identifier("plan")
        guard let number = Int(visit.parameter("number")) else {
            throw Problem(.notFound, "Không có bản này.")
        }
        let (plan, html) = try await visit.site.database.read { tx in
            let plan = try tx.plan(id, for: officer)
            try PlanPages.requireWhole(officer)
            let version = try tx.version(number, of: plan, ward: officer.ward)
            if version.adoptedAt == nil { try officer.require(.runPlans) }
            guard version.adoptedAt == nil, number > plan.currentVersion else {
                return (plan, VersionPage(plan: plan, version: version).html)
            }
            return (
                plan,
                DifferencePage(
                    plan: plan, version: version,
                    difference: try tx.difference(to: version, of: plan, for: officer),
                    viewer: visit.viewer
                ).html
            )
        }
        return visit.page("Bản \(number) · \(plan.name)", at: .plans, html)
    }

    /// `POST /plans/{plan}/versions/{number}/adoption`
    @Sendable static func adopt(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let id = try visit.identifier("plan")
        let number = Int(visit.parameter("number")) ?? 0
        let version = Int(visit.form["version"]) ?? 0
        try await visit.site.database.write { tx in
            try tx.adoptVersion(number, of: id, version: version, by: officer)
        }
        return .seeOther("/plans/\(id)?done=\(Flash.saved)")
    }

    private static func newPage(_ visit: Visit, _ form: PlanUploadPage) async throws -> Response {
        let officer = try visit.officer()
        let id = try visit.identifier("plan")
        let plan = try await visit.site.database.read { try $0.plan(id, for: officer) }
        var page = form
        page.amended = plan
        page.script = visit.site.assets.script("upload")
        return visit.page("Nhập bản sửa đổi", at: .plans, status: page.status, page.html)
    }
}

/// How an amended text differs from the plan as it stands.
struct DifferencePage: Sendable {
    let plan: Plan
    let version: PlanVersion
    let difference: PlanDifference
    let viewer: Viewer?

    var html: HTML {
        """
        <p class="small"><a href="/plans/\(plan.id)">← \(plan.name)</a></p>
        <h1>Bản sửa đổi khác gì</h1>
        <p class="lede"><strong>\(difference.changed.count) nhiệm vụ thay đổi, \
        \(difference.removed.count) bị bỏ, \(difference.added.count) mới</strong>; \
        \(difference.keptCount) giữ nguyên. Việc được giữ thì tiến độ và minh chứng còn nguyên; việc bị \
        bỏ kết thúc với lý do «bản sửa đổi không còn»; việc mới được giao cho các đơn vị.</p>
        \(adoption)
        \(changed)\(removed)\(added)
        """
    }

    private var adoption: HTML {
        """
        <form class="row tools" method="post" action="/plans/\(plan.id)/versions/\(version.number)/adoption">
        \(Fields.token(viewer))<input type="hidden" name="version" value="\(plan.version)">
        <button class="button" type="submit">Cho bản này hiệu lực</button>
        <a class="button button--quiet" href="/plans/\(plan.id)">Để sau</a></form>
        """
    }

    private var changed: HTML? {
        if difference.changed.isEmpty { return nil }
        let items: [HTML] = difference.changed.map { pair in
            let terms = Terms.list(
                pair.changes.map { change in
                    (
                        change.field.title,
                        "<del>\(change.before.isEmpty ? "(trống)" : change.before)</del> → <ins>\(change.after.isEmpty ? "(trống)" : change.after)</ins>"
                    )
                })
            let hand: HTML? =
                pair.isPiece
                ? Note.block(
                    "Đã tách bằng tay.",
                    "Nội dung các phần giữ nguyên; hãy sửa lại sau khi cho hiệu lực.")
                : nil
            return "<li><strong>\(pair.task.code)</strong> \(pair.task.title)\(terms)\(hand)</li>"
        }
        return Panel.section(
            "Thay đổi", note: "\(items.count) nhiệm vụ", "<ul class=\"plain\">\(items)</ul>")
    }

    private var removed: HTML? {
        if difference.removed.isEmpty { return nil }
        let items: [HTML] = difference.removed.map {
            "<li><strong>\($0.code)</strong> <del>\($0.title)</del></li>"
        }
        return Panel.section(
            "Bị bỏ", note: "\(items.count) nhiệm vụ", "<ul class=\"plain\">\(items)</ul>")
    }

    private var added: HTML? {
        if difference.added.isEmpty { return nil }
        let items: [HTML] = difference.added.map { reading in
            let lead = reading.leadUnits.joined(separator: "; ")
            return """
                <li><strong>\(reading.id)</strong> <ins>\(reading.text ?? reading.textStart)</ins> \
                <span class="muted">\(lead.isEmpty ? "chưa có đầu mối: giao sau" : lead)</span></li>
                """
        }
        return Panel.section(
            "Mới", note: "\(items.count) nhiệm vụ", "<ul class=\"plain\">\(items)</ul>")
    }
}

/// One version as it was read, to look up.
struct VersionPage: Sendable {
    let plan: Plan
    let version: PlanVersion

    var html: HTML {
        let state = version.number == plan.currentVersion ? "đang có hiệu lực" : "đã được thay"
        let lines: [HTML] = version.source.lines.filter { !$0.text.allSatisfy(\.isWhitespace) }
            .map { line in
                """
                <p class="source__line" id="L\(line.number)"><span class="source__number">\(line.number)\
                </span><span>\(line.text)</span></p>
                """
            }
        return """
            <p class="small"><a href="/plans/\(plan.id)">← \(plan.name)</a></p>
            <h1>Bản \(version.number)</h1>
            <p class="lede">Bản này \(state); nhập lúc \(version.createdAt.vietnamese), đọc được \
            \(version.reading.tasks.count) nhiệm vụ.
            <a href="/plans/\(plan.id)/versions/\(version.number)/file">Tải tệp gốc</a></p>
            <div class="panel"><div class="source panel__body">\(lines)</div></div>
            """
    }
}
