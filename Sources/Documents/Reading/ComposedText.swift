import Domain
import Foundation

extension SourceText {
    /// One form (NFC) for letters with marks; most lines have it already.
    var composed: SourceText {
        var source = self
        for index in source.lines.indices where Self.hasMarks(source.lines[index].text) {
            source.lines[index].text =
                source.lines[index].text.precomposedStringWithCanonicalMapping
        }
        return source
    }

    /// Whether a text has combining marks of its own.
    private static func hasMarks(_ text: String) -> Bool {
        var text = text
        // U+0300 to U+036F begin with these bytes, and Greek, which may be composed as well.
        return text.withUTF8 { $0.contains { $0 == 0xCC || $0 == 0xCD } }
    }
}
