package import Domain

extension Transaction {
    /// Keeps what a person said of rows that look like records of the register.
    ///
    /// - Parameter answers: by the number of the row; nil takes an answer back.
    package func answerImport(
        _ id: String, _ answers: [Int: ImportAnswer?], of register: RegisterDescription,
        by officer: Officer
    ) throws {
        let found = try recordImport(id, of: register, for: officer)
        guard found.state == .waiting else { throw Self.importIsOver }
        for (line, answer) in answers.sorted(by: { $0.key < $1.key }) {
            if case .same(let id)? = answer {
                _ = try self.record(id, of: register, for: officer)
            }
            try run(
                """
                DELETE FROM record_import_answers
                WHERE ward = \(officer.ward) AND import = \(id) AND line = \(line)
                """)
            guard let answer else { continue }
            try run(
                """
                INSERT INTO record_import_answers (ward, import, line, record)
                VALUES (\(officer.ward), \(id), \(line), \(answer.kept))
                """)
        }
        try self.record("record.answerSheet", "imports/\(id)", by: officer)
    }

    func importAnswers(to id: String, ward: String) throws -> [Int: ImportAnswer] {
        let found = try rows(
            """
            SELECT line, record FROM record_import_answers WHERE ward = \(ward) AND import = \(id)
            """)
        return Dictionary(
            uniqueKeysWithValues: found.map { row in
                let record: String? = row["record"]
                return (row["line"] as Int, ImportAnswer(kept: record))
            })
    }
}
