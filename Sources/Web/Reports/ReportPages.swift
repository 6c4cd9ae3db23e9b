import Domain
import Hummingbird
import Storage

/// Reports that plans ask for: what is owed next, the reports of units, the ward's own.
enum ReportPages {
    static let routes: [Route] =
        [
            .get("/reports", .signedIn, index),
            .get("/reports/{period}", .signedIn, ReportPeriodPages.show),
            .get("/reports/{period}/draft.docx", .permission(.readAll), ReportPeriodPages.docx),
            .get("/reports/{period}/sent/file", .permission(.readAll), ReportPeriodPages.file),
            .post(
                "/reports/{period}/documents", .permission(.draftReports), ServedDocuments.create),
            .post(
                "/reports/{period}/documents/end", .permission(.draftReports),
                ServedDocuments.end),
            .get("/reports/{period}/units/{unit}", .signedIn, UnitReportPages.show),
            .post(
                "/reports/{period}/units/{unit}", .permission(.reportWork), UnitReportPages.write),
            .get("/reports/{period}/units/{unit}/report.docx", .signedIn, UnitReportPages.docx),
            .post(
                "/reports/{period}/units/{unit}/acceptance", .permission(.draftReports),
                UnitReportPages.accept),
            .post(
                "/reports/{period}/units/{unit}/return", .permission(.draftReports),
                UnitReportPages.giveBack),
        ] + ReportDutyPages.routes + ReviewPages.routes + ReportPaperPages.routes

    /// `GET /reports`
    @Sendable static func index(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let page = try await visit.site.database.read { tx in
            ReportListPage(
                officer: officer, today: tx.today, periods: try tx.reportPeriods(for: officer),
                undated: officer.may(.readAll)
                    ? try tx.reportDuties(for: officer).filter(\.content.lacksDate) : [],
                reports: officer.may(.readAll) ? try tx.reports(for: officer) : [])
        }
        return visit.page("Báo cáo", at: .reports, page.html)
    }

    static let docxType =
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

    /// `bao-cao-nam-2026-gui-ubnd-thanh-pho.docx`.
    static func fileName(_ title: String, ending: String = "docx") -> String {
        let words = folded(title).split { !$0.isASCII || !($0.isLetter || $0.isNumber) }
        return words.joined(separator: "-") + "." + ending
    }
}
