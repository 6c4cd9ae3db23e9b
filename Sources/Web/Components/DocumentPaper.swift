import Domain

/// What stands beside the words of a document on the screen, and never on paper.
struct PaperNotes: Sendable {
    /// In front of a block of the text, by its place.
    var before: [Int: HTML] = [:]
    /// Where a source of a sentence is opened, and how it is called; nil: it is not shown.
    var source: @Sendable (ReportSource) -> (label: String, path: String)? = { _ in nil }

    /// Links to what a sentence was made from: one stands by, many are folded.
    func links(_ text: RichText) -> HTML? {
        let found = text.sources.compactMap(source)
        guard let first = found.first else { return nil }
        let links: [HTML] = found.map { "<a href=\"\($0.path)\">\($0.label)</a>" }
        if found.count == 1 {
            return " <a class=\"paper__source no-print\" href=\"\(first.path)\">\(first.label)</a>"
        }
        return """
             <details class="paper__source no-print"><summary>\(found.count) nguồn</summary>\
            \(links.map { "\($0) " as HTML })</details>
            """
    }
}

/// A document as it will look on paper, to read on the screen; the Word file is the exact one.
enum DocumentPaper {
    static func sheet(
        _ document: AdministrativeDocument, _ notes: PaperNotes = PaperNotes()
    ) -> HTML {
        let appendices: [HTML] = document.appendices.indices.map {
            appendix($0, of: document, notes)
        }
        return """
            <article class="paper" aria-label="Bản xem trước">
            \(head(document))
            \(title(document))
            \(addressees(document))
            \(document.basisLines.map { "<p class=\"paper__basis\">\($0)</p>" as HTML })
            \(blocks(document.body, document.layout, notes))
            \(foot(document))
            \(appendices)
            </article>
            """
    }

    private static func lines(_ lines: [String]) -> [HTML] {
        lines.map { "<span class=\"paper__line\">\($0)</span>" }
    }

    private static func head(_ document: AdministrativeDocument) -> HTML {
        let mark: HTML =
            switch document.layout.underIssuer {
            case .shortLine: "<hr class=\"paper__rule\">"
            case .text(let text): "<span class=\"paper__line\">\(text)</span>"
            }
        let right = document.emblemLines
        return """
            <div class="paper__head">
            <div>\(lines(document.parentLines))<strong>\(lines(document.issuerLines))</strong>\(mark)\
            <span class="paper__line">\(document.numberLine)</span></div>
            <div><strong>\(lines(right))</strong><hr class="paper__rule paper__rule--long">\
            <em class="paper__line">\(document.placeAndDate)</em></div>
            </div>
            """
    }

    private static func title(_ document: AdministrativeDocument) -> HTML {
        if let subject = document.letterSubject {
            return "<p class=\"paper__title\">\(subject)</p>"
        }
        return """
            <p class="paper__title"><strong>\(lines([document.kindLine ?? ""]))\
            \(lines([document.title]))</strong></p>
            """
    }

    private static func addressees(_ document: AdministrativeDocument) -> HTML? {
        let lines = document.addresseeLines
        if lines.isEmpty { return nil }
        return lines.count == 1
            ? "<p class=\"paper__to\">Kính gửi: \(lines[0])</p>"
            : "<p class=\"paper__to\">Kính gửi:\(Self.lines(lines))</p>"
    }

    private static func blocks(
        _ blocks: [DocumentBlock], _ layout: DocumentLayout, _ notes: PaperNotes
    ) -> [HTML] {
        var numbers = HeadingNumbers(layout: layout)
        return blocks.enumerated().map { index, block in
            let own: HTML =
                switch block {
                case .heading(let level, let title):
                    heading(level, numbers.label(level: level, title))
                case .paragraph(let text):
                    "<p class=\"paper__text\">\(rich(text))\(notes.links(text))</p>"
                case .item(let depth, let text):
                    """
                    <p class="paper__text">\(depth == 1 ? "- " : "+ ")\(rich(text))\
                    \(notes.links(text))</p>
                    """
                case .table(let table): self.table(table, notes)
                }
            return "\(notes.before[index])\(own)"
        }
    }

