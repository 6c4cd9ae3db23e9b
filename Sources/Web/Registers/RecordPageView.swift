import Domain
import Storage

/// One record: its values, what it lacks, its history.
struct RecordPageView: Sendable {
    let register: RegisterDescription
    let record: Record
    let cellNames: CellNames
    let derived: [String: Derivation.Value]
    let relations: [RecordRelation]
    let role: Role
    let gaps: [RecordGap]
    let history: [JournalLine]
    let names: [String: String]
    let mayChange: Bool
    let viewer: Viewer?

    var title: String {
        register.field(register.columns[0]).map {
            cellNames.shown(record.cells[$0.key] ?? .empty, $0)
        } ?? register.singular
    }

    private var path: String { "/registers/\(register.name)/\(record.id)" }

    var html: HTML {
        """
        <p class="crumb"><a href="/registers/\(register.name)">← \(register.title)</a></p>
        <h1>\(title)</h1>
        <p class="lede">\(sentence)</p>
        \(tools)
        \(gapPanel)
        \(sections)
        \(relationPanels)
        \(Panel.section("Lịch sử", JournalHistory.list(history, names: names)))
        """
    }

    private var sentence: String {
        gaps.isEmpty
            ? "Đủ thông tin và còn mới."
            : "Còn \(gaps.count) điều cần bổ sung hoặc xác nhận."
    }

    private var tools: HTML? {
        guard mayChange else { return nil }
        let confirm: HTML? =
            gaps.contains { $0.kind == .fresh }
            ? """
            <form method="post" action="\(path)/confirmation">\(Fields.token(viewer))
            <button class="button" type="submit">Đã xem, vẫn đúng</button></form>
            """ : nil
        return """
            <div class="row tools no-print">\(confirm)
            <a class="button button--quiet" href="\(path)/edit">Sửa</a>
            <a class="button button--quiet" href="\(path)/end">Bỏ khỏi sổ</a></div>
            """
    }

    private var gapPanel: HTML? {
        if gaps.isEmpty { return nil }
        let lines: [HTML] = gaps.map { gap in
            let word =
                switch gap.kind {
                case .correct: "Chưa đúng"
                case .complete: "Chưa đủ"
                case .fresh: "Chưa sống"
                }
            return "<li>\(Tag.state(word, .warn)) \(gap.sentence)</li>"
        }
        return Panel.section("Cần làm", "<ul class=\"plain-list\">\(lines)</ul>")
    }

    private var sections: [HTML] {
        register.sections.map { section in
            let fields = section.fields.filter { $0.isSeen(by: role) }
            return Panel.section(
                section.title ?? "Thông tin", Terms.list(fields.map { ($0.label, value(of: $0)) }))
        }
    }

    private func value(of field: any FieldDescription) -> HTML {
        let cell = record.cells[field.key] ?? .empty
        let words = cellNames.shown(cell, field)
        if case .record(let target) = field.control, cellNames[cell.plain] != nil {
            return "<a href=\"/registers/\(target)/\(cell.plain)\">\(words)</a>"
        }
        guard register.derivations.contains(where: { $0.key == field.key }) else {
            return "\(words)"
        }
        let reason = derived[field.key]?.reason ?? "Chưa tính được: thiếu thông tin."
        return "\(words) <span class=\"table__more\">\(reason)</span>"
    }

    /// Records of other registers that name this one; those that have none are one list.
    private var relationPanels: HTML {
        let known: [HTML] = relations.filter { $0.total > 0 }.map(panel)
        let others: [HTML] = relations.filter { $0.total == 0 }.map { relation in
            "<li>Chưa có \(relation.register.singular) nào. \(add(relation))</li>"
        }
        let rest: HTML? =
            others.isEmpty
            ? nil : Panel.section("Các sổ khác", "<ul class=\"plain-list\">\(others)</ul>")
        return "\(known)\(rest)"
    }

    private func panel(_ relation: RecordRelation) -> HTML {
        let other = relation.register
        let mine = Address.with("/registers/\(other.name)", [(relation.field, record.id)])
        let columns = other.columns.filter { $0 != relation.field }.compactMap(other.field)
        let rows: [[HTML]] = relation.records.map { record in
            columns.enumerated().map { index, field in
                let words = relation.names.shown(record.cells[field.key] ?? .empty, field)
                return index == 0
                    ? "<a href=\"/registers/\(other.name)/\(record.id)\">\(words)</a>"
                    : "\(words)"
            }
        }
        let table = DataTable.cards(
            other.title, columns.map { .init($0.label, isNumber: RecordWords.isNumber($0)) }, rows)
        let more: HTML? =
            relation.total > relation.records.count
            ? "<p class=\"small panel__body\"><a href=\"\(mine)\">Xem tất cả \(relation.total.vietnamese)</a></p>"
            : nil
        return Panel.section(
            other.title, note: relation.total.vietnamese, action: add(relation), isPadded: false,
            "\(table)\(more)")
    }

    private func add(_ relation: RecordRelation) -> HTML? {
        guard relation.mayAdd else { return nil }
        let path = Address.with(
            "/registers/\(relation.register.name)/new", [(relation.field, record.id)])
        return """
            <a class="button button--small no-print" href="\(path)">Thêm<span \
            class="visually-hidden"> \(relation.register.singular)</span></a>
            """
    }
}
