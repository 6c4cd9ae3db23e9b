extension ReportKind {
    /// What a unit hands in to the ward for a period: its own work, in its own name.
    static let unitYear = ReportKind(
        "unit_year", "Báo cáo của đơn vị",
        "Báo cáo của từng đơn vị gửi phường theo kỳ; soạn và gửi ở trang báo cáo của đơn vị.",
        source: "Kế hoạch của phường, mục chế độ báo cáo", about: .unit
    ) { facts in
        facts.plan.map { YearlyReportDraft.text($0, on: facts.sheet) }
            ?? ReportText(title: "", sections: [])
    }
}
