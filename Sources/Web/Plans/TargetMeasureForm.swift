import Domain
import Storage

/// Chooses by which figure of the registers a target is measured.
struct TargetMeasureForm: Sendable {
    let standing: TargetStanding
    let path: String
    let viewer: Viewer?

    var html: HTML? {
        let fitting = Indicators.all.filter { $0.fits(standing.target) }
        guard !fitting.isEmpty else { return nil }
        let proposed = Indicator.proposed(for: standing.target, in: standing.taskText)
        let others = fitting.filter { own in !proposed.contains { $0.key == own.key } }
        let current = standing.measure?.indicator.key
        let options =
            [(value: "", label: "Đơn vị báo số liệu, kèm minh chứng")]
            + proposed.map { (value: $0.key, label: "\($0.title) (đề xuất)") }
            + others.map { (value: $0.key, label: $0.title) }
        let hint =
            current == nil && !proposed.isEmpty
            ? "Sổ có sẵn số liệu cho chỉ tiêu này; chọn rồi lưu thì không ai phải ghi tay nữa."
            : "Số liệu đã báo bằng tay vẫn được giữ."
        return Panel.section(
            "Cách tính",
            """
            <form method="post" action="\(path)/measure">\(Fields.token(viewer))
            \(Fields.choice(
                "indicator", "Chỉ tiêu này tính theo", options,
                value: current ?? proposed.first?.key ?? "", hint: hint))
            <button class="button" type="submit">Lưu cách tính</button></form>
            """)
    }
}
