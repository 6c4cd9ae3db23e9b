import Domain
import Hummingbird
import Storage

/// Public warnings: written, read again, issued, updated and cancelled by who may.
enum WarningPages {
    static let routes: [Route] = [
        .get("/warnings", .permission(.draftWarnings), list),
        .get("/warnings/new", .permission(.draftWarnings), new),
        .post("/warnings", .permission(.draftWarnings), create),
        .get("/warnings/{warning}", .permission(.draftWarnings), show),
        .get("/warnings/{warning}/edit", .permission(.draftWarnings), edit),
        .post("/warnings/{warning}", .permission(.draftWarnings), change),
        .post("/warnings/{warning}/discard", .permission(.draftWarnings), discard),
        .post("/warnings/{warning}/update", .permission(.draftWarnings), update),
        .post("/warnings/{warning}/issue", .permission(.issueWarnings), issue),
        .get("/warnings/{warning}/cancellation", .permission(.issueWarnings), askCancellation),
        .post("/warnings/{warning}/cancellation", .permission(.issueWarnings), cancel),
    ]

    /// `GET /warnings`
    @Sendable static func list(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let (warnings, now) = try await visit.site.database.read {
            (try $0.warnings(for: officer), $0.now)
        }
        let rows: [[HTML]] = warnings.map { warning in
            let who = warning.sentByName.map { "\($0) phát" } ?? "\(warning.createdByName) soạn"
            return [
                "<a href=\"/warnings/\(warning.id)\">\(warning.headline)</a>",
                WarningView.standing(warning, now: now), "\(who)",
                "\((warning.sentAt ?? warning.createdAt).vietnamese)",
                "\(warning.expiresAt?.vietnamese ?? "—")",
            ]
        }
        let body: HTML =
            rows.isEmpty
            ? EmptyState.block(
                "Chưa có cảnh báo nào.", advice: "Cảnh báo đã phát hiện ở trang công khai ngay.")
            : DataTable.cards(
                "Cảnh báo",
                [
                    .init("Tin"), .init("Tình trạng"), .init("Ai"),
                    .init("Lúc", isNumber: true), .init("Đến", isNumber: true),
                ], rows)
        return visit.page(
            "Cảnh báo cho người dân", at: .alarms,
            """
            \(DeskPages.tabs(officer, current: "/warnings"))
            <h1>Cảnh báo cho người dân</h1>
            <p class="lede">Phát ở <a href="/public/\(officer.ward)/warnings">trang công khai</a> và \
            dạng máy đọc (<a href="/public/\(officer.ward)/warnings.atom">Atom</a>, CAP 1.2).</p>
            <p class="desk-tools"><a class="button" href="/warnings/new">Soạn cảnh báo</a></p>
            \(Panel.section("Đã soạn và đã phát", note: "mới nhất trước", isPadded: false, body))
            """)
    }

    // MARK: Writing

    /// `GET /warnings/new?case=`
    @Sendable static func new(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        var fields = WarningForm.empty
        let asked = visit.query("case")
        if !asked.isEmpty {
            let card = try await visit.site.database.read {
                try $0.responseCard(of: asked, for: officer)
            }
            let place = [card.alarm.siteName, card.alarm.address].compactMap(\.self)
            fields.append(("headline", "Cháy tại \(place.joined(separator: ", "))"))
            if let point = card.point {
                fields.removeAll { $0.0 == "area" }
                fields += [
                    ("area", "circle"), ("latitude", Degrees(point.latitude).shown),
                    ("longitude", Degrees(point.longitude).shown),
                ]
            }
        }
        return try await form(
            visit, Form(fields), action: "/warnings", back: "/warnings", hidden: nil, refused: nil)
    }

    private static func form(
        _ visit: Visit, _ form: Form, action: String, back: String, hidden: HTML?,
        refused: Problem?
    ) async throws -> Response {
        let officer = try visit.officer()
        let groups = try await visit.site.database.read {
            try $0.residentialGroups(of: officer.ward)
        }
        let view = WarningForm(
            action: action, back: back, form: form, groups: groups, hidden: hidden,
            refused: refused, viewer: visit.viewer, map: MapControls.head(visit, ["place"]))
        return visit.page(
            "Soạn cảnh báo", at: .alarms,
            status: refused == nil ? .ok : .unprocessableContent, view.html)
    }

