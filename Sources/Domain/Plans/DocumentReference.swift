/// A document that the plan cites (văn bản được viện dẫn).
package struct DocumentReference: Sendable, Equatable, Codable {
    package enum Kind: String, Sendable, Codable, CaseIterable {
        case directive, resolution, plan, programme, decision, decree, law, conclusion, letter
        case regulation, notice, circular
        /// Hướng dẫn, công điện, báo cáo, tờ trình.
        case guidance, telegram, report, proposal
    }

    package struct Provision: Sendable, Equatable, Codable {
        /// `khoản 6 Điều 55`.
        package var text: String
        package var line: Int

        package init(text: String, line: Int) {
            self.text = text
            self.line = line
        }
    }

    /// One place at which the document is cited with a date of its own.
    package struct DatedCitation: Sendable, Equatable, Codable {
        package var date: String
        package var line: Int

        package init(date: String, line: Int) {
            self.date = date
            self.line = line
        }
    }

    package var kind: Kind
    @ExplicitNull package var number: String?
    @ExplicitNull package var name: String?
    @ExplicitNull package var date: String?
    @ExplicitNull package var issuer: String?
    package var line: Int
    package var provisions: [Provision]?
    /// Every dated citation, so that two different dates can be seen; nil in annotations.
    package var citations: [DatedCitation]?

    package init(
        kind: Kind, number: String?, name: String?, date: String?, issuer: String?, line: Int
    ) {
        self.kind = kind
        self.number = number
        self.name = name
        self.date = date
        self.issuer = issuer
        self.line = line
    }
}
