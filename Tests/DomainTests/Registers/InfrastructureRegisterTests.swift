import Domain
import Testing

@Suite struct `Registers of houses and warnings` {
    @Test(arguments: [
        CheckCase([], ["second_exit": "0"]),
        CheckCase([], ["second_exit": "1", "exit_opened_on": "2026-05-01"]),
        CheckCase(["exit_opened"], ["second_exit": "0", "exit_opened_on": "2026-05-01"]),
        CheckCase(["cage_removed"], ["cage": "closed", "cage_removed_on": "2026-05-01"]),
        CheckCase([], ["cage": "removed", "cage_removed_on": "2026-05-01"]),
        CheckCase(
            ["cage_order"], ["cage_found_on": "2026-05-02", "cage_removed_on": "2026-05-01"]),
        CheckCase([], ["cage_found_on": "2026-05-01", "cage_removed_on": "2026-05-01"]),
        CheckCase(["kind_business"], ["kind": "ordinary", "business": "May"]),
        CheckCase([], ["kind": "combined", "business": "May"]),
    ])
    func `find houses wrong`(example: CheckCase) throws {
        #expect(try RegisterTrial(Houses.description).wrong(example.texts) == example.codes)
    }

    @Test func `tell what a house lacks, and what nobody knows of it`() throws {
        let trial = RegisterTrial(Houses.description)
        var texts = [
            "second_exit": "1", "cage": "door", "extinguishers": "1", "detectors": "1",
        ]
        #expect(try trial.derived("safety", texts)?.cell == Houses.Safety.whole.cell)
        texts["detectors"] = nil
        let unknown = try trial.derived("safety", texts)
        #expect(unknown?.cell == .empty)
        #expect(unknown?.reason == "Chưa biết: thiết bị cảnh báo cháy.")
        texts["detectors"] = "0"
        texts["cage"] = "closed"
        let lacking = try trial.derived("safety", texts)
        #expect(lacking?.cell == Houses.Safety.lacking.cell)
        #expect(lacking?.reason == "Thiếu: tháo hoặc mở chuồng cọp, thiết bị cảnh báo cháy.")
    }

    @Test func `ask more of a house with a business, and of one with a cage`() throws {
        let trial = RegisterTrial(Houses.description)
        #expect(try trial.lacking(["kind": "combined"]).contains("business"))
        #expect(try !trial.lacking(["kind": "ordinary"]).contains("business"))
        #expect(try trial.lacking(["cage": "closed"]).contains("cage_action"))
        #expect(try !trial.lacking(["cage": "none"]).contains("cage_action"))
    }

    @Test(arguments: [
        CheckCase([], ["visited_on": "2026-05-01", "promised_by": "2026-05-01"]),
        CheckCase(["due_order"], ["visited_on": "2026-05-02", "promised_by": "2026-05-01"]),
        CheckCase(["done_order"], ["visited_on": "2026-05-02", "done_on": "2026-05-01"]),
    ])
    func `find visits wrong`(example: CheckCase) throws {
        let trial = RegisterTrial(HouseholdVisits.description)
        #expect(try trial.wrong(example.texts) == example.codes)
    }

    @Test(arguments: [
        CheckCase([], ["signed_on": "2026-05-01", "followed_on": "2026-05-01"]),
        CheckCase(["order"], ["signed_on": "2026-05-02", "followed_on": "2026-05-01"]),
    ])
    func `find commitments wrong`(example: CheckCase) throws {
        #expect(try RegisterTrial(Commitments.description).wrong(example.texts) == example.codes)
    }

    @Test(arguments: [
        CheckCase([], ["fitted_on": "2026-05-01", "connected_on": "2026-05-01"]),
        CheckCase(["fitted_order"], ["fitted_on": "2026-05-02", "connected_on": "2026-05-01"]),
        CheckCase(["persuaded_order"], ["persuaded_on": "2026-05-02", "fitted_on": "2026-05-01"]),
        CheckCase(["planned_fitted"], ["state": "planned", "fitted_on": "2026-05-01"]),
        CheckCase([], ["state": "working", "fitted_on": "2026-05-01"]),
    ])
    func `find warning devices wrong`(example: CheckCase) throws {
        let trial = RegisterTrial(EarlyWarningDevices.description)
        #expect(try trial.wrong(example.texts) == example.codes)
    }
}

@Suite struct `Registers of infrastructure` {
    private static func norm(
        _ measure: String, _ value: String, from: String? = nil, until: String? = nil
    ) throws -> Record {
        var texts = ["measure": measure, "value_m": value, "source": "Quy chuẩn thử"]
        texts["valid_from"] = from
        texts["valid_until"] = until
        return try RegisterTrial.rule(InfrastructureNorms.description, texts)
    }

