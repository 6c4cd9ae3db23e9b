extension ReportKind {
    /// The ward's report on a plan to the level above, at the times that the plan sets; it serves
    /// further documents where the period states them (lồng ghép).
    static let planYear = ReportKind(
        "plan_year", "Báo cáo thực hiện kế hoạch",
        "Báo cáo của phường gửi cấp trên theo kỳ mà kế hoạch đặt, tổng hợp từ việc của các đơn vị và số liệu các sổ.",
        source: "Kế hoạch của phường, mục chế độ báo cáo; bố cục theo cách viết báo cáo hành chính",
        about: .duty, figures: FigureSections.figures
    ) { facts in
        guard let plan = facts.plan else { return ReportText(title: "", sections: []) }
        return YearlyReportDraft.text(
            plan, on: facts.sheet,
            more: FigureSections(facts).registers + JointSections.sections(of: plan, facts))
    }
}

/// What one report says for each of the further documents that it serves.
enum JointSections {
    static func sections(of plan: YearlyReport, _ facts: ReportFacts) -> [ReportSection] {
        if plan.alsoServes.isEmpty { return [] }
        let words = FigureWords(facts)
        let shared = RichText.listed(
            ["inspected", "violations", "outreach_sessions", "drills"].compactMap(words.bare))
        let blocks: [DocumentBlock] = plan.alsoServes.flatMap { document -> [DocumentBlock] in
            let title = document.split(separator: ",").first.map(String.init) ?? document
            let told: [DocumentBlock] =
                shared.isEmpty
                ? []
                : [.paragraph(RichText("Kết quả chung với nội dung ở trên: ") + shared + ".")]
            return [.heading(level: 2, title)] + told + [
                .paragraph(
                    .gap("Nội dung riêng theo \(title): bổ sung, hoặc xóa nếu không có"))
            ]
        }
        return ReportSection.parted(
            "joint", [.heading(level: 1, "Nội dung báo cáo lồng ghép")] + blocks)
    }
}
