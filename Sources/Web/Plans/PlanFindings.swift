import Domain
import Storage

/// What is still open in a plan, task by task.
struct PlanFindings: Sendable {
    /// By code of the task.
    private(set) var ofTask: [String: [PlanDiagnostic]] = [:]
    /// Those that stand beside no task, in the order of their lines.
    private(set) var other: [PlanDiagnostic] = []
    /// Suggested repairs that nobody took or left; they bear their buttons instead of a finding.
    private(set) var repairs: [SuggestedRepair]
    /// Those of the head and of other words that are no task's.
    private(set) var looseRepairs: [SuggestedRepair]
    private(set) var clear: [String: SixClear] = [:]
    private(set) var hindrances: [String: PlanTask.Hindrance] = [:]
    /// Names of the text that lead somewhere and are bound to no unit.
    private(set) var unboundNames: Set<String> = []

    /// - Parameters:
    ///   - library: the ward's own, with what is known for the whole country.
    ///   - others: plans that run, with which this one is compared.
    init(
        _ version: PlanVersion, tasks: [PlanTask], units: UnitNames, library: DocumentLibrary,
        others: [PlanReading], repairs: [SuggestedRepair], today: Day
    ) {
        self.repairs = repairs
        looseRepairs = repairs.filter { repair in !tasks.contains(where: repair.lies) }
        let corrected = version.reading.corrected(by: tasks, unitName: units.name)
        let deferred = Set(tasks.filter(\.isDeferred).map(\.code))
        let found = PlanCheck.run(
            [corrected], beside: others, library: library, today: today)
        for diagnostic in found {
            // The "06 rõ" stand on the card itself.
            if diagnostic.code == DiagnosticKinds.sixClear.code { continue }
            if diagnostic.code == DiagnosticKinds.repair.code { continue }
            guard let task = diagnostic.task else {
                other.append(diagnostic)
                continue
            }
            // That it has no lead yet was decided.
            if deferred.contains(task), diagnostic.code == DiagnosticKinds.missingLead.code {
                continue
            }
            ofTask[task, default: []].append(diagnostic)
        }
        for task in corrected.tasks { clear[task.id] = SixClear(task) }
        for task in tasks {
            guard let hindrance = task.hindrance(groups: units.groups) else { continue }
            hindrances[task.id] = hindrance
            if hindrance == .leadNotBound {
                unboundNames.formUnion(task.units(.lead).filter { $0.unit == nil }.map(\.name))
            }
        }
    }

    /// Whether a person has to decide something about the task before it can be given out well.
    func isOpen(_ task: PlanTask) -> Bool {
        hindrances[task.id] != nil
            || (ofTask[task.code] ?? []).contains { $0.severity >= .warning }
    }

    /// Findings beside no task that are more than a hint.
    var otherOpenCount: Int { other.count { $0.severity >= .warning } }

    /// The items of the "06 rõ" that neither the text nor a person made clear.
    func unclear(_ task: PlanTask) -> [SixClear.Verdict] {
        (clear[task.code]?.unclear ?? []).filter { verdict in
            switch verdict.item {
            case .person: task.person == nil
            case .authority: task.authority == nil
            case .product: task.product == nil
            case .work, .time, .responsibility: true
            }
        }
    }
}
