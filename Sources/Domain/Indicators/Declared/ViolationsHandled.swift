extension Indicator {
    static let violationsHandled = Indicator(
        "violations_handled", "Vi phạm đã xử lý",
        "Vi phạm đã có hình thức xử lý, trên vi phạm phát hiện từ đầu năm.",
        source: "Kế hoạch của phường: xử lý nghiêm 100% vi phạm",
        .share(
            .that { _ in Violations.outcome != nil },
            of: RecordSet(Violations.description) { Violations.found >= $0.firstOfYear }),
        keeper: "Công an phường", signs: [["vi pham"], ["xu ly", "xu phat"]])
}
