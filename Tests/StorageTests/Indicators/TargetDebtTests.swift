import Domain
import Storage
import TestSupport
import Testing

/// The clock stands on Saturday, 21 November 2026; the plan was confirmed on that day, so a test
/// that looks back moves the confirmation.
@Suite struct `A debt of a target` {
    private struct Setting {
        let own: IndicatorSetting

        init(_ engine: TestEngine) async throws {
            own = try await IndicatorSetting(engine)
            let plan = own.draft.plan
            _ = try await own.draft.database.write { tx in
                try tx.run(
                    """
                    UPDATE plans SET confirmed_at = \(Instant(startOf: tx.today.adding(days: -26)))
                    WHERE ward = \(TestWard.code) AND id = \(plan)
                    """)
            }
            try await own.ask(per: "week", min: 5, unit: "broadcast")
        }

        func rhythm() async throws -> TargetRhythm {
            try #require(try await own.target().rhythm)
        }

        func excuse(_ slot: String, _ reason: String, as role: Role) async throws {
            let (id, plan) = (try await own.target().target.id, own.draft.plan)
            let officer = own.draft.ward.officer(role)
            try await own.draft.database.write { tx in
                try tx.excuseTarget(id, of: plan, slot: slot, reason: reason, by: officer)
            }
        }
    }

    @Test(arguments: TestEngine.available)
    func `follows from the register, week by week`(engine: TestEngine) async throws {
        let setting = try await Setting(engine)
        for (day, sessions) in [("2026-11-10", 3), ("2026-11-14", 0), ("2026-11-05", 6)] {
            _ = try await setting.own.keep(
                OutreachActivities.description,
                [
                    "name": "Phát loa \(day)", "form": "loudspeaker", "topic": "exits",
                    "audience": "households", "held_on": day, "unit": setting.own.draft.ward.police,
                    "sessions": "\(sessions)",
                ])
        }
        try await setting.own.measure(by: "broadcasts_held")
        let rhythm = try await setting.rhythm()
        #expect(
            rhythm.rounds.map(\.slot) == [
                "w2026-11-16", "w2026-11-09", "w2026-11-02", "w2026-10-26",
            ])
        #expect(rhythm.rounds.map(\.value) == [0, 3, 6, 0])
        #expect(rhythm.rounds.map(rhythm.debt) == [nil, 2, 0, 5])
        #expect(rhythm.debt == 7)
    }

    @Test(arguments: TestEngine.available)
    func `follows from what was reported, and knows what was not`(
        engine: TestEngine
    ) async throws {
        let setting = try await Setting(engine)
        let (id, plan) = (try await setting.own.target().target.id, setting.own.draft.plan)
        let police = setting.own.draft.ward.officer(.police)
        try await setting.own.draft.database.write { tx in
            for (day, value) in [("2026-11-11", 1.0), ("2026-11-15", 3)] {
                try tx.reportTarget(
                    id, of: plan, day: Day(iso: day) ?? tx.today, value: value, note: "",
                    evidence: nil, by: police)
            }
        }
        let rhythm = try await setting.rhythm()
        // The last word of a week counts.
        #expect(rhythm.rounds.map(\.value) == [nil, 3, nil, nil])
        #expect((rhythm.debt, rhythm.untoldRounds) == (2, 2))
    }

    @Test(arguments: TestEngine.available)
    func `is let go with a reason, by who does not owe it`(engine: TestEngine) async throws {
        let setting = try await Setting(engine)
        try await setting.own.measure(by: "broadcasts_held")
        let slot = "w2026-11-09"
        for (reason, role, kind) in [
            ("", Role.office, Problem.Kind.invalid), ("Nghỉ", .police, .forbidden),
            ("Nghỉ", .division, .forbidden), ("Nghỉ", .supervisor, .forbidden),
        ] {
            await #expect {
                try await setting.excuse(slot, reason, as: role)
            } throws: { ($0 as? Problem)?.kind == kind }
        }
        try await setting.excuse(slot, "Hỏng loa, CV 12", as: .office)
        let rhythm = try await setting.rhythm()
        #expect(rhythm.rounds.first { $0.slot == slot }?.excuse == "Hỏng loa, CV 12")
        #expect(rhythm.debt == 10)
        // Once; and never the week that runs.
        for again in [slot, "w2026-11-16", "nothing"] {
            await #expect {
                try await setting.excuse(again, "Nghỉ", as: .office)
            } throws: { ($0 as? Problem)?.kind == .conflict }
        }
    }
}

@Suite struct `The pace of a target that units report` {
    @Test(arguments: TestEngine.available)
    func `follows from their values`(engine: TestEngine) async throws {
        let setting = try await IndicatorSetting(engine)
        #expect(try await setting.target().pace == nil)
        let (id, plan) = (try await setting.target().target.id, setting.draft.plan)
        let police = setting.draft.ward.officer(.police)
        try await setting.draft.database.write { tx in
            for (daysAgo, value) in [(40, 4.0), (10, 10)] {
                try tx.reportTarget(
                    id, of: plan, day: tx.today.adding(days: -daysAgo), value: value, note: "",
                    evidence: nil, by: police)
            }
        }
        let standing = try await setting.target()
        #expect(standing.course.map(\.value) == [4, 10])
        // 25% by 31/12/2026, forty days ahead.
        let pace = try #require(standing.pace)
        #expect(pace.standing == .behind)
        #expect(abs((pace.needed ?? 0) - 15 / (40 / 30.436_875)) < 1e-9)
        #expect(standing.isRed(on: TestEngine.moment.day))
    }

    /// A share of nothing is no figure, and so has no pace.
    @Test(arguments: TestEngine.available)
    func `is none where there is nothing of which to be a share`(engine: TestEngine) async throws {
        let setting = try await IndicatorSetting(engine)
        try await setting.measure(by: "transmitters_connected")
        let standing = try await setting.target()
        #expect(standing.value == nil)
        #expect(standing.pace == nil)
        #expect(standing.course.isEmpty)
    }
}
