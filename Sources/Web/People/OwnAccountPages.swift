import Domain
import Hummingbird
import Storage

/// A person's own account: who they are here, how they sign in, where they are signed in.
enum OwnAccountPages {
    static let routes: [Route] = [
        .get("/account", .signedIn, show),
        .post("/account/sessions/end", .signedIn, endOthers),
        .post("/account/sessions/{session}/end", .signedIn, end),
    ]

    /// `GET /account`
    @Sendable static func show(_ visit: Visit) async throws -> Response {
        guard let viewer = visit.viewer else { return .seeOther("/session") }
        let officer = viewer.officer
        let (account, sessions, codesLeft) = try await visit.site.database.read { tx in
            (
                try tx.account(officer.id, ward: officer.ward),
                try tx.sessions(of: officer.id, ward: officer.ward),
                try tx.recoveryCodesLeft(of: officer.id, ward: officer.ward)
            )
        }
        return visit.page(
            "Tài khoản của tôi", at: nil,
            """
            <h1>Tài khoản của tôi</h1>
            <p class="lede">\(lede(account, sessions: sessions.count))</p>
            \(identity(account, viewer))
            \(signIn(account, codesLeft: codesLeft))
            \(sessionList(sessions, viewer))
            """)
    }

    /// `POST /account/sessions/{session}/end`
    @Sendable static func end(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let session = try visit.identifier("session")
        try await visit.site.database.write { tx in try tx.endSession(session, by: officer) }
        return .seeOther("/account?done=ended")
    }

    /// `POST /account/sessions/end`
    @Sendable static func endOthers(_ visit: Visit) async throws -> Response {
        guard let viewer = visit.viewer else { return .seeOther("/session") }
        try await visit.site.database.write { tx in
            try tx.endOtherSessions(than: viewer.session, by: viewer.officer)
        }
        return .seeOther("/account?done=sessionsEnded")
    }

    private static func lede(_ account: Account, sessions: Int) -> String {
        let proof =
            account.oneTimeSecret == nil
            ? "Đăng nhập bằng mật khẩu." : "Đăng nhập bằng mật khẩu và mã trên điện thoại."
        return sessions > 1 ? "\(proof) Đang đăng nhập ở \(sessions) thiết bị." : proof
    }

    private static func identity(_ account: Account, _ viewer: Viewer) -> HTML {
        Panel.section(
            "Thông tin", note: "quản trị hệ thống sửa khi có quyết định phân công",
            Terms.list([
                ("Họ và tên", "\(account.name)"), ("Tên đăng nhập", "\(account.login)"),
                ("Vai trò", "\(account.role.title)"),
                ("Đơn vị", "\(account.unitName ?? "không thuộc đơn vị nào")"),
                ("Chức vụ", "\(account.post ?? "chưa ghi")"),
                ("Thư điện tử", "\(account.email ?? "chưa có, nên không nhận nhắc việc qua thư")"),
                (
                    "Số điện thoại",
                    "\(account.phone?.shown ?? "chưa có, nên không nhận tin nhắn báo cháy")"
                ),
                ("Địa phương", "\(viewer.wardName)"),
            ]))
    }

    private static func signIn(_ account: Account, codesLeft: Int) -> HTML {
        let changed =
            account.passwordChangedAt.map { "đổi lần cuối \($0.vietnamese)" } ?? "chưa đổi lần nào"
        let state: HTML =
            account.oneTimeSecret == nil
            ? "\(Tag.state("Chưa bật", .plain)) Người biết mật khẩu là vào được."
            : "\(Tag.state("Đang bật", .good)) Còn \(codesLeft) mã dự phòng."
        return Panel.section(
            "Đăng nhập",
            """
            \(Terms.list([("Mật khẩu", "\(changed)"), ("Mã trên điện thoại", state)]))
            <p class="row section-act">
            <a class="button button--quiet" href="\(PasswordPages.path)">Đổi mật khẩu</a>
            <a class="button button--quiet" href="\(TelephonePages.path)">Mã trên điện thoại</a>
            <a class="button button--quiet" href="\(AccessKeys.path)">Khóa cho phần mềm khác</a>
            </p>
            """)
    }

    private static func sessionList(_ sessions: [SessionSummary], _ viewer: Viewer) -> HTML {
        let rows: [[HTML]] = sessions.map { session in
            [
                "\(Devices.name(of: session.agent))", "\(session.address)",
                "\(session.beganAt.vietnamese)", "\(session.lastSeenAt.vietnamese)",
                session.id == viewer.session
                    ? Tag.state("Thiết bị này", .good) : endButton(session, viewer),
            ]
        }
        let table = DataTable.cards(
            "Thiết bị đang đăng nhập",
            [
                .init("Thiết bị"), .init("Địa chỉ mạng"), .init("Đăng nhập lúc"),
                .init("Dùng lần cuối"), .init(""),
            ], rows)
        let all: HTML? =
            sessions.count > 1
            ? """
            <form method="post" action="/account/sessions/end">\(Fields.token(viewer))
            <button class="button button--quiet button--small" type="submit">Đăng xuất mọi thiết bị khác</button></form>
            """ : nil
        let hours = SignInRules.sessionSecondsMax / 3600
        return Panel.section(
            "Đang đăng nhập", note: "tự đăng xuất sau 1 giờ không dùng, chậm nhất sau \(hours) giờ",
            action: all, isPadded: false, table)
    }

    private static func endButton(_ session: SessionSummary, _ viewer: Viewer) -> HTML {
        """
        <form method="post" action="/account/sessions/\(session.id)/end">\(Fields.token(viewer))
        <button class="link" type="submit">Đăng xuất\
        <span class="visually-hidden"> \(Devices.name(of: session.agent))</span></button></form>
        """
    }
}
