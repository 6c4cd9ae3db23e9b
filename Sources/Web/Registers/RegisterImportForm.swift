import Documents
import Domain
import Storage

/// Where a sheet is handed in, with what was handed in before.
struct RegisterImportForm: Sendable {
    let register: RegisterDescription
    let imports: [RecordImport]
    let names: [String: String]
    let viewer: Viewer?
    let problem: Problem?

    var html: HTML {
        let path = "/registers/\(register.name)"
        return """
            <p class="crumb"><a href="\(path)">← \(register.title)</a></p>
            <h1>Nhập từ bảng tính</h1>
            <p class="lede">Tệp nào cũng được: tên cột, thứ tự cột, dòng tiêu đề tùy nơi. Canh Lửa đọc thử, \
            cho xem mục nào thêm, mục nào sửa, dòng nào sai và sửa thế nào. Ô trống trong tệp không xóa gì của sổ. \
            Chưa có gì vào sổ cho đến khi bạn bấm nhập.</p>
            \(problem.map { Fields.summary($0.message, $0.refusals) })
            <form class="readable" method="post" action="\(path)/imports" enctype="multipart/form-data" \
            data-bytes-max="\(SheetFile.sizeMax)">\(Fields.token(viewer))
            \(FileUpload.field(
                "file", "Tệp danh sách", accept: ".xlsx,.xlsm,.csv,.txt",
                hint: "Excel (.xlsx) hoặc CSV; lớn nhất \(SheetFile.sizeMax / 1_048_576) MB.",
                refusal: problem?.refusals["file"], isRequired: true))
            <div class="row"><button class="button" type="submit">Đọc thử</button>
            <a class="button button--quiet" href="\(path)/template.xlsx">Tải mẫu Excel trống</a></div>
            </form>
            \(earlier)
            """
    }

    private var earlier: HTML? {
        guard !imports.isEmpty else { return nil }
        let rows: [[HTML]] = imports.map { taken in
            [
                "<a href=\"/registers/\(register.name)/imports/\(taken.id)\">\(taken.fileName)</a>",
                ImportWords.state(taken.state), "\(ImportWords.counts(taken))",
                "\(names[taken.createdBy] ?? "–")", "\(taken.createdAt.day.vietnamese)",
            ]
        }
        return Panel.section(
            "Đã tải lên", note: "mới nhất trước", isPadded: false,
            DataTable.cards(
                "Các tệp đã tải lên",
                [
                    .init("Tệp"), .init("Tình trạng"), .init("Kết quả"), .init("Người tải"),
                    .init("Ngày", isNumber: true),
                ], rows))
    }
}

/// How imports are told.
enum ImportWords {
    static func state(_ state: RecordImport.State) -> HTML {
        switch state {
        case .waiting: Tag.state("Chờ nhập", .warn)
        case .applied: Tag.state("Đã nhập", .good)
        case .undone: Tag.state("Đã hoàn tác", .plain)
        case .discarded: Tag.state("Đã bỏ", .plain)
        }
    }

    static func counts(_ taken: RecordImport) -> String {
        guard taken.appliedAt != nil else { return "–" }
        var parts = ["thêm \(taken.added.vietnamese)", "sửa \(taken.changed.vietnamese)"]
        if taken.same > 0 { parts.append("giữ nguyên \(taken.same.vietnamese)") }
        if taken.rejected > 0 { parts.append("không nhập \(taken.rejected.vietnamese)") }
        return parts.joined(separator: ", ")
    }
}

/// What an import did, and the rows that it refused.
struct ImportResultPage: Sendable {
    let register: RegisterDescription
    let taken: RecordImport
    let rejected: [(line: Int, title: String, reasons: [String])]
    let today: Day

    var html: HTML {
        let path = "/registers/\(register.name)"
        let undo: HTML? =
            taken.isUndoable(on: today)
            ? "<a class=\"button button--quiet\" href=\"\(path)/imports/\(taken.id)/undo\">Hoàn tác</a>"
            : nil
        return """
            <p class="crumb"><a href="\(path)/imports">← Nhập từ bảng tính</a></p>
            <h1>\(taken.fileName)</h1>
            <p class="lede">\(ImportWords.state(taken.state)) \(ImportWords.counts(taken)).</p>
            <div class="row tools no-print"><a class="button" href="\(path)">Xem sổ</a>\(undo)</div>
            \(ImportRowsPanel.rejected(rejected))
            """
    }
}

enum ImportRowsPanel {
    static func rejected(_ rows: [(line: Int, title: String, reasons: [String])]) -> HTML? {
        guard !rows.isEmpty else { return nil }
        let lines: [[HTML]] = rows.map { row in
            let reasons: [HTML] = row.reasons.map { "<div>\($0)</div>" }
            return ["\(row.title)", "\(row.line)", "\(reasons)"]
        }
        return Panel.section(
            "Dòng không nhập được", note: "sửa trong tệp rồi tải lại", isPadded: false,
            DataTable.cards(
                "Dòng không nhập được",
                [.init("Mục"), .init("Dòng", isNumber: true), .init("Vì sao, cần làm gì")], lines))
    }
}
