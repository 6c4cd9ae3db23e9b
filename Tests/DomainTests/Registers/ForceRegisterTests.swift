import Domain
import Testing

@Suite struct `Registers of forces` {
    @Test(arguments: [
        ("10", "10", Forces.Strength.enough), ("10", "11", .short), ("12", "11", .enough),
    ])
    func `compare members with the norm`(
        members: String, norm: String, strength: Forces.Strength
    ) throws {
        let trial = RegisterTrial(Forces.description)
        let value = try trial.derived("strength", ["members": members, "members_norm": norm])
        #expect(value?.cell == strength.cell)
        #expect(try trial.derived("strength", ["members": members]) == nil)
    }

    @Test(arguments: [
        CheckCase([], ["members": "10", "trained": "10"]),
        CheckCase(["trained"], ["members": "10", "trained": "11"]),
        CheckCase(["order"], ["founded_on": "2026-05-02", "strengthened_on": "2026-05-01"]),
    ])
    func `find forces wrong`(example: CheckCase) throws {
        #expect(try RegisterTrial(Forces.description).wrong(example.texts) == example.codes)
    }

    @Test(arguments: [
        CheckCase([], ["joined_on": "2026-05-01", "left_on": "2026-05-01"]),
        CheckCase(["order"], ["joined_on": "2026-05-02", "left_on": "2026-05-01"]),
        CheckCase(
            ["certificate_order"], ["trained_on": "2026-05-02", "certificate_until": "2026-05-01"]),
    ])
    func `find members wrong`(example: CheckCase) throws {
        #expect(try RegisterTrial(ForceMembers.description).wrong(example.texts) == example.codes)
    }

    private static func norm(
        _ kind: String, _ count: String, per: String = "team", until: String? = nil
    ) throws -> Record {
        var texts = [
            "force_kind": "civil_defence", "kind": kind, "count": count, "per": per,
            "source": "Thông tư thử",
        ]
        texts["valid_until"] = until
        return try RegisterTrial.rule(KitNorms.description, texts)
    }

    @Test func `count equipment against the norm of the day`() throws {
        let rules = [
            try Self.norm("torch", "2"), try Self.norm("torch", "9", until: "2026-11-27"),
            try Self.norm("helmet", "1", per: "person"),
        ]
        let trial = RegisterTrial(EquipmentItems.description, rules: rules)
        var torch = ["force_kind": "civil_defence", "kind": "torch", "count": "2", "usable": "1"]
        #expect(try trial.derived("norm", torch)?.cell == .integer(2))
        #expect(try trial.derived("norm", torch)?.reason == "2 mỗi đội. Thông tư thử.")
        #expect(try trial.derived("lacking", torch)?.cell == .integer(1))
        torch["usable"] = nil
        #expect(try trial.derived("lacking", torch)?.cell == .integer(0))
        torch["force_kind"] = "militia"
        #expect(try trial.derived("norm", torch)?.cell == .empty)
        #expect(try trial.derived("lacking", torch) == nil)

        var helmet = ["force_kind": "civil_defence", "kind": "helmet", "count": "7"]
        #expect(try trial.derived("norm", helmet)?.reason.contains("thiếu số người") == true)
        helmet["people"] = "10"
        #expect(try trial.derived("norm", helmet)?.cell == .integer(10))
        #expect(try trial.derived("lacking", helmet)?.cell == .integer(3))
    }

    @Test(arguments: [
        CheckCase([], ["count": "5", "usable": "5"]),
        CheckCase(["usable"], ["count": "5", "usable": "6"]),
        CheckCase(
            ["repair_order"], ["repair_asked_on": "2026-05-02", "repaired_on": "2026-05-01"]),
    ])
    func `find equipment wrong`(example: CheckCase) throws {
        let trial = RegisterTrial(EquipmentItems.description)
        #expect(try trial.wrong(example.texts) == example.codes)
    }

    @Test(arguments: [
        CheckCase(["consent"], ["consents": "0", "consented_on": "2026-05-01"]),
        CheckCase([], ["consents": "1", "consented_on": "2026-05-01"]),
    ])
    func `find consent wrong`(example: CheckCase) throws {
        let trial = RegisterTrial(CallableResources.description)
        #expect(try trial.wrong(example.texts) == example.codes)
    }

    @Test(arguments: [
        CheckCase([], ["invited": "10", "attended": "10", "certified": "10"]),
        CheckCase(["attended"], ["invited": "10", "attended": "11"]),
        CheckCase(["certified"], ["attended": "10", "certified": "11"]),
        CheckCase(["order"], ["began_on": "2026-05-02", "ended_on": "2026-05-01"]),
        CheckCase([], ["began_on": "2026-05-01", "ended_on": "2026-05-01"]),
    ])
    func `find courses wrong`(example: CheckCase) throws {
        let trial = RegisterTrial(TrainingCourses.description)
        #expect(try trial.wrong(example.texts) == example.codes)
    }

    @Test func `tell the share that came to a course`() throws {
        let trial = RegisterTrial(TrainingCourses.description)
        let share = { (invited: String, attended: String) in
            try trial.derived("share", ["invited": invited, "attended": attended])?.cell
        }
        #expect(try share("8", "6") == .real(75))
        #expect(try share("0", "0") == nil)
    }

