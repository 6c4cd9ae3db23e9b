import Domain
import Storage

/// A suggested repair with the buttons that take it or leave it.
struct RepairNote: Sendable {
    let repair: SuggestedRepair
    let plan: Plan
    /// Whether something that was read bears the damage.
    let isOfUse: Bool
    let viewer: Viewer?

    var html: HTML {
        let take: HTML? =
            isOfUse
            ? """
            <button class="button button--small" type="submit" name="action" value="take">\
            Nhận «\(repair.suggestion)»</button>
            """ : nil
        return Note.block(
            nil,
            """
            <strong><a href="/checks/\(DiagnosticKinds.repair.code)">\(DiagnosticKinds.repair.code)</a>\
            </strong> Dòng \(repair.line): «\(repair.found)» có lẽ là «\(repair.suggestion)».
            <form class="row no-print" method="post" action="/plans/\(plan.id)/repairs">\
            \(Fields.token(viewer))
            <input type="hidden" name="version" value="\(plan.version)">
            <input type="hidden" name="line" value="\(repair.line)">
            <input type="hidden" name="found" value="\(repair.found)">
            \(take)
            <button class="button button--quiet button--small" type="submit" name="action" \
            value="leave" aria-label="Bỏ qua gợi ý «\(repair.suggestion)»">Bỏ qua</button></form>
            """, tone: .info)
    }
}