    /// `POST /warnings`
    @Sendable static func create(_ visit: Visit) async throws -> Response {
        let (officer, text) = (try visit.officer(), WarningForm.text(visit.form))
        do {
            let id = try await visit.site.database.write {
                try $0.draftWarning(text, by: officer)
            }
            return .seeOther("/warnings/\(id)")
        } catch let problem as Problem {
            guard !problem.refusals.isEmpty else { throw problem }
            return try await form(
                visit, visit.form, action: "/warnings", back: "/warnings", hidden: nil,
                refused: problem)
        }
    }

    /// `GET /warnings/{warning}/edit`
    @Sendable static func edit(_ visit: Visit) async throws -> Response {
        let (officer, id) = (try visit.officer(), try visit.identifier("warning"))
        let found = try await visit.site.database.read { try $0.warning(id, for: officer) }
        return try await form(
            visit, Form(WarningForm.fields(of: found.text)), action: "/warnings/\(id)",
            back: "/warnings/\(id)", hidden: version(found.version), refused: nil)
    }

    private static func version(_ number: Int) -> HTML {
        "<input type=\"hidden\" name=\"version\" value=\"\(number)\">"
    }

    /// `POST /warnings/{warning}`
    @Sendable static func change(_ visit: Visit) async throws -> Response {
        let (officer, id) = (try visit.officer(), try visit.identifier("warning"))
        let (text, number) = (WarningForm.text(visit.form), Int(visit.form["version"]) ?? 0)
        do {
            try await visit.site.database.write {
                try $0.changeWarning(id, to: text, version: number, by: officer)
            }
            return .seeOther("/warnings/\(id)")
        } catch let problem as Problem {
            guard !problem.refusals.isEmpty else { throw problem }
            return try await form(
                visit, visit.form, action: "/warnings/\(id)", back: "/warnings/\(id)",
                hidden: version(number), refused: problem)
        }
    }

    /// `POST /warnings/{warning}/discard`
    @Sendable static func discard(_ visit: Visit) async throws -> Response {
        let (officer, id) = (try visit.officer(), try visit.identifier("warning"))
        try await visit.site.database.write { try $0.discardWarning(id, by: officer) }
        return .seeOther("/warnings?done=\(Flash.ended)")
    }

    /// `POST /warnings/{warning}/update`: a draft with the same words.
    @Sendable static func update(_ visit: Visit) async throws -> Response {
        let (officer, id) = (try visit.officer(), try visit.identifier("warning"))
        let draft = try await visit.site.database.write {
            try $0.draftUpdate(of: id, by: officer)
        }
        return .seeOther("/warnings/\(draft)/edit")
    }

    // MARK: Issuing

    /// `GET /warnings/{warning}`: as people will read it, before it is issued.
    @Sendable static func show(_ visit: Visit) async throws -> Response {
        let (officer, id) = (try visit.officer(), try visit.identifier("warning"))
        let address = visit.site.address
        let (found, message, now) = try await visit.site.database.read { tx in
            let found = try tx.warning(id, for: officer)
            return (found, try tx.capMessage(of: found, address: address, for: officer), tx.now)
        }
        let view = WarningView(found, message, now: now)
        let tools =
            found.state == .draft ? draftTools(found, visit) : issuedTools(found, visit, now)
        return visit.page(
            found.headline, at: .alarms,
            """
            <p class="crumb"><a href="/warnings">← Cảnh báo</a></p>
            <p>\(WarningView.standing(found, now: now)) \(found.kind.title)</p>
            \(tools)
            \(view.html())
            <details class="narrow"><summary>Dạng máy đọc (CAP 1.2)</summary>
            <pre class="warning__xml">\(found.message ?? message.xml)</pre></details>
            """)
    }

