package import Domain

/// How the register has moved away from a frozen list.
package struct TargetBaselineChanges: Sendable {
    /// In the register's count today, and not in the list; the latest first.
    package let added: [TargetBaseline.Change]
    /// In the list, and no longer counted in the register; the latest first.
    package let left: [TargetBaseline.Change]
    package let addedCount: Int
    package let leftCount: Int

    package var isNone: Bool { addedCount == 0 && leftCount == 0 }
}

extension Transaction {
    /// Records of either kind that a page names.
    package static var baselineChangesMax: Int { 50 }

    /// Who came to the register since a list was frozen, and who left it.
    ///
    /// Everybody who sees the target sees how many; names are for who may read the register.
    package func changes(
        since baseline: TargetBaseline, of indicator: Indicator, for officer: Officer
    ) throws -> TargetBaselineChanges {
        let ward = officer.ward
        let register = indicator.set.register
        let sql = IndicatorSQL(indicator, on: today, .one(ward))
        let listed: SQL = """
            SELECT x.record FROM target_baseline_records x
            WHERE x.ward = \(ward) AND x.baseline = \(baseline.id)
            """
        let added: SQL = "\(sql.records) AND r.id NOT IN (\(listed))"
        let left: SQL = """
            target_baseline_records x
            LEFT JOIN \(sql.table) r ON r.ward = x.ward AND r.id = x.record
            \(sql.joins)
            WHERE x.ward = \(ward) AND x.baseline = \(baseline.id)
                AND (r.id IS NULL OR r.ended_at IS NOT NULL OR \(sql.isOfSet) = 0)
            """
        let counts = (
            added: try value("SELECT COUNT(*) AS value FROM \(added)") ?? 0,
            left: try value("SELECT COUNT(*) AS value FROM \(left)") ?? 0
        )
        guard register.access.readers.contains(officer.role) else {
            return TargetBaselineChanges(
                added: [], left: [], addedCount: counts.added, leftCount: counts.left)
        }
        let own: SQL =
            officer.role == .groupHead
            ? register.access.groupField.map {
                "r.\(RegisterSQL.name($0)) = \(officer.unit ?? "")"
            } ?? "1 = 1" : "1 = 1"
        let limit = Self.baselineChangesMax
        let newcomers = try rows(
            """
            SELECT r.id, r.created_at AS since FROM \(added) AND \(own)
            ORDER BY r.created_at DESC, r.id LIMIT \(limit)
            """)
        // What left without being ended was changed: the journal knows when.
        let gone = try rows(
            """
            SELECT r.id, COALESCE(r.ended_at, (
                SELECT MAX(j.at) FROM journal j WHERE j.ward = r.ward
                    AND j.subject = \(register.name + "/") || r.id), r.created_at) AS since
            FROM \(left) AND r.id IS NOT NULL AND \(own)
            ORDER BY since DESC, r.id LIMIT \(limit)
            """)
        let names = try labels(
            (newcomers + gone).map { $0["id"] }, of: register, ward: ward)
        let change = { (row: Row) in
            let id: String = row["id"]
            return TargetBaseline.Change(
                record: id, name: names[id] ?? register.singular,
                since: (row["since"] as Instant).day)
        }
        return TargetBaselineChanges(
            added: newcomers.map(change), left: gone.map(change), addedCount: counts.added,
            leftCount: counts.left)
    }

    /// Names of records, ended ones too.
    private func labels(
        _ ids: [String], of register: RegisterDescription, ward: String
    ) throws -> [String: String] {
        let found = try rows(
            """
            SELECT \(RegisterSQL.columns(of: register, for: nil))
            FROM \(RegisterSQL.name(register.name)) r
            WHERE r.ward = \(ward) AND r.id IN \(SQL.list(ids))
            """
        ).map { RegisterSQL.record($0, of: register) }
        return Dictionary(
            found.map { ($0.id, register.label(of: $0.cells)) }, uniquingKeysWith: { one, _ in one }
        )
    }
}
