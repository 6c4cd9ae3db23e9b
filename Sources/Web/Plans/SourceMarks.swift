import Domain
import Storage

/// Which words of the source were understood as what.
struct SourceMarks: Sendable {
    enum Kind: String, Sendable {
        case unit, due, aim, repair

        var title: String {
            switch self {
            case .unit: "đơn vị"
            case .due: "thời hạn"
            case .aim: "chỉ tiêu"
            case .repair: "nghi lỗi quét hoặc gõ"
            }
        }
    }

    struct Mark: Sendable, Equatable {
        /// Places of bytes in the line.
        let range: Range<Int>
        let kind: Kind
    }

    private var byLine: [Int: [Mark]] = [:]

    /// - Parameter tasks: as people corrected them; their deadlines and targets bear the words of
    ///   the text.
    init(_ version: PlanVersion, tasks: [PlanTask]) {
        let lines = Dictionary(
            version.source.lines.map { ($0.number, Array($0.text.utf8)) },
            uniquingKeysWith: { first, _ in first })
        for repair in version.reading.repairs {
            if let line = lines[repair.line], let range = Self.place(of: repair.found, in: line) {
                add(range, .repair, at: repair.line)
            }
        }
        let spellings = version.reading.units.flatMap { [$0.canonical] + $0.aliases }
            .map { Array($0.utf8) }.filter { $0.count >= Self.spellingBytesMin }
            .sorted { $0.count > $1.count }
        for task in tasks {
            let numbers = (task.lineStart...max(task.lineStart, task.lineEnd))
                .filter { lines[$0] != nil }
            let wanted: [(String, Kind)] =
                task.targets.map { ($0.text, .aim) } + task.deadlines.map { ($0.text, .due) }
            for (words, kind) in wanted where !words.isEmpty {
                mark(words, kind, over: numbers, lines)
            }
        }
        for (number, line) in lines {
            for spelling in spellings {
                var start = 0
                while let range = Self.place(of: spelling, in: line, from: start) {
                    add(range, .unit, at: number)
                    start = range.upperBound
                }
            }
        }
        for number in byLine.keys {
            byLine[number]?.sort { $0.range.lowerBound < $1.range.lowerBound }
        }
    }

    subscript(line: Int) -> [Mark] { byLine[line] ?? [] }

    /// Words that a line break may cut in two.
    private mutating func mark(
        _ words: String, _ kind: Kind, over numbers: [Int], _ lines: [Int: [UInt8]]
    ) {
        var joined: [UInt8] = []
        var starts: [(number: Int, at: Int, length: Int)] = []
        for number in numbers {
            let line = lines[number] ?? []
            starts.append((number, joined.count, line.count))
            joined += line + [UInt8(ascii: " ")]
        }
        guard let found = Self.place(of: words, in: joined) else { return }
        for start in starts {
            let part = found.clamped(to: start.at..<(start.at + start.length))
            if !part.isEmpty {
                add(
                    (part.lowerBound - start.at)..<(part.upperBound - start.at), kind,
                    at: start.number)
            }
        }
    }

    /// What was marked first stays: repairs, then figures, then dates, then units.
    private mutating func add(_ range: Range<Int>, _ kind: Kind, at line: Int) {
        guard byLine[line]?.contains(where: { $0.range.overlaps(range) }) != true else { return }
        byLine[line, default: []].append(Mark(range: range, kind: kind))
    }

    /// A shorter name ("xã") marks too much.
    private static let spellingBytesMin = 6

    private static func place(of words: String, in line: [UInt8]) -> Range<Int>? {
        place(of: Array(words.utf8), in: line, from: 0)
    }

    private static func place(of words: [UInt8], in line: [UInt8], from start: Int) -> Range<Int>? {
        guard let first = words.first, line.count - start >= words.count else { return nil }
        var index = start
        let last = line.count - words.count
        while index <= last {
            if line[index] == first, line[index..<(index + words.count)].elementsEqual(words) {
                return index..<(index + words.count)
            }
            index += 1
        }
        return nil
    }

    /// The line with its marks.
    func html(_ line: SourceLine) -> HTML {
        let bytes = Array(line.text.utf8)
        var html: HTML = ""
        var start = 0
        for mark in self[line.number] {
            html += "\(Self.text(bytes, start..<mark.range.lowerBound))"
            html += """
                <mark class="said said--\(mark.kind.rawValue)" title="\(mark.kind.title)">\
                \(Self.text(bytes, mark.range))</mark>
                """
            start = mark.range.upperBound
        }
        html += "\(Self.text(bytes, start..<bytes.count))"
        return html
    }

    private static func text(_ bytes: [UInt8], _ range: Range<Int>) -> String {
        String(decoding: bytes[range], as: UTF8.self)
    }
}
