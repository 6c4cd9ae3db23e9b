import Domain
import HTTPTypes
import Storage

/// The forms of one task.
struct TaskPage: Sendable {
    let plan: Plan
    let task: PlanTask
    let others: [PlanTask]
    let units: UnitNames
    let form: TaskForm
    /// What was typed to cut the task, when that was refused.
    let pieces: String?
    let viewer: Viewer?
    let problem: Problem?

    private var path: String { "/plans/\(plan.id)/tasks/\(task.id)" }

    var html: HTML {
        """
        <p class="small"><a href="/plans/\(plan.id)/reading#f-\(task.id)">← \(plan.name)</a></p>
        <h1>\(task.code) · \(task.title)</h1>
        \(problem.map { Fields.summary($0.message, $0.refusals) })
        <div class="panel"><div class="source panel__body"><p>\(task.text)</p>
        <p class="small muted">Dòng \(task.lineStart)–\(max(task.lineStart, task.lineEnd)) của văn bản. \
        Văn bản gốc không bao giờ bị sửa.</p></div></div>
        \(task.endedAt == nil ? live : ended)
        """
    }

    private var live: HTML {
        """
        \(main)
        <h2 class="spaced">Tách, gộp, bỏ</h2>
        \(TaskSplitForm(plan: plan, task: task, typed: pieces, viewer: viewer).html)
        \(joinForm)
        \(removal)
        """
    }

    private var ended: HTML {
        let verb = TaskEnd(task) == .split ? "Bỏ tách, lấy lại nguyên nhiệm vụ" : "Lấy lại nhiệm vụ"
        let end: HTML = "<p class=\"lede\">Nhiệm vụ này \(PlanWords.end(task)).</p>"
        // What was merged comes back by splitting the other task.
        if TaskEnd(task) == .merged {
            return "\(end)<p>Để lấy lại, hãy tách nhiệm vụ mà nội dung đã gộp vào.</p>"
        }
        let back: HTML? =
            TaskEnd(task) == .split && plan.status == .running
            ? """
            <p>Báo cáo, tiến độ và số liệu mà phần đi tiếp mang theo trở về nhiệm vụ này; việc mới giao \
            cho các phần khác kết thúc.</p>
            """ : nil
        return """
            \(end)\(back)
            <form method="post" action="\(path)/restoration">\(hidden)
            <button class="button" type="submit">\(verb)</button></form>
            """
    }

    private var hidden: HTML {
        "\(Fields.token(viewer))<input type=\"hidden\" name=\"version\" value=\"\(task.version)\">"
    }

    private var main: HTML {
        let refusals = problem?.refusals ?? [:]
        return """
            <form method="post" action="\(path)">\(hidden)
            \(Fields.text("title", "Tên ngắn", value: form.title, refusal: refusals["title"], isRequired: true))
            \(unitFields)
            \(deadlineFields(refusals))
            \(targetFields(refusals))
            \(clearFields)
            <button class="button" type="submit">Lưu</button>
            <a class="button button--quiet" href="/plans/\(plan.id)/reading#f-\(task.id)">Không sửa</a>
            </form>
            """
    }

    private var unitFields: HTML {
        let leads: [HTML] = (form.leads + [""]).enumerated().map { index, value in
            unitChoice(
                "lead", index, index == 0 ? "Đơn vị chủ trì" : "Đơn vị chủ trì khác", value)
        }
        let partners: [HTML] = (form.partners + ["", ""]).enumerated().map { index, value in
            unitChoice("coordinate", index, "Đơn vị phối hợp \(index + 1)", value)
        }
        let deferred: HTML = form.isDeferred ? " checked" : ""
        return """
            <fieldset class="group"><legend>Ai làm</legend>
            <p class="field__hint">Mỗi việc một đầu mối. Nhiều nhóm đơn vị thì mỗi thành viên nhận \
            một việc riêng.</p>
            <div class="columns">\(leads)</div>
            <label class="check"><input type="checkbox" name="deferred" value="1"\(deferred)> \
            Giao sau: chưa chọn được đầu mối, vẫn cho xác nhận kế hoạch</label>
            <div class="columns">\(partners)</div>
            </fieldset>
            """
    }

