import Documents
import Domain
import Hummingbird
import Storage

/// A unit's own report for a period.
enum UnitReportPages {
    /// `GET /reports/{period}/units/{unit}`
    @Sendable static func show(_ visit: Visit) async throws -> Response {
        try await page(visit, sent: nil, problem: nil)
    }

    private static func page(
        _ visit: Visit, sent: UnitReport?, problem: Problem?
    ) async throws -> Response {
        let officer = try visit.officer()
        let (id, unit) = (try visit.identifier("period"), try visit.identifier("unit"))
        let page = try await visit.site.database.read { tx in
            let period = try tx.reportPeriod(id, for: officer)
            let delivery = try tx.delivery(unit, ofPeriod: id, for: officer)
            return UnitReportPage(
                period: period, delivery: delivery,
                facts: try tx.unitReport(delivery, in: period, for: officer), officer: officer,
                today: tx.today, content: sent ?? delivery.report, problem: problem)
        }
        return visit.page(
            "\(page.delivery.name): \(page.period.title)", at: .reports,
            status: problem.map { ProblemPages.status(of: $0.kind) } ?? .ok,
            page.html(visit.viewer))
    }

    /// `POST /reports/{period}/units/{unit}`
    @Sendable static func write(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let (id, unit) = (try visit.identifier("period"), try visit.identifier("unit"))
        let form = visit.form
        let content = UnitReport(
            results: form["results"], obstacles: form["obstacles"], proposals: form["proposals"])
        return try await change(visit, sent: content, done: .saved) { tx in
            try tx.writeUnitReport(
                content, ofPeriod: id, unit: unit, isSubmitted: form["action"] == "submit",
                version: Int(form["version"]) ?? 0, by: officer)
        }
    }

    /// `POST /reports/{period}/units/{unit}/acceptance`
    @Sendable static func accept(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let (id, unit) = (try visit.identifier("period"), try visit.identifier("unit"))
        let version = Int(visit.form["version"]) ?? 0
        return try await change(visit, sent: nil, done: .accepted) { tx in
            try tx.acceptUnitReport(ofPeriod: id, unit: unit, version: version, by: officer)
        }
    }

    /// `POST /reports/{period}/units/{unit}/return`
    @Sendable static func giveBack(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let (id, unit) = (try visit.identifier("period"), try visit.identifier("unit"))
        let form = visit.form
        return try await change(visit, sent: nil, done: .returned) { tx in
            try tx.returnUnitReport(
                ofPeriod: id, unit: unit, reason: form["reason"],
                version: Int(form["version"]) ?? 0, by: officer)
        }
    }

    private static func change(
        _ visit: Visit, sent: UnitReport?, done: Flash,
        _ work: @escaping @Sendable (Transaction) throws -> Void
    ) async throws -> Response {
        do {
            try await visit.site.database.write { tx in try work(tx) }
            let path =
                "/reports/\(visit.parameter("period"))/units/\(visit.parameter("unit"))"
            return .seeOther("\(path)?done=\(done)")
        } catch let problem as Problem where problem.kind == .invalid || problem.kind == .conflict {
            return try await page(visit, sent: sent, problem: problem)
        }
    }

    /// `GET /reports/{period}/units/{unit}/report.docx`
    @Sendable static func docx(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let (id, unit) = (try visit.identifier("period"), try visit.identifier("unit"))
        let (name, document) = try await visit.site.database.read { tx in
            let period = try tx.reportPeriod(id, for: officer)
            let delivery = try tx.delivery(unit, ofPeriod: id, for: officer)
            let signer = try tx.signer(of: delivery, for: officer)
            let sheet = ReportSheet.ofUnit(
                delivery.name, of: try tx.reportingWard(officer.ward), duty: period.duty.content,
                signer: signer?.name, post: signer?.post,
                issued: delivery.report.submittedAt?.day, today: tx.today)
            let facts = try tx.unitReport(delivery, in: period, for: officer)
            let text = ReportKinds.unitYear.draft(
                ReportFacts(
                    from: facts.from, to: facts.to, reporter: facts.reporter, sheet: sheet,
                    plan: facts))
            return ("\(period.title) \(delivery.name)", text.document(on: sheet))
        }
        return .download(
            try DocxWriter.write(document), name: ReportPages.fileName(name),
            mediaType: ReportPages.docxType)
    }
}
