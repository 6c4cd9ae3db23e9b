import Domain
import Storage
import TestSupport
import Testing

extension JournalDrive {
    /// A plan with one task of the police for each step, and weekly work of the office.
    private func makeWork() async throws -> [String] {
        let (police, division, office) = (ward.police, ward.division, ward.office)
        let due = Deadline(text: "đến 30/11/2026", type: .by, date: "2026-11-30")
        let weekly = Deadline(text: "hằng tuần", type: .recurring, date: nil, recurrence: .weekly)
        let plan = try await TestWork.make(
            in: database,
            (1...3).map {
                TestTask(
                    "\($0)", "Rà soát \($0)", leads: [police], partners: [division],
                    deadlines: [due])
            } + [TestTask("4", leads: [office], deadlines: [weekly])])
        let author = officer(.office)
        try await run("work.make") { try $0.makeAssignments(ofPlan: plan, by: author) }
        return try await database.read { tx in
            try tx.rows(
                """
                SELECT o.id FROM occurrences o
                JOIN assignments a ON a.ward = o.ward AND a.id = o.assignment
                JOIN tasks t ON t.ward = a.ward AND t.id = a.task
                WHERE t.plan = \(plan) AND t.code <> '4' ORDER BY t.code
                """
            ).map { $0["id"] }
        }
    }

    private func seen(_ work: String) async throws -> Int {
        let office = officer(.office)
        return try await database.read { try $0.workDetail(work, for: office).row.version }
    }

    func work() async throws {
        let works = try await makeWork()
        let (first, second, third) = (works[0], works[1], works[2])
        let (police, chairman, office) = (officer(.police), officer(.chairman), officer(.office))
        try await run("work.report") {
            try $0.reportWork(first, text: "Đã rà soát", percent: 50, by: police)
        }
        try await run("work.urge") { try $0.urgeWork(first, text: "Cần nhanh", by: chairman) }
        for verb in ["work.withdraw", "work.return", "work.accept"] {
            let before = try await seen(first)
            try await run("work.submit") {
                try $0.submitWork(
                    first, text: "Xong", evidence: [try jpeg(3)], reason: nil, version: before,
                    by: police)
            }
            let handedIn = try await seen(first)
            try await run(verb) { tx in
                if verb == "work.withdraw" {
                    try tx.withdrawSubmission(first, version: handedIn, by: police)
                } else if verb == "work.return" {
                    try tx.returnWork(first, reason: "Thiếu ảnh", version: handedIn, by: chairman)
                } else {
                    try tx.acceptWork(first, note: "", version: handedIn, by: chairman)
                }
            }
        }
        let asked = try await run("work.question") { tx in
            try tx.questionWork(second, question: "Vì sao chậm?", due: tx.today, by: chairman)
        }
        try await run("work.answer") {
            try $0.answerExplanation(asked, text: "Thiếu người", by: police)
        }
        try await run("work.settle") {
            try $0.settleExplanation(asked, isAccepted: true, by: chairman)
        }
        try await terms(of: second, by: office)
        clock.set(TestEngine.moment.adding(seconds: 30 * 86_400))
        let late = try await seen(third)
        try await run("work.excuse") {
            try $0.excuseWork(third, reason: "Bão", version: late, by: chairman)
        }
        try await run("work.extend") { try $0.extendHorizon(ward: TestWard.code) }
        clock.set(TestEngine.moment)
        try await run("digest.make") {
            try $0.makeDigests(ward: TestWard.code, address: "", sendsMail: false)
        }
        try await run("calendar.renew") { try $0.renewCalendarFeed(token: "one", by: police) }
        try await run("calendar.end") { try $0.endCalendarFeed(by: police) }
    }

    private func terms(of work: String, by office: Officer) async throws {
        let (lead, partner) = (ward.division, ward.police)
        // Of the assignment, each step one more.
        try await run("work.terms") {
            try $0.changeTerms(
                ofWork: work, person: "Người A", product: "Danh sách", authority: nil,
                version: 1, by: office)
        }
        let version = try await seen(work)
        try await run("work.due") { tx in
            try tx.changeDue(
                ofWork: work, to: tx.today.adding(days: 20), reason: "Gia hạn", version: version,
                by: office)
        }
        try await run("work.lead") {
            try $0.changeLead(
                ofWork: work, to: lead, reason: "Đổi đầu mối", version: 2, by: office)
        }
        try await run("work.partners") {
            try $0.changePartners(ofWork: work, to: [partner], version: 3, by: office)
        }
    }

