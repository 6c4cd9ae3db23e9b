import Domain
import Storage

/// One plan: how it stands, its objectives beside its tasks, its targets, and what happened.
struct PlanPage: Sendable {
    let plan: Plan
    let tasks: [PlanTask]
    let version: PlanVersion
    let units: UnitNames
    let standings: [String: TaskStanding]
    let targets: [TargetStanding]
    let versions: [PlanVersionLine]
    let history: [PlanEvent]
    let mayRun: Bool
    /// Whether the whole plan is shown, and not only what concerns the own unit.
    let isWhole: Bool
    /// Whether the work of every unit may be opened.
    let readsAll: Bool
    let today: Day
    let viewer: Viewer?

    private var reading: PlanReading { version.reading }

    var html: HTML {
        """
        <div class="row"><h1>\(plan.name)</h1>\(PlanWords.tag(plan.status))</div>
        <p class="lede">\(plan.title)</p>
        <p class="lede">\(sentence)</p>
        \(waiting)
        \(tools)
        \(objectives)
        \(groups)
        \(targetPanel)
        \(isWhole ? versionPanel : nil)
        \(isWhole ? historyPanel : nil)
        """
    }

    private var sentence: HTML {
        let count = Set(tasks.map(\.workItem)).count
        var byStatus: [WorkStatus: Int] = [:]
        for standing in standings.values {
            byStatus.merge(standing.byStatus) { $0 + $1 }
        }
        let known: [(WorkStatus, String)] = [
            (.late, "quá hạn"), (.atRisk, "có nguy cơ"), (.waiting, "chờ xác nhận"),
        ]
        let parts: [HTML] = known.compactMap { status, words in
            byStatus[status].map { "\($0) lượt việc \(words)" }
        }
        let trouble: HTML? =
            parts.isEmpty ? nil : "; <strong>\(PlanWords.joined(parts))</strong>"
        let from = [plan.issuer, plan.issuedWords].compactMap { $0 }.joined(separator: ", ")
        return "\(from.isEmpty ? "" : from + ". ")\(count) việc\(trouble)."
    }

    private var waiting: HTML? {
        guard mayRun,
            let next = versions.first(where: {
                $0.adoptedAt == nil && $0.number > plan.currentVersion
            })
        else { return nil }
        return Note.block(
            "Có bản sửa đổi chờ xem.",
            "<a href=\"/plans/\(plan.id)/versions/\(next.number)\">Xem khác biệt và cho hiệu lực</a>"
        )
    }

    private var tools: HTML? {
        guard isWhole else { return nil }
        let path = "/plans/\(plan.id)"
        let run: HTML? =
            mayRun
            ? """
            <a class="button button--quiet" href="\(path)/reading">Sửa cạnh văn bản gốc</a>
            <a class="button button--quiet" href="\(path)/number">Số, ngày ban hành</a>
            <a class="button button--quiet" href="\(path)/versions/new">Nhập bản sửa đổi</a>
            \(PlanEndPages.tool(plan, viewer: viewer))
            """ : nil
        return """
            <div class="row tools no-print"><a class="button button--quiet" href="/overview/plans/\(plan.id)">Xem tiến độ</a>\(run)
            <a class="button button--quiet" href="\(path)/versions/\(plan.currentVersion)/file">Tải văn bản gốc</a></div>
            """
    }

    private var objectives: HTML? {
        guard isWhole, !reading.objectives.isEmpty else { return nil }
        let items: [HTML] = reading.objectives.map {
            "<li>\(version.source.text(from: $0.lineStart, to: $0.lineEnd))</li>"
        }
        return Panel.section("Mục tiêu, yêu cầu", "<ul class=\"plain\">\(items)</ul>")
    }

    /// Tasks under the headings of the text; a numbered sentence stands under the heading above.
    private var groups: HTML {
        var groups: [(key: String, tasks: [PlanTask])] = []
        let sentences = Set(
            reading.sections.filter { $0.kind == .numberedParagraph }.map(\.path))
        for task in tasks {
            var key = task.sectionPath
            if sentences.contains(key), let end = key.lastIndex(of: ".") {
                key = String(key[..<end])
            }
            if groups.last?.key == key {
                groups[groups.count - 1].tasks.append(task)
            } else {
                groups.append((key, [task]))
            }
        }
        let titles = Dictionary(
            reading.sections.map { ($0.path, $0.title ?? "") }
                + reading.unitHeadings.map { ($0.sectionPath, $0.title) },
            uniquingKeysWith: { first, _ in first })
        let columns: [DataTable.Column] = [
            .init("Nhiệm vụ"), .init("Tình trạng"), .init("Chủ trì"), .init("Thời hạn"),
        ]
        let panels: [HTML] = groups.map { group in
            let title = TaskTitle.shortened(titles[group.key] ?? "", to: 110)
            return Panel.section(
                title.isEmpty ? "Mục \(group.key)" : "\(group.key) · \(title)", isPadded: false,
                DataTable.cards("Nhiệm vụ mục \(group.key)", columns, group.tasks.map(row)))
        }
        return "<div class=\"plan-tasks\">\(panels)</div>"
    }

