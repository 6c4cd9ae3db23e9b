import Domain
import HTTPTypes
import Hummingbird
import Storage

/// The ward's accounts, for its administrators.
enum AccountPages {
    static let routes: [Route] = [
        .get("/accounts", .permission(.administer), list),
        .get("/accounts/new", .permission(.administer), new),
        .post("/accounts", .permission(.administer), create),
        .get("/accounts/{account}", .permission(.administer), show),
        .get("/accounts/{account}/edit", .permission(.administer), edit),
        .post("/accounts/{account}", .permission(.administer), change),
    ]

    private static let pageRows = 50

    /// `GET /accounts`
    @Sendable static func list(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let filter = AccountFilter(
            words: visit.query("q"), role: Role(rawValue: visit.query("role")),
            unit: visit.query("unit").isEmpty ? nil : visit.query("unit"),
            isLocked: visit.query("state").isEmpty ? nil : visit.query("state") == "locked")
        let after = visit.query("after")
        let (accounts, units, counts) = try await visit.site.database.read { tx in
            (
                try tx.accounts(
                    filter, after: after.isEmpty ? nil : after, limit: pageRows + 1, by: officer),
                try tx.units(of: officer.ward), try tx.accountCounts(ward: officer.ward)
            )
        }
        let shown = accounts.prefix(pageRows)
        let next = accounts.count > pageRows ? shown.last?.id : nil
        return visit.page(
            "Tài khoản", at: .people,
            """
            <h1>Tài khoản</h1>
            <p class="lede">\(counts.all) người có tài khoản\(counts.locked > 0 ? ", \(counts.locked) đang bị khóa" : "").</p>
            \(PeoplePlaces.tabs(at: .accounts))
            <p class="row section-act"><a class="button" href="/accounts/new">Thêm tài khoản</a></p>
            \(filterBar(filter, units))
            \(shown.isEmpty ? EmptyState.block("Không có tài khoản nào như vậy.", advice: "Hãy bỏ bớt điều kiện lọc.") : table(Array(shown), at: visit.site.now))
            \(Pagination.nav(first: after.isEmpty ? nil : address(filter, after: nil), next: next.map { address(filter, after: $0) }))
            """)
    }

    /// `GET /accounts/new`
    @Sendable static func new(_ visit: Visit) async throws -> Response {
        try await AccountForm.page(visit, AccountForm(), refusals: [:], status: .ok)
    }

    /// `POST /accounts`
    @Sendable static func create(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let form = AccountForm(visit.form)
        let password = Password.makeOneTime()
        let hash = try await Password.hash(password, cost: visit.site.passwordCost)
        do {
            let role = try form.requiredRole()
            let phone = try AccountRules.telephone(form.phone)
            let id = try await visit.site.database.write { tx in
                try tx.addAccount(
                    NewAccount(
                        login: form.login, name: form.name, role: role, unit: form.unit,
                        post: form.post, email: form.email, phone: phone, passwordHash: hash,
                        mustChangePassword: true), ward: officer.ward, by: officer)
            }
            return AccountLockPages.passwordPage(
                visit, id: id, login: form.login.lowercased(), password: password,
                title: "Đã lập tài khoản")
        } catch let problem as Problem where problem.kind == .invalid || problem.kind == .conflict {
            var refusals = problem.refusals
            if problem.kind == .conflict { refusals["login"] = problem.message }
            return try await AccountForm.page(
                visit, form, refusals: refusals, status: ProblemPages.status(of: problem.kind))
        }
    }

    /// `GET /accounts/{account}`
    @Sendable static func show(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let id = try visit.identifier("account")
        let (account, history, sessions, names) = try await visit.site.database.read { tx in
            (
                try tx.account(id, ward: officer.ward),
                try tx.journal(JournalFilter(account: id), limit: 20, by: officer),
                try tx.sessions(of: id, ward: officer.ward),
                try tx.journalNames(ward: officer.ward)
            )
        }
        return visit.page(
            account.name, at: .people,
            """
            <p class="crumb"><a href="/accounts">← Tài khoản</a></p>
            <h1>\(account.name)</h1>
            <p class="lede">\(lede(account, sessions.count, at: visit.site.now))</p>
            \(actions(account, isOwn: account.id == officer.id))
            \(Panel.section("Thông tin", terms(account)))
            \(Panel.section("Nhật ký", note: "việc người này làm và việc làm với tài khoản này",
                action: "<a href=\"/journal?account=\(id)\">Xem tất cả</a>",
                JournalHistory.list(history, names: names)))
            """)
    }

    /// `GET /accounts/{account}/edit`
    @Sendable static func edit(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let id = try visit.identifier("account")
        let account = try await visit.site.database.read { tx in
            try tx.account(id, ward: officer.ward)
        }
        return try await AccountForm.page(
            visit, AccountForm(account), refusals: [:], status: .ok)
    }