    @Test(arguments: [
        ("3,5", "4,5", Roads.EngineAccess.passable), ("3,4", "4,5", .tooNarrow),
        ("3,5", "4,4", .tooLow), ("3,4", "4,4", .tooNarrow),
    ])
    func `judge roads by clear width and height`(
        width: String, height: String, access: Roads.EngineAccess
    ) throws {
        let rules = [
            try Self.norm("road_width", "3,5"), try Self.norm("road_height", "4,5"),
            // Not in force yet, and no longer.
            try Self.norm("road_width", "6", from: "2026-11-29"),
            try Self.norm("road_width", "9", until: "2026-11-27"),
        ]
        let trial = RegisterTrial(Roads.description, rules: rules)
        let value = try trial.derived("engine_access", ["width_m": width, "height_m": height])
        #expect(value?.cell == access.cell)
        #expect(value?.reason.contains("Quy chuẩn thử") == true)
        // One of the two decides already when it is too small.
        let alone = try trial.derived("engine_access", ["width_m": width])
        #expect(alone?.cell == (width == "3,4" ? Roads.EngineAccess.tooNarrow.cell : nil))
    }

    @Test func `say so while no norm is known`() throws {
        let value = try RegisterTrial(Roads.description).derived(
            "engine_access", ["width_m": "5", "height_m": "5"])
        #expect(value?.cell == .empty)
        #expect(value?.reason.contains("sổ Ngưỡng hạ tầng") == true)
    }

    @Test(arguments: [
        (["found_on": "2026-05-01"], RoadObstacles.State.found),
        (["found_on": "2026-05-01", "asked_on": "2026-05-02"], .asked),
        (["found_on": "2026-05-01", "removed_on": "2026-05-03"], .removed),
    ])
    func `follow an obstacle from its finding to its removal`(
        texts: [String: String], state: RoadObstacles.State
    ) throws {
        let value = try RegisterTrial(RoadObstacles.description).derived("state", texts)
        #expect(value?.cell == state.cell)
    }

    @Test(arguments: [
        CheckCase([], ["found_on": "2026-05-01", "removed_on": "2026-05-01"]),
        CheckCase(["asked_order"], ["found_on": "2026-05-02", "asked_on": "2026-05-01"]),
        CheckCase(["removed_order"], ["found_on": "2026-05-02", "removed_on": "2026-05-01"]),
    ])
    func `find obstacles wrong`(example: CheckCase) throws {
        #expect(try RegisterTrial(RoadObstacles.description).wrong(example.texts) == example.codes)
    }

    @Test(arguments: [
        CheckCase(["turning"], ["is_dead_end": "0", "has_turning": "0"]),
        CheckCase([], ["is_dead_end": "1", "has_turning": "0"]),
        CheckCase([], ["is_dead_end": "0"]),
    ])
    func `find roads wrong`(example: CheckCase) throws {
        #expect(try RegisterTrial(Roads.description).wrong(example.texts) == example.codes)
    }

    @Test(arguments: [
        CheckCase(["done_state"], ["state": "doing", "done_on": "2026-05-01"]),
        CheckCase([], ["state": "buried", "done_on": "2026-05-01"]),
        CheckCase([], ["state": "tidied", "done_on": "2026-05-01"]),
    ])
    func `find lines wrong`(example: CheckCase) throws {
        #expect(try RegisterTrial(CableSections.description).wrong(example.texts) == example.codes)
    }

    @Test(arguments: [
        CheckCase(["lacks"], ["lacks_road": "0", "lacks_water": "0"]),
        CheckCase([], ["lacks_road": "0", "lacks_water": "1"]),
        CheckCase(["order"], ["determined_on": "2026-05-02", "solved_on": "2026-05-01"]),
        CheckCase([], ["determined_on": "2026-05-01", "solved_on": "2026-05-01"]),
    ])
    func `find areas wrong`(example: CheckCase) throws {
        #expect(try RegisterTrial(DeficientAreas.description).wrong(example.texts) == example.codes)
    }

    @Test(arguments: [
        CheckCase(["approved_order"], ["proposed_on": "2026-05-02", "approved_on": "2026-05-01"]),
        CheckCase(["done_order"], ["started_on": "2026-05-02", "done_on": "2026-05-01"]),
        CheckCase(["overspent"], ["budget": "1 tỷ", "spent": "1.000.000.001"]),
        CheckCase([], ["budget": "1 tỷ", "spent": "1.000.000.000", "proposed_on": "2026-05-01"]),
    ])
    func `find works wrong`(example: CheckCase) throws {
        let trial = RegisterTrial(ImprovementWorks.description)
        #expect(try trial.wrong(example.texts) == example.codes)
    }

    @Test(arguments: [
        (["proposed_on"], ImprovementWorks.Stage.proposed),
        (["proposed_on", "approved_on"], .approved), (["approved_on", "started_on"], .doing),
        (["started_on", "done_on"], .done), (["approved_on", "dropped_on"], .dropped),
    ])
    func `follow a work by its dates`(keys: [String], stage: ImprovementWorks.Stage) throws {
        let texts = Dictionary(uniqueKeysWithValues: keys.map { ($0, "2026-05-01") })
        let value = try RegisterTrial(ImprovementWorks.description).derived("stage", texts)
        #expect(value?.cell == stage.cell)
        #expect(try RegisterTrial(ImprovementWorks.description).derived("stage", [:]) == nil)
    }
}
