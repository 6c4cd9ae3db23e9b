package import Domain

/// A request for explanation (giải trình), its answer and the verdict.
package struct Explanation: Sendable {
    package let id: String
    package let occurrence: String
    package let title: String
    package let askedAt: Instant
    package let askedBy: String
    package let askedByName: String
    package let askedOf: String
    package let question: String
    package let due: Day
    package let answeredAt: Instant?
    package let answer: String?
    package let settledAt: Instant?
    package let isAccepted: Bool

    init(_ row: Row) {
        id = row["id"]
        occurrence = row["occurrence"]
        title = row["title"]
        askedAt = row["asked_at"]
        askedBy = row["asked_by"]
        askedByName = row["asked_by_name"]
        askedOf = row["asked_of"]
        question = row["question"]
        due = row["due"]
        answeredAt = row["answered_at"]
        answer = row["answer"]
        settledAt = row["settled_at"]
        isAccepted = (row["verdict"] as String?) == "accepted"
    }
}

extension Transaction {
    /// - Throws: `.notFound`.
    func explanation(_ id: String, for officer: Officer) throws -> Explanation {
        let visible: SQL =
            officer.may(.readAll) ? "1 = 1" : "x.asked_of = \(officer.unit ?? "")"
        let condition: SQL = "x.ward = \(officer.ward) AND x.id = \(id) AND \(visible)"
        guard let found = try explanations(where: condition).first else {
            throw Problem(.notFound, "Không có yêu cầu giải trình này.")
        }
        return found
    }

    package func explanations(ofWork occurrence: String, ward: String) throws -> [Explanation] {
        try explanations(where: "x.ward = \(ward) AND x.occurrence = \(occurrence)")
    }

    /// What the officer's unit has still to explain.
    package func explanationsToAnswer(for officer: Officer) throws -> [Explanation] {
        try explanations(
            where: """
                x.ward = \(officer.ward) AND x.asked_of = \(officer.unit ?? "")
                    AND x.answered_at IS NULL
                """)
    }

    func explanations(where condition: SQL) throws -> [Explanation] {
        try rows(
            """
            SELECT x.id, x.occurrence, t.title, x.asked_at, x.asked_by, c.name AS asked_by_name,
                x.asked_of, x.question, x.due, x.answered_at, x.answer, x.settled_at, x.verdict
            FROM explanations x
            JOIN accounts c ON c.ward = x.ward AND c.id = x.asked_by
            JOIN occurrences o ON o.ward = x.ward AND o.id = x.occurrence
            JOIN assignments a ON a.ward = o.ward AND a.id = o.assignment
            JOIN tasks t ON t.ward = a.ward AND t.id = a.task
            WHERE \(condition)
            ORDER BY x.due, x.id
            """
        ).map(Explanation.init)
    }
}
