import Domain

/// The top of the first page: issuer and emblem side by side, then kind, title and addressees.
struct DocxHead {
    let document: AdministrativeDocument
    /// Twips.
    let textWidth: Int

    func write(to out: inout WordBody) {
        out.frame(
            widths: [left, right],
            rows: [[issuerCell, emblemCell], [numberCell, dateCell]])
        if let kind = document.kindLine {
            out.paragraph(DocxStyles.kind, RichText(kind))
            let size = document.layout.sizes.title
            let room = DocxHead.balance(
                document.title, style: DocxStyles.title, size: size, width: textWidth, to: &out)
            let length = min(TitleWidth.points(document.title, size: size), room)
            divide(document.layout.underTitle, below: length, width: textWidth, to: &out)
        }
        writeAddressees(to: &out)
    }

    /// The emblem's line fits in the right column in one piece: 96 mm at 13 points.
    private var left: Int { Int((Double(textWidth) * 0.4).rounded()) }
    private var right: Int { textWidth - left }

    private var issuerCell: WordBody {
        var cell = WordBody()
        let size = document.layout.sizes.issuer
        for line in document.parentLines {
            DocxHead.balance(line, style: DocxStyles.parent, size: size, width: left, to: &cell)
        }
        var length = 0.0
        for line in document.issuerLines {
            let room = DocxHead.balance(
                line, style: DocxStyles.issuer, size: size, width: left, to: &cell)
            length = min(TitleWidth.points(line, size: size), room)
        }
        divide(document.layout.underIssuer, below: length, width: left, to: &cell)
        return cell
    }

    private var emblemCell: WordBody {
        let sizes = document.layout.sizes
        var cell = WordBody()
        let styles = [(DocxStyles.state, sizes.state), (DocxStyles.motto, sizes.motto)]
        for (line, (style, _)) in zip(document.emblemLines, styles) {
            cell.paragraph(style, RichText(line))
        }
        if let last = document.emblemLines.last {
            let size = styles[document.emblemLines.count - 1].1
            rule(TitleWidth.points(last, size: size), width: right, to: &cell)
        }
        return cell
    }

    private var numberCell: WordBody {
        var cell = WordBody()
        cell.paragraph(DocxStyles.number, RichText(document.numberLine))
        if let subject = document.letterSubject {
            cell.paragraph(DocxStyles.subject, RichText(subject))
        }
        return cell
    }

    private var dateCell: WordBody {
        var cell = WordBody()
        cell.paragraph(DocxStyles.placeAndDate, RichText(document.placeAndDate))
        return cell
    }

    /// Writes a centred text so that its lines are of like length.
    ///
    /// - Parameter width: twips.
    /// - Returns: the room that a line takes, in points.
    @discardableResult
    static func balance(
        _ text: String, style: String, size: Double, width: Int, to out: inout WordBody
    ) -> Double {
        let whole = Double(width) / 20
        let room = TitleWidth.balanced(text, size: size, room: whole)
        let side = Twips.points((whole - room) / 2)
        out.paragraph(
            style, RichText(text), side > 0 ? .init(left: side, right: side) : .init())
        return room
    }

    /// - Parameter length: points, of the text above.
    private func divide(
        _ divider: DocumentLayout.Divider, below length: Double, width: Int,
        to out: inout WordBody
    ) {
        switch divider {
        case .shortLine: rule(length * DocxHead.shortLine, width: width, to: &out)
        case .text(let sign):
            out.paragraph(DocxStyles.divider, RichText(sign))
        }
    }

    /// - Parameter length: points.
    private func rule(_ length: Double, width: Int, to out: inout WordBody) {
        let side = max(0, (width - Twips.points(length)) / 2)
        out.paragraph(DocxStyles.rule, "", .init(left: side, right: side))
    }

    private func writeAddressees(to out: inout WordBody) {
        let lines = document.addresseeLines
        guard let first = lines.first else {
            out.paragraph(DocxStyles.gap, "")
            return
        }
        if lines.count == 1 {
            out.paragraph(DocxStyles.addressee, RichText("Kính gửi: \(first)"))
            return
        }
        out.paragraph(DocxStyles.gap, "")
        let names = Twips.millimetres(DocxHead.addresseeIndent)
        let lead = Twips.millimetres(DocxHead.addresseeLead)
        out.paragraph(
            DocxStyles.addresseeList, RichText("Kính gửi:\t\(first)"),
            .init(left: names, hanging: lead, tab: names))
        for line in lines.dropFirst() {
            out.paragraph(
                DocxStyles.addresseeList, RichText(line), .init(left: names))
        }
        out.paragraph(DocxStyles.gap, "")
    }

    /// Between the third and the half of the text that the decree allows.
    private static let shortLine = 0.4
    /// Millimetres to the names of several addressees, and back to "Kính gửi:".
    private static let addresseeIndent = 55.0
    private static let addresseeLead = 24.0
}
