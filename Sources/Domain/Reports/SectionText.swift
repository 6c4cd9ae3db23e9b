/// A part of a report as a person edits it: one line for each paragraph and item.
///
///     a) Kiểm tra các chợ
///     - Đã kiểm tra 03 chợ.
///     + Chợ Mẫu: còn 01 tồn tại.
///     [Bảng 1: Chỉ tiêu của kế hoạch]
///
/// A line in brackets that names a table keeps the table, which goes on being computed; other words
/// in brackets are an open place.
package enum SectionText {
    package static func lines(of blocks: [DocumentBlock]) -> [String] {
        var (tables, points) = (0, HeadingNumbers(layout: .state))
        return blocks.map { block in
            switch block {
            case .heading(_, let title): return points.label(level: 3, title)
            case .paragraph(let text): return line(text)
            case .item(let depth, let text): return (depth == 1 ? "- " : "+ ") + line(text)
            case .table(let table):
                tables += 1
                return mark(tables, table)
            }
        }
    }

    /// One paragraph is one line.
    private static func line(_ text: RichText) -> String {
        text.plain.split(whereSeparator: \.isNewline).joined(separator: " ")
    }

    private static func mark(_ number: Int, _ table: DocumentTable) -> String {
        "\(markLead)\(number): \(table.summary)]"
    }

    private static let markLead = "[Bảng "

    /// The same with the rows of tables below the line that names the table, each after a bar: what
    /// a later draft is compared with.
    package static func told(_ blocks: [DocumentBlock]) -> [String] {
        zip(blocks, lines(of: blocks)).flatMap { block, line -> [String] in
            guard case .table(let table) = block else { return [line] }
            return [line]
                + table.rows.map { row in
                    switch row {
                    case .group(let title): rowLead + title
                    case .cells(let cells):
                        rowLead
                            + cells.map {
                                $0.plain.split(whereSeparator: \.isNewline).joined(separator: " ")
                            }.joined(separator: " | ")
                    }
                }
        }
    }

    static let rowLead = "| "

    /// Whether a line names a table.
    static func isTable(_ line: String) -> Bool { line.hasPrefix(markLead) }

    /// Reads what a person wrote; lines that stand in the draft keep its bold words, tables and
    /// sources.
    package static func blocks(_ text: String, over drafted: [DocumentBlock]) -> [DocumentBlock] {
        let tables = drafted.compactMap { block -> DocumentTable? in
            if case .table(let table) = block { table } else { nil }
        }
        let known = Dictionary(
            zip(lines(of: drafted), drafted), uniquingKeysWith: { first, _ in first })
        let leads = Set(drafted.flatMap(leads))
        return text.split(whereSeparator: \.isNewline).compactMap { raw in
            let line = trimmed(raw)
            if line.isEmpty { return nil }
            if let block = known[line] { return block }
            if line.hasPrefix(markLead),
                let number = Int(
                    line.dropFirst(markLead.count).prefix { $0.isNumber }),
                tables.indices.contains(
                    number - 1)
            {
                return .table(tables[number - 1])
            }
            if let point = line.firstMatch(of: point) { return .heading(level: 3, String(point.1)) }
            if let item = rest(of: line, after: ["- ", "– ", "• "]) {
                return .item(depth: 1, rich(item, leads))
            }
            if let item = rest(of: line, after: ["+ "]) {
                return .item(depth: 2, rich(item, leads))
            }
            return .paragraph(rich(line, leads))
        }
    }

    nonisolated(unsafe) private static let point = /[a-zđ]{1,2}\)\s+(.+)/

    private static func trimmed(_ line: Substring) -> String {
        var line = line.drop { $0.isWhitespace }
        while line.last?.isWhitespace == true { line.removeLast() }
        return String(line)
    }

    private static func rest(of line: String, after leads: [String]) -> String? {
        leads.first { line.hasPrefix($0) }.map { String(line.dropFirst($0.count)) }
    }

    /// Bold words at the head of an item, as `Công an phường: `.
    private static func leads(_ block: DocumentBlock) -> [String] {
        guard case .item(_, let text) = block, let first = text.runs.first, first.style == .bold
        else { return [] }
        return [first.text]
    }

    private static func rich(_ text: String, _ leads: Set<String>) -> RichText {
        let lead = leads.first { text.hasPrefix($0) }
        var rich = RichText(lead ?? "", .bold)
        var rest = Substring(lead.map { String(text.dropFirst($0.count)) } ?? text)
        while let open = rest.firstIndex(of: "["), let close = rest[open...].firstIndex(of: "]") {
            rich = rich + String(rest[..<open])
            rich = rich + .gap(String(rest[rest.index(after: open)..<close]))
            rest = rest[rest.index(after: close)...]
        }
        return rich + String(rest)
    }
}
