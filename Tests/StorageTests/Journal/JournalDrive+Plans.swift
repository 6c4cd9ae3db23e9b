import Domain
import Storage
import TestSupport
import Testing

extension JournalDrive {
    private func task(_ code: String, of plan: String) async throws -> PlanTask {
        let office = officer(.office)
        let tasks = try await database.read { tx in
            try tx.tasks(of: try tx.plan(plan, for: office), withEnded: true, for: office)
        }
        return try #require(tasks.first { $0.code == code })
    }

    private func version(_ plan: String) async throws -> Int {
        let office = officer(.office)
        return try await database.read { try $0.plan(plan, for: office).version }
    }

    /// Corrections of a draft that is never confirmed.
    func tasks() async throws {
        let office = officer(.office)
        var reading = TestPlan.reading()
        reading.document.title = "Thực hiện cong tác PCCC năm 2026"
        reading.tasks[2].leadUnits = ["Công an phường", "Phòng Kinh tế"]
        reading.repairs = [
            SuggestedRepair(line: 4, found: "cong tác", suggestion: "công tác"),
            SuggestedRepair(line: 5, found: "NHIÊM VỤ", suggestion: "NHIỆM VỤ"),
        ]
        let plain = TestPlan.intake()
        let intake = PlanIntake(
            content: Array("nháp".utf8), fileName: plain.fileName, mediaType: plain.mediaType,
            source: plain.source, reading: reading)
        let plan = try await run("plan.import") { try $0.addPlan(intake, by: office) }
        let division = ward.division
        try await run("plan.bindUnits") {
            try $0.bindUnits(["Phòng Kinh tế": division], in: plan, by: office)
        }
        for (index, verb) in ["plan.repair.take", "plan.repair.leave"].enumerated() {
            let (repair, seen) = (reading.repairs[index], try await version(plan))
            try await run(verb) {
                try $0.settleRepair(
                    line: repair.line, found: repair.found, isTaken: index == 0, ofPlan: plan,
                    version: seen, by: office)
            }
        }
        let first = try await task("I.1.1", of: plan)
        try await run("task.correct") {
            var wanted = TaskCorrection(first)
            wanted.product = "Danh sách cơ sở"
            try $0.correctTask(first.id, of: plan, version: first.version, wanted, by: office)
        }
        let second = try await task("I.1.2", of: plan)
        try await run("task.split") {
            try $0.splitTask(
                second.id, of: plan, version: second.version,
                into: TaskSplit.pieces(of: second.text, cutBefore: [1]), by: office)
        }
        let third = try await task("I.1.3", of: plan)
        try await run("task.splitByLead") {
            try $0.splitTaskByLead(third.id, of: plan, version: third.version, by: office)
        }
        let (one, other) = (try await task("I.2.1", of: plan), try await task("I.2.2", of: plan))
        try await run("task.join") {
            try $0.joinTasks(one.id, of: plan, version: one.version, with: other.id, by: office)
        }
        let joined = try await task("I.2.1", of: plan)
        try await run("task.part") {
            try $0.partTask(one.id, of: plan, version: joined.version, by: office)
        }
        let parted = try await task("I.2.1", of: plan)
        try await run("task.merge") {
            try $0.mergeTask(one.id, of: plan, version: parted.version, into: other.id, by: office)
        }
        let last = try await task("I.3.1", of: plan)
        try await run("task.remove") {
            try $0.removeTask(last.id, of: plan, version: last.version, by: office)
        }
        let removed = try await task("I.3.1", of: plan)
        try await run("task.restore") {
            try $0.restoreTask(last.id, of: plan, version: removed.version, by: office)
        }
        try await run("task.add") {
            try $0.addMissedTask(lines: 10...10, lead: nil, to: plan, by: office)
        }
    }

