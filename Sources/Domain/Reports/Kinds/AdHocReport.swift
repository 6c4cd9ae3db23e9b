extension ReportKind {
    /// A report on occasion (đột xuất) about what a person names, over the days that a person sets.
    static let adHoc = ReportKind(
        "ad_hoc", "Báo cáo đột xuất",
        "Báo cáo theo yêu cầu, về một nội dung và khoảng thời gian do người soạn đặt; số liệu các sổ của thời gian ấy có sẵn.",
        source: "Kế hoạch của phường: báo cáo định kỳ, đột xuất", about: .ward,
        figures: FigureSections.figures
    ) { facts in
        let subject = facts.subject ?? "công tác phòng cháy, chữa cháy, cứu nạn, cứu hộ"
        let figures = FigureSections(facts)
        let opening: [DocumentBlock] = [
            .paragraph(
                RichText("Theo yêu cầu của ")
                    + .gap("cơ quan yêu cầu, văn bản số, ngày: bổ sung hoặc xóa")
                    + ", \(facts.reporter) báo cáo về \(subject) \(facts.period) như sau:")
        ]
        let matter: [DocumentBlock] = [
            .heading(level: 1, "Nội dung được yêu cầu"),
            .paragraph(.gap("Diễn biến, kết quả về \(subject): bổ sung")),
        ]
        return ReportText(
            title: "Về \(subject)",
            sections: ReportSection.parted("opening", opening)
                + ReportSection.parted("matter", matter)
                + ReportSection.parted(
                    "figures",
                    [.heading(level: 1, "Số liệu liên quan")] + figures.situation + figures.results)
                + facts.ending(figures, closing: subject))
    }
}
