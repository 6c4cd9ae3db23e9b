import Documents
import Domain
import Hummingbird
import Storage

/// Handing in a plan.
enum PlanUploadPages {
    static let routes: [Route] = [
        .get("/plans/new", .permission(.runPlans), new),
        .post("/plans", .permission(.runPlans), bodyBytesMax: Route.uploadBytesMax, create),
    ]

    /// `GET /plans/new`
    @Sendable static func new(_ visit: Visit) async throws -> Response {
        page(visit, PlanUploadPage(viewer: visit.viewer))
    }

    /// `POST /plans`: reads outside the transaction, keeps all in one.
    @Sendable static func create(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let text = visit.form["text"]
        do {
            let intake = try await PlanUpload.intake(visit.form)
            let id = try await visit.site.database.write { tx in
                try tx.addPlan(intake, by: officer)
            }
            return .seeOther("/plans/\(id)/reading?done=\(Flash.uploaded)")
        } catch let here as PlanIsHere {
            return page(
                visit, PlanUploadPage(viewer: visit.viewer, text: text, twin: here))
        } catch let problem as Problem where problem.kind != .forbidden {
            return page(
                visit, PlanUploadPage(viewer: visit.viewer, text: text, problem: problem))
        }
    }

    private static func page(_ visit: Visit, _ form: PlanUploadPage) -> Response {
        var page = form
        page.script = visit.site.assets.script("upload")
        return visit.page("Nhập kế hoạch", at: .plans, status: page.status, page.html)
    }
}

/// From a form with a file or a text to a read plan.
enum PlanUpload {
    /// - Throws: `Problem` for everything that a person can mend: no file, one that cannot be read,
    ///   words that are no plan.
    static func intake(_ form: Form) async throws -> PlanIntake {
        let pasted = form["text"]
        let file = form.files("file").first
        guard file != nil || !pasted.isEmpty else {
            throw Problem(
                .invalid, "Chưa có gì để đọc. Hãy chọn tệp kế hoạch hoặc dán nội dung.",
                refusals: ["file": "Hãy chọn tệp kế hoạch, hoặc dán nội dung vào ô bên dưới."])
        }
        let content = file?.bytes ?? Array(pasted.utf8)
        let name = file?.name ?? "Nội dung dán.txt"
        let source = try await PlanFile.read(content, name: name)
        let reading = PlanReader.read(source, file: name)
        let likeness = PlanLikeness(of: reading, in: source)
        guard likeness.isPlan else { throw Problem(.invalid, likeness.sentence) }
        return PlanIntake(
            content: content, fileName: name,
            mediaType: file?.mediaType ?? "text/plain; charset=utf-8", source: source,
            reading: reading)
    }
}
