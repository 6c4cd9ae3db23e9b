import Domain
import Hummingbird
import Storage

/// Signing in and out.
enum SessionPages {
    static let routes: [Route] = [
        .get("/", .anyone, home),
        .get("/session", .anyone, show),
        .post("/session", .anyone, create),
        .post("/session/end", .signedIn, end),
    ]

    @Sendable static func home(_ visit: Visit) async throws -> Response {
        .seeOther(visit.viewer == nil ? "/session" : "/work")
    }

    /// Sends a stranger to sign in and back again.
    static func signInFirst(_ request: Request) -> Response {
        let isPage = request.method == .get || request.method == .head
        let next = isPage && request.uri.path != "/" ? "?next=\(request.uri.path)" : ""
        return .seeOther("/session\(next)")
    }

    /// `GET /session`
    @Sendable static func show(_ visit: Visit) async throws -> Response {
        page(visit, next: visit.query("next"), login: "", refusal: nil)
    }

    /// `POST /session`
    @Sendable static func create(_ visit: Visit) async throws -> Response {
        let login = visit.form["login"]
        let account = try await visit.site.database.read { tx in
            try tx.accountIfAny(login: login)
        }
        guard let account, account.lockedAt == nil,
            try await Password.matches(visit.form["password"], account.password)
        else {
            return page(
                visit, next: visit.form["next"], login: login,
                refusal: "Tên đăng nhập hoặc mật khẩu chưa đúng.")
        }
        let token = SessionCookie.makeToken()
        let formToken = SessionCookie.makeToken()
        let address = visit.context.address
        let agent = String((visit.request.headers[.userAgent] ?? "").prefix(200))
        try await visit.site.database.write { tx in
            try tx.addSession(
                token: token, formToken: formToken, for: account, address: address, agent: agent)
        }
        var response = Response.seeOther(safe(visit.form["next"]))
        response.setCookie(SessionCookie.cookie(token, isSecure: visit.site.isSecure))
        return response
    }

    /// `POST /session/end`
    @Sendable static func end(_ visit: Visit) async throws -> Response {
        guard let viewer = visit.viewer else { return .seeOther("/session") }
        try await visit.site.database.write { tx in
            try tx.endSession(viewer.session, by: viewer.officer)
        }
        var response = Response.seeOther("/session?done=signedOut")
        response.setCookie(SessionCookie.cookie("", isSecure: visit.site.isSecure))
        return response
    }

    /// Only addresses of this site: nobody is led elsewhere by a link to our sign-in.
    private static func safe(_ next: String) -> String {
        next.hasPrefix("/") && !next.hasPrefix("//") && !next.contains("\\") ? next : "/work"
    }

    private static func page(
        _ visit: Visit, next: String, login: String, refusal: String?
    ) -> Response {
        visit.page(
            "Đăng nhập", at: nil, status: refusal == nil ? .ok : .unprocessableContent,
            """
            <div class="sign-in">
            <h1>Đăng nhập</h1>
            <p class="lede">Chương trình công tác phòng cháy, chữa cháy của phường.</p>
            \(refusal.map { Fields.summary($0) })
            <form method="post" action="/session">
            <input type="hidden" name="next" value="\(next)">
            \(Fields.text("login", "Tên đăng nhập", value: login, isRequired: true,
                autocomplete: "username"))
            \(Fields.text("password", "Mật khẩu", type: "password", isRequired: true,
                autocomplete: "current-password"))
            <button class="button" type="submit">Đăng nhập</button>
            </form>
            <p class="sign-in__after">Chưa có tài khoản, hoặc quên mật khẩu: hỏi quản trị hệ thống của phường.</p>
            </div>
            """)
    }
}
