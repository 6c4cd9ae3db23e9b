/// Words of printed pages with their places, as poppler and tesseract list them.
///
/// Both print a table with the columns level, page, …, left, top, width, height, confidence, text:
/// 1 begins a page, 2 and 3 a block, 4 a line, 5 is a word. Poppler counts in points from the top
/// left corner, tesseract in pixels.
struct PageWords: Sendable, Equatable {
    struct Line: Sendable, Equatable {
        var text: String
        var left: Double
        var right: Double
        var top: Double
        var bottom: Double
        /// Width of the first word, which would have had to fit into the line above.
        var firstWord: Double
        /// The pieces as they were listed; parts of one word touch.
        var pieces: [Piece] = []

        var height: Double { bottom - top }
        var center: Double { (left + right) / 2 }
    }

    struct Piece: Sendable, Equatable {
        var text: String
        var left: Double
        var right: Double
        var top: Double
        var bottom: Double

        /// Whether it belongs to the word of the piece before.
        func touches(_ before: Piece) -> Bool {
            let gap = left - before.right
            return gap < (bottom - top) * gapInWord && gap > -(bottom - top)
        }
    }

    var number: Int
    var width: Double
    var height: Double
    var lines: [Line]
    /// Tables that lines were drawn around, from top to bottom; their words are not in `lines`.
    var tables: [PageTable] = []
    /// That the words were recognised in a picture.
    var isScan = false

    /// Letters and digits on the page.
    var letterCount: Int {
        lines.reduce(0) { $0 + $1.text.unicodeScalars.count(where: \.isWordPart) }
    }

    /// Below it a word of tesseract is a spot on the paper.
    private static let confidenceMin = 3.0
    /// Parts of one word with different fonts touch; share of the height that may lie between.
    private static let gapInWord = 0.08

    /// Reads the table; what is not understood is left out.
    static func read(_ bytes: [UInt8], isScan: Bool) -> [PageWords] {
        var pages: [PageWords] = []
        var lastEnd: Double?
        var isNewLine = true
        for row in bytes.split(separator: UInt8(ascii: "\n")) {
            let cells = row.split(
                separator: UInt8(ascii: "\t"), maxSplits: 11, omittingEmptySubsequences: false)
            guard cells.count == 12, let level = Int(text(cells[0])) else { continue }
            let place = cells[6...10].compactMap { Double(text($0)) }
            guard place.count == 5 else { continue }
            switch level {
            case 1:
                pages.append(
                    PageWords(
                        number: Int(text(cells[1])) ?? pages.count + 1, width: place[2],
                        height: place[3], lines: [], isScan: isScan))
                isNewLine = true
            case 2, 3, 4: isNewLine = true
            case 5:
                let word = TextReader.clean(text(cells[11]).trimmed)
                guard !word.isEmpty, place[4] >= confidenceMin, !pages.isEmpty else { continue }
                if isNewLine { lastEnd = nil }
                pages[pages.count - 1].add(word, place, after: lastEnd)
                lastEnd = place[0] + place[2]
                isNewLine = false
            default: break
            }
        }
        return pages
    }

    private mutating func add(_ word: String, _ place: [Double], after end: Double?) {
        let (left, top, right, bottom) = (
            place[0], place[1], place[0] + place[2], place[1] + place[3]
        )
        let piece = Piece(text: word, left: left, right: right, top: top, bottom: bottom)
        guard let end, let last = lines.indices.last else {
            lines.append(
                Line(
                    text: word, left: left, right: right, top: top, bottom: bottom,
                    firstWord: place[2], pieces: [piece]))
            return
        }
        let touches = !isScan && left - end < place[3] * Self.gapInWord
        if touches, lines[last].firstWord == lines[last].right - lines[last].left {
            lines[last].firstWord += right - lines[last].right
        }
        lines[last].pieces.append(piece)
        lines[last].text += (touches ? "" : " ") + word
        lines[last].right = max(lines[last].right, right)
        lines[last].top = min(lines[last].top, top)
        lines[last].bottom = max(lines[last].bottom, bottom)
    }

    private static func text(_ bytes: ArraySlice<UInt8>) -> String {
        String(decoding: bytes, as: UTF8.self)
    }
}
