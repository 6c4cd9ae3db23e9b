package import Domain

/// One entry of what the ward makes public.
package struct PublicEntry: Sendable {
    package let facility: String
    package let address: String
    package let words: String
    package let basis: String
    package let since: Day
}

extension Transaction {
    /// Who may approve what another proposed.
    private static var approvers: Set<Role> { [.chairman, .viceChairman] }

    /// Whether the officer may approve: a leader, and not who proposed it.
    package func mayApprove(_ publication: Record, _ officer: Officer) throws -> Bool {
        let proposer: String? = try value(
            """
            SELECT created_by AS value FROM publications
            WHERE ward = \(officer.ward) AND id = \(publication.id)
            """)
        return Self.approvers.contains(officer.role) && proposer != officer.id
    }

    /// A second person lets it be shown.
    ///
    /// - Throws: `.forbidden` for the proposer and for who is no leader.
    package func approvePublication(_ id: String, version: Int, by officer: Officer) throws {
        let item = try publication(id, version: version, by: officer)
        guard try mayApprove(item, officer) else {
            throw Problem(
                .forbidden,
                "Chủ tịch hoặc Phó Chủ tịch duyệt, và không phải người đã đề xuất mục này.")
        }
        guard item[Publications.state] == .proposed else {
            throw Problem(.conflict, "Mục này đã được duyệt hoặc đã gỡ.")
        }
        var cells = item.cells
        cells["approved_on"] = today.cell
        cells["approver"] = .text(officer.name)
        try keep(
            cells, over: item, of: Publications.description, verb: "publication.approve",
            ward: officer.ward, by: officer)
    }

    /// Takes it from public view.
    ///
    /// - Throws: `.invalid` without a reason.
    package func withdrawPublication(
        _ id: String, reason: String, version: Int, by officer: Officer
    ) throws {
        let item = try publication(id, version: version, by: officer)
        try requireKeeping(Publications.description, item.cells, officer)
        guard item[Publications.state] == .shown else {
            throw Problem(.conflict, "Mục này không còn được công khai.")
        }
        guard !reason.isEmpty, reason.count <= String.fieldLengthMax else {
            throw Problem(
                .invalid, "Có 1 mục chưa đúng.",
                refusals: ["reason": "Hãy ghi lý do gỡ, dài nhất \(String.fieldLengthMax) ký tự."])
        }
        var cells = item.cells
        cells["withdrawn_on"] = today.cell
        cells["withdrawal_reason"] = .text(reason)
        try keep(
            cells, over: item, of: Publications.description, verb: "publication.withdraw",
            ward: officer.ward, by: officer)
    }

    /// What anybody may read of a ward, without signing in: what two people let be shown.
    package func publicEntries(ward: String) throws -> [PublicEntry] {
        try rows(
            """
            SELECT f.name, f.address, p.words, p.basis, p.approved_on
            FROM publications p JOIN facilities f ON f.ward = p.ward AND f.id = p.facility
            WHERE p.ward = \(ward) AND p.state = 'shown' AND p.channel = 'portal'
                AND p.ended_at IS NULL AND f.ended_at IS NULL
            ORDER BY p.approved_on DESC, f.name, p.id
            """
        ).compactMap { row in
            Day(iso: row["approved_on"] as String).map {
                PublicEntry(
                    facility: row["name"], address: row["address"], words: row["words"],
                    basis: row["basis"], since: $0)
            }
        }
    }

    private func publication(
        _ id: String, version: Int, by officer: Officer
    ) throws -> Record {
        let item = try record(id, of: Publications.description, for: officer, seenBy: nil)
        guard item.version == version else { throw Problem.changedMeanwhile }
        return item
    }
}
