import Domain
import Testing

@Suite struct `Registers of the community` {
    @Test(arguments: [
        CheckCase([], ["houses": "5"]), CheckCase([], ["houses": "15"]),
        CheckCase(["houses"], ["houses": "4"]), CheckCase(["houses"], ["houses": "16"]),
        CheckCase(["extinguishers"], ["houses": "5", "with_extinguisher": "6"]),
        CheckCase(["tools"], ["houses": "5", "with_tools": "6"]),
        CheckCase(["bells"], ["houses": "5", "with_bell": "6"]),
        CheckCase(["rang"], ["houses": "5", "with_bell": "4", "bells_rang": "5"]),
        CheckCase([], ["houses": "5", "with_bell": "5", "bells_rang": "5"]),
        CheckCase(["order"], ["founded_on": "2026-05-02", "bell_tested_on": "2026-05-01"]),
    ])
    func `find mutual-aid groups wrong`(example: CheckCase) throws {
        let trial = RegisterTrial(MutualAidGroups.description)
        #expect(try trial.wrong(example.texts) == example.codes)
    }

    @Test func `tell in how many houses the bells rang`() throws {
        let trial = RegisterTrial(MutualAidGroups.description)
        let texts = ["houses": "8", "bells_rang": "6"]
        #expect(try trial.derived("bell_share", texts)?.cell == .real(75))
        #expect(try trial.derived("bell_share", ["houses": "8"]) == nil)
    }

    @Test(arguments: [
        CheckCase(["ready_empty"], ["state": "ready", "extinguishers": "0"]),
        CheckCase([], ["state": "ready", "extinguishers": "1"]),
        CheckCase([], ["state": "lacking", "extinguishers": "0"]),
        CheckCase(["seal"], ["is_seal_whole": "1"]),
        CheckCase([], ["is_seal_whole": "1", "seal": "017"]),
        CheckCase(["order"], ["founded_on": "2026-05-02", "checked_on": "2026-05-01"]),
    ])
    func `find public fire points wrong`(example: CheckCase) throws {
        let trial = RegisterTrial(PublicFirePoints.description)
        #expect(try trial.wrong(example.texts) == example.codes)
    }

    @Test func `tell living models from those for form's sake`() throws {
        let trial = RegisterTrial(ModelEvaluations.description)
        var texts = ["works": "1", "is_known": "1"]
        #expect(try trial.derived("life", texts) == nil)
        texts["is_active"] = "1"
        #expect(try trial.derived("life", texts)?.cell == ModelEvaluations.Life.living.cell)
        texts["works"] = "0"
        let formal = try trial.derived("life", texts)
        #expect(formal?.cell == ModelEvaluations.Life.formal.cell)
        #expect(formal?.reason == "Không có: Thử ngay thì dùng được.")
        #expect(try trial.wrong(texts.merging(["grade": "good"]) { $1 }) == ["good_formal"])
        #expect(try trial.wrong(texts.merging(["grade": "fair"]) { $1 }) == ["good_formal"])
        #expect(try trial.wrong(texts.merging(["grade": "formal"]) { $1 }) == [])
        #expect(try trial.lacking(["grade": "formal"]).contains("action"))
    }

    @Test(arguments: [
        CheckCase([], ["evaluated_on": "2026-05-01", "due_on": "2026-05-01"]),
        CheckCase(["due_order"], ["evaluated_on": "2026-05-02", "due_on": "2026-05-01"]),
        CheckCase(["done_order"], ["evaluated_on": "2026-05-02", "done_on": "2026-05-01"]),
    ])
    func `find evaluations wrong`(example: CheckCase) throws {
        let trial = RegisterTrial(ModelEvaluations.description)
        #expect(try trial.wrong(example.texts) == example.codes)
    }

    @Test(arguments: [
        CheckCase([], ["reviewed_on": "2026-05-01", "chosen_on": "2026-05-01"]),
        CheckCase(["chosen_order"], ["reviewed_on": "2026-05-02", "chosen_on": "2026-05-01"]),
        CheckCase(["opened_order"], ["chosen_on": "2026-05-02", "opened_on": "2026-05-01"]),
        CheckCase(["opened_unchosen"], ["opened_on": "2026-05-01"]),
    ])
    func `find learning sites wrong`(example: CheckCase) throws {
        let trial = RegisterTrial(LearningSites.description)
        #expect(try trial.wrong(example.texts) == example.codes)
    }

    @Test(arguments: [
        ([], LearningSites.Stage.candidate), (["reviewed_on"], .reviewed),
        (["reviewed_on", "chosen_on"], .chosen), (["chosen_on", "opened_on"], .opened),
    ])
    func `follow a site by its dates`(keys: [String], stage: LearningSites.Stage) throws {
        let texts = Dictionary(uniqueKeysWithValues: keys.map { ($0, "2026-05-01") })
        let value = try RegisterTrial(LearningSites.description).derived("stage", texts)
        #expect(value?.cell == stage.cell)
    }
}

