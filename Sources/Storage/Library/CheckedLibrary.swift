package import Domain

extension Transaction {
    /// The ward's library as plans are checked against it, with what is known for the whole
    /// country where the ward has nothing of its own.
    ///
    /// What the library knows by citation only has no day there: a citation proves nothing about
    /// another one.
    package func documentLibrary(ward: String) throws -> DocumentLibrary {
        let kept = try rows(
            """
            SELECT \(LibraryDocument.columns), r.number AS next_number, r.title AS next_title,
                r.issued AS next_issued, r.in_force_from AS next_in_force
            FROM documents d
            LEFT JOIN documents r ON r.ward = d.ward AND r.id = d.replaced_by
            WHERE d.ward = \(ward) AND d.number IS NOT NULL
            ORDER BY d.id
            """)
        var (own, cited): ([DocumentLibrary.Entry], [DocumentLibrary.Entry]) = ([], [])
        for row in kept {
            let content = LibraryDocument(row).content
            let isCitedOnly = content.isCitedOnly
            let entry = Self.entry(content, isCitedOnly: isCitedOnly, row)
            if isCitedOnly { cited.append(entry) } else { own.append(entry) }
        }
        return DocumentLibrary(
            isComplete: true, documents: own + DocumentLibrary.known.documents + cited)
    }

    private static func entry(
        _ content: GoverningDocument, isCitedOnly: Bool, _ row: Row
    ) -> DocumentLibrary.Entry {
        let (number, title): (String?, String?) = (row["next_number"], row["next_title"])
        let (issued, inForce): (Day?, Day?) = (row["next_issued"], row["next_in_force"])
        // Without a day of its own, it ends with what replaces it.
        let end = content.repealedFrom ?? inForce ?? issued
        return DocumentLibrary.Entry(
            content.number ?? "", content.title, issuer: content.issuer,
            issued: isCitedOnly ? nil : content.issued?.iso,
            inForceFrom: content.inForceFrom?.iso, repealedFrom: end?.iso,
            replacedBy: number ?? title, source: content.source, verified: content.isVerified)
    }
}
