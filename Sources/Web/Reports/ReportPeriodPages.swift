import Documents
import Domain
import Hummingbird
import Storage

/// A period: who has delivered, and the ward's report with the pieces that a person writes.
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
        return try await page(id, visit, sent: nil, problem: nil)
    }

    static func page(
        _ id: String, _ visit: Visit, sent: ReportPieces?, problem: Problem?
    ) async throws -> Response {
        let officer = try visit.officer()
        let page = try await visit.site.database.read { tx in
            let period = try tx.reportPeriod(id, for: officer)
            let isDrafted = period.sent == nil && !period.duty.content.isWithinWard
            return ReportPeriodPage(
                period: period, deliveries: try tx.deliveries(of: period, for: officer),
                gaps: isDrafted ? try document(of: period, tx, officer).gaps : [],
                served: try ServedDocuments(of: period, tx, officer), officer: officer,
                today: tx.today, pieces: sent ?? period.pieces, problem: problem)
        }
        return visit.page(
            page.period.title, at: .reports,
            status: problem.map { ProblemPages.status(of: $0.kind) } ?? .ok,
            page.html(visit.viewer))
    }

    static func document(
        of period: ReportPeriod, _ tx: Transaction, _ officer: Officer
    ) throws -> AdministrativeDocument {
        let plan = try tx.plan(period.duty.plan, for: officer)
        let ward = try tx.reportingWard(officer.ward)
            .reporting(on: period.duty.content, planIssuer: plan.issuer)
        var pieces = period.pieces
        if let sent = period.sent {
            pieces.issued = pieces.issued ?? sent.on
            pieces.number =
                pieces.number ?? sent.number.map { String($0.prefix { $0.isNumber }) }
        }
        let sheet = ReportSheet.ofWard(
            ward, duty: period.duty.content, pieces: pieces, today: tx.today)
        return YearlyReportDraft.draft(try tx.yearlyReport(period, for: officer), on: sheet)
    }

    /// `GET /reports/{period}/draft`: of a report that was sent, the page that has what went out.
    @Sendable static func preview(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let id = try visit.identifier("period")
        let (period, draft) = try await visit.site.database.read {
            tx -> (ReportPeriod, AdministrativeDocument?) in
            let period = try tx.reportPeriod(id, for: officer)
            return (period, period.sent == nil ? try document(of: period, tx, officer) : nil)
        }
        guard let draft else { return .seeOther("/reports/\(id)#sent") }
        return visit.page(
            "Dự thảo: \(period.title)", at: .reports,
            """
            \(ReportWords.crumb([("Báo cáo", "/reports"), (period.title, "/reports/\(period.id)")]))
            <div class="row no-print"><h1>Dự thảo báo cáo</h1>\
            <p class="push"><a class="button" href="/reports/\(period.id)/draft.docx">Tải bản Word</a></p></div>
            <div class="no-print">\(ReportPeriodPage.gaps(draft.gaps))</div>
            \(DocumentPaper.sheet(draft))
            """)
    }

    /// `GET /reports/{period}/draft.docx`: of a report that was sent, as it was kept then.
    @Sendable static func docx(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let id = try visit.identifier("period")
        let draft = try await visit.site.database.read { tx in
            let period = try tx.reportPeriod(id, for: officer)
            if let kept = period.sent?.draft,
                let bytes = try tx.content(ofFile: kept, ward: officer.ward)
            {
                return try Evidence(name: fileName(of: period), bytes: bytes)
            }
            return try written(period, tx, officer)
        }
        return .download(draft.bytes, name: draft.name, mediaType: draft.mediaType)
    }

    private static func written(
        _ period: ReportPeriod, _ tx: Transaction, _ officer: Officer
    ) throws -> Evidence {
        try Evidence(
            name: fileName(of: period),
            bytes: try DocxWriter.write(try document(of: period, tx, officer)))
    }

    private static func fileName(of period: ReportPeriod) -> String {
        ReportPages.fileName(period.title)
    }

    /// `POST /reports/{period}`
    @Sendable static func write(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let id = try visit.identifier("period")
        let version = Int(visit.form["version"]) ?? 0
        var pieces = ReportPieces()
        pieces.assessment = visit.form["assessment"]
        pieces.causes = visit.form["causes"]
        pieces.nextSteps = visit.form["next_steps"]
        pieces.proposals = visit.form["proposals"]
        pieces.number = visit.form.filled("number")
        pieces.addressees = visit.form["addressees"]
        pieces.recipients = visit.form["recipients"]
        pieces.signer = visit.form.filled("signer")
        pieces.isSignedByDeputy = visit.form["signed_by"] == "deputy"
        do {
            pieces.issued = try day("issued", "Ngày báo cáo", visit.form)
            let written = pieces
            try await visit.site.database.write { tx in
                try tx.writeReportPieces(written, ofPeriod: id, version: version, by: officer)
            }
            return .seeOther("/reports/\(id)?done=saved")
        } catch let problem as Problem where problem.kind == .invalid || problem.kind == .conflict {
            return try await page(id, visit, sent: pieces, problem: problem)
        }
    }

    /// `POST /reports/{period}/sent`
    @Sendable static func send(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let id = try visit.identifier("period")
        let form = visit.form
        do {
            guard let day = try day("sent_on", "Ngày gửi", form) else {
                throw Problem(
                    .invalid, "Hãy ghi ngày gửi.", refusals: ["sent_on": "Chưa ghi ngày gửi."])
            }
            let scan = try form.files("scan").first.map {
                try Evidence(name: $0.name, bytes: $0.bytes)
            }
            try await visit.site.database.write { tx in
                try tx.sendReport(
                    ofPeriod: id, number: form.filled("sent_number"), on: day, scan: scan,
                    version: Int(form["version"]) ?? 0, by: officer
                ) { period in try written(period, tx, officer) }
            }
            return .seeOther("/reports/\(id)?done=saved")
        } catch let problem as Problem where problem.kind == .invalid || problem.kind == .conflict {
            return try await page(id, visit, sent: nil, problem: problem)
        }
    }

    private static func day(
        _ name: String, _ label: String, _ form: Form
    ) throws(Problem) -> Day? {
        guard let text = form.filled(name) else { return nil }
        if let day = Day(iso: text) ?? Day(vietnamese: text) { return day }
        let words = "\(label) không đọc được: \(text). Hãy ghi như 10/12/2026."
        throw Problem(.invalid, words, refusals: [name: words])
    }

    /// `GET /reports/{period}/sent/file`
    @Sendable static func file(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let id = try visit.identifier("period")
        let (stored, content) = try await visit.site.database.read { tx in
            let period = try tx.reportPeriod(id, for: officer)
            let file = period.sent?.file ?? ""
            return (
                try tx.storedFile(file, ward: officer.ward),
                try tx.content(ofFile: file, ward: officer.ward)
            )
        }
        guard let stored, let content else { throw Problem(.notFound, "Không có tệp này.") }
        return .download(content, name: stored.name, mediaType: stored.mediaType)
    }
}
