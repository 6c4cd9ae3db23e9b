package import Domain

extension Transaction {
    /// The officer says: I look after it. From then on nobody further is called.
    ///
    /// - Parameter instead: of whom the officer takes it over; nil: of nobody.
    /// - Throws: `.conflict` when somebody else has it.
    package func takeAlarm(_ id: String, insteadOf instead: String?, by officer: Officer) throws {
        let found = try openCase(id, by: officer)
        guard found.taken?.by != officer.id else { return }
        guard found.taken?.by == instead else {
            throw Problem(
                .conflict,
                "\(found.taken?.name ?? "Không ai") đang giữ báo cháy này. Hãy xem lại trang.")
        }
        try answerCalls(of: id, by: officer)
        let owner: SQL = instead.map { "taken_by = \($0)" } ?? "taken_by IS NULL"
        try answer(
            verb: "alarm.take", .taken, id,
            [JournalChange("person", from: instead, to: officer.id)],
            "taken_at = \(now), taken_by = \(officer.id)", where: owner, by: officer)
        try answerDrill(of: id, by: officer)
    }

    /// Keeps that 114 was called, once.
    package func tellFireService(of id: String, by officer: Officer) throws {
        let found = try openCase(id, by: officer)
        guard found.told == nil else { return }
        try fillIncident(of: found, Incidents.forwarded, by: officer)
        try answer(
            verb: "alarm.told", .told, id, [], "told_at = \(now), told_by = \(officer.id)",
            where: "told_at IS NULL", by: officer)
    }

    /// Keeps what the alarm was; everything but a fire is over with it.
    package func judgeAlarm(
        _ id: String, _ outcome: AlarmOutcome, cause: AlarmOutcome.Cause?, words: String,
        by officer: Officer
    ) throws {
        try officer.require(.judgeAlarms)
        try outcome.check(cause: cause, words: words)
        let found = try openCase(id, by: officer)
        let cause = outcome == .unwanted ? cause : nil
        let end: SQL =
            outcome.ends ? ", closed_at = \(now), closed_by = \(officer.id)" : ""
        if found.taken == nil { try answerCalls(of: id, by: officer) }
        if outcome.ends { try stopCalls(of: id, ward: officer.ward) }
        // Who judges looks after it, if nobody said so.
        let hand: SQL =
            found.taken == nil ? ", taken_at = \(now), taken_by = \(officer.id)" : ""
        try answer(
            verb: "alarm.judge", .judged, id,
            [
                JournalChange("outcome", from: found.outcome?.rawValue, to: outcome.rawValue),
                JournalChange("cause", from: found.cause?.rawValue, to: cause?.rawValue),
                JournalChange("text", to: words.isEmpty ? nil : words),
            ],
            """
            outcome = \(outcome), cause = \(cause), words = \(words), judged_at = \(now),
                judged_by = \(officer.id)\(hand)\(end)
            """, where: "1 = 1", words: outcome.rawValue, by: officer)
        try answerDrill(of: id, by: officer)
        if outcome.isFalse, !found.isTrial, let facility = found.facility {
            try oweRemedy(of: facility, since: found.openedAt, by: officer)
        }
    }

    /// Keeps a moment of the response; the incident, where there is one, gets it too.
    package func markAlarm(_ id: String, _ mark: AlarmMark, by officer: Officer) throws {
        let found = try openCase(id, by: officer)
        try fillIncident(of: found, mark.incidentField, by: officer)
        try answer(
            verb: "alarm.mark", .marked, id, [JournalChange("mark", to: mark.rawValue)],
            "changed_at = \(now)", where: "1 = 1", words: mark.rawValue, by: officer)
    }

    /// Ends a fire that is over.
    package func closeAlarm(_ id: String, by officer: Officer) throws {
        try officer.require(.judgeAlarms)
        let found = try openCase(id, by: officer)
        guard found.outcome != nil || found.kind == .outage else {
            throw Problem(
                .invalid,
                "Chưa ai kết luận báo cháy này là gì. Hãy chọn kết luận trước khi kết thúc.")
        }
        try stopCalls(of: id, ward: officer.ward)
        try answer(
            verb: "alarm.close", .closed, id, [],
            "closed_at = \(now), closed_by = \(officer.id)", where: "1 = 1", by: officer)
    }

    func openCase(_ id: String, by officer: Officer) throws -> AlarmCase {
        try officer.require(.attendAlarms)
        let found = try alarmCase(id, for: officer)
        guard found.isOpen else {
            throw Problem(
                .conflict, "Báo cháy này đã kết thúc. Tín hiệu mới sẽ mở một báo cháy mới.")
        }
        return found
    }

    /// The journal first, then the desk (`Desk` says why), then the case, all or nothing.
    func answer(
        verb: String, _ kind: AlarmStepKind, _ id: String, _ changes: [JournalChange],
        _ sets: SQL, where condition: SQL, words: String? = nil, by officer: Officer
    ) throws {
        try record(verb, "alarm_cases/\(id)", changes, by: officer)
        var desk = try openDesk(ward: officer.ward)
        let count = try run(
            """
            UPDATE alarm_cases SET \(sets)
            WHERE ward = \(officer.ward) AND id = \(id) AND closed_at IS NULL AND \(condition)
            """)
        guard count == 1 else { throw Problem.changedMeanwhile }
        try desk.tell(kind, of: id, by: officer.id, words, at: now, in: self)
        try closeDesk(desk)
    }
}
