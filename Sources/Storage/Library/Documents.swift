package import Domain

extension GoverningDocument.Level: SQLConvertible {}
extension DocumentReference.Kind: SQLConvertible {}

/// A document as the library keeps it.
package struct LibraryDocument: Sendable {
    package let id: String
    package let content: GoverningDocument
    package let replacedBy: String?
    package let file: String?
    package let plan: String?
    package let version: Int

    init(_ row: Row) {
        id = row["id"]
        content = GoverningDocument(
            kind: row["kind"], number: row["number"], title: row["title"], issuer: row["issuer"],
            level: row["level"], issued: row["issued"], inForceFrom: row["in_force_from"],
            repealedFrom: row["repealed_from"], source: row["source"],
            isVerified: row["verified"])
        replacedBy = row["replaced_by"]
        file = row["file"]
        plan = row["plan"]
        version = row["version"]
    }

    static let columns: SQL = """
        d.id, d.kind, d.number, d.title, d.issuer, d.level, d.issued, d.in_force_from,
        d.repealed_from, d.source, d.verified, d.replaced_by, d.file, d.plan, d.version
        """

    package func force(on day: Day) -> GoverningDocument.Force {
        content.force(on: day, isReplaced: replacedBy != nil)
    }
}

/// The library of the documents that govern the work (thư viện văn bản).
extension Transaction {
    /// How many documents a list shows at once.
    package static var libraryPageSize: Int { 100 }

    /// Documents of the ward that answer a search, the latest first.
    package func documents(
        matching search: String, level: GoverningDocument.Level?, for officer: Officer
    ) throws -> [LibraryDocument] {
        var conditions: [SQL] = ["d.ward = \(officer.ward)"]
        for word in folded(search).split(separator: " ") {
            conditions.append("d.search LIKE \("%" + escaped(String(word)) + "%") ESCAPE '\\'")
        }
        if let level { conditions.append("d.level = \(level)") }
        return try rows(
            """
            SELECT \(LibraryDocument.columns) FROM documents d
            WHERE \(SQL.all(conditions))
            ORDER BY CASE WHEN d.issued IS NULL THEN 1 ELSE 0 END, d.issued DESC, d.number_key
            LIMIT \(Self.libraryPageSize)
            """
        ).map(LibraryDocument.init)
    }

    /// Documents that may be this one, the likeliest first: of the same day, then the latest.
    func documents(like content: GoverningDocument, ward: String) throws -> [LibraryDocument] {
        let numbered = content.number.map { escaped(GoverningDocument.plain($0)) + "|%" }
        return try rows(
            """
            SELECT \(LibraryDocument.columns) FROM documents d
            WHERE d.ward = \(ward) AND (d.number_key = \(Self.key(content))
                OR d.number_key LIKE \(numbered ?? "") ESCAPE '\\')
            ORDER BY CASE WHEN d.issued = \(content.issued?.iso ?? "") THEN 0 ELSE 1 END,
                CASE WHEN d.issued IS NULL THEN 1 ELSE 0 END, d.issued DESC, d.id
            """
        ).map(LibraryDocument.init).filter { $0.content.maySame(as: content) }
    }

    /// - Throws: `.notFound` when the ward has no such document.
    package func document(_ id: String, for officer: Officer) throws -> LibraryDocument {
        guard
            let row = try row(
                """
                SELECT \(LibraryDocument.columns) FROM documents d
                WHERE d.ward = \(officer.ward) AND d.id = \(id)
                """)
        else { throw Problem(.notFound, "Không có văn bản này trong thư viện.") }
        return LibraryDocument(row)
    }

    /// Puts a document into the library.
    ///
    /// - Throws: `.conflict` when it may be one that is there; `.invalid` for wrong fields.
    /// - Returns: its identifier.
    @discardableResult
    package func addDocument(
        _ content: GoverningDocument, file: String? = nil, plan: String? = nil,
        by officer: Officer
    ) throws -> String {
        try officer.require(.keepLibrary)
        try content.check()
        if let known = try documents(like: content, ward: officer.ward).first {
            let day = known.content.issued.map { " ngày \($0.vietnamese)" } ?? ""
            throw Problem(
                .conflict,
                "Thư viện đã có \(known.content.number ?? known.content.title)\(day). Hãy mở văn bản đã có; nếu đây là văn bản khác, hãy ghi rõ ngày và cơ quan ban hành."
            )
        }
        let id = makeIdentifier()
        try run(
            """
            INSERT INTO documents
                (ward, id, kind, number, number_key, title, search, issuer, level, issued,
                 in_force_from, repealed_from, source, verified, file, plan, created_at)
            VALUES (\(officer.ward), \(id), \(content.kind), \(content.number),
                \(Self.key(content)), \(content.title), \(Self.search(content)),
                \(content.issuer), \(content.level), \(content.issued), \(content.inForceFrom),
                \(content.repealedFrom), \(content.source), \(content.isVerified), \(file),
                \(plan), \(now))
            """)
        try record(
            "document.add", "documents/\(id)",
            [
                JournalChange("number", to: content.number),
                JournalChange("title", to: content.title),
            ], by: officer)
        return id
    }