    @Test(arguments: [
        CheckCase([], ["from_at": "17:00 01/05/2026", "until_at": "07:00 02/05/2026"]),
        CheckCase([], ["from_at": "17:00 01/05/2026", "until_at": "17:00 01/05/2026"]),
        CheckCase(["order"], ["from_at": "17:00 01/05/2026", "until_at": "16:59 01/05/2026"]),
    ])
    func `find shifts wrong`(example: CheckCase) throws {
        #expect(try RegisterTrial(DutyShifts.description).wrong(example.texts) == example.codes)
    }

    @Test(arguments: [
        CheckCase([], ["scenarios": "3", "drilled": "3"]),
        CheckCase(["drilled"], ["scenarios": "3", "drilled": "4"]),
        CheckCase(["order"], ["approved_on": "2026-05-02", "reviewed_on": "2026-05-01"]),
        CheckCase(["drilled_never"], ["drilled": "0", "last_drill_on": "2026-05-01"]),
        CheckCase([], ["drilled": "1", "last_drill_on": "2026-05-01"]),
    ])
    func `find response plans wrong`(example: CheckCase) throws {
        #expect(try RegisterTrial(ResponsePlans.description).wrong(example.texts) == example.codes)
    }

    @Test func `say when a plan is to be tried, and an extinguisher looked after, again`() throws {
        let rules = try [("drill", "12"), ("extinguisher", "6")].map { what, months in
            try RegisterTrial.rule(
                UpkeepCycles.description,
                ["what": what, "months": months, "source": "Quy định thử"])
        }
        let plans = RegisterTrial(ResponsePlans.description, rules: rules)
        let due = try plans.derived("drill_due_on", ["last_drill_on": "2026-02-28"])
        #expect(due?.cell == .text("2027-02-28"))
        #expect(due?.reason == "Ít nhất 12 tháng một lần (Quy định thử).")
        #expect(try plans.derived("drill_due_on", [:]) == nil)
        let bare = try RegisterTrial(ResponsePlans.description).derived(
            "drill_due_on", ["last_drill_on": "2026-02-28"])
        #expect(bare?.cell == .empty)

        let equipment = RegisterTrial(EquipmentItems.description, rules: rules)
        let checked = ["kind": "powder_extinguisher", "checked_on": "2026-08-31"]
        #expect(
            try equipment.derived("check_due_on", checked)?.cell == .text("2027-02-28"))
        #expect(
            try equipment.derived("check_due_on", checked.merging(["kind": "axe"]) { $1 }) == nil)
    }

    @Test func `count the scenarios that were never tried`() throws {
        let trial = RegisterTrial(ResponsePlans.description)
        let untried = try trial.derived("untried", ["scenarios": "5", "drilled": "2"])
        #expect(untried?.cell == .integer(3))
        #expect(try trial.derived("untried", ["scenarios": "5"]) == nil)
    }

    @Test func `add up a drill's scorecard when every part has its points`() throws {
        let trial = RegisterTrial(Drills.description)
        var texts = [
            "points_alarm": "20", "points_escape": "0", "points_fighting": "15",
            "points_command": "20",
        ]
        let partly = try trial.derived("points_total", texts)
        #expect(partly?.cell == .empty)
        #expect(partly?.reason == "Chưa chấm: Phương tiện, nguồn nước.")
        texts["points_means"] = "20"
        #expect(try trial.derived("points_total", texts)?.cell == .integer(75))
        #expect(try trial.derived("points_total", [:]) == nil)
        #expect(throws: Refusal.self) {
            _ = try trial.derived("points_total", ["points_alarm": "21"])
        }
    }

    @Test(arguments: [
        CheckCase(["militia"], ["people": "10", "militia": "11"]),
        CheckCase([], ["people": "10", "militia": "10"]),
        CheckCase(["due_order"], ["held_on": "2026-05-02", "due_on": "2026-05-01"]),
        CheckCase(["done_order"], ["held_on": "2026-05-02", "done_on": "2026-05-01"]),
    ])
    func `find drills wrong`(example: CheckCase) throws {
        #expect(try RegisterTrial(Drills.description).wrong(example.texts) == example.codes)
    }

    @Test func `name what an area lacks of the four on the spot`() throws {
        let trial = RegisterTrial(OnSiteProfiles.description)
        var texts = ["commander": "Ông Mẫu", "people": "0", "means": "Hai bình bột"]
        let partly = try trial.derived("parts", texts)
        #expect(partly?.cell == .integer(2))
        #expect(partly?.reason == "Thiếu: lực lượng, hậu cần.")
        texts["can_handle"] = "1"
        #expect(try trial.wrong(texts) == ["can_handle"])
        texts["people"] = "5"
        texts["logistics"] = "Nước, đèn"
        #expect(try trial.derived("parts", texts)?.cell == .integer(4))
        #expect(try trial.wrong(texts) == [])
    }

    @Test(arguments: [
        CheckCase([], ["proposed_on": "2026-05-01", "approved_on": "2026-05-01"]),
        CheckCase(["order"], ["proposed_on": "2026-05-02", "approved_on": "2026-05-01"]),
    ])
    func `find assembly points wrong`(example: CheckCase) throws {
        let trial = RegisterTrial(AssemblyPoints.description)
        #expect(try trial.wrong(example.texts) == example.codes)
    }
}
