import Domain

/// Jobs that are done once a day for each ward, by whichever node takes them.
extension Transaction {
    /// Takes a job that is done once a day for a ward.
    ///
    /// - Returns: false when some node has taken it.
    package func takeDailyRun(_ job: String, ward: String) throws -> Bool {
        try run(
            """
            INSERT INTO daily_runs (ward, job, day, at)
            VALUES (\(ward), \(job), \(today), \(now))
            ON CONFLICT (ward, job, day) DO NOTHING
            """) == 1
    }

    /// Wards for which nobody has taken a job today: one look at the whole store, so that a minute
    /// with nothing to do costs the same for one ward as for a nation, and no writer.
    package func wardsDue(for job: String) throws -> [String] {
        try rows(
            """
            SELECT w.code FROM wards w
            WHERE NOT EXISTS (
                SELECT 1 FROM daily_runs d
                WHERE d.ward = w.code AND d.job = \(job) AND d.day = \(today))
            ORDER BY w.code
            """
        ).map { $0["code"] }
    }
}
