package import Domain

/// What may be changed of an account by an administrator.
package struct AccountEdit: Sendable, Equatable {
    package let name: String
    package let role: Role
    package let unit: String?
    package let post: String?
    package let email: String?
    package let phone: Telephone?

    package init(
        name: String, role: Role, unit: String?, post: String?, email: String?,
        phone: Telephone?
    ) {
        self.name = name
        self.role = role
        self.unit = unit
        self.post = post
        self.email = email
        self.phone = phone
    }
}

extension Transaction {
    /// Changes who a person is in the ward.
    ///
    /// - Throws: `.conflict` when the account was changed since it was read, or when the ward would
    ///   be left without an administrator.
    package func changeAccount(
        _ id: String, _ edit: AccountEdit, version: Int, by officer: Officer
    ) throws {
        try officer.require(.administer)
        let account = try account(id, ward: officer.ward)
        try AccountRules.check(
            login: account.login, name: edit.name, role: edit.role, unit: edit.unit,
            email: edit.email)
        try requireUnit(edit.unit, ward: officer.ward)
        if account.role == .administrator && edit.role != .administrator {
            try requireAnotherAdministrator(than: id, ward: officer.ward)
        }
        let changed = try run(
            """
            UPDATE accounts
            SET name = \(edit.name), role = \(edit.role), unit = \(edit.unit),
                post = \(edit.post), email = \(edit.email), phone = \(edit.phone),
                version = version + 1,
                search = \(AccountRules.search(account.login, edit.name, edit.post))
            WHERE ward = \(officer.ward) AND id = \(id) AND version = \(version)
            """)
        guard changed > 0 else { throw Self.changedMeanwhile }
        let changes = [
            JournalChange("name", from: account.name, to: edit.name),
            JournalChange("role", from: account.role.rawValue, to: edit.role.rawValue),
            JournalChange("unit", from: account.unit, to: edit.unit),
            JournalChange("post", from: account.post, to: edit.post),
            JournalChange("email", from: account.email, to: edit.email),
        ].filter { $0.before != $0.after }
        // The journal is kept for ever: it says that a number was changed, not which one it is.
        let phone = JournalChange("phone", from: account.phone?.masked, to: edit.phone?.masked)
        try record(
            "account.change", "accounts/\(id)",
            account.phone == edit.phone ? changes : changes + [phone], by: officer)
    }

    /// A person's own new password: every other browser is signed out.
    package func changePassword(
        hash: String, keepingSession session: String, by officer: Officer
    ) throws {
        try run(
            """
            UPDATE accounts
            SET password = \(hash), must_change_password = 0, password_changed_at = \(now),
                failed_attempts = 0, blocked_until = NULL
            WHERE ward = \(officer.ward) AND id = \(officer.id)
            """)
        try run(
            """
            DELETE FROM sessions
            WHERE ward = \(officer.ward) AND account = \(officer.id) AND id <> \(session)
            """)
        try record("account.password", "accounts/\(officer.id)", by: officer)
    }

    /// Gives a person who has forgotten all a password for one sign-in; the telephone is
    /// forgotten too, and every browser signed out.
    package func resetPassword(
        of id: String, hash: String, ward: String, by officer: Officer?, origin: String
    ) throws {
        try officer?.require(.administer)
        let account = try account(id, ward: ward)
        try run(
            """
            UPDATE accounts
            SET password = \(hash), must_change_password = 1, password_changed_at = \(now),
                failed_attempts = 0, blocked_until = NULL, version = version + 1
            WHERE ward = \(ward) AND id = \(id)
            """)
        try dropOneTimeSecret(of: account)
        try signOutEverywhere(account)
        try record(
            "account.reset", "accounts/\(id)", [], ward: ward, account: officer?.id,
            origin: origin)
    }

    /// Keeps a person out, at once and everywhere, until it is unlocked.
    ///
    /// - Throws: `.conflict` for the last administrator, or the officer's own account.
    package func lockAccount(
        _ id: String, ward: String, by officer: Officer?, origin: String
    ) throws {
        try officer?.require(.administer)
        let account = try account(id, ward: ward)
        guard account.lockedAt == nil else {
            throw Problem(.conflict, "Tài khoản này đã bị khóa từ trước.")
        }
        guard officer?.id != id else {
            throw Problem(.conflict, "Không thể tự khóa tài khoản của mình. Hãy nhờ quản trị khác.")
        }
        if account.role == .administrator {
            try requireAnotherAdministrator(than: id, ward: ward)
        }
        try lock(account, because: nil, by: officer, origin: origin)
    }

    package func unlockAccount(
        _ id: String, ward: String, by officer: Officer?, origin: String
    ) throws {
        try officer?.require(.administer)
        let account = try account(id, ward: ward)
        try run(
            """
            UPDATE accounts
            SET locked_at = NULL, failed_attempts = 0, blocked_until = NULL,
                version = version + 1
            WHERE ward = \(ward) AND id = \(account.id)
            """)
        try record(
            "account.unlock", "accounts/\(id)", [], ward: ward, account: officer?.id,
            origin: origin)
    }

    func lock(
        _ account: Account, because reason: String?, by officer: Officer?, origin: String
    ) throws {
        try run(
            """
            UPDATE accounts SET locked_at = \(now), version = version + 1
            WHERE ward = \(account.ward) AND id = \(account.id)
            """)
        try signOutEverywhere(account)
        try record(
            "account.lock", "accounts/\(account.id)",
            reason.map { [JournalChange("because", to: $0)] } ?? [], ward: account.ward,
            account: officer?.id, origin: origin)
    }

    private func signOutEverywhere(_ account: Account) throws {
        let whose: SQL = "ward = \(account.ward) AND account = \(account.id)"
        try run("DELETE FROM sessions WHERE \(whose)")
        try run("DELETE FROM sign_in_steps WHERE \(whose)")
    }

    private func requireAnotherAdministrator(than id: String, ward: String) throws {
        let others: Int =
            try value(
                """
                SELECT COUNT(*) AS value FROM accounts
                WHERE ward = \(ward) AND role = \(Role.administrator) AND id <> \(id)
                    AND locked_at IS NULL
                """) ?? 0
        guard others > 0 else {
            throw Problem(
                .conflict,
                "Đây là quản trị hệ thống cuối cùng. Hãy giao quyền quản trị cho người khác trước.")
        }
    }

    static var changedMeanwhile: Problem {
        Problem(
            .conflict,
            "Bản ghi vừa được người khác sửa. Hãy mở lại để xem bản mới, rồi sửa tiếp.")
    }
}
