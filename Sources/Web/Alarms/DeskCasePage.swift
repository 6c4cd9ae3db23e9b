import Domain
import Storage

/// One alarm: how it stands, what can be done, what happened.
struct DeskCasePage: Sendable {
    let found: AlarmCase
    let steps: [AlarmStep]
    let zones: [AlarmZoneLine]
    /// What the incident's record lacks.
    let gaps: [String]
    let calls: [AlarmCall]
    /// What people said, for who answers alarms.
    let reports: [FireReportLine]
    let officer: Officer
    let viewer: Viewer?
    let now: Instant
    let refused: Problem?
    let form: Form

    private var line: DeskCase {
        DeskCase(found: found, officer: officer, viewer: viewer, now: now)
    }

    var title: String { found.siteName ?? DeskCase.outageTitle }

    var html: HTML {
        """
        <p class="crumb"><a href="/desk">← Bàn trực</a></p>
        <h1>\(line.title)</h1>
        <p class="lede">\(lede)</p>
        <p class="desk-case__tags">\(line.tags)</p>
        \(refused.map { Fields.summary($0.message, $0.refusals) })
        \(acts)
        <div class="work">
        <div>\(outage)\(FireReportPanel.section(reports))\(marks)\(judgement)\(incident)</div>
        <div>\(zonePanel)\(callPanel)\(timeline)</div>
        </div>
        """
    }

    private var lede: HTML {
        let end = found.closed.map { " Kết thúc lúc \($0.at.vietnamese)." } ?? ""
        let taken = found.taken.map { " \($0.name) nhận lúc \($0.at.clock)." } ?? ""
        return
            "Báo lúc \(found.openedAt.clock) \(found.openedAt.day.vietnamese).\(taken)\(end)"
    }

    /// What the devices of an outage share, from which people see whom to call.
    private var outage: HTML? {
        guard let outage = found.outage else { return nil }
        let parts: [HTML] = outage.parts.map { "<li>\($0)</li>" }
        let shared: HTML =
            parts.isEmpty
            ? "<p>Sổ thiết bị chưa cho thấy các thiết bị này có gì chung.</p>"
            : "<ul class=\"plain-list\">\(parts)</ul>"
        return Panel.section(
            "\(outage.devices.vietnamese) thiết bị \(found.zones > 0 ? "còn mất liên lạc" : "đã mất liên lạc")",
            """
            \(shared)<p><a href="/desk/devices">Danh sách thiết bị, ai đang lo</a>. Trong lúc mất liên \
            lạc, cơ sở không báo cháy tự động được.</p>
            """)
    }

    private let fromCase: HTML = "<input type=\"hidden\" name=\"from\" value=\"case\">"

    private func button(_ label: String, _ verb: String, style: HTML = " button--quiet") -> HTML {
        DeskCase.button(
            label, to: "\(line.path)/\(verb)", style: style, fields: fromCase, viewer)
    }

    private var acts: HTML? {
        var acts: [HTML] = []
        if found.isOpen {
            if found.taken == nil {
                acts.append(button("Tôi nhận", "take", style: " button--danger"))
            } else if let taken = found.taken, taken.by != officer.id {
                let instead: HTML =
                    "\(fromCase)<input type=\"hidden\" name=\"instead\" value=\"\(taken.by)\">"
                acts.append(
                    DeskCase.button(
                        "Nhận thay \(taken.name)", to: "\(line.path)/take", fields: instead,
                        viewer))
            }
            if found.told == nil, !found.isTrial, found.kind == .alarm {
                acts.append(button("Đã gọi 114", "told"))
            }
        }
        if found.kind == .outage, let closing { acts.append(closing) }
        if found.kind == .alarm {
            acts.append(
                "<a class=\"button button--quiet\" href=\"\(line.path)/card\">Thẻ ứng phó</a>")
        }
        if found.kind == .alarm, found.isOpen, officer.may(.draftWarnings) {
            acts.append(
                "<a class=\"button button--quiet\" href=\"/warnings/new?case=\(found.id)\">Cảnh báo người dân</a>"
            )
        }
        if let facility = found.facility {
            acts.append(
                "<a class=\"button button--quiet\" href=\"/registers/facilities/\(facility)\">Hồ sơ cơ sở</a>"
            )
        }
        return "<div class=\"row tools no-print\">\(acts)</div>"
    }

    private var marks: HTML? {
        guard found.isOpen, found.kind == .alarm, !found.isTrial else { return nil }
        let buttons: [HTML] = AlarmMark.allCases.map { mark in
            DeskCase.button(
                mark.title, to: "\(line.path)/mark",
                fields:
                    "\(fromCase)<input type=\"hidden\" name=\"mark\" value=\"\(mark.rawValue)\">",
                viewer)
        }
        let panel = Panel.section(
            "Ghi mốc", note: "một chạm, giờ do máy ghi", "<div class=\"row\">\(buttons)</div>")
        return "<div class=\"no-print\">\(panel)</div>"
    }

