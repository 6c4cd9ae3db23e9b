import Domain
import Hummingbird
import Storage

/// What an administrator does to an account that is hard to take back; each asks first.
enum AccountLockPages {
    static let routes: [Route] = [
        .get("/accounts/{account}/reset", .permission(.administer), askReset),
        .post("/accounts/{account}/reset", .permission(.administer), reset),
        .get("/accounts/{account}/lock", .permission(.administer), askLock),
        .post("/accounts/{account}/lock", .permission(.administer), lock),
        .get("/accounts/{account}/unlock", .permission(.administer), askUnlock),
        .post("/accounts/{account}/unlock", .permission(.administer), unlock),
    ]

    /// `GET /accounts/{account}/reset`
    @Sendable static func askReset(_ visit: Visit) async throws -> Response {
        try await ask(visit, "reset") { account in
            (
                "Cấp lại mật khẩu cho \(account.name)?",
                "Mật khẩu cũ và mã trên điện thoại hết hiệu lực, người này bị đăng xuất ở mọi thiết bị. Chương trình hiện một mật khẩu dùng một lần để trao tận tay.",
                "Cấp lại mật khẩu"
            )
        }
    }

    /// `POST /accounts/{account}/reset`
    @Sendable static func reset(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let id = try visit.identifier("account")
        let password = Password.makeOneTime()
        let hash = try await Password.hash(password, cost: visit.site.passwordCost)
        let account = try await visit.site.database.write { tx in
            try tx.resetPassword(
                of: id, hash: hash, ward: officer.ward, by: officer, origin: officer.origin)
            return try tx.account(id, ward: officer.ward)
        }
        return passwordPage(
            visit, id: id, login: account.login, password: password, title: "Đã cấp lại mật khẩu")
    }

    /// `GET /accounts/{account}/lock`
    @Sendable static func askLock(_ visit: Visit) async throws -> Response {
        try await ask(visit, "lock") { account in
            (
                "Khóa tài khoản \(account.login)?",
                "\(account.name) bị đăng xuất ở mọi thiết bị và không đăng nhập được cho đến khi mở khóa. Việc được giao vẫn ở đơn vị.",
                "Khóa tài khoản"
            )
        }
    }

    /// `POST /accounts/{account}/lock`
    @Sendable static func lock(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let id = try visit.identifier("account")
        try await visit.site.database.write { tx in
            try tx.lockAccount(id, ward: officer.ward, by: officer, origin: officer.origin)
        }
        return .seeOther("/accounts/\(id)?done=locked")
    }

    /// `GET /accounts/{account}/unlock`
    @Sendable static func askUnlock(_ visit: Visit) async throws -> Response {
        try await ask(visit, "unlock", isDangerous: false) { account in
            (
                "Mở khóa tài khoản \(account.login)?",
                "\(account.name) đăng nhập lại được bằng mật khẩu cũ.", "Mở khóa"
            )
        }
    }

    /// `POST /accounts/{account}/unlock`
    @Sendable static func unlock(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let id = try visit.identifier("account")
        try await visit.site.database.write { tx in
            try tx.unlockAccount(id, ward: officer.ward, by: officer, origin: officer.origin)
        }
        return .seeOther("/accounts/\(id)?done=unlocked")
    }

    /// Shows a password that nobody will see again.
    static func passwordPage(
        _ visit: Visit, id: String, login: String, password: String, title: String
    ) -> Response {
        visit.page(
            title, at: .people,
            """
            <div class="sign-in">
            <h1>\(title)</h1>
            <p class="lede">Mật khẩu dùng một lần dưới đây chỉ hiện ở trang này. <strong>Hãy trao \
            tận tay</strong>; lần đăng nhập đầu tiên người dùng phải đặt mật khẩu riêng.</p>
            \(Terms.list([("Tên đăng nhập", "\(login)")]))
            <p class="secret">\(password)</p>
            <p class="section-act"><a class="button" href="/accounts/\(id)">Xong</a></p>
            </div>
            """)
    }

    private static func ask(
        _ visit: Visit, _ verb: String, isDangerous: Bool = true,
        _ words: (Account) -> (title: String, consequence: String, verb: String)
    ) async throws -> Response {
        let officer = try visit.officer()
        let id = try visit.identifier("account")
        let account = try await visit.site.database.read { tx in
            try tx.account(id, ward: officer.ward)
        }
        let (title, consequence, label) = words(account)
        let question = Confirm.Question(
            title, consequence: consequence, verb: label, action: "/accounts/\(id)/\(verb)",
            back: "/accounts/\(id)", isDangerous: isDangerous)
        return visit.page(title, at: .people, Confirm.page(question, viewer: visit.viewer))
    }
}
