/// A cited document that is no longer in force.
enum RepealedDocumentRule: PlanRule {
    static let kind = DiagnosticKind(
        "KH-10", "Văn bản viện dẫn đã hết hiệu lực", .warning,
        meaning: """
            Văn bản được viện dẫn đã hết hiệu lực trước ngày ban hành kế hoạch (cảnh báo), hoặc sau \
            đó nhưng trước hôm nay (gợi ý). Câu nói về một thời điểm trong quá khứ ("trước khi Luật \
            … có hiệu lực") không bị báo.
            """,
        reason: "Nhiệm vụ đặt trên quy định không còn hiệu lực có thể không còn căn cứ để làm.",
        source:
            "Thư viện văn bản của hệ thống: ngày hết hiệu lực và văn bản thay thế, có ghi nguồn.",
        wrong: """
            (Kế hoạch năm 2026) Quản lý cơ sở theo Nghị định số 136/2020/NĐ-CP.
            """,
        right: "Quản lý cơ sở theo Nghị định số 105/2025/NĐ-CP.",
        remedy: "Thay bằng văn bản đang có hiệu lực và xem lại nội dung điều khoản được dẫn.")

    static func check(_ plan: CheckedPlan, in context: CheckContext) -> [PlanDiagnostic] {
        plan.reading.references.compactMap { reference in
            guard let number = reference.number, let entry = context.library.entry(reference),
                let end = entry.repealedFrom.flatMap({ Day(iso: $0) }), end <= context.today,
                !isHistorical(number, reference.line, in: plan)
            else { return nil }
            let wasOver = plan.issued.map { end <= $0 } ?? false
            let next = entry.replacedBy.map { "; văn bản thay thế: \($0)" } ?? ""
            let trust = entry.verified ? "" : " (theo thư viện, chưa có người kiểm chứng)"
            let when = wasOver ? "trước ngày ban hành kế hoạch" : "sau khi kế hoạch được soạn"
            return plan.report(
                kind, line: reference.line, quoting: quote(number, reference.line, in: plan),
                "\(number) hết hiệu lực từ \(end.vietnamese), \(when)\(next)\(trust).",
                severity: wasOver ? .warning : .hint)
        }
    }

    private static func quote(_ number: String, _ line: Int, in plan: CheckedPlan) -> String {
        plan.task(at: line).map { $0.sentence(with: number) } ?? number
    }

    /// "trước khi Luật … có hiệu lực": the document is named for its time, not as a rule to obey.
    private static func isHistorical(
        _ number: String, _ line: Int, in plan: CheckedPlan
    ) -> Bool {
        guard let task = plan.task(at: line) else { return false }
        let sentence = task.sentence(with: number)
        guard let place = sentence.firstRange(of: number) else { return false }
        return folded(String(sentence[place.upperBound...].prefix(20))).contains("co hieu luc")
    }
}

extension CheckedPlan {
    /// The task in whose words a line lies.
    func task(at line: Int) -> CheckedTask? {
        tasks.first { $0.reading.lineStart <= line && line <= $0.reading.lineEnd }
    }
}
