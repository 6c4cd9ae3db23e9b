package import Domain

/// A person who may sign in (tài khoản).
package struct Account: Sendable {
    package let ward: String
    package let id: String
    package let login: String
    package let name: String
    package let role: Role
    package let unit: String?
    package let unitName: String?
    package let post: String?
    package let email: String?
    /// Where alarms that nobody takes are told; its person and administrators see it alone.
    package let phone: Telephone?
    /// scrypt, with its parameters.
    package let password: String
    package let mustChangePassword: Bool
    package let passwordChangedAt: Instant?
    /// nil: no telephone is enrolled.
    package let oneTimeSecret: SealedSecret?
    /// A secret that was shown and waits for its first code.
    package let oneTimeSecretPending: SealedSecret?
    /// Codes of this time step and of those before it serve no more.
    package let oneTimeLastStep: Int64?
    package let lockedAt: Instant?
    package let blockedUntil: Instant?
    package let failedAttempts: Int
    package let lastSignedInAt: Instant?
    package let createdAt: Instant
    package let version: Int

    init(_ row: Row) {
        ward = row["ward"]
        id = row["id"]
        login = row["login"]
        name = row["name"]
        role = row["role"]
        unit = row["unit"]
        unitName = row["unit_name"]
        post = row["post"]
        email = row["email"]
        phone = row["phone"]
        password = row["password"]
        mustChangePassword = row["must_change_password"]
        passwordChangedAt = row["password_changed_at"]
        oneTimeSecret = row["totp_secret"]
        oneTimeSecretPending = row["totp_pending"]
        oneTimeLastStep = row["totp_last_step"]
        lockedAt = row["locked_at"]
        blockedUntil = row["blocked_until"]
        failedAttempts = row["failed_attempts"]
        lastSignedInAt = row["last_signed_in_at"]
        createdAt = row["created_at"]
        version = row["version"]
    }

    static let selection: SQL = """
        SELECT a.ward, a.id, a.login, a.name, a.role, a.unit, u.name AS unit_name, a.post,
            a.email, a.phone, a.password, a.must_change_password, a.password_changed_at, a.totp_secret,
            a.totp_pending, a.totp_last_step, a.locked_at, a.blocked_until, a.failed_attempts,
            a.last_signed_in_at, a.created_at, a.version
        FROM accounts a LEFT JOIN units u ON u.ward = a.ward AND u.id = a.unit
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
    package let phone: Telephone?
    package let passwordHash: String
    /// Whether somebody else chose the password, so that the first sign-in asks for another.
    package let mustChangePassword: Bool

    package init(
        login: String, name: String, role: Role, unit: String?, post: String? = nil,
        email: String? = nil, phone: Telephone? = nil, passwordHash: String,
        mustChangePassword: Bool = false
    ) {
        self.login = login
        self.name = name
        self.role = role
        self.unit = unit
        self.post = post
        self.email = email
        self.phone = phone
        self.passwordHash = passwordHash
        self.mustChangePassword = mustChangePassword
    }
}

/// Which accounts a list shows.
package struct AccountFilter: Sendable, Equatable {
    /// Words of the login, name or post; any marks and case.
    package var words: String
    package var role: Role?
    package var unit: String?
    package var isLocked: Bool?

    package init(
        words: String = "", role: Role? = nil, unit: String? = nil, isLocked: Bool? = nil
    ) {
        self.words = words
        self.role = role
        self.unit = unit
        self.isLocked = isLocked
    }

    package var isActive: Bool { self != AccountFilter() }

    fileprivate var conditions: [SQL] {
        var conditions: [SQL] = folded(words).split(separator: " ").map { word in
            "a.search LIKE \("%\(word.filter { $0 != "%" && $0 != "_" })%")"
        }
        if let role { conditions.append("a.role = \(role)") }
        if let unit { conditions.append("a.unit = \(unit)") }
        if let isLocked {
            conditions.append(isLocked ? "a.locked_at IS NOT NULL" : "a.locked_at IS NULL")
        }
        return conditions
    }
}

extension Transaction {
    /// By what a person types to sign in, before anybody is known; case does not matter.
    package func accountIfAny(login: String) throws -> Account? {
        try row("\(Account.selection) WHERE a.login = \(login.lowercased())").map(Account.init)
    }

    /// - Throws: `.notFound` when nobody signs in so.
    package func account(login: String) throws -> Account {
        guard let account = try accountIfAny(login: login) else {
            throw Problem(.notFound, "Không có tài khoản «\(login)».")
        }
        return account
    }

    /// All accounts of the installation, for the terminal of the machine only.
    package func everyAccount() throws -> [Account] {
        try rows("\(Account.selection) ORDER BY a.ward, a.search, a.id").map(Account.init)
    }

    package func accountIfAny(_ id: String, ward: String) throws -> Account? {
        try row("\(Account.selection) WHERE a.ward = \(ward) AND a.id = \(id)").map(Account.init)
    }

    /// - Throws: `.notFound` when the ward has no such account.
    package func account(_ id: String, ward: String) throws -> Account {
        guard let account = try accountIfAny(id, ward: ward) else {
            throw Problem(.notFound, "Không có tài khoản này. Hãy quay lại danh sách tài khoản.")
        }
        return account
    }

    /// Accounts of the officer's ward by name, from after the one given.
    package func accounts(
        _ filter: AccountFilter, after: String? = nil, limit: Int, by officer: Officer
    ) throws -> [Account] {
        try officer.require(.administer)
        var conditions: [SQL] = ["a.ward = \(officer.ward)"] + filter.conditions
        if let after {
            conditions.append(
                """
                (a.search, a.id) > (SELECT b.search, b.id FROM accounts b
                WHERE b.ward = \(officer.ward) AND b.id = \(after))
                """)
        }
        return try rows(
            """
            \(Account.selection) WHERE \(SQL.all(conditions))
            ORDER BY a.search, a.id LIMIT \(limit)
            """
        ).map(Account.init)
    }

    /// How many accounts stand in the ward, and how many of them are locked.
    package func accountCounts(ward: String) throws -> (all: Int, locked: Int) {
        let counts = try row(
            """
            SELECT COUNT(*) AS total, COUNT(locked_at) AS locked FROM accounts WHERE ward = \(ward)
            """)
        return (counts?["total"] ?? 0, counts?["locked"] ?? 0)
    }

    /// Makes an account.
    ///
    /// - Throws: `.conflict` when the login is taken; `.invalid` for a login of other characters;
    ///   `.notFound` for a unit of another ward.
    /// - Returns: its identifier.
    @discardableResult
    package func addAccount(
        _ account: NewAccount, ward: String, by author: Officer?
    ) throws -> String {
        try author?.require(.administer)
        let login = account.login.lowercased()
        try AccountRules.check(
            login: login, name: account.name, role: account.role, unit: account.unit,
            email: account.email)
        try requireUnit(account.unit, ward: ward)
        let id = makeIdentifier()
        try run(
            """
            INSERT INTO accounts
                (ward, id, login, name, role, unit, post, email, phone, password,
                 must_change_password, created_at, search)
            VALUES (\(ward), \(id), \(login), \(account.name), \(account.role),
                \(account.unit), \(account.post), \(account.email), \(account.phone),
                \(account.passwordHash), \(account.mustChangePassword), \(now),
                \(AccountRules.search(login, account.name, account.post)))
            """)
        try record(
            "account.add", "accounts/\(id)",
            [
                JournalChange("login", to: login),
                JournalChange("name", to: account.name),
                JournalChange("role", to: account.role.rawValue),
                JournalChange("unit", to: account.unit),
            ], ward: ward, account: author?.id, origin: author?.origin ?? "cli")
        return id
    }

    /// - Throws: `.notFound` when a unit is named that the ward does not have.
    func requireUnit(_ unit: String?, ward: String) throws {
        guard let unit else { return }
        let found: Int? = try value(
            "SELECT 1 AS value FROM units WHERE ward = \(ward) AND id = \(unit)")
        guard found != nil else {
            throw Problem(.notFound, "Không có đơn vị này. Hãy chọn lại đơn vị.")
        }
    }
}
