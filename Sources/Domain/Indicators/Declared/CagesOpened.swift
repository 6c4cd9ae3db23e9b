extension Indicator {
    static let cagesOpened = Indicator(
        "cages_opened", "Nhà có chuồng cọp, lồng sắt đã mở lối thoát nạn",
        "Nhà có chuồng cọp, lồng sắt đã mở cửa thoát hoặc đã tháo dỡ, trên mọi nhà có hoặc từng có chuồng cọp, lồng sắt.",
        source: "Kế hoạch của phường: mở lối thoát nạn qua lồng sắt, «chuồng cọp»",
        .share(
            .that { _ in Houses.cage == .door || Houses.cage == .removed },
            of: RecordSet(Houses.description) { _ in
                Houses.cage == .door || Houses.cage == .removed || Houses.cage == .closed
            }),
        keeper: "Phòng Kinh tế, Hạ tầng và Đô thị",
        signs: [["long sat", "chuong cop"], ["thoat nan", "thoat hiem", "mo"]])
}
