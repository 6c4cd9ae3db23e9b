package import Domain
import Foundation
import FoundationXML

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

    /// Reads one part. Word writes no document type definition, so that one is refused at once:
    /// entities that grow or reach outside can only come from there.
    private static func parse(_ part: [UInt8], with reader: DocxPart) throws(Problem) {
        guard part[...].firstRange(of: "<!DOCTYPE") == nil else {
            throw Problem(
                .invalid,
                """
                chứa khai báo XML lạ mà Word không bao giờ ghi, có thể gây hại, nên bị từ chối; hãy \
                mở bằng Word, lưu lại rồi tải lại.
                """)
        }
        // XMLParser(data:) refuses 10 MB and more; the stream does not.
        let parser = XMLParser(stream: InputStream(data: Data(part)))
        parser.shouldProcessNamespaces = false
        parser.delegate = reader
        guard (parser.parse() && reader.isComplete) || reader.isStopped else {
            throw ZipReader.damaged
        }
    }
}

/// One part of a Word file on its way through the parser.
class DocxPart: NSObject, XMLParserDelegate {
    /// That the reader has enough and wants no more of the part.
    private(set) var isStopped = false
    private var parser: XMLParser?
    private var depth = 0
    private var isEmpty = true

    /// That every element was closed; the parser of a stream does not mind its sudden end.
    var isComplete: Bool { depth == 0 && !isEmpty }

    func begin(_ name: String, _ attributes: [String: String]) {}
    func end(_ name: String) {}
    func take(_ text: String) {}

    final func stop() {
        isStopped = true
        parser?.abortParsing()
    }

    final func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
        qualifiedName: String?, attributes: [String: String]
    ) {
        self.parser = parser
        depth += 1
        isEmpty = false
        if !isStopped { begin(name, attributes) }
    }

    final func parser(
        _ parser: XMLParser, didEndElement name: String, namespaceURI: String?,
        qualifiedName: String?
    ) {
        depth -= 1
        if !isStopped { end(name) }
    }

    final func parser(_ parser: XMLParser, foundCharacters string: String) {
        if !isStopped { take(string) }
    }
}

/// `_rels/.rels`: where the main part is.
private final class DocxRelations: DocxPart {
    private(set) var officeDocument: String?

    override func begin(_ name: String, _ attributes: [String: String]) {
        guard name == "Relationship", attributes["Type"]?.hasSuffix("/officeDocument") == true
        else { return }
        officeDocument = attributes["Target"].map {
            $0.hasPrefix("/") ? String($0.dropFirst()) : $0
        }
    }
}
