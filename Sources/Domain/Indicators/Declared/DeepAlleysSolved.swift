extension Indicator {
    static let deepAlleysSolved = Indicator(
        "deep_alleys_solved", "Ngõ sâu đã có giải pháp cấp nước chữa cháy",
        "Ngõ sâu từ \(Int(Alleys.deepMetres)) m có giải pháp cấp nước đã làm xong, trên mọi ngõ sâu như vậy.",
        source: "Kế hoạch của phường: ít nhất 30% ngõ sâu hơn 200 m trong năm 2026",
        .share(
            .that { _ in Alleys.solution == .done },
            of: RecordSet(Alleys.description) { _ in Alleys.depth >= Alleys.deepMetres }),
        keeper: "Phòng Kinh tế, Hạ tầng và Đô thị",
        signs: [["ngo", "ngach", "hem", "kiet"], ["200"]])
}
