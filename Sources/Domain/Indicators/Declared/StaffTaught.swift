extension Indicator {
    static let staffTaught = Indicator(
        "staff_taught", "Cán bộ đã học pháp luật PCCC trong năm",
        "Cán bộ đang làm có ngày học pháp luật từ đầu năm, trên cán bộ đang làm trong sổ.",
        source: "Kế hoạch: mỗi năm 100% cán bộ, công chức, viên chức, người lao động",
        .share(
            .that { Staff.taught >= $0.firstOfYear },
            of: RecordSet(Staff.description) { _ in Staff.until == nil }),
        keeper: "Văn phòng HĐND và UBND",
        signs: [["can bo", "cong chuc"], ["tuyen truyen", "pho bien", "tap huan", "boi duong"]])
}
