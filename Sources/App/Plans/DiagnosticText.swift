import Domain

/// Findings as a compiler prints them.
enum DiagnosticText {
    /// One block for each finding and a summary. Why it matters and what to do is said at the
    /// first finding of a kind; from then on the code says it.
    static func listing(_ found: [PlanDiagnostic], plans: Int) -> String {
        var explained: Set<String> = []
        let blocks = found.map { block($0, isFirst: explained.insert($0.code).inserted) }
        return (blocks + [summary(found, plans: plans)]).joined(separator: "\n")
    }

    private static func block(_ finding: PlanDiagnostic, isFirst: Bool) -> String {
        let page = finding.page.map { " (trang \($0))" } ?? ""
        let task = finding.task.map { " [\($0)]" } ?? ""
        let title = DiagnosticKinds.ofCode(finding.code)?.title ?? ""
        var lines = [
            "\(finding.file):\(finding.line): \(finding.severity.label) \(finding.code): "
                + "\(title)\(task)\(page)",
            "    \(finding.message)",
        ]
        if !finding.sentence.isEmpty { lines.append("    | \(finding.sentence)") }
        for place in finding.related {
            lines.append("    xem \(place.file):\(place.line): \(place.sentence)")
        }
        if isFirst {
            lines.append("    Vì sao: \(finding.reason)")
            lines.append("    Cách xử lý: \(finding.remedy)")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func summary(_ found: [PlanDiagnostic], plans: Int) -> String {
        func count(_ severity: PlanDiagnostic.Severity) -> Int {
            found.count { $0.severity == severity }
        }
        let codes = Dictionary(grouping: found, by: \.code).sorted { $0.key < $1.key }
        let perCode = codes.map { "\($0.key) × \($0.value.count)" }.joined(separator: ", ")
        let total =
            "\(plans) kế hoạch: \(count(.error)) lỗi, \(count(.warning)) cảnh báo, "
            + "\(count(.hint)) gợi ý."
        guard !codes.isEmpty else { return total }
        return "\(total)\n\(perCode)\nGiải thích một mã: canhlua plan explain \(codes[0].key)"
    }
}
