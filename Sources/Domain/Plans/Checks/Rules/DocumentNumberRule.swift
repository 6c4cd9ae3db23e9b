/// A cited number that cannot be right as it stands.
enum DocumentNumberRule: PlanRule {
    static let kind = DiagnosticKind(
        "KH-13", "Số, ký hiệu văn bản viện dẫn không đúng dạng", .warning,
        meaning: """
            Số, ký hiệu thiếu một phần, có dấu cách ở giữa, hoặc năm ghi trong số khác năm của ngày \
            ban hành.
            """,
        reason: "Tra theo số ấy không ra văn bản.",
        source: "Nghị định 30/2020/NĐ-CP, Phụ lục I (số, ký hiệu của văn bản).",
        wrong: "Nghị quyết số 21/2024/QH ngày 15/5/2025",
        right: "Nghị quyết số 21/2025/QH15 ngày 15/5/2025",
        remedy: "Đối chiếu với văn bản gốc rồi sửa số, ký hiệu khi xác nhận kế hoạch.")

    static func check(_ plan: CheckedPlan, in context: CheckContext) -> [PlanDiagnostic] {
        plan.reading.references.compactMap { reference in
            guard let number = reference.number else { return nil }
            let fault = DocumentNumber.fault(in: number) ?? yearFault(number, reference.date)
            // A space is mostly left by a line break; the number is still found.
            let isSpace = number.contains(where: \.isWhitespace)
            return fault.map { fault in
                plan.report(
                    kind, line: reference.line, quoting: number,
                    "\(number): \(fault)." + suggestion(number, in: context.library),
                    severity: isSpace ? .hint : nil)
            }
        }
    }

    private static func yearFault(_ number: String, _ date: String?) -> String? {
        guard let year = DocumentNumber(number).year, let date,
            let cited = Int(date.prefix(4)), cited != year
        else { return nil }
        return "số mang năm \(year) nhưng ngày ban hành là năm \(cited)"
    }

    private static func suggestion(_ number: String, in library: DocumentLibrary) -> String {
        let key = DocumentNumber.key(number)
        let near = library.documents.first {
            let other = DocumentNumber.key($0.number)
            return other != key && other.hasPrefix(key)
        }
        return near.map { " Có phải \($0.number)?" } ?? ""
    }
}
