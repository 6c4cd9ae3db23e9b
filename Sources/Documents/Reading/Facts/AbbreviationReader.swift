package import Domain

/// The short forms that a document uses, with their meaning where it explains them.
package enum AbbreviationReader {
    package static func read(_ lines: [SourceLine]) -> [Abbreviation] { [] }
}
