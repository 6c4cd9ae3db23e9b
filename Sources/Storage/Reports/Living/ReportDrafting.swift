package import Domain

/// A report as it stands: every part as it would go out, with what a person should look at.
package struct ReportDraft: Sendable {
    package let report: StoredReport
    package let sections: [DraftedSection]
    package let document: AdministrativeDocument
    package let figures: [ReportFigure]
    /// Sums that do not agree, a sentence each.
    package let disagreements: [String]
    /// Figures that the registers tell otherwise than when it was handed up, or issued.
    package let differences: [ReportDifference]
    /// Units whose report it waits for, with their day.
    package let waiting: [ReportDelivery]
    /// Of a plan, as far as they were reached.
    let targets: [ReportedTarget]
    package let to: Day
}

/// One part of a report with what was written over it.
package struct DraftedSection: Sendable {
    /// As it would go out.
    package let section: ReportSection
    /// As the program drafts it; nil: the draft no longer has the part.
    package let drafted: ReportSection?
    package let edit: SectionEdit?
    /// nil: nobody edited it.
    package let merged: MergedSection?
}

/// What a person wrote over a part.
package struct SectionEdit: Sendable, Equatable {
    package let section: String
    package let level: Int
    package let title: String
    package let text: String
    /// `SectionText.told` of the draft below it.
    package let base: [String]
    package let at: Instant
    package let by: String
    package let version: Int
}

extension Transaction {
    /// The report as it stands; once it is handed up, as it was handed up.
    package func draft(of report: StoredReport, for officer: Officer) throws -> ReportDraft {
        if let content = report.content { return try kept(report, content, for: officer) }
        let (facts, waiting) = try facts(of: report, for: officer)
        var text = report.kind.draft(facts)
        var found: [ReportDifference] = []
        if let corrected = try report.corrects.map({ try self.report($0, for: officer) }) {
            found = try differences(of: corrected, ward: officer.ward)
            text = Self.correcting(text, corrected, found)
        }
        let sections = try sections(of: report, text.sections, ward: officer.ward)
        text.sections = sections.map(\.section)
        return ReportDraft(
            report: report, sections: sections, document: text.document(on: facts.sheet),
            figures: facts.figures,
            disagreements: Self.disagreements(of: report.kind, facts.figures), differences: found,
            waiting: waiting, targets: facts.plan?.targets ?? [], to: facts.to)
    }

    /// What is corrected stands first, before everything else but the opening.
    private static func correcting(
        _ text: ReportText, _ corrected: StoredReport, _ differences: [ReportDifference]
    ) -> ReportText {
        var text = text
        text.title += " (đính chính)"
        let part = CorrectionSection.section(
            differences, of: corrected.citation, report: corrected.id)
        let place = text.sections.first?.level == 0 ? 1 : 0
        text.sections.insert(part, at: min(place, text.sections.count))
        return text
    }

    private func kept(
        _ report: StoredReport, _ content: ReportContent, for officer: Officer
    ) throws -> ReportDraft {
        let document =
            try report.document
            ?? content.text.document(on: sheet(of: report, for: officer))
        return ReportDraft(
            report: report,
            sections: content.text.sections.map {
                DraftedSection(section: $0, drafted: nil, edit: nil, merged: nil)
            }, document: document, figures: content.figures,
            disagreements: Self.disagreements(of: report.kind, content.figures),
            differences: try differences(of: report, ward: officer.ward), waiting: [], targets: [],
            to: report.to ?? today)
    }

    static func disagreements(of kind: ReportKind, _ figures: [ReportFigure]) -> [String] {
        kind.sums.compactMap { sum in
            sum.disagreement(in: figures) { key in
                let label = kind.figure(key)?.name ?? key
                return PoliceLine.number(of: key).map { "dòng \($0) (\(label))" } ?? "«\(label)»"
            }
        }
    }

    /// The parts of the draft with what people wrote over them; a part that is no longer drafted
    /// stays behind the one before it.
    private func sections(
        of report: StoredReport, _ drafted: [ReportSection], ward: String
    ) throws -> [DraftedSection] {
        let edits = try edits(of: report.id, ward: ward)
        var rest = Dictionary(edits.map { ($0.section, $0) }, uniquingKeysWith: { one, _ in one })
        var all = drafted.map { section -> DraftedSection in
            guard let edit = rest.removeValue(forKey: section.key) else {
                return DraftedSection(
                    section: section, drafted: section, edit: nil, merged: nil)
            }
            let merged = MergedSection(edited: edit.text, base: edit.base, live: section.blocks)
            var own = section
            own.blocks = SectionText.blocks(
                merged.lines.joined(separator: "\n"), over: section.blocks)
            return DraftedSection(section: own, drafted: section, edit: edit, merged: merged)
        }
        for edit in edits where rest[edit.section] != nil {
            let own = ReportSection(
                edit.section, level: edit.level, title: edit.title,
                SectionText.blocks(edit.text, over: []))
            let lead = edit.section.prefix { $0 != "." }
            let place = all.lastIndex { $0.section.key.prefix { $0 != "." } == lead }
            all.insert(
                DraftedSection(
                    section: own, drafted: nil, edit: edit,
                    merged: MergedSection(edited: edit.text, base: edit.base, live: [])),
                at: place.map { $0 + 1 } ?? max(0, all.count - 1))
        }
        return all
    }

