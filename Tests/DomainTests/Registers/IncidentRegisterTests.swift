import Domain
import Testing

@Suite struct `Registers of incidents, money and organisation` {
    private static let orders: [(code: String, early: String, late: String)] = [
        ("ignited_discovered", "ignited_at", "discovered_at"),
        ("ignited_reported", "ignited_at", "reported_at"),
        ("discovered_reported", "discovered_at", "reported_at"),
        ("reported_forwarded", "reported_at", "forwarded_at"),
        ("reported_engine", "reported_at", "engine_arrived_at"),
        ("discovered_local", "discovered_at", "local_arrived_at"),
        ("discovered_controlled", "discovered_at", "controlled_at"),
        ("discovered_extinguished", "discovered_at", "extinguished_at"),
        ("controlled_extinguished", "controlled_at", "extinguished_at"),
    ]

    @Test(arguments: orders)
    func `hold the times of an incident in order, the same minute allowed`(
        order: (code: String, early: String, late: String)
    ) throws {
        let trial = RegisterTrial(Incidents.description)
        let at = { (early: String, late: String) in
            try trial.wrong([order.early: early, order.late: late])
        }
        #expect(try at("15:40 21/11/2026", "15:41 21/11/2026") == [])
        #expect(try at("15:40 21/11/2026", "15:40 21/11/2026") == [])
        #expect(try at("15:40 21/11/2026", "15:39 21/11/2026") == [order.code])
        #expect(try at("00:10 22/11/2026", "23:50 21/11/2026") == [order.code])
    }

    @Test(arguments: [
        CheckCase([], ["dead": "2", "dead_of_forces": "2"]),
        CheckCase(["dead"], ["dead": "2", "dead_of_forces": "3"]),
        CheckCase(["injured"], ["injured": "0", "injured_of_forces": "1"]),
        CheckCase(["concluded"], ["cause": "unclear", "cause_state": "concluded"]),
        CheckCase([], ["cause": "unclear", "cause_state": "investigated"]),
    ])
    func `find incidents wrong`(example: CheckCase) throws {
        #expect(try RegisterTrial(Incidents.description).wrong(example.texts) == example.codes)
    }

    @Test func `add up who was saved, and count the minutes to the first engine`() throws {
        let trial = RegisterTrial(Incidents.description)
        let saved = try trial.derived("saved", ["saved_directly": "3", "guided_out": "12"])
        #expect(saved?.cell == .integer(15))
        #expect(try trial.derived("saved", ["saved_directly": "3"]) == nil)
        let texts = ["reported_at": "23:55 21/11/2026", "engine_arrived_at": "00:04 22/11/2026"]
        #expect(try trial.derived("minutes_to_engine", texts)?.cell == .integer(9))
        let wrong = ["reported_at": "23:55 21/11/2026", "engine_arrived_at": "23:54 21/11/2026"]
        #expect(try trial.derived("minutes_to_engine", wrong) == nil)
    }

    @Test func `ask of an incident what its kind needs`() throws {
        let trial = RegisterTrial(Incidents.description)
        #expect(try trial.lacking(["kind": "fire"]).contains("cause"))
        #expect(try !trial.lacking(["kind": "rescue"]).contains("cause"))
        #expect(try trial.lacking(["kind": "rescue"]).contains("subtype"))
        #expect(try trial.lacking(["premises": "forest"]).contains("forest_ha"))
        #expect(try trial.lacking(["news_from": "citizen"]).contains("forwarded_at"))
        #expect(try !trial.lacking(["news_from": "call_114"]).contains("forwarded_at"))
    }

    @Test func `reckon a budget line`() throws {
        let trial = RegisterTrial(BudgetLines.description)
        let estimate = try trial.derived(
            "estimate", ["item_count": "2,5", "unit_price": "3 triệu"])
        #expect(estimate?.cell == .integer(7_500_000))
        #expect(try trial.derived("estimate", ["item_count": "2"]) == nil)
        let left = try trial.derived("remaining", ["approved": "10 triệu", "spent": "4 triệu"])
        #expect(left?.cell == .integer(6_000_000))
        #expect(try trial.derived("remaining", ["approved": "10"])?.cell == .integer(10))
        #expect(try trial.derived("remaining", ["spent": "10"]) == nil)
    }

    @Test(arguments: [
        CheckCase([], ["stage": "approved", "approved": "10", "spent": "10"]),
        CheckCase(["overspent"], ["stage": "approved", "approved": "10", "spent": "11"]),
        CheckCase(["unapproved"], ["stage": "proposed", "spent": "1"]),
        CheckCase([], ["stage": "proposed", "spent": "0"]),
        CheckCase(["over_estimate"], ["item_count": "3", "unit_price": "5", "planned": "14"]),
        CheckCase([], ["item_count": "3", "unit_price": "5", "planned": "15"]),
    ])
    func `find budget lines wrong`(example: CheckCase) throws {
        #expect(try RegisterTrial(BudgetLines.description).wrong(example.texts) == example.codes)
    }

    @Test(arguments: [
        CheckCase([], ["given_on": "2026-05-01", "used_on": "2026-05-01"]),
        CheckCase(["order"], ["given_on": "2026-05-02", "used_on": "2026-05-01"]),
    ])
    func `find contributions wrong`(example: CheckCase) throws {
        #expect(try RegisterTrial(Contributions.description).wrong(example.texts) == example.codes)
    }

    @Test(arguments: [
        CheckCase([], ["since_on": "2026-05-01", "until_on": "2026-05-01"]),
        CheckCase(["order"], ["since_on": "2026-05-02", "until_on": "2026-05-01"]),
    ])
    func `find staff wrong`(example: CheckCase) throws {
        #expect(try RegisterTrial(Staff.description).wrong(example.texts) == example.codes)
    }

    @Test func `count what a school does of the six`() throws {
        let trial = RegisterTrial(SchoolPoints.description)
        var texts = [
            "core_teacher": "Cô Mẫu", "lessons": "0", "drilled_on": "2026-05-01", "has_plan": "1",
            "self_checked_on": "2026-05-01",
        ]
        let partly = try trial.derived("parts", texts)
        #expect(partly?.cell == .integer(4))
        #expect(partly?.reason == "Chưa có: lồng ghép trong giảng dạy, đội PCCC.")
        texts["lessons"] = "1"
        texts["has_team"] = "1"
        #expect(try trial.derived("parts", texts)?.cell == .integer(6))
        #expect(try trial.wrong(["core_qualified_on": "2026-05-01"]) == ["core"])
        #expect(try trial.wrong(texts.merging(["core_qualified_on": "2026-05-01"]) { $1 }) == [])
    }

    @Test func `find an area of risk without any danger wrong`() throws {
        let trial = RegisterTrial(RiskAreas.description)
        var texts = ["is_fire": "0", "is_explosion": "0", "is_flood": "0"]
        #expect(try trial.wrong(texts) == [])
        texts["is_disaster"] = "0"
        #expect(try trial.wrong(texts) == ["none"])
        texts["is_flood"] = "1"
        #expect(try trial.wrong(texts) == [])
    }

    @Test func `find rules wrong that end before they begin`() throws {
        for register in [
            KitNorms.description, OutreachFloors.description, UpkeepCycles.description,
        ] {
            let trial = RegisterTrial(register)
            #expect(
                try trial.wrong(["valid_from": "2026-05-02", "valid_until": "2026-05-01"])
                    == ["order"])
            #expect(
                try trial.wrong(["valid_from": "2026-05-01", "valid_until": "2026-05-01"]) == [])
        }
    }
}
