import Domain
import Storage

/// The forms of a piece of work, each shown only to whom its verb would obey.
struct OccurrenceForms: Sendable {
    let work: WorkDetail
    let explanations: [Explanation]
    /// Of an obstacle that the viewer raises.
    let recipient: ObstacleRecipient?
    let units: [Storage.Unit]
    let viewer: Viewer?
    let today: Day
    let refused: OccurrenceRefusal?

    private static let accepted = "image/*,application/pdf,.doc,.docx,.xls,.xlsx"
    private static let filesHint =
        "Chụp ảnh hoặc chọn tệp: ảnh, PDF, Word, Excel; chọn được nhiều tệp, mỗi tệp tối đa 15 MB."

    /// What the units do: report, hand in, raise; and what the assigning body answers.
    var html: HTML? {
        guard work.isLive, work.row.status.isOpen else { return nil }
        let rights = work.rights
        var parts: [HTML] = []
        if work.row.status == .waiting {
            if rights.mayAccept { parts += [acceptance, returning] }
            if rights.mayReport { parts.append(withdrawal) }
        } else {
            if rights.mayReport || rights.mayContribute { parts.append(report) }
            if rights.mayReport { parts.append(submission) }
        }
        if rights.mayBringUp { parts += [obstacle, proposal] }
        let mayAct = rights.mayReport || rights.mayContribute || work.row.status == .waiting
        let title = mayAct ? "Việc cần làm" : "Nêu vướng mắc, đề xuất"
        return parts.isEmpty ? nil : Panel.section(title, "\(parts)")
    }

    /// What those who run the plan may change.
    var management: HTML? {
        guard work.isLive, work.row.status.isOpen else { return nil }
        let rights = work.rights
        var parts: [HTML] = []
        if rights.mayUrge { parts.append(urging) }
        if rights.mayQuestion { parts.append(question) }
        if rights.mayAccept { parts.append(excuse) }
        if rights.mayRun { parts += [lead, partners, terms, due] }
        return parts.isEmpty ? nil : Panel.section("Theo dõi, điều chỉnh", "\(parts)")
    }

    private var report: HTML {
        let percents: [(value: String, label: String)] =
            [("", "Như trước (\(work.row.facts.percent)%)")]
            + stride(from: 0, through: 100, by: 10).map { ("\($0)", "\($0)%") }
        let percent: HTML? =
            work.rights.mayReport
            ? Fields.choice(
                "report_percent", "Đã làm được", percents, value: value("report_percent"),
                refusal: refusal("report_percent")) : nil
        return form(
            "entries", "Báo cáo tiến độ", isOpen: true, hasFiles: true,
            [
                Fields.area(
                    "report_text", "Đã làm gì", value: value("report_text"), rows: 3,
                    refusal: refusal("report_text")),
                percent ?? "", files("report_files", "Ảnh, tài liệu minh chứng"),
            ], "Gửi báo cáo")
    }

    private var submission: HTML {
        form(
            "submission", "Báo cáo hoàn thành", hasFiles: true,
            [
                Fields.area("done_text", "Kết quả", value: value("done_text"), rows: 3),
                files("done_files", "Minh chứng"),
                Fields.text(
                    "done_reason", "Lý do không có minh chứng", value: value("done_reason"),
                    hint: "Chỉ ghi khi việc không để lại giấy tờ, hình ảnh.",
                    refusal: refusal("done_reason")),
            ], "Báo cáo hoàn thành")
    }

    private var withdrawal: HTML {
        form(
            "withdrawal", "Rút báo cáo hoàn thành",
            ["<p>Việc trở lại đang làm; báo cáo tiến độ và minh chứng đã gửi vẫn còn.</p>"],
            "Rút báo cáo", isQuiet: true)
    }

    private var acceptance: HTML {
        form(
            "acceptance", "Chấp nhận kết quả",
            [
                Self.consequence(
                    "Việc khép lại là hoàn thành; sau đó không trả lại, không mở lại được."),
                Fields.area(
                    "accept_note", "Ý kiến (không bắt buộc)", value: value("accept_note"), rows: 2),
            ],
            "Chấp nhận")
    }

