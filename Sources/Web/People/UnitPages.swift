import Domain
import HTTPTypes
import Hummingbird
import Storage

/// The ward's units, its residential groups, and the groups on which plans lay work together.
enum UnitPages {
    static let routes: [Route] = [
        .get("/units", .permission(.administer), list),
        .get("/units/new", .permission(.administer), new),
        .post("/units", .permission(.administer), create),
        .get("/units/{unit}", .permission(.administer), show),
        .get("/units/{unit}/edit", .permission(.administer), edit),
        .post("/units/{unit}", .permission(.administer), change),
        .get("/units/{unit}/end", .permission(.administer), askEnd),
        .post("/units/{unit}/end", .permission(.administer), end),
        .post("/units/{unit}/reopening", .permission(.administer), reopen),
    ]

    /// `GET /units`
    @Sendable static func list(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let (units, ended) = try await visit.site.database.read { tx in
            (try tx.units(of: officer.ward), try tx.endedUnits(of: officer.ward))
        }
        let groups = units.filter { $0.kind == .group }
        let sets = units.filter(\.isGroup)
        let others = units.filter { $0.kind != .group && !$0.isGroup }
        return visit.page(
            "Đơn vị", at: .people,
            """
            <h1>Đơn vị</h1>
            <p class="lede">\(others.count) cơ quan, đơn vị, cơ sở; \(groups.count) tổ dân phố, thôn, bản; \
            \(sets.count) nhóm mà kế hoạch giao việc chung.</p>
            \(PeoplePlaces.tabs(at: .units))
            <p class="row section-act"><a class="button" href="/units/new">Thêm đơn vị</a></p>
            \(section("Cơ quan, đơn vị, cơ sở", others))
            \(section("Tổ dân phố, thôn, bản", groups))
            \(section("Nhóm đơn vị", sets))
            \(ended.isEmpty ? nil : section("Đã kết thúc", ended))
            """)
    }

    /// `GET /units/new`
    @Sendable static func new(_ visit: Visit) async throws -> Response {
        try await UnitForm.page(visit, UnitForm(), refusals: [:], status: .ok)
    }

    /// `POST /units`
    @Sendable static func create(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let form = UnitForm(visit.form)
        do {
            let kind = try form.requiredKind()
            let id = try await visit.site.database.write { tx in
                try tx.addUnit(
                    form.name, shortName: form.shortName, kind: kind, parent: form.parent,
                    ward: officer.ward, by: officer)
            }
            return .seeOther("/units/\(id)?done=saved")
        } catch let problem as Problem where !problem.refusals.isEmpty {
            return try await UnitForm.page(
                visit, form, refusals: problem.refusals, status: .unprocessableContent)
        }
    }

    /// `GET /units/{unit}`
    @Sendable static func show(_ visit: Visit) async throws -> Response {
        try await UnitPage.show(visit, refusals: [:], status: .ok)
    }

    /// `GET /units/{unit}/edit`
    @Sendable static func edit(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let id = try visit.identifier("unit")
        let detail = try await visit.site.database.read { tx in
            try tx.unitDetail(id, by: officer)
        }
        return try await UnitForm.page(visit, UnitForm(detail), refusals: [:], status: .ok)
    }

    /// `POST /units/{unit}`
    @Sendable static func change(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let id = try visit.identifier("unit")
        let form = UnitForm(visit.form, id: id)
        do {
            let edit = UnitEdit(
                name: form.name, shortName: form.shortName ?? form.name,
                kind: try form.requiredKind(), parent: form.parent)
            try await visit.site.database.write { tx in
                try tx.changeUnit(id, edit, version: form.version, by: officer)
            }
        } catch let problem as Problem where !problem.refusals.isEmpty {
            return try await UnitForm.page(
                visit, form, refusals: problem.refusals, status: .unprocessableContent)
        }
        return .seeOther("/units/\(id)?done=saved")
    }

    /// `GET /units/{unit}/end`
    @Sendable static func askEnd(_ visit: Visit) async throws -> Response {
        try await endPage(visit, problem: nil)
    }

    /// `POST /units/{unit}/end`
    @Sendable static func end(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let id = try visit.identifier("unit")
        let successor = visit.form.filled("successor")
        do {
            try await visit.site.database.write { tx in
                try tx.endUnit(id, successor: successor, by: officer)
            }
        } catch let problem as Problem where problem.kind == .invalid {
            return try await endPage(visit, problem: problem)
        }
        return .seeOther("/units/\(id)?done=ended")
    }

    private static func endPage(_ visit: Visit, problem: Problem?) async throws -> Response {
        let officer = try visit.officer()
        let id = try visit.identifier("unit")
        let (detail, open, units) = try await visit.site.database.read { tx in
            (
                try tx.unitDetail(id, by: officer),
                try tx.openAssignmentCount(ofUnit: id, ward: officer.ward),
                try tx.units(of: officer.ward).filter { !$0.isGroup && $0.id != id }
            )
        }
        let work =
            open == 0
            ? ""
            : " Đơn vị đang chủ trì \(open) việc chưa xong; các việc này chuyển cho đơn vị tiếp nhận."
        let question = Confirm.Question(
            "Kết thúc \(detail.unit.name)?",
            consequence:
                "Không giao thêm việc cho đơn vị này được nữa. Việc đã làm, báo cáo và nhật ký của đơn vị vẫn còn nguyên.\(work)",
            verb: "Kết thúc đơn vị", action: "/units/\(id)/end", back: "/units/\(id)")
        let successor: HTML? =
            open == 0
            ? nil
            : Fields.choice(
                "successor", "Đơn vị tiếp nhận",
                [("", "Chọn đơn vị")] + units.map { ($0.id, $0.name) },
                value: visit.form["successor"], refusal: problem?.refusals["successor"])
        return visit.page(
            question.title, at: .people,
            status: problem == nil ? .ok : .unprocessableContent,
            Confirm.page(question, fields: successor, viewer: visit.viewer))
    }

    /// `POST /units/{unit}/reopening`
    @Sendable static func reopen(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let id = try visit.identifier("unit")
        try await visit.site.database.write { try $0.reopenUnit(id, by: officer) }
        return .seeOther("/units/\(id)?done=saved")
    }

    private static func section(_ title: String, _ units: [Storage.Unit]) -> HTML {
        let rows: [[HTML]] = units.map { unit in
            [
                "<a href=\"/units/\(unit.id)\">\(unit.name)</a>", "\(unit.shortName)",
                "\(unit.kind.title)",
            ]
        }
        let body =
            rows.isEmpty
            ? EmptyState.block("Chưa có.")
            : DataTable.cards(title, [.init("Tên"), .init("Tên gọn"), .init("Loại")], rows)
        return Panel.section(title, note: "\(units.count)", isPadded: false, body)
    }
}
