import Domain
import Hummingbird
import Storage

extension LibraryPages {
    /// `GET /documents/new`
    @Sendable static func new(_ visit: Visit) async throws -> Response {
        form(visit, id: nil, version: 0, fields: [:], others: [], problem: nil)
    }

    /// `POST /documents`
    @Sendable static func create(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        do {
            let content = try content(of: visit.form)
            let id = try await visit.site.database.write { tx in
                try tx.addDocument(content, by: officer)
            }
            return .seeOther("/documents/\(id)?done=saved")
        } catch let problem as Problem where problem.kind != .forbidden {
            return form(
                visit, id: nil, version: 0, fields: sent(visit.form), others: [], problem: problem)
        }
    }

    /// `GET /documents/{document}/edit`
    @Sendable static func edit(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let id = try visit.identifier("document")
        let (document, others) = try await visit.site.database.read { tx in
            (
                try tx.document(id, for: officer),
                try tx.documents(matching: "", level: nil, for: officer)
            )
        }
        return form(
            visit, id: id, version: document.version, fields: fields(of: document),
            others: others, problem: nil)
    }

    /// `POST /documents/{document}`
    @Sendable static func update(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let id = try visit.identifier("document")
        let version = Int(visit.form["version"]) ?? 0
        do {
            let content = try content(of: visit.form)
            let replacedBy = visit.form.filled("replaced_by")
            try await visit.site.database.write { tx in
                try tx.changeDocument(
                    id, to: content, replacedBy: replacedBy, version: version, by: officer)
            }
            return .seeOther("/documents/\(id)?done=saved")
        } catch let problem as Problem where problem.kind == .invalid || problem.kind == .conflict {
            let others = try await visit.site.database.read { tx in
                try tx.documents(matching: "", level: nil, for: officer)
            }
            return form(
                visit, id: id, version: version, fields: sent(visit.form), others: others,
                problem: problem)
        }
    }

    /// `GET /documents/{document}/removal`
    @Sendable static func askRemoval(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let id = try visit.identifier("document")
        let document = try await visit.site.database.read { try $0.document(id, for: officer) }
        return visit.page(
            "Xóa văn bản", at: .library,
            Confirm.page(
                .init(
                    "Xóa \(name(document)) khỏi thư viện?",
                    consequence:
                        "Văn bản và các liên kết của nó với văn bản khác không còn trong thư viện. Nhật ký vẫn giữ số và trích yếu.",
                    verb: "Xóa văn bản", action: "/documents/\(id)/removal",
                    back: "/documents/\(id)"),
                viewer: visit.viewer))
    }

    /// `POST /documents/{document}/removal`
    @Sendable static func remove(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let id = try visit.identifier("document")
        do {
            try await visit.site.database.write { try $0.removeDocument(id, by: officer) }
            return .seeOther("/documents?done=saved")
        } catch let problem as Problem where problem.kind == .conflict {
            return try await page(of: id, visit, problem: problem)
        }
    }

    /// `POST /documents/{document}/links`
    @Sendable static func createLink(_ visit: Visit) async throws -> Response {
        let upper = visit.form["upper"]
        let relation = Transaction.Relation(rawValue: visit.form["relation"]) ?? .implements
        return try await change(visit) { tx, id, officer in
            try tx.linkDocuments(lower: id, upper: upper, as: relation, by: officer)
        }
    }

    /// `POST /documents/{document}/links/end`
    @Sendable static func endLink(_ visit: Visit) async throws -> Response {
        let upper = visit.form["upper"]
        return try await change(visit) { tx, id, officer in
            try tx.unlinkDocuments(lower: id, upper: upper, by: officer)
        }
    }

    /// `POST /documents/{document}/disseminations`
    @Sendable static func createDissemination(_ visit: Visit) async throws -> Response {
        let form = visit.form
        return try await change(visit) { tx, id, officer in
            guard let day = Day(iso: form["day"]) else {
                throw Problem(.invalid, "Ngày quán triệt không đọc được. Hãy ghi ngày/tháng/năm.")
            }
            guard form["headcount"].isEmpty || Int(form["headcount"]) != nil else {
                throw Problem(.invalid, "Số người không đọc được: \(form["headcount"]).")
            }
            try tx.addDissemination(
                of: id, unit: form["unit"], on: day, form: form["form"],
                audience: form["audience"], headcount: Int(form["headcount"]), by: officer)
        }
    }

    /// `POST /documents/{document}/unit-plans`
    @Sendable static func createUnitPlan(_ visit: Visit) async throws -> Response {
        let form = visit.form
        return try await change(visit) { tx, id, officer in
            guard let issued = Day(iso: form["issued"]) else {
                throw Problem(.invalid, "Ngày ban hành không đọc được. Hãy ghi ngày/tháng/năm.")
            }
            try tx.addUnitPlan(
                under: id, unit: form["plan_unit"], number: form["number"], issued: issued,
                by: officer)
        }
    }

