/// What inspections, violations and suspensions say of a facility.
enum FacilityStanding {
    static let derivations = [
        Derivation("last_inspected_on", from: .children(of: "inspections", by: "facility")) {
            _, inspections, _ in
            inspections.filter { $0[Inspections.stage] != .cancelled }
                .compactMap { $0[Inspections.visited] }.max().map { .init($0.cell) }
        },
        Derivation("next_inspection_on", from: .rules("inspection_cycles"), next),
        Derivation("open_findings", from: .children(of: "findings", by: "facility")) {
            _, findings, _ in .init(findings.count { $0[Findings.state] != .mended }.cell)
        },
        Derivation("open_violations", from: .children(of: "violations", by: "facility")) {
            _, violations, _ in .init(violations.count { $0[Violations.stage] != .closed }.cell)
        },
        Derivation("running_suspensions", from: .children(of: "suspensions", by: "facility")) {
            _, found, _ in .init(found.count { $0[Suspensions.state] != .resumed }.cell)
        },
    ]

    @Sendable private static func next(
        _ cells: [String: Cell], _ cycles: [Record], _ today: Day
    ) -> Derivation.Value? {
        let facility = Record(id: "", version: 0, cells: cells)
        guard let group = facility[Facilities.hazard] else { return nil }
        let cycle = cycles.first { cycle in
            cycle[InspectionCycles.group] == group
                && cycle[InspectionCycles.from].map { $0 <= today } == true
                && cycle[InspectionCycles.until].map { $0 < today } != true
        }
        guard let cycle, let months = cycle[InspectionCycles.months] else { return nil }
        let source = cycle[InspectionCycles.source] ?? ""
        // One that nobody has inspected yet is due within a cycle of its coming under the rule.
        guard let from = facility[Facilities.lastInspected] ?? cycle[InspectionCycles.from] else {
            return nil
        }
        return .init(from.adding(months: months).cell, "\(months) tháng một lần, theo \(source).")
    }
}
