/// A cited document that the library does not hold.
enum UnknownDocumentRule: PlanRule {
    static let kind = DiagnosticKind(
        "KH-11", "Văn bản viện dẫn chưa có trong thư viện", .hint,
        meaning: """
            Kế hoạch viện dẫn một văn bản có số mà thư viện văn bản của đơn vị chưa có. Chỉ báo khi \
            thư viện được coi là đầy đủ.
            """,
        reason: """
            Người làm nhiệm vụ không mở được văn bản mà nhiệm vụ dựa vào; lộ trình, danh mục nằm \
            trong văn bản ấy cũng không theo dõi được.
            """,
        source: "Thư viện văn bản của đơn vị.",
        wrong: "Thực hiện lộ trình tại Kế hoạch số 18/KH-UBND. (thư viện không có 18/KH-UBND)",
        right: "Văn bản 18/KH-UBND có trong thư viện cùng tệp và ngày ban hành.",
        remedy: "Thêm văn bản vào thư viện: số, ngày, cơ quan ban hành và tệp.")

    static func check(_ plan: CheckedPlan, in context: CheckContext) -> [PlanDiagnostic] {
        guard context.library.isComplete else { return [] }
        return plan.reading.references.compactMap { reference in
            guard let number = reference.number, context.library.entry(reference) == nil else {
                return nil
            }
            let date = reference.date.flatMap { Day(iso: $0) }.map { " ngày \($0.vietnamese)" }
            return plan.report(
                kind, line: reference.line, quoting: number + (date ?? ""),
                "\(number) chưa có trong thư viện văn bản.")
        }
    }
}
