package import Domain

/// The facts of a report, gathered from what the units did.
extension Transaction {
    /// The facts of the ward's report for a period.
    ///
    /// - Parameter last: the last day told of; nil: today, or the day on which it was sent.
    /// - Throws: `.forbidden` for who does not read all; `.notFound` where units report to the
    ///   ward itself.
    package func yearlyReport(
        _ period: ReportPeriod, to last: Day? = nil, for officer: Officer
    ) throws -> YearlyReport {
        try officer.require(.readAll)
        try period.requireWardReport()
        let deliveries = try deliveries(of: period, for: officer)
        var report = try facts(of: period, to: last, unit: nil, for: officer)
        report.unitsWithoutReport = deliveries.filter { !$0.report.state.isDelivered }.map(\.name)
        report.alsoServes = try servedDocuments(ofPeriod: period.id, for: officer)
            .map(\.citation)
        let delivered = deliveries.filter { $0.report.state.isDelivered }
        report.add(delivered)
        report.assessment = writtenLines(period.pieces.assessment)
        report.causes = writtenLines(period.pieces.causes)
        report.nextSteps = writtenLines(period.pieces.nextSteps)
        report.proposals += writtenLines(period.pieces.proposals).map {
            ReportedProposal(unit: report.reporter, text: $0, decision: nil)
        }
        return report
    }

    /// The facts of a report on a plan that no duty asks for, as a review of it.
    ///
    /// - Throws: `.forbidden` for who does not read all.
    func planFacts(
        _ plan: Plan, from: Day, to: Day, known: Day, reporter: String, for officer: Officer
    ) throws -> YearlyReport {
        try officer.require(.readAll)
        return try facts(
            of: plan,
            in: ReportSpan(
                ward: officer.ward, plan: plan.id, unit: nil, from: from, to: to, known: known),
            reporter: reporter, for: officer)
    }

    /// The facts of one unit's report for a period, from its own work only.
    package func unitReport(
        _ delivery: ReportDelivery, in period: ReportPeriod, for officer: Officer
    ) throws -> YearlyReport {
        guard officer.may(.readAll) || officer.unit == delivery.unit else {
            throw Problem(.notFound, "Báo cáo này không phải của đơn vị bạn.")
        }
        var report = try facts(of: period, to: nil, unit: delivery.unit, for: officer)
        report.add([delivery])
        return report.limited(to: delivery.name)
    }

    private func facts(
        of period: ReportPeriod, to last: Day?, unit: String?, for officer: Officer
    ) throws -> YearlyReport {
        let plan = try plan(period.duty.plan, for: officer)
        let ward = try reportingWard(officer.ward)
            .reporting(on: period.duty.content, planIssuer: plan.issuer)
        let last = last ?? period.lastDay(today: today)
        let span = ReportSpan(
            ward: officer.ward, plan: plan.id, unit: unit, from: period.begins, to: last,
            known: max(last, period.sent?.on ?? today))
        return try facts(of: plan, in: span, reporter: ward.reporter, for: officer)
    }

    private func facts(
        of plan: Plan, in span: ReportSpan, reporter: String, for officer: Officer
    ) throws -> YearlyReport {
        var report = YearlyReport(
            plan: ReportedPlan(
                kind: "Kế hoạch", number: plan.number,
                date: plan.issued.flatMap { Day(iso: $0) },
                issuer: plan.issuer ?? reporter, title: plan.title, origin: .plan(plan.id)),
            from: span.from, to: span.to, reporter: reporter)
        let sections = try version(of: plan, ward: officer.ward).reading.sections
        report.groups = try ReportedGroups(
            sections: sections, shares: shares(in: span), partners: partners(in: span)
        ).groups
        report.targets = try targets(in: span)
        report.guidance = try guidance(of: plan, in: span, for: officer)
        report.reviews = try reviews(in: span)
        report.obstacles = try obstacles(in: span)
        report.proposals = try proposals(in: span)
        return report
    }

    private func partners(in span: ReportSpan) throws -> [String: [String]] {
        let found = try rows(
            """
            SELECT DISTINCT t.work_item, u.name, u.position
            FROM assignments a
            JOIN tasks t ON t.ward = a.ward AND t.id = a.task
            JOIN assignment_units c
                ON c.ward = a.ward AND c.assignment = a.id AND c.role = 'coordinate'
            JOIN units u ON u.ward = c.ward AND u.id = c.unit
            WHERE \(span.assignments)
            ORDER BY t.work_item, u.position, u.name
            """)
        return Dictionary(grouping: found) { $0["work_item"] as String }.mapValues { rows in
            rows.map { $0["name"] }
        }
    }

