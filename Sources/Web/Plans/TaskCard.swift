import Domain
import Storage

/// What was understood of one task, with the doubts about it.
struct TaskCard: Sendable {
    let task: PlanTask
    let plan: Plan
    let units: UnitNames
    let findings: PlanFindings
    let viewer: Viewer?
    /// Its own lines, for who has no room for the source beside it.
    let lines: [SourceLine]

    var html: HTML {
        let path = "/plans/\(plan.id)/tasks/\(task.id)"
        let open: HTML = findings.isOpen(task) ? " card--open" : ""
        let source: [HTML] = lines.map { "<p>\($0.text)</p>" }
        return """
            <article class="card\(open)" id="f-\(task.id)" data-lines="\(lineIDs)">
            <h3><a class="card__code" href="#L\(task.lineStart)">\(task.code)</a> \(task.title)</h3>
            \(Terms.list(terms))
            \(notes)
            <details class="card__source"><summary>Văn bản gốc, \(lines.first?.place ?? "dòng \(task.lineStart)")</summary>
            <div class="source">\(source)</div></details>
            <p class="card__act"><a href="\(path)">Sửa<span class="visually-hidden"> \(task.code)</span></a></p>
            </article>
            """
    }

    private var lineIDs: String {
        (task.lineStart...max(task.lineStart, task.lineEnd)).map { "L\($0)" }
            .joined(separator: " ")
    }

    private var terms: [(String, HTML)] {
        var pairs: [(String, HTML)] = [("Chủ trì", lead)]
        for role in [TaskUnit.Role.coordinate, .direct, .advise, .partner] {
            let named = task.units(role)
            if !named.isEmpty { pairs.append((role.title, "\(names(named))")) }
        }
        pairs.append(("Thời hạn", due))
        if !task.targets.isEmpty { pairs.append(("Chỉ tiêu", "\(targets)")) }
        if let product = task.product { pairs.append(("Sản phẩm", "\(product)")) }
        if let person = task.person { pairs.append(("Người", "\(person)")) }
        pairs.append(("“06 rõ”", clear))
        return pairs
    }

    private var lead: HTML {
        let leads = task.units(.lead)
        guard let hindrance = findings.hindrances[task.id] else {
            let waits = task.isDeferred && (leads.isEmpty || leads.contains { $0.unit == nil })
            return "\(names(leads)) \(waits ? Tag.state("giao sau", .plain) : nil)"
        }
        switch hindrance {
        case .noLead: return Tag.state("chưa rõ", .warn)
        case .leadNotBound:
            return "\(names(leads)) \(Tag.state("chưa gắn", .warn))"
        case .severalLeads: return "\(names(leads)) \(Tag.state("nhiều đầu mối", .warn))"
        }
    }

    private func names(_ named: [TaskUnit]) -> String {
        named.map(units.name).joined(separator: "; ")
    }

    private var due: HTML {
        if task.deadlines.isEmpty { return Tag.state("chưa rõ", .plain) }
        let items: [HTML] = task.deadlines.map { deadline in
            let said = PlanWords.deadline(deadline)
            let quoted: HTML? =
                deadline.text.isEmpty || said == deadline.text
                ? nil : " <span class=\"muted\">“\(deadline.text)”</span>"
            return "<span class=\"card__item\">\(said)\(quoted)</span>"
        }
        return "\(items)"
    }

    private var targets: [HTML] {
        task.targets.map { target in
            """
            <span class="card__item">\(PlanWords.amount(target)) <span class="muted">\(target.name)\
            </span></span>
            """
        }
    }

    private var clear: HTML {
        let unclear = findings.unclear(task)
        let tags: [HTML] = unclear.map {
            "<span class=\"tag\" title=\"\($0.reason)\">chưa \($0.item.label)</span> "
        }
        return
            "\(SixClear.Item.allCases.count - unclear.count)/\(SixClear.Item.allCases.count) \(tags)"
    }

    private var notes: [HTML] {
        (findings.ofTask[task.code] ?? []).map { PlanWords.note($0) } + repairs
    }

    private var repairs: [HTML] {
        findings.repairs.filter { $0.lies(in: task) }.map { repair in
            let isOfUse = !repair.changes(in: task).isEmpty || repair.mended(task.units) != nil
            return RepairNote(repair: repair, plan: plan, isOfUse: isOfUse, viewer: viewer).html
        }
    }
}
