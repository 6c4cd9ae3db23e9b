import Domain
import Hummingbird
import Storage

/// A period: who has delivered, and the way to the ward's report.
enum ReportPeriodPages {
    /// `GET /reports/{period}`
    @Sendable static func show(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let id = try visit.identifier("period")
        guard officer.may(.readAll) else {
            let period = try await visit.site.database.read { tx in
                try tx.reportPeriod(id, for: officer)
            }
            return .seeOther("/reports/\(period.id)/units/\(officer.unit ?? "")")
        }
        return try await page(id, visit, problem: nil)
    }

    static func page(_ id: String, _ visit: Visit, problem: Problem?) async throws -> Response {
        let officer = try visit.officer()
        let page = try await visit.site.database.read { tx in
            let period = try tx.reportPeriod(id, for: officer)
            return ReportPeriodPage(
                period: period, deliveries: try tx.deliveries(of: period, for: officer),
                report: try tx.report(ofPeriod: id, for: officer),
                served: try ServedDocuments(of: period, tx, officer), officer: officer,
                today: tx.today, problem: problem)
        }
        return visit.page(
            page.period.title, at: .reports,
            status: problem.map { ProblemPages.status(of: $0.kind) } ?? .ok,
            page.html(visit.viewer))
    }

    /// `GET /reports/{period}/draft.docx`: what was kept when the report of the period went out.
    @Sendable static func docx(_ visit: Visit) async throws -> Response {
        try await kept(visit) { $0.draft }
    }

    /// `GET /reports/{period}/sent/file`
    @Sendable static func file(_ visit: Visit) async throws -> Response {
        try await kept(visit) { $0.file }
    }

    private static func kept(
        _ visit: Visit, _ file: @escaping @Sendable (ReportPeriod.Sent) -> String?
    ) async throws -> Response {
        let officer = try visit.officer()
        let id = try visit.identifier("period")
        let (stored, content) = try await visit.site.database.read { tx in
            let period = try tx.reportPeriod(id, for: officer)
            let file = period.sent.flatMap(file) ?? ""
            return (
                try tx.storedFile(file, ward: officer.ward),
                try tx.content(ofFile: file, ward: officer.ward)
            )
        }
        guard let stored, let content else { throw Problem(.notFound, "Không có tệp này.") }
        return .download(content, name: stored.name, mediaType: stored.mediaType)
    }
}
