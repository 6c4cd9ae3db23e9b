import Domain
import Storage
import TestSupport
import Testing

@Suite struct `Reports that are sent` {
    @Test(arguments: TestEngine.available)
    func `tell of the day they were sent, and no refused explanation as a cause`(
        engine: TestEngine
    ) async throws {
        let clock = TestClock()
        let at = try await ReportSetting.open(engine, clock: clock.now)
        let office = at.ward.officer(.office)
        let police = at.ward.officer(.police)
        let work = try await at.database.write { tx in
            let work: String? = try tx.value(
                """
                SELECT o.id AS value FROM occurrences o
                JOIN assignment_units u ON u.ward = o.ward AND u.assignment = o.assignment
                WHERE u.unit = \(at.ward.police) AND u.role = 'lead' ORDER BY o.id LIMIT 1
                """)
            let id = try #require(work)
            for (answer, verdict) in [("Thiếu người.", "accepted"), ("Quên.", "refused")] {
                try tx.run(
                    """
                    INSERT INTO explanations (ward, id, occurrence, asked_at, asked_by, asked_of,
                        question, due, answered_at, answered_by, answer, verdict)
                    VALUES (\(TestWard.code), \(tx.makeIdentifier()), \(id), \(tx.now),
                        \(office.id), \(at.ward.police), 'Vì sao?', \(tx.today), \(tx.now),
                        \(police.id), \(answer), \(verdict))
                    """)
            }
            try tx.run("UPDATE occurrences SET submitted_at = \(tx.now) WHERE id = \(id)")
            try at.issue(tx)
            return id
        }
        let before = try await facts(at, office)
        #expect(before.explanation == "Thiếu người.")
        #expect(before.status.isWaiting)
        clock.set(clock.now().adding(seconds: 2 * 86_400))
        try await at.database.write { tx in
            try tx.run("UPDATE occurrences SET accepted_at = \(tx.now) WHERE id = \(work)")
        }
        #expect(try await facts(at, office) == before)
    }

    private func facts(_ at: ReportSetting, _ officer: Officer) async throws -> ReportedShare {
        try await at.database.read { tx in
            let report = try tx.yearlyReport(
                try tx.reportPeriod(at.wardPeriod, for: officer), for: officer)
            return try #require(
                report.groups.flatMap(\.tasks).flatMap(\.shares).first {
                    $0.unit == "Công an phường" && $0.explanation != nil
                })
        }
    }

    @Test(arguments: TestEngine.available)
    func `of units to the ward are not answered by a report of the ward to itself`(
        engine: TestEngine
    ) async throws {
        let at = try await ReportSetting.open(engine)
        let office = at.ward.officer(.office)
        let read = await #expect(throws: Problem.self) {
            try await at.database.read { tx in
                _ = try tx.yearlyReport(try tx.reportPeriod(at.period, for: office), for: office)
            }
        }
        #expect(read?.kind == .notFound)
        let sent = await #expect(throws: Problem.self) {
            try await at.database.write { tx in
                try tx.startReport(NewReport("plan_year", period: at.period), by: office)
            }
        }
        #expect(sent?.kind == .notFound)
    }
}
