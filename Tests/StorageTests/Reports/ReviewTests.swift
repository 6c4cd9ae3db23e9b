import Domain
import Storage
import TestSupport
import Testing

@Suite struct `Reviews of a plan` {
    private func review(_ day: Day, _ kind: Review.Kind = .preliminary) -> Review {
        Review(
            kind: kind, day: day, findings: "Đã kiểm tra 40 cơ sở.\n- Còn 3 cơ sở vi phạm.",
            measures: "Kiểm tra lại trong quý IV")
    }

    @Test(arguments: TestEngine.available)
    func `are recorded by the unit, seen by who reads all, and told by the ward's report`(
        engine: TestEngine
    ) async throws {
        let at = try await ReportSetting.open(engine)
        let (police, office) = (at.ward.officer(.police), at.ward.officer(.office))
        let head = at.ward.officer(.groupHead)
        try await at.database.write { tx in
            let period = try tx.reportPeriod(at.wardPeriod, for: office)
            // The first and the last day of the report, and one before it.
            for day in [period.begins, tx.today, period.begins.adding(days: -1)] {
                try tx.addReview(
                    review(day), ofPlan: at.plan, unit: at.ward.police, by: police)
            }
            try tx.addReview(
                review(tx.today, .final), ofPlan: at.plan, unit: at.ward.groups[0], by: head)
            #expect(try tx.reviews(for: office).count == 4)
            #expect(try tx.reviews(for: head).map(\.unit) == [at.ward.groups[0]])
            let told = try tx.yearlyReport(period, for: office).reviews
            #expect(told.map(\.review.day) == [period.begins, tx.today, tx.today])
            #expect(
                told.map(\.unit) == ["Công an phường", "Công an phường", "Tổ dân phố số 1"])
            let asked = try tx.reportPeriod(at.period, for: head)
            let mine = try tx.delivery(at.ward.groups[0], ofPeriod: asked.id, for: head)
            #expect(
                try tx.unitReport(mine, in: asked, for: head).reviews.map(\.review.kind)
                    == [.final])
        }
    }

    @Test(arguments: TestEngine.available)
    func `are corrected with the version that was seen`(engine: TestEngine) async throws {
        let at = try await ReportSetting.open(engine)
        let police = at.ward.officer(.police)
        try await at.database.write { tx in
            let id = try tx.addReview(
                review(tx.today), ofPlan: at.plan, unit: at.ward.police, by: police)
            var content = review(tx.today, .final)
            content.measures = ""
            try tx.changeReview(id, to: content, version: 1, by: police)
            #expect(try tx.review(id, for: police).content == content)
            let stale = content
            let old = #expect(throws: Problem.self) {
                try tx.changeReview(id, to: stale, version: 1, by: police)
            }
            #expect(old?.kind == .conflict)
            for role in [Role.groupHead, .division] {
                let hidden = #expect(throws: Problem.self) {
                    try tx.changeReview(id, to: stale, version: 2, by: at.ward.officer(role))
                }
                #expect(hidden?.kind == .notFound)
            }
            let reader = #expect(throws: Problem.self) {
                try tx.changeReview(id, to: stale, version: 2, by: at.ward.officer(.supervisor))
            }
            #expect(reader?.kind == .forbidden)
        }
    }

    @Test(arguments: TestEngine.available)
    func `are refused for others, for days to come, without findings, twice and for drafts`(
        engine: TestEngine
    ) async throws {
        let at = try await ReportSetting.open(engine)
        func refusal(
            _ role: Role = .police, unit: String? = nil, plan: String? = nil,
            _ change: @escaping @Sendable (inout Review, Day) -> Void = { _, _ in }
        ) async -> Problem? {
            await #expect(throws: Problem.self) {
                try await at.database.write { tx in
                    var content = review(tx.today)
                    change(&content, tx.today)
                    try tx.addReview(
                        content, ofPlan: plan ?? at.plan, unit: unit ?? at.ward.police,
                        by: at.ward.officer(role))
                }
            }
        }
        #expect(await refusal(.groupHead)?.kind == .forbidden)
        #expect(await refusal(.administrator)?.kind == .forbidden)
        #expect(await refusal { $0.day = $1.adding(days: 1) }?.refusals["day"] != nil)
        #expect(await refusal { review, _ in review.findings = "" }?.refusals["findings"] != nil)
        let long = String(repeating: "x", count: Review.textLengthMax + 1)
        #expect(await refusal { review, _ in review.measures = long }?.refusals["measures"] != nil)
        let draft = try await at.database.write { tx in
            try tx.addPlan(
                TestPlan.intake(note: "khác", issuer: "UBND phường Khác"),
                by: at.ward.officer(.office))
        }
        #expect(await refusal(plan: draft)?.kind == .conflict)
        try await at.database.write { tx in
            var content = review(tx.today)
            content.measures = String(long.dropLast())
            // Who drafts reports may record for a unit.
            try tx.addReview(
                content, ofPlan: at.plan, unit: at.ward.police, by: at.ward.officer(.office))
        }
        #expect(await refusal()?.message == "Cuộc sơ kết, tổng kết này đã được ghi.")
    }
}
