import Documents
import Domain
import HTTPTypes
import Hummingbird
import Storage

/// What is done with an inspection beside keeping its record: sign, open again, minutes, the plan
/// of a year.
enum InspectionPages {
    static let routes: [Route] = [
        .get("/inspections/plan/{year}", .signedIn, plan),
        .post("/inspections/plan/{year}", .signedIn, makePlan),
        .get("/inspections/plan/{year}/plan.docx", .signedIn, planDocument),
        .get("/inspections/{record}/minutes.docx", .signedIn, minutes),
        .get("/inspections/{record}/sections/{section}", .signedIn, section),
        .post("/inspections/{record}/sections/{section}", .signedIn, sign),
        .post("/inspections/{record}/sections/{section}/reopening", .signedIn, reopen),
    ]

    /// Tools on the record's own page.
    static func tools(_ visit: Record, _ officer: Officer, _ tx: Transaction) -> HTML {
        let sections: [HTML] = Inspections.Section.allCases.compactMap { section in
            guard tx.maySign(visit, section, officer), visit[Inspections.visited] != nil else {
                return nil
            }
            let words =
                visit[section.signed] == nil
                ? "Ký phần \(noun(section))" : "Mở lại phần \(noun(section))"
            return """
                <a class="button button--quiet" href="\(path(visit.id, section))">\(words)</a>
                """
        }
        return """
            \(sections)<a class="button button--quiet" href="/inspections/\(visit.id)/minutes.docx">Biên bản (.docx)</a>
            """
    }

    private static func noun(_ section: Inspections.Section) -> String {
        section == .duties ? "trách nhiệm, phương tiện" : "xây dựng, thoát nạn"
    }

    private static func path(_ id: String, _ section: Inspections.Section) -> String {
        "/inspections/\(id)/sections/\(section.rawValue)"
    }

    private static func asked(_ visit: Visit) throws(Problem) -> Inspections.Section {
        guard let section = Inspections.Section(rawValue: visit.parameter("section")) else {
            throw Problem(.notFound, "Biên bản không có phần này.")
        }
        return section
    }

    /// `GET /inspections/{record}/sections/{section}`
    @Sendable static func section(_ visit: Visit) async throws -> Response {
        try await form(visit)
    }

    private static func form(_ visit: Visit, problem: Problem? = nil) async throws -> Response {
        let officer = try visit.officer()
        let section = try asked(visit)
        let id = try visit.identifier("record")
        let (record, findings) = try await visit.site.database.read { tx in
            let record = try tx.record(id, of: Inspections.description, for: officer)
            var filter = RecordFilter()
            filter.condition =
                Findings.inspection == .some(.init(id: id))
                && .equals("part", .text(section.rawValue))
            return (
                record, try tx.records(of: Findings.description, filter, for: officer).records
            )
        }
        let refusals = problem?.refusals ?? [:]
        let list: [HTML] = findings.map {
            "<li><a href=\"/registers/findings/\($0.id)\">\($0[Findings.words] ?? "")</a></li>"
        }
        let add = Address.with(
            "/registers/findings/new", [("inspection", id), ("part", section.rawValue)])
        let isSigned = record[section.signed] != nil
        let signing: HTML = """
            <form class="narrow" method="post" action="\(path(id, section))">\(Fields.token(visit.viewer))
            <input type="hidden" name="version" value="\(record.version)">
            \(Fields.choice(
                "result", "Kết quả", [("", "Chọn")] + Inspections.Result.allCases.map { ($0.rawValue, $0.title) },
                value: problem == nil ? record[section.result]?.rawValue ?? "" : visit.form["result"],
                refusal: refusals["result"]))
            \(Fields.area(
                "words", "Nhận xét",
                value: problem == nil ? record[section.words]?.text ?? "" : visit.form["words"],
                refusal: refusals["words"]))
            <div class="row"><button class="button" type="submit">Ký phần này</button>
            <a class="button button--quiet" href="/registers/inspections/\(id)">Quay lại</a></div></form>
            """
        let opening: HTML = """
            <p>\(record[section.signer] ?? "") đã ký ngày \(record[section.signed]?.vietnamese ?? "").</p>
            <form class="narrow" method="post" action="\(path(id, section))/reopening">\(Fields.token(visit.viewer))
            <input type="hidden" name="version" value="\(record.version)">
            \(Fields.text("reason", "Lý do mở lại", refusal: refusals["reason"], isRequired: true))
            <div class="row"><button class="button" type="submit">Mở lại phần này</button>
            <a class="button button--quiet" href="/registers/inspections/\(id)">Quay lại</a></div></form>
            """
        let findingsBody: HTML =
            list.isEmpty
            ? "<p>Chưa ghi tồn tại nào của phần này.</p>" : "<ul class=\"plain-list\">\(list)</ul>"
        return visit.page(
            "Ký biên bản", at: .registers,
            status: problem.map { ProblemPages.status(of: $0.kind) } ?? .ok,
            """
            <p class="crumb"><a href="/registers/inspections/\(id)">← Cuộc kiểm tra</a></p>
            <h1>\(section.title)</h1>
            \(problem.map { Fields.summary($0.message, $0.refusals) })
            \(Panel.section(
                "Tồn tại của phần này",
                action: isSigned ? nil : "<a class=\"button button--small\" href=\"\(add)\">Thêm tồn tại</a>",
                findingsBody))
            \(isSigned ? opening : signing)
            """)
    }

