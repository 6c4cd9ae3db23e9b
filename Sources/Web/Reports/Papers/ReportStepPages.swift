import Domain
import Hummingbird
import Storage

/// The steps of a report: handed up, looked through, approved, issued, given back, given up.
enum ReportStepPages {
    static let routes: [Route] = [
        .post("/reports/papers/{report}/hand-in", .permission(.draftReports), handIn),
        .post("/reports/papers/{report}/review", .permission(.draftReports), review),
        .post("/reports/papers/{report}/approve", .permission(.approveReports), approve),
        .post("/reports/papers/{report}/send-back", .permission(.draftReports), sendBack),
        .post(
            "/reports/papers/{report}/issue", .permission(.draftReports),
            bodyBytesMax: Route.uploadBytesMax, issue),
        .post("/reports/papers/{report}/end", .permission(.draftReports), end),
        .post("/reports/papers/{report}/correction", .permission(.draftReports), correct),
    ]

    /// `POST /reports/papers/{report}/hand-in`
    @Sendable static func handIn(_ visit: Visit) async throws -> Response {
        try await step(visit, .submittedReport) { tx, id, version, officer in
            try tx.handInReport(id, version: version, by: officer)
        }
    }

    /// `POST /reports/papers/{report}/review`
    @Sendable static func review(_ visit: Visit) async throws -> Response {
        try await step(visit, .submittedReport) { tx, id, version, officer in
            try tx.reviewReport(id, version: version, by: officer)
        }
    }

    /// `POST /reports/papers/{report}/approve`
    @Sendable static func approve(_ visit: Visit) async throws -> Response {
        try await step(visit, .approvedReport) { tx, id, version, officer in
            try tx.approveReport(id, version: version, by: officer)
        }
    }

    /// `POST /reports/papers/{report}/send-back`
    @Sendable static func sendBack(_ visit: Visit) async throws -> Response {
        let reason = visit.form["reason"]
        return try await step(visit, .returned) { tx, id, version, officer in
            try tx.sendBackReport(id, reason: reason, version: version, by: officer)
        }
    }

    /// `POST /reports/papers/{report}/issue`
    @Sendable static func issue(_ visit: Visit) async throws -> Response {
        let form = visit.form
        do {
            let scan = try form.files("scan").first.map {
                try Evidence(name: $0.name, bytes: $0.bytes)
            }
            guard let day = Day(iso: form["issued"]) ?? Day(vietnamese: form["issued"]) else {
                throw Problem(
                    .invalid, "Hãy ghi ngày phát hành.",
                    refusals: ["issued": "Ghi ngày như 10/12/2026."])
            }
            return try await step(visit, .issuedReport) { tx, id, version, officer in
                let report = try tx.report(id, for: officer)
                try tx.issueReport(
                    id, number: form["number"], on: day, scan: scan, version: version, by: officer
                ) { try ReportPaperPages.written($0, report) }
            }
        } catch let problem as Problem where problem.kind == .invalid {
            return try await ReportPaperPages.page(visit, problem: problem)
        }
    }

    /// `POST /reports/papers/{report}/end`
    @Sendable static func end(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let id = try visit.identifier("report")
        let version = Int(visit.form["version"]) ?? 0
        do {
            try await visit.site.database.write { tx in
                try tx.endReport(id, version: version, by: officer)
            }
            return .seeOther("/reports?done=ended")
        } catch let problem as Problem where problem.kind == .conflict {
            return try await ReportPaperPages.page(visit, problem: problem)
        }
    }

    /// `POST /reports/papers/{report}/correction`
    @Sendable static func correct(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let id = try visit.identifier("report")
        do {
            let made = try await visit.site.database.write { tx in
                try tx.startCorrection(of: id, by: officer)
            }
            return .seeOther("\(ReportPaperPages.path(made))?done=saved")
        } catch let problem as Problem where problem.kind == .conflict {
            return try await ReportPaperPages.page(visit, problem: problem)
        }
    }

    private static func step(
        _ visit: Visit, _ done: Flash,
        _ work: @escaping @Sendable (Transaction, String, Int, Officer) throws -> Void
    ) async throws -> Response {
        let officer = try visit.officer()
        let id = try visit.identifier("report")
        let version = Int(visit.form["version"]) ?? 0
        do {
            try await visit.site.database.write { tx in try work(tx, id, version, officer) }
            return .seeOther("\(ReportPaperPages.path(id))?done=\(done)")
        } catch let problem as Problem
            where problem.kind == .invalid || problem.kind == .conflict
            || problem.kind == .forbidden
        {
            return try await ReportPaperPages.page(visit, problem: problem)
        }
    }
}
