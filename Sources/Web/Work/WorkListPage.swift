import Domain
import Storage

/// The list of work: how it stands, what to do first, then the rest.
struct WorkListPage: Sendable {
    let questions: WorkQuestions
    let today: Day
    let hasUnit: Bool
    let plans: [Plan]
    let units: [Storage.Unit]
    var counts = WorkCounts()
    var partnerCounts = WorkCounts()
    var waiting = DigestWaiting()
    var explanations: [Explanation] = []
    /// Answers that wait for the verdict of who asked.
    var answers: [Explanation] = []
    var returned: [WorkRow] = []
    var reports: [OwedReport] = []
    var digest: StoredDigest?
    /// What is wrong with devices that the unit keeps.
    var devices = DeviceTroubleCounts()
    /// Devices of the unit whose last drill reached nobody.
    var failedDrills = 0
    /// Facilities that owe a plan against false alarms, or what it says.
    var remedies = 0
    var urgent: [WorkRow] = []
    var partners: [WorkRow] = []
    var rows: [WorkRow] = []
    var next: String?

    var html: HTML {
        let isOfWard = questions.filter.isOfWard
        return """
            <h1>\(isOfWard ? "Việc của phường" : "Việc của tôi")</h1>
            <p class="lede">\(sentence)</p>
            \(isOfWard ? nil : WorkWords.tabs("/work"))
            \(questions.isPlain ? own : nil)
            \(filterBar)
            \(list)
            <p class="small muted no-print"><a href="/status">Thế nào là quá hạn, có nguy cơ?</a></p>
            """
    }

    private var sentence: HTML {
        guard hasUnit || questions.filter.isOfWard else {
            return "Tài khoản của bạn chưa thuộc đơn vị nào nên chưa có việc được giao."
        }
        let late = counts[.late]
        let soon = counts.dueSoon
        var parts: [HTML] = []
        if late > 0 { parts.append("<strong>\(late) việc quá hạn</strong>") }
        if soon > 0 { parts.append("<strong>\(soon) việc đến hạn trong 7 ngày</strong>") }
        if counts[.atRisk] > 0 { parts.append("\(counts[.atRisk]) việc có nguy cơ") }
        if parts.isEmpty {
            parts.append("Không có việc nào quá hạn hay đến hạn trong 7 ngày")
        }
        if counts.open > 0 { parts.append("tất cả \(counts.open) việc đang mở") }
        if !reports.isEmpty { parts.append("\(reports.count) báo cáo phải gửi") }
        if partnerCounts.open > 0 { parts.append("phối hợp \(partnerCounts.open) việc khác") }
        return "\(Self.joined(parts))."
    }

    private static func joined(_ parts: [HTML]) -> HTML {
        parts.dropFirst().reduce(parts.first ?? "") { "\($0), \($1)" }
    }

    private var own: HTML {
        """
        \(facts)
        \(notice)
        \(deviceNotice)
        \(drillNotice)
        \(remedyNotice)
        \(waitingPanel)
        \(reports.isEmpty ? nil : Panel.section("Báo cáo phải gửi", action: "<a href=\"/reports\">Tất cả báo cáo</a>", isPadded: false, ReportWords.owed(reports, on: today)))
        \(urgentPanel)
        """
    }

    private var facts: HTML? {
        guard counts.open > 0 else { return nil }
        return Facts.row([
            Facts.Fact(
                "\(counts[.late])", "quá hạn", path: "/work?state=late",
                tone: counts[.late] > 0 ? .danger : .plain),
            Facts.Fact(
                "\(counts.dueSoon)", "đến hạn trong 7 ngày", path: "/work?state=urgent",
                tone: counts.dueSoon > 0 ? .warn : .plain),
            Facts.Fact("\(counts[.onTime])", "đúng tiến độ", path: "/work?state=on_time"),
            Facts.Fact("\(counts[.waiting])", "chờ xác nhận", path: "/work?state=waiting"),
        ])
    }

    private var deviceNotice: HTML? {
        guard !devices.isEmpty else { return nil }
        let link: HTML =
            "Đơn vị bạn lo. <a href=\"/desk/devices\">Xem danh sách, ghi đang làm gì</a>"
        return Note.block("\(DevicePages.counted(devices, "thiết bị truyền tin")).", link)
    }

    private var drillNotice: HTML? {
        guard failedDrills > 0 else { return nil }
        let link: HTML =
            "Đơn vị bạn lo. <a href=\"/desk/drills\">Xem danh sách, ghi đang làm gì</a>"
        return Note.block("\(failedDrills.vietnamese) thiết bị diễn tập hỏng.", link)
    }

    private var remedyNotice: HTML? {
        guard remedies > 0 else { return nil }
        let link: HTML = "Đơn vị bạn đôn đốc. <a href=\"/desk/false-alarms\">Xem danh sách</a>"
        return Note.block("\(remedies.vietnamese) cơ sở phải khắc phục báo nhầm.", link)
    }

    private var notice: HTML? {
        digest.map { digest in
            let link: HTML = "\(digest.subject). <a href=\"/digest\">Xem bản tin</a>"
            return Note.block("Bản tin sáng nay.", link, tone: .info)
        }
    }

