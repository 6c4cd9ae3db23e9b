import Domain
import HTTPTypes
import Hummingbird
import Storage

/// One unit: its people, the ways plans spell it, and the members of a group.
enum UnitPage {
    static let routes: [Route] = [
        .post("/units/{unit}/members", .permission(.administer), setMembers),
        .post("/units/{unit}/aliases", .permission(.administer), addAlias),
        .post("/units/{unit}/aliases/end", .permission(.administer), removeAlias),
    ]

    static func show(
        _ visit: Visit, refusals: [String: String], status: HTTPResponse.Status
    ) async throws -> Response {
        let officer = try visit.officer()
        let id = try visit.identifier("unit")
        let (detail, units, history, names) = try await visit.site.database.read { tx in
            (
                try tx.unitDetail(id, by: officer), try tx.units(of: officer.ward),
                try tx.history(of: "units/\(id)", ward: officer.ward, limit: 20),
                try tx.journalNames(ward: officer.ward)
            )
        }
        let members: HTML? = detail.unit.isGroup ? memberForm(detail, units, visit.viewer) : nil
        return visit.page(
            detail.unit.name, at: .people, status: status,
            """
            <p class="crumb"><a href="/units">← Đơn vị</a></p>
            <h1>\(detail.unit.name)</h1>
            <p class="lede">\(lede(detail, units))</p>
            \(actions(detail, visit.viewer))
            \(refusals.isEmpty ? nil : Fields.summary("Chưa lưu được.", refusals))
            \(members)
            \(detail.unit.isGroup ? nil : people(detail))
            \(detail.unit.kind == .group ? border(detail) : nil)
            \(aliases(detail, refusals, visit.viewer))
            \(Panel.section("Lịch sử", JournalHistory.list(history, names: names)))
            """)
    }

    /// `POST /units/{unit}/members`
    @Sendable static func setMembers(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let id = try visit.identifier("unit")
        let members = visit.form.all("member")
        try await visit.site.database.write { tx in
            try tx.setMembers(of: id, to: members, by: officer)
        }
        return .seeOther("/units/\(id)?done=saved")
    }

    /// `POST /units/{unit}/aliases`
    @Sendable static func addAlias(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let id = try visit.identifier("unit")
        let alias = visit.form["alias"]
        do {
            try await visit.site.database.write { tx in
                try tx.addAlias(alias, to: id, by: officer)
            }
        } catch let problem as Problem where !problem.refusals.isEmpty {
            return try await show(
                visit, refusals: problem.refusals, status: .unprocessableContent)
        }
        return .seeOther("/units/\(id)?done=saved")
    }

    /// `POST /units/{unit}/aliases/end`
    @Sendable static func removeAlias(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let id = try visit.identifier("unit")
        let alias = visit.form["alias"]
        try await visit.site.database.write { tx in
            try tx.removeAlias(alias, from: id, by: officer)
        }
        return .seeOther("/units/\(id)?done=saved")
    }

    private static func lede(_ detail: UnitDetail, _ units: [Storage.Unit]) -> String {
        var words = detail.unit.kind.title
        if let parent = units.first(where: { $0.id == detail.parent }) {
            words += ", thuộc \(parent.name)"
        }
        if let ended = detail.endedAt { return "\(words). Đã kết thúc \(ended.vietnamese)." }
        return detail.unit.isGroup
            ? "\(words), \(detail.members.count) thành viên."
            : "\(words), \(detail.people.count) người có tài khoản."
    }

    private static func actions(_ detail: UnitDetail, _ viewer: Viewer?) -> HTML {
        let path = "/units/\(detail.unit.id)"
        guard detail.endedAt == nil else {
            return """
                <form class="section-act" method="post" action="\(path)/reopening">\(Fields.token(viewer))
                <button class="button button--quiet" type="submit">Mở lại đơn vị</button></form>
                """
        }
        return """
            <p class="row section-act"><a class="button" href="\(path)/edit">Sửa</a>
            <a class="button button--quiet" href="\(path)/end">Kết thúc đơn vị</a></p>
            """
    }

    private static func people(_ detail: UnitDetail) -> HTML {
        let items: [HTML] = detail.people.map {
            "<li><a href=\"/accounts/\($0.id)\">\($0.name)</a></li>"
        }
        return Panel.section(
            "Người của đơn vị",
            items.isEmpty ? EmptyState.block("Chưa ai có tài khoản.") : "<ul>\(items)</ul>")
    }

    private static func border(_ detail: UnitDetail) -> HTML {
        let words = detail.boundary.map { "Đã vẽ: \($0.shown)." } ?? "Chưa vẽ."
        let path = BoundaryPages.path(of: .group(detail.unit.id))
        return Panel.section(
            "Ranh giới", "<p>\(words) <a href=\"\(path)\">Vẽ ranh giới</a></p>")
    }

    private static func memberForm(
        _ detail: UnitDetail, _ units: [Storage.Unit], _ viewer: Viewer?
    ) -> HTML {
        let chosen = Set(detail.members.map(\.id))
        let boxes: [HTML] = units.filter { !$0.isGroup }.map { unit in
            let checked: HTML = chosen.contains(unit.id) ? " checked" : ""
            return """
                <label class="field__check"><input type="checkbox" name="member" \
                value="\(unit.id)"\(checked)> <span>\(unit.name)</span></label>
                """
        }
        return Panel.section(
            "Thành viên", note: "việc giao cho nhóm từ nay là việc của những đơn vị được đánh dấu",
            """
            <form method="post" action="/units/\(detail.unit.id)/members">\(Fields.token(viewer))
            <fieldset class="checks"><legend class="visually-hidden">Thành viên</legend>\(boxes)</fieldset>
            <button class="button" type="submit">Lưu thành viên</button></form>
            """)
    }

    private static func aliases(
        _ detail: UnitDetail, _ refusals: [String: String], _ viewer: Viewer?
    ) -> HTML {
        let path = "/units/\(detail.unit.id)/aliases"
        let items: [HTML] = detail.aliases.map { alias in
            """
            <li class="row"><span>\(alias)</span>
            <form method="post" action="\(path)/end">\(Fields.token(viewer))
            <input type="hidden" name="alias" value="\(alias)">
            <button class="link" type="submit">Bỏ<span class="visually-hidden"> \(alias)</span></button></form></li>
            """
        }
        return Panel.section(
            "Cách viết trong kế hoạch", note: "không kể dấu và chữ hoa",
            """
            <ul class="plain-list">\(items)</ul>
            <form class="narrow" method="post" action="\(path)">\(Fields.token(viewer))
            \(Fields.text("alias", "Thêm cách viết", refusal: refusals["alias"], isRequired: true))
            <button class="button button--quiet" type="submit">Thêm</button></form>
            """)
    }
}
