import Domain
import Storage

/// Rows of a sheet that look like records of the register, and the question whether they are.
struct ImportAskedPanel: Sendable {
    let trial: RegisterImportPages.Trial
    let viewer: Viewer?

    /// Rows that are asked about at once; the others come when these are answered.
    private static let rowsShown = 100

    static func name(of row: ImportedRow) -> String { "answer-\(row.number)" }

    var html: HTML? {
        // Answered rows stay, so that an answer can be changed until the sheet is taken in.
        let rows = trial.rows.filter { $0.likely != nil || $0.neighbour != nil }.prefix(
            Self.rowsShown)
        guard !rows.isEmpty else { return nil }
        let lines = rows.map(line)
        let path = "/registers/\(trial.register.name)/imports/\(trial.taken.id)/answers"
        return Panel.section(
            "Có thể trùng", note: "dòng chưa trả lời thì chưa nhập", isPadded: false,
            id: "co-the-trung",
            """
            <form method="post" action="\(path)">\(Fields.token(viewer))
            \(DataTable.cards(
                "Dòng có thể là mục đã có",
                [.init("Dòng trong tệp"), .init("Trông giống"), .init("Bạn thấy thế nào")], lines))
            <div class="panel__body"><button class="button" type="submit">Lưu trả lời</button></div></form>
            """)
    }

    private func line(_ row: ImportedRow) -> [HTML] {
        let register = trial.register
        guard let likely = row.likely else { return neighbourLine(row) }
        let name = DuplicateWords.title(likely.record, register, trial.names)
        return [
            "\(row.title) <span class=\"table__more\">dòng \(row.number)</span>",
            """
            <a href="/registers/\(register.name)/\(likely.record.id)">\(name)</a>
            <span class="table__more">\(DuplicateWords.sentence(likely.judgement, register))</span>
            """,
            """
            \(option(row, "same", "Là mục này: sửa mục đó", row.answer.map { $0 != .other } ?? false))
            \(option(row, "other", "Là \(register.singular) khác: thêm mới", row.answer == .other))
            \(option(row, "", "Chưa rõ: để lại", row.answer == nil))
            """,
        ]
    }

    private func neighbourLine(_ row: ImportedRow) -> [HTML] {
        guard let neighbour = row.neighbour else { return [] }
        let other = trial.rows.first { $0.number == neighbour.number }?.title ?? ""
        return [
            "\(row.title) <span class=\"table__more\">dòng \(row.number)</span>",
            """
            \(other) <span class="table__more">dòng \(neighbour.number) của tệp; \
            \(DuplicateWords.sentence(neighbour.judgement, trial.register))</span>
            """,
            """
            \(option(row, "same", "Là một với dòng \(neighbour.number): bỏ dòng này", row.answer.map { $0 != .other } ?? false))
            \(option(row, "other", "Là \(trial.register.singular) khác: thêm mới", row.answer == .other))
            \(option(row, "", "Chưa rõ: để lại", row.answer == nil))
            """,
        ]
    }

    private func option(
        _ row: ImportedRow, _ value: String, _ label: String, _ isOn: Bool
    ) -> HTML {
        let checked: HTML = isOn ? " checked" : ""
        return """
            <label class="field__check"><input type="radio" name="\(Self.name(of: row))" \
            value="\(value)"\(checked)> <span>\(label)</span></label>
            """
    }
}
