extension Indicator {
    static let cablesDone = Indicator(
        "cables_done", "Dây điện, cáp viễn thông đã hạ ngầm, bó gọn",
        "Chiều dài đoạn dây đã hạ ngầm hoặc bó gọn, trên chiều dài mọi đoạn trong sổ.",
        source: "Kế hoạch của phường: ít nhất 25% khối lượng hạ ngầm trong năm 2026",
        .shareOfSum(
            CableSections.length.key,
            .that { _ in CableSections.state == .buried || CableSections.state == .tidied },
            of: RecordSet(CableSections.description)),
        keeper: "Phòng Kinh tế, Hạ tầng và Đô thị",
        signs: [["ngam", "bo gon"], ["cap", "day", "luoi dien"]])
}
