package import Domain

/// Damage of scanning and typing, as suggestions; the text itself stays as it is.
package enum RepairReader {
    package static func read(_ lines: [SourceLine]) -> [SuggestedRepair] { [] }
}
