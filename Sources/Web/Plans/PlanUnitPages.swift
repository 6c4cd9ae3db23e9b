import Domain
import Hummingbird
import Storage

/// Which units of the ward the names in a plan mean.
enum PlanUnitPages {
    static let routes: [Route] = [
        .get("/plans/{plan}/units", .permission(.runPlans), show),
        .post("/plans/{plan}/units", .permission(.runPlans), bind),
        .get("/plans/{plan}/units/new", .permission(.runPlans), new),
        .post("/plans/{plan}/units/new", .permission(.runPlans), create),
    ]

    /// `GET /plans/{plan}/units`: every name once, with a proposal where one is likely.
    @Sendable static func show(_ visit: Visit) async throws -> Response {
        try await page(visit, chosen: [:], problem: nil)
    }

    private static func page(
        _ visit: Visit, chosen: [String: String], problem: Problem?
    ) async throws -> Response {
        let officer = try visit.officer()
        let id = try visit.identifier("plan")
        let page = try await visit.site.database.read { tx in
            let plan = try tx.plan(id, for: officer)
            return PlanUnitPage(
                plan: plan, names: try tx.unitNames(of: plan, for: officer),
                units: UnitNames(try tx.units(of: officer.ward)), chosen: chosen,
                viewer: visit.viewer, problem: problem)
        }
        return visit.page(
            "Tên đơn vị trong kế hoạch", at: .plans,
            status: problem.map { ProblemPages.status(of: $0.kind) } ?? .ok, page.html)
    }

    /// `POST /plans/{plan}/units`: all choices of the page in one.
    @Sendable static func bind(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let id = try visit.identifier("plan")
        let chosen = Dictionary(
            zip(visit.form.all("name"), visit.form.all("unit")),
            uniquingKeysWith: { _, last in last })
        let wanted = chosen.filter { !$0.value.isEmpty }
        do {
            try await visit.site.database.write { tx in
                let plan = try tx.plan(id, for: officer)
                let known = try tx.unitNames(of: plan, for: officer)
                // Only what changes is written, and journalled.
                let changed = wanted.filter { name, unit in
                    known.contains { $0.name == name && $0.unit != unit }
                }
                if !changed.isEmpty { try tx.bindUnits(changed, in: id, by: officer) }
            }
        } catch let problem as Problem where problem.kind == .invalid || problem.kind == .conflict {
            return try await page(visit, chosen: chosen, problem: problem)
        }
        return .seeOther("/plans/\(id)/reading?done=\(Flash.saved)")
    }

    /// `GET /plans/{plan}/units/new?name=…`
    @Sendable static func new(_ visit: Visit) async throws -> Response {
        try await newPage(visit, name: visit.query("name"), problem: nil)
    }

    /// `POST /plans/{plan}/units/new`
    @Sendable static func create(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let id = try visit.identifier("plan")
        let name = visit.form["name"]
        let members = visit.form.all("member")
        do {
            guard !name.isEmpty, let kind = Storage.Unit.Kind(rawValue: visit.form["kind"]) else {
                throw Problem(.invalid, "Hãy ghi tên và chọn loại đơn vị.")
            }
            try await visit.site.database.write { tx in
                try tx.addUnit(
                    named: name, kind: kind, members: kind == .set ? members : [], boundIn: id,
                    by: officer)
            }
            return .seeOther("/plans/\(id)/units?done=\(Flash.saved)")
        } catch let problem as Problem where problem.kind == .invalid || problem.kind == .conflict {
            return try await newPage(visit, name: name, problem: problem)
        }
    }

    private static func newPage(
        _ visit: Visit, name: String, problem: Problem?
    ) async throws -> Response {
        let officer = try visit.officer()
        let id = try visit.identifier("plan")
        let form = visit.form
        let page = try await visit.site.database.read { tx in
            NewUnitPage(
                plan: try tx.plan(id, for: officer), name: name,
                units: UnitNames(try tx.units(of: officer.ward)), form: form,
                viewer: visit.viewer, problem: problem)
        }
        return visit.page(
            "Thêm đơn vị", at: .plans,
            status: problem.map { ProblemPages.status(of: $0.kind) } ?? .ok, page.html)
    }
}

/// The names of a plan's text, each with the unit that it means.
struct PlanUnitPage: Sendable {
    let plan: Plan
    let names: [PlanUnitName]
    let units: UnitNames
    /// What was chosen for the names, when that was refused.
    let chosen: [String: String]
    let viewer: Viewer?
    let problem: Problem?

    var html: HTML {
        let unbound = names.filter { $0.unit == nil }
        let leading = unbound.filter { $0.leadCount > 0 }.count
        let rows: [[HTML]] = names.enumerated().map { row($0.offset, $0.element) }
        let table = DataTable.cards(
            "Tên đơn vị",
            [
                .init("Văn bản viết"), .init("Là đơn vị"), .init("Chủ trì", isNumber: true),
                .init("Xuất hiện", isNumber: true),
            ], rows)
        return """
            <p class="small"><a href="/plans/\(plan.id)/reading">← \(plan.name)</a></p>
            <h1>Tên đơn vị trong kế hoạch</h1>
            <p class="lede">\(unbound.count) tên chưa gắn với đơn vị của phường, trong đó \
            <strong>\(leading) tên đứng chủ trì</strong>. Đã chọn sẵn chỗ đoán được; hãy xem lại rồi \
            lưu một lần. Kế hoạch sau sẽ tự nhận ra những tên này.</p>
            \(problem.map(refusal))
            <form method="post" action="/plans/\(plan.id)/units">\(Fields.token(viewer))
            <div class="panel">\(table)</div>
            <button class="button" type="submit">Lưu</button>
            </form>
            """
    }

