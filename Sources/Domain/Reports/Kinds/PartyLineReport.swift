extension ReportKind {
    /// The Party committee's report on a directive or a plan to the committee above, in the Party's
    /// layout.
    static let partyLine = ReportKind(
        "party_line", "Báo cáo của Đảng ủy",
        "Báo cáo theo hệ thống Đảng về việc thực hiện chỉ thị, kế hoạch, theo thể thức văn bản của Đảng.",
        source: "Hướng dẫn 36-HD/VPTW về thể thức (chưa đối chiếu với văn bản gốc)", about: .plan,
        isOfParty: true, figures: FigureSections.figures
    ) { facts in
        guard let plan = facts.plan else { return ReportText(title: "", sections: []) }
        let made = plan.guidance.disseminations
        let told: RichText =
            made.isEmpty
            ? "Chưa ghi nhận việc quán triệt, phổ biến trong các tổ chức đảng."
            : RichText(
                "Việc quán triệt, phổ biến đã được \(Set(made.map(\.unit)).count.vietnamese) đơn vị thực hiện."
            ).from(made.map(\.origin))
        let leading: [DocumentBlock] = [
            .heading(level: 1, "Vai trò lãnh đạo của cấp ủy, tổ chức đảng"), .paragraph(told),
            .paragraph(
                .gap("Lãnh đạo, kiểm tra, giám sát của cấp ủy và các chi bộ: bổ sung")),
        ]
        return YearlyReportDraft.text(
            plan, on: facts.sheet,
            more: ReportSection.parted("leading", leading) + FigureSections(facts).registers)
    }
}
