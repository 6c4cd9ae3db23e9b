/// Number or day of the plan left blank, or its whole head missing.
enum BlankNumberRule: PlanRule {
    static let kind = DiagnosticKind(
        "KH-01", "Số hoặc ngày ban hành còn để trống", .warning,
        meaning: """
            Phần đầu kế hoạch chưa có số, ký hiệu hoặc chưa có ngày, tháng, năm ban hành. Kế hoạch \
            như vậy là bản dự thảo hoặc bản sao thiếu phần đầu.
            """,
        reason: """
            Không viện dẫn được một văn bản không có số và ngày; thời hạn tính từ ngày ban hành \
            cũng không tính được.
            """,
        source: """
            Nghị định 30/2020/NĐ-CP, Phụ lục I: số, ký hiệu và địa danh, thời gian ban hành là \
            thể thức bắt buộc.
            """,
        wrong: "Số:    /KH-UBND — An Hòa, ngày    tháng 3 năm 2026",
        right: "Số: 27/KH-UBND — An Hòa, ngày 09 tháng 3 năm 2026",
        remedy: """
            Nhập kế hoạch ở trạng thái dự thảo; khi văn bản được ký, bổ sung số và ngày, mọi nhiệm \
            vụ đã nhập được giữ nguyên.
            """)

    static func check(_ plan: CheckedPlan, in context: CheckContext) -> [PlanDiagnostic] {
        let head = plan.reading.document
        var blanks: [String] = []
        if head.number == nil { blanks.append("chưa có số") }
        switch head.date?.utf8.count {
        case nil: blanks.append("chưa có ngày, tháng, năm ban hành")
        case 7: blanks.append("chưa có ngày ban hành (chỉ có tháng và năm)")
        default: break
        }
        guard !blanks.isEmpty else { return [] }
        let line = plan.line(of: "number", "number_place_date", "place_date")
        let words = [head.numberSuffix, head.place, head.date.map(monthOrDay), head.title]
        let quote = words.compactMap { $0 }.joined(separator: " · ")
        return [
            plan.report(
                kind, line: line, quoting: quote,
                "Kế hoạch " + blanks.joined(separator: " và ") + ".")
        ]
    }

    private static func monthOrDay(_ date: String) -> String {
        if let day = Day(iso: date) { return day.vietnamese }
        let parts = date.split(separator: "-")
        return parts.count == 2 ? "tháng \(parts[1])/\(parts[0])" : date
    }
}
