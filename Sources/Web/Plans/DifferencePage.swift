import Domain
import Storage

/// How another version differs from the plan as it stands.
struct DifferencePage: Sendable {
    let plan: Plan
    let version: PlanVersion
    let difference: PlanDifference
    let viewer: Viewer?
    let problem: Problem?

    private var path: String { "/plans/\(plan.id)/versions/\(version.number)" }
    private var isBack: Bool { version.left != nil }

    var html: HTML {
        """
        <p class="small"><a href="/plans/\(plan.id)">← \(plan.name)</a></p>
        <h1>\(isBack ? "Trở lại bản \(version.number)" : "Bản sửa đổi khác gì")</h1>
        \(problem.map { Fields.summary($0.message, $0.refusals) })
        <p class="lede"><strong>\(difference.changed.count) nhiệm vụ thay đổi, \
        \(difference.removed.count) bị bỏ, \(difference.added.count + difference.returned.count) \
        \(isBack ? "trở lại" : "mới")</strong>; \(difference.keptCount) giữ nguyên. \(rule)</p>
        \(plan.currentVersion == version.number ? nil : adoption)
        \(DifferenceList(head: head, difference: difference).html)
        """
    }

    private var rule: HTML {
        isBack
            ? """
            Kế hoạch trở lại như lúc bản này bị thay: số, ngày, tên, nhiệm vụ và những gì đã sửa bằng \
            tay. Việc trở lại mang theo tiến độ và minh chứng đã có; việc chỉ có ở bản đang hiệu lực kết \
            thúc.
            """
            : """
            Việc được giữ thì tiến độ và minh chứng còn nguyên; việc bị bỏ kết thúc với lý do «bản sửa \
            đổi không còn»; việc mới được giao cho các đơn vị. Bản cũ có thể cho hiệu lực lại.
            """
    }

    private var head: [PlanHead.Change] {
        let next = version.left.map { PlanHead($0.plan) } ?? PlanHead(version.reading.document)
        return PlanHead(plan).changes(to: next)
    }

    private var adoption: HTML {
        let discard: HTML? =
            version.adoptedAt == nil
            ? """
            <form class="tools" method="post" action="\(path)/removal">\(Fields.token(viewer))
            <button class="button button--danger" type="submit">Bỏ bản này (nhập nhầm)</button></form>
            """ : nil
        return """
            <form method="post" action="\(path)/adoption">
            \(Fields.token(viewer))<input type="hidden" name="version" value="\(plan.version)">
            \(doubt)
            <p class="row tools"><button class="button" type="submit">\
            \(isBack ? "Cho bản này hiệu lực lại" : "Cho bản này hiệu lực")</button>
            <a class="button button--quiet" href="/plans/\(plan.id)">Để sau</a></p></form>
            \(discard)
            """
    }

    /// What looks like another plan, and the tick that says that it is not.
    private var doubt: HTML? {
        guard version.looksForeign(to: plan, difference) else { return nil }
        let doubts = PlanHead(plan).doubts(about: PlanHead(version.reading.document))
        let items: [HTML] = doubts.map {
            """
            <li>\($0.field.words) của bản mới là «\($0.after)», của kế hoạch này là «\($0.before)».</li>
            """
        }
        let gone: HTML? =
            difference.isMostlyGone
            ? """
            <li>Chỉ \(difference.goesOnCount) nhiệm vụ đang có còn trong bản mới; \
            \(difference.removed.count) nhiệm vụ sẽ kết thúc.</li>
            """ : nil
        return """
            \(Note.block("Bản mới có vẻ là của kế hoạch khác.", "<ul>\(items)\(gone)</ul>", tone: .danger))
            \(Fields.check("sure", "Tôi đã đối chiếu: đây đúng là bản sửa đổi của \(plan.name)"))
            """
    }
}
