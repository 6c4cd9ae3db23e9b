import Domain
import Storage

/// One version as it was read, to look up, and what it changed.
struct VersionPage: Sendable {
    let plan: Plan
    let version: PlanVersion
    /// The version that was in force before it.
    let before: PlanVersion?
    let mayRun: Bool

    var html: HTML {
        let isCurrent = version.number == plan.currentVersion
        let lines: [HTML] = version.source.lines.filter { !$0.text.allSatisfy(\.isWhitespace) }
            .map { line in
                """
                <p class="source__line" id="L\(line.number)"><span class="source__number">\(line.number)\
                </span><span>\(line.text)</span></p>
                """
            }
        let path = "/plans/\(plan.id)/versions/\(version.number)"
        let back: HTML? =
            mayRun && !isCurrent
            ? """
            <p class="tools"><a class="button button--quiet" href="\(path)/adoption">\
            Xem khác biệt và cho bản này hiệu lực lại</a></p>
            """ : nil
        return """
            <p class="small"><a href="/plans/\(plan.id)">← \(plan.name)</a></p>
            <h1>Bản \(version.number)</h1>
            <p class="lede">Bản này \(isCurrent ? "đang có hiệu lực" : "đã được thay"); nhập lúc \
            \(version.createdAt.vietnamese), đọc được \(version.reading.tasks.count) nhiệm vụ.
            <a href="\(path)/file">Tải tệp gốc</a></p>
            \(back)\(changes)
            <div class="panel"><div class="source panel__body">\(lines)</div></div>
            """
    }

    private var changes: HTML? {
        guard let before else { return nil }
        let difference = PlanDifference(before: before.reading, after: version.reading)
        let head = PlanHead(before.reading.document)
            .changes(to: PlanHead(version.reading.document))
        return """
            <h2 class="spaced">So với bản \(before.number)</h2>
            <p>\(difference.changed.count) nhiệm vụ thay đổi, \(difference.removed.count) bị bỏ, \
            \(difference.added.count) mới; \(difference.keptCount) giữ nguyên.</p>
            \(DifferenceList(head: head, difference: difference).html)
            <h2 class="spaced">Văn bản</h2>
            """
    }
}
