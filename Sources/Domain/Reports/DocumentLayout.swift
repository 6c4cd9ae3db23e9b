/// How a document looks: margins, sizes and wording that differ between the State and the Party.
///
/// Both layouts are data, so that a change of the rules is a change of values. Where a rule gives a
/// range, the value chosen lies in the ranges of both layouts.
package struct DocumentLayout: Sendable, Equatable {
    /// From the edge of the paper, in millimetres.
    package struct Margins: Sendable, Equatable {
        package let top, bottom, left, right: Double
    }

    /// In points. The decree wants them to move together: 13 for Quốc hiệu, 14 for the rest.
    package struct Sizes: Sendable, Equatable {
        /// Quốc hiệu, or the Party's name.
        package let state: Double
        /// Tiêu ngữ; unused by the Party.
        package let motto: Double
        /// Parent body and issuing body.
        package let issuer: Double
        package let number: Double
        package let placeAndDate: Double
        package let kind: Double
        package let title: Double
        /// "V/v …" of a letter.
        package let letterSubject: Double
        /// Text, headings, bases, "Kính gửi" and signature block.
        package let body: Double
        package let recipientsTitle: Double
        package let recipients: Double
        package let appendix: Double
        package let pageNumber: Double
        /// Cells of tables in the text.
        package let table: Double
    }

    /// What stands at the top right of the first page.
    package enum Emblem: Sendable, Equatable {
        /// Quốc hiệu và Tiêu ngữ.
        case republic
        /// "ĐẢNG CỘNG SẢN VIỆT NAM".
        case party
    }

    /// What parts the issuing body from the number, and the title from the text.
    package enum Divider: Sendable, Equatable {
        /// A solid line of one third to one half of the text above.
        case shortLine
        case text(String)
    }

    /// The words that stand before a signer's office (quyền hạn).
    package struct Prefixes: Sendable, Equatable {
        package let onBehalf, deputy, byOrder, byAuthority, acting: String
    }

    /// Never changes; kept with a document that was issued.
    package let name: String
    package let source: String
    /// Whether a person has compared the values with the text of the source.
    package let isVerified: Bool

    package let margins: Margins
    package let font: String
    package let sizes: Sizes
    /// Millimetres.
    package let firstLineIndent: Double
    /// Points after each paragraph.
    package let paragraphSpacing: Double
    /// Lines: 1 is single.
    package let lineSpacing: Double

    package let emblem: Emblem
    package let underIssuer: Divider
    package let underTitle: Divider
    /// `Số: ` or `Số `.
    package let numberLead: String
    /// Between number and symbol.
    package let numberSeparator: String
    /// Between the two halves of the symbol.
    package let symbolSeparator: String
    /// After the Roman number of a heading.
    package let romanSuffix: String
    package let prefixes: Prefixes
    /// What ends each line of the recipients but the last.
    package let recipientSeparator: String
    package let archiveLead: String
    /// Between a cited document's number and "ngày".
    package let citationSeparator: String
}

extension DocumentLayout {
    /// Documents of the State.
    ///
    /// - Source: Nghị định 30/2020/NĐ-CP, Phụ lục I. It leaves the size in tables open; 12 is
    ///   common practice. Line spacing may be single to one and a half.
    package static let state = DocumentLayout(
        name: "state_nd30", source: "Nghị định 30/2020/NĐ-CP, Phụ lục I", isVerified: true,
        margins: Margins(top: 20, bottom: 20, left: 30, right: 15), font: "Times New Roman",
        sizes: Sizes(
            state: 13, motto: 14, issuer: 13, number: 13, placeAndDate: 14, kind: 14, title: 14,
            letterSubject: 13, body: 14, recipientsTitle: 12, recipients: 11, appendix: 14,
            pageNumber: 14, table: 12),
        firstLineIndent: 12.7, paragraphSpacing: 6, lineSpacing: 1.15, emblem: .republic,
        underIssuer: .shortLine, underTitle: .shortLine, numberLead: "Số: ", numberSeparator: "/",
        symbolSeparator: "-", romanSuffix: ".",
        prefixes: Prefixes(
            onBehalf: "TM.", deputy: "KT.", byOrder: "TL.", byAuthority: "TUQ.", acting: "Q."),
        recipientSeparator: ";", archiveLead: "Lưu: ", citationSeparator: " ")

    /// Documents of the Party.
    ///
    /// - Source: Hướng dẫn 36-HD/VPTW, known from documents made by it, not from its own text.
    package static let party = DocumentLayout(
        name: "party_hd36", source: "Hướng dẫn 36-HD/VPTW", isVerified: false,
        margins: Margins(top: 20, bottom: 20, left: 30, right: 15), font: "Times New Roman",
        sizes: Sizes(
            state: 15, motto: 14, issuer: 14, number: 14, placeAndDate: 14, kind: 16, title: 14,
            letterSubject: 12, body: 14, recipientsTitle: 14, recipients: 12, appendix: 14,
            pageNumber: 14, table: 12),
        firstLineIndent: 12.7, paragraphSpacing: 6, lineSpacing: 1.15, emblem: .party,
        underIssuer: .text("*"), underTitle: .text("-----"), numberLead: "Số ",
        numberSeparator: "-", symbolSeparator: "/", romanSuffix: "-",
        prefixes: Prefixes(
            onBehalf: "T/M", deputy: "K/T", byOrder: "T/L", byAuthority: "T/UQ", acting: "Q."),
        recipientSeparator: ",", archiveLead: "Lưu ", citationSeparator: ", ")

    /// Every layout, for looking one up by the name kept with a document.
    package static let all = [state, party]
}

/// Kept by its name: the values are the program's.
extension DocumentLayout: Codable {
    package init(from decoder: any Decoder) throws {
        let name = try decoder.singleValueContainer().decode(String.self)
        guard let layout = Self.all.first(where: { $0.name == name }) else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "no layout \(name)"))
        }
        self = layout
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(name)
    }
}
