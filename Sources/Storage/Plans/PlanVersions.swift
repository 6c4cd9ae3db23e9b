package import Domain

/// A plan as it stood when another version took its place, so that it can be put back.
package struct LeftPlan: Sendable, Equatable, Codable {
    package let plan: Plan
    package let tasks: [PlanTask]
}

/// A version in the list of versions.
package struct PlanVersionLine: Sendable {
    package let number: Int
    package let fileName: String
    package let author: String?
    package let createdAt: Instant
    /// nil: waits, or was passed over.
    package let adoptedAt: Instant?
}

/// The versions of a plan, to list and to compare.
extension Transaction {
    /// The version that was in force before this one; nil for the first.
    package func version(
        before version: PlanVersion, of plan: Plan, ward: String
    ) throws -> PlanVersion? {
        let number: Int? = try value(
            """
            SELECT MAX(number) AS value FROM plan_versions
            WHERE ward = \(ward) AND plan = \(plan.id) AND number < \(version.number)
                AND adopted_at IS NOT NULL
            """)
        return try number.map { try self.version($0, of: plan, ward: ward) }
    }

    /// Every version with its file, the latest first; texts and readings stay where they are.
    package func versions(of plan: Plan, ward: String) throws -> [PlanVersionLine] {
        try rows(
            """
            SELECT v.number, v.adopted_at, v.created_at, f.name AS file_name, a.name AS author
            FROM plan_versions v
            JOIN files f ON f.ward = v.ward AND f.id = v.file
            LEFT JOIN accounts a ON a.ward = v.ward AND a.id = v.created_by
            WHERE v.ward = \(ward) AND v.plan = \(plan.id) AND v.discarded_at IS NULL
            ORDER BY v.number DESC
            """
        ).map {
            PlanVersionLine(
                number: $0["number"], fileName: $0["file_name"], author: $0["author"],
                createdAt: $0["created_at"], adoptedAt: $0["adopted_at"])
        }
    }
}
