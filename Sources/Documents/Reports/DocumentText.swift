package import Domain

/// A document as plain text: the same words in the same order as on paper, for reading aloud,
/// comparing and previewing.
package enum DocumentText {
    package static func render(_ document: AdministrativeDocument) -> String {
        var lines = document.parentLines + document.issuerLines + [document.numberLine]
        lines += document.emblemLines + [document.placeAndDate, ""]
        if let subject = document.letterSubject { lines.append(subject) }
        if let kind = document.kindLine { lines += [kind, document.title] }
        lines += addressees(document) + [""]
        lines += document.basisLines
        lines += render(document.body, layout: document.layout)
        lines += [""] + document.signatureLines
        if let name = document.signature.name { lines.append(name) }
        lines += ["", "Nơi nhận:"] + document.recipientLines
        for (index, appendix) in document.appendices.enumerated() {
            lines += ["", document.appendixLabel(at: index), appendix.title.uppercased()]
            lines.append(document.appendixReference)
            lines += render(appendix.body, layout: document.layout)
        }
        return lines.map(spaced).joined(separator: "\n") + "\n"
    }

    private static func addressees(_ document: AdministrativeDocument) -> [String] {
        let lines = document.addresseeLines
        if lines.count < 2 { return lines.map { "Kính gửi: \($0)" } }
        return ["Kính gửi:"] + lines
    }

    private static func render(_ blocks: [DocumentBlock], layout: DocumentLayout) -> [String] {
        var numbers = HeadingNumbers(layout: layout)
        return blocks.flatMap { block -> [String] in
            switch block {
            case .heading(let level, let title):
                let label = numbers.label(level: level, title)
                return level == 1 ? ["", label] : [label]
            case .paragraph(let text): return [text.plain]
            case .item(let depth, let text): return [(depth == 1 ? "- " : "  + ") + text.plain]
            case .table(let table): return rows(of: table)
            }
        }
    }

    private static func rows(of table: DocumentTable) -> [String] {
        let head = table.columns.map(\.title)
        let rows = table.rows.map { row in
            switch row {
            case .cells(let cells):
                cells.map { $0.plain.split(separator: "\n").joined(separator: " / ") }
            case .group(let title): [title]
            }
        }
        return ([head] + rows).map { "| " + $0.joined(separator: " | ") + " |" }
    }

    /// No-break spaces keep room on paper only.
    private static func spaced(_ line: String) -> String {
        String(line.map { $0 == "\u{A0}" ? " " : $0 })
    }
}