    private static func change(
        _ visit: Visit,
        _ work: @escaping @Sendable (Transaction, String, Officer) throws -> Void
    ) async throws -> Response {
        let officer = try visit.officer()
        let id = try visit.identifier("document")
        do {
            try await visit.site.database.write { tx in try work(tx, id, officer) }
            return .seeOther("/documents/\(id)?done=saved")
        } catch let problem as Problem where problem.kind == .invalid || problem.kind == .conflict {
            return try await page(of: id, visit, problem: problem)
        }
    }

    // MARK: The form

    private static let names = [
        "kind", "number", "title", "issuer", "level", "issued", "in_force_from", "repealed_from",
        "source", "verified", "replaced_by",
    ]

    private static func sent(_ form: Form) -> [String: String] {
        Dictionary(uniqueKeysWithValues: names.map { ($0, form[$0]) })
    }

    private static func fields(of document: LibraryDocument) -> [String: String] {
        let content = document.content
        return [
            "kind": content.kind.rawValue, "number": content.number ?? "",
            "title": content.title, "issuer": content.issuer ?? "",
            "level": content.level.rawValue, "issued": content.issued?.iso ?? "",
            "in_force_from": content.inForceFrom?.iso ?? "",
            "repealed_from": content.repealedFrom?.iso ?? "",
            "source": content.isCitedOnly ? "" : content.source,
            "verified": content.isVerified ? "1" : "", "replaced_by": document.replacedBy ?? "",
        ]
    }

    private static func content(of form: Form) throws(Problem) -> GoverningDocument {
        var refusals: [String: String] = [:]
        func day(_ name: String, _ label: String) -> Day? {
            guard let text = form.filled(name) else { return nil }
            if let day = Day(iso: text) ?? Day(vietnamese: text) { return day }
            refusals[name] = "\(label) không đọc được: \(text)."
            return nil
        }
        let issued = day("issued", "Ngày ban hành")
        let start = day("in_force_from", "Ngày có hiệu lực")
        let end = day("repealed_from", "Ngày hết hiệu lực")
        guard let kind = DocumentReference.Kind(rawValue: form["kind"]) else {
            throw Problem(.invalid, "Hãy chọn loại văn bản.", refusals: ["kind": "Chưa chọn loại."])
        }
        if !refusals.isEmpty {
            throw Problem(.invalid, "Có \(refusals.count) mục chưa đúng.", refusals: refusals)
        }
        return GoverningDocument(
            kind: kind, number: form.filled("number"), title: form["title"],
            issuer: form.filled("issuer"),
            level: .init(rawValue: form["level"])
                ?? .init(issuer: form["issuer"], number: form["number"]),
            issued: issued, inForceFrom: start, repealedFrom: end, source: form["source"],
            isVerified: form["verified"] == "1")
    }

    private static func form(
        _ visit: Visit, id: String?, version: Int, fields: [String: String],
        others: [LibraryDocument], problem: Problem?
    ) -> Response {
        let heading = id == nil ? "Thêm văn bản" : "Sửa văn bản"
        let action = id.map { "/documents/\($0)" } ?? "/documents"
        let text = { (name: String, label: String, type: String) in
            Fields.text(
                name, label, value: fields[name] ?? "", type: type,
                refusal: problem?.refusals[name])
        }
        let kinds = DocumentReference.Kind.allCases.map { (value: $0.rawValue, label: $0.title) }
        let levels = GoverningDocument.Level.allCases.map { (value: $0.rawValue, label: $0.title) }
        let replacements: HTML? =
            id == nil
            ? nil
            : Fields.choice(
                "replaced_by", "Thay thế bởi",
                [("", "Không")] + others.filter { $0.id != id }.map { ($0.id, name($0)) },
                value: fields["replaced_by"] ?? "")
        return visit.page(
            heading, at: .library, status: problem == nil ? .ok : .unprocessableContent,
            """
            \(problem.map { Fields.summary($0.message, $0.refusals) })
            <h1>\(heading)</h1>
            <form class="readable" method="post" action="\(action)">\(Fields.token(visit.viewer))
            <input type="hidden" name="version" value="\(version)">
            \(Fields.choice("kind", "Loại", kinds, value: fields["kind"] ?? "plan"))
            \(text("number", "Số, ký hiệu", "text"))
            \(text("title", "Trích yếu", "text"))
            \(text("issuer", "Cơ quan ban hành", "text"))
            \(Fields.choice("level", "Cấp", levels, value: fields["level"] ?? "ward"))
            \(text("issued", "Ngày ban hành", "date"))
            \(text("in_force_from", "Có hiệu lực từ", "date"))
            \(text("repealed_from", "Hết hiệu lực từ", "date"))
            \(replacements)
            \(text("source", "Nguồn", "text"))
            \(Fields.choice("verified", "Đối chiếu với bản gốc", [("", "Chưa"), ("1", "Đã đối chiếu")],
                value: fields["verified"] ?? ""))
            <button class="button" type="submit">Lưu</button>
            </form>
            """)
    }
}
