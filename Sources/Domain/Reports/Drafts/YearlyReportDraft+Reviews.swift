/// What reviews of the plan found, and what they decided to do (sơ kết, tổng kết).
extension YearlyReportDraft {
    var reviews: [DocumentBlock] {
        if report.reviews.isEmpty { return [] }
        let kinds = Review.Kind.allCases.compactMap { kind -> String? in
            let count = report.reviews.count { $0.review.kind == kind }
            return count == 0 ? nil : "\(count.vietnamese) cuộc \(kind.title.lowercased())"
        }
        return [.paragraph(RichText("Trong kỳ báo cáo đã tổ chức \(joined(kinds)):"))]
            + report.reviews.flatMap { one in
                let review = one.review
                let head = "\(review.kind.title.lowercased()) ngày \(review.day.official)"
                let lines = typedLines(review.findings)
                let only = lines.count == 1 ? lines.first.map { ": \(clause($0))" } ?? "" : ""
                let rest = lines.count > 1 ? lines : []
                return [told(by: one.unit, "\(head)\(only).", from: one.origin)]
                    + rest.map { .item(depth: 2, RichText(beginningUpper(sentence($0)))) }
            }
    }

    /// Measures that reviews decided, for the part on what comes next.
    var reviewedMeasures: [DocumentBlock] {
        let measures = report.reviews.flatMap { one in
            typedLines(one.review.measures).map {
                told(by: one.unit, sentence($0), from: one.origin)
            }
        }
        if measures.isEmpty { return [] }
        return [.paragraph("Thực hiện các giải pháp đã đề ra khi sơ kết, tổng kết:")] + measures
    }
}
