import Domain

/// The last number of a ward's steps, held by one transaction until it commits.
///
/// Whoever changes cases takes it after the journal, never before: the follower takes it alone, and
/// must not wait for who waits for the journal.
struct Desk {
    let ward: String
    var sequence: Int64

    mutating func tell(
        _ kind: AlarmStepKind, of id: String, by account: String?, _ words: String? = nil,
        at: Instant, in tx: Transaction
    ) throws {
        sequence += 1
        try tx.run(
            """
            INSERT INTO alarm_case_steps (ward, sequence, case_id, at, kind, account, words)
            VALUES (\(ward), \(sequence), \(id), \(at), \(kind), \(account), \(words))
            """)
    }
}

extension Transaction {
    /// Takes the lock under which cases of a ward change.
    func openDesk(ward: String) throws -> Desk {
        try run(
            """
            INSERT INTO alarm_follow (ward, sequence) VALUES (\(ward), 0)
            ON CONFLICT (ward) DO NOTHING
            """)
        guard
            let row = try row(
                """
                UPDATE alarm_follow SET sequence = sequence WHERE ward = \(ward)
                RETURNING sequence
                """)
        else { preconditionFailure("the desk of the ward was just made") }
        return Desk(ward: ward, sequence: row["sequence"])
    }

    func closeDesk(_ desk: Desk) throws {
        try run(
            "UPDATE alarm_follow SET sequence = \(desk.sequence) WHERE ward = \(desk.ward)")
    }

    /// The number of the last step of a ward; 0 before there was one.
    package func deskSequence(ward: String) throws -> Int64 {
        try value("SELECT sequence AS value FROM alarm_follow WHERE ward = \(ward)") ?? 0
    }

    /// The numbers of the last steps of all wards.
    package func deskSequences() throws -> [String: Int64] {
        let found = try rows("SELECT ward, sequence FROM alarm_follow")
        return Dictionary(uniqueKeysWithValues: found.map { ($0["ward"], $0["sequence"]) })
    }
}
