import Domain
import HTTPTypes
import Hummingbird
import Storage

/// Every register by one set of pages, made from its description.
enum RegisterPages {
    static let routes: [Route] = [
        .get("/registers", .signedIn, RegisterIndexPage.show),
        .get("/registers/map", .signedIn, RegisterMapPage.show),
        .get("/registers/quality", .signedIn, QualityPage.show),
        .get("/registers/places", .signedIn, RegisterMapPage.places),
        .get("/registers/{register}", .signedIn, list),
        .get("/registers/{register}/new", .signedIn, new),
        .post("/registers/{register}", .signedIn, create),
        .get("/registers/{register}/choices", .signedIn, choices),
        .post("/registers/{register}/rules", .signedIn, loadRules),
        .get("/registers/{register}/{record}", .signedIn, show),
        .get("/registers/{register}/{record}/edit", .signedIn, edit),
        .post("/registers/{register}/{record}", .signedIn, change),
        .post("/registers/{register}/{record}/confirmation", .signedIn, confirm),
        .get("/registers/{register}/{record}/end", .signedIn, askEnd),
        .post("/registers/{register}/{record}/end", .signedIn, end),
    ]

    /// Lines of a record's history on its page.
    private static let historyRows = 50

    /// `GET /registers/{register}`
    @Sendable static func list(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let register = try register(visit, officer)
        let questions = RegisterQuestions(visit, register)
        let page = try await visit.site.database.read { tx in
            let page = try tx.records(of: register, questions.filter, for: officer)
            let asked = Record(id: "", version: 0, cells: questions.values.mapValues { .text($0) })
            return RegisterListPage(
                register: register, questions: questions, page: page,
                units: try tx.units(of: officer.ward),
                names: try tx.cellNames(of: page.records + [asked], in: register, for: officer),
                counts: try tx.recordCounts(of: register, for: officer),
                lacks: questions.gap == nil
                    ? [:]
                    : try tx.gaps(of: page.records, in: register, for: officer),
                pairs: try tx.recordPairCount(of: register, for: officer),
                mayAdd: register.access.writers.contains(officer.role),
                tools: RecordTools.onList(of: register, ward: officer.ward, today: tx.today),
                viewer: visit.viewer)
        }
        return visit.page(register.title, at: .registers, page.html)
    }

    /// `GET /registers/{register}/new`
    @Sendable static func new(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let register = try register(visit, officer)
        // What a page of another record knows already, as the facility of a transmitter.
        var texts: [String: String] = [:]
        for field in register.entered { texts[field.key] = visit.query(field.key) }
        if officer.role == .groupHead, let field = register.access.groupField {
            texts[field] = officer.unit
        }
        return try await RecordForm.page(visit, register, texts: texts)
    }

    /// `POST /registers/{register}`
    @Sendable static func create(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let register = try register(visit, officer)
        let texts = RecordForm.texts(visit.form, register)
        do {
            let cells = try await visit.site.database.read { tx in
                try tx.read(texts, of: register, for: officer)
            }
            if visit.form[RecordForm.anywayKey].isEmpty {
                let twins = try await visit.site.database.read { tx in
                    try tx.likelyRecords(of: cells, in: register, for: officer)
                }
                guard twins.isEmpty else {
                    return try await RecordForm.page(visit, register, texts: texts, twins: twins)
                }
            }
            let id = try await visit.site.database.write { tx in
                try tx.addRecord(cells, to: register, by: officer)
            }
            return .seeOther("/registers/\(register.name)/\(id)?done=saved")
        } catch let problem as Problem where !problem.refusals.isEmpty {
            return try await RecordForm.page(visit, register, texts: texts, problem: problem)
        }
    }

    /// `GET /registers/{register}/{record}`
    @Sendable static func show(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let register = try register(visit, officer)
        let id = try visit.identifier("record")
        let page = try await visit.site.database.read { tx -> RecordPageView? in
            // What was joined into another is found there.
            if try tx.keptRecord(insteadOf: id, of: register, for: officer) != nil { return nil }
            let record = try tx.record(id, of: register, for: officer)
            let mayChange = tx.mayKeep(register, record.cells, officer)
            let pairs = try tx.recordPairs(of: register, for: officer, with: id)
            let paired = pairs.flatMap { [$0.one, $0.other] }
            let names = try tx.cellNames(of: [record], in: register, for: officer)
            return RecordPageView(
                register: register, record: record,
                cellNames: names,
                derived: try tx.derived(
                    record.cells, of: id, in: register, ward: officer.ward),
                relations: try tx.relations(of: id, in: register, for: officer),
                role: officer.role,
                quality: try tx.quality(of: record, in: register, ward: officer.ward),
                tools: try RecordTools.onRecord(
                    record, of: register, for: officer, visit.viewer, tx),
                clean: CleanPanels(
                    register: register, record: record,
                    pairs: pairs,
                    names: try tx.cellNames(of: paired, in: register, for: officer),
                    joinings: try tx.joinings(into: id, of: register, ward: officer.ward),
                    today: tx.today, advice: try tx.addressAdvice(of: record, for: officer),
                    mayChange: mayChange, viewer: visit.viewer),
                history: try tx.recordHistory(
                    of: id, in: register, ward: officer.ward, limit: historyRows),
                names: try tx.journalNames(ward: officer.ward).merging(names.full) { own, _ in own
                },
                mayChange: mayChange,
                viewer: visit.viewer)
        }
        guard let page else {
            return try await DuplicatePages.redirect(visit, from: id, register)
        }
        return visit.page(page.title, at: .registers, page.html)
    }