    private static func draftTools(_ found: PublicWarning, _ visit: Visit) -> HTML {
        let path = "/warnings/\(found.id)"
        let issue: HTML =
            visit.viewer?.officer.may(.issueWarnings) == true
            ? """
            <form method="post" action="\(path)/issue">\(Fields.token(visit.viewer))\
            \(version(found.version))<button class="button button--danger" type="submit">\
            Phát cảnh báo này cho người dân</button></form>
            """ : "<p>Người có quyền phát: chủ tịch, phó chủ tịch, công an phường.</p>"
        return """
            <p><strong>Đây là bản nháp: người dân sẽ đọc đúng như dưới đây.</strong></p>
            <div class="row tools no-print">\(issue)
            <a class="button button--quiet" href="\(path)/edit">Sửa</a>
            <form method="post" action="\(path)/discard">\(Fields.token(visit.viewer))\
            <button class="button button--quiet" type="submit">Bỏ bản nháp</button></form></div>
            """
    }

    private static func issuedTools(
        _ found: PublicWarning, _ visit: Visit, _ now: Instant
    ) -> HTML {
        let path = "/warnings/\(found.id)"
        var tools: [HTML] = [
            """
            <a class="button button--quiet" href="/public/\(found.ward)/warnings/\(found.id)">\
            Xem trang công khai</a>
            """
        ]
        if found.isInForce(at: now) {
            tools.append(
                """
                <form method="post" action="\(path)/update">\(Fields.token(visit.viewer))\
                <button class="button" type="submit">Soạn bản cập nhật</button></form>
                """)
            if visit.viewer?.officer.may(.issueWarnings) == true {
                tools.append(
                    "<a class=\"button button--quiet\" href=\"\(path)/cancellation\">Hủy cảnh báo</a>"
                )
            }
        }
        return "<div class=\"row tools no-print\">\(tools)</div>"
    }

    /// `POST /warnings/{warning}/issue`
    @Sendable static func issue(_ visit: Visit) async throws -> Response {
        let (officer, id) = (try visit.officer(), try visit.identifier("warning"))
        let (number, address) = (Int(visit.form["version"]) ?? 0, visit.site.address)
        try await visit.site.database.write {
            try $0.issueWarning(id, version: number, address: address, by: officer)
        }
        return .seeOther("/warnings/\(id)?done=\(Flash.issued)")
    }

    /// `GET /warnings/{warning}/cancellation`
    @Sendable static func askCancellation(_ visit: Visit) async throws -> Response {
        try await cancellationPage(visit, refused: nil)
    }

    private static func cancellationPage(
        _ visit: Visit, refused: Problem?
    ) async throws -> Response {
        let (officer, id) = (try visit.officer(), try visit.identifier("warning"))
        let found = try await visit.site.database.read { try $0.warning(id, for: officer) }
        let question = Confirm.Question(
            "Hủy cảnh báo «\(found.text.headline)»?",
            consequence:
                "Cảnh báo rời trang công khai; tin hủy kèm lý do được gửi đến mọi nơi đã nhận cảnh báo.",
            verb: "Hủy cảnh báo", action: "/warnings/\(id)/cancellation", back: "/warnings/\(id)")
        return visit.page(
            question.title, at: .alarms,
            status: refused == nil ? .ok : .unprocessableContent,
            Confirm.page(
                question,
                fields: Fields.area(
                    "reason", "Vì sao hủy", value: visit.form["reason"], rows: 2,
                    hint: "Người dân đọc dòng này, như «Đã dập tắt lúc 14:30».",
                    refusal: refused?.refusals["reason"], isRequired: true),
                viewer: visit.viewer))
    }

    /// `POST /warnings/{warning}/cancellation`
    @Sendable static func cancel(_ visit: Visit) async throws -> Response {
        let (officer, id) = (try visit.officer(), try visit.identifier("warning"))
        let (reason, address) = (visit.form["reason"], visit.site.address)
        do {
            let message = try await visit.site.database.write {
                try $0.cancelWarning(id, reason: reason, address: address, by: officer)
            }
            return .seeOther("/warnings/\(message)?done=\(Flash.issued)")
        } catch let problem as Problem {
            guard !problem.refusals.isEmpty else { throw problem }
            return try await cancellationPage(visit, refused: problem)
        }
    }
}