    /// `POST /inspections/{record}/sections/{section}`
    @Sendable static func sign(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let section = try asked(visit)
        let id = try visit.identifier("record")
        guard let result = Inspections.Result(rawValue: visit.form["result"]) else {
            return try await form(
                visit,
                problem: Problem(
                    .invalid, "Có 1 mục chưa đúng.",
                    refusals: ["result": "Hãy chọn kết quả của phần này."]))
        }
        let (words, version) = (visit.form["words"], Int(visit.form["version"]) ?? 0)
        do {
            try await visit.site.database.write { tx in
                try tx.signInspection(
                    id, section, result, words: words, version: version, by: officer)
            }
        } catch let problem as Problem where !problem.refusals.isEmpty {
            return try await form(visit, problem: problem)
        }
        return .seeOther("/registers/inspections/\(id)?done=saved")
    }

    /// `POST /inspections/{record}/sections/{section}/reopening`
    @Sendable static func reopen(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let section = try asked(visit)
        let id = try visit.identifier("record")
        let (reason, version) = (visit.form["reason"], Int(visit.form["version"]) ?? 0)
        do {
            try await visit.site.database.write { tx in
                try tx.reopenInspection(
                    id, section, reason: reason, version: version, by: officer)
            }
        } catch let problem as Problem where !problem.refusals.isEmpty {
            return try await form(visit, problem: problem)
        }
        return .seeOther("\(path(id, section))?done=saved")
    }

    /// `GET /inspections/{record}/minutes.docx`
    @Sendable static func minutes(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let id = try visit.identifier("record")
        let document = try await visit.site.database.read { tx in
            let record = try tx.record(id, of: Inspections.description, for: officer)
            let owner = record[Inspections.facility]?.id ?? ""
            var filter = RecordFilter()
            filter.condition = Findings.inspection == .some(.init(id: id))
            return InspectionMinutes.draft(
                record,
                facility: try tx.record(owner, of: Facilities.description, for: officer),
                findings: try tx.records(
                    of: Findings.description, filter, for: officer, limit: RegisterSheets.rowsMax
                ).records,
                names: try tx.cellNames(of: [record], in: Inspections.description, for: officer),
                of: try tx.reportingWard(officer.ward), today: tx.today)
        }
        return try word(document, name: "Biên bản kiểm tra.docx")
    }

