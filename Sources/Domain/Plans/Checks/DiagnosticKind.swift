/// A kind of finding with its stable code and all that its page says.
///
/// The words are read by officials: on the page of the kind, in `canhlua plan explain` and in
/// `docs/checks.md`. The examples are written for this purpose and come from no real plan.
package struct DiagnosticKind: Sendable, Equatable {
    /// `KH-07`; never given to another kind, never changed.
    package let code: String
    package let title: String
    /// The usual severity; a rule may report a single finding as graver or lighter.
    package let severity: PlanDiagnostic.Severity
    /// What is reported, and when.
    package let meaning: String
    /// Why it matters.
    package let reason: String
    /// On what the demand rests.
    package let source: String
    package let wrong: String
    package let right: String
    package let remedy: String

    package init(
        _ code: String, _ title: String, _ severity: PlanDiagnostic.Severity, meaning: String,
        reason: String, source: String, wrong: String, right: String, remedy: String
    ) {
        self.code = code
        self.title = title
        self.severity = severity
        self.meaning = meaning
        self.reason = reason
        self.source = source
        self.wrong = wrong
        self.right = right
        self.remedy = remedy
    }
}

/// Every kind, in the order of the codes.
package enum DiagnosticKinds {
    package static let all: [DiagnosticKind] = PlanRules.all.map { $0.kind }

    /// The kind of a code, whatever the case of its letters.
    package static func ofCode(_ code: String) -> DiagnosticKind? {
        let wanted = code.uppercased()
        return all.first { $0.code == wanted }
    }
}
