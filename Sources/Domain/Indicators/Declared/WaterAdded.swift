extension Indicator {
    static let waterAdded = Indicator(
        "water_added", "Trụ nước, bể nước, trạm bơm bổ sung đã xong",
        "Công trình nước chữa cháy theo lộ trình của năm nay đã xong, trên công trình của năm nay.",
        source: "Kế hoạch của phường: ít nhất 25% nguồn nước bổ sung trong năm 2026",
        .share(
            .that { _ in ImprovementWorks.stage == .done },
            of: RecordSet(ImprovementWorks.description) { day in
                ImprovementWorks.year == day.year && ImprovementWorks.stage != .dropped
                    && (ImprovementWorks.kind == .hydrant || ImprovementWorks.kind == .tank
                        || ImprovementWorks.kind == .point || ImprovementWorks.kind == .pump)
            }),
        keeper: "Phòng Kinh tế, Hạ tầng và Đô thị",
        signs: [["tru nuoc", "be nuoc", "tram bom", "nguon nuoc", "tru cap nuoc", "ben lay nuoc"]])
}
