package import Domain

/// The numbers that work must reach, and the limits that only choose objects.
package enum TargetReader {
    /// - Parameter deadlines: those of the same text; one of them may bind a target.
    package static func read(
        _ body: Script, deadlines: [Deadline]
    ) -> (targets: [TargetReading], criteria: [Criterion]) { ([], []) }
}
