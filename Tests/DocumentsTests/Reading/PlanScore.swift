import Domain
import Foundation

/// How well readings agree with annotations, row by row, as the scoring script of the annotators
/// counts it: F1 over all plans together, so that missing and inventing both cost.
struct PlanScore {
    private(set) var rows: [String: Tally] = [:]
    private(set) var misses: [String] = []

    struct Tally {
        var hits = 0
        var expected = 0
        var given = 0

        var f1: Double {
            expected + given == 0 ? 1 : 2 * Double(hits) / Double(expected + given)
        }
    }

    mutating func add(_ gold: PlanReading, _ got: PlanReading) {
        let plan = gold.file
        addHead(gold.document, got.document, plan)
        count(
            "references", plan, gold.references.map(Self.citation),
            got.references.map(Self.citation))
        count(
            "sections", plan, gold.sections.map { "\($0.path) \($0.line)" },
            got.sections.map { "\($0.path) \($0.line)" })
        count(
            "objectives", plan, gold.objectives.map { "\($0.lineStart)-\($0.lineEnd)" },
            got.objectives.map { "\($0.lineStart)-\($0.lineEnd)" })
        count(
            "tasks", plan, gold.tasks.map { "\($0.lineStart)-\($0.lineEnd)" },
            got.tasks.map { "\($0.lineStart)-\($0.lineEnd)" })
        addTasks(gold, got)
        let names = Names(gold.units)
        count("reports", plan, gold.reports.map(names.report), got.reports.map(names.report))
    }

    private mutating func addHead(_ gold: DocumentHead, _ got: DocumentHead, _ plan: String) {
        let pairs: [(String, String?, String?)] = [
            ("kind", gold.kind, got.kind), ("number", gold.number, got.number),
            ("suffix", gold.numberSuffix, got.numberSuffix), ("issuer", gold.issuer, got.issuer),
            ("place", gold.place, got.place), ("date", gold.date, got.date),
            ("title", gold.title, got.title),
        ]
        for (key, one, other) in pairs {
            count("document", plan, ["\(key) \(Self.plain(one))"], ["\(key) \(Self.plain(other))"])
        }
        let signer = { (signer: DocumentHead.Signer) in
            [signer.authority, signer.title, signer.name].map(Self.plain).joined(separator: "|")
        }
        count("document", plan, gold.signers.map(signer), got.signers.map(signer))
        count("document", plan, gold.recipients.map(Self.plain), got.recipients.map(Self.plain))
    }

    private mutating func addTasks(_ gold: PlanReading, _ got: PlanReading) {
        let names = Names(gold.units)
        var found: [Int: TaskReading] = [:]
        for task in got.tasks { found[task.lineStart] = task }
        for task in gold.tasks {
            let place = "\(gold.file):\(task.lineStart)"
            let other = found.removeValue(forKey: task.lineStart)
            count("task id", place, [task.id], other.map { [$0.id] } ?? [])
            count("lead units", place, names.plain(task.leadUnits), names.plain(other?.leadUnits))
            count(
                "coordinating units", place, names.plain(task.coordinatingUnits),
                names.plain(other?.coordinatingUnits))
            count(
                "role cue", place, [Self.plain(task.roleCue)],
                other.map { [Self.plain($0.roleCue)] } ?? [])
            count(
                "deadlines", place, task.deadlines.map(Self.due),
                (other?.deadlines ?? []).map(Self.due))
            count(
                "targets", place, task.targets.map(Self.aim), (other?.targets ?? []).map(Self.aim))
        }
        for (line, task) in found {
            let place = "\(gold.file):\(line)"
            count("lead units", place, [], names.plain(task.leadUnits))
            count("deadlines", place, [], task.deadlines.map(Self.due))
            count("targets", place, [], task.targets.map(Self.aim))
        }
    }

    private mutating func count(_ row: String, _ place: String, _ gold: [String], _ got: [String]) {
        var left = got
        var tally = rows[row] ?? Tally()
        tally.expected += gold.count
        tally.given += got.count
        for item in gold {
            if let index = left.firstIndex(of: item) {
                tally.hits += 1
                left.remove(at: index)
            } else {
                misses.append("\(row) \(place): missing \(item)")
            }
        }
        misses += left.map { "\(row) \(place): invented \($0)" }
        rows[row] = tally
    }

    // MARK: What is compared

    private static func citation(_ reference: DocumentReference) -> String {
        [reference.kind.rawValue, plain(reference.number ?? reference.name), reference.date ?? ""]
            .joined(separator: "|")
    }

    private static func due(_ deadline: Deadline) -> String {
        [deadline.type.rawValue, deadline.date ?? "", deadline.recurrence?.rawValue ?? ""]
            .joined(separator: "|")
    }

    private static func aim(_ target: TargetReading) -> String {
        [
            target.min.map { "\($0)" }, target.max.map { "\($0)" }, target.unit, target.per,
            target.by,
        ].map { $0 ?? "" }.joined(separator: "|")
    }

    /// Without regard to case, marks at the ends, and spaces around dashes.
    static func plain(_ text: String?) -> String {
        guard let text else { return "∅" }
        var folded = text.precomposedStringWithCanonicalMapping.lowercased()
            .replacingOccurrences(of: "*", with: "")
        for dash in ["–", "—", "−"] { folded = folded.replacingOccurrences(of: dash, with: "-") }
        let words = folded.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let tight = words.replacingOccurrences(of: " -", with: "-").replacingOccurrences(
            of: "- ", with: "-")
        return tight.trimmingCharacters(in: CharacterSet(charactersIn: " .;,:"))
    }

    /// Names of units by the spellings that the annotations list.
    private struct Names {
        private var table: [String: String] = [:]

        init(_ units: [UnitMention]) {
            for unit in units {
                for name in [unit.canonical] + unit.aliases
                where table[PlanScore.plain(name)] == nil {
                    table[PlanScore.plain(name)] = PlanScore.plain(unit.canonical)
                }
            }
        }

        func plain(_ name: String?) -> String {
            let plain = PlanScore.plain(name)
            return table[plain] ?? plain
        }

        func plain(_ names: [String]?) -> [String] { (names ?? []).map { plain($0) } }

        func report(_ report: ReportDutyReading) -> String {
            let from = plain(report.from).sorted().joined(separator: "+")
            return [
                from, plain(report.to), plain(report.via), report.due ?? "",
                report.recurrence.rawValue,
            ].joined(separator: "|")
        }
    }
}
