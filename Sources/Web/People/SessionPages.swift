import Domain
import HTTPTypes
import Hummingbird
import Storage

/// Signing in and out.
enum SessionPages {
    static let routes: [Route] = [
        .get("/", .anyone, home),
        .get("/session", .anyone, show),
        .post("/session", .anyone, create),
        .get("/session/code", .anyone, showCode),
        .post("/session/code", .anyone, createByCode),
        .post("/session/end", .signedIn, end),
    ]

    @Sendable static func home(_ visit: Visit) async throws -> Response {
        .seeOther(visit.viewer == nil ? "/session" : "/work")
    }

    /// Sends a stranger to sign in and back again.
    static func signInFirst(_ request: Request) -> Response {
        let isPage = request.method == .get || request.method == .head
        let next = isPage && request.uri.path != "/" ? request.uri.path : nil
        return .seeOther(Address.with("/session", [("next", next)]))
    }

    /// `GET /session`
    @Sendable static func show(_ visit: Visit) async throws -> Response {
        page(visit, next: visit.query("next"), login: "", refusal: nil, status: .ok)
    }

    /// `POST /session`
    @Sendable static func create(_ visit: Visit) async throws -> Response {
        let login = visit.form["login"]
        let next = visit.form["next"]
        let outcome = try await SignIn.check(
            login: login, password: visit.form["password"], from: visit.context.address, visit.site)
        switch outcome {
        case .refused(let sentence, let wait):
            return page(
                visit, next: next, login: login, refusal: sentence,
                status: wait == nil ? .unprocessableContent : .tooManyRequests
            ).retrying(after: wait)
        case .welcome(let account) where account.oneTimeSecret == nil:
            return try await SignIn.begin(account, next: next, visit)
        case .welcome(let account):
            let token = SessionCookie.makeToken()
            try await visit.site.database.write { tx in
                try tx.addSignInStep(token: token, for: account, next: next)
            }
            var response = Response.seeOther("/session/code")
            response.setCookie(SessionCookie.stepCookie(token, visit.site))
            return response
        }
    }

    /// `GET /session/code`
    @Sendable static func showCode(_ visit: Visit) async throws -> Response {
        guard try await step(visit) != nil else { return .seeOther("/session") }
        return codePage(visit, refusal: nil, status: .ok)
    }

    /// `POST /session/code`
    @Sendable static func createByCode(_ visit: Visit) async throws -> Response {
        guard let (token, step) = try await step(visit) else { return .seeOther("/session") }
        let outcome = try await check(visit.form["code"], step.account, visit)
        guard case .welcome(let account) = outcome else {
            guard case .refused(let sentence, let wait) = outcome else {
                return .seeOther("/session")
            }
            return codePage(
                visit, refusal: sentence,
                status: wait == nil ? .unprocessableContent : .tooManyRequests
            ).retrying(after: wait)
        }
        try await visit.site.database.write { tx in try tx.endSignInStep(token: token) }
        var response = try await SignIn.begin(account, next: step.next, visit)
        response.setCookie(SessionCookie.stepCookie("", visit.site))
        return response
    }

    /// `POST /session/end`
    @Sendable static func end(_ visit: Visit) async throws -> Response {
        guard let viewer = visit.viewer else { return .seeOther("/session") }
        try await visit.site.database.write { tx in
            try tx.endSession(viewer.session, by: viewer.officer)
        }
        var response = Response.seeOther("/session?done=signedOut")
        response.setCookie(SessionCookie.cookie("", visit.site))
        // Cards that the browser kept go with the session (`kept.js`).
        if let name = HTTPField.Name("Clear-Site-Data") { response.headers[name] = "\"storage\"" }
        return response
    }

    private static func step(_ visit: Visit) async throws -> (token: String, SignInStep)? {
        guard let token = SessionCookie.step(of: visit.request, visit.site) else { return nil }
        let step = try await visit.site.database.read { tx in
            try tx.signInStepIfAny(token: token)
        }
        return step.flatMap { $0.account.lockedAt == nil ? (token, $0) : nil }
    }

    /// A code of the telephone, or one from paper; each serves once.
    private static func check(
        _ code: String, _ account: Account, _ visit: Visit
    ) async throws -> SignIn.Outcome {
        let now = visit.site.now
        if let wait = SignIn.wait(of: account, at: now) { return SignIn.waiting(wait) }
        let address = visit.context.address
        let isRight = try await visit.site.database.write { tx in
            // A code on paper needs no key, and serves when the key is lost.
            let isOnPaper = code.contains { $0.isLetter }
            let secret =
                isOnPaper ? nil : try account.oneTimeSecret.map { try tx.plain($0, of: account) }
            if let step = OneTimeCode.step(matching: code, secret: secret, at: now) {
                return try tx.useOneTimeStep(step, of: account)
            }
            return try tx.useRecoveryCode(code, of: account, from: "web \(address)")
        }
        if isRight { return .welcome(account) }
        return try await SignIn.failed(
            account, from: address, visit.site,
            saying: "Mã chưa đúng hoặc đã dùng. Hãy chờ mã mới trên điện thoại rồi nhập lại.")
    }

    private static func page(
        _ visit: Visit, next: String, login: String, refusal: String?,
        status: HTTPResponse.Status
    ) -> Response {
        visit.page(
            "Đăng nhập", at: nil, status: status,
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
            <p class="sign-in__after">Chưa có tài khoản, hoặc quên mật khẩu: hỏi quản trị hệ thống \
            của phường.</p>
            </div>
            """)
    }

    private static func codePage(
        _ visit: Visit, refusal: String?, status: HTTPResponse.Status
    ) -> Response {
        visit.page(
            "Nhập mã", at: nil, status: status,
            """
            <div class="sign-in">
            <h1>Nhập mã trên điện thoại</h1>
            <p class="lede">Mở ứng dụng tạo mã, nhập \(OneTimeCode.digits) chữ số của Canh Lửa. \
            Mất điện thoại: nhập một mã dự phòng.</p>
            \(refusal.map { Fields.summary($0) })
            <form method="post" action="/session/code">
            \(Fields.text("code", "Mã", isRequired: true, autocomplete: "one-time-code"))
            <button class="button" type="submit">Tiếp tục</button>
            </form>
            <p class="sign-in__after"><a href="/session">Đăng nhập bằng tài khoản khác</a></p>
            </div>
            """)
    }
}
