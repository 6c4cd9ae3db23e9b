import Domain

/// What one text of a plan says otherwise than another.
struct DifferenceList: Sendable {
    let head: [PlanHead.Change]
    let difference: PlanDifference

    var html: HTML { "\(heads)\(changed)\(removed)\(returned)\(added)\(reports)" }

    private static func change(_ before: String, _ after: String) -> HTML {
        """
        <del>\(before.isEmpty ? "(trống)" : before)</del> → <ins>\(after.isEmpty ? "(trống)" : after)</ins>
        """
    }

    private var heads: HTML? {
        if head.isEmpty { return nil }
        let terms = head.map { change in
            let isDay = change.field == .issued
            return (
                change.field.words,
                Self.change(
                    isDay ? PlanWords.date(change.before) : change.before,
                    isDay ? PlanWords.date(change.after) : change.after)
            )
        }
        return Panel.section("Số, ngày, tên", Terms.list(terms))
    }

    private var changed: HTML? {
        if difference.changed.isEmpty { return nil }
        let items: [HTML] = difference.changed.map { pair in
            let terms = Terms.list(
                pair.changes.map { ($0.field.title, Self.change($0.before, $0.after)) })
            let hand: HTML? =
                pair.isPiece
                ? Note.block(
                    "Đã tách bằng tay.",
                    "Nội dung các phần giữ nguyên; hãy sửa lại sau khi cho hiệu lực.")
                : nil
            return "<li><strong>\(pair.task.code)</strong> \(pair.task.title)\(terms)\(hand)</li>"
        }
        return section("Thay đổi", items)
    }

    private var removed: HTML? {
        section(
            "Bị bỏ",
            difference.removed.map { "<li><strong>\($0.code)</strong> <del>\($0.title)</del></li>" }
        )
    }

    private var returned: HTML? {
        section(
            "Trở lại",
            difference.returned.map {
                "<li><strong>\($0.code)</strong> <ins>\($0.title)</ins></li>"
            })
    }

    private var added: HTML? {
        section(
            "Mới",
            difference.added.map { reading in
                let lead = reading.leadUnits.joined(separator: "; ")
                return """
                    <li><strong>\(reading.id)</strong> <ins>\(reading.text ?? reading.textStart)</ins> \
                    <span class="muted">\(lead.isEmpty ? "chưa có đầu mối: giao sau" : lead)</span></li>
                    """
            })
    }

    private var reports: HTML? {
        let gone: [HTML] = difference.reportsRemoved.map { "<li><del>\(Self.duty($0))</del></li>" }
        let new: [HTML] = difference.reportsAdded.map { "<li><ins>\(Self.duty($0))</ins></li>" }
        if gone.isEmpty && new.isEmpty { return nil }
        return Panel.section("Chế độ báo cáo", "<ul class=\"plain\">\(gone)\(new)</ul>")
    }

    private func section(_ title: String, _ items: [HTML]) -> HTML? {
        if items.isEmpty { return nil }
        return Panel.section(
            title, note: "\(items.count) nhiệm vụ", "<ul class=\"plain\">\(items)</ul>")
    }

    private static func duty(_ duty: ReportDutyReading) -> String {
        let from = duty.from.isEmpty ? "Các đơn vị" : duty.from.joined(separator: "; ")
        let via = duty.via.map { " (qua \($0))" } ?? ""
        return "\(from) báo cáo \(duty.to ?? "")\(via): \(PlanWords.report(duty))"
    }
}
