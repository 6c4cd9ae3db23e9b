extension ReportKind {
    /// What a preliminary review of a plan found (sơ kết), over the time since it began.
    static let preliminaryReview = ReportKind(
        "preliminary_review", "Báo cáo sơ kết kế hoạch",
        "Báo cáo sơ kết việc thực hiện một kế hoạch trong khoảng thời gian do người soạn đặt.",
        source: "Kế hoạch của phường: định kỳ sơ kết, tổng kết", about: .plan,
        figures: FigureSections.figures
    ) { facts in
        review(facts, "Sơ kết việc thực hiện", lessons: [])
    }

    /// The report that ends a plan (tổng kết).
    static let finalReview = ReportKind(
        "final_review", "Báo cáo tổng kết kế hoạch",
        "Báo cáo tổng kết việc thực hiện một kế hoạch, kèm bài học kinh nghiệm.",
        source: "Kế hoạch của phường: định kỳ sơ kết, tổng kết", about: .plan,
        figures: FigureSections.figures
    ) { facts in
        review(
            facts, "Tổng kết việc thực hiện",
            lessons: [
                .heading(level: 1, "Bài học kinh nghiệm"),
                .paragraph(.gap("Bài học kinh nghiệm: bổ sung trước khi trình")),
            ])
    }

    private static func review(
        _ facts: ReportFacts, _ lead: String, lessons: [DocumentBlock]
    ) -> ReportText {
        guard let plan = facts.plan else { return ReportText(title: "", sections: []) }
        let more = FigureSections(facts).registers + ReportSection.parted("lessons", lessons)
        var text = YearlyReportDraft.text(plan, on: facts.sheet, more: more)
        text.title = "\(lead) \(YearlyReportDraft.citation(of: plan, on: facts.sheet))"
        return text
    }
}