    private func row(_ task: PlanTask) -> [HTML] {
        let leads = task.units(.lead).map(units.name).joined(separator: "; ")
        let lead: HTML = leads.isEmpty ? Tag.state("chưa có đầu mối", .warn) : "\(leads)"
        let due = task.deadlines.map(PlanWords.deadline).joined(separator: "; ")
        let standing = standings[task.id]
        let states: [HTML] = (standing?.states ?? []).map { state in
            let word =
                state.count == 1 ? state.status.title : "\(state.status.title) \(state.count)"
            return "\(Tag.state(word, PlanWords.tone(state.status))) "
        }
        let name: HTML =
            standing.flatMap { work($0, of: task) }.map { "<a href=\"\($0)\">\(task.title)</a>" }
            ?? "\(task.title)"
        return [
            "<span id=\"t-\(task.id)\">\(task.code)</span> \(name)",
            states.isEmpty ? "–" : "\(states)", lead, due.isEmpty ? "–" : "\(due)",
        ]
    }

    /// Where the work of a task is: its one time, or the list of them; nil: not for this person.
    private func work(_ standing: TaskStanding, of task: PlanTask) -> String? {
        guard let first = standing.firstOpenable else { return nil }
        if standing.openable == 1 { return "/work/\(first)" }
        return Address.with(
            "/work",
            [("scope", readsAll ? "ward" : nil), ("task", task.id), ("state", "all")])
    }

    private var targetPanel: HTML? {
        if targets.isEmpty { return nil }
        let rows: [[HTML]] = targets.map { standing in
            let path = "/plans/\(plan.id)/targets/\(standing.target.id)"
            let source = standing.measure == nil ? "" : "từ sổ, "
            let value: HTML =
                standing.value.map { value in
                    "\(PlanWords.number(value)) <span class=\"table__more\">\(source)\(standing.day?.vietnamese ?? "")</span>"
                        as HTML
                } ?? "–"
            return [
                """
                <a href="\(path)">\(standing.target.name)</a>
                <span class="table__more">\(standing.taskCode) · “\(standing.target.text)”</span>
                """,
                IndicatorWords.tag(standing, on: today), "\(PlanWords.amount(standing.target))",
                value,
            ]
        }
        return Panel.section(
            "Chỉ tiêu", note: "tính từ sổ, hoặc do đơn vị báo kèm minh chứng", isPadded: false,
            DataTable.cards(
                "Chỉ tiêu",
                [
                    .init("Chỉ tiêu"), .init("Tình trạng"), .init("Phải đạt"),
                    .init("Mới nhất", isNumber: true),
                ], rows))
    }

    private var versionPanel: HTML {
        let rows: [[HTML]] = versions.map { version in
            let state =
                version.number == plan.currentVersion
                ? Tag.state("Đang có hiệu lực", .info)
                : version.adoptedAt == nil
                    ? Tag.state("Chờ xem", .warn) : Tag.state("Đã thay", .plain)
            let path = "/plans/\(plan.id)/versions/\(version.number)"
            let open: HTML =
                version.adoptedAt == nil && !mayRun
                ? "Bản \(version.number)" : "<a href=\"\(path)\">Bản \(version.number)</a>"
            return [
                open, state, "<a href=\"\(path)/file\">\(version.fileName)</a>",
                "\(version.author ?? "") \(version.createdAt.vietnamese)",
            ]
        }
        return Panel.section(
            "Các bản của văn bản", isPadded: false,
            DataTable.cards(
                "Các bản của văn bản",
                [.init("Bản"), .init("Tình trạng"), .init("Tệp"), .init("Nhập bởi")], rows))
    }

    private var historyPanel: HTML? {
        if history.isEmpty { return nil }
        let items = history.map { event in
            Timeline.Item(
                at: event.at, who: event.who ?? "Hệ thống",
                [JournalWords.verb(event.verb), event.task].compactMap { $0 }.joined(separator: " ")
            )
        }
        return Panel.section("Lịch sử", Timeline.list(items))
    }
}

extension PlanWords {
    static func joined(_ parts: [HTML]) -> HTML {
        parts.enumerated().reduce("") { words, part in
            part.offset == 0 ? part.element : "\(words), \(part.element)"
        }
    }

    static func tone(_ progress: TargetProgress) -> Tone {
        switch progress {
        case .unreported: .plain
        case .behind: .warn
        case .reached: .good
        case .overdue, .missed: .danger
        }
    }

    static func tone(_ status: WorkStatus) -> Tone {
        switch status {
        case .notStarted, .excused: .plain
        case .onTime, .waiting: .info
        case .atRisk: .warn
        case .late: .danger
        case .done, .doneLate: .good
        }
    }
}
