import Documents
import Domain
import HTTPTypes
import Hummingbird
import Storage

/// Sheets in and out of a register.
enum RegisterImportPages {
    static let routes: [Route] = [
        .get("/registers/{register}/template.xlsx", .signedIn, template),
        .get("/registers/{register}/export/{format}", .signedIn, export),
        .get("/registers/{register}/imports", .signedIn, index),
        .post(
            "/registers/{register}/imports", .signedIn, bodyBytesMax: Route.uploadBytesMax, create),
        .get("/registers/{register}/imports/{import}", .signedIn, show),
        .post("/registers/{register}/imports/{import}/columns", .signedIn, match),
        .post("/registers/{register}/imports/{import}/answers", .signedIn, answer),
        .post("/registers/{register}/imports/{import}/rows", .signedIn, apply),
        .post("/registers/{register}/imports/{import}/discard", .signedIn, discard),
        .get("/registers/{register}/imports/{import}/undo", .signedIn, askUndo),
        .post("/registers/{register}/imports/{import}/undo", .signedIn, undo),
    ]

    /// What an export may be; the last part of its address.
    enum Format: String, CaseIterable {
        case xlsx, csv, geojson

        var title: String {
            switch self {
            case .xlsx: "Excel (.xlsx)"
            case .csv: "CSV"
            case .geojson: "Bản đồ (GeoJSON)"
            }
        }

        var mediaType: String {
            switch self {
            case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
            case .csv: "text/csv; charset=utf-8"
            case .geojson: "application/geo+json"
            }
        }
    }

    /// `GET /registers/{register}/template.xlsx`
    @Sendable static func template(_ visit: Visit) async throws -> Response {
        let register = try RegisterPages.register(visit, try visit.officer())
        return .download(
            try SheetWriter.workbook(RegisterSheets.template(register)),
            name: "Mẫu \(register.title).xlsx", mediaType: Format.xlsx.mediaType)
    }

    /// `GET /registers/{register}/export/{format}`: what the list shows, all of it.
    @Sendable static func export(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let register = try RegisterPages.register(visit, officer)
        guard let format = Format(rawValue: visit.parameter("format")),
            format != .geojson || register.isMapped
        else { throw Problem(.notFound, "Sổ này không xuất được dạng đó.") }
        let questions = RegisterQuestions(visit, register)
        var filter = questions.filter
        filter.after = nil
        let (records, names) = try await visit.site.database.read { [filter] tx in
            let found = try tx.records(
                of: register, filter, for: officer, limit: RegisterSheets.rowsMax
            ).records
            return (found, try tx.cellNames(of: found, in: register, for: officer))
        }
        let bytes =
            switch format {
            case .xlsx:
                try SheetWriter.workbook([
                    RegisterSheets.table(register, records, names: names)
                ])
            case .csv:
                SheetWriter.csv(RegisterSheets.table(register, records, names: names))
            case .geojson:
                try RegisterSheets.geoJSON(register, records, names: names)
            }
        return .download(
            bytes, name: "\(register.title).\(format.rawValue)", mediaType: format.mediaType)
    }

    /// `GET /registers/{register}/imports`
    @Sendable static func index(_ visit: Visit) async throws -> Response {
        try await form(visit)
    }

    private static func form(_ visit: Visit, problem: Problem? = nil) async throws -> Response {
        let officer = try visit.officer()
        let register = try RegisterPages.register(visit, officer)
        let (imports, names) = try await visit.site.database.read { tx in
            (
                try tx.recordImports(of: register, for: officer),
                try tx.journalNames(ward: officer.ward)
            )
        }
        return visit.page(
            "Nhập \(register.title)", at: .registers,
            status: problem.map { ProblemPages.status(of: $0.kind) } ?? .ok,
            RegisterImportForm(
                register: register, imports: imports, names: names, viewer: visit.viewer,
                problem: problem
            ).html)
    }

    /// `POST /registers/{register}/imports`: reads first, so that what is no sheet is not kept.
    @Sendable static func create(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let register = try RegisterPages.register(visit, officer)
        guard let file = visit.form.files("file").first else {
            return try await form(
                visit,
                problem: Problem(
                    .invalid, "Chưa có gì để đọc.",
                    refusals: ["file": "Hãy chọn tệp Excel (.xlsx) hoặc CSV."]))
        }
        do {
            _ = try SheetFile.read(file.bytes, name: file.name)
            let id = try await visit.site.database.write { tx in
                try tx.addImport(
                    file.bytes, fileName: file.name, mediaType: file.mediaType, to: register,
                    by: officer)
            }
            return .seeOther("/registers/\(register.name)/imports/\(id)")
        } catch let problem as Problem where problem.kind != .forbidden {
            return try await form(
                visit,
                problem: Problem(
                    problem.kind, problem.message, refusals: ["file": problem.message]))
        }
    }

    /// A sheet with what would become of its rows.
    struct Trial: Sendable {
        let register: RegisterDescription
        let taken: RecordImport
        let sheet: Sheet
        let columns: SheetColumns
        let rows: [ImportedRow]
        let names: CellNames
    }