    private func unitChoice(
        _ name: String, _ index: Int, _ label: String, _ value: String
    ) -> HTML {
        let words =
            value.hasPrefix(TaskForm.namePrefix)
            ? String(value.dropFirst(TaskForm.namePrefix.count)) : nil
        let unbound: HTML? = words.map {
            "<option value=\"\(value)\" selected>“\($0)” (chưa gắn)</option>"
        }
        let options: [HTML] = units.all.map { unit in
            let selected: HTML = unit.id == value ? " selected" : ""
            return "<option value=\"\(unit.id)\"\(selected)>\(unit.name)</option>"
        }
        let id = "f-\(name)-\(index)"
        return """
            <div class="field"><label class="field__label" for="\(id)">\(label)</label>
            <select class="field__control" id="\(id)" name="\(name)"><option value="">–</option>\
            \(unbound)\(options)</select></div>
            """
    }

    private func deadlineFields(_ refusals: [String: String]) -> HTML {
        let rows = form.deadlines + [.init(day: "", recurrence: "", before: nil)]
        let items: [HTML] = rows.enumerated().map { index, row in
            let quoted: HTML? = row.before.flatMap {
                $0.text.isEmpty ? nil : "<p class=\"field__hint\">Văn bản: “\($0.text)”</p>"
            }
            return """
                <div class="columns columns--row">
                \(cycleChoice(index, row.recurrence))
                \(cell("deadline-day", index, "Ngày", row.day, refusals["deadline-day-\(index)"]))
                </div>\(quoted)
                """
        }
        return """
            <fieldset class="group"><legend>Bao giờ</legend>
            <p class="field__hint">Một lần: 31/12/2026. Hằng năm: 05/12. Hằng tháng: 25, hoặc để trống. \
            Xóa trắng cả hai ô để bỏ. Ngày bạn đổi là ngày cuối cùng còn đúng hạn; chu kỳ mới tính từ \
            hôm nay.</p>\(items)</fieldset>
            """
    }

    private func cycleChoice(_ index: Int, _ value: String) -> HTML {
        let known: [(String, String)] =
            [("", "Một lần")]
            + Deadline.Recurrence.allCases.map { ($0.rawValue, PlanWords.recurrence($0)) }
        let options: [HTML] = known.map { option in
            let selected: HTML = option.0 == value ? " selected" : ""
            return "<option value=\"\(option.0)\"\(selected)>\(option.1)</option>"
        }
        let id = "f-deadline-recurrence-\(index)"
        return """
            <div class="field"><label class="field__label" for="\(id)">Chu kỳ</label>
            <select class="field__control" id="\(id)" name="deadline-recurrence">\(options)</select></div>
            """
    }

    private func targetFields(_ refusals: [String: String]) -> HTML {
        let blank = TaskForm.TargetRow(
            id: nil, text: "", name: "", min: "", max: "", unit: "", per: "", due: "")
        let items: [HTML] = (form.targets + [blank]).enumerated().map { index, row in
            targetRow(index, row, refusals)
        }
        return """
            <fieldset class="group"><legend>Chỉ tiêu</legend>\(items)</fieldset>
            """
    }

    private func targetRow(
        _ index: Int, _ row: TaskForm.TargetRow, _ refusals: [String: String]
    ) -> HTML {
        let quoted: HTML? =
            row.text.isEmpty ? nil : "<p class=\"field__hint\">Văn bản: “\(row.text)”</p>"
        let refusal = { (name: String) in refusals["target-\(name)-\(index)"] }
        return """
            \(quoted)<div class="columns columns--row">
            \(cell("target-name", index, "Đo cái gì", row.name, refusal("name")))
            \(cell("target-min", index, "Ít nhất", row.min, refusal("min")))
            \(cell("target-max", index, "Nhiều nhất", row.max, refusal("max")))
            \(cell("target-unit", index, "Đơn vị tính", row.unit, nil))
            \(perChoice(index, row.per))
            \(cell("target-due", index, "Đến ngày", row.due, refusal("due")))
            </div>
            """
    }

