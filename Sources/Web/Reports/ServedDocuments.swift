import Domain
import Hummingbird
import Storage

/// Further documents that the ward's report serves (lồng ghép), on the page of its period.
struct ServedDocuments: Sendable {
    let served: [ServedDocument]
    /// What the plan's own words tell to report together.
    let proposed: [String]
    /// Of the library, to choose from.
    let choices: [LibraryDocument]

    init(of period: ReportPeriod, _ tx: Transaction, _ officer: Officer) throws {
        served = try tx.servedDocuments(ofPeriod: period.id, for: officer)
        proposed = tx.proposedDocuments(for: period, beside: served)
        choices =
            officer.may(.draftReports)
            ? try tx.documents(matching: "", level: nil, for: officer) : []
    }

    func panel(
        of period: ReportPeriod, _ officer: Officer, _ viewer: Viewer?, _ problem: Problem?
    ) -> HTML? {
        let isOpen = officer.may(.draftReports) && period.sent == nil
        guard isOpen || !served.isEmpty else { return nil }
        let items: [HTML] = served.map { document in
            let name: HTML =
                document.document.map { "<a href=\"/documents/\($0)\">\(document.citation)</a>" }
                ?? "\(document.citation)"
            let end: HTML? = isOpen ? endForm(document, period, viewer) : nil
            return "<li class=\"row\">\(name)\(end)</li>"
        }
        let list: HTML =
            items.isEmpty
            ? "<p>Báo cáo này chưa ghi lồng ghép với văn bản nào.</p>"
            : "<ul class=\"plain-list\">\(items)</ul>"
        return Panel.section(
            "Lồng ghép với báo cáo khác", note: "một báo cáo dùng cho nhiều văn bản",
            """
            \(list)
            \(isOpen ? proposals(period, viewer) : nil)
            \(isOpen ? form(period, viewer, problem) : nil)
            """)
    }

    private func endForm(
        _ document: ServedDocument, _ period: ReportPeriod, _ viewer: Viewer?
    ) -> HTML {
        """
        <form class="push" method="post" action="/reports/\(period.id)/documents/end">\
        \(Fields.token(viewer))<input type="hidden" name="served" value="\(document.id)">\
        <button class="button button--quiet button--small" type="submit" \
        aria-label="Bỏ \(document.citation)">Bỏ</button></form>
        """
    }

    private func proposals(_ period: ReportPeriod, _ viewer: Viewer?) -> HTML? {
        if proposed.isEmpty { return nil }
        let items: [HTML] = proposed.map { words in
            """
            <form method="post" action="/reports/\(period.id)/documents">\(Fields.token(viewer))\
            <p>\(words) <input type="hidden" name="words" value="\(words)">\
            <button class="button button--small" type="submit">Ghi lồng ghép</button></p></form>
            """
        }
        return Note.block("Kế hoạch viết báo cáo này lồng ghép với:", "\(items)", tone: .info)
    }

    private func form(_ period: ReportPeriod, _ viewer: Viewer?, _ problem: Problem?) -> HTML {
        let taken = Set(served.compactMap(\.document))
        let left = choices.filter { !taken.contains($0.id) }
        let library: HTML? =
            left.isEmpty
            ? nil
            : Fields.choice(
                "document", "Văn bản trong thư viện",
                [("", "Không chọn")] + left.map { ($0.id, LibraryPages.name($0)) })
        return """
            <details class="no-print"\(problem?.refusals["words"] == nil ? "" : " open")>\
            <summary>Thêm văn bản lồng ghép</summary>
            <form class="readable" method="post" action="/reports/\(period.id)/documents">\
            \(Fields.token(viewer))
            \(library)
            \(Fields.text("words", library == nil ? "Tên văn bản" : "Hoặc ghi tên văn bản", hint: "Như Quyết định số 12/QĐ-UBND ngày 05/01/2026 của UBND tỉnh.", refusal: problem?.refusals["words"]))
            <button class="button" type="submit">Thêm</button></form></details>
            """
    }
}

extension ServedDocuments {
    /// `POST /reports/{period}/documents`
    @Sendable static func create(_ visit: Visit) async throws -> Response {
        let form = visit.form
        let stated: StatedDocument =
            form.filled("document").map(StatedDocument.ofLibrary) ?? .words(form["words"])
        return try await change(visit) { tx, period, officer in
            try tx.addServedDocument(stated, toPeriod: period, by: officer)
        }
    }

    /// `POST /reports/{period}/documents/end`
    @Sendable static func end(_ visit: Visit) async throws -> Response {
        let served = visit.form["served"]
        return try await change(visit) { tx, period, officer in
            try tx.removeServedDocument(served, fromPeriod: period, by: officer)
        }
    }

    private static func change(
        _ visit: Visit,
        _ work: @escaping @Sendable (Transaction, String, Officer) throws -> Void
    ) async throws -> Response {
        let officer = try visit.officer()
        let id = try visit.identifier("period")
        do {
            try await visit.site.database.write { tx in try work(tx, id, officer) }
            return .seeOther("/reports/\(id)?done=saved")
        } catch let problem as Problem where problem.kind == .invalid || problem.kind == .conflict {
            return try await ReportPeriodPages.page(id, visit, problem: problem)
        }
    }
}
