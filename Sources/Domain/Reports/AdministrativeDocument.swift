/// A document of a body of the State or of the Party, before it is laid out on paper.
///
/// It holds words and structure only; numbering, capitals, dates and signs of the layout are in
/// `DocumentWording`, so that paper and plain text say the same.
package struct AdministrativeDocument: Sendable, Equatable, Codable {
    package var layout: DocumentLayout
    package var kind: DocumentKind
    /// Lines of the body above the issuing one; empty for a People's Committee.
    package var parentBody: [String]
    /// Lines, `["Ủy ban nhân dân", "phường Sao Mai"]`.
    package var issuer: [String]
    /// `131`; nil leaves room for it.
    package var number: String?
    /// The issuing body's half of the symbol, `UBND` of `BC-UBND`.
    package var issuerSymbol: String
    package var place: String
    package var date: IssueDate
    /// Trích yếu; of a letter, what follows "V/v".
    package var title: String
    /// One line each, without the sign at the end (căn cứ).
    package var bases: [String]
    /// Kính gửi.
    package var addressees: [String]
    package var body: [DocumentBlock]
    package var signature: DocumentSignature
    /// Nơi nhận, without the archive's line and the signs at the ends.
    package var recipients: [String]
    /// What follows "Lưu": `VT, CAP`.
    package var archive: String
    package var appendices: [DocumentAppendix]

    /// The sheet of an issuing body; title, text and appendices are filled in later.
    package init(
        layout: DocumentLayout, kind: DocumentKind, parentBody: [String] = [], issuer: [String],
        number: String? = nil, issuerSymbol: String, place: String, date: IssueDate,
        addressees: [String] = [], signature: DocumentSignature, recipients: [String] = [],
        archive: String
    ) {
        self.layout = layout
        self.kind = kind
        self.parentBody = parentBody
        self.issuer = issuer
        self.number = number
        self.issuerSymbol = issuerSymbol
        self.place = place
        self.date = date
        title = ""
        bases = []
        self.addressees = addressees
        body = []
        self.signature = signature
        self.recipients = recipients
        self.archive = archive
        appendices = []
    }

    /// The open places, in order, that a person must fill before the document is signed.
    package var gaps: [String] {
        let blocks = body + appendices.flatMap(\.body)
        return blocks.flatMap(\.texts).flatMap(\.runs).filter { $0.style == .gap }.map(\.text)
    }
}

extension DocumentBlock {
    fileprivate var texts: [RichText] {
        switch self {
        case .heading: []
        case .paragraph(let text), .item(_, let text): [text]
        case .table(let table):
            table.rows.flatMap { row in
                switch row {
                case .cells(let cells): cells
                case .group: [RichText]()
                }
            }
        }
    }
}
