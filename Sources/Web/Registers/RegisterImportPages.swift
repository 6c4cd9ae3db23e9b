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

    /// The sheet as it is read beside the pages.
    ///
    /// - Parameter isWhole: whether to wait until it is read.
    private static func reading(
        _ visit: Visit, isWhole: Bool = false
    ) async throws -> ImportJobs.Outcome {
        let officer = try visit.officer()
        let register = try RegisterPages.register(visit, officer)
        let (id, database) = (try visit.identifier("import"), visit.site.database)
        return await visit.site.imports.run(try readingKey(visit), isWhole: isWhole) { gauge in
            try await read(id, register, database, officer, gauge)
        }
    }

    /// What an officer is shown of a sheet is shown to nobody else.
    private static func readingKey(_ visit: Visit) throws -> String {
        "\(try visit.identifier("import"))/\(try visit.officer().id)"
    }

    private static func trial(_ visit: Visit) async throws -> Trial {
        let outcome = try await reading(visit, isWhole: true)
        if case .finished(let trial?) = outcome { return trial }
        await visit.site.imports.forget(try readingKey(visit))
        if case .failed(let error) = outcome { throw error }
        throw Problem(.conflict, "Tệp đang được đọc lại. Hãy mở lại trang này.")
    }

    private static func read(
        _ id: String, _ register: RegisterDescription, _ database: Database, _ officer: Officer,
        _ gauge: ImportJobs.Gauge
    ) async throws -> Trial {
        try await database.renewLikeness(of: register, ward: officer.ward)
        let (taken, content, heads) = try await database.read { tx in
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
        gauge.expect(sheet.rows.count)
        let (rows, names) = try await database.read { [columns] tx in
            let rows = try tx.judged(
                sheet.rows, columns, of: register, for: officer, answering: id, gauge.reach)
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
            await visit.site.imports.forget(id)
            await visit.site.imports.forget(try readingKey(visit))
            let page = ImportResultPage(
                register: register, taken: taken, rejected: rejected, today: today)
            return visit.page("Kết quả nhập", at: .registers, page.html)
        }
        let jobs = visit.site.imports
        var problem: Problem?
        switch await jobs.outcome(id) {
        case .running(let gauge)?:
            return ImportProgressPage(
                register: register, fileName: taken.fileName, gauge: gauge
            ).response(visit)
        case .failed(let error)?:
            await jobs.forget(id)
            await jobs.forget(try readingKey(visit))
            guard let told = error as? Problem else { throw error }
            problem = told
        case .finished?, nil: break
        }
        if case .running(let gauge) = try await reading(visit) {
            return ImportProgressPage(
                register: register, fileName: taken.fileName, gauge: gauge
            ).response(visit)
        }
        return page(visit, try await trial(visit), problem: problem)
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
        await visit.site.imports.forget(try readingKey(visit))
        return .seeOther("/registers/\(found.register.name)/imports/\(found.taken.id)?done=saved")
    }

    /// `POST /registers/{register}/imports/{import}/answers`
    @Sendable static func answer(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let found = try await trial(visit)
        var answers: [Int: ImportAnswer?] = [:]
        for row in found.rows {
            guard row.likely != nil || row.neighbour != nil else { continue }
            let same =
                row.likely.map { ImportAnswer.same(record: $0.record.id) }
                ?? row.neighbour.map { .sameRow($0.number) }
            switch visit.form[ImportAskedPanel.name(of: row)] {
            case "same": answers[row.number] = .some(same)
            case "other": answers[row.number] = .some(.other)
            default: answers[row.number] = .some(nil)
            }
        }
        try await visit.site.database.write { [answers] tx in
            try tx.answerImport(found.taken.id, answers, of: found.register, by: officer)
        }
        await visit.site.imports.forget(try readingKey(visit))
        return .seeOther("/registers/\(found.register.name)/imports/\(found.taken.id)?done=saved")
    }

    /// `POST /registers/{register}/imports/{import}/rows`
    @Sendable static func apply(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let found = try await trial(visit)
        let seen = (
            added: Int(visit.form["added"]) ?? -1, changed: Int(visit.form["changed"]) ?? -1
        )
        let (database, jobs) = (visit.site.database, visit.site.imports)
        let outcome = await jobs.run(found.taken.id, anew: true, isApplying: true) { gauge in
            gauge.expect(found.sheet.rows.count)
            try await database.write { tx in
                try tx.applyImport(
                    found.taken.id, found.sheet.rows, found.columns, of: found.register,
                    seen: seen, by: officer, gauge.reach)
            }
            return nil
        }
        if case .failed(let error) = outcome {
            await jobs.forget(found.taken.id)
            await jobs.forget(try readingKey(visit))
            guard let problem = error as? Problem, problem.kind == .conflict else { throw error }
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