    /// Each target with the last value up to the last day.
    private func targets(in span: ReportSpan) throws -> [ReportedTarget] {
        try rows(
            """
            SELECT g.id, g.name, g.text, g.min, g.max, g.unit, g.due, g.indicator, v.value, v.day,
                u.name AS who
            FROM targets g
            JOIN tasks t ON t.ward = g.ward AND t.id = g.task
            LEFT JOIN target_values v ON v.ward = g.ward AND v.id = (
                SELECT w.id FROM target_values w
                WHERE w.ward = g.ward AND w.target = g.id AND w.day <= \(span.to)
                    AND w.withdrawn_at IS NULL
                ORDER BY w.day DESC, w.at DESC, w.id DESC
                LIMIT 1)
            LEFT JOIN accounts c ON c.ward = v.ward AND c.id = v.account
            LEFT JOIN units u ON u.ward = c.ward AND u.id = c.unit
            WHERE g.ward = \(span.ward) AND g.plan = \(span.plan) AND g.ended_at IS NULL
                AND t.ended_at IS NULL
            ORDER BY t.position, g.position
            """
        ).map { row in
            let measure: String? = row["unit"]
            let due: String? = row["due"]
            let who: String? = row["who"]
            let key: String? = row["indicator"]
            let figure = try key.flatMap(Indicators.named).map {
                let value = try self.figure(
                    ofTarget: row["id"], by: $0, on: span.to, ward: span.ward)
                return (indicator: $0, value: value)
            }
            let day: Day? = row["day"]
            let source = figure.map { figure in
                "tính từ sổ \(figure.indicator.set.register.title.lowercasedFirst)"
                    + (figure.value.map { " ngày \($0.day.official)" } ?? "")
            }
            return ReportedTarget(
                // What a register counts is named in full, where the plan says `số ngõ`.
                metric: figure?.indicator.title ?? row["name"], goal: row["text"], min: row["min"],
                max: row["max"],
                due: due.flatMap { Day(iso: $0) },
                reached: figure.map { $0.value?.value } ?? row["value"],
                unit: measure.map(MeasureName.words) ?? "",
                source: source ?? day.map { "\(who ?? "phường") báo cáo ngày \($0.official)" },
                origin: .target(plan: span.plan, id: row["id"]), isMeasured: figure != nil)
        }
    }

    /// Documents issued under the plan, who made it known, who drew up a plan of its own.
    private func guidance(
        of plan: Plan, in span: ReportSpan, for officer: Officer
    ) throws -> ReportedGuidance {
        let id: String? = try value(
            "SELECT id AS value FROM documents WHERE ward = \(span.ward) AND plan = \(span.plan)")
        guard let id else { return ReportedGuidance() }
        let documents = try documentsBelow(id, for: officer).map(\.document)
            .filter { $0.content.issued.map { $0 <= span.to } ?? true }
            .map { document in
                let content = document.content
                return ReportedGuidance.Issued(
                    name: [content.kind.title, content.number.map { "số \($0)" }]
                        .compactMap(\.self).joined(separator: " "),
                    date: content.issued, issuer: content.issuer ?? "", title: content.title,
                    origin: .document(document.id))
            }
        let made = try rows(
            """
            SELECT u.name, s.form, s.day, s.headcount FROM disseminations s
            JOIN units u ON u.ward = s.ward AND u.id = s.unit
            WHERE s.ward = \(span.ward) AND s.document = \(id) AND s.day <= \(span.to)
                AND s.day >= \(span.from)
            ORDER BY s.day, u.position
            """
        ).map {
            ReportedGuidance.Dissemination(
                unit: $0["name"], form: $0["form"], date: $0["day"], headcount: $0["headcount"],
                origin: .document(id))
        }
        let planned = try rows(
            """
            SELECT DISTINCT u.name, u.position FROM unit_plans s
            JOIN units u ON u.ward = s.ward AND u.id = s.unit
            WHERE s.ward = \(span.ward) AND s.document = \(id) AND s.issued <= \(span.to)
            ORDER BY u.position
            """
        ).map { $0["name"] as String }
        return ReportedGuidance(
            documents: documents, disseminations: made, unitsWithPlan: planned,
            unitsWithoutPlan: try unitsWithoutPlan(under: id, in: span))
    }

