import Domain
import Storage

/// How the sample ward measures its targets: by its registers where one fits, by what units report
/// where none does; one list is frozen, one week let go, some figures are public.
extension SampleProgramme {
    /// The target that a unit reports by hand.
    private static let broadcasts = "tối thiểu 04 lượt/tuần"
    /// Weeks ago, and what was broadcast then; a usual week has the four that are asked for.
    private static let weakWeeks = [6: 3.0, 9: 2]
    private static let strongWeeks: Set<Int> = [1, 4, 12]

    /// Events of the ward's first plan.
    func measured() async throws -> [Event] {
        let office = try people.officer("vanphong")
        let culture = try people.officer("vanhoa")
        let known = try await database.read { tx in
            guard let plan = try tx.runningPlans(for: office).last else {
                return (targets: [TargetStanding](), plan: "")
            }
            return (try tx.targets(of: plan, for: office), plan.id)
        }
        let plan = known.plan
        var events: [Event] = []
        for standing in known.targets where standing.target.text != Self.broadcasts {
            let id = standing.target.id
            guard
                let indicator = Indicator.proposed(
                    for: standing.target, in: standing.taskText
                ).first
            else { continue }
            events.append(
                Event(at: moment(daysAgo: Self.daysRunning - 2, hour: 9), subject: id) { tx in
                    try tx.measureTarget(id, of: plan, by: indicator.key, by: office)
                })
            guard indicator.key == "deep_alleys_solved" else { continue }
            events.append(
                Event(at: moment(daysAgo: 100, hour: 9), subject: id) { tx in
                    try tx.freezeTarget(
                        id, of: plan, day: tx.today, basis: "Phương án số 07/PA-UBND", by: office)
                })
        }
        if let hand = known.targets.first(where: { $0.target.text == Self.broadcasts }) {
            events += weeks(of: hand.target.id, plan, by: culture, excusedBy: office)
        }
        events.append(
            Event(at: moment(daysAgo: 20, hour: 9), subject: "public") { tx in
                try tx.choosePublicFigures(
                    [PublicFigures.workKey, "transmitters_connected", "fires_year"], by: office)
            })
        return events
    }

    /// What was broadcast in each week that is over, told on its Sunday.
    private func weeks(
        of target: String, _ plan: String, by culture: Officer, excusedBy office: Officer
    ) -> [Event] {
        let monday = today.firstOfWeek
        var events = (1...(Self.daysRunning / 7 - 1)).map { number in
            let daysAgo = today.number - monday.adding(days: -7 * number + 6).number
            let value = Self.weakWeeks[number] ?? (Self.strongWeeks.contains(number) ? 5 : 4)
            return Event(at: moment(daysAgo: daysAgo, hour: 16), subject: target) { tx in
                try tx.reportTarget(
                    target, of: plan, day: tx.today, value: value, note: "Theo sổ phát thanh.",
                    evidence: nil, by: culture)
            }
        }
        events.append(
            Event(at: moment(daysAgo: 5, hour: 9), subject: target) { tx in
                let standing = try tx.target(
                    target, of: try tx.plan(plan, for: office), for: office)
                guard
                    let worst = standing.rhythm?.rounds.filter({ ($0.value ?? 9) < 3 }).first
                else { return }
                try tx.excuseTarget(
                    target, of: plan, slot: worst.slot,
                    reason: "Bão làm hỏng cụm loa, theo Công văn số 88/UBND.", by: office)
            })
        return events
    }
}
