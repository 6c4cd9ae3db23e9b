package import Domain

extension Transaction {
    /// A file of evidence with its content, for those who may see what it was given for.
    ///
    /// - Throws: `.notFound` for everybody else: another's evidence is nobody's business.
    package func evidence(
        _ file: String, for officer: Officer
    ) throws -> (name: String, mediaType: String, content: [UInt8]) {
        let unit = officer.unit ?? ""
        let all = officer.may(.readAll)
        let found = try row(
            """
            SELECT x.name, f.media_type, f.content FROM files f
            JOIN (
                SELECT e.ward, e.file, e.name FROM entry_files e
                JOIN entries n ON n.ward = e.ward AND n.id = e.entry
                JOIN occurrences o ON o.ward = n.ward AND o.id = n.occurrence
                WHERE e.ward = \(officer.ward) AND e.file = \(file) AND (1 = \(all) OR EXISTS (
                    SELECT 1 FROM assignment_units v
                    WHERE v.ward = o.ward AND v.assignment = o.assignment AND v.unit = \(unit)))
                UNION ALL
                SELECT e.ward, e.file, e.name FROM obstacle_files e
                JOIN obstacles b ON b.ward = e.ward AND b.id = e.obstacle
                WHERE e.ward = \(officer.ward) AND e.file = \(file)
                    AND (1 = \(all) OR b.raised_unit = \(unit) OR b.to_unit = \(unit)
                        OR EXISTS (SELECT 1 FROM obstacle_moves m
                            WHERE m.ward = b.ward AND m.obstacle = b.id AND m.from_unit = \(unit)))
                UNION ALL
                SELECT e.ward, e.file, e.name FROM proposal_files e
                JOIN proposals s ON s.ward = e.ward AND s.id = e.proposal
                WHERE e.ward = \(officer.ward) AND e.file = \(file)
                    AND (1 = \(all) OR s.made_unit = \(unit))
            ) x ON x.ward = f.ward AND x.file = f.id
            WHERE f.ward = \(officer.ward) AND f.id = \(file)
            LIMIT 1
            """)
        guard let found else {
            throw Problem(.notFound, "Không có tệp này, hoặc tệp thuộc việc của đơn vị khác.")
        }
        return (found["name"], found["media_type"], found["content"])
    }
}
