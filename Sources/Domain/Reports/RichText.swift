/// Text with bold, italic and open places, within one paragraph or cell; `\n` breaks the line.
package struct RichText: Sendable, Equatable {
    package struct Run: Sendable, Equatable {
        package enum Style: Sendable {
            case plain, bold, italic
            /// Something that a person must supply before the document is signed.
            case gap
        }

        package let text: String
        package let style: Style
    }

    package private(set) var runs: [Run]

    package init(_ text: String = "", _ style: Run.Style = .plain) {
        runs = text.isEmpty ? [] : [Run(text: text, style: style)]
    }

    package static func bold(_ text: String) -> RichText { RichText(text, .bold) }
    package static func italic(_ text: String) -> RichText { RichText(text, .italic) }

    /// An open place; it is shown in brackets.
    package static func gap(_ text: String) -> RichText { RichText("[\(text)]", .gap) }

    package static func + (left: RichText, right: RichText) -> RichText {
        var sum = left
        sum.runs += right.runs
        return sum
    }

    package static func + (left: RichText, right: String) -> RichText { left + RichText(right) }

    package var plain: String { runs.map(\.text).joined() }

    package var isEmpty: Bool { runs.isEmpty }
}

extension RichText: ExpressibleByStringInterpolation {
    package init(stringLiteral text: String) { self.init(text) }
}
