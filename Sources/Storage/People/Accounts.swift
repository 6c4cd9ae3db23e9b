package import Domain

/// A person who may sign in (tài khoản).
package struct Account: Sendable {
    package let ward: String
    package let id: String
    package let login: String
    package let name: String
    package let role: Role
    package let unit: String?
    package let post: String?
    package let email: String?
    /// scrypt, with its parameters.
    package let password: String
    package let lockedAt: Instant?
    package let blockedUntil: Instant?
    package let failedAttempts: Int
    package let version: Int

    init(_ row: Row) {
        ward = row["ward"]
        id = row["id"]
        login = row["login"]
        name = row["name"]
        role = row["role"]
        unit = row["unit"]
        post = row["post"]
        email = row["email"]
        password = row["password"]
        lockedAt = row["locked_at"]
        blockedUntil = row["blocked_until"]
        failedAttempts = row["failed_attempts"]
        version = row["version"]
    }

    static let columns: SQL = """
        ward, id, login, name, role, unit, post, email, password, locked_at, blocked_until,
        failed_attempts, version
        """

    /// The person as one who acts.
    package func officer(from origin: String) -> Officer {
        Officer(
            id: id, ward: ward, login: login, name: name, role: role, unit: unit, origin: origin)
    }
}

/// What is needed to make an account.
package struct NewAccount: Sendable {
    package let login: String
    package let name: String
    package let role: Role
    package let unit: String?
    package let post: String?
    package let email: String?
    package let passwordHash: String

    package init(
        login: String, name: String, role: Role, unit: String?, post: String? = nil,
        email: String? = nil, passwordHash: String
    ) {
        self.login = login
        self.name = name
        self.role = role
        self.unit = unit
        self.post = post
        self.email = email
        self.passwordHash = passwordHash
    }
}

extension Transaction {
    package func accountIfAny(login: String) throws -> Account? {
        try row(
            """
            SELECT \(Account.columns) FROM accounts WHERE login = \(login)
            """
        ).map(Account.init)
    }

    /// Makes an account.
    ///
    /// - Throws: `.conflict` when the login is taken.
    /// - Returns: its identifier.
    @discardableResult
    package func addAccount(
        _ account: NewAccount, ward: String, by author: Officer?
    ) throws -> String {
        let id = makeIdentifier()
        try run(
            """
            INSERT INTO accounts
                (ward, id, login, name, role, unit, post, email, password, created_at)
            VALUES (\(ward), \(id), \(account.login), \(account.name), \(account.role),
                \(account.unit), \(account.post), \(account.email), \(account.passwordHash),
                \(now))
            """)
        try record(
            "account.add", "accounts/\(id)",
            [
                JournalChange("login", to: account.login),
                JournalChange("role", to: account.role.rawValue),
                JournalChange("unit", to: account.unit),
            ], ward: ward, account: author?.id, origin: author?.origin ?? "cli")
        return id
    }
}
