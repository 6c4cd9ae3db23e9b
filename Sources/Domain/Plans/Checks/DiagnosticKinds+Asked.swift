extension DiagnosticKinds {
    /// Kinds that the pages treat apart from the others.
    package static let missingLead = MissingLeadRule.kind
    package static let repair = RepairRule.kind
    package static let sixClear = SixClearRule.kind
}
