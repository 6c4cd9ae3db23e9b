package import Domain

/// A digest as it was kept.
package struct StoredDigest: Sendable {
    package enum MailState: String, Sendable, SQLConvertible {
        /// The person has no address, or no mail is configured: shown in the page only.
        case none
        case waiting, sent, failed
    }

    package let account: String
    package let name: String
    package let email: String?
    package let day: Day
    package let subject: String
    package let body: String
    package let state: MailState
    package let attempts: Int
    package let error: String?
    package let mailedAt: Instant?

    init(_ row: Row) {
        account = row["account"]
        name = row["name"]
        email = row["email"]
        day = row["day"]
        subject = row["subject"]
        body = row["body"]
        state = row["mail_state"]
        attempts = row["mail_attempts"]
        error = row["mail_error"]
        mailedAt = row["mailed_at"]
    }
}

extension Transaction {
    /// How often a mail is tried: after 5, 10, 20, 40, 80 minutes; then a person must look.
    package static var mailAttemptsMax: Int { 6 }
    private static var mailRetrySeconds: Int64 { 300 }

    /// Makes today's digests of a ward, one for each person who has something to be reminded of.
    ///
    /// - Parameters:
    ///   - address: of the site.
    ///   - sendsMail: whether mail is configured.
    /// - Returns: how many were made; those that are there stay as they are.
    @discardableResult
    package func makeDigests(ward: String, address: String, sendsMail: Bool) throws -> Int {
        let items = try digestItems(ward: ward)
        let readers = try rows(
            """
            SELECT id, ward, login, name, role, unit, email FROM accounts
            WHERE ward = \(ward) AND locked_at IS NULL
            ORDER BY id
            """)
        var made = 0
        for row in readers {
            let reader = Officer(
                id: row["id"], ward: ward, login: row["login"], name: row["name"],
                role: row["role"], unit: row["unit"], origin: "jobs")
            let digest = Digest(
                for: reader, items, waiting: try waiting(for: reader), on: today, address: address)
            guard let digest else { continue }
            let email: String? = row["email"]
            let state: StoredDigest.MailState =
                sendsMail && email?.isEmpty == false ? .waiting : .none
            made += try run(
                """
                INSERT INTO digests
                    (ward, account, day, created_at, subject, body, mail_state, mail_next_at)
                VALUES (\(ward), \(reader.id), \(today), \(now), \(digest.subject),
                    \(digest.body), \(state), \(now))
                ON CONFLICT (ward, account, day) DO NOTHING
                """)
        }
        try record(
            "digest.make", "wards/\(ward)", [JournalChange("digests", to: "\(made)")], ward: ward,
            account: nil, origin: "jobs")
        return made
    }

    /// What waits for a person's own word.
    package func waiting(for officer: Officer) throws -> DigestWaiting {
        var waiting = DigestWaiting()
        if officer.may(.acceptWork) { waiting.toAccept = try workToAcceptCount(for: officer) }
        if officer.may(.reportWork), let unit = officer.unit {
            waiting.obstacles =
                try value(
                    """
                    SELECT COUNT(*) AS value FROM obstacles
                    WHERE ward = \(officer.ward) AND to_unit = \(unit) AND answered_at IS NULL
                        AND resolved_at IS NULL
                    """) ?? 0
        }
        if officer.may(.decideProposals) {
            waiting.proposals =
                try value(
                    """
                    SELECT COUNT(*) AS value FROM proposals
                    WHERE ward = \(officer.ward) AND decided_at IS NULL
                    """) ?? 0
        }
        waiting.returned = try returnedWork(for: officer).count
        waiting.explanationsToSettle = try explanationsToSettle(for: officer).count
        waiting.obstaclesAnswered = try obstaclesAnsweredCount(for: officer)
        waiting.obstaclesForwarded = try obstaclesForwardedCount(for: officer)
        waiting.proposalsDecided = try proposalsDecidedCount(for: officer)
        return waiting
    }

    /// Work that was handed in and that this officer may accept.
    package func workToAcceptCount(for officer: Officer) throws -> Int {
        try value(
            """
            SELECT COUNT(*) AS value FROM occurrences o
            \(WorkSQL.joins)
            WHERE \(WorkSQL.toAccept(by: officer))
            """) ?? 0
    }

