package import Domain

/// Lays an administrative document out on paper, as a Word file.
package enum DocxWriter {
    /// The same document gives the same bytes.
    ///
    /// - Throws: `.unavailable` when memory runs out.
    package static func write(_ document: AdministrativeDocument) throws(Problem) -> [UInt8] {
        try package(of: document).bytes()
    }

    /// The parts of the file before they are packed.
    package static func package(of document: AdministrativeDocument) -> WordPackage {
        let subject = [document.kindLine, document.title].compactMap(\.self)
        return WordPackage(
            title: subject.joined(separator: " "), creator: document.issuer.joined(separator: " "),
            font: document.layout.font, styles: DocxStyles.all(document.layout),
            numberStyle: DocxStyles.pageNumber, body: body(of: document))
    }

    private static func body(of document: AdministrativeDocument) -> WordBody {
        var out = WordBody()
        let section = document.layout.section(restartsNumbers: false)
        DocxHead(document: document, textWidth: section.textWidth).write(to: &out)
        for basis in document.basisLines { out.paragraph(DocxStyles.basis, RichText(basis)) }
        write(document.body, of: document, endsInSignature: true, to: &out)
        sign(document, width: section.textWidth, to: &out)
        var last = section
        for (index, appendix) in document.appendices.enumerated() {
            out.paragraph(DocxStyles.tail, "", .init(section: last))
            last = document.layout.section(restartsNumbers: true)
            let heading = "\(document.appendixLabel(at: index))\n\(appendix.title.uppercased())"
            out.paragraph(DocxStyles.appendix, RichText(heading))
            DocxHead.balance(
                document.appendixReference, style: DocxStyles.appendixReference,
                size: document.layout.sizes.body, width: section.textWidth, to: &out)
            write(appendix.body, of: document, endsInSignature: false, to: &out)
        }
        out.paragraph(DocxStyles.tail, "")
        out.end(last)
        return out
    }

    private static func write(
        _ blocks: [DocumentBlock], of document: AdministrativeDocument, endsInSignature: Bool,
        to out: inout WordBody
    ) {
        let width = document.layout.section(restartsNumbers: false).textWidth
        var numbers = HeadingNumbers(layout: document.layout)
        for (index, block) in blocks.enumerated() {
            // The signature never stands alone on a page, nor do words that announce a list.
            let isLast = endsInSignature && index == blocks.count - 1
            let extra = WordBody.Extra(keepsWithNext: isLast || block.announces)
            switch block {
            case .heading(let level, let title):
                let style = DocxStyles.headings[min(max(level, 1), 3) - 1]
                out.paragraph(style, RichText(numbers.label(level: level, title)), extra)
            case .paragraph(let text):
                out.paragraph(DocxStyles.text, text, extra)
            case .item(let depth, let text):
                out.paragraph(DocxStyles.text, RichText(depth == 1 ? "- " : "+ ") + text, extra)
            case .table(let table):
                out.table(
                    table, width: width, headStyle: DocxStyles.tableHead,
                    styles: DocxStyles.tableCells)
                // Without it Word joins two tables, and the text sticks to the last line.
                out.paragraph(DocxStyles.gap, "", extra)
            }
        }
    }

    /// Recipients left, signature right, at one level.
    private static func sign(
        _ document: AdministrativeDocument, width: Int, to out: inout WordBody
    ) {
        var recipients = WordBody()
        recipients.paragraph(DocxStyles.recipientsTitle, "Nơi nhận:")
        for line in document.recipientLines {
            recipients.paragraph(DocxStyles.recipients, RichText(line))
        }
        var signature = WordBody()
        for line in document.signatureLines {
            signature.paragraph(DocxStyles.office, RichText(line))
        }
        signature.paragraph(DocxStyles.signer, RichText(document.signature.name ?? ""))
        out.paragraph(DocxStyles.gap, "", .init(keepsWithNext: true))
        let left = Int((Double(width) * recipientsShare).rounded())
        out.frame(widths: [left, width - left], rows: [[recipients, signature]])
    }

    /// Part of the width that the recipients take.
    private static let recipientsShare = 0.45
}

extension DocumentBlock {
    /// Whether it ends with a colon.
    fileprivate var announces: Bool {
        switch self {
        case .paragraph(let text), .item(_, let text): text.plain.hasSuffix(":")
        case .heading, .table: false
        }
    }
}

extension DocumentLayout {
    func section(restartsNumbers: Bool) -> WordSection {
        WordSection(
            top: Twips.millimetres(margins.top), bottom: Twips.millimetres(margins.bottom),
            left: Twips.millimetres(margins.left), right: Twips.millimetres(margins.right),
            // Midway between the edge and the text.
            header: Twips.millimetres(margins.top / 2), restartsNumbers: restartsNumbers)
    }
}
