import Documents
import Domain
import HTTPTypes
import Hummingbird
import Storage

/// Codes of a telephone as a second proof, and codes on paper for who loses it.
enum TelephonePages {
    static let path = "/account/telephone"

    static let routes: [Route] = [
        .get(path, .signedIn, show),
        .post(path, .signedIn, propose),
        .post("/account/telephone/confirm", .signedIn, confirm),
        .post("/account/telephone/end", .signedIn, end),
        .post("/account/recovery", .signedIn, renew),
    ]

    /// `GET /account/telephone`
    @Sendable static func show(_ visit: Visit) async throws -> Response {
        try await page(visit, refusals: [:], status: .ok)
    }

    /// `POST /account/telephone`: a secret is made and shown.
    @Sendable static func propose(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        do {
            let account = try await SignIn.confirm(visit.form["start"], field: "start", visit)
            guard account.oneTimeSecret == nil else { return .seeOther(path) }
        } catch let problem as Problem where !problem.refusals.isEmpty {
            return try await page(visit, problem)
        }
        let secret = OneTimeCode.makeSecret()
        try await visit.site.database.write { tx in
            try tx.proposeOneTimeSecret(secret, by: officer)
        }
        return .seeOther(path)
    }

    /// `POST /account/telephone/confirm`
    @Sendable static func confirm(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let now = visit.site.now
        let secret = try await visit.site.database.read { tx in
            let account = try tx.account(officer.id, ward: officer.ward)
            return try account.oneTimeSecretPending.map { try tx.plain($0, of: account) }
        }
        guard let step = OneTimeCode.step(matching: visit.form["code"], secret: secret, at: now)
        else {
            let sentence =
                "Mã chưa đúng. Hãy nhập mã mới nhất trên điện thoại; nếu vẫn sai, kiểm tra giờ của điện thoại."
            return try await page(
                visit, refusals: ["code": sentence], status: .unprocessableContent)
        }
        let codes = makeCodes()
        try await visit.site.database.write { tx in
            try tx.confirmOneTimeSecret(step: step, recoveryCodes: codes, by: officer)
        }
        return codesPage(visit, codes, "Đã bật mã trên điện thoại")
    }

    /// `POST /account/telephone/end`
    @Sendable static func end(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        do {
            let account = try await SignIn.confirm(visit.form["end"], field: "end", visit)
            try await visit.site.database.write { tx in
                try tx.removeOneTimeSecret(of: account, by: officer)
            }
        } catch let problem as Problem where !problem.refusals.isEmpty {
            return try await page(visit, problem)
        }
        return .seeOther("/account?done=telephoneOff")
    }

    /// `POST /account/recovery`
    @Sendable static func renew(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        do {
            let account = try await SignIn.confirm(visit.form["renew"], field: "renew", visit)
            guard account.oneTimeSecret != nil else { return .seeOther(path) }
        } catch let problem as Problem where !problem.refusals.isEmpty {
            return try await page(visit, problem)
        }
        let codes = makeCodes()
        try await visit.site.database.write { tx in try tx.renewRecoveryCodes(codes, by: officer) }
        return codesPage(visit, codes, "Mã dự phòng mới")
    }

    /// Fifty random bits each: nobody guesses one, and no slow hash is needed.
    private static func makeCodes() -> [String] {
        (0..<RecoveryCode.count).map { _ in
            let text = OneTimeCode.makeSecret().lowercased()
            return "\(text.prefix(5))-\(text.dropFirst(5).prefix(5))"
        }
    }

    private static func page(_ visit: Visit, _ problem: Problem) async throws -> Response {
        try await page(
            visit, refusals: problem.refusals, status: ProblemPages.status(of: problem.kind)
        ).retrying(after: problem.waitSeconds)
    }

    private static func page(
        _ visit: Visit, refusals: [String: String], status: HTTPResponse.Status
    ) async throws -> Response {
        let officer = try visit.officer()
        let (account, pending, left) = try await visit.site.database.read { tx in
            let account = try tx.account(officer.id, ward: officer.ward)
            return (
                account, try account.oneTimeSecretPending.map { try tx.plain($0, of: account) },
                try tx.recoveryCodesLeft(of: officer.id, ward: officer.ward)
            )
        }
        let content: HTML
        if account.oneTimeSecret != nil {
            content = enrolled(visit, refusals, codesLeft: left)
        } else if let secret = pending {
            content = await enrolling(visit, refusals, account, secret: secret)
        } else {
            content = passwordForm(
                visit, refusals, "start", action: path, label: "Mật khẩu đang dùng",
                verb: "Bắt đầu", modifier: "")
        }
        return visit.page(
            "Mã trên điện thoại", at: nil, status: status,
            """
            <div class="sign-in">
            <p class="crumb"><a href="/account">← Tài khoản của tôi</a></p>
            <h1>Mã trên điện thoại</h1>
            \(refusals.isEmpty ? nil : Fields.summary("Chưa làm được.", refusals))
            <p class="lede">\(lede(account, left))</p>
            \(content)
            </div>
            """)
    }

