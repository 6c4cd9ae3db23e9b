import Storage
import Testing
import TestSupport

@Suite struct `The tables` {
    /// Tables whose rows belong to no ward, or are found before the ward is known.
    private static let wardless: Set<String> = [
        "wards", "migrations", "sessions", "sign_in_steps", "journal_heads", "alarm_inbox",
    ]

    @Test(arguments: TestEngine.available)
    func `are the same on both engines, column by column`(engine: TestEngine) async throws {
        let reference = try await columns(of: .sqlite)
        let found = try await columns(of: engine)
        #expect(found.keys.sorted() == reference.keys.sorted())
        for (table, columns) in reference { #expect(found[table] == columns, "\(table)") }
        #expect(reference.count > 20)
    }

    @Test func `keep the ward in every row, first`() async throws {
        for (table, columns) in try await columns(of: .sqlite)
        where !Self.wardless.contains(table) {
            #expect(columns.first == "ward", "\(table)")
        }
    }

    private func columns(of engine: TestEngine) async throws -> [String: [String]] {
        let database = try await engine.open()
        let statement: SQL =
            switch engine {
            case .sqlite:
                """
                SELECT m.name AS table_name, c.name AS column_name FROM sqlite_master m
                JOIN pragma_table_info(m.name) c
                WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%'
                    AND m.name NOT IN (
                        SELECT name FROM pragma_table_list WHERE type IN ('virtual', 'shadow'))
                ORDER BY m.name, c.cid
                """
            case .postgres:
                """
                SELECT table_name::text AS table_name, column_name::text AS column_name
                FROM information_schema.columns
                WHERE table_schema = current_schema() ORDER BY table_name, ordinal_position
                """
            }
        let rows = try await database.read { try $0.rows(statement) }
        return Dictionary(grouping: rows) { $0["table_name"] as String }
            .mapValues { $0.map { $0["column_name"] as String } }
    }
}
