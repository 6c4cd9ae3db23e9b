import Domain
import Foundation
import HTTPTypes
import Hummingbird
import Storage

/// Keys of other programs: asked for on a person's page, sent as `Authorization: Bearer`.
enum AccessKeys {
    static let routes: [Route] = [
        .get(path, .signedIn, show),
        .post(path, .signedIn, create),
        .post("\(path)/{key}/end", .signedIn, end),
    ]

    static let path = "/account/keys"

    /// In whose name a request speaks.
    ///
    /// - Throws: `.forbidden` for a key that may only read.
    static func viewer(
        of request: Request, _ context: WebContext, _ site: Site
    ) async throws -> Viewer? {
        let scheme = "Bearer "
        guard let header = request.headers[.authorization], header.hasPrefix(scheme) else {
            return nil
        }
        let key = String(header.dropFirst(scheme.count))
        let origin = "api \(context.address)"
        let holder = try await site.database.read { try $0.keyHolderIfAny(key, origin: origin) }
        guard let holder else { return nil }
        guard holder.mayWrite || request.method == .get || request.method == .head else {
            throw Problem(.forbidden, "Khóa này chỉ được đọc.")
        }
        return Viewer(
            officer: holder.officer, session: "", formToken: "", wardName: "", unitName: nil,
            mustChangePassword: false)
    }

    /// - Source: RFC 6750, section 3.
    static var refused: Response {
        var response = RegisterAPI.problem(
            .unauthorized, "Chưa có khóa", "Hãy gửi khóa trong Authorization: Bearer …")
        response.headers[.wwwAuthenticate] = "Bearer"
        return response
    }

    /// `GET /account/keys`
    @Sendable static func show(_ visit: Visit) async throws -> Response {
        try await page(visit)
    }

    private static func page(
        _ visit: Visit, made: String? = nil, problem: Problem? = nil
    ) async throws -> Response {
        let officer = try visit.officer()
        let keys = try await visit.site.database.read { try $0.accessKeys(of: officer) }
        let rows: [[HTML]] = keys.map { key in
            [
                "\(key.name)", key.mayWrite ? "Đọc và ghi" : "Chỉ đọc",
                "\(key.createdAt.vietnamese)",
                """
                <form method="post" action="\(path)/\(key.id)/end">\(Fields.token(visit.viewer))
                <button class="link" type="submit">Hủy<span class="visually-hidden"> \(key.name)</span></button></form>
                """,
            ]
        }
        let list =
            rows.isEmpty
            ? EmptyState.block("Chưa có khóa nào.")
            : DataTable.cards(
                "Khóa đang dùng",
                [.init("Phần mềm"), .init("Quyền"), .init("Lập lúc"), .init("")], rows)
        let note: HTML? = made.map {
            Note.block(
                "Khóa mới, chỉ hiện lần này.",
                "Hãy chép ngay vào phần mềm kia: <code>\($0)</code>")
        }
        return visit.page(
            "Khóa cho phần mềm khác", at: nil,
            status: problem.map { ProblemPages.status(of: $0.kind) } ?? .ok,
            """
            <p class="crumb"><a href="/account">← Tài khoản của tôi</a></p>
            <h1>Khóa cho phần mềm khác</h1>
            <p class="lede">Phần mềm giữ khóa này đọc, ghi các sổ thay bạn, đúng quyền của bạn. Mô tả giao diện: <a href="\(OpenAPI.path)">OpenAPI 3.1</a>.</p>
            \(problem.map { Fields.summary($0.message, $0.refusals) })
            \(note)
            \(Panel.section("Khóa đang dùng", isPadded: false, list))
            <form class="narrow" method="post" action="\(path)">\(Fields.token(visit.viewer))
            \(Fields.text(
                "name", "Tên phần mềm", value: problem == nil ? "" : visit.form["name"],
                refusal: problem?.refusals["name"], isRequired: true))
            \(Fields.check("may_write", "Được ghi, không chỉ đọc"))
            <button class="button" type="submit">Lập khóa</button></form>
            """)
    }

    /// `POST /account/keys`
    @Sendable static func create(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let key = "cl_" + SessionCookie.makeToken()
        let (name, mayWrite) = (visit.form["name"], !visit.form["may_write"].isEmpty)
        do {
            try await visit.site.database.write { tx in
                try tx.addAccessKey(key, name: name, mayWrite: mayWrite, by: officer)
            }
        } catch let problem as Problem where !problem.refusals.isEmpty {
            return try await page(visit, problem: problem)
        }
        return try await page(visit, made: key)
    }

    /// `POST /account/keys/{key}/end`
    @Sendable static func end(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let id = try visit.identifier("key")
        try await visit.site.database.write { try $0.endAccessKey(id, by: officer) }
        return .seeOther("\(path)?done=ended")
    }
}
