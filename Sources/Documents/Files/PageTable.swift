/// A table on a page with lines drawn around its cells.
struct PageTable: Sendable, Equatable {
    var top: Double
    var bottom: Double
    /// Cells from left to right; a covered place repeats the text that covers it.
    var rows: [[String]]
    /// The same with the text of merged cells only at its first place.
    var written: [[String]]

    /// Points by which lines that meet may miss each other.
    private static let slack = 3.0
    private static let columnsMax = 64

    /// The tables that rules make, with the pieces of text inside; the words left over stay lines.
    static func find(_ rules: PageRules, in page: PageWords) -> (
        tables: [PageTable], rest: PageWords
    ) {
        var rest = page
        var tables: [PageTable] = []
        for frame in frames(rules) {
            let columns = places(frame.vertical.map(\.at))
            let rows = places(frame.horizontal.map(\.at))
            guard columns.count >= 3, columns.count <= columnsMax, rows.count >= 2,
                let left = columns.first, let right = columns.last, let top = rows.first,
                let bottom = rows.last
            else { continue }
            var inside: [PageWords.Piece] = []
            rest.takePieces { piece in
                let x = (piece.left + piece.right) / 2
                let y = (piece.top + piece.bottom) / 2
                guard x > left, x < right, y > top, y < bottom else { return false }
                inside.append(piece)
                return true
            }
            let table = PageTable(columns: columns, rows: rows, rules: frame, pieces: inside)
            tables.append(table)
        }
        return (tables.sorted { $0.top < $1.top }, rest)
    }

    private init(
        columns: [Double], rows: [Double], rules: PageRules, pieces: [PageWords.Piece]
    ) {
        let width = columns.count - 1
        let height = rows.count - 1
        // Every place belongs to a cell, named by its first place.
        var cells = Array(0..<(width * height))
        func merge(_ one: Int, _ other: Int) {
            let (from, to) = (max(cells[one], cells[other]), min(cells[one], cells[other]))
            for index in cells.indices where cells[index] == from { cells[index] = to }
        }
        for row in 0..<height {
            let y = (rows[row] + rows[row + 1]) / 2
            for column in 0..<width {
                let x = (columns[column] + columns[column + 1]) / 2
                let place = row * width + column
                if column + 1 < width, !Self.isDrawn(rules.vertical, at: columns[column + 1], y) {
                    merge(place, place + 1)
                }
                if row + 1 < height, !Self.isDrawn(rules.horizontal, at: rows[row + 1], x) {
                    merge(place, place + width)
                }
            }
        }
        var content: [Int: [PageWords.Piece]] = [:]
        for piece in pieces {
            let column = columns.lastIndex { $0 <= (piece.left + piece.right) / 2 } ?? 0
            let row = rows.lastIndex { $0 <= (piece.top + piece.bottom) / 2 } ?? 0
            content[cells[min(row, height - 1) * width + min(column, width - 1)], default: []]
                .append(piece)
        }
        let texts = content.mapValues(Self.text)
        top = rows[0]
        bottom = rows[height]
        self.rows = (0..<height).map { row in
            (0..<width).map { texts[cells[row * width + $0]] ?? "" }
        }
        written = (0..<height).map { row in
            (0..<width).map { column in
                let place = row * width + column
                return cells[place] == place ? texts[place] ?? "" : ""
            }
        }
    }

    private static func isDrawn(_ rules: [PageRules.Rule], at place: Double, _ middle: Double)
        -> Bool
    {
        rules.contains {
            abs($0.at - place) < slack && $0.start < middle && $0.end > middle
        }
    }

    /// The words of a cell, line by line.
    private static func text(_ pieces: [PageWords.Piece]) -> String {
        var lines: [[PageWords.Piece]] = []
        for piece in pieces.sorted(by: { $0.top < $1.top }) {
            if let first = lines.last?.first,
                piece.top < (first.top + first.bottom) / 2
            {
                lines[lines.count - 1].append(piece)
            } else {
                lines.append([piece])
            }
        }
        var text = ""
        for line in lines {
            var words = ""
            var before: PageWords.Piece?
            for piece in line.sorted(by: { $0.left < $1.left }) {
                words += (before.map(piece.touches) ?? true ? "" : " ") + piece.text
                before = piece
            }
            text = text.isEmpty ? words : PageLayout.join(text, words)
        }
        return text
    }

    /// Rules that hang together, each group a table.
    private static func frames(_ rules: PageRules) -> [PageRules] {
        var groups: [(top: Double, bottom: Double, vertical: [PageRules.Rule])] = []
        for rule in rules.vertical.sorted(by: { $0.start < $1.start }) {
            if let last = groups.indices.last, rule.start < groups[last].bottom + slack {
                groups[last].bottom = max(groups[last].bottom, rule.end)
                groups[last].vertical.append(rule)
            } else {
                groups.append((rule.start, rule.end, [rule]))
            }
        }
        return groups.map { group in
            var frame = rules
            frame.vertical = group.vertical
            // Bars of letters side by side ("TT") are as long, but do not reach from line to line.
            func isMet(_ place: Double) -> Bool {
                group.vertical.contains { abs($0.at - place) < slack }
            }
            frame.horizontal = rules.horizontal.filter {
                $0.at > group.top - slack && $0.at < group.bottom + slack && isMet($0.start)
                    && isMet($0.end)
            }
            return frame
        }
    }

    /// Distinct places in order.
    private static func places(_ all: [Double]) -> [Double] {
        all.sorted().reduce(into: []) { places, place in
            if let last = places.last, place - last < slack { return }
            places.append(place)
        }
    }
}

extension PageWords {
    /// Takes pieces out of the lines; what is left of a line is a line again.
    mutating func takePieces(where isTaken: (Piece) -> Bool) {
        lines = lines.compactMap { line in
            let left = line.pieces.filter { !isTaken($0) }
            guard left.count < line.pieces.count else { return line }
            guard let first = left.first else { return nil }
            var rest = Line(
                text: "", left: first.left, right: first.right, top: first.top,
                bottom: first.bottom, firstWord: first.right - first.left, pieces: left)
            var before: Piece?
            for piece in left {
                let isJoined = before.map(piece.touches) ?? true
                rest.text += (isJoined ? "" : " ") + piece.text
                rest.right = max(rest.right, piece.right)
                before = piece
            }
            return rest
        }
    }

    /// Whether most lines are short, as those of cells are.
    var looksTabular: Bool {
        let short = lines.count { $0.right - $0.left < width * 0.4 }
        return lines.count >= 8 && short * 2 >= lines.count
    }
}