    func matters() async throws {
        let (head, office, chairman) = (
            officer(.groupHead), officer(.office), officer(.chairman)
        )
        let obstacle = try await run("obstacle.raise") {
            try $0.raiseObstacle(onWork: nil, orPlan: nil, text: "Ngõ bị chắn", by: head)
        }
        let police = ward.police
        try await run("obstacle.forward") {
            try $0.forwardObstacle(
                obstacle, to: police, reason: "Thuộc Công an", version: 1, by: office)
        }
        let answerer = officer(.police)
        try await run("obstacle.answer") {
            try $0.answerObstacle(obstacle, answer: "Đã dỡ", version: 2, by: answerer)
        }
        try await run("obstacle.resolve") { try $0.resolveObstacle(obstacle, version: 3, by: head) }
        let proposal = try await run("proposal.make") {
            try $0.makeProposal(onWork: nil, orPlan: nil, text: "Cấp bình", by: head)
        }
        try await run("proposal.decide") {
            try $0.decideProposal(proposal, .agreed, decision: "", version: 1, by: chairman)
        }
    }

    func reports() async throws {
        let (head, office) = (officer(.groupHead), officer(.office))
        let group = ward.groups[0]
        let base = ReportPlan.intake()
        var reading = base.reading
        reading.document.issuer = "UBND phường Báo"
        let intake = PlanIntake(
            content: base.content + Array("khác".utf8), fileName: base.fileName,
            mediaType: base.mediaType, source: base.source, reading: reading)
        let (plan, period) = try await database.write { tx in
            let plan = try tx.addPlan(intake, by: office)
            try tx.confirmPlan(plan, version: try tx.plan(plan, for: office).version, by: office)
            let periods = try tx.reportPeriods(for: office).map(\.period)
            let own = try #require(
                periods.first { $0.duty.plan == plan && $0.duty.content.isOfWard })
            let asked = try #require(
                periods.first { $0.duty.plan == plan && !$0.duty.content.isOfWard })
            return (plan, (ward: own.id, units: asked.id))
        }
        let content = UnitReport(results: "Đã họp tổ.")
        try await run("report.draft") {
            try $0.writeUnitReport(
                content, ofPeriod: period.units, unit: group, isSubmitted: false, version: 0,
                by: head)
        }
        for (version, verb) in [(1, "report.return"), (3, "report.accept")] {
            try await run("report.submit") {
                try $0.writeUnitReport(
                    content, ofPeriod: period.units, unit: group, isSubmitted: true,
                    version: version, by: head)
            }
            try await run(verb) { tx in
                if verb == "report.return" {
                    try tx.returnUnitReport(
                        ofPeriod: period.units, unit: group, reason: "Thiếu số", version: 2,
                        by: office)
                } else {
                    try tx.acceptUnitReport(
                        ofPeriod: period.units, unit: group, version: 4, by: office)
                }
            }
        }
        try await run("report.document.add") {
            try $0.addServedDocument(.words("Kế hoạch X"), toPeriod: period.ward, by: office)
        }
        try await run("report.document.remove") { tx in
            let served = try tx.servedDocuments(ofPeriod: period.ward, for: office)
            try tx.removeServedDocument(served[0].id, fromPeriod: period.ward, by: office)
        }
        try await living(period: period.ward)
        let duty = ReportDuty(
            from: ["Công an phường"], to: "UBND phường", via: nil, due: "---25",
            isBeforeDue: false, recurrence: .quarterly, isOfWard: false)
        let id = try await run("report.duty.add") {
            try $0.addReportDuty(duty, ofPlan: plan, by: office)
        }
        try await run("report.duty.change") {
            try $0.changeReportDuty(id, to: duty, version: 1, by: office)
        }
        try await reviews(of: plan)
    }

    private func reviews(of plan: String) async throws {
        let (head, group) = (officer(.groupHead), ward.groups[0])
        @Sendable func review(_ day: Day) -> Review {
            Review(kind: .preliminary, day: day, findings: "Đã làm", measures: "")
        }
        let id = try await run("review.add") { tx in
            try tx.addReview(review(tx.today), ofPlan: plan, unit: group, by: head)
        }
        try await run("review.change") { tx in
            try tx.changeReview(id, to: review(tx.today), version: 1, by: head)
        }
    }
}