    /// `POST /registers/{register}/rules`
    @Sendable static func loadRules(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let register = try register(visit, officer)
        try await visit.site.database.write { tx in
            _ = try ShippedRules.load(register, into: tx, by: officer)
        }
        return .seeOther("/registers/\(register.name)?done=saved")
    }

    /// `GET /registers/{register}/choices?q=`: names to choose from, as a JSON list.
    @Sendable static func choices(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let register = try register(visit, officer)
        let words = visit.query("q")
        let found = try await visit.site.database.read { tx in
            try tx.choices(of: register, words, for: officer)
        }
        return try .json(found.map { register.name(of: $0) })
    }

    /// `GET /registers/{register}/{record}/edit`
    @Sendable static func edit(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let register = try register(visit, officer)
        let id = try visit.identifier("record")
        let record = try await visit.site.database.read { tx in
            try tx.record(id, of: register, for: officer)
        }
        return try await RecordForm.page(
            visit, register, texts: record.cells.mapValues(\.plain), id: id,
            version: record.version)
    }

    /// `POST /registers/{register}/{record}`
    @Sendable static func change(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let register = try register(visit, officer)
        let id = try visit.identifier("record")
        let texts = RecordForm.texts(visit.form, register)
        let version = Int(visit.form["version"]) ?? 0
        do {
            try await visit.site.database.write { tx in
                let cells = try tx.read(texts, of: register, for: officer)
                try tx.changeRecord(id, to: cells, of: register, version: version, by: officer)
            }
            return .seeOther("/registers/\(register.name)/\(id)?done=saved")
        } catch let problem as Problem where problem.isChangedMeanwhile {
            return try await both(visit, register, id, typed: texts)
        } catch let problem as Problem where !problem.refusals.isEmpty {
            return try await RecordForm.page(
                visit, register, texts: texts, id: id, version: version, problem: problem)
        }
    }

    /// Two people changed one record: the second sees what the first wrote beside the own words,
    /// and chooses; nothing is lost.
    private static func both(
        _ visit: Visit, _ register: RegisterDescription, _ id: String, typed: [String: String]
    ) async throws -> Response {
        let officer = try visit.officer()
        let (now, names) = try await visit.site.database.read { tx in
            let now = try tx.record(id, of: register, for: officer)
            return (now, try tx.cellNames(of: [now], in: register, for: officer))
        }
        var theirs: [String: String] = [:]
        for field in register.entered where field.isSeen(by: officer.role) {
            let kept = now.cells[field.key] ?? .empty
            let mine = typed[field.key] ?? ""
            let isSame =
                field.isReference
                ? mine == kept.plain || folded(mine) == folded(names[kept.plain]?.full ?? "")
                : (try? field.read(mine).get()) == kept
            if !isSame {
                theirs[field.key] =
                    "\(field.label): trong sổ hiện là «\(names.shown(kept, field))». Giữ hoặc sửa ô này, rồi lưu."
            }
        }
        return try await RecordForm.page(
            visit, register, texts: typed, id: id, version: now.version,
            problem: Problem(
                .conflict,
                "Người khác vừa sửa mục này. Các ô dưới đây khác với sổ: hãy chọn rồi lưu lại.",
                refusals: theirs))
    }

    /// `POST /registers/{register}/{record}/confirmation`
    @Sendable static func confirm(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let register = try register(visit, officer)
        let id = try visit.identifier("record")
        try await visit.site.database.write { tx in
            try tx.confirmRecord(id, of: register, by: officer)
        }
        return .seeOther("/registers/\(register.name)/\(id)?done=saved")
    }

    /// `GET /registers/{register}/{record}/end`
    @Sendable static func askEnd(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let register = try register(visit, officer)
        let id = try visit.identifier("record")
        let record = try await visit.site.database.read { tx in
            try tx.record(id, of: register, for: officer)
        }
        let path = "/registers/\(register.name)/\(id)"
        let question = Confirm.Question(
            "Bỏ \(register.singular) này khỏi sổ?",
            consequence:
                "Mục này không còn trong danh sách và số liệu nữa. Lịch sử của nó vẫn còn trong nhật ký.",
            verb: "Bỏ khỏi sổ", action: "\(path)/end", back: path)
        let seen: HTML = "<input type=\"hidden\" name=\"version\" value=\"\(record.version)\">"
        return visit.page(
            question.title, at: .registers,
            Confirm.page(question, fields: seen, viewer: visit.viewer))
    }

    /// `POST /registers/{register}/{record}/end`
    @Sendable static func end(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let register = try register(visit, officer)
        let id = try visit.identifier("record")
        let version = Int(visit.form["version"]) ?? 0
        try await visit.site.database.write { tx in
            try tx.endRecord(id, of: register, version: version, by: officer)
        }
        return .seeOther("/registers/\(register.name)?done=ended")
    }

    /// - Throws: `.notFound` for what is no register, or not for this officer.
    static func register(
        _ visit: Visit, _ officer: Officer
    ) throws(Problem) -> RegisterDescription {
        guard let register = Registers.named(visit.parameter("register")),
            register.access.readers.contains(officer.role)
        else { throw Problem(.notFound, "Không có sổ này, hoặc bạn không được xem.") }
        return register
    }
}
