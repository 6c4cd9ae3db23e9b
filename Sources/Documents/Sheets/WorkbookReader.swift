import Domain

/// An Excel workbook (ECMA-376, SpreadsheetML): the cells of its first visible sheet with words.
///
/// Formulas count by their last result; macros, charts, comments and pictures are left alone.
enum WorkbookReader {
    /// Bytes of one part unpacked: 60,000 rows of forty cells.
    private static let partBytesMax = 100 * 1024 * 1024

    static func read(_ bytes: [UInt8]) throws(Problem) -> Sheet {
        let zip = try ZipReader(bytes, entryBytesMax: partBytesMax)
        guard let book = try zip.entry("xl/workbook.xml") else { throw foreign(zip) }
        let parts = WorkbookParts()
        try scan(book, into: parts)
        if let relations = try zip.entry("xl/_rels/workbook.xml.rels") {
            try scan(relations, into: parts)
        }
        let styles = WorkbookStyles()
        if let part = try zip.entry("xl/styles.xml") { try scan(part, into: styles) }
        let strings = SharedStrings()
        if let part = try zip.entry("xl/sharedStrings.xml") { try scan(part, into: strings) }

        var notes: [String] = []
        if try zip.entry("xl/vbaProject.bin") != nil {
            notes.append("Tệp có macro; chỉ đọc các ô, macro không được chạy.")
        }
        var chosen: (name: String, cells: WorksheetCells)?
        var others: [String] = []
        for sheet in parts.sheets {
            if sheet.isHidden {
                notes.append("Trang tính «\(sheet.name)» đang ẩn nên không đọc.")
                continue
            }
            if chosen != nil {
                others.append("«\(sheet.name)»")
                continue
            }
            guard let path = parts.path(of: sheet), let part = try zip.entry(path) else { continue }
            let cells = WorksheetCells(
                strings: strings.texts, dateStyles: styles.dateStyles, is1904: parts.is1904)
            try scan(part, into: cells)
            if cells.hasTooManyRows { throw SheetFile.tooManyRows }
            if !cells.rows.isEmpty { chosen = (sheet.name, cells) }
        }
        guard let chosen else { return Sheet(rows: [], notes: notes) }
        if !others.isEmpty {
            notes.append(
                "Chỉ đọc trang tính «\(chosen.name)»; còn \(others.joined(separator: ", ")) thì chưa."
            )
        }
        notes += chosen.cells.notes
        return decoded(chosen.cells.mergedRows, notes)
    }

    /// Text in the fonts of before Unicode (.VnTime, VNI) is read as what it shows.
    private static func decoded(_ rows: [Sheet.Row], _ notes: [String]) -> Sheet {
        let sample = rows.prefix(200).flatMap(\.cells).joined(separator: " ")
        guard let letters = oldLetters(sample),
            let encoding = LegacyVietnamese.encoding(of: letters[...])
        else { return Sheet(rows: rows, notes: notes) }
        let decoded = rows.map { row in
            Sheet.Row(
                number: row.number,
                cells: row.cells.map { cell in
                    oldLetters(cell).map { encoding.text($0[...]) } ?? cell
                })
        }
        return Sheet(
            rows: decoded,
            notes: notes + ["Chữ trong tệp dùng phông \(encoding.title), đã đổi sang Unicode."])
    }

    /// The bytes of a text with marked letters, none of them of Unicode's Vietnamese; nil otherwise.
    private static func oldLetters(_ text: String) -> [UInt8]? {
        var hasMarked = false
        var bytes: [UInt8] = []
        for scalar in text.unicodeScalars {
            guard let byte = UInt8(exactly: scalar.value) else { return nil }
            if byte >= 0x80 { hasMarked = true }
            bytes.append(byte)
        }
        return hasMarked ? bytes : nil
    }

    private static func foreign(_ zip: borrowing ZipReader) -> Problem {
        let isWord = (try? zip.entry("word/document.xml")) ?? nil != nil
        return Problem(
            .invalid,
            isWord
                ? "là văn bản Word, không phải bảng tính; hãy chép bảng sang Excel, lưu dạng .xlsx rồi tải lại."
                : "là tệp nén nhưng không phải bảng tính Excel; hãy giải nén, hoặc lưu dạng .xlsx rồi tải lại."
        )
    }