    // MARK: Facts

    /// What the report is drafted from, and the units whose reports it still waits for.
    private func facts(
        of report: StoredReport, for officer: Officer
    ) throws -> (ReportFacts, [ReportDelivery]) {
        var facts: ReportFacts
        var waiting: [ReportDelivery] = []
        let sheet = try sheet(of: report, for: officer)
        let body = try reporter(of: report, for: officer)
        switch report.kind.subject {
        case .unit: preconditionFailure("a unit's delivery is kept elsewhere")
        case .duty:
            let period = try reportPeriod(report.period ?? "", for: officer)
            var plan = try yearlyReport(period, to: report.to, for: officer)
            plan.targets = try keptTargets(plan.targets, of: report, ward: officer.ward)
            waiting = try deliveries(of: period, for: officer).filter {
                !$0.report.state.isDelivered
            }
            facts = ReportFacts(
                from: plan.from, to: plan.to, reporter: plan.reporter, sheet: sheet, plan: plan)
        case .plan:
            let to = min(report.to ?? today, today)
            var plan = try planFacts(
                try self.plan(report.plan ?? "", for: officer), from: report.from, to: to,
                known: today, reporter: body.reporter, for: officer)
            plan.targets = try keptTargets(plan.targets, of: report, ward: officer.ward)
            facts = ReportFacts(
                from: plan.from, to: plan.to, reporter: plan.reporter, sheet: sheet, plan: plan)
        case .ward:
            facts = ReportFacts(
                from: report.from, to: min(report.to ?? today, today), reporter: body.reporter,
                sheet: sheet, subject: report.subject)
            facts.obstacles = try obstacles(from: facts.from, to: facts.to, ward: officer.ward)
            facts.proposals = try proposals(from: facts.from, to: facts.to, ward: officer.ward)
        case .facility:
            let to = min(report.to ?? today, today)
            facts = ReportFacts(
                from: report.from, to: to, reporter: body.reporter, sheet: sheet,
                facility: try facilityFacts(
                    report.facility ?? "", from: report.from, to: to, for: officer))
        }
        facts.figures = try figures(
            of: report.kind, from: facts.from, to: facts.to,
            entries: try entries(of: report.id, ward: officer.ward), ward: officer.ward)
        return (facts, waiting)
    }

    /// Targets of a correction as the report that it corrects told them: what a register says of a
    /// day cannot be counted again later.
    private func keptTargets(
        _ targets: [ReportedTarget], of report: StoredReport, ward: String
    ) throws -> [ReportedTarget] {
        guard let corrected = report.corrects else { return targets }
        let kept = try rows(
            """
            SELECT figure, value FROM report_figures
            WHERE ward = \(ward) AND report = \(corrected) AND register = ''
            """)
        let values = Dictionary(
            kept.map { ($0["figure"] as String, $0["value"] as Double?) },
            uniquingKeysWith: { one, _ in one })
        return targets.map { target in
            guard let key = Self.figureKey(of: target), let value = values[key] else {
                return target
            }
            var target = target
            target.reached = value
            return target
        }
    }

    /// Under which a target's value is kept with a report; nil: it cannot be told again.
    static func figureKey(of target: ReportedTarget) -> String? {
        if case .target(_, let id)? = target.origin { "target:\(id)" } else { nil }
    }

    /// The body that makes the report.
    private func reporter(of report: StoredReport, for officer: Officer) throws -> ReportingWard {
        let ward = try reportingWard(officer.ward)
        return report.kind.isOfParty
            ? ReportingWard(
                name: ward.name, kind: ward.kind, province: ward.province, isParty: true) : ward
    }

    /// Head and foot.
    func sheet(
        of report: StoredReport, for officer: Officer
    ) throws -> AdministrativeDocument {
        let body = try reporter(of: report, for: officer)
        switch report.kind.subject {
        case .duty:
            let period = try reportPeriod(report.period ?? "", for: officer)
            let plan = try plan(period.duty.plan, for: officer)
            return ReportSheet.ofWard(
                body.reporting(on: period.duty.content, planIssuer: plan.issuer),
                duty: period.duty.content, head: report.head, today: today)
        case .plan, .ward, .unit:
            return ReportSheet.ofWard(body, duty: nil, head: report.head, today: today)
        case .facility:
            let facility = try record(
                report.facility ?? "", of: Facilities.description, for: officer)
            return ReportSheet.ofFacility(
                facility[Facilities.name] ?? "Cơ sở", in: body, head: report.head, today: today)
        }
    }
}
