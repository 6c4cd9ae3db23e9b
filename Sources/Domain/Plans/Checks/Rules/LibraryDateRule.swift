/// A citation whose date is not that of the document itself.
enum LibraryDateRule: PlanRule {
    static let kind = DiagnosticKind(
        "KH-12", "Ngày viện dẫn khác ngày của văn bản", .error,
        meaning: """
            Thư viện có văn bản với số này và ngày ban hành khác ngày ghi trong kế hoạch. Với số \
            được đánh lại hằng năm chỉ so khi cùng năm.
            """,
        reason: "Viện dẫn sai ngày là viện dẫn sai văn bản; bản sao tiếp theo chép lại lỗi ấy.",
        source: "Ngày ban hành ghi trong thư viện văn bản, có nguồn.",
        wrong: "Nghị định số 30/2020/NĐ-CP ngày 05/5/2020",
        right: "Nghị định số 30/2020/NĐ-CP ngày 05/3/2020",
        remedy: "Mở văn bản gốc trong thư viện và sửa ngày; nếu thư viện sai thì sửa thư viện.")

    static func check(_ plan: CheckedPlan, in context: CheckContext) -> [PlanDiagnostic] {
        plan.reading.references.compactMap { reference in
            guard let number = reference.number, let date = reference.date,
                let entry = context.library.entry(reference), let issued = entry.issued,
                date != issued,
                date.prefix(4) == issued.prefix(4) || DocumentNumber(number).year != nil
            else { return nil }
            let trust = entry.verified ? "" : " (chưa có người kiểm chứng)"
            let (cited, real) = (Day(iso: date), Day(iso: issued))
            return plan.report(
                kind, line: reference.line,
                quoting: "\(number) ngày \(cited?.vietnamese ?? date)",
                """
                Kế hoạch ghi ngày \(cited?.vietnamese ?? date); theo thư viện\(trust), \(number) \
                ban hành ngày \(real?.vietnamese ?? issued).
                """)
        }
    }
}