@Suite struct `Registers of outreach` {
    @Test(arguments: [
        CheckCase([], ["approved_on": "2026-05-01", "published_on": "2026-05-01"]),
        CheckCase(["unapproved"], ["published_on": "2026-05-01"]),
        CheckCase(["approved_order"], ["approved_on": "2026-05-02", "published_on": "2026-05-01"]),
        CheckCase(["made_order"], ["made_on": "2026-05-02", "approved_on": "2026-05-01"]),
        CheckCase(
            ["expires_order"],
            ["approved_on": "2026-05-01", "published_on": "2026-05-02", "expires_on": "2026-05-01"]
        ),
        CheckCase(
            [],
            ["approved_on": "2026-05-01", "published_on": "2026-05-01", "expires_on": "2026-05-01"]
        ),
    ])
    func `find items wrong`(example: CheckCase) throws {
        #expect(try RegisterTrial(MediaItems.description).wrong(example.texts) == example.codes)
    }

    @Test(arguments: [
        ([], MediaItems.Stage.draft), (["approved_on"], .approved),
        (["approved_on", "published_on"], .published),
    ])
    func `follow an item by its dates`(keys: [String], stage: MediaItems.Stage) throws {
        let texts = Dictionary(uniqueKeysWithValues: keys.map { ($0, "2026-05-01") })
        let value = try RegisterTrial(MediaItems.description).derived("stage", texts)
        #expect(value?.cell == stage.cell)
    }

    @Test func `count broadcasts of a week, beside the floor in force`() throws {
        let floor = try RegisterTrial.rule(
            OutreachFloors.description,
            [
                "what": "broadcasts", "least": "5", "period": "week", "valid_from": "2026-06-01",
                "source": "Kế hoạch thử",
            ])
        let later = try RegisterTrial.rule(
            OutreachFloors.description,
            [
                "what": "broadcasts", "least": "9", "period": "week", "valid_from": "2026-11-29",
                "source": "Kế hoạch sau",
            ])
        let trial = RegisterTrial(BroadcastSlots.description, rules: [floor, later])
        for (days, count) in [("daily", 7), ("workdays", 5), ("sunday", 1)] {
            #expect(try trial.derived("per_week", ["days": days])?.cell == .integer(count))
        }
        let value = try trial.derived("per_week", ["days": "monday"])
        #expect(
            value?.reason == "Thứ Hai. Cả phường phải có từ 5 lần mỗi tuần (Kế hoạch thử).")
        let bare = try RegisterTrial(BroadcastSlots.description).derived(
            "per_week", ["days": "monday"])
        #expect(bare?.reason == "Thứ Hai.")
    }

    @Test func `count what the timetable holds in one week`() throws {
        let day = { (text: String) in try #require(Day(iso: text)) }
        func slot(_ days: String, _ from: String, _ until: String? = nil) throws -> Record {
            var texts = ["days": days, "from_on": from]
            texts["until_on"] = until
            return Record(
                id: "", version: 1,
                cells: try RegisterTrial(BroadcastSlots.description).cells(texts))
        }
        let slots = [
            try slot("workdays", "2026-11-25"),  // from Wednesday of the week on: 3
            try slot("sunday", "2026-01-01", "2026-11-29"),  // its last day: 1
            try slot("daily", "2026-01-01", "2026-11-22"),  // ended the Sunday before
            try slot("monday", "2026-11-30"),  // the next week
        ]
        let floor = try RegisterTrial.rule(
            OutreachFloors.description,
            [
                "what": "broadcasts", "least": "5", "period": "week", "valid_from": "2026-06-01",
                "source": "Kế hoạch thử",
            ])
        let week = BroadcastSlots.week(of: try day("2026-11-28"), slots, rules: [floor])
        #expect(week.monday == (try day("2026-11-23")))
        #expect((week.broadcasts, week.floor, week.missing) == (4, 5, 1))
        let next = BroadcastSlots.week(of: try day("2026-11-30"), slots, rules: [floor])
        #expect((next.broadcasts, next.missing) == (6, 0))
        #expect(BroadcastSlots.week(of: try day("2026-11-28"), [], rules: []).missing == 0)
    }

    @Test(arguments: [
        CheckCase([], ["from_on": "2026-05-01", "until_on": "2026-05-01"]),
        CheckCase(["order"], ["from_on": "2026-05-02", "until_on": "2026-05-01"]),
    ])
    func `find slots and campaigns wrong`(example: CheckCase) throws {
        for register in [BroadcastSlots.description, Campaigns.description] {
            #expect(try RegisterTrial(register).wrong(example.texts) == example.codes)
        }
    }

    @Test(arguments: [
        CheckCase([], ["approved_on": "2026-05-01", "sent_on": "2026-05-01"]),
        CheckCase(["unapproved"], ["sent_on": "2026-05-01"]),
        CheckCase(["order"], ["approved_on": "2026-05-02", "sent_on": "2026-05-01"]),
    ])
    func `find messages wrong`(example: CheckCase) throws {
        #expect(try RegisterTrial(SmsCampaigns.description).wrong(example.texts) == example.codes)
    }

    @Test func `tell who installed the app, of those who were guided`() throws {
        let trial = RegisterTrial(AppGuidances.description)
        #expect(try trial.derived("share", ["guided": "4", "installed": "3"])?.cell == .real(75))
        #expect(try trial.wrong(["guided": "4", "installed": "4"]) == [])
        #expect(try trial.wrong(["guided": "4", "installed": "5"]) == ["installed"])
    }

    @Test func `find trainings wrong where more practised than came`() throws {
        let trial = RegisterTrial(PublicTrainings.description)
        #expect(try trial.wrong(["people": "9", "practised": "9"]) == [])
        #expect(try trial.wrong(["people": "9", "practised": "10"]) == ["practised"])
    }
}
