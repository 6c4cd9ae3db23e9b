extension Indicator {
    static let learningCentres = Indicator(
        "learning_centres", "Trung tâm học tập, trải nghiệm đã mở",
        "Địa điểm học tập, trải nghiệm đã mở cửa.",
        source: "Kế hoạch của phường: 01 trung tâm trong năm 2026",
        .count(
            RecordSet(LearningSites.description) { _ in LearningSites.stage == .opened }),
        unit: "centre", keeper: "Công an phường",
        signs: [["trung tam", "dia diem"], ["trai nghiem", "hoc tap"]])
}
