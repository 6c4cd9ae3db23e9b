import Domain
import Foundation
import Hummingbird
import Storage

/// One piece of work: its page, and everything that can be done with it.
enum OccurrencePages {
    /// What a form asks of the store, once its fields were read.
    typealias Write = @Sendable (Transaction) throws -> Void
    typealias Reading = @Sendable (_ id: String, _ form: Form, _ officer: Officer) throws -> Write

    static let routes: [Route] =
        [
            .get("/work/acceptance", .permission(.acceptWork), acceptance),
            .get("/work/{occurrence}", .signedIn, show),
        ] + OccurrenceActions.all.map(route)

    private static func route(_ action: OccurrenceAction) -> Route {
        .post(
            "/work/{occurrence}/\(action.path)", .signedIn,
            bodyBytesMax: action.takesFiles ? Route.uploadBytesMax : Route.formBytesMax
        ) { visit in
            let officer = try visit.officer()
            let id = try visit.identifier("occurrence")
            do {
                let write = try action.read(id, visit.form, officer)
                try await visit.site.database.write { tx in try write(tx) }
                return .seeOther("/work/\(id)?done=\(action.done)")
            } catch let problem as Problem
                where [.invalid, .conflict, .tooLarge].contains(problem.kind)
            {
                return try await page(visit, id, refused: action.refused(problem, visit.form))
            }
        }
    }

    /// `GET /work/{occurrence}`
    @Sendable static func show(_ visit: Visit) async throws -> Response {
        try await page(visit, try visit.identifier("occurrence"), refused: nil)
    }

    /// `GET /work/acceptance`: what waits for the officer's word.
    @Sendable static func acceptance(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let (rows, today) = try await visit.site.database.read { tx in
            (try tx.workToAccept(for: officer), tx.today)
        }
        let body: HTML =
            rows.isEmpty
            ? EmptyState.block("Không có việc nào chờ bạn xác nhận.")
            : WorkTable(rows: rows, today: today, showsLead: true).html("Việc chờ xác nhận")
        return visit.page(
            "Chờ xác nhận", at: .work,
            """
            <p class="crumb"><a href="/work">← Việc của tôi</a></p>
            <h1>Chờ xác nhận</h1>
            <p class="lede">Việc đã được báo cáo hoàn thành. Xem minh chứng rồi chấp nhận, hoặc trả \
            lại kèm lý do.</p>
            \(Panel.section("Danh sách", note: "chờ lâu nhất trước", isPadded: false, body))
            """)
    }

    private static func page(
        _ visit: Visit, _ id: String, refused: OccurrenceRefusal?
    ) async throws -> Response {
        let officer = try visit.officer()
        let viewer = visit.viewer
        let page = try await visit.site.database.read { tx in
            let work = try tx.workDetail(id, for: officer)
            let ward = officer.ward
            let recipient =
                work.rights.mayBringUp
                ? try tx.obstacleRecipientIfAny(ofPlan: work.row.plan, for: officer) : nil
            return OccurrencePage(
                work: work, entries: try tx.entries(of: id, ward: ward),
                explanations: try tx.explanations(ofWork: id, ward: ward),
                obstacles: try tx.obstacles(ofWork: id, ward: ward),
                proposals: try tx.proposals(ofWork: id, ward: ward),
                siblings: try tx.siblings(of: work, ward: ward),
                recipient: recipient,
                units: work.rights.mayRun ? try tx.units(of: ward).filter { !$0.isGroup } : [],
                officer: officer, viewer: viewer, today: tx.today, refused: refused)
        }
        return visit.page(
            page.work.row.title, at: .work, status: refused == nil ? .ok : .unprocessableContent,
            page.html)
    }
}

/// One thing that can be done from the page of a piece of work.
struct OccurrenceAction: Sendable {
    let path: String
    let done: Flash
    var takesFiles = false
    /// The fields of the form by the names that the verb knows.
    let fields: [String: String]
    let read: OccurrencePages.Reading

    func refused(_ problem: Problem, _ form: Form) -> OccurrenceRefusal {
        var refusals: [String: String] = [:]
        for (key, words) in problem.refusals { refusals[fields[key] ?? key] = words }
        return OccurrenceRefusal(
            path: path, message: problem.message, refusals: refusals, form: form)
    }
}

/// Why a form was not taken, with what the person had written.
struct OccurrenceRefusal: Sendable {
    let path: String
    let message: String
    let refusals: [String: String]
    let form: Form
}