    /// Offices and residential groups that lead work of the plan and drew up no plan of their own:
    /// who has nothing to do under it need not.
    private func unitsWithoutPlan(
        under document: String, in span: ReportSpan
    ) throws -> [String] {
        try rows(
            """
            SELECT u.name FROM units u
            WHERE u.ward = \(span.ward) AND \(Self.isAskedToFollow) AND EXISTS (
                    SELECT 1 FROM assignments a
                    JOIN assignment_units x ON x.ward = a.ward AND x.assignment = a.id
                        AND x.role = 'lead' AND x.unit = u.id
                    WHERE \(span.assignments))
                AND NOT EXISTS (
                    SELECT 1 FROM unit_plans s
                    WHERE s.ward = u.ward AND s.document = \(document) AND s.unit = u.id
                        AND s.issued <= \(span.to))
            ORDER BY u.position
            """
        ).map { $0["name"] }
    }

    private func obstacles(in span: ReportSpan) throws -> [ReportedObstacle] {
        try obstacles(
            from: span.from, to: span.to, ward: span.ward,
            "b.plan = \(span.plan) AND \(span.isUnit("b.raised_unit"))")
    }

    private func proposals(in span: ReportSpan) throws -> [ReportedProposal] {
        try proposals(
            from: span.from, to: span.to, ward: span.ward,
            "b.plan = \(span.plan) AND \(span.isUnit("b.made_unit"))")
    }

    /// What units raised in a time.
    ///
    /// - Parameter which: of a plan, of a unit; all of the ward where nothing is said.
    func obstacles(
        from: Day, to: Day, ward: String, _ which: SQL = "1 = 1"
    ) throws -> [ReportedObstacle] {
        try rows(
            """
            SELECT b.id, u.name, b.text, b.answer FROM obstacles b
            JOIN units u ON u.ward = b.ward AND u.id = b.raised_unit
            WHERE b.ward = \(ward) AND b.raised_at >= \(Instant(startOf: from))
                AND b.raised_at < \(Instant(startOf: to.adding(days: 1))) AND \(which)
            ORDER BY b.raised_at, b.id
            """
        ).map {
            ReportedObstacle(
                unit: $0["name"], text: $0["text"], answer: $0["answer"],
                origin: .obstacle($0["id"]))
        }
    }

    /// What units asked for in a time.
    func proposals(
        from: Day, to: Day, ward: String, _ which: SQL = "1 = 1"
    ) throws -> [ReportedProposal] {
        try rows(
            """
            SELECT b.id, u.name, b.text, b.decision FROM proposals b
            JOIN units u ON u.ward = b.ward AND u.id = b.made_unit
            WHERE b.ward = \(ward) AND b.made_at >= \(Instant(startOf: from))
                AND b.made_at < \(Instant(startOf: to.adding(days: 1))) AND \(which)
            ORDER BY b.made_at, b.id
            """
        ).map {
            ReportedProposal(
                unit: $0["name"], text: $0["text"], decision: $0["decision"],
                origin: .proposal($0["id"]))
        }
    }
}

/// What a report looks at.
struct ReportSpan {
    let ward: String
    let plan: String
    /// nil: all units.
    let unit: String?
    let from: Day
    let to: Day
    /// The day as of which it is told, not before `to`: the report went out on it, or today.
    let known: Day

    var start: Instant { Instant(startOf: from) }
    /// The first moment after.
    var end: Instant { Instant(startOf: to.adding(days: 1)) }

    /// Live assignments `a` of the plan, of one unit only those that it leads.
    var assignments: SQL {
        guard let unit else {
            return "a.ward = \(ward) AND a.plan = \(plan) AND a.ended_at IS NULL"
        }
        return """
            a.ward = \(ward) AND a.plan = \(plan) AND a.ended_at IS NULL AND EXISTS (
                SELECT 1 FROM assignment_units x
                WHERE x.ward = a.ward AND x.assignment = a.id AND x.role = 'lead'
                    AND x.unit = \(unit))
            """
    }

    func isUnit(_ column: SQL) -> SQL { unit.map { "\(column) = \($0)" } ?? "1 = 1" }
}

extension YearlyReport {
    /// Adds what units wrote in their reports.
    fileprivate mutating func add(_ deliveries: [ReportDelivery]) {
        for delivery in deliveries {
            let unit = delivery.name
            let origin = ReportSource.unitReport(period: delivery.period, unit: delivery.unit)
            remarks += writtenLines(delivery.report.results).map {
                ReportedRemark(unit: unit, text: $0, origin: origin)
            }
            obstacles += writtenLines(delivery.report.obstacles).map {
                ReportedObstacle(unit: unit, text: $0, answer: nil, origin: origin)
            }
            proposals += writtenLines(delivery.report.proposals).map {
                ReportedProposal(unit: unit, text: $0, decision: nil, origin: origin)
            }
        }
    }
}