    private func digestItems(ward: String) throws -> [DigestItem] {
        let days = Digest.daysBefore.map { today.number + $0 }
        let lastDay = today.adding(days: Digest.daysBefore.max() ?? 0)
        let work = try rows(
            """
            SELECT o.id, t.title, o.due, l.unit, u.short_name FROM occurrences o
            \(WorkSQL.joins)
            LEFT JOIN units u ON u.ward = l.ward AND u.id = l.unit
            WHERE o.ward = \(ward) AND \(WorkSQL.live) AND \(WorkSQL.open)
                AND o.submitted_at IS NULL
                AND (o.due_day < \(today.number) OR o.due_day IN \(SQL.list(days)))
            """
        ).map { row in
            DigestItem(
                .work, work: row["id"], title: row["title"], due: row["due"], unit: row["unit"],
                unitName: row["short_name"])
        }
        let explanations = try rows(
            """
            SELECT x.occurrence, t.title, x.due, x.asked_of, u.short_name FROM explanations x
            JOIN occurrences o ON o.ward = x.ward AND o.id = x.occurrence
            JOIN assignments a ON a.ward = o.ward AND a.id = o.assignment
            JOIN tasks t ON t.ward = a.ward AND t.id = a.task
            JOIN units u ON u.ward = x.ward AND u.id = x.asked_of
            WHERE x.ward = \(ward) AND x.answered_at IS NULL
            """
        ).map { row in
            DigestItem(
                .explanation, work: row["occurrence"], title: row["title"], due: row["due"],
                unit: row["asked_of"], unitName: row["short_name"])
        }
        let reports = try owedReports(ward: ward, from: nil, to: lastDay)
            .map { report in
                DigestItem(
                    .report, work: report.period.id, title: report.period.title,
                    due: report.period.due, unit: report.unit, unitName: report.unitName)
            }
        return work + explanations + reports
    }

    /// The officer's digest of today, for the notice in the page.
    package func digestOfToday(for officer: Officer) throws -> StoredDigest? {
        try digests(
            where: "d.ward = \(officer.ward) AND d.account = \(officer.id) AND d.day = \(today)"
        ).first
    }

    /// The latest digests of the ward with the fate of their mail, for the administrator.
    package func digests(for officer: Officer) throws -> [StoredDigest] {
        try officer.require(.administer)
        return try digests(where: "d.ward = \(officer.ward)")
    }

    /// Whether a letter waits that may be sent now.
    package func hasMailDue() throws -> Bool {
        let found: Int? = try value(
            """
            SELECT 1 AS value FROM digests
            WHERE mail_state = 'waiting' AND mail_next_at <= \(now) LIMIT 1
            """)
        return found != nil
    }

    /// Takes the mail that is due, so that no other node sends it too.
    package func takeMail(limit: Int) throws -> [(ward: String, digest: StoredDigest)] {
        let due = try rows(
            """
            SELECT ward, account, day FROM digests
            WHERE mail_state = 'waiting' AND mail_next_at <= \(now)
            ORDER BY mail_next_at
            LIMIT \(limit)
            """)
        return try due.compactMap { row in
            let ward: String = row["ward"]
            let account: String = row["account"]
            let day: Day = row["day"]
            let attempts: SQL = "d.ward = \(ward) AND d.account = \(account) AND d.day = \(day)"
            guard let digest = try digests(where: attempts).first else { return nil }
            let pause = Self.mailRetrySeconds << Int64(digest.attempts)
            let taken = try run(
                """
                UPDATE digests
                SET mail_attempts = mail_attempts + 1,
                    mail_next_at = \(now.adding(seconds: pause))
                WHERE ward = \(ward) AND account = \(account) AND day = \(day)
                    AND mail_state = 'waiting' AND mail_next_at <= \(now)
                """)
            return taken == 1 ? (ward, digest) : nil
        }
    }

    /// Keeps how the sending of a mail ended.
    ///
    /// - Parameter error: why it failed; nil: it is on its way.
    package func endMail(_ digest: StoredDigest, ward: String, error: String?) throws {
        let state: StoredDigest.MailState =
            error == nil
            ? .sent : digest.attempts + 1 >= Self.mailAttemptsMax ? .failed : .waiting
        try run(
            """
            UPDATE digests
            SET mail_state = \(state), mail_error = \(error),
                mailed_at = \(error == nil ? now : nil)
            WHERE ward = \(ward) AND account = \(digest.account) AND day = \(digest.day)
            """)
    }

    private func digests(where condition: SQL) throws -> [StoredDigest] {
        try rows(
            """
            SELECT d.account, c.name, c.email, d.day, d.subject, d.body, d.mail_state,
                d.mail_attempts, d.mail_error, d.mailed_at
            FROM digests d
            JOIN accounts c ON c.ward = d.ward AND c.id = d.account
            WHERE \(condition)
            ORDER BY d.day DESC, c.name
            LIMIT \(Self.digestsListedMax)
            """
        ).map(StoredDigest.init)
    }

    private static var digestsListedMax: Int { 200 }
}
