extension ReportKind {
    /// The ward's report on its work over a time, with the same time of the year before.
    static let halfYear = ReportKind(
        "half_year", "Báo cáo công tác PCCC và CNCH",
        "Báo cáo 6 tháng, quý, năm của phường về công tác PCCC và CNCH, từ số liệu các sổ.",
        source: "Cách viết báo cáo hành chính; mục số liệu theo biểu của Cảnh sát PCCC và CNCH",
        about: .ward, figures: FigureSections.figures
    ) { facts in
        let subject = "công tác phòng cháy, chữa cháy, cứu nạn, cứu hộ \(facts.timeWords)"
        let figures = FigureSections(facts)
        let opening = DocumentBlock.paragraph(
            RichText("\(facts.reporter) báo cáo kết quả \(subject) như sau:"))
        return ReportText(
            title: "Kết quả \(subject)",
            sections: ReportSection.parted("opening", [opening])
                + ReportSection.parted(
                    "situation",
                    [.heading(level: 1, "Tình hình")] + figures.situation)
                + ReportSection.parted(
                    "results", [.heading(level: 1, "Kết quả công tác")] + figures.results)
                + facts.ending(figures, closing: subject))
    }
}
