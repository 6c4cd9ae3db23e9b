import Domain
import Hummingbird
import Storage

/// What the pages of obstacles and of proposals share: a list with a form for a new one below it.
struct MatterPages: Sendable {
    /// `/obstacles`
    let path: String
    let place: String
    let heading: String
    /// Links between what is open and all.
    let openOnly: String
    let showAll: String
    let new: New

    /// The form for a new one.
    struct New: Sendable {
        let title: String
        let note: String?
        let label: String
        let files: String
        let verb: String
    }

    /// Letters of a text that a list shows.
    private static let shortMax = 90

    static func short(_ text: String) -> String {
        text.count > shortMax ? "\(text.prefix(shortMax))…" : text
    }

    /// The work or plan that a matter is about.
    static func about(work: String?, title: String?, planTitle: String?) -> HTML {
        work.map { "<a href=\"/work/\($0)\">\(title ?? "Việc được giao")</a>" }
            ?? "\(planTitle ?? "Việc chung của phường")"
    }

    /// What a new form holds.
    struct Sent: Sendable {
        let plan: String?
        let text: String
        let evidence: [Evidence]
    }

    /// Takes the form of a new one; what is wrong with it is said above the list.
    ///
    /// - Parameters:
    ///   - add: makes it; returns its identifier.
    ///   - again: the list once more.
    func create(
        _ visit: Visit,
        _ add: @escaping @Sendable (Transaction, Sent, Officer) throws -> String,
        orShow again: (Problem) async throws -> Response
    ) async throws -> Response {
        let officer = try visit.officer()
        do {
            let sent = Sent(
                plan: visit.form.filled("plan"), text: visit.form["text"],
                evidence: try visit.form.evidence("files"))
            let id = try await visit.site.database.write { tx in try add(tx, sent, officer) }
            return .seeOther("\(path)/\(id)?done=\(Flash.raised)")
        } catch let problem as Problem where [.invalid, .tooLarge].contains(problem.kind) {
            return try await again(problem)
        }
    }

    /// - Parameter hint: who receives a new one.
    func list(
        _ visit: Visit, _ sentence: HTML, table: HTML?, plans: [Plan], hint: String? = nil,
        problem: Problem?
    ) throws -> Response {
        let officer = try visit.officer()
        let other: HTML =
            visit.query("state") == "all"
            ? "<a href=\"\(path)\">\(openOnly)</a>" : "<a href=\"\(path)?state=all\">\(showAll)</a>"
        let content = table ?? EmptyState.block("Chưa có gì ở đây.")
        return visit.page(
            place, at: .work, status: problem == nil ? .ok : .unprocessableContent,
            """
            \(problem.map { Fields.summary($0.message, $0.refusals) })
            <h1>\(heading)</h1>
            <p class="lede">\(sentence)</p>
            \(WorkWords.tabs(path))
            \(Panel.section("Danh sách", note: "mới nhất trước", action: other, isPadded: false, content))
            \(officer.may(.reportWork) ? form(visit, plans, hint, problem) : nil)
            """)
    }

    private func form(
        _ visit: Visit, _ plans: [Plan], _ hint: String?, _ problem: Problem?
    ) -> HTML {
        let options: [(value: String, label: String)] =
            [("", "Không thuộc kế hoạch nào")]
            + plans.map { ($0.id, "\($0.number ?? "…") \($0.title)") }
        return Panel.section(
            new.title, note: new.note,
            """
            <form method="post" action="\(path)" enctype="multipart/form-data">
            \(Fields.token(visit.viewer))
            \(Fields.choice("plan", "Kế hoạch", options,
                value: visit.form.filled("plan") ?? visit.query("plan")))
            \(Fields.area("text", new.label, value: visit.form["text"], hint: hint,
                refusal: problem?.refusals["text"], isRequired: true))
            \(FileUpload.field("files", new.files, accept: "image/*,application/pdf,.docx,.xlsx",
                hint: "Chọn được nhiều tệp, mỗi tệp tối đa 15 MB.", isMultiple: true))
            <button class="button" type="submit">\(new.verb)</button></form>
            """)
    }
}
