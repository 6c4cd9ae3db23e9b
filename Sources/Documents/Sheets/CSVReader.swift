import Domain

/// CSV (RFC 4180) with any of the separators that programs write.
enum CSVReader {
    private static let separators = ",;\t|".utf8
    /// Lines that are looked at to find the separator.
    private static let sampledLines = 20

    static func read(_ text: String) throws(Problem) -> Sheet {
        var text = text[...]
        var separator: UInt8?
        // Excel's own hint, as `sep=;`.
        if text.hasPrefix("sep="), let mark = text.dropFirst(4).utf8.first {
            separator = mark
            text = text.dropFirst(5).drop { $0 == "\n" }
        }
        let bytes = Array(text.utf8)
        return Sheet(rows: try rows(bytes, separator: separator ?? guess(bytes)))
    }

    /// The separator that stands outside quotes in most lines, and there most often.
    static func guess(_ bytes: [UInt8]) -> UInt8 {
        var best = (mark: UInt8(ascii: ","), lines: 0, count: 0)
        for mark in separators {
            var lines = 0
            var found = (mark: mark, lines: 0, count: 0)
            var isQuoted = false
            var isInLine = false
            for byte in bytes {
                if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
                if isQuoted { continue }
                if byte == mark {
                    found.count += 1
                    if !isInLine { found.lines += 1 }
                    isInLine = true
                }
                if byte == UInt8(ascii: "\n") {
                    isInLine = false
                    lines += 1
                    if lines == sampledLines { break }
                }
            }
            if (found.lines, found.count) > (best.lines, best.count) { best = found }
        }
        return best.mark
    }

    private static func rows(_ bytes: [UInt8], separator: UInt8) throws(Problem) -> [Sheet.Row] {
        var parser = CSVParser(separator: separator)
        var rows: [Sheet.Row] = []
        func keep(_ row: Sheet.Row) throws(Problem) {
            guard rows.count < SheetFile.rowsMax else { throw SheetFile.tooManyRows }
            rows.append(row)
        }
        for byte in bytes {
            if let row = parser.take(byte) { try keep(row) }
        }
        if let row = try parser.finish() { try keep(row) }
        return rows
    }
}

/// Rows of CSV, byte by byte.
struct CSVParser {
    private let separator: UInt8
    private var cells: [String] = []
    private var cell: [UInt8] = []
    private var isQuoted = false
    /// The byte before ended a quoted part; a quote after it is one of the text.
    private var isJustClosed = false
    private var number = 1
    private var rowNumber = 1

    init(separator: UInt8) { self.separator = separator }

    /// - Returns: the row that the byte ends; nil also for a row without words.
    mutating func take(_ byte: UInt8) -> Sheet.Row? {
        let wasClosed = isJustClosed
        isJustClosed = false
        switch byte {
        case UInt8(ascii: "\"") where isQuoted:
            isQuoted = false
            isJustClosed = true
        case UInt8(ascii: "\"") where wasClosed:
            cell.append(byte)
            isQuoted = true
        case UInt8(ascii: "\"") where cell.isEmpty: isQuoted = true
        case separator where !isQuoted: endCell()
        case UInt8(ascii: "\n"):
            number += 1
            if isQuoted {
                cell.append(byte)
            } else {
                defer { rowNumber = number }
                return endRow()
            }
        // What remains of another system's end of a line.
        case UInt8(ascii: "\r"): break
        default: cell.append(byte)
        }
        return nil
    }

    /// - Throws: `.invalid` for a quote that nothing closed.
    mutating func finish() throws(Problem) -> Sheet.Row? {
        guard !isQuoted else {
            throw Problem(
                .invalid,
                "có dấu ngoặc kép mở ở dòng \(rowNumber) mà không đóng; hãy sửa dòng đó rồi tải lại."
            )
        }
        return cell.isEmpty && cells.isEmpty ? nil : endRow()
    }

    private mutating func endCell() {
        cells.append(SheetText.tidied(String(decoding: cell, as: UTF8.self)))
        cell.removeAll(keepingCapacity: true)
    }

    private mutating func endRow() -> Sheet.Row? {
        endCell()
        defer { cells.removeAll(keepingCapacity: true) }
        guard cells.contains(where: { !$0.isEmpty }) else { return nil }
        return Sheet.Row(number: rowNumber, cells: Array(cells.prefix(SheetFile.columnsMax)))
    }
}

/// What is done to the words of every cell.
enum SheetText {
    /// Without outer spaces, NFC, and without the apostrophe that keeps a text from being a formula.
    static func tidied(_ text: String) -> String {
        var text = TextReader.composed(text.trimmed)
        if text.first == "'", let next = text.dropFirst().first, "=+-@".contains(next) {
            text.removeFirst()
        }
        // Bytes are counted at once, characters one by one.
        return text.utf8.count > SheetFile.cellLengthMax && text.count > SheetFile.cellLengthMax
            ? String(text.prefix(SheetFile.cellLengthMax)) : text
    }
}
