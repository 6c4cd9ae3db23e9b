/// A piece of a page: text that is safe to send, because what is interpolated was escaped.
///
///     let row: HTML = "<td>\(task.title)</td>"        // the title is escaped
///     let table: HTML = "<table>\(rows)</table>"      // rows: [HTML] stand as they are
///
/// It is to pages what `SQL` is to statements: the compiler keeps words and values apart, names
/// are checked, and a component is a function.
package struct HTML: ExpressibleByStringInterpolation, Sendable, Equatable {
    package private(set) var text: String

    package init(stringLiteral text: String) { self.text = text }

    package init(stringInterpolation parts: StringInterpolation) { text = parts.text }

    package static func += (left: inout HTML, right: HTML) { left.text += right.text }

    package static func + (left: HTML, right: HTML) -> HTML { "\(left)\(right)" }

    package struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var text = ""

        package init(literalCapacity: Int, interpolationCount: Int) {
            text.reserveCapacity(literalCapacity + interpolationCount * 24)
        }

        package mutating func appendLiteral(_ literal: String) { text += literal }

        package mutating func appendInterpolation(_ words: String) { text.appendEscaped(words) }

        package mutating func appendInterpolation(_ words: String?) {
            if let words { text.appendEscaped(words) }
        }

        package mutating func appendInterpolation(_ number: Int) { text += String(number) }

        package mutating func appendInterpolation(_ piece: HTML) { text += piece.text }

        package mutating func appendInterpolation(_ piece: HTML?) {
            if let piece { text += piece.text }
        }

        package mutating func appendInterpolation(_ pieces: [HTML]) {
            for piece in pieces { text += piece.text }
        }
    }
}

extension String {
    fileprivate mutating func appendEscaped(_ words: String) {
        guard words.utf8.contains(where: { $0 < 0x40 && "<>&\"'".utf8.contains($0) }) else {
            self += words
            return
        }
        for scalar in words.unicodeScalars {
            switch scalar {
            case "<": self += "&lt;"
            case ">": self += "&gt;"
            case "&": self += "&amp;"
            case "\"": self += "&quot;"
            case "'": self += "&#39;"
            default: unicodeScalars.append(scalar)
            }
        }
    }
}
