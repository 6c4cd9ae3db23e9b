package import Domain

/// A Word file (ECMA-376, WordprocessingML): its paragraphs as lines, its tables with their cells.
///
/// Pictures, headers and footers of pages, footnotes, comments, hidden and deleted text are left
/// out. Automatic numbers are written out as Word shows them.
package enum DocxReader {
    package static func read(_ bytes: [UInt8], name: String) throws(Problem) -> SourceText {
        do throws(Problem) {
            return try read(bytes)
        } catch {
            throw Problem(error.kind, "Tệp «\(name)» \(error.message)")
        }
    }

    private static func read(_ bytes: [UInt8]) throws(Problem) -> SourceText {
        let zip = try ZipReader(bytes)
        let main = try mainPart(of: zip)
        guard let document = try zip.entry(main) else { throw ZipReader.damaged }
        let folder = main.split(separator: "/").dropLast().joined(separator: "/") + "/"
        let numbering = DocxNumbering()
        for part in ["styles.xml", "numbering.xml"] {
            if let content = try zip.entry(folder + part) { try parse(content, with: numbering) }
        }
        let body = DocxBody(numbering: numbering)
        try parse(document, with: body)
        if body.isTooLong {
            throw Problem(
                .tooLarge,
                """
                có hơn \(PlanFile.linesMax) đoạn, quá dài so với một kế hoạch; hãy tách riêng phần \
                kế hoạch rồi tải lại.
                """)
        }
        return SourceText(origin: .docx, lines: body.lines, tables: body.tables)
    }

    /// The name of the part with the text (ECMA-376 part 2, 8.3: found by its relationship).
    private static func mainPart(of zip: borrowing ZipReader) throws(Problem) -> String {
        guard let relations = try zip.entry("_rels/.rels") else { throw foreign }
        let found = DocxRelations()
        try parse(relations, with: found)
        guard let target = found.officeDocument else { throw foreign }
        if target.hasPrefix("xl/") {
            throw Problem(
                .invalid,
                """
                là bảng tính Excel, không phải văn bản; hãy tải kế hoạch dạng .docx hoặc .pdf.
                """)
        }
        if target.hasPrefix("ppt/") {
            throw Problem(
                .invalid,
                "là bản trình chiếu, không phải văn bản; hãy tải kế hoạch dạng .docx hoặc .pdf.")
        }
        return target
    }

    private static let foreign = Problem(
        .invalid,
        """
        là tệp nén nhưng không phải văn bản Word; hãy giải nén, hoặc lưu kế hoạch dạng .docx rồi \
        tải lại.
        """)

    private static let hostile = Problem(
        .invalid,
        """
        chứa khai báo XML lạ mà Word không bao giờ ghi, có thể gây hại, nên bị từ chối; hãy mở bằng \
        Word, lưu lại rồi tải lại.
        """)

    /// Reads one part.
    private static func parse(_ part: [UInt8], with reader: XMLReceiver) throws(Problem) {
        // Some programs write their parts in UTF-16, which the standard allows.
        let isWide = part.starts(with: [0xFF, 0xFE]) || part.starts(with: [0xFE, 0xFF])
        let text = isWide ? TextReader.decode(part).map { Array($0.utf8) } ?? [] : part
        do throws(XMLScanner.Fault) {
            try XMLScanner.scan(text, into: reader)
        } catch {
            switch error {
            case .malformed: throw ZipReader.damaged
            case .documentType: throw hostile
            }
        }
    }
}

/// `_rels/.rels`: where the main part is.
private final class DocxRelations: XMLReceiver {
    private(set) var officeDocument: String?

    override func begin(_ name: String, _ attributes: [String: String]) {
        guard name == "Relationship", attributes["Type"]?.hasSuffix("/officeDocument") == true
        else { return }
        officeDocument = attributes["Target"].map {
            $0.hasPrefix("/") ? String($0.dropFirst()) : $0
        }
    }
}