    private func perChoice(_ index: Int, _ value: String) -> HTML {
        let options: [HTML] = PlanWords.periods.map { period in
            let selected: HTML = period.key == value ? " selected" : ""
            return "<option value=\"\(period.key)\"\(selected)>\(period.title)</option>"
        }
        let id = "f-target-per-\(index)"
        return """
            <div class="field"><label class="field__label" for="\(id)">Mỗi</label>
            <select class="field__control" id="\(id)" name="target-per"><option value="">–</option>\
            \(options)</select></div>
            """
    }

    private func cell(
        _ name: String, _ index: Int, _ label: String, _ value: String, _ refusal: String?
    ) -> HTML {
        let id = "f-\(name)-\(index)"
        let line: HTML? = refusal.map {
            "<p class=\"field__refusal\" id=\"\(id)-refusal\">\($0)</p>"
        }
        let tied: HTML =
            refusal == nil ? "" : " aria-invalid=\"true\" aria-describedby=\"\(id)-refusal\""
        let refused: HTML = refusal == nil ? "" : " field--refused"
        return """
            <div class="field\(refused)"><label class="field__label" for="\(id)">\(label)</label>\(line)
            <input class="field__control" id="\(id)" name="\(name)" value="\(value)"\(tied)></div>
            """
    }

    private var clearFields: HTML {
        """
        <fieldset class="group"><legend>Rõ người, sản phẩm, thẩm quyền</legend>
        \(Fields.text("person", "Người chịu trách nhiệm", value: form.person))
        \(Fields.text("product", "Sản phẩm, kết quả phải có", value: form.product))
        \(Fields.text("authority", "Ai quyết định, phê duyệt", value: form.authority))
        </fieldset>
        """
    }

    private var joinForm: HTML {
        let joint = others.filter { $0.id != task.id && $0.workItem == task.workItem }
        let options: [HTML] = others.filter { $0.id != task.id }.map {
            "<option value=\"\($0.id)\">\($0.code) · \(TaskTitle.shortened($0.title, to: 70))</option>"
        }
        let names = joint.map(\.code).joined(separator: ", ")
        let apart: HTML? =
            joint.isEmpty
            ? nil
            : """
            <form method="post" action="\(path)/joint-work">\(hidden)
            <p>Đang tính là một việc chung với \(names).</p>
            <button class="button button--quiet" type="submit">Tính riêng</button></form>
            """
        return """
            <details class="panel panel__body"><summary>Gộp với nhiệm vụ khác</summary>
            \(apart)
            <form method="post" action="\(path)/joint-work">\(hidden)
            <div class="field"><label class="field__label" for="f-other">Nhiệm vụ</label>
            <select class="field__control" id="f-other" name="other" required>\(options)</select></div>
            <button class="button" type="submit">Tính là một việc chung (đếm một lần)</button>
            <details class="act"><summary>Nhập hẳn vào nhiệm vụ ấy</summary>
            <p>Lời văn, thời hạn và chỉ tiêu chuyển sang nhiệm vụ ấy; nhiệm vụ này hết, việc đã giao \
            theo nó dừng lại. Không lấy lại được, chỉ có thể tách nhiệm vụ ấy ra.</p>
            <button class="button button--danger" type="submit" formaction="\(path)/merger">\
            Nhập hẳn</button></details>
            </form></details>
            """
    }

    private var removal: HTML {
        """
        <details class="panel panel__body"><summary>Bỏ khỏi kế hoạch</summary>
        <form method="post" action="\(path)/removal">\(hidden)
        <p>Dùng khi đoạn này không phải là một việc. Có thể lấy lại sau.</p>
        <button class="button button--danger" type="submit">Bỏ nhiệm vụ</button></form></details>
        """
    }
}

/// Cutting a task: before chosen sentences, in given words, or by lead.
struct TaskSplitForm: Sendable {
    let plan: Plan
    let task: PlanTask
    /// What was typed before, when that was refused.
    let typed: String?
    let viewer: Viewer?

