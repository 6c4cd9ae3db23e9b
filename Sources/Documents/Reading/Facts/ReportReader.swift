import Domain

/// The lines of reporting that a plan sets up.
enum ReportReader {
    /// - Parameter issuer: the body that issued the plan; it sends the onward reports.
    static func read(
        _ paragraphs: [Paragraph], issuer: String?, units: UnitNames
    ) -> [ReportDutyReading] { [] }
}