    /// Changes what is known of a document.
    ///
    /// - Throws: `.conflict` when somebody else changed it since `version`.
    package func changeDocument(
        _ id: String, to content: GoverningDocument, replacedBy: String?, version: Int,
        by officer: Officer
    ) throws {
        try officer.require(.keepLibrary)
        try content.check()
        let before = try document(id, for: officer)
        if let replacedBy {
            guard replacedBy != id else {
                throw Problem(.invalid, "Văn bản không thể thay thế chính nó.")
            }
            _ = try document(replacedBy, for: officer)
        }
        let changed = try run(
            """
            UPDATE documents SET kind = \(content.kind), number = \(content.number),
                number_key = \(Self.key(content)), title = \(content.title),
                search = \(Self.search(content)), issuer = \(content.issuer),
                level = \(content.level), issued = \(content.issued),
                in_force_from = \(content.inForceFrom), repealed_from = \(content.repealedFrom),
                source = \(content.source), verified = \(content.isVerified),
                replaced_by = \(replacedBy), version = version + 1
            WHERE ward = \(officer.ward) AND id = \(id) AND version = \(version)
            """)
        guard changed == 1 else {
            throw Problem(
                .conflict, "Người khác vừa sửa văn bản này. Hãy tải lại trang rồi sửa lại.")
        }
        try record(
            "document.change", "documents/\(id)",
            Self.differences(before, content, replacedBy: replacedBy), by: officer)
    }

    /// Takes a document out that came in by mistake, with its place in the chain.
    ///
    /// - Throws: `.conflict` while something else rests on it.
    package func removeDocument(_ id: String, by officer: Officer) throws {
        try officer.require(.keepLibrary)
        let document = try document(id, for: officer)
        guard document.plan == nil, try uses(ofDocument: id, ward: officer.ward) == 0 else {
            throw Problem(
                .conflict,
                "Văn bản này là kế hoạch của phường, hoặc đã có việc quán triệt, kế hoạch của đơn vị, báo cáo lồng ghép hay văn bản bị nó thay thế. Hãy sửa văn bản thay vì xóa."
            )
        }
        try run(
            """
            DELETE FROM document_links WHERE ward = \(officer.ward)
                AND (lower_document = \(id) OR upper_document = \(id))
            """)
        try run("DELETE FROM documents WHERE ward = \(officer.ward) AND id = \(id)")
        try record(
            "document.remove", "documents/\(id)",
            [
                JournalChange("number", from: document.content.number, to: nil),
                JournalChange("title", from: document.content.title, to: nil),
            ], by: officer)
    }

    /// How many rows rest on a document, beside its place in the chain.
    private func uses(ofDocument id: String, ward: String) throws -> Int {
        try value(
            """
            SELECT (SELECT COUNT(*) FROM disseminations WHERE ward = \(ward) AND document = \(id))
                + (SELECT COUNT(*) FROM unit_plans WHERE ward = \(ward) AND document = \(id))
                + (SELECT COUNT(*) FROM documents WHERE ward = \(ward) AND replaced_by = \(id))
                + (SELECT COUNT(*) FROM report_period_documents
                   WHERE ward = \(ward) AND document = \(id)) AS value
            """) ?? 0
    }

    private static func differences(
        _ before: LibraryDocument, _ after: GoverningDocument, replacedBy: String?
    ) -> [JournalChange] {
        let pairs: [(String, String?, String?)] = [
            ("number", before.content.number, after.number),
            ("title", before.content.title, after.title),
            ("issuer", before.content.issuer, after.issuer),
            ("issued", before.content.issued?.iso, after.issued?.iso),
            ("in_force_from", before.content.inForceFrom?.iso, after.inForceFrom?.iso),
            ("repealed_from", before.content.repealedFrom?.iso, after.repealedFrom?.iso),
            ("replaced_by", before.replacedBy, replacedBy),
            ("verified", "\(before.content.isVerified)", "\(after.isVerified)"),
        ]
        return pairs.filter { $0.1 != $0.2 }.map { JournalChange($0.0, from: $0.1, to: $0.2) }
    }

    /// What makes two entries the same document: number, year and level of the issuer; the title
    /// where there is no number.
    static func key(_ content: GoverningDocument) -> String {
        guard let number = content.number else { return "~" + folded(content.title) }
        let year = content.issued.map { "\($0.year)" } ?? ""
        let level = content.issuer == nil ? "" : content.level.rawValue
        return "\(GoverningDocument.plain(number))|\(year)|\(level)"
    }

    private static func search(_ content: GoverningDocument) -> String {
        folded(
            [content.number, content.title, content.issuer].compactMap { $0 }.joined(separator: " ")
        )
    }
}
