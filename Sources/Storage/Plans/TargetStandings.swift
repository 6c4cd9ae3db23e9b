package import Domain

/// A target of a plan with what was reached: as the registers say, or as was reported last.
package struct TargetStanding: Sendable {
    package let target: TaskTarget
    package let plan: String
    package let taskCode: String
    package let taskTitle: String
    /// The whole task, in which the target stands.
    package let taskText: String
    /// Identifiers of the units that lead the task.
    package let leads: [String]
    package let latest: TargetValue?
    /// nil: it is measured by what units report.
    package let measure: TargetMeasure?
    /// What it said over time, the earliest first: the end of each month, or each report.
    package let course: [Point]
    /// nil: it has no day, is one of each week or month, or has no figure.
    package let pace: IndicatorPace?
    /// nil: it is none of each week or month.
    package let rhythm: TargetRhythm?

    package struct Point: Sendable, Equatable {
        package let day: Day
        package let value: Double

        package init(day: Day, value: Double) {
            self.day = day
            self.value = value
        }
    }

    /// nil: nothing was counted or reported yet.
    package var value: Double? {
        guard let measure else { return latest?.value }
        return measure.figure.value
    }

    package var day: Day? { measure?.figure.day ?? latest?.day }

    /// Whether somebody who leads has to look at it: past its day, behind, or owing.
    package func isRed(on today: Day) -> Bool {
        switch TargetProgress(target, value: value, on: today) {
        case .overdue, .missed: return true
        case .unreported, .behind, .reached: break
        }
        if let rhythm { return rhythm.debt > 0 || rhythm.untoldRounds > 0 }
        return pace.map { $0.standing == .behind || $0.standing == .missed } ?? false
    }
}

extension Transaction {
    /// The targets of a plan's live tasks, in the order of the text.
    package func targets(of plan: Plan, for officer: Officer) throws -> [TargetStanding] {
        try targets(of: [plan], for: officer)
    }

    /// The targets of some plans, of each in the order of its text.
    package func targets(of plans: [Plan], for officer: Officer) throws -> [TargetStanding] {
        let tasks = try tasks(
            where: SQL.all([
                "t.ward = \(officer.ward)", "t.plan IN \(SQL.list(plans.map(\.id)))",
                "t.ended_at IS NULL", visibleTasks(for: officer),
                """
                EXISTS (SELECT 1 FROM targets g WHERE g.ward = t.ward AND g.task = t.id
                    AND g.ended_at IS NULL)
                """,
            ]), ward: officer.ward)
        let begins = Dictionary(
            plans.map { ($0.id, ($0.confirmedAt ?? $0.createdAt).day) },
            uniquingKeysWith: { first, _ in first })
        let targets = tasks.flatMap(\.targets)
        let values = Dictionary(
            grouping: try values(ofTargets: targets.map(\.id), ward: officer.ward), by: \.target)
        let measures = try measures(of: targets, ward: officer.ward)
        let excuses = try excuses(ofTargets: targets.map(\.id), ward: officer.ward)
        let byPlan = Dictionary(grouping: tasks, by: \.plan)
        return try plans.flatMap { byPlan[$0.id] ?? [] }.flatMap { task in
            try task.targets.map { target in
                let reported = values[target.id] ?? []
                let measure = measures[target.id]
                let course = Self.course(
                    reported, measure, since: begins[task.plan] ?? today)
                return TargetStanding(
                    target: target, plan: task.plan, taskCode: task.code, taskTitle: task.title,
                    taskText: task.text, leads: task.units(.lead).compactMap(\.unit),
                    latest: reported.first, measure: measure, course: course,
                    pace: pace(of: target, measure, course),
                    rhythm: try rhythm(
                        of: target, measure, reported, since: begins[task.plan] ?? today,
                        excuses[target.id] ?? [:], ward: officer.ward))
            }
        }
    }

    /// - Throws: `.notFound`.
    package func target(
        _ id: String, of plan: Plan, for officer: Officer
    ) throws -> TargetStanding {
        try target(id, among: try targets(of: plan, for: officer))
    }

    /// - Throws: `.notFound`.
    package func target(_ id: String, among all: [TargetStanding]) throws -> TargetStanding {
        guard let found = all.first(where: { $0.target.id == id }) else {
            throw Problem(.notFound, "Không có chỉ tiêu này, hoặc bạn không được xem.")
        }
        return found
    }

    /// The last value of each day, the earliest first; of a register from the last month before the
    /// plan ran: what was before says nothing of the plan's pace.
    private static func course(
        _ reported: [TargetValue], _ measure: TargetMeasure?, since: Day
    ) -> [TargetStanding.Point] {
        guard let measure else {
            return reported.reversed().reduce(into: []) { points, value in
                if points.last?.day == value.day { points.removeLast() }
                points.append(.init(day: value.day, value: value.value))
            }
        }
        let kept = measure.months.reversed().filter { $0.day < measure.figure.day }
        let months = kept.filter { $0.day >= since }
        let before = [kept.last { $0.day < since }].compactMap(\.self)
        return (before + months + [measure.figure]).compactMap { figure in
            figure.value.map { .init(day: figure.day, value: $0) }
        }
    }

    private func pace(
        of target: TaskTarget, _ measure: TargetMeasure?, _ course: [TargetStanding.Point]
    ) -> IndicatorPace? {
        guard target.per == nil, let aim = target.min ?? target.max, let last = course.last,
            let due = target.due.flatMap(WorkSchedule.lastDay)
        else { return nil }
        return IndicatorPace(
            value: last.value, aim: aim, due: due, today: today,
            first: course.first.map { ($0.day, $0.value) },
            most: target.unit == "percent" ? max(100, aim) : nil,
            isCeiling: target.min == nil)
    }

    // MARK: Rounds

    private func rhythm(
        of target: TaskTarget, _ measure: TargetMeasure?, _ reported: [TargetValue], since: Day,
        _ excuses: [String: String], ward: String
    ) throws -> TargetRhythm? {
        guard let need = target.min else { return nil }
        let periods = TargetRhythm.periods(per: target.per, since: since, today: today)
        if periods.isEmpty { return nil }
        var figures: [Double?]
        if let indicator = measure?.indicator {
            if indicator.per == target.per {
                figures = try self.figures(
                    of: indicator, on: periods.map { min($0.last, today) }, ward: ward
                ).map(\.value)
            } else {
                // How things stand was kept for months only.
                let kept = measure?.months ?? []
                figures = periods.map { period in
                    period.last >= today
                        ? measure?.figure.value
                        : kept.first { $0.day >= period.first && $0.day <= period.last }?.value
                }
            }
        } else {
            figures = periods.map { period in
                reported.first { $0.day >= period.first && $0.day <= period.last }?.value
            }
        }
        let rounds = zip(periods, figures).map { period, value in
            TargetRhythm.Round(
                slot: period.slot, label: period.label, first: period.first, last: period.last,
                value: value, excuse: excuses[period.slot])
        }
        return TargetRhythm(need: need, rounds: rounds, today: today)
    }
}
