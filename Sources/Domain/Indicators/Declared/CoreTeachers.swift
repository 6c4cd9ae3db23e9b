extension Indicator {
    static let coreTeachers = Indicator(
        "core_teachers", "Trường có giáo viên nòng cốt",
        "Trường đã ghi giáo viên nòng cốt được tập huấn, trên mọi trường của năm học này.",
        source: "Kế hoạch của phường: mỗi trường ít nhất một giáo viên nòng cốt",
        .share(
            .that { _ in SchoolPoints.coreQualified != nil },
            of: RecordSet(SchoolPoints.description) { day in
                // A school year begins in August.
                let first = day.month >= 8 ? day.year : day.year - 1
                return SchoolPoints.year == "\(first)-\(first + 1)"
            }),
        keeper: "Phòng Văn hóa - Xã hội", signs: [["giao vien"], ["nong cot"]])
}