    /// `POST /accounts/{account}`
    @Sendable static func change(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let id = try visit.identifier("account")
        let account = try await visit.site.database.read { tx in
            try tx.account(id, ward: officer.ward)
        }
        let form = AccountForm(visit.form, of: account)
        do {
            let edit = AccountEdit(
                name: form.name, role: try form.requiredRole(), unit: form.unit, post: form.post,
                email: form.email, phone: try AccountRules.telephone(form.phone))
            try await visit.site.database.write { tx in
                try tx.changeAccount(id, edit, version: form.version, by: officer)
            }
        } catch let problem as Problem where problem.kind == .invalid {
            return try await AccountForm.page(
                visit, form, refusals: problem.refusals, status: .unprocessableContent)
        }
        return .seeOther("/accounts/\(id)?done=saved")
    }

    static func state(_ account: Account, at now: Instant) -> HTML {
        if account.lockedAt != nil { return Tag.state("Đã khóa", .danger) }
        if SignIn.wait(of: account, at: now) != nil {
            return Tag.state("Đang chờ vì nhập sai", .warn)
        }
        if account.mustChangePassword { return Tag.state("Chưa đổi mật khẩu được cấp", .warn) }
        return account.lastSignedInAt == nil
            ? Tag.state("Chưa đăng nhập lần nào", .plain) : Tag.state("Đang dùng", .good)
    }

    private static func lede(_ account: Account, _ sessions: Int, at now: Instant) -> HTML {
        let last =
            account.lastSignedInAt.map { "đăng nhập lần cuối \($0.vietnamese)" }
            ?? "chưa đăng nhập lần nào"
        let where_ = sessions > 0 ? ", đang đăng nhập ở \(sessions) thiết bị" : ""
        return "\(state(account, at: now)) \(account.role.title); \(last)\(where_)."
    }

    private static func actions(_ account: Account, isOwn: Bool) -> HTML {
        let path = "/accounts/\(account.id)"
        let lock: HTML =
            account.lockedAt == nil
            ? "<a class=\"button button--quiet\" href=\"\(path)/lock\">Khóa</a>"
            : "<a class=\"button button--quiet\" href=\"\(path)/unlock\">Mở khóa</a>"
        return """
            <p class="row section-act">
            <a class="button" href="\(path)/edit">Sửa</a>
            <a class="button button--quiet" href="\(path)/reset">Cấp lại mật khẩu</a>
            \(isOwn ? nil : lock)
            </p>
            """
    }

    private static func terms(_ account: Account) -> HTML {
        Terms.list([
            ("Tên đăng nhập", "\(account.login)"), ("Vai trò", "\(account.role.title)"),
            ("Đơn vị", "\(account.unitName ?? "không thuộc đơn vị nào")"),
            ("Chức vụ", "\(account.post ?? "chưa ghi")"),
            ("Thư điện tử", "\(account.email ?? "chưa có")"),
            (
                "Số điện thoại",
                "\(account.phone?.shown ?? "chưa có, nên không nhận tin nhắn báo cháy")"
            ),
            ("Mã điện thoại", account.oneTimeSecret == nil ? "chưa bật" : "đang bật"),
            ("Lập lúc", "\(account.createdAt.vietnamese)"),
        ])
    }

    private static func filterBar(_ filter: AccountFilter, _ units: [Storage.Unit]) -> HTML {
        let state = filter.isLocked.map { $0 ? "locked" : "open" } ?? ""
        return FilterBar.form(
            "/accounts", isActive: filter.isActive,
            [
                FilterBar.search("q", "Tên, tên đăng nhập, chức vụ", value: filter.words),
                FilterBar.choice(
                    "role", "Vai trò", Role.allCases.map { ($0.rawValue, $0.title) },
                    value: filter.role?.rawValue ?? ""),
                FilterBar.choice(
                    "unit", "Đơn vị", units.filter { !$0.isGroup }.map { ($0.id, $0.name) },
                    value: filter.unit ?? ""),
                FilterBar.choice(
                    "state", "Tình trạng", [("open", "Đang mở"), ("locked", "Đã khóa")],
                    value: state),
            ])
    }

    private static func table(_ accounts: [Account], at now: Instant) -> HTML {
        let rows: [[HTML]] = accounts.map { account in
            let post: HTML? = account.post.map { "<span class=\"table__more\">\($0)</span>" }
            return [
                "<a href=\"/accounts/\(account.id)\">\(account.name)</a>\(post)",
                "\(account.login)", "\(account.role.title)", "\(account.unitName ?? "")",
                state(account, at: now), "\(account.lastSignedInAt?.vietnamese ?? "")",
            ]
        }
        return Panel.section(
            "Danh sách", note: "theo tên", isPadded: false,
            DataTable.cards(
                "Tài khoản",
                [
                    .init("Họ và tên"), .init("Tên đăng nhập"), .init("Vai trò"), .init("Đơn vị"),
                    .init("Tình trạng"), .init("Đăng nhập lần cuối", isNumber: true),
                ], rows))
    }

    private static func address(_ filter: AccountFilter, after: String?) -> String {
        Address.with(
            "/accounts",
            [
                ("q", filter.words), ("role", filter.role?.rawValue), ("unit", filter.unit),
                ("state", filter.isLocked.map { $0 ? "locked" : "open" }), ("after", after),
            ])
    }
}
