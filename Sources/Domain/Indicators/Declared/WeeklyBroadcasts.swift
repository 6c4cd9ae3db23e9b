extension Indicator {
    static let weeklyBroadcasts = Indicator(
        "weekly_broadcasts", "Lượt phát thanh theo lịch mỗi tuần",
        "Số lượt mỗi tuần của các buổi phát đang chạy theo lịch phát thanh.",
        source: "Kế hoạch của phường: ít nhất 05 lượt mỗi tuần",
        .sum(
            BroadcastSlots.weekly.key,
            RecordSet(BroadcastSlots.description) { day in
                !(BroadcastSlots.from >= day.adding(days: 1)) && !(BroadcastSlots.until < day)
            }),
        unit: "broadcast",
        keeper: "Phòng Văn hóa - Xã hội", per: "week",
        signs: [["phat thanh", "truyen thanh", "loa", "tin, bai", "phat song"]])
}