    private static func lede(_ account: Account, _ left: Int) -> String {
        if account.oneTimeSecret != nil {
            return "Đang bật: mỗi lần đăng nhập cần một mã mới. Còn \(left) mã dự phòng."
        }
        return account.oneTimeSecretPending == nil
            ? "Bật lên thì người biết mật khẩu của bạn vẫn không vào được nếu không có điện thoại của bạn."
            : "Quét hình bằng ứng dụng tạo mã (Google Authenticator, FreeOTP …), rồi nhập mã mà ứng dụng hiện ra."
    }

    private static func enrolling(
        _ visit: Visit, _ refusals: [String: String], _ account: Account, secret: String
    ) async -> HTML {
        let address = OneTimeCode.address(
            secret: secret, login: account.login, ward: visit.viewer?.wardName ?? "")
        let drawing = await QRDrawing.of(address)
        let groups = stride(from: 0, to: secret.count, by: 4).map { start in
            String(secret.dropFirst(start).prefix(4))
        }.joined(separator: " ")
        return """
            \(drawing.map(image))
            <p>Không quét được? Nhập mã bí mật này vào ứng dụng:</p>
            <p class="secret">\(groups)</p>
            <form method="post" action="/account/telephone/confirm">\(Fields.token(visit.viewer))
            \(Fields.text("code", "Mã \(OneTimeCode.digits) chữ số", refusal: refusals["code"],
                isRequired: true, autocomplete: "one-time-code"))
            <button class="button" type="submit">Bật</button>
            </form>
            """
    }

    private static func image(_ drawing: QRDrawing) -> HTML {
        let side = drawing.side
        return """
            <svg class="qr" viewBox="0 0 \(side) \(side)" role="img" \
            aria-label="Hình QR chứa mã bí mật ở dưới" shape-rendering="crispEdges">\
            <path d="\(drawing.path)"></path></svg>
            """
    }

    private static func enrolled(
        _ visit: Visit, _ refusals: [String: String], codesLeft: Int
    ) -> HTML {
        """
        <h2>Mã dự phòng</h2>
        <p class="muted">Lập mười mã mới; mã cũ hết hiệu lực.</p>
        \(passwordForm(visit, refusals, "renew", action: "/account/recovery",
            label: "Mật khẩu, để lập mã mới", verb: "Lập mã mới", modifier: " button--quiet"))
        <h2>Tắt</h2>
        <p class="muted">Từ đó đăng nhập chỉ cần mật khẩu.</p>
        \(passwordForm(visit, refusals, "end", action: "/account/telephone/end",
            label: "Mật khẩu, để tắt", verb: "Tắt mã trên điện thoại", modifier: " button--danger"))
        """
    }

    private static func passwordForm(
        _ visit: Visit, _ refusals: [String: String], _ field: String, action: String,
        label: String, verb: String, modifier: String
    ) -> HTML {
        """
        <form method="post" action="\(action)">\(Fields.token(visit.viewer))
        \(Fields.text(field, label, type: "password", refusal: refusals[field], isRequired: true,
            autocomplete: "current-password"))
        <button class="button\(modifier)" type="submit">\(verb)</button>
        </form>
        """
    }

    private static func codesPage(_ visit: Visit, _ codes: [String], _ title: String) -> Response {
        let items: [HTML] = codes.map { "<li class=\"secret\">\($0)</li>" }
        return visit.page(
            title, at: nil,
            """
            <div class="sign-in">
            <h1>\(title)</h1>
            <p class="lede">Mười mã dự phòng dưới đây chỉ hiện một lần, mỗi mã dùng một lần khi \
            không có điện thoại. <strong>Hãy in hoặc chép lại</strong> và cất nơi khóa được.</p>
            <ul class="codes">\(items)</ul>
            <p><a class="button" href="/account">Tôi đã cất mã</a></p>
            </div>
            """)
    }
}