    var html: HTML {
        let path = "/plans/\(plan.id)/tasks/\(task.id)/pieces"
        let open: HTML = typed == nil ? "" : " open"
        let clauses = TaskSplit.clauses(of: task.text)
        let items: [HTML] = clauses.enumerated().dropFirst().map { index, clause in
            """
            <label class="check"><input type="checkbox" name="cut" value="\(index)"> \
            Tách từ đây: “\(clause)”</label>
            """
        }
        let bySentence: HTML? =
            items.isEmpty
            ? nil
            : """
            <form method="post" action="\(path)">\(hidden)
            <p class="source">\(clauses[0])</p>\(items)
            <button class="button" type="submit">Tách ở những câu đã chọn</button></form>
            """
        let byLead: HTML? =
            task.units(.lead).count < 2
            ? nil
            : """
            <form method="post" action="\(path)">\(hidden)<input type="hidden" name="way" value="lead">
            <button class="button" type="submit">Giao riêng cho từng đơn vị chủ trì</button></form>
            """
        let running: HTML? =
            plan.status == .running
            ? Note.block(
                "Việc này đang được thực hiện.",
                """
                Báo cáo, tiến độ đã có đi tiếp với phần giữ thời hạn (không phần nào có thời hạn thì \
                phần đầu), hoặc với phần của cùng đơn vị chủ trì; số liệu chỉ tiêu đi theo phần có \
                chỉ tiêu. Các phần khác bắt đầu từ 0%.
                """)
            : nil
        return """
            <details class="panel panel__body"\(open)><summary>Tách thành nhiều nhiệm vụ</summary>
            \(running)\(bySentence)\(byLead)
            <form method="post" action="\(path)">\(hidden)<input type="hidden" name="way" value="texts">
            \(Fields.area(
                "texts", "Hoặc tự chia", value: typed ?? clauses.joined(separator: "\n\n"), rows: 6,
                hint: "Mỗi nhiệm vụ một đoạn, các đoạn cách nhau một dòng trống."))
            <button class="button button--quiet" type="submit">Tách thành các đoạn này</button></form>
            </details>
            """
    }

    private var hidden: HTML {
        "\(Fields.token(viewer))<input type=\"hidden\" name=\"version\" value=\"\(task.version)\">"
    }
}

/// Adding a task that the reader missed.
struct NewTaskPage: Sendable {
    let plan: Plan
    let source: SourceText
    let units: UnitNames
    let form: Form
    let viewer: Viewer?
    let problem: Problem?

    var html: HTML {
        let refusals = problem?.refusals ?? [:]
        let choices =
            [(value: "", label: "– chọn sau –")]
            + units.all.map { (value: $0.id, label: $0.name) }
        return """
            <p class="small"><a href="/plans/\(plan.id)/reading">← \(plan.name)</a></p>
            <h1>Thêm nhiệm vụ</h1>
            <p class="lede">Chọn những dòng của văn bản nói về việc ấy; chữ được lấy nguyên từ văn bản.</p>
            \(problem.map { Fields.summary($0.message, $0.refusals) })
            <form method="post" action="/plans/\(plan.id)/tasks">\(Fields.token(viewer))
            <div class="columns columns--row">
            \(Fields.text(
                "line-start", "Từ dòng", value: form["line-start"], type: "number",
                refusal: refusals["line-start"], isRequired: true))
            \(Fields.text("line-end", "Đến dòng", value: form["line-end"], type: "number"))
            \(Fields.choice("lead", "Đơn vị chủ trì", choices, value: form["lead"]))
            </div>
            <button class="button" type="submit">Thêm</button></form>
            <div class="panel spaced"><div class="source panel__body">\(lines)</div></div>
            """
    }

    private var lines: [HTML] {
        source.lines.filter { !$0.text.allSatisfy(\.isWhitespace) }.map { line in
            """
            <p class="source__line" id="L\(line.number)"><span class="source__number">\(line.number)</span>\
            <span>\(line.text)</span></p>
            """
        }
    }
}
