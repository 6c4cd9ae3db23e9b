package import Domain

/// Which rows of the journal are asked for.
package struct JournalFilter: Sendable, Equatable {
    package var account: String?
    /// `plans/0199…`, or only the table, `plans`.
    package var subject: String?
    package var verb: String?
    package var from: Day?
    /// The last day that is still shown.
    package var through: Day?

    package init(
        account: String? = nil, subject: String? = nil, verb: String? = nil, from: Day? = nil,
        through: Day? = nil
    ) {
        self.account = account
        self.subject = subject
        self.verb = verb
        self.from = from
        self.through = through
    }

    package var isActive: Bool { self != JournalFilter() }

    fileprivate var conditions: [SQL] {
        var conditions: [SQL] = []
        if let account {
            // What was done by the person, and what was done to the account.
            conditions.append("account = \(account) OR subject = \("accounts/\(account)")")
        }
        if let subject {
            conditions.append(
                subject.contains("/")
                    ? "subject = \(subject)"
                    : "subject LIKE \(subject.filter { $0.isLetter || $0 == "_" } + "/%")")
        }
        if let verb { conditions.append("verb = \(verb)") }
        if let from { conditions.append("at >= \(Instant(startOf: from))") }
        if let through {
            conditions.append("at < \(Instant(startOf: Day(number: through.number + 1)))")
        }
        return conditions
    }
}

/// A row of the journal with the name of who acted.
package struct JournalLine: Sendable {
    package let entry: JournalEntry
    /// nil for what the program or the terminal did.
    package let who: String?
}

extension Transaction {
    /// Rows of the officer's ward, the latest first, from before the number given.
    package func journal(
        _ filter: JournalFilter, before: Int64? = nil, limit: Int, by officer: Officer
    ) throws -> [JournalLine] {
        try officer.require(.administer)
        var conditions: [SQL] = ["j.ward = \(officer.ward)"] + filter.conditions
        if let before { conditions.append("sequence < \(before)") }
        return try lines(where: conditions, limit: limit)
    }

    /// What happened to one record, the latest first, with names.
    package func history(
        of subject: String, ward: String, limit: Int
    ) throws -> [JournalLine] {
        try lines(where: ["j.ward = \(ward)", "subject = \(subject)"], limit: limit)
    }

    /// What happened to one record, the latest first.
    package func journal(of subject: String, ward: String, limit: Int) throws -> [JournalEntry] {
        try history(of: subject, ward: ward, limit: limit).map(\.entry)
    }

    /// Names by the identifiers that stand in journal rows: units, accounts, plans and documents.
    package func journalNames(ward: String) throws -> [String: String] {
        let rows = try rows(
            """
            SELECT id, name FROM units WHERE ward = \(ward)
            UNION ALL SELECT id, name FROM accounts WHERE ward = \(ward)
            UNION ALL SELECT id, COALESCE(number, title) AS name FROM plans WHERE ward = \(ward)
            UNION ALL SELECT id, COALESCE(number, title) AS name FROM documents
                WHERE ward = \(ward)
            """)
        return Dictionary(
            rows.map { ($0["id"] as String, $0["name"] as String) },
            uniquingKeysWith: { first, _ in first })
    }

    /// Verbs that the ward's journal holds.
    package func journalVerbs(ward: String) throws -> [String] {
        try rows("SELECT DISTINCT verb FROM journal WHERE ward = \(ward) ORDER BY verb")
            .map { $0["verb"] }
    }

    private func lines(where conditions: [SQL], limit: Int) throws -> [JournalLine] {
        try rows(
            """
            SELECT \(JournalEntry.columns), a.name AS who FROM journal j
            LEFT JOIN accounts a ON a.ward = j.ward AND a.id = j.account
            WHERE \(SQL.all(conditions)) ORDER BY sequence DESC LIMIT \(limit)
            """
        ).map { JournalLine(entry: JournalEntry($0), who: $0["who"]) }
    }
}