    private func refusal(_ problem: Problem) -> HTML {
        """
        <div class="error-summary" role="alert" tabindex="-1">
        <p><span aria-hidden="true">●</span> \(problem.message)</p>
        <p>Chưa lưu gì; các lựa chọn vẫn ở dưới. <a href="/plans/\(plan.id)/reading?show=open">Mở các \
        việc cần quyết định</a>, hoặc để «chưa gắn» tên gây vướng rồi lưu những tên còn lại.</p></div>
        """
    }

    /// "Các …" means several units: only a group can be it.
    private func candidates(for name: String) -> [(id: String, name: String)] {
        let isPlural = folded(name).hasPrefix("cac ")
        return units.all.filter { !isPlural || $0.isGroup }.map { ($0.id, $0.name) }
    }

    private func row(_ index: Int, _ name: PlanUnitName) -> [HTML] {
        let proposal =
            name.unit == nil && chosen[name.name] == nil
            ? UnitNameMatch.best(for: name.name, among: candidates(for: name.name)) : nil
        let chosen = self.chosen[name.name] ?? name.unit ?? proposal?.id ?? ""
        let options: [HTML] = units.all.map { unit in
            let selected: HTML = unit.id == chosen ? " selected" : ""
            return "<option value=\"\(unit.id)\"\(selected)>\(unit.name)</option>"
        }
        let guess: HTML? =
            proposal.map { _ in "<span class=\"table__more\">đoán theo tên gần giống</span>" }
        let create = Address.with("/plans/\(plan.id)/units/new", [("name", name.name)])
        let add: HTML? =
            name.unit == nil
            ? "<span class=\"table__more\"><a href=\"\(create)\">Thêm đơn vị hoặc nhóm mới</a></span>"
            : nil
        return [
            "\(name.name)\(add)",
            """
            <input type="hidden" name="name" value="\(name.name)">
            <label class="visually-hidden" for="u-\(index)">Đơn vị của “\(name.name)”</label>
            <select class="field__control" id="u-\(index)" name="unit"><option value="">– chưa gắn –\
            </option>\(options)</select>\(guess)
            """,
            "\(name.leadCount)", "\(name.count)",
        ]
    }
}

/// Makes the unit, or the group of units, that a name means.
struct NewUnitPage: Sendable {
    let plan: Plan
    let name: String
    let units: UnitNames
    let form: Form
    let viewer: Viewer?
    let problem: Problem?

    var html: HTML {
        let chosen = Set(form.all("member"))
        let members: [HTML] = units.all.filter { !$0.isGroup }.map { unit in
            let checked: HTML = chosen.contains(unit.id) ? " checked" : ""
            return """
                <label class="check"><input type="checkbox" name="member" value="\(unit.id)"\(checked)> \
                \(unit.name)</label>
                """
        }
        // Units that have people of their own are made by the administrator.
        let isAdministrator = viewer?.officer.may(.administer) == true
        let kinds = Storage.Unit.Kind.allCases
            .filter { isAdministrator || $0 == .set || $0 == .external }
            .map { (value: $0.rawValue, label: $0.title) }
        return """
            <p class="small"><a href="/plans/\(plan.id)/units">← Tên đơn vị trong kế hoạch</a></p>
            <h1>Thêm đơn vị hoặc nhóm</h1>
            <p class="lede">Việc giao cho một nhóm được chia cho từng đơn vị trong nhóm. Đơn vị có người dùng \
            riêng thì nhờ quản trị thêm ở trang Quản trị.</p>
            \(problem.map { Fields.summary($0.message, $0.refusals) })
            <form method="post" action="/plans/\(plan.id)/units/new">\(Fields.token(viewer))
            \(Fields.text("name", "Tên", value: name, isRequired: true))
            \(Fields.choice("kind", "Loại", kinds, value: form.filled("kind") ?? guess.rawValue))
            <fieldset class="group" id="f-member"><legend>Các đơn vị trong nhóm (chỉ với loại nhóm)</legend>
            <div class="columns">\(members)</div></fieldset>
            <button class="button" type="submit">Thêm và gắn</button></form>
            """
    }

    /// "Các …" is a group; the rest is told by its first words.
    private var guess: Storage.Unit.Kind {
        let words = folded(name)
        let known: [(String, Storage.Unit.Kind)] = [
            ("cac ", .set), ("cong an", .police), ("to dan pho", .group), ("truong ", .school),
            ("phong ", .division), ("trung tam", .centre), ("tram y te", .health),
            ("ban chi huy", .military), ("hoi ", .union), ("doan ", .union),
        ]
        return known.first { words.hasPrefix($0.0) }?.1 ?? .external
    }
}
