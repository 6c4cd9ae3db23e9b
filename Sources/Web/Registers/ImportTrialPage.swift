import Domain
import Storage

/// A sheet before anything is kept: its columns, and what would become of each row.
struct ImportTrialPage: Sendable {
    let trial: RegisterImportPages.Trial
    let viewer: Viewer?
    let problem: Problem?

    /// Rows of each kind that the page shows; the others follow the same pattern.
    private static let rowsShown = 100

    private var register: RegisterDescription { trial.register }
    private var path: String { "/registers/\(register.name)/imports/\(trial.taken.id)" }

    var html: HTML {
        let notes: [HTML] = trial.sheet.notes.map { Note.block(nil, "\($0)", tone: .info) }
        return """
            <p class="crumb"><a href="/registers/\(register.name)/imports">← Nhập từ bảng tính</a></p>
            <h1>\(trial.taken.fileName)</h1>
            <p class="lede">\(sentence)</p>
            \(problem.map { Fields.summary($0.message, $0.refusals) })
            \(notes)
            \(facts)
            \(ImportAskedPanel(trial: trial, viewer: viewer).html)
            \(tools)
            \(ImportRowsPanel.rejected(rejected))
            \(changedPanel)
            \(addedPanel)
            \(columnsPanel)
            """
    }

    private func count(_ verdict: ImportedRow.Verdict) -> Int {
        trial.rows.count { $0.verdict == verdict }
    }

    private var sentence: String {
        trial.rows.isEmpty
            ? "Chưa đọc được dòng nào. Hãy ghép các cột ở cuối trang."
            : "Đọc thử \(trial.rows.count.vietnamese) dòng. Chưa có gì vào sổ."
    }

    private var facts: HTML {
        Facts.row([
            .init(count(.added).vietnamese, "mục mới sẽ thêm"),
            .init(count(.changed).vietnamese, "mục đã có sẽ sửa"),
            .init(count(.same).vietnamese, "mục đã có, giữ nguyên"),
            .init(
                count(.asked).vietnamese, "dòng cần bạn trả lời",
                tone: count(.asked) > 0 ? .warn : .plain),
            .init(
                count(.rejected).vietnamese, "dòng không nhập được",
                tone: count(.rejected) > 0 ? .warn : .plain),
        ])
    }

    private var tools: HTML {
        let (added, changed) = (count(.added), count(.changed))
        let apply: HTML? =
            added + changed > 0
            ? """
            <form method="post" action="\(path)/rows">\(Fields.token(viewer))
            <input type="hidden" name="added" value="\(added)">
            <input type="hidden" name="changed" value="\(changed)">
            <button class="button" type="submit">Nhập \((added + changed).vietnamese) mục</button></form>
            """ : nil
        return """
            <div class="row tools no-print">\(apply)
            <form method="post" action="\(path)/discard">\(Fields.token(viewer))
            <button class="button button--quiet" type="submit">Bỏ tệp này</button></form></div>
            """
    }

    private var rejected: [(line: Int, title: String, reasons: [String])] {
        trial.rows.filter { $0.verdict == .rejected }.prefix(Self.rowsShown).map {
            ($0.number, $0.title, $0.reasons)
        }
    }

    private var changedPanel: HTML? {
        let rows = trial.rows.filter { $0.verdict == .changed }
        guard !rows.isEmpty else { return nil }
        let lines: [[HTML]] = rows.prefix(Self.rowsShown).map { row in
            let changes: [HTML] = register.fields.compactMap { field in
                let before = row.record?.cells[field.key] ?? .empty
                let after = row.cells[field.key] ?? .empty
                guard before != after else { return nil }
                return
                    "<div>\(field.label): <del>\(shown(before, field))</del> → <ins>\(shown(after, field))</ins></div>"
            }
            return ["\(row.title)", "\(row.number)", "\(changes)"]
        }
        return Panel.section(
            "Sẽ sửa", note: note(rows.count), isPadded: false,
            DataTable.cards(
                "Mục sẽ sửa", [.init("Mục"), .init("Dòng", isNumber: true), .init("Thay đổi")],
                lines))
    }

    private var addedPanel: HTML? {
        let rows = trial.rows.filter { $0.verdict == .added }
        guard !rows.isEmpty else { return nil }
        let fields = register.columns.compactMap(register.field)
        let lines: [[HTML]] = rows.prefix(Self.rowsShown).map { row in
            fields.map { "\(shown(row.cells[$0.key] ?? .empty, $0))" } + ["\(row.number)"]
        }
        return Panel.section(
            "Sẽ thêm", note: note(rows.count), isPadded: false,
            DataTable.cards(
                "Mục sẽ thêm", fields.map { .init($0.label) } + [.init("Dòng", isNumber: true)],
                lines))
    }

    private func note(_ count: Int) -> String? {
        count > Self.rowsShown ? "\(Self.rowsShown) dòng đầu trong \(count.vietnamese)" : nil
    }

    private func shown(_ cell: Cell, _ field: any FieldDescription) -> String {
        trial.names.shown(cell, field)
    }

    // MARK: Columns

    private var columnsPanel: HTML {
        let options =
            [("", "Không lấy cột này")]
            + register.entered.map { ($0.key, $0.isRequired ? "\($0.label) (bắt buộc)" : $0.label) }
            + [(SheetColumns.identifierKey, SheetColumns.identifierHead)]
        let controls: [HTML] = trial.columns.heads.enumerated().compactMap { place, head in
            guard !head.isEmpty else { return nil }
            return Fields.choice(
                "column-\(place)", head, options, value: trial.columns.keys[place] ?? "",
                hint: sample(place))
        }
        let missing = register.fields.filter {
            $0.isRequired && !trial.columns.keys.values.contains($0.key)
        }
        let warning: HTML? =
            missing.isEmpty
            ? nil
            : Note.block(
                "Thiếu cột.",
                "Sổ cần \(missing.map { "«\($0.label)»" }.joined(separator: ", ")). Hãy chọn cột tương ứng."
            )
        return Panel.section(
            "Ghép cột", note: "lần sau Canh Lửa nhớ", id: "cot",
            """
            \(warning)
            <form method="post" action="\(path)/columns">\(Fields.token(viewer))
            <div class="columns">\(controls)</div>
            <button class="button button--quiet" type="submit">Ghép lại và đọc thử</button></form>
            """)
    }

    /// The first values of a column, so that a person knows it again.
    private func sample(_ place: Int) -> String? {
        let values = trial.sheet.rows.dropFirst(trial.columns.headRows).lazy
            .compactMap { $0.cells.dropFirst(place).first }
            .filter { !$0.isEmpty && !$0.hasPrefix("(") }.prefix(2)
        let words = values.map { String($0.prefix(40)) }.joined(separator: "; ")
        return words.isEmpty ? nil : "Như: \(words)"
    }
}
