import Domain
import Hummingbird
import Storage

/// The figures of a report, each with its source and the records behind.
enum ReportFigurePages {
    static let routes: [Route] = [
        .get("/reports/papers/{report}/figures", .permission(.readAll), list),
        .get("/reports/papers/{report}/figures/{figure}", .permission(.readAll), show),
        .post("/reports/papers/{report}/figures/{figure}", .permission(.draftReports), enter),
        .post(
            "/reports/papers/{report}/figures/{figure}/removal", .permission(.draftReports), remove
        ),
    ]

    /// `GET /reports/papers/{report}/figures`
    @Sendable static func list(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let id = try visit.identifier("report")
        let draft = try await visit.site.database.read { tx in
            try tx.draft(of: try tx.report(id, for: officer), for: officer)
        }
        let path = ReportPaperPages.path(id)
        let rows: [[HTML]] = draft.figures.map { figure in
            let note: HTML? = figure.note.map {
                "<span class=\"table__more\">Nhập tay. \($0)</span>"
            }
            return [
                "<a href=\"\(path)/figures/\(figure.key)\">\(figure.name)</a>\(note)",
                "<strong>\(ReportPaperWords.value(figure.value, figure.unit))</strong>",
                "\(ReportPaperWords.value(figure.previous, figure.unit))",
            ]
        }
        let sums: HTML? =
            draft.disagreements.isEmpty
            ? nil
            : Note.block(
                "Số liệu chưa khớp.",
                "<ul>\(draft.disagreements.map { "<li>\($0)</li>" as HTML })</ul>", tone: .danger)
        return visit.page(
            "Số liệu của báo cáo", at: .reports,
            """
            \(ReportWords.crumb([("Báo cáo", "/reports"), (draft.report.title, path)]))
            <h1>Số liệu của báo cáo</h1>
            <p class="lede">Kỳ \(ReportPaperWords.time(draft.report, draft.to)), cùng kỳ là cùng thời gian \
            của năm trước. Chưa có số liệu là sổ chưa ghi gì, không phải bằng không.</p>
            \(sums)
            \(Panel.section(
                "Số liệu", isPadded: false,
                DataTable.cards(
                    "Số liệu",
                    [
                        .init("Nội dung"), .init("Trong kỳ", isNumber: true),
                        .init("Cùng kỳ năm trước", isNumber: true),
                    ], rows)))
            """)
    }

    /// `GET /reports/papers/{report}/figures/{figure}`
    @Sendable static func show(_ visit: Visit) async throws -> Response {
        try await page(visit, problem: nil)
    }

    private static func page(_ visit: Visit, problem: Problem?) async throws -> Response {
        let officer = try visit.officer()
        let id = try visit.identifier("report")
        let key = visit.parameter("figure")
        let (draft, behind) = try await visit.site.database.read { tx in
            let report = try tx.report(id, for: officer)
            return (
                try tx.draft(of: report, for: officer),
                try tx.recordsBehind(key, of: report, for: officer)
            )
        }
        guard let figure = draft.figures.first(where: { $0.key == key }) else {
            throw Problem(.notFound, "Báo cáo không có số liệu này.")
        }
        let path = ReportPaperPages.path(id)
        let explanation = draft.report.kind.figure(key)?.measure?.explanation
        let isOpen = draft.report.stage == .drafting && officer.may(.draftReports)
        return visit.page(
            figure.name, at: .reports,
            status: problem.map { ProblemPages.status(of: $0.kind) } ?? .ok,
            """
            \(ReportWords.crumb([("Báo cáo", "/reports"), (draft.report.title, path), ("Số liệu", "\(path)/figures")]))
            <h1>\(figure.name.prefix(1).uppercased() + figure.name.dropFirst())</h1>
            <p class="lede"><strong>\(ReportPaperWords.value(figure.value, figure.unit))</strong> \
            kỳ \(ReportPaperWords.time(draft.report, draft.to)); cùng kỳ năm trước: \
            \(ReportPaperWords.value(figure.previous, figure.unit)).</p>
            \(problem.map { Fields.summary($0.message, $0.refusals) })
            <p>\(explanation ?? "Không sổ nào có số này; người soạn nhập, hoặc chương trình cộng từ các dòng khác.")</p>
            \(figure.note.map { Note.block("Nhập tay.", "\($0)", tone: .info) })
            \(records(behind))
            \(isOpen ? entry(figure, "\(path)/figures/\(key)", visit, problem) : nil)
            """)
    }

