import Domain

extension Transaction {
    /// Lays out the periods of recurring work and reports that have come within the horizon.
    ///
    /// - Returns: how many were made.
    @discardableResult
    package func extendHorizon(ward: String) throws -> Int {
        let found = try rows(
            """
            SELECT a.id, a.created_at, a.rhythm_from, d.text, d.type, d.date, d.start, d.recurrence
            FROM assignments a
            JOIN plans p ON p.ward = a.ward AND p.id = a.plan
            JOIN task_deadlines d ON d.ward = a.ward AND d.task = a.task
            WHERE a.ward = \(ward) AND \(WorkSQL.live) AND EXISTS (
                SELECT 1 FROM task_deadlines r
                WHERE r.ward = a.ward AND r.task = a.task
                    AND r.recurrence IN ('weekly', 'monthly', 'quarterly', 'half_yearly', 'yearly'))
            ORDER BY a.id, d.position
            """)
        var made = 0
        for (assignment, rows) in Dictionary(grouping: found, by: { $0["id"] as String })
            .sorted(by: { $0.key < $1.key })
        {
            guard let created: Instant = rows.first?["created_at"] else { continue }
            let changed: Day? = rows.first?["rhythm_from"]
            made += try layOutOccurrences(
                of: assignment, rows.compactMap { Deadline($0) }, madeOn: changed ?? created.day,
                ward: ward)
        }
        made += try layOutReportPeriods(ward: ward)
        if made > 0 {
            try record(
                "work.extend", "wards/\(ward)", [JournalChange("occurrences_made", to: "\(made)")],
                ward: ward, account: nil, origin: "jobs")
        }
        return made
    }
}
