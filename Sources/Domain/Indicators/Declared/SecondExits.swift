extension Indicator {
    static let secondExits = Indicator(
        "second_exits", "Nhà có lối thoát nạn thứ hai",
        "Nhà đã ghi có lối thoát nạn thứ hai, trên nhà đã được hỏi điều này.",
        source: "Kế hoạch của phường: vận động hộ gia đình mở lối thoát nạn thứ hai",
        .share(
            .that { _ in Houses.secondExit == true },
            of: RecordSet(Houses.description) { _ in Houses.secondExit != nil }),
        keeper: "Công an phường",
        signs: [["thoat nan thu hai", "thoat nan thu 2", "loi thoat thu hai"]])
}
