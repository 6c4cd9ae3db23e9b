import Domain
import Storage

/// Two records side by side, where a person chooses value by value.
struct MergePage: Sendable {
    let merge: RecordMerge
    let judgement: LikenessJudgement
    let keptClocks: [String: Instant]
    let mergedClocks: [String: Instant]
    let names: CellNames
    let viewer: Viewer?

    static func name(of field: any FieldDescription) -> String { "choice-\(field.key)" }

    private var register: RegisterDescription { merge.register }

    var html: HTML {
        let kept = DuplicateWords.title(merge.kept, register, names)
        let merged = DuplicateWords.title(merge.merged, register, names)
        let path = DuplicatePages.comparison(register, kept: merge.kept, merged: merge.merged)
        let swapped = DuplicatePages.comparison(register, kept: merge.merged, merged: merge.kept)
        return """
            <p class="crumb"><a href="\(DuplicatePages.path(register))">← Mục có thể trùng</a></p>
            <h1>Gộp hai mục</h1>
            <p class="lede">\(DuplicateWords.tag(judgement)) \(DuplicateWords.sentence(judgement, register))</p>
            \(Note.block(nil, """
                Giữ lại <a href="/registers/\(register.name)/\(merge.kept.id)">\(kept)</a>; gộp \
                <a href="/registers/\(register.name)/\(merge.merged.id)">\(merged)</a> vào đó. Địa chỉ trang \
                của mục bị gộp sẽ dẫn tới mục giữ lại, lịch sử của cả hai vẫn còn, và có thể tách lại trong \
                \(RecordJoining.undoDays) ngày. <a href="\(swapped)">Giữ mục kia</a>
                """, tone: .info))
            <form method="post" action="\(path)">\(Fields.token(viewer))
            <input type="hidden" name="kept-version" value="\(merge.kept.version)">
            <input type="hidden" name="merged-version" value="\(merge.merged.version)">
            \(choices)
            <div class="row tools"><button class="button" type="submit">Gộp hai mục</button></div></form>
            <div class="row tools">\(DuplicateWords.parting(merge.kept, merge.merged, register, viewer))</div>
            \(same)
            """
    }

    private var choices: HTML {
        guard !merge.choices.isEmpty else {
            return Note.block(nil, "Hai mục ghi giống hệt nhau, không phải chọn gì.", tone: .info)
        }
        let rows: [[HTML]] = merge.choices.map { choice in
            [
                "\(choice.field.label)",
                option(choice, .kept, choice.kept, keptClocks),
                option(choice, .merged, choice.merged, mergedClocks),
            ]
        }
        return Panel.section(
            "Chỗ khác nhau", note: "đã chọn sẵn bên đủ hơn, xác nhận sau hơn", isPadded: false,
            DataTable.cards(
                "Chọn từng giá trị",
                [.init("Thông tin"), .init("Mục giữ lại ghi"), .init("Mục bị gộp ghi")], rows))
    }

    private func option(
        _ choice: RecordMerge.Choice, _ side: RecordMerge.Side, _ cell: Cell,
        _ clocks: [String: Instant]
    ) -> HTML {
        let checked: HTML = choice.preferred == side ? " checked" : ""
        let confirmed: HTML? = clocks[choice.field.key].map {
            "<span class=\"table__more\">xác nhận \($0.day.vietnamese)</span>"
        }
        return """
            <label class="field__check"><input type="radio" name="\(Self.name(of: choice.field))" \
            value="\(side.rawValue)"\(checked)> <span>\(names.shown(cell, choice.field))\(confirmed)</span></label>
            """
    }

    private var same: HTML? {
        let terms: [(String, HTML)] = merge.shared.map { field in
            (field.label, "\(names.shown(merge.kept.cells[field.key] ?? .empty, field))")
        }
        return terms.isEmpty ? nil : Panel.section("Giống nhau", Terms.list(terms))
    }
}