    private var returning: HTML {
        form(
            "return", "Trả lại",
            [
                Fields.area(
                    "return_reason", "Lý do trả lại", value: value("return_reason"), rows: 3,
                    refusal: refusal("return_reason"), isRequired: true)
            ], "Trả lại", isQuiet: true)
    }

    private var obstacle: HTML {
        form(
            "obstacles", "Báo khó khăn, vướng mắc", hasFiles: true,
            [
                Fields.area(
                    "obstacle_text", "Vướng mắc và điều cần tháo gỡ", value: value("obstacle_text"),
                    rows: 3, hint: recipient.map { "Gửi đến \(ObstaclePages.words($0))." },
                    refusal: refusal("obstacle_text"), isRequired: true),
                files("obstacle_files", "Ảnh, tài liệu"),
            ], "Gửi vướng mắc", isQuiet: true)
    }

    private var proposal: HTML {
        form(
            "proposals", "Đề xuất với UBND", hasFiles: true,
            [
                Fields.area(
                    "proposal_text", "Nội dung đề xuất", value: value("proposal_text"), rows: 3,
                    refusal: refusal("proposal_text"), isRequired: true),
                files("proposal_files", "Tài liệu kèm theo"),
            ], "Gửi đề xuất", isQuiet: true)
    }

    private var urging: HTML {
        form(
            "urging", "Đôn đốc",
            [
                Fields.area(
                    "urge_text", "Nội dung đôn đốc, hướng dẫn", value: value("urge_text"), rows: 2,
                    refusal: refusal("urge_text"), isRequired: true)
            ], "Ghi đôn đốc", isQuiet: true)
    }

    private var question: HTML {
        form(
            "question", "Yêu cầu giải trình",
            [
                Fields.area(
                    "question", "Điều cần giải trình", value: value("question"), rows: 2,
                    refusal: refusal("question"), isRequired: true),
                Fields.text(
                    "question_due", "Hạn trả lời",
                    value: value("question_due", today.adding(days: 3).iso), type: "date",
                    refusal: refusal("question_due"), isRequired: true),
            ], "Gửi yêu cầu", isQuiet: true)
    }

    private var excuse: HTML {
        form(
            "excuse", "Miễn lần này", hasFiles: true,
            [
                Self.consequence(
                    "Việc khép lại, đơn vị không phải làm lần này nữa; không lấy lại được."),
                Fields.area(
                    "excuse_reason", "Lý do miễn", value: value("excuse_reason"), rows: 2,
                    refusal: refusal("excuse_reason"), isRequired: true),
                files("excuse_files", "Văn bản chỉ đạo"),
            ], "Miễn", isQuiet: true)
    }

    private var lead: HTML {
        let options: [(value: String, label: String)] = units.map { ($0.id, $0.name) }
        return form(
            "lead", work.row.lead == nil ? "Chọn đơn vị chủ trì" : "Đổi đơn vị chủ trì",
            isOpen: work.row.lead == nil,
            [
                Fields.choice(
                    "lead_unit", "Đơn vị chủ trì", options,
                    value: value("lead_unit", work.row.lead ?? ""), refusal: refusal("lead_unit")),
                Fields.text(
                    "lead_reason", "Lý do", value: value("lead_reason"),
                    refusal: refusal("lead_reason"), isRequired: true),
            ], "Lưu đơn vị chủ trì", isQuiet: true)
    }

    private var partners: HTML {
        let chosen = Set(work.partners.map(\.unit))
        let boxes: [HTML] = units.filter { $0.id != work.row.lead }.map { unit in
            let checked: HTML = chosen.contains(unit.id) ? " checked" : ""
            return """
                <li><label class="field__check"><input type="checkbox" name="partner" \
                value="\(unit.id)"\(checked)> <span>\(unit.name)</span></label></li>
                """
        }
        return form(
            "partners", "Đơn vị phối hợp",
            [
                "<fieldset class=\"checks\"><legend>Đơn vị phối hợp</legend><ul>\(boxes)</ul></fieldset>"
            ],
            "Lưu đơn vị phối hợp", isQuiet: true)
    }

    private var terms: HTML {
        form(
            "terms", "Người, sản phẩm, thẩm quyền",
            [
                Fields.text(
                    "person", "Người phụ trách", value: value("person", work.row.person ?? "")),
                Fields.text("product", "Sản phẩm", value: value("product", work.product ?? "")),
                Fields.text(
                    "authority", "Thẩm quyền", value: value("authority", work.authority ?? "")),
            ], "Lưu", isQuiet: true)
    }

