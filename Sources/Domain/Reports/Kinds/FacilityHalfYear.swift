extension ReportKind {
    /// A facility's report to the body that manages it, before 15 June and before 15 December.
    ///
    /// - Source: Decree 105/2025/NĐ-CP, Article 14(2), form PC04. The parts of the form are known
    ///   from documents made by it, not from its own text.
    static let facilityHalfYear = ReportKind(
        "facility_half_year", "Báo cáo của cơ sở (PC04)",
        "Báo cáo 6 tháng của cơ sở về công tác PCCC và CNCH, gửi cơ quan quản lý trước 15/6 và trước 15/12; điền sẵn từ các sổ để người đứng đầu cơ sở xem, sửa và ký.",
        source:
            "Nghị định 105/2025/NĐ-CP, Điều 14, khoản 2; bố cục mẫu PC04 chưa đối chiếu với văn bản gốc",
        about: .facility
    ) { facts in
        guard let facility = facts.facility else { return ReportText(title: "", sections: []) }
        let parts = FacilityParts(facility)
        let year = facts.to.year
        let title =
            "Kết quả thực hiện công tác phòng cháy, chữa cháy, cứu nạn, cứu hộ 6 tháng \(facts.to.month <= 6 ? "đầu" : "cuối") năm \(year)"
        return ReportText(
            title: title,
            sections: ReportSection.parted(
                "opening",
                [
                    .paragraph(
                        RichText(
                            "\(facility.name) báo cáo kết quả thực hiện công tác PCCC, CNCH \(facts.period) như sau:"
                        ).from(.record(register: Facilities.description.name, id: facility.id)))
                ])
                + ReportSection.parted(
                    "results",
                    [
                        .heading(level: 1, "Kết quả thực hiện"),
                        .heading(level: 2, "Trách nhiệm của người đứng đầu cơ sở"),
                    ] + parts.details(of: facility) + [
                        .heading(level: 2, "Tự kiểm tra về PCCC")
                    ]
                        + parts.events(
                            .selfInspection, none: "Chưa ghi nhận lần tự kiểm tra nào trong kỳ.")
                        + [.heading(level: 2, "Thực tập phương án, huấn luyện")]
                        + parts.events(
                            .drill, .training,
                            none: "Chưa ghi nhận lần thực tập, huấn luyện nào trong kỳ.")
                        + [
                            .heading(level: 2, "Sơ hở, thiếu sót và cam kết khắc phục"),
                            .paragraph(
                                .gap(
                                    "Sơ hở, thiếu sót đã phát hiện, thời hạn khắc phục: cơ sở bổ sung"
                                )),
                        ])
                + ReportSection.parted(
                    "demands",
                    [.heading(level: 1, "Thực hiện yêu cầu, kiến nghị của cơ quan có thẩm quyền")]
                        + parts.events(
                            .inspection, .violation,
                            none: "Trong kỳ không có yêu cầu, kiến nghị nào được ghi nhận."))
                + ReportSection.parted(
                    "proposals",
                    [
                        .heading(level: 1, "Đề xuất"),
                        .paragraph(
                            .gap("Đề xuất với cơ quan quản lý: bổ sung, hoặc ghi “Không có”")),
                    ])
                + ReportSection.parted(
                    "closing",
                    [.paragraph(RichText("Trên đây là báo cáo của \(facility.name)./."))]))
    }
}

private struct FacilityParts {
    private let events: [ReportedFacility.Event]

    init(_ facility: ReportedFacility) { events = facility.events }

    func details(of facility: ReportedFacility) -> [DocumentBlock] {
        facility.details.map { detail in
            let lead = RichText("\(detail.label): ")
            let value = detail.value.map { RichText("\($0).") } ?? .gap("chưa có trong sổ: bổ sung")
            return .item(
                (lead + value).from(
                    .record(register: Facilities.description.name, id: facility.id)))
        }
    }

    func events(
        _ kinds: ReportedFacility.Event.Kind..., none: String
    ) -> [DocumentBlock] {
        let told = events.filter { kinds.contains($0.kind) }
        if told.isEmpty { return [.paragraph(RichText(none))] }
        return told.map {
            .item(RichText("Ngày \($0.day.official): \($0.words).").from($0.origin))
        }
    }
}
