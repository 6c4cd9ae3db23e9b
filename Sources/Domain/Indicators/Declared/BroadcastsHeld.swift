extension Indicator {
    static let broadcastsHeld = Indicator(
        "broadcasts_held", "Lượt phát thanh đã phát trong tuần",
        "Số lần của các hoạt động phát loa, xe loa lưu động có ngày trong tuần.",
        source: "Kế hoạch của phường: ít nhất 05 lượt mỗi tuần",
        .sum(
            OutreachActivities.sessions.key,
            RecordSet(OutreachActivities.description) { day in
                (OutreachActivities.form == .loudspeaker || OutreachActivities.form == .mobile)
                    && OutreachActivities.held >= day.firstOfWeek
                    && OutreachActivities.held < day.adding(days: 1)
            }),
        unit: "broadcast", keeper: "Phòng Văn hóa - Xã hội", per: "week",
        signs: [["phat thanh", "truyen thanh", "loa", "phat song"]])
}