    /// From a draft that lacks a lead to an amendment in force.
    func plans() async throws {
        let office = officer(.office)
        let plan = try await database.write {
            try $0.addPlan(
                TestPlan.intake(lacksLead: true, issuer: "UBND phường Khác"), by: office)
        }
        let draft = try await version(plan)
        try await run("plan.confirm", "task.defer", "work.make", "report.duties") {
            try $0.confirmPlan(plan, version: draft, isDeferring: true, by: office)
        }
        let confirmed = try await version(plan)
        try await run("plan.number", "document.add") { tx in
            try tx.numberPlan(
                plan, version: confirmed,
                try PlanNumbering(number: "9/KH-UBND", day: "2026-05-20", today: tx.today),
                by: office)
        }
        let target = try #require(try await task("I.1.2", of: plan).targets.first)
        try await run("target.report") { tx in
            try tx.reportTarget(
                target.id, of: plan, day: tx.today, value: 20, note: "", evidence: nil, by: office)
        }
        let value = try #require(
            try await database.read {
                try $0.values(ofTargets: [target.id], ward: office.ward).first
            })
        try await run("target.withdraw") {
            try $0.withdrawValue(value.id, ofTarget: target.id, of: plan, by: office)
        }
        let indicator = try #require(Indicators.all.first { $0.fits(target) })
        try await run("target.measure") {
            try $0.measureTarget(target.id, of: plan, by: indicator.key, by: office)
        }
        try await figures(target.id, of: plan)
        let monthly = try await task("I.2.1", of: plan)
        try await run("task.correct", "work.rhythm") {
            var wanted = TaskCorrection(monthly)
            wanted.deadlines = [
                Deadline(text: "hằng quý", type: .recurring, date: nil, recurrence: .quarterly)
            ]
            try $0.correctTask(monthly.id, of: plan, version: monthly.version, wanted, by: office)
        }
        let mistaken = try await database.write {
            try $0.addAmendment(
                TestPlan.intake(note: "Nhầm", issuer: "UBND phường Khác"), to: plan, by: office)
        }
        try await run("plan.amend.discard") {
            try $0.discardVersion(mistaken, of: plan, by: office)
        }
        let next = TestPlan.intake(note: "Bản sửa đổi", issuer: "UBND phường Khác")
        let number = try await run("plan.amend") {
            try $0.addAmendment(next, to: plan, by: office)
        }
        let amended = try await version(plan)
        try await run("plan.adopt") {
            try $0.adoptVersion(number, of: plan, version: amended, by: office)
        }
        for (verb, last) in [("plan.end", false), ("plan.resume", true)] {
            let now = try await version(plan)
            try await run(verb) {
                if last {
                    try $0.resumePlan(plan, version: now, by: office)
                } else {
                    try $0.endPlan(plan, reason: "Đã tổng kết", version: now, by: office)
                }
            }
        }
        let other = try await database.write {
            try $0.addPlan(TestPlan.intake(note: "bỏ", issuer: "UBND phường Bỏ"), by: office)
        }
        try await run("plan.discard") { try $0.discardPlan(other, version: 1, by: office) }
    }

    /// A list that is frozen, a week that is let go, what everybody may see.
    private func figures(_ target: String, of plan: String) async throws {
        let office = officer(.office)
        let (facilities, police) = (Facilities.description, officer(.police))
        try await database.write { tx in
            let facility = try facilities.read([
                "name": "Chợ Chốt", "kind": "market", "address": "Phố Chốt", "state": "working",
            ])
            try tx.addRecord(facility, to: facilities, by: police)
            try tx.measureTarget(target, of: plan, by: "transmitters_connected", by: office)
        }
        try await run("target.freeze") { tx in
            try tx.freezeTarget(target, of: plan, day: tx.today, basis: "PA 12", by: office)
        }
        try await run("target.thaw") { try $0.thawTarget(target, of: plan, by: office) }
        try await database.write { tx in
            try tx.measureTarget(target, of: plan, by: nil, by: office)
            let before = Instant(startOf: tx.today.adding(days: -30))
            try tx.run("UPDATE plans SET confirmed_at = \(before) WHERE id = \(plan)")
            try tx.run("UPDATE targets SET per = 'week' WHERE id = \(target)")
        }
        let rhythm = try #require(
            try await database.read { tx in
                try tx.target(target, of: try tx.plan(plan, for: office), for: office)
            }.rhythm)
        let slot = try #require(rhythm.rounds.first(where: rhythm.isOwed)?.slot)
        try await run("target.excuse") {
            try $0.excuseTarget(target, of: plan, slot: slot, reason: "Tết", by: office)
        }
        try await database.write { tx in
            try tx.run("UPDATE targets SET per = NULL WHERE id = \(target)")
        }
        try await run("public.choose") { try $0.choosePublicFigures(["work"], by: office) }
    }
}
