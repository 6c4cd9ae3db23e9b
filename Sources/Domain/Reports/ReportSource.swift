/// What a sentence of a report was made from, so that one click opens it.
package enum ReportSource: Sendable, Hashable, Codable {
    /// A figure of the report, by its key: its value, and the records behind.
    case figure(String)
    /// The assignment's occurrence, by identifier.
    case work(String)
    case plan(String)
    case target(plan: String, id: String)
    case document(String)
    case obstacle(String)
    case proposal(String)
    case review(String)
    /// What a unit handed in for a period.
    case unitReport(period: String, unit: String)
    /// A record of a register.
    case record(register: String, id: String)
    /// A report that was issued.
    case report(String)
}
