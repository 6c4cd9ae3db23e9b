import Domain

extension Transaction {
    /// The policy in force for a kind of facility.
    func alarmPolicy(for kind: Facilities.Kind?, ward: String) throws -> AlarmPolicy {
        AlarmPolicies.inForce(
            for: kind, of: try kept(in: AlarmPolicies.description, ward: ward, where: "1 = 1"),
            on: today)
    }

    func escalationSteps(ward: String) throws -> [EscalationStep] {
        EscalationSteps.inForce(
            of: try kept(in: EscalationSteps.description, ward: ward, where: "1 = 1"), on: today)
    }
}
