import Documents
import Domain
import Storage

/// False alarms of a period by facility, device, cause and hour, and the plans that are owed.
struct FalseAlarmPage: Sendable {
    let period: FalseAlarmPeriod
    let rule: FalseAlarmRule
    let counts: AlarmCounts
    let alarms: [FalseAlarm]
    let remedies: [AlarmRemedyLine]
    let today: Day
    let officer: Officer
    let viewer: Viewer?
    let refused: Problem?
    /// Whose form was refused.
    let refusedID: String?
    let form: Form

    private static let rowsMax = 25

    var html: HTML {
        let summary: HTML? = refused.map { Fields.summary($0.message) }
        return """
            <h1>\(title)</h1>
            <p class="lede">Báo cháy mà không có cháy, \(period.words), trong phạm vi bạn trực. \(ruleWords)</p>
            \(summary)
            <div class="row tools no-print"><button class="button button--quiet" type="button" \
            data-print hidden>In</button></div>
            \(FilterBar.form(FalseAlarmPages.path, isActive: false, [FilterBar.day("from", "Từ ngày", value: period.from.iso), FilterBar.day("to", "Đến ngày", value: period.to.iso)]))
            \(facts)
            \(remedyPanel)
            \(sides)
            """
    }

    private var title: String {
        counts.falseOnes == 0
            ? "Không có báo nhầm" : "\(counts.falseOnes.vietnamese) lần báo nhầm"
    }

    private var ruleWords: HTML {
        let state = rule.isVerified ? "" : " Quy tắc này chưa được phường duyệt."
        return """
            Từ lần thứ \(rule.count) trong \(rule.days) ngày, người đứng đầu cơ sở phải nộp kế hoạch \
            khắc phục trong \(rule.planDays) ngày. \
            <a href="/registers/false_alarm_rules">Quy tắc</a>.\(state)
            """
    }

    private var facts: HTML {
        let percent = counts.falsePercent.map { "\($0)%" } ?? "–"
        return Facts.row([
            Facts.Fact(
                counts.falseOnes.vietnamese, "báo nhầm, báo giả",
                path: period.address("\(FalseAlarmPages.path)/cases"),
                tone: counts.falseOnes > 0 ? .warn : .plain),
            Facts.Fact(percent, "trong số báo cháy đã kết luận, không kể diễn tập"),
            Facts.Fact(counts.genuine.vietnamese, "cháy thật"),
            Facts.Fact(counts.tried.vietnamese, "diễn tập, thử thiết bị"),
            Facts.Fact(counts.open.vietnamese, "chưa kết luận", path: "/desk"),
        ])
    }

    // MARK: What facilities owe

    private var remedyPanel: HTML? {
        guard !remedies.isEmpty else { return nil }
        let rows: [[HTML]] = remedies.map { line in
            let head = [line.head, line.phone].compactMap(\.self).joined(separator: ", ")
            let plan: HTML? = line.plan.map { plan in
                "<p>\(plan)</p><p class=\"muted small\">\(line.receivedBy ?? "") nhận \(line.receivedAt?.vietnamese ?? "")</p>"
            }
            return [
                "<a href=\"/registers/facilities/\(line.facility)\">\(line.facilityName ?? "Cơ sở")</a><br><span class=\"muted\">\(head)</span>",
                "\(line.count.vietnamese) lần trong \(line.days) ngày", plan ?? "Chưa nộp",
                "\(line.unitName ?? "Chưa có đơn vị")", due(line), forms(line),
            ]
        }
        return Panel.section(
            "Phải khắc phục", note: "gần hạn trước", isPadded: false,
            DataTable.cards(
                "Cơ sở phải có kế hoạch khắc phục báo nhầm",
                [
                    .init("Cơ sở, người đứng đầu"), .init("Vì sao"), .init("Kế hoạch"),
                    .init("Đơn vị đôn đốc"), .init("Hạn"), .init("Ghi nhận"),
                ], rows))
    }

    private func due(_ line: AlarmRemedyLine) -> HTML {
        let what = line.plan == nil ? "nộp kế hoạch" : "làm xong"
        let days = line.due.number - today.number
        let state =
            days < 0
            ? Tag.state("Quá hạn \(-days) ngày", .danger)
            : Tag.state(days == 0 ? "Hôm nay" : "Còn \(days) ngày", days <= 3 ? .warn : .info)
        return "\(line.due.vietnamese), \(what)<br>\(state)"
    }

    private func forms(_ line: AlarmRemedyLine) -> HTML {
        guard officer.may(.judgeAlarms) else { return "" }
        let isRefused = line.id == refusedID
        let value = { (name: String) in isRefused ? form[name] : "" }
        let path = "\(FalseAlarmPages.path)/remedies/\(line.id)"
        let open: HTML = isRefused ? " open" : ""
        return """
            <details\(open)><summary>\(line.plan == nil ? "Nhận kế hoạch" : "Sửa, kết thúc")</summary>
            <form method="post" action="\(path)/plan">\(Fields.token(viewer))
            \(refusal("plan", isRefused))
            <label class="field__label" for="plan-\(line.id)">Cơ sở sẽ làm gì</label>
            <textarea class="field__control" id="plan-\(line.id)" name="plan" rows="3" required>\
            \(isRefused ? value("plan") : line.plan ?? "")</textarea>
            \(refusal("done_by", isRefused))
            <label class="field__label" for="done-\(line.id)">Làm xong trước ngày</label>
            <input class="field__control" id="done-\(line.id)" name="done_by" type="date" \
            value="\(isRefused ? value("done_by") : line.plan == nil ? "" : line.due.iso)" required>
            <p class="row"><button class="button button--small" type="submit">Lưu kế hoạch</button></p></form>
            <form method="post" action="\(path)/end">\(Fields.token(viewer))
            \(refusal("words", isRefused))
            <label class="field__label" for="words-\(line.id)">Kết quả khắc phục</label>
            <input class="field__control" id="words-\(line.id)" name="words" \
            value="\(value("words"))" required>
            <p class="row"><button class="button button--quiet button--small" type="submit">Kết thúc</button></p></form>
            </details>
            """
    }

