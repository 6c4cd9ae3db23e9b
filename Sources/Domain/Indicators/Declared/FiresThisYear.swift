extension Indicator {
    static let firesThisYear = Indicator(
        "fires_year", "Vụ cháy, nổ từ đầu năm",
        "Vụ việc loại cháy hoặc nổ, nhận tin từ đầu năm.",
        source: "Kế hoạch của phường: kéo giảm số vụ cháy, nổ",
        .count(
            RecordSet(Incidents.description) { day in
                (Incidents.kind == .fire || Incidents.kind == .explosion)
                    && .atLeast(Incidents.reported.key, .text(day.firstOfYear.iso))
                    && .below(Incidents.reported.key, .text(day.adding(days: 1).iso))
            }),
        unit: "fire", keeper: "Công an phường", isBetterLow: true,
        signs: [["vu chay", "chay, no", "chay no"], ["so vu", "keo giam", "giam", "khong qua"]])
}
