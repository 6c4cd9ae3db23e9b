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
    private static func guess(_ bytes: [UInt8]) -> UInt8 {
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
        var rows: [Sheet.Row] = []
        var cells: [String] = []
        var cell: [UInt8] = []
        var isQuoted = false
        var number = 1
        var rowNumber = 1
        func end() throws(Problem) {
            cells.append(Self.text(cell))
            cell.removeAll(keepingCapacity: true)
            if cells.contains(where: { !$0.isEmpty }) {
                guard rows.count < SheetFile.rowsMax else { throw SheetFile.tooManyRows }
                rows.append(
                    Sheet.Row(number: rowNumber, cells: Array(cells.prefix(SheetFile.columnsMax))))
            }
            cells.removeAll(keepingCapacity: true)
        }
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            if isQuoted {
                if byte == UInt8(ascii: "\"") {
                    if index < bytes.count, bytes[index] == byte {
                        cell.append(byte)
                        index += 1
                    } else {
                        isQuoted = false
                    }
                } else {
                    if byte == UInt8(ascii: "\n") { number += 1 }
                    cell.append(byte)
                }
            } else if byte == UInt8(ascii: "\""), cell.isEmpty {
                isQuoted = true
            } else if byte == separator {
                cells.append(Self.text(cell))
                cell.removeAll(keepingCapacity: true)
            } else if byte == UInt8(ascii: "\n") {
                try end()
                number += 1
                rowNumber = number
            } else {
                cell.append(byte)
            }
        }
        if !cell.isEmpty || !cells.isEmpty { try end() }
        guard !isQuoted else {
            throw Problem(
                .invalid,
                "có dấu ngoặc kép mở ở dòng \(rowNumber) mà không đóng; hãy sửa dòng đó rồi tải lại."
            )
        }
        return rows
    }

    private static func text(_ cell: [UInt8]) -> String {
        SheetText.tidied(String(decoding: cell, as: UTF8.self))
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
        return text.count > SheetFile.cellLengthMax
            ? String(text.prefix(SheetFile.cellLengthMax)) : text
    }
}
