/// One document cited with two dates.
enum CitationDatesRule: PlanRule {
    static let kind = DiagnosticKind(
        "KH-09", "Một văn bản được viện dẫn với hai ngày khác nhau", .error,
        meaning: """
            Cùng số, ký hiệu nhưng chỗ này ghi ngày này, chỗ kia ghi ngày khác, trong một kế hoạch \
            hoặc giữa các kế hoạch được kiểm tra cùng nhau. Giữa các kế hoạch chỉ so văn bản của \
            trung ương và chỉ khi cùng năm, vì số được đánh lại hằng năm và theo nhiệm kỳ.
            """,
        reason: "Ít nhất một chỗ sai; người đọc không tra được đúng văn bản.",
        source: "Nghị định 30/2020/NĐ-CP: khi viện dẫn lần đầu phải ghi đầy đủ số và thời gian.",
        wrong: "… Chỉ thị số 12/CT-TTg ngày 05/3/2026 … Chỉ thị số 12/CT-TTg ngày 05/8/2026 …",
        right: "… Chỉ thị số 12/CT-TTg ngày 05/3/2026 … Chỉ thị số 12/CT-TTg …",
        remedy: "Mở văn bản gốc, giữ ngày đúng ở mọi chỗ và ghi văn bản vào thư viện.")

    static func check(_ plan: CheckedPlan, in context: CheckContext) -> [PlanDiagnostic] {
        plan.reading.references.flatMap { reference -> [PlanDiagnostic] in
            guard let number = reference.number else { return [] }
            return within(reference, number, plan)
                + across(reference, number, plan, context.others(than: plan))
        }
    }

    private static func within(
        _ reference: DocumentReference, _ number: String, _ plan: CheckedPlan
    ) -> [PlanDiagnostic] {
        guard let first = reference.citations?.first else { return [] }
        let others = (reference.citations ?? []).filter {
            $0.date != first.date && isSlip($0.date, of: first.date)
        }
        guard !others.isEmpty else { return [] }
        let dates = others.map { "\(day($0.date)) (dòng \($0.line))" }.joined(separator: ", ")
        return [
            plan.report(
                kind, line: first.line, quoting: number,
                "\(number) ghi ngày \(day(first.date)) ở đây, nhưng ghi \(dates).",
                related: others.map { place($0, number, in: plan) })
        ]
    }

    private static func across(
        _ reference: DocumentReference, _ number: String, _ plan: CheckedPlan,
        _ others: [CheckedPlan]
    ) -> [PlanDiagnostic] {
        guard let date = reference.date, DocumentNumber(number).isCentral else { return [] }
        let key = DocumentNumber.key(number)
        return others.compactMap { other in
            let twin = other.reading.references.first {
                $0.number.map(DocumentNumber.key) == key && $0.date != nil && $0.date != date
            }
            guard let twin, let otherDate = twin.date, otherDate.prefix(4) == date.prefix(4)
            else { return nil }
            let citation = DocumentReference.DatedCitation(date: otherDate, line: twin.line)
            return plan.report(
                kind, line: reference.line, quoting: number,
                """
                \(number) ghi ngày \(day(date)) ở đây, nhưng \(other.reading.file) dòng \
                \(twin.line) ghi ngày \(day(otherDate)).
                """,
                related: [place(citation, number, in: other)])
        }
    }

    /// Same year, or same day and month: a slip of the pen. Else two documents of two years.
    private static func isSlip(_ date: String, of other: String) -> Bool {
        date.prefix(4) == other.prefix(4) || date.dropFirst(4) == other.dropFirst(4)
    }

    private static func place(
        _ citation: DocumentReference.DatedCitation, _ number: String, in plan: CheckedPlan
    ) -> PlanDiagnostic.RelatedPlace {
        PlanDiagnostic.RelatedPlace(
            file: plan.reading.file, line: citation.line, task: nil,
            sentence: "\(number) ngày \(day(citation.date))")
    }

    private static func day(_ date: String) -> String { Day(iso: date)?.vietnamese ?? date }
}