    private static func scan(_ part: [UInt8], into receiver: XMLReceiver) throws(Problem) {
        do throws(XMLScanner.Fault) {
            try XMLScanner.scan(part, into: receiver)
        } catch {
            switch error {
            case .malformed: throw ZipReader.damaged
            case .documentType:
                throw Problem(
                    .invalid,
                    """
                    chứa khai báo XML lạ mà Excel không bao giờ ghi, có thể gây hại, nên bị từ chối; \
                    hãy mở bằng Excel, lưu lại rồi tải lại.
                    """)
            }
        }
    }
}

/// `xl/workbook.xml` and its relationships: which sheets there are, and where.
private final class WorkbookParts: XMLReceiver {
    struct Entry {
        let name: String
        let relation: String
        let isHidden: Bool
    }

    private(set) var sheets: [Entry] = []
    /// Days count from 1 January 1904, as old programs of the Macintosh count them.
    private(set) var is1904 = false
    private var targets: [String: String] = [:]

    override func begin(_ name: String, _ attributes: [String: String]) {
        switch SheetXML.local(name) {
        case "sheet":
            let state = attributes["state"] ?? "visible"
            sheets.append(
                Entry(
                    name: attributes["name"] ?? "", relation: attributes["r:id"] ?? "",
                    isHidden: state != "visible"))
        case "workbookPr":
            is1904 = ["1", "true"].contains(attributes["date1904"])
        case "Relationship":
            if let id = attributes["Id"], let target = attributes["Target"] {
                targets[id] = target
            }
        default: break
        }
    }

    func path(of sheet: Entry) -> String? {
        targets[sheet.relation].map { $0.hasPrefix("/") ? String($0.dropFirst()) : "xl/" + $0 }
    }
}

/// `xl/styles.xml`: which cell formats show a number as a day.
private final class WorkbookStyles: XMLReceiver {
    private(set) var dateStyles: Set<Int> = []
    private var dateFormats: Set<Int> = []
    private var styles = 0
    private var isInFormats = false

    override func begin(_ name: String, _ attributes: [String: String]) {
        switch SheetXML.local(name) {
        case "numFmt":
            if let id = Int(attributes["numFmtId"] ?? ""), let code = attributes["formatCode"],
                Self.isDate(code)
            {
                dateFormats.insert(id)
            }
        case "cellXfs": isInFormats = true
        case "xf" where isInFormats:
            let format = Int(attributes["numFmtId"] ?? "") ?? 0
            if Self.isBuiltInDate(format) || dateFormats.contains(format) {
                dateStyles.insert(styles)
            }
            styles += 1
        default: break
        }
    }

    override func end(_ name: String) {
        if SheetXML.local(name) == "cellXfs" { isInFormats = false }
    }

    /// - Source: ECMA-376-1, 18.8.30: formats with these numbers are days in every program.
    private static func isBuiltInDate(_ format: Int) -> Bool {
        [14...17, 22...22, 27...31, 36...36, 50...54, 57...58].contains { $0.contains(format) }
    }

    /// A format of its own with a letter for the day or the year outside quotes and brackets.
    private static func isDate(_ code: String) -> Bool {
        var plain = ""
        var closing: Character?
        for letter in code.lowercased() {
            if let mark = closing {
                if letter == mark { closing = nil }
            } else if letter == "\"" {
                closing = "\""
            } else if letter == "[" {
                closing = "]"
            } else {
                plain.append(letter)
            }
        }
        return plain.contains("d") || plain.contains("y")
    }
}

/// `xl/sharedStrings.xml`.
private final class SharedStrings: XMLReceiver {
    private(set) var texts: [String] = []
    private var text = ""
    private var isText = false
    /// Within the reading aid that Japanese programs add.
    private var isPhonetic = false

    override func begin(_ name: String, _ attributes: [String: String]) {
        switch SheetXML.local(name) {
        case "si": text = ""
        case "t": isText = !isPhonetic
        case "rPh": isPhonetic = true
        default: break
        }
    }

    override func take(_ text: String) {
        if isText { self.text += text }
    }

    override func end(_ name: String) {
        switch SheetXML.local(name) {
        case "si": texts.append(text)
        case "t": isText = false
        case "rPh": isPhonetic = false
        default: break
        }
    }
}

enum SheetXML {
    /// A name without its prefix.
    static func local(_ name: String) -> Substring {
        name.lastIndex(of: ":").map { name[name.index(after: $0)...] } ?? name[...]
    }
}
