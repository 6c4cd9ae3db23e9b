package import Domain

/// Which document carries out which: central → province → ward → unit, in both directions.
extension Transaction {
    /// One step of a chain.
    package struct ChainLink: Sendable {
        package let document: LibraryDocument
        /// 1: next to the document asked about; 2: beyond it.
        package let distance: Int
        package let relation: Relation
    }

    package enum Relation: String, Sendable, CaseIterable, SQLConvertible {
        case implements, cites
    }

    private static var chainLengthMax: Int { 8 }

    /// What the document rests on, the nearest first.
    package func documentsAbove(_ id: String, for officer: Officer) throws -> [ChainLink] {
        try chain(
            id, officer,
            step: """
                SELECT l.upper_document, c.distance + 1, l.relation
                FROM document_links l JOIN chain c ON l.lower_document = c.id
                """)
    }

    /// What rests on the document, the nearest first.
    package func documentsBelow(_ id: String, for officer: Officer) throws -> [ChainLink] {
        try chain(
            id, officer,
            step: """
                SELECT l.lower_document, c.distance + 1, l.relation
                FROM document_links l JOIN chain c ON l.upper_document = c.id
                """)
    }

    private func chain(_ id: String, _ officer: Officer, step: SQL) throws -> [ChainLink] {
        let found = try rows(
            """
            WITH RECURSIVE chain (id, distance, relation) AS (
                SELECT CAST(\(id) AS TEXT), 0, CAST('implements' AS TEXT)
                UNION
                \(step)
                WHERE l.ward = \(officer.ward) AND c.distance < \(Self.chainLengthMax)
            )
            SELECT \(LibraryDocument.columns), c.distance, c.relation
            FROM chain c JOIN documents d ON d.ward = \(officer.ward) AND d.id = c.id
            WHERE c.distance > 0
            ORDER BY c.distance, d.issued
            """)
        var seen: Set<String> = []
        return found.map {
            ChainLink(
                document: LibraryDocument($0), distance: $0["distance"], relation: $0["relation"])
        }.filter { $0.document.id != id && seen.insert($0.document.id).inserted }
    }

    /// Says that the lower document carries out, or cites, the upper one.
    ///
    /// - Throws: `.conflict` when that would make a circle.
    package func linkDocuments(
        lower: String, upper: String, as relation: Relation, by officer: Officer
    ) throws {
        try officer.require(.keepLibrary)
        _ = try document(lower, for: officer)
        _ = try document(upper, for: officer)
        let above = try documentsAbove(upper, for: officer).map(\.document.id)
        guard lower != upper, !above.contains(lower) else {
            throw Problem(
                .conflict,
                "Hai văn bản sẽ căn cứ lẫn nhau thành vòng. Hãy chọn lại văn bản cấp trên.")
        }
        try run(
            """
            INSERT INTO document_links (ward, lower_document, upper_document, relation)
            VALUES (\(officer.ward), \(lower), \(upper), \(relation))
            ON CONFLICT (ward, lower_document, upper_document)
            DO UPDATE SET relation = excluded.relation
            """)
        try record(
            "document.link", "documents/\(lower)", [JournalChange("upper", to: upper)], by: officer)
    }

    package func unlinkDocuments(lower: String, upper: String, by officer: Officer) throws {
        try officer.require(.keepLibrary)
        let removed = try run(
            """
            DELETE FROM document_links WHERE ward = \(officer.ward)
                AND lower_document = \(lower) AND upper_document = \(upper)
            """)
        guard removed > 0 else { throw Problem(.notFound, "Liên kết này đã được gỡ.") }
        try record(
            "document.unlink", "documents/\(lower)", [JournalChange("upper", from: upper, to: nil)],
            by: officer)
    }

    /// Puts a plan of the ward into the library, with the documents that it cites above it.
    ///
    /// What is there stays as it is; what is new is known by its citation only, and says so.
    package func catalogue(
        plan: String, content: GoverningDocument, citing references: [DocumentReference],
        by officer: Officer
    ) throws {
        let same = try documents(like: content, ward: officer.ward)
        let own =
            same.first { $0.plan == plan } ?? same.first { $0.plan == nil } ?? same.first
        let id = try own?.id ?? addDocument(content, plan: plan, by: officer)
        // The entry of another plan stays that plan's.
        try run(
            """
            UPDATE documents SET plan = \(plan)
            WHERE ward = \(officer.ward) AND id = \(id) AND plan IS NULL
            """)
        for reference in references {
            let cited = Self.cited(reference)
            let known = try documents(like: cited, ward: officer.ward).first { $0.id != id }
            let upper = try known?.id ?? addDocument(cited, by: officer)
            let above = try documentsAbove(upper, for: officer).map(\.document.id)
            guard upper != id, !above.contains(id) else { continue }
            try run(
                """
                INSERT INTO document_links (ward, lower_document, upper_document, relation)
                VALUES (\(officer.ward), \(id), \(upper), \(Self.relation(reference)))
                ON CONFLICT (ward, lower_document, upper_document) DO NOTHING
                """)
        }
    }

    private static func cited(_ reference: DocumentReference) -> GoverningDocument {
        if let entry = known(reference) {
            return GoverningDocument(
                kind: reference.kind, number: entry.number, title: entry.title,
                issuer: entry.issuer ?? reference.issuer, level: .central,
                issued: entry.issued.flatMap { Day(iso: $0) },
                inForceFrom: entry.inForceFrom.flatMap { Day(iso: $0) },
                repealedFrom: entry.repealedFrom.flatMap { Day(iso: $0) }, source: entry.source)
        }
        let name =
            reference.name
            ?? [reference.kind.title, reference.number]
            .compactMap { $0 }.joined(separator: " ")
        return GoverningDocument(
            kind: reference.kind, number: reference.number, title: name,
            issuer: reference.issuer,
            level: .init(issuer: reference.issuer, number: reference.number),
            issued: reference.date.flatMap { Day(iso: $0) }, source: GoverningDocument.citation)
    }

    /// What is known for the whole country of the cited document, unless its day is another.
    private static func known(_ reference: DocumentReference) -> DocumentLibrary.Entry? {
        guard let number = reference.number else {
            return reference.kind == .law
                ? reference.name.flatMap(DocumentLibrary.known.law(named:)) : nil
        }
        guard let entry = DocumentLibrary.known.entry(number),
            reference.date == nil || reference.date == entry.issued
        else { return nil }
        return entry
    }

    /// Laws and decrees are cited; directives, plans and programmes are what a plan carries out.
    private static func relation(_ reference: DocumentReference) -> Relation {
        switch reference.kind {
        case .directive, .resolution, .plan, .programme, .conclusion, .letter, .notice,
            .guidance, .telegram:
            .implements
        case .decision, .decree, .law, .regulation, .circular, .report, .proposal: .cites
        }
    }
}
