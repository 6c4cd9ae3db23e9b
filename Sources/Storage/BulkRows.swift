import Domain

extension Transaction {
    /// Values of one statement; SQLite takes 32,766, PostgreSQL 65,535.
    private static var valuesMax: Int { 8_000 }

    /// Puts rows into a table in as few statements as may be.
    ///
    /// - Parameter columns: with the rows' values in their order.
    func insert(_ rows: [[SQLValue]], into table: SQL, _ columns: [SQL]) throws {
        let most = max(1, Self.valuesMax / columns.count)
        let heads = SQL.joined(columns, by: ", ")
        for start in stride(from: 0, to: rows.count, by: most) {
            let part = rows[start..<min(start + most, rows.count)]
            try run(
                """
                INSERT INTO \(table) (\(heads)) VALUES \(SQL.rows(part))
                """)
        }
    }
}
