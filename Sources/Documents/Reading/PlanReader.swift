package import Domain

/// Reads a plan as a compiler reads source: structure out, every finding with its place.
package enum PlanReader {
    /// Reads the words of a document; never fails: what is not understood stays in `otherLines`.
    package static func read(_ source: SourceText, file: String) -> PlanReading {
        PlanReading(file: file)
    }
}
