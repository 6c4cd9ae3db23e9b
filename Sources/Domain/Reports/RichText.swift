/// Text with bold, italic and open places, within one paragraph or cell; `\n` breaks the line.
package struct RichText: Sendable, Equatable, Codable {
    package struct Run: Sendable, Equatable, Codable {
        package enum Style: String, Sendable, Codable {
            case plain, bold, italic
            /// Something that a person must supply before the document is signed.
            case gap
        }

        package let text: String
        package let style: Style
    }

    package private(set) var runs: [Run]
    /// What the sentence was made from; empty: a person wrote it, or it says nothing that is kept.
    package private(set) var sources: [ReportSource]

    package init(_ text: String = "", _ style: Run.Style = .plain) {
        runs = text.isEmpty ? [] : [Run(text: text, style: style)]
        sources = []
    }

    package static func bold(_ text: String) -> RichText { RichText(text, .bold) }
    package static func italic(_ text: String) -> RichText { RichText(text, .italic) }

    /// An open place; it is shown in brackets.
    package static func gap(_ text: String) -> RichText { RichText("[\(text)]", .gap) }

    /// The same text, made from further sources, each named once.
    package func from(_ more: [ReportSource?]) -> RichText {
        var text = self
        for case let source? in more where !text.sources.contains(source) {
            text.sources.append(source)
        }
        return text
    }

    package func from(_ source: ReportSource?) -> RichText { from([source]) }

    package static func + (left: RichText, right: RichText) -> RichText {
        var sum = left
        sum.runs += right.runs
        return sum.from(right.sources)
    }

    package static func + (left: RichText, right: String) -> RichText { left + RichText(right) }

    package var plain: String { runs.map(\.text).joined() }

    package var isEmpty: Bool { runs.isEmpty }
}

extension RichText: ExpressibleByStringInterpolation {
    package init(stringLiteral text: String) { self.init(text) }
}
