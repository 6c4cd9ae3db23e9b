import Domain
import Storage

/// One ward as the level above sees it: its figures, never its records.
struct WardBelowPage: Sendable {
    let place: ReportingWard
    let standing: WardStanding
    /// By the key of the indicator, the latest first.
    let months: [String: [IndicatorFigure]]
    let today: Day

    var html: HTML {
        """
        <p class="crumb no-print"><a href="/wards">← Các địa phương</a></p>
        <h1>\(place.kind.prefix(1).uppercased() + place.kind.dropFirst()) \(place.name)</h1>
        <p class="lede">\(sentence)</p>
        \(figures)
        """
    }

    private var sentence: HTML {
        guard standing.hasBegun else {
            return
                "Chưa có số liệu: chưa có kế hoạch đang thực hiện, chưa có mục nào trong sổ. Không phải là số 0."
        }
        let overdue =
            standing.overdueReports > 0
            ? "\(standing.overdueReports.vietnamese) báo cáo quá hạn" : "không báo cáo nào quá hạn"
        return "Ghi gần nhất \(WardWords.act(standing, on: today)), \(overdue)."
    }

    private var figures: HTML {
        guard standing.hasBegun, !months.isEmpty else {
            return Panel.section("Chỉ số", EmptyState.block("Chưa có số liệu nào được tính."))
        }
        let rows: [[HTML]] = Indicators.all.compactMap { indicator in
            guard let all = months[indicator.key], let last = all.first else { return nil }
            return [
                "\(indicator.title)<span class=\"table__more\">\(indicator.explanation)</span>",
                "<strong>\(IndicatorWords.value(last))</strong>", "\(IndicatorWords.plain(last))",
                "\(last.day.vietnamese)",
                IndicatorWords.course(Array(all.dropFirst()), last),
            ]
        }
        return Panel.section(
            "Chỉ số", note: "các mục phía sau do địa phương giữ", isPadded: false,
            DataTable.cards(
                "Chỉ số",
                [
                    .init("Chỉ số"), .init("Giá trị", isNumber: true), .init("Gồm", isNumber: true),
                    .init("Tính ngày", isNumber: true), .init("12 tháng qua"),
                ], rows))
    }
}
