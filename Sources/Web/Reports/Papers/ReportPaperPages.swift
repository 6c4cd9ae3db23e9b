import Documents
import Domain
import Hummingbird
import Storage

/// Reports that live: drafted from the registers, edited in parts, approved, issued.
enum ReportPaperPages {
    static let routes: [Route] =
        [
            .get("/reports/papers/new", .permission(.draftReports), NewReportPages.choose),
            .post("/reports/papers", .permission(.draftReports), NewReportPages.start),
            .get("/reports/papers/{report}", .permission(.readAll), show),
            .get("/reports/papers/{report}/report.docx", .permission(.readAll), docx),
            .get("/reports/papers/{report}/report.pdf", .permission(.readAll), pdf),
            .get("/reports/papers/{report}/report.xlsx", .permission(.readAll), xlsx),
            .get("/reports/papers/{report}/scan", .permission(.readAll), scan),
        ] + SectionPages.routes + ReportHeadPages.routes + ReportFigurePages.routes
        + ReportStepPages.routes + ReceivedReportPages.routes

    static func path(_ id: String) -> String { "/reports/papers/\(id)" }

    /// `GET /reports/papers/{report}`
    @Sendable static func show(_ visit: Visit) async throws -> Response {
        try await page(visit, problem: nil)
    }

    static func page(_ visit: Visit, problem: Problem?) async throws -> Response {
        let officer = try visit.officer()
        let id = try visit.identifier("report")
        let page = try await visit.site.database.read { tx in
            let report = try tx.report(id, for: officer)
            let draft = try tx.draft(of: report, for: officer)
            return ReportPaperPage(
                draft: draft, officer: officer, today: tx.today,
                corrected: try report.corrects.map { try tx.report($0, for: officer) },
                correction: try tx.correction(of: id, for: officer),
                recordNames: try tx.differenceNames(draft.differences, for: officer),
                history: try tx.history(of: "reports/\(id)", ward: officer.ward, limit: 30),
                names: try tx.journalNames(ward: officer.ward), problem: problem)
        }
        return visit.page(
            page.title, at: .reports,
            status: problem.map { ProblemPages.status(of: $0.kind) } ?? .ok,
            page.html(visit.viewer))
    }

    /// The Word file: as it was kept when it was issued, or as the report stands.
    static func word(_ visit: Visit) async throws -> Evidence {
        let officer = try visit.officer()
        let id = try visit.identifier("report")
        return try await visit.site.database.read { tx in
            let report = try tx.report(id, for: officer)
            if let file = report.file, let stored = try tx.storedFile(file, ward: officer.ward),
                let bytes = try tx.content(ofFile: file, ward: officer.ward)
            {
                return try Evidence(name: stored.name, bytes: bytes)
            }
            return try written(try tx.draft(of: report, for: officer).document, report)
        }
    }

    static func written(
        _ document: AdministrativeDocument, _ report: StoredReport
    ) throws -> Evidence {
        try Evidence(
            name: ReportPages.fileName(report.title), bytes: try DocxWriter.write(document))
    }

    /// `GET /reports/papers/{report}/report.docx`
    @Sendable static func docx(_ visit: Visit) async throws -> Response {
        let file = try await word(visit)
        return .download(file.bytes, name: file.name, mediaType: file.mediaType)
    }

    /// `GET /reports/papers/{report}/report.pdf`
    @Sendable static func pdf(_ visit: Visit) async throws -> Response {
        let file = try await word(visit)
        let bytes = try await PDFWriter.write(file.bytes)
        return .download(
            bytes, name: "\(file.name.dropLast(".docx".count)).pdf", mediaType: "application/pdf")
    }

    /// `GET /reports/papers/{report}/report.xlsx`
    @Sendable static func xlsx(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let id = try visit.identifier("report")
        let (name, sheets) = try await visit.site.database.read { tx in
            let report = try tx.report(id, for: officer)
            let draft = try tx.draft(of: report, for: officer)
            return (
                ReportPages.fileName(report.title, ending: "xlsx"),
                ReportTables.sheets(of: draft.document, figures: draft.figures)
            )
        }
        return .download(
            try SheetWriter.workbook(sheets), name: name,
            mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
    }

    /// `GET /reports/papers/{report}/scan`
    @Sendable static func scan(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let id = try visit.identifier("report")
        let (stored, content) = try await visit.site.database.read { tx in
            let file = try tx.report(id, for: officer).scan ?? ""
            return (
                try tx.storedFile(file, ward: officer.ward),
                try tx.content(ofFile: file, ward: officer.ward)
            )
        }
        guard let stored, let content else { throw Problem(.notFound, "Không có tệp này.") }
        return .download(content, name: stored.name, mediaType: stored.mediaType)
    }
}
