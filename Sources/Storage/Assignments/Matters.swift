import Domain

/// What obstacles and proposals share: a matter of a unit about a piece of work or a plan, with its
/// files.
struct Matter {
    /// Table of the files, and its column for the matter.
    let files: SQL
    let column: SQL

    static let obstacle = Matter(files: "obstacle_files", column: "obstacle")
    static let proposal = Matter(files: "proposal_files", column: "proposal")

    /// Obstacles or proposals that one page lists at most.
    static let listedMax = 200

    /// The plan `p` and the task `t` that a matter `b` is about.
    static let about: SQL = """
        LEFT JOIN plans p ON p.ward = b.ward AND p.id = b.plan
        LEFT JOIN occurrences o ON o.ward = b.ward AND o.id = b.occurrence
        LEFT JOIN assignments a ON a.ward = o.ward AND a.id = o.assignment
        LEFT JOIN tasks t ON t.ward = a.ward AND t.id = a.task
        """
}

extension Transaction {
    /// Whether the officer may bring up a matter about this work or plan.
    ///
    /// - Returns: the plan that it is about.
    /// - Throws: `.forbidden` for work of others; `.notFound` for a plan that is not for the officer.
    func planOfMatter(
        onWork occurrence: String?, orPlan plan: String?, by officer: Officer
    ) throws -> String? {
        guard let occurrence else { return try plan.map { try self.plan($0, for: officer).id } }
        let work = try workDetail(occurrence, for: officer)
        guard work.rights.mayRaise || officer.may(.acceptWork) else { throw Problem.notYourWork }
        return work.row.plan
    }

    func keepFiles(
        _ evidence: [Evidence], of matter: Matter, _ id: String, by officer: Officer
    ) throws {
        for (file, name) in try keep(evidence, by: officer) {
            try run(
                """
                INSERT INTO \(matter.files) (ward, \(matter.column), file, name)
                VALUES (\(officer.ward), \(id), \(file), \(name))
                ON CONFLICT (ward, \(matter.column), file) DO NOTHING
                """)
        }
    }

    /// Files that were given with an obstacle.
    package func files(ofObstacle id: String, ward: String) throws -> [WorkEntry.File] {
        try files(of: .obstacle, id, ward: ward)
    }

    /// Files that were given with a proposal.
    package func files(ofProposal id: String, ward: String) throws -> [WorkEntry.File] {
        try files(of: .proposal, id, ward: ward)
    }

    private func files(
        of matter: Matter, _ id: String, ward: String
    ) throws -> [WorkEntry.File] {
        try rows(
            """
            SELECT f.id, x.name, f.media_type, f.size FROM \(matter.files) x
            JOIN files f ON f.ward = x.ward AND f.id = x.file
            WHERE x.ward = \(ward) AND x.\(matter.column) = \(id) ORDER BY f.id
            """
        ).map {
            WorkEntry.File(
                id: $0["id"], name: $0["name"], mediaType: $0["media_type"], size: $0["size"])
        }
    }
}