    private static func heading(_ level: Int, _ title: String) -> HTML {
        switch level {
        case 1: "<h2 class=\"paper__heading\">\(title)</h2>"
        case 2: "<h3 class=\"paper__heading\">\(title)</h3>"
        default: "<h4 class=\"paper__heading paper__heading--point\">\(title)</h4>"
        }
    }

    private static func rich(_ text: RichText) -> HTML {
        let runs: [HTML] = text.runs.map { run in
            let lines: [HTML] = run.text.split(separator: "\n", omittingEmptySubsequences: false)
                .enumerated().map {
                    $0.offset == 0 ? "\(String($0.element))" : "<br>\(String($0.element))"
                }
            switch run.style {
            case .plain: return "\(lines)"
            case .bold: return "<strong>\(lines)</strong>"
            case .italic: return "<em>\(lines)</em>"
            case .gap: return "<mark class=\"paper__gap\">\(lines)</mark>"
            }
        }
        return "\(runs)"
    }

    private static func table(_ table: DocumentTable, _ notes: PaperNotes) -> HTML {
        let heads: [HTML] = table.columns.map { "<th scope=\"col\">\($0.title)</th>" }
        let rows: [HTML] = table.rows.map { row in
            switch row {
            case .group(let title):
                return
                    "<tr><th colspan=\"\(table.columns.count)\" scope=\"colgroup\">\(title)</th></tr>"
            case .cells(let cells):
                let cells: [HTML] = cells.enumerated().map { index, cell in
                    let name: HTML =
                        table.columns[index].alignment == .left
                        ? "" : " class=\"paper__cell--\(table.columns[index].alignment.rawValue)\""
                    return "<td\(name)>\(rich(cell))\(notes.links(cell))</td>"
                }
                return "<tr>\(cells)</tr>"
            }
        }
        return """
            <div class="table-scroll" tabindex="0"><table class="paper__table">\
            <caption class="visually-hidden">\(table.summary)</caption>\
            <thead><tr>\(heads)</tr></thead><tbody>\(rows)</tbody></table></div>
            """
    }

    private static func foot(_ document: AdministrativeDocument) -> HTML {
        """
        <div class="paper__foot">
        <div class="paper__recipients"><strong><em>Nơi nhận:</em></strong>\(lines(document.recipientLines))</div>
        <div class="paper__signature"><strong>\(lines(document.signatureLines))</strong>\
        <strong class="paper__signer">\(document.signature.name ?? "")</strong></div>
        </div>
        """
    }

    private static func appendix(
        _ index: Int, of document: AdministrativeDocument, _ notes: PaperNotes
    ) -> HTML {
        let appendix = document.appendices[index]
        return """
            <section class="paper__appendix">
            <p class="paper__title"><strong>\(lines([document.appendixLabel(at: index), appendix.title.uppercased()]))</strong>\
            <em>\(document.appendixReference)</em></p>
            \(blocks(appendix.body, document.layout, PaperNotes(source: notes.source)))
            </section>
            """
    }

    static let samples: [Sample] = {
        var document = AdministrativeDocument(
            layout: .state, kind: .report, issuer: ["Ủy ban nhân dân", "phường An Mẫu"],
            issuerSymbol: "UBND", place: "An Mẫu", date: IssueDate(year: 2026, month: 12),
            addressees: ["UBND thành phố Hải Mẫu"],
            signature: DocumentSignature(
                lines: [.init(.onBehalf, "Ủy ban nhân dân"), .init("Chủ tịch")], name: nil),
            recipients: ["Như trên"], archive: "VT")
        document.title = "Kết quả năm 2026"
        document.body = [
            .heading(level: 1, "Kết quả"), .heading(level: 2, Sample.longWords),
            .paragraph(RichText("Đã hoàn thành 7/12 nhiệm vụ. ") + .gap("bổ sung")),
        ]
        return [Sample("Báo cáo", sheet(document))]
    }()
}