    private static func records(_ behind: RecordsBehind?) -> HTML? {
        guard let behind else { return nil }
        guard let register = behind.register else {
            return Note.block(nil, "Bạn không được xem sổ có các mục này.", tone: .info)
        }
        if behind.records.isEmpty {
            return Panel.section(
                "Các mục đã tính", EmptyState.block("Không có mục nào trong kỳ."))
        }
        let rows: [[HTML]] = behind.records.map { item in
            let name: HTML =
                item.name.map { "<a href=\"/registers/\(register.name)/\(item.id)\">\($0)</a>" }
                ?? "mục không còn trong sổ"
            return [name, "\(item.amount.vietnamese ?? "")"]
        }
        let more: String? =
            behind.count > rows.count ? "\(rows.count) mục đầu trên \(behind.count)" : nil
        return Panel.section(
            "Các mục đã tính", note: more ?? "\(behind.count) mục", isPadded: false,
            DataTable.cards(
                "Các mục đã tính", [.init("Mục trong sổ"), .init("Tính", isNumber: true)], rows))
    }

    private static func entry(
        _ figure: ReportFigure, _ path: String, _ visit: Visit, _ problem: Problem?
    ) -> HTML {
        let remove: HTML? =
            figure.note == nil
            ? nil
            : """
            <form method="post" action="\(path)/removal">\(Fields.token(visit.viewer))
            <button class="button button--quiet" type="submit">Bỏ số nhập tay, lấy số từ sổ</button></form>
            """
        return Panel.section(
            "Nhập tay số này",
            """
            <p>Chỉ khi sổ không có hoặc thiếu. Số nhập tay được ghi tên người nhập và lý do.</p>
            <form class="readable" method="post" action="\(path)">\(Fields.token(visit.viewer))
            \(Fields.text("value", "Số liệu (\(figure.unit))", value: visit.form["value"], refusal: problem?.refusals["value"], isRequired: true))
            \(Fields.text("note", "Lấy ở đâu, vì sao khác sổ", value: visit.form["note"], refusal: problem?.refusals["note"], isRequired: true))
            <button class="button" type="submit">Ghi số</button></form>
            \(remove)
            """)
    }

    /// `POST /reports/papers/{report}/figures/{figure}`
    @Sendable static func enter(_ visit: Visit) async throws -> Response {
        let form = visit.form
        return try await change(visit) { tx, id, key, officer in
            guard let value = Double(vietnamese: form["value"]) else {
                throw Problem(
                    .invalid, "Số liệu không đọc được.",
                    refusals: ["value": "Ghi một số, như 12 hoặc 4,5."])
            }
            try tx.enterFigure(key, of: id, value: value, note: form["note"], by: officer)
        }
    }

    /// `POST /reports/papers/{report}/figures/{figure}/removal`
    @Sendable static func remove(_ visit: Visit) async throws -> Response {
        try await change(visit) { tx, id, key, officer in
            try tx.removeEntry(key, of: id, by: officer)
        }
    }

    private static func change(
        _ visit: Visit,
        _ work: @escaping @Sendable (Transaction, String, String, Officer) throws -> Void
    ) async throws -> Response {
        let officer = try visit.officer()
        let id = try visit.identifier("report")
        let key = visit.parameter("figure")
        do {
            try await visit.site.database.write { tx in try work(tx, id, key, officer) }
            return .seeOther("\(ReportPaperPages.path(id))/figures/\(key)?done=saved")
        } catch let problem as Problem where problem.kind == .invalid || problem.kind == .conflict {
            return try await page(visit, problem: problem)
        }
    }
}
