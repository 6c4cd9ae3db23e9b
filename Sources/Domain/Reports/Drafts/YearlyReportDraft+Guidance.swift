/// Part I: how the plan was led and made known.
extension YearlyReportDraft {
    var guidance: [DocumentBlock] {
        [.heading(level: 1, "Công tác chỉ đạo, triển khai")] + issuedDocuments + disseminations
            + unitPlans + reviews
    }

    private var issuedDocuments: [DocumentBlock] {
        let documents = report.guidance.documents
        if documents.isEmpty {
            return [.paragraph("Chưa ghi nhận văn bản chỉ đạo nào được ban hành trong kỳ báo cáo.")]
        }
        return [.paragraph("Trong kỳ báo cáo, các văn bản sau đã được ban hành:")]
            + documents.map { document in
                let date = document.date.map { " ngày \($0.official)" } ?? ""
                let title = beginningLower(clause(document.title), unless: "về ")
                return .item(
                    RichText("\(document.name)\(date) của \(document.issuer) về \(title).")
                        .from(document.origin))
            }
    }

    private var disseminations: [DocumentBlock] {
        let all = report.guidance.disseminations
        if all.isEmpty {
            return [.paragraph("Chưa ghi nhận việc quán triệt, phổ biến \(report.plan.kind).")]
        }
        let units = Set(all.map(\.unit)).count
        let people = all.compactMap(\.headcount).reduce(0, +)
        let reach = people > 0 ? ", với \(people.vietnamese) lượt người" : ""
        let place = isOwnWork ? "" : " tại \(units.vietnamese) đơn vị"
        return [
            .paragraph(
                RichText(
                    "Việc quán triệt, phổ biến \(report.plan.kind) đã được thực hiện"
                        + "\(place)\(reach):"))
        ]
            + all.map { one in
                let date = one.date.map { ", ngày \($0.official)" } ?? ""
                let people = one.headcount.map { ", \($0.vietnamese) người" } ?? ""
                let form = "\(one.form)\(date)\(people)."
                let words: RichText =
                    isOwnWork ? RichText(beginningUpper(form)) : .bold("\(one.unit): ") + form
                return .item(words.from(one.origin))
            }
    }

    private var unitPlans: [DocumentBlock] {
        let with = report.guidance.unitsWithPlan
        let without = report.guidance.unitsWithoutPlan
        guard !with.isEmpty || !without.isEmpty else { return [] }
        // What nobody recorded may yet have been issued.
        if with.isEmpty {
            return [
                .paragraph(RichText("Chưa ghi nhận kế hoạch triển khai của \(joined(without))."))
            ]
        }
        let total = with.count + without.count
        let lack = without.isEmpty ? "" : " Chưa ghi nhận kế hoạch của \(joined(without))."
        return [
            .paragraph(
                RichText(
                    "Có \(with.count.vietnamese)/\(total.vietnamese) đơn vị"
                        + " đã ban hành kế hoạch triển khai.\(lack)"))
        ]
    }
}
