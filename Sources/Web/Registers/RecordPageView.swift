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
    let quality: RecordQuality
    /// What the register's own verbs offer.
    let tools: HTML?
    let clean: CleanPanels
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
        <p class="lede">\(QualityWords.scores { quality.scores[$0] })</p>
        \(buttons)
        \(clean.html)
        \(gapPanel)
        \(sections)
        \(relationPanels)
        \(Panel.section("Lịch sử", JournalHistory.list(history, names: names, role: role)))
        """
    }

    /// Of what the reader may see.
    private var gaps: [RecordGap] {
        quality.gaps.filter { register.field($0.field)?.isSeen(by: role) ?? true }
    }

    private var buttons: HTML? {
        let confirm: HTML? =
            mayChange && gaps.contains { $0.kind == .fresh }
            ? """
            <form method="post" action="\(path)/confirmation">\(Fields.token(viewer))
            <button class="button" type="submit">Đã xem, vẫn đúng</button></form>
            """ : nil
        let change = isLocked(.change) ? nil : link("Sửa", "edit")
        let end = isLocked(.end) ? nil : link("Bỏ khỏi sổ", "end")
        let own: HTML? = mayChange ? "\(confirm)\(change)\(end)" : nil
        return own == nil && tools == nil
            ? nil : "<div class=\"row tools no-print\">\(tools)\(own)</div>"
    }

    private func link(_ words: String, _ act: String) -> HTML {
        "<a class=\"button button--quiet\" href=\"\(path)/\(act)\">\(words)</a>"
    }

    private func isLocked(_ act: RecordLock.Act) -> Bool {
        register.locks.contains { $0.act == act && $0.condition.holds(for: record.cells) }
    }

    private var gapPanel: HTML? {
        // Twins and addresses have notes of their own, which say what to do.
        let elsewhere = [RecordQuality.twinsKey, Likeness.addressKey]
        let told = gaps.filter { $0.kind != .clean || !elsewhere.contains($0.field) }
        if told.isEmpty { return nil }
        let lines: [HTML] = RecordGap.told(told, in: register).map { kind, sentence in
            "<li>\(Tag.state(kind.lack, .warn)) \(sentence)</li>"
        }
        return Panel.section("Cần làm", "<ul class=\"plain-list\">\(lines)</ul>")
    }

    private var sections: HTML {
        let panels: [HTML] = register.sections.compactMap { section in
            let fields = section.fields.filter { $0.isSeen(by: role) }
            guard !fields.isEmpty else { return nil }
            let written = fields.filter { !cell(of: $0).isEmpty || derived[$0.key] != nil }
            let missing = fields.filter { cell(of: $0).isEmpty && derived[$0.key] == nil }
                .map(\.label.lowercasedFirst)
            let title = section.title ?? "Thông tin"
            if written.isEmpty, register.sections.count > 1 { return nil }
            let rest: HTML? =
                missing.isEmpty
                ? nil
                : "<p class=\"small muted\">Chưa ghi: \(missing.joined(separator: ", ")).</p>"
            return Panel.section(
                title,
                "\(Terms.list(written.map { ($0.label, value(of: $0)) }))\(rest)")
        }
        return "<div class=\"record-panels\">\(panels)</div>"
    }

    private func cell(of field: any FieldDescription) -> Cell { record.cells[field.key] ?? .empty }

    private func value(of field: any FieldDescription) -> HTML {
        let cell = cell(of: field)
        let words = cellNames.shown(cell, field)
        if case .record(let target) = field.control, cellNames[cell.plain] != nil {
            return "<a href=\"/registers/\(target)/\(cell.plain)\">\(words)</a>"
        }
        guard let reason = derived[field.key]?.reason, !reason.isEmpty else { return "\(words)" }
        return "\(words) <span class=\"table__more\">\(reason)</span>"
    }

    /// Records of other registers that name this one.
    private var relationPanels: HTML {
        let panels: [HTML] = relations.filter { $0.total.count > 0 }.map(panel)
        let adding: [HTML] = relations.filter { $0.total == 0 && $0.mayAdd }.map { relation in
            "<li><a href=\"\(addPath(relation))\">\(relation.register.title)</a></li>"
        }
        let rest: HTML? =
            adding.isEmpty
            ? nil
            : Panel.section(
                "Thêm vào sổ khác", note: "các sổ này chưa có gì về mục này",
                "<ul class=\"plain-list columns no-print\">\(adding)</ul>")
        return "\(panels)\(rest)"
    }

    private func addPath(_ relation: RecordRelation) -> String {
        Address.with("/registers/\(relation.register.name)/new", [(relation.field, record.id)])
    }

    private func panel(_ relation: RecordRelation) -> HTML {
        let other = relation.register
        let mine = Address.with("/registers/\(other.name)", [(relation.field, record.id)])
        let columns = other.columns.filter { $0 != relation.field }.compactMap(other.field)
        let rows: [[HTML]] = relation.records.map { record in
            columns.enumerated().map { index, field in
                let words = relation.names.shown(record.cells[field.key] ?? .empty, field)
                return index == 0
                    ? "<a href=\"/registers/\(other.name)/\(record.id)\">\(words)</a>" : "\(words)"
            }
        }
        let add: HTML? =
            relation.mayAdd
            ? "<a class=\"button button--small no-print\" href=\"\(addPath(relation))\">Thêm</a>"
            : nil
        let more: HTML? =
            relation.total.count > relation.records.count
            ? "<p class=\"small panel__body\"><a href=\"\(mine)\">Xem tất cả \(relation.total.vietnamese)</a></p>"
            : nil
        let table = DataTable.cards(
            other.title, columns.map { .init($0.label, isNumber: RecordWords.isNumber($0)) }, rows)
        return Panel.section(
            other.title, note: relation.total.vietnamese, action: add, isPadded: false,
            "\(table)\(more)")
    }
}
