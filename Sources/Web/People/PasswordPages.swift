import Domain
import HTTPTypes
import Hummingbird
import Storage

/// A person's own password.
enum PasswordPages {
    static let path = "/account/password"

    static let routes: [Route] = [
        .get(path, .signedIn, show), .post(path, .signedIn, change),
    ]

    /// Until a password that somebody else chose is changed, only these addresses answer.
    static func isOpenBeforeChange(_ routePath: String) -> Bool {
        routePath == path || routePath == "/session" || routePath == "/session/end"
    }

    /// `GET /account/password`
    @Sendable static func show(_ visit: Visit) async throws -> Response {
        page(visit, refusals: [:], status: .ok)
    }

    /// `POST /account/password`
    @Sendable static func change(_ visit: Visit) async throws -> Response {
        guard let viewer = visit.viewer else { return .seeOther("/session") }
        let officer = viewer.officer
        let password = visit.form["password"]
        do {
            let account = try await SignIn.confirm(visit.form["current"], field: "current", visit)
            try PasswordRules.check(password, login: account.login, name: account.name)
            guard password == visit.form["again"] else {
                throw refused("again", "Hai lần nhập chưa giống nhau. Hãy nhập lại.")
            }
            guard try await !Password.matches(password, account.password) else {
                throw refused("password", "Mật khẩu mới trùng mật khẩu cũ. Hãy chọn mật khẩu khác.")
            }
        } catch let problem as Problem where !problem.refusals.isEmpty {
            return page(
                visit, refusals: problem.refusals, status: ProblemPages.status(of: problem.kind)
            ).retrying(after: problem.waitSeconds)
        }
        let hash = try await Password.hash(password, cost: visit.site.passwordCost)
        let token = SessionCookie.makeToken()
        let formToken = SessionCookie.makeToken()
        try await visit.site.database.write { tx in
            try tx.changePassword(hash: hash, keepingSession: viewer.session, by: officer)
            try tx.rotateSession(viewer.session, token: token, formToken: formToken, by: officer)
        }
        var response = Response.seeOther("/account?done=passwordChanged")
        response.setCookie(SessionCookie.cookie(token, visit.site))
        return response
    }

    private static func refused(_ field: String, _ sentence: String) -> Problem {
        Problem(.invalid, sentence, refusals: [field: sentence])
    }

    private static func page(
        _ visit: Visit, refusals: [String: String], status: HTTPResponse.Status
    ) -> Response {
        let mustChange = visit.viewer?.mustChangePassword == true
        let lede =
            mustChange
            ? "Mật khẩu đang dùng do người khác đặt. Hãy đặt mật khẩu của riêng mình để tiếp tục."
            : "Đổi xong, các thiết bị khác của bạn bị đăng xuất."
        return visit.page(
            "Đổi mật khẩu", at: nil, status: status,
            """
            <div class="sign-in">
            <h1>Đổi mật khẩu</h1>
            <p class="lede">\(lede)</p>
            \(refusals.isEmpty ? nil : Fields.summary("Chưa đổi được mật khẩu.", refusals))
            <form method="post" action="\(path)">\(Fields.token(visit.viewer))
            \(fields(refusals))
            <button class="button" type="submit">Đổi mật khẩu</button>
            </form>
            </div>
            """)
    }

    private static func fields(_ refusals: [String: String]) -> HTML {
        let field = { (name: String, label: String, complete: String, hint: String?) -> HTML in
            Fields.text(
                name, label, type: "password", hint: hint, refusal: refusals[name],
                isRequired: true, autocomplete: complete)
        }
        let hint =
            "Ít nhất \(PasswordRules.lengthMin) ký tự; vài từ không liên quan đến nhau là tốt nhất."
        return """
            \(field("current", "Mật khẩu đang dùng", "current-password", nil))
            \(field("password", "Mật khẩu mới", "new-password", hint))
            \(field("again", "Nhập lại mật khẩu mới", "new-password", nil))
            """
    }
}