    private static func word(_ document: AdministrativeDocument, name: String) throws -> Response {
        .download(
            try DocxWriter.write(document), name: name,
            mediaType:
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document")
    }

    // MARK: The plan of a year

    private static func year(_ visit: Visit) throws(Problem) -> Int {
        guard let year = Int(visit.parameter("year")), (2000...2100).contains(year) else {
            throw Problem(.notFound, "Không có năm này.")
        }
        return year
    }

    /// `GET /inspections/plan/{year}`: what the plan would hold.
    @Sendable static func plan(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let year = try year(visit)
        let (visits, units, kept) = try await visit.site.database.read { tx in
            (
                try tx.laidInspections(year: year, for: officer), try tx.units(of: officer.ward),
                try tx.plannedInspections(year: year, for: officer).count
            )
        }
        let rows: [[HTML]] = visits.map { laid in
            [
                "<a href=\"/registers/facilities/\(laid.facility.id)\">\(laid.facility[Facilities.name] ?? "")</a>",
                "\(laid.facility[Facilities.address] ?? "")", "\(laid.day.vietnamese)",
                "\(laid.reason)",
            ]
        }
        let mayPlan = Inspections.description.access.writers.contains(officer.role)
        let offices = units.filter { $0.kind != .set && $0.kind != .group }
        let options = [("", "Chọn")] + offices.map { ($0.id, $0.name) }
        let police = offices.first { $0.kind == .police }?.id ?? ""
        let form: HTML? =
            mayPlan && !visits.isEmpty
            ? """
            <form class="narrow no-print" method="post" action="/inspections/plan/\(year)">\(Fields.token(visit.viewer))
            <input type="hidden" name="seen" value="\(visits.count)">
            \(Fields.choice("duties_unit", "Đơn vị kiểm tra trách nhiệm, phương tiện", options, value: police))
            \(Fields.choice("building_unit", "Đơn vị kiểm tra xây dựng, đường, thoát nạn", options))
            <button class="button" type="submit">Đưa \(visits.count.vietnamese) cuộc vào kế hoạch</button></form>
            """ : nil
        let paper: HTML? =
            kept > 0
            ? "<p class=\"no-print\"><a class=\"button button--quiet\" href=\"/inspections/plan/\(year)/plan.docx\">Văn bản kế hoạch: \(kept.vietnamese) cuộc đã đưa vào (.docx)</a></p>"
            : nil
        let body =
            visits.isEmpty
            ? EmptyState.block(
                "Không có cơ sở nào đến hạn trong năm \(year) mà chưa có trong kế hoạch.",
                advice:
                    "Cơ sở đến hạn khi biết nhóm nguy hiểm và chu kỳ: hãy xem sổ Ngưỡng phân cấp và Chu kỳ kiểm tra."
            )
            : DataTable.cards(
                "Kế hoạch kiểm tra năm \(year)",
                [
                    .init("Cơ sở"), .init("Địa chỉ"), .init("Ngày", isNumber: true),
                    .init("Vì sao"),
                ], rows)
        return visit.page(
            "Kế hoạch kiểm tra năm \(year)", at: .registers,
            """
            <p class="crumb"><a href="/registers/inspections">← Kiểm tra về PCCC</a></p>
            <h1>Kế hoạch kiểm tra năm \(year)</h1>
            <p class="lede">Các cơ sở do UBND cấp xã quản lý, đến hạn kiểm tra định kỳ trong năm, việc gấp xếp trước. Kế hoạch năm sau lập trước ngày 15 tháng 12 (Nghị định 105/2025/NĐ-CP, Điều 14).</p>
            \(paper)
            \(form)
            \(Panel.section("Các cuộc kiểm tra", note: "\(visits.count.vietnamese) cuộc", isPadded: false, body))
            """)
    }

    /// `GET /inspections/plan/{year}/plan.docx`: the visits that are in the plan, to be signed.
    @Sendable static func planDocument(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let year = try year(visit)
        let document = try await visit.site.database.read { tx in
            let lines = try tx.plannedInspections(year: year, for: officer)
            guard !lines.isEmpty else {
                throw Problem(
                    .notFound,
                    "Chưa có cuộc kiểm tra định kỳ nào của năm \(year). Hãy đưa các cuộc vào kế hoạch trước."
                )
            }
            return InspectionPlanDocument.draft(
                year: year, lines, of: try tx.reportingWard(officer.ward), today: tx.today)
        }
        return try word(document, name: "Kế hoạch kiểm tra \(year).docx")
    }

    /// `POST /inspections/plan/{year}`
    @Sendable static func makePlan(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let year = try year(visit)
        let form = visit.form
        guard Identifier.isWellFormed(form["duties_unit"]),
            Identifier.isWellFormed(form["building_unit"])
        else {
            throw Problem(.invalid, "Hãy chọn hai đơn vị phụ trách hai phần của biên bản.")
        }
        let (duties, building) = (form["duties_unit"], form["building_unit"])
        let seen = Int(form["seen"]) ?? -1
        try await visit.site.database.write { tx in
            try tx.planInspections(
                year: year, dutiesUnit: duties, buildingUnit: building, seen: seen, by: officer)
        }
        return .seeOther("/registers/inspections?done=saved")
    }
}
