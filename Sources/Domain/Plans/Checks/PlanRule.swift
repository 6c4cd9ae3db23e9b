/// One rule over read plans: a kind of finding, and how it is found.
///
/// A rule is pure: the same plans, library and day give the same findings.
package protocol PlanRule: Sendable {
    static var kind: DiagnosticKind { get }

    /// What the rule finds in one plan; the context holds the others that are checked with it.
    static func check(_ plan: CheckedPlan, in context: CheckContext) -> [PlanDiagnostic]
}

/// All that a rule may look at beside the plan itself.
package struct CheckContext: Sendable {
    package let plans: [CheckedPlan]
    package let library: DocumentLibrary
    package let today: Day

    /// The other plans of the same run.
    func others(than plan: CheckedPlan) -> [CheckedPlan] {
        plans.filter { $0.number != plan.number }
    }
}

/// The rules, in the order of their codes.
package enum PlanRules {
    package static let all: [any PlanRule.Type] = [
        BlankNumberRule.self,
        MissingLeadRule.self,
        SeveralLeadsRule.self,
        CoordinationRingRule.self,
        ClashingLeadsRule.self,
        PaceRule.self,
        DenominatorRule.self,
        ClashingDatesRule.self,
        CitationDatesRule.self,
        RepealedDocumentRule.self,
        UnknownDocumentRule.self,
        LibraryDateRule.self,
        DocumentNumberRule.self,
        AbbreviationRule.self,
        FusedTaskRule.self,
        FragmentRule.self,
        SixClearRule.self,
        EarlyDeadlineRule.self,
        CalendarRule.self,
        VaguePeriodRule.self,
        NumeralRule.self,
        ReportDutyRule.self,
        NoReportRule.self,
        ReportOrderRule.self,
        RecipientsRule.self,
        NumberingRule.self,
        RepeatedWorkRule.self,
        RepairRule.self,
    ]
}
