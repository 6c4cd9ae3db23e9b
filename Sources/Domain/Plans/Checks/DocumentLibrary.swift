/// What is known of the documents that plans cite: when they were issued, and until when they hold.
///
/// Law is dated data with its source, and with a mark whether a person has read the text.
package struct DocumentLibrary: Sendable, Equatable, Codable {
    package struct Entry: Sendable, Equatable, Codable {
        /// As written on the document, `105/2025/NĐ-CP`.
        package var number: String
        package var title: String
        /// nil: not known, or the only issuer of such numbers.
        package var issuer: String?
        /// `YYYY-MM-DD`, as all dates of the library.
        package var issued: String?
        /// First day of force.
        package var inForceFrom: String?
        /// First day without force.
        package var repealedFrom: String?
        package var replacedBy: String?
        package var source: String
        /// Whether the text itself was read.
        package var verified: Bool

        package init(
            _ number: String, _ title: String, issuer: String? = nil, issued: String?,
            inForceFrom: String? = nil,
            repealedFrom: String? = nil, replacedBy: String? = nil, source: String,
            verified: Bool
        ) {
            self.number = number
            self.title = title
            self.issuer = issuer
            self.issued = issued
            self.inForceFrom = inForceFrom
            self.repealedFrom = repealedFrom
            self.replacedBy = replacedBy
            self.source = source
            self.verified = verified
        }
    }

    /// Whether a cited document that is not here is to be reported as missing.
    package var isComplete: Bool
    package var documents: [Entry]

    package init(isComplete: Bool, documents: [Entry]) {
        self.isComplete = isComplete
        self.documents = documents
    }

    /// The document of a number, however its letters and spaces are written.
    package func entry(_ number: String) -> Entry? {
        let key = DocumentNumber.key(number)
        return documents.first { DocumentNumber.key($0.number) == key }
    }

    /// The law in force that a name means, `Luật PCCC và CNCH`, `… năm 2024`.
    package func law(named name: String) -> Entry? {
        var key = Self.lawKey(name)
        var year: String?
        if let end = key.ranges(of: " nam ").last, key[end.upperBound...].allSatisfy(\.isNumber) {
            year = String(key[end.upperBound...])
            key = String(key[..<end.lowerBound])
        }
        return documents.first {
            $0.repealedFrom == nil && Self.lawKey($0.title) == key
                && (year == nil || $0.issued?.hasPrefix(year ?? "") == true)
        }
    }

    private static func lawKey(_ name: String) -> String {
        folded(name).replacing(",", with: "")
            .replacing("pccc", with: "phong chay chua chay").replacing(
                "cnch", with: "cuu nan cuu ho"
            )
            .split(separator: " ").filter { $0 != "va" }.joined(separator: " ")
    }

    /// The document that a plan cites: the number, and where every body counts from one, the
    /// issuer as far as both are known.
    func entry(_ reference: DocumentReference) -> Entry? {
        guard let number = reference.number, let entry = entry(number) else { return nil }
        guard !DocumentNumber(number).isCentral, let cited = reference.issuer.map(folded),
            let own = entry.issuer.map(folded)
        else { return entry }
        return cited.contains(own) || own.contains(cited) ? entry : nil
    }

    private enum CodingKeys: String, CodingKey {
        case isComplete = "complete"
        case documents
    }
}

extension DocumentLibrary.Entry {
    private enum CodingKeys: String, CodingKey {
        case number, title, issuer, issued, source, verified
        case inForceFrom = "in_force_from"
        case repealedFrom = "repealed_from"
        case replacedBy = "replaced_by"
    }

    /// Only the number is needed; what a hand-kept file leaves out is unknown, and unverified.
    package init(from decoder: any Decoder) throws {
        let keys = try decoder.container(keyedBy: CodingKeys.self)
        number = try keys.decode(String.self, forKey: .number)
        title = try keys.decodeIfPresent(String.self, forKey: .title) ?? ""
        issuer = try keys.decodeIfPresent(String.self, forKey: .issuer)
        issued = try keys.decodeIfPresent(String.self, forKey: .issued)
        inForceFrom = try keys.decodeIfPresent(String.self, forKey: .inForceFrom)
        repealedFrom = try keys.decodeIfPresent(String.self, forKey: .repealedFrom)
        replacedBy = try keys.decodeIfPresent(String.self, forKey: .replacedBy)
        source = try keys.decodeIfPresent(String.self, forKey: .source) ?? ""
        verified = try keys.decodeIfPresent(Bool.self, forKey: .verified) ?? false
    }
}
