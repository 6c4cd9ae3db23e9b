import Domain
import Storage

/// What is asked, by when, of whom; how far it has come; and what the viewer can do.
struct OccurrencePage: Sendable {
    let work: WorkDetail
    let entries: [WorkEntry]
    let explanations: [Explanation]
    let obstacles: [Obstacle]
    let proposals: [Proposal]
    let siblings: [WorkSibling]
    let recipient: ObstacleRecipient?
    let units: [Storage.Unit]
    let officer: Officer
    let viewer: Viewer?
    let today: Day
    let refused: OccurrenceRefusal?

    var html: HTML {
        let row = work.row
        let label: HTML? = row.label.isEmpty ? nil : " · \(row.label)"
        let summary: HTML? = refused.map { Fields.summary($0.message, $0.refusals) }
        return """
            <p class="crumb"><a href="/work">← Việc của tôi</a></p>
            \(summary)
            <div class="row">\(WorkWords.tag(row.status, due: row.facts.due, on: today))\
            <span class="muted small">\(row.planNumber) · \(row.code)\(label)</span></div>
            <h1>\(row.title)</h1>
            <p class="lede">\(sentence)</p>
            <div class="work"><div>\(forms.html)\(explanationPanel)\(timeline)</div>\
            <div>\(terms)\(matterPanel)\(siblingPanel)\(forms.management)</div></div>
            """
    }

    private var forms: OccurrenceForms {
        OccurrenceForms(
            work: work, explanations: explanations, recipient: recipient, units: units,
            viewer: viewer, today: today,
            refused: refused)
    }

    private var sentence: HTML {
        let facts = work.row.facts
        var parts: [HTML] = []
        if let due = facts.due {
            let days: HTML? =
                facts.submitted == nil && work.row.status.isOpen
                ? " (\(WorkWords.left(due, on: today)))" : nil
            parts.append("Hạn <strong>\(due.vietnamese)</strong>\(days)")
        } else {
            parts.append("Không có hạn cụ thể")
        }
        if work.row.status.isOpen {
            parts.append("đã làm <strong>\(facts.percent)%</strong>")
        }
        if let reported = facts.reported {
            parts.append("báo cáo gần nhất \(WorkWords.day(reported, on: today))")
        } else if work.row.status.isOpen {
            parts.append("chưa có báo cáo nào")
        }
        let words = parts.dropFirst().reduce(parts.first ?? "") { "\($0), \($1)" as HTML }
        return "\(words)."
    }

    private var terms: HTML {
        let row = work.row
        let partners = work.partners.map(\.name).joined(separator: "; ")
        let place: HTML = """
            <a href="/plans/\(row.plan)#t-\(work.task)">Mục \(row.code), \(row.planTitle)</a>
            """
        let list = Terms.list([
            ("Chủ trì", lead), ("Phối hợp", "\(partners.isEmpty ? "–" : partners)"),
            ("Người phụ trách", "\(row.person ?? "–")"), ("Sản phẩm", "\(work.product ?? "–")"),
            ("Thẩm quyền", "\(work.authority ?? "–")"),
            ("Hạn", "\(row.facts.due?.vietnamese ?? "–")"), ("Ở kế hoạch", place),
        ])
        return Panel.section(
            "Nội dung giao việc",
            "<blockquote class=\"quoted\">\(work.text)</blockquote>\(list)")
    }

    private var lead: HTML {
        work.leadFullName.map { "\($0)" } ?? Tag.state("Chưa có chủ trì", .warn)
    }

    private var timeline: HTML {
        guard !entries.isEmpty else {
            return Panel.section("Diễn biến", EmptyState.block("Chưa có báo cáo nào."))
        }
        return Panel.section("Diễn biến", note: "mới nhất trước", Timeline.list(entries.map(item)))
    }

    private func item(_ entry: WorkEntry) -> Timeline.Item {
        let (title, tone) = OccurrenceWords.title(entry)
        let unit = entry.unit.map { ", \($0)" } ?? ""
        return Timeline.Item(
            at: entry.at, who: "\(entry.who)\(unit)", title,
            body: "\(WorkWords.paragraphs(entry.text))\(WorkWords.files(entry.files))", tone: tone)
    }

    private var explanationPanel: HTML? {
        guard !explanations.isEmpty else { return nil }
        let items: [HTML] = explanations.map { forms.explanation($0, for: officer) }
        return Panel.section("Giải trình", id: "explanation", "\(items)")
    }

    private var matterPanel: HTML? {
        guard !obstacles.isEmpty || !proposals.isEmpty else { return nil }
        let first: [HTML] = obstacles.map { obstacle in
            let state = ObstaclePages.tag(obstacle)
            return
                "<li>\(state) <a href=\"/obstacles/\(obstacle.id)\">\(MatterPages.short(obstacle.text))</a></li>"
        }
        let second: [HTML] = proposals.map { proposal in
            let state = ProposalPages.tag(proposal)
            return
                "<li>\(state) <a href=\"/proposals/\(proposal.id)\">\(MatterPages.short(proposal.text))</a></li>"
        }
        return Panel.section(
            "Vướng mắc, đề xuất", "<ul class=\"plain-list\">\(first)\(second)</ul>")
    }

    private var siblingPanel: HTML? {
        guard !siblings.isEmpty else { return nil }
        let items: [HTML] = siblings.map { sibling in
            let name = sibling.label.isEmpty ? "Lần khác" : sibling.label
            return """
                <li>\(WorkWords.tag(sibling.status, due: sibling.due, on: today)) \
                <a href="/work/\(sibling.id)">\(name)</a></li>
                """
        }
        return Panel.section("Các kỳ khác", "<ul class=\"plain-list\">\(items)</ul>")
    }
}

/// Titles of entries of the timeline.
enum OccurrenceWords {
    static func title(_ entry: WorkEntry) -> (String, Tone) {
        switch entry.kind {
        case .progress:
            (entry.percent.map { "Báo cáo tiến độ \($0)%" } ?? "Báo cáo tiến độ", .info)
        case .contribution: ("Đơn vị phối hợp báo cáo", .info)
        case .submission: ("Báo cáo hoàn thành", .info)
        case .acceptance: ("Chấp nhận kết quả", .good)
        case .return: ("Trả lại", .warn)
        case .excuse: ("Miễn", .plain)
        case .question: ("Yêu cầu giải trình", .warn)
        case .answer: ("Giải trình", .info)
        case .urging: ("Đôn đốc", .warn)
        case .change: ("Thay đổi", .plain)
        }
    }
}