    private static func trial(_ visit: Visit) async throws -> Trial {
        let officer = try visit.officer()
        let register = try RegisterPages.register(visit, officer)
        let id = try visit.identifier("import")
        let (taken, content, heads) = try await visit.site.database.read { tx in
            let taken = try tx.recordImport(id, of: register, for: officer)
            return (
                taken, try tx.content(ofFile: taken.file, ward: officer.ward) ?? [],
                try tx.sheetHeads(of: register, ward: officer.ward)
            )
        }
        let sheet = try SheetFile.read(content, name: taken.fileName)
        var columns = SheetColumns.find(
            in: sheet.rows.prefix(SheetColumns.searchedRows).map(\.cells), of: register,
            remembered: heads)
        if let matched = taken.columns { columns.keys = matched }
        let (rows, names) = try await visit.site.database.read { [columns] tx in
            let rows = try tx.judged(
                sheet.rows, columns, of: register, for: officer, answering: id)
            let kept =
                rows.map { Record(id: "", version: 0, cells: $0.cells) }
                + rows.compactMap(\.likely?.record)
            return (rows, try tx.cellNames(of: kept, in: register, for: officer))
        }
        return Trial(
            register: register, taken: taken, sheet: sheet, columns: columns, rows: rows,
            names: names)
    }

    /// `GET /registers/{register}/imports/{import}`
    @Sendable static func show(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let register = try RegisterPages.register(visit, officer)
        let id = try visit.identifier("import")
        let (taken, rejected, today) = try await visit.site.database.read { tx in
            (
                try tx.recordImport(id, of: register, for: officer),
                try tx.rejectedRows(of: id, ward: officer.ward), tx.today
            )
        }
        guard taken.state == .waiting else {
            let page = ImportResultPage(
                register: register, taken: taken, rejected: rejected, today: today)
            return visit.page("Kết quả nhập", at: .registers, page.html)
        }
        return page(visit, try await trial(visit))
    }

    private static func page(
        _ visit: Visit, _ trial: Trial, problem: Problem? = nil
    ) -> Response {
        visit.page(
            "Xem trước khi nhập", at: .registers,
            status: problem.map { ProblemPages.status(of: $0.kind) } ?? .ok,
            ImportTrialPage(trial: trial, viewer: visit.viewer, problem: problem).html)
    }

    /// `POST /registers/{register}/imports/{import}/columns`
    @Sendable static func match(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let found = try await trial(visit)
        var columns = found.columns
        columns.keys = [:]
        var taken: Set<String> = []
        for place in columns.heads.indices {
            let key = visit.form["column-\(place)"]
            let isField =
                key == SheetColumns.identifierKey || found.register.field(key) != nil
            guard isField else { continue }
            guard taken.insert(key).inserted else {
                let label = found.register.field(key)?.label ?? SheetColumns.identifierHead
                throw Problem(
                    .invalid, "Hai cột cùng ghép vào «\(label)». Hãy để mỗi mục của sổ một cột.")
            }
            columns.keys[place] = key
        }
        try await visit.site.database.write { [columns] tx in
            try tx.matchColumns(of: found.taken.id, columns, in: found.register, by: officer)
        }
        return .seeOther("/registers/\(found.register.name)/imports/\(found.taken.id)?done=saved")
    }

    /// `POST /registers/{register}/imports/{import}/answers`
    @Sendable static func answer(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let found = try await trial(visit)
        var answers: [Int: ImportAnswer?] = [:]
        for row in found.rows {
            guard let likely = row.likely else { continue }
            switch visit.form[ImportAskedPanel.name(of: row)] {
            case "same": answers[row.number] = .some(.same(record: likely.record.id))
            case "other": answers[row.number] = .some(.other)
            default: answers[row.number] = .some(nil)
            }
        }
        try await visit.site.database.write { [answers] tx in
            try tx.answerImport(found.taken.id, answers, of: found.register, by: officer)
        }
        return .seeOther("/registers/\(found.register.name)/imports/\(found.taken.id)?done=saved")
    }

    /// `POST /registers/{register}/imports/{import}/rows`
    @Sendable static func apply(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let found = try await trial(visit)
        let seen = (
            added: Int(visit.form["added"]) ?? -1, changed: Int(visit.form["changed"]) ?? -1
        )
        do {
            try await visit.site.database.write { tx in
                try tx.applyImport(
                    found.taken.id, found.sheet.rows, found.columns, of: found.register,
                    seen: seen, by: officer)
            }
        } catch let problem as Problem where problem.kind == .conflict {
            return page(visit, try await trial(visit), problem: problem)
        }
        return .seeOther("/registers/\(found.register.name)/imports/\(found.taken.id)?done=saved")
    }

    /// `POST /registers/{register}/imports/{import}/discard`
    @Sendable static func discard(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let register = try RegisterPages.register(visit, officer)
        let id = try visit.identifier("import")
        try await visit.site.database.write { tx in
            try tx.discardImport(id, of: register, by: officer)
        }
        return .seeOther("/registers/\(register.name)/imports?done=ended")
    }

    /// `GET /registers/{register}/imports/{import}/undo`
    @Sendable static func askUndo(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let register = try RegisterPages.register(visit, officer)
        let id = try visit.identifier("import")
        let taken = try await visit.site.database.read { tx in
            try tx.recordImport(id, of: register, for: officer)
        }
        let path = "/registers/\(register.name)/imports/\(id)"
        let question = Confirm.Question(
            "Hoàn tác lần nhập «\(taken.fileName)»?",
            consequence:
                """
                \(taken.added.vietnamese) mục đã thêm sẽ bị bỏ khỏi sổ, \(taken.changed.vietnamese) mục \
                đã sửa trở về như trước. Mục nào có người sửa sau khi nhập thì giữ nguyên.
                """,
            verb: "Hoàn tác", action: "\(path)/undo", back: path)
        return visit.page(
            question.title, at: .registers, Confirm.page(question, viewer: visit.viewer))
    }

    /// `POST /registers/{register}/imports/{import}/undo`
    @Sendable static func undo(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let register = try RegisterPages.register(visit, officer)
        let id = try visit.identifier("import")
        try await visit.site.database.write { tx in
            _ = try tx.undoImport(id, of: register, by: officer)
        }
        return .seeOther("/registers/\(register.name)/imports/\(id)?done=saved")
    }
}