    private var waitingPanel: HTML? {
        var lines: [HTML] = returned.map { row in
            "<li>\(Tag.state("Bị trả lại", .danger)) <a href=\"/work/\(row.id)\">\(row.title)</a></li>"
        }
        lines += explanations.map { explanation in
            """
            <li>\(Tag.state("Giải trình \(WorkWords.left(explanation.due, on: today))", .warn)) \
            <a href="/work/\(explanation.occurrence)#explanation">\(explanation.title)</a></li>
            """
        }
        lines += answers.map { answer in
            """
            <li>\(Tag.state("Đã giải trình", .info)) \
            <a href="/work/\(answer.occurrence)#explanation">\(answer.title)</a></li>
            """
        }
        if waiting.toAccept > 0 {
            lines.append(
                "<li><a href=\"/work/acceptance\">\(waiting.toAccept) việc chờ bạn xác nhận</a></li>"
            )
        }
        if waiting.obstacles > 0 {
            lines.append(
                "<li><a href=\"/obstacles\">\(waiting.obstacles) vướng mắc chờ đơn vị bạn trả lời</a></li>"
            )
        }
        if waiting.proposals > 0 {
            lines.append(
                "<li><a href=\"/proposals\">\(waiting.proposals) đề xuất chờ quyết định</a></li>")
        }
        if waiting.obstaclesAnswered > 0 {
            lines.append(
                "<li><a href=\"/obstacles\">\(waiting.obstaclesAnswered) vướng mắc của đơn vị bạn đã có trả lời</a></li>"
            )
        }
        if waiting.obstaclesForwarded > 0 {
            lines.append(
                "<li><a href=\"/obstacles\">\(waiting.obstaclesForwarded) vướng mắc của đơn vị bạn đã chuyển nơi khác giải quyết</a></li>"
            )
        }
        if waiting.proposalsDecided > 0 {
            lines.append(
                "<li><a href=\"/proposals?state=all\">\(waiting.proposalsDecided) đề xuất của bạn vừa có quyết định</a></li>"
            )
        }
        guard !lines.isEmpty else { return nil }
        return Panel.section("Chờ ý kiến của bạn", "<ul class=\"plain-list\">\(lines)</ul>")
    }

    private var urgentPanel: HTML? {
        guard !urgent.isEmpty else { return nil }
        let more: HTML? =
            urgent.count > 20 ? "<a href=\"/work?state=urgent&amp;role=lead\">Xem hết</a>" : nil
        return Panel.section(
            "Cần làm ngay", note: "sắp theo hạn", action: more, isPadded: false,
            WorkTable(rows: Array(urgent.prefix(20)), today: today).html("Việc cần làm ngay"))
    }

    private var filterBar: HTML {
        var controls: [HTML] = [
            FilterBar.search("q", "Tìm trong nội dung", value: questions.words),
            FilterBar.choice(
                "state", "Tình trạng", WorkWords.states, value: questions.state, all: "Đang mở"),
            FilterBar.choice(
                "plan", "Kế hoạch", plans.map { ($0.id, "\($0.number ?? "…") \($0.title)") },
                value: questions.plan),
        ]
        if !questions.task.isEmpty {
            controls.append(
                "<input type=\"hidden\" name=\"task\" value=\"\(questions.task)\">")
        }
        if questions.filter.isOfWard {
            controls.append("<input type=\"hidden\" name=\"scope\" value=\"ward\">")
            controls.append(
                FilterBar.choice(
                    "lead", "Đơn vị chủ trì",
                    [("none", "Chưa có chủ trì")] + units.map { ($0.id, $0.name) },
                    value: questions.lead))
        } else {
            controls.append(
                FilterBar.choice(
                    "role", "Vai trò", [("lead", "Chủ trì"), ("coordinate", "Phối hợp")],
                    value: questions.role))
        }
        return
            "<div class=\"no-print\">\(FilterBar.form("/work", isActive: !questions.isPlain, controls))</div>"
    }

    private var list: HTML {
        let table = WorkTable(rows: rows, today: today, showsLead: questions.filter.isOfWard)
        let first = questions.filter.after == nil ? nil : questions.address(after: nil)
        let pages: HTML? = Pagination.nav(
            first: first, next: next.map { questions.address(after: $0) })
        guard questions.isPlain else {
            let body: HTML =
                rows.isEmpty
                ? EmptyState.block(
                    "Không có việc nào như vậy.", advice: "Hãy bỏ bớt điều kiện lọc.")
                : table.html("Danh sách việc")
            return
                "\(Panel.section("Danh sách", note: "sắp theo hạn", isPadded: false, body))\(pages)"
        }
        let calm: HTML =
            rows.isEmpty
            ? EmptyState.block(
                urgent.isEmpty ? "Chưa có việc nào được giao." : "Không còn việc nào khác.")
            : table.html("Việc tiếp theo")
        return """
            \(Panel.section("Việc tiếp theo", note: "sắp theo hạn", isPadded: false, calm))\(pages)
            \(partnerPanel)
            """
    }

    private var partnerPanel: HTML? {
        guard !partners.isEmpty else { return nil }
        let more: HTML? =
            partners.count > 10 ? "<a href=\"/work?role=coordinate\">Xem hết</a>" : nil
        return Panel.section(
            "Phối hợp với đơn vị khác", action: more, isPadded: false,
            WorkTable(rows: Array(partners.prefix(10)), today: today, showsLead: true)
                .html("Việc phối hợp"))
    }
}