    private var judgement: HTML? {
        if let outcome = found.outcome, let judged = found.judged, outcome.ends || !found.isOpen {
            let cause = found.cause.map { ": \($0.title.lowercasedFirst)" } ?? ""
            let words: HTML? = found.words.map { "<p>\($0)</p>" }
            return Panel.section(
                "Kết luận", id: "ket-luan",
                "<p><strong>\(outcome.title)\(cause)</strong></p>\(words)<p class=\"muted\">\(judged.name), \(judged.at.vietnamese)</p>"
            )
        }
        guard found.isOpen, found.kind == .alarm, officer.may(.judgeAlarms) else { return nil }
        let outcomes = AlarmOutcome.allCases.map { ($0.rawValue, $0.title) }
        let causes = AlarmOutcome.Cause.allCases.map { ($0.rawValue, $0.title) }
        let chosen = form.filled("outcome") ?? found.outcome?.rawValue ?? ""
        return Panel.section(
            "Kết luận", note: "có cháy thật thì báo cháy còn mở đến khi kết thúc", id: "ket-luan",
            """
            <form method="post" action="\(line.path)/outcome">\(Fields.token(viewer))
            \(Fields.choice("outcome", "Báo cháy này là", [("", "—")] + outcomes, value: chosen, refusal: refused?.refusals["outcome"]))
            \(Fields.choice("cause", "Vì sao, nếu báo nhầm", [("", "—")] + causes, value: form["cause"], refusal: refused?.refusals["cause"]))
            \(Fields.area("words", "Ai xác minh, bằng cách nào", value: form["words"], rows: 2, refusal: refused?.refusals["words"]))
            <button class="button" type="submit">Ghi kết luận</button>
            </form>
            """)
    }

    private var incident: HTML? {
        guard found.outcome == .genuine || found.incident != nil else { return nil }
        if let incident = found.incident {
            let path = "/registers/incidents/\(incident)"
            let lacks: HTML =
                gaps.isEmpty
                ? "<p>Sổ vụ việc đã đủ các mục được hỏi.</p>"
                : Note.block(
                    "Sổ vụ việc còn thiếu \(gaps.count) mục:",
                    "\(gaps.map(\.lowercasedFirst).joined(separator: ", ")).")
            return Panel.section(
                "Vụ việc",
                """
                <p><a href="\(path)">Xem vụ việc trong sổ</a></p>\(lacks)
                <div class="row tools no-print">
                <a class="button" href="\(path)/edit">Ghi tiếp vào sổ</a>\(closing)</div>
                """)
        }
        guard found.isOpen, officer.may(.judgeAlarms) else { return nil }
        return Panel.section(
            "Vụ việc",
            """
            <p>Lập vụ việc trong sổ Vụ cháy, nổ, tai nạn, cứu nạn; giờ, nơi và các mốc đã ghi được \
            điền sẵn.</p>
            <div class="row tools no-print">\(button("Lập vụ việc", "incident", style: ""))\(closing)</div>
            """)
    }

    private var closing: HTML? {
        found.isOpen && officer.may(.judgeAlarms)
            ? button(found.kind == .outage ? "Kết thúc" : "Kết thúc báo cháy", "closure") : nil
    }

    private var zonePanel: HTML? {
        guard !zones.isEmpty else { return nil }
        let rows: [[HTML]] = zones.map { line in
            let place = line.zone.place
            let said: HTML? = line.words.map { "<br><span class=\"muted\">\($0)</span>" }
            return [
                "\(place.isEmpty ? "Không ghi vùng" : DeskWords.place(place))\(said)",
                Tag.state(line.state.title, DeskWords.tone(line.state)),
                "\(line.at.clock) \(line.at.day.vietnamese)",
            ]
        }
        return Panel.section(
            "Các vùng", note: "một ngày qua", isPadded: false,
            DataTable.cards(
                "Tình trạng các vùng",
                [.init("Vùng"), .init("Tình trạng"), .init("Từ", isNumber: true)], rows))
    }

    /// Who was told while nobody took it.
    private var callPanel: HTML? {
        guard !calls.isEmpty else { return nil }
        let rows: [[HTML]] = calls.map { call in
            let fault: HTML? = call.error.map { "<br><span class=\"muted\">\($0)</span>" }
            let again: HTML? =
                call.times > 1 ? "<br><span class=\"muted\">lần thứ \(call.times)</span>" : nil
            let answer: HTML =
                call.answeredAt.map { "trả lời lúc \($0.clock)" } ?? "chưa trả lời"
            return [
                "\(call.state == .failed && call.channel == .page ? "Không có ai: \(call.name)" : call.name)",
                "\(call.place)",
                "\(DeskWords.way(call))\(fault)", "\(answer)", "\(call.at.clock)\(again)",
            ]
        }
        return Panel.section(
            "Đã báo cho ai", note: "theo thứ bậc, lặp lại đến khi có người nhận", isPadded: false,
            DataTable.cards(
                "Người đã được báo",
                [
                    .init("Người"), .init("Bậc", isNumber: true), .init("Bằng"),
                    .init("Trả lời"), .init("Lúc", isNumber: true),
                ], rows))
    }

    private var timeline: HTML {
        let items = steps.reversed().map { step in
            Timeline.Item(
                at: step.at, who: DeskWords.who(step), DeskWords.step(step),
                tone: DeskWords.tone(step))
        }
        return Panel.section("Diễn biến", Timeline.list(items, isBySecond: true))
    }
}
