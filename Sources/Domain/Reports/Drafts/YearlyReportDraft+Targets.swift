/// Part III: the plan's targets against what was reached.
extension YearlyReportDraft {
    var targets: [DocumentBlock] {
        let heading = DocumentBlock.heading(level: 1, "Kết quả thực hiện chỉ tiêu")
        if report.targets.isEmpty {
            return [heading, .paragraph("Không có chỉ tiêu nào được ghi nhận trong kỳ báo cáo.")]
        }
        return [heading, .paragraph(RichText(targetOverview)), .table(targetTable)]
    }

    private var targetOverview: String {
        let verdicts = report.targets.map { $0.verdict(on: report.to) }
        let counts = ReportedTarget.Verdict.allCases.compactMap { verdict -> String? in
            let count = verdicts.count { $0 == verdict }
            return count == 0
                ? nil : "\(count.vietnamese) \(beginningLower(verdict.words))"
        }
        return "Trong \(verdicts.count.vietnamese) chỉ tiêu: \(joined(counts)). Số liệu"
            + " tính đến ngày \(report.to.official):"
    }

    private var targetTable: DocumentTable {
        DocumentTable(
            summary: "Chỉ tiêu của kế hoạch, mức đề ra và mức thực hiện",
            columns: [
                .init("TT", share: 6, .centre), .init("Chỉ tiêu", share: 26),
                .init("Mức đề ra", share: 18), .init("Thực hiện", share: 13, .right),
                .init("Đánh giá", share: 13, .centre), .init("Nguồn số liệu", share: 24),
            ],
            rows: report.targets.enumerated().map { index, target in
                let due = target.due.map { "\nđến \($0.official)" } ?? ""
                let reached = target.reached.flatMap { quantity($0, target.unit) }
                return .cells([
                    RichText((index + 1).vietnamese),
                    RichText(beginningUpper(clause(target.metric))).from(target.origin),
                    RichText(clause(target.goal) + due), RichText(reached ?? "–"),
                    RichText(target.verdict(on: report.to).words), RichText(target.source ?? ""),
                ])
            })
    }
}