    private func refusal(_ name: String, _ isRefused: Bool) -> HTML? {
        guard isRefused, let words = refused?.refusals[name] else { return nil }
        return "<p class=\"field__refusal\">\(words)</p>"
    }

    // MARK: What they have in common

    private var sides: HTML {
        guard !alarms.isEmpty else {
            return EmptyState.block(
                "Không có báo nhầm nào trong những ngày này.",
                advice: "Báo cháy được kết luận «Báo nhầm» hoặc «Báo cháy giả» hiện ở đây.")
        }
        return "\(FalseAlarm.Side.allCases.map(panel))"
    }

    private func panel(_ side: FalseAlarm.Side) -> HTML {
        let groups = FalseAlarmGroup.of(alarms, by: side)
        let rows: [[HTML]] = groups.prefix(Self.rowsMax).map { group in
            let percent = Int((Double(group.count) * 100 / Double(alarms.count)).rounded())
            let path = period.address(
                "\(FalseAlarmPages.path)/cases", [("side", side.rawValue), ("key", group.key)])
            return [
                "\(group.title)",
                "<a href=\"\(path)\" aria-label=\"Xem \(group.count) lần: \(group.title)\">\(group.count.vietnamese)</a>",
                "\(percent)%\(Meter.bar(percent: percent, label: "\(percent)% số lần báo nhầm", tone: .warn))",
                "\(group.lastAt.vietnamese)",
            ]
        }
        let left = groups.count - rows.count
        let rest: HTML? =
            left > 0 ? "<p class=\"panel__body muted\">và \(left.vietnamese) mục nữa</p>" : nil
        return Panel.section(
            side.title, note: side == .hour ? "chỉ giờ có báo nhầm" : "nhiều nhất trước",
            isPadded: false,
            """
            \(DataTable.cards("Báo nhầm theo \(side.title.lowercasedFirst)", [.init(side.title), .init("Số lần", isNumber: true), .init("Phần trong tất cả"), .init("Lần cuối", isNumber: true)], rows))\(rest)
            """)
    }
}

/// The records behind a figure.
struct FalseAlarmCases: Sendable {
    let period: FalseAlarmPeriod
    let side: FalseAlarm.Side?
    let key: String
    let alarms: [FalseAlarm]

    private static let rowsMax = 500

    /// What the page lists, as a sheet.
    var table: SheetTable {
        SheetTable(
            title: "Báo nhầm",
            columns: [
                .init("Ngày báo", width: 12), .init("Giờ báo", width: 10),
                .init("Cơ sở", width: 30),
                .init("Kết luận"), .init("Nguyên nhân", width: 24), .init("Ghi chú", width: 36),
                .init("Thiết bị", width: 24), .init("Người kết luận", width: 24),
            ],
            rows: alarms.map { alarm in
                [
                    .day(alarm.openedAt.day), .text(alarm.openedAt.clock),
                    .text(alarm.title(of: .facility)), .text(alarm.outcome.title),
                    .text(alarm.title(of: .cause)), .text(alarm.words ?? ""),
                    .text(alarm.title(of: .device)), .text(alarm.judgedBy ?? ""),
                ]
            })
    }

    private var workbookPath: String {
        period.address(
            "\(FalseAlarmPages.path)/cases.xlsx",
            side.map { [("side", $0.rawValue), ("key", key)] } ?? [])
    }

    var html: HTML {
        let rows: [[HTML]] = alarms.prefix(Self.rowsMax).map { alarm in
            let words: HTML? = alarm.words.map { "<br><span class=\"muted\">\($0)</span>" }
            return [
                "<a href=\"/desk/cases/\(alarm.id)\">\(alarm.title(of: .facility))</a>",
                "\(alarm.openedAt.vietnamese)", "\(alarm.title(of: .cause))\(words)",
                "\(alarm.title(of: .device))", "\(alarm.judgedBy ?? "")",
            ]
        }
        let about = side.flatMap { side in
            alarms.first.map { "\(side.title): \($0.title(of: side))." }
        }
        let list: HTML =
            rows.isEmpty
            ? EmptyState.block("Không có lần báo nhầm nào như vậy.")
            : DataTable.cards(
                "Các lần báo nhầm",
                [
                    .init("Cơ sở"), .init("Báo lúc"), .init("Nguyên nhân"), .init("Thiết bị"),
                    .init("Người kết luận"),
                ], rows)
        let note = alarms.count > rows.count ? "\(rows.count) lần mới nhất" : "mới nhất trước"
        return """
            <p class="crumb no-print"><a href="\(period.address(FalseAlarmPages.path))">← Báo nhầm</a></p>
            <h1>\(alarms.count.vietnamese) lần báo nhầm</h1>
            <p class="lede">\(about) Báo \(period.words).</p>
            <div class="row tools no-print"><a class="button button--quiet" \
            href="\(workbookPath)">Tải Excel</a><button class="button button--quiet" type="button" \
            data-print hidden>In</button></div>
            \(Panel.section("Các lần báo", note: note, isPadded: false, list))
            """
    }
}