    private var due: HTML {
        form(
            "due", "Đổi hạn",
            [
                Fields.text(
                    "due_day", "Hạn mới", value: value("due_day", work.row.facts.due?.iso ?? ""),
                    type: "date", hint: "Để trống: việc không có hạn.",
                    refusal: refusal("due_day")),
                Fields.text(
                    "due_reason", "Lý do", value: value("due_reason"),
                    refusal: refusal("due_reason"), isRequired: true),
            ], "Lưu hạn", isQuiet: true)
    }

    /// A question with its answer, or the form that answers it.
    func explanation(_ item: Explanation, for officer: Officer) -> HTML {
        let state: HTML =
            item.settledAt != nil
            ? Tag.state(
                item.isAccepted ? "Đã chấp nhận" : "Không chấp nhận",
                item.isAccepted ? .good : .warn)
            : item.answeredAt != nil
                ? Tag.state("Đã trả lời", .info)
                : Tag.state("Chờ trả lời, \(WorkWords.left(item.due, on: today))", .warn)
        let answered: HTML? = item.answer.map { "<p><strong>Trả lời.</strong> \($0)</p>" }
        let hidden: HTML = "<input type=\"hidden\" name=\"explanation\" value=\"\(item.id)\">"
        var act: HTML?
        if item.answeredAt == nil, officer.unit == item.askedOf, officer.may(.reportWork) {
            act = form(
                "answer", "Trả lời", isOpen: true, hasFiles: true,
                [
                    hidden,
                    Fields.area(
                        "answer", "Nguyên nhân và việc sẽ làm", value: value("answer"), rows: 3,
                        refusal: refusal("answer"), isRequired: true),
                    files("answer_files", "Tài liệu kèm theo"),
                ], "Gửi giải trình")
        } else if item.answeredAt != nil, item.settledAt == nil,
            work.rights.mayAccept || item.askedBy == officer.id
        {
            act = form(
                "verdict", "Kết luận",
                [
                    hidden, Self.consequence("Kết luận rồi thì không sửa được nữa."),
                    Fields.choice(
                        "verdict", "Kết luận",
                        [("accepted", "Chấp nhận giải trình"), ("refused", "Không chấp nhận")]),
                ], "Lưu kết luận", isQuiet: true)
        }
        return """
            <div class="explanation"><p>\(state) \(item.question)</p>
            <p class="small muted">\(item.askedByName) · \(item.askedAt.vietnamese) · hạn \
            \(item.due.vietnamese)</p>\(answered)\(act)</div>
            """
    }

    /// What cannot be taken back is said where it is confirmed; the form itself stays closed, so
    /// that it never happens at one click.
    private static func consequence(_ words: String) -> HTML { "<p>\(words)</p>" }

    private func files(_ name: String, _ label: String) -> HTML {
        FileUpload.field(
            name, label, accept: Self.accepted, hint: Self.filesHint, refusal: refusal(name),
            isMultiple: true)
    }

    private func form(
        _ path: String, _ title: String, isOpen: Bool = false, hasFiles: Bool = false,
        _ fields: [HTML], _ verb: String, isQuiet: Bool = false
    ) -> HTML {
        let open: HTML = isOpen || refused?.path == path ? " open" : ""
        let kind: HTML = hasFiles ? " enctype=\"multipart/form-data\"" : ""
        let quiet: HTML = isQuiet ? " button--quiet" : ""
        return """
            <details class="act"\(open)><summary>\(title)</summary>
            <form method="post" action="/work/\(work.row.id)/\(path)"\(kind)>\(Fields.token(viewer))
            <input type="hidden" name="version" value="\(work.row.version)">
            <input type="hidden" name="assignment_version" value="\(work.assignmentVersion)">
            \(fields)<button class="button\(quiet)" type="submit">\(verb)</button></form></details>
            """
    }

    /// What the person had written when a form was refused; else what stands there.
    private func value(_ name: String, _ standing: String = "") -> String {
        guard let refused, refused.form.names.contains(name) else { return standing }
        return refused.form[name]
    }

    private func refusal(_ name: String) -> String? { refused?.refusals[name] }
}
