import Domain
import Hummingbird
import Storage

/// The desk of who answers alarms, and what is done from it.
enum DeskPages {
    static let routes: [Route] = [
        .get("/desk", .permission(.attendAlarms), show),
        .get("/desk/events", .permission(.attendAlarms), DeskStream.events),
        .get("/desk/cases/{case}", .permission(.attendAlarms), showCase),
        .post("/desk/cases/{case}/take", .permission(.attendAlarms), take),
        .post("/desk/cases/{case}/told", .permission(.attendAlarms), told),
        .post("/desk/cases/{case}/mark", .permission(.attendAlarms), mark),
        .post("/desk/cases/{case}/outcome", .permission(.judgeAlarms), judge),
        .post("/desk/cases/{case}/incident", .permission(.judgeAlarms), openIncident),
        .post("/desk/cases/{case}/closure", .permission(.judgeAlarms), close),
        .get("/desk/trials/new", .permission(.judgeAlarms), newTrial),
        .post("/desk/trials", .permission(.judgeAlarms), beginTrial),
        .post("/desk/trials/{trial}/end", .permission(.judgeAlarms), endTrial),
    ]

    /// How often the page loads itself anew where scripts are off.
    private static let reloadSeconds = 10

    static func tabs(_ officer: Officer, current: String) -> HTML {
        let views =
            [
                ("Bàn trực", "/desk"), ("Thiết bị", "/desk/devices"),
                ("Diễn tập", DrillPages.path), ("Báo nhầm", FalseAlarmPages.path),
            ]
            + (officer.may(.watchAlarms) ? [("Tín hiệu", "/alarms")] : [])
            + (officer.may(.draftWarnings) ? [("Cảnh báo", "/warnings")] : [])
        return Tabs.nav(
            "Báo cháy",
            views.map { .init($0.0, path: $0.1, isCurrent: $0.1 == current) })
    }

    /// `GET /desk`
    @Sendable static func show(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let view = try await visit.site.database.read { tx in
            try DeskView.read(tx, visit.viewer, officer)
        }
        return visit.page(
            "Bàn trực", at: .alarms,
            """
            <noscript><meta http-equiv="refresh" content="\(reloadSeconds)">
            <p class="note">Trình duyệt không chạy được phần tự cập nhật: trang tự tải lại mỗi \
            \(reloadSeconds) giây, không có chuông.</p></noscript>
            \(tabs(officer, current: "/desk"))
            \(DeskBar.desk(view, visit))
            <p class="desk-tools no-print"><a class="button" href="/desk/reports/new" data-report \
            aria-keyshortcuts="b">Ghi tin báo cháy <kbd>b</kbd></a></p>
            <div id="desk" data-waits="\(view.waits)">\(view.html)</div>
            <script type="module" src="\(visit.site.assets.script("desk"))"></script>
            """)
    }

    /// `GET /desk/cases/{case}`
    @Sendable static func showCase(_ visit: Visit) async throws -> Response {
        try await casePage(visit)
    }

    static func casePage(
        _ visit: Visit, refused: Problem? = nil
    ) async throws -> Response {
        let officer = try visit.officer()
        let id = try visit.identifier("case")
        let page = try await visit.site.database.read { tx in
            let found = try tx.alarmCase(id, for: officer)
            return DeskCasePage(
                found: found, steps: try tx.alarmSteps(of: id, for: officer),
                zones: try found.facility.map {
                    try tx.alarmZones(ofFacility: $0, for: officer)
                } ?? [],
                gaps: officer.may(.judgeAlarms)
                    ? try tx.incidentGaps(of: found, for: officer) : [],
                calls: try tx.alarmCalls(of: id, for: officer),
                reports: officer.may(.judgeAlarms)
                    ? try tx.fireReports(of: id, for: officer) : [], officer: officer,
                viewer: visit.viewer, now: tx.now, refused: refused,
                form: visit.form)
        }
        return visit.page(
            page.title, at: .alarms, status: refused == nil ? .ok : .unprocessableContent,
            page.html)
    }

    private static func back(_ visit: Visit) -> Response {
        let path = "/desk/cases/\(visit.parameter("case"))"
        return .seeOther(visit.form["from"] == "case" ? path : "/desk")
    }

    /// `POST /desk/cases/{case}/take`
    @Sendable static func take(_ visit: Visit) async throws -> Response {
        let (officer, id) = (try visit.officer(), try visit.identifier("case"))
        let instead = visit.form.filled("instead")
        try await visit.site.database.write { tx in
            try tx.takeAlarm(id, insteadOf: instead, by: officer)
        }
        return back(visit)
    }

    /// `POST /desk/cases/{case}/told`
    @Sendable static func told(_ visit: Visit) async throws -> Response {
        let (officer, id) = (try visit.officer(), try visit.identifier("case"))
        try await visit.site.database.write { try $0.tellFireService(of: id, by: officer) }
        return back(visit)
    }

    /// `POST /desk/cases/{case}/mark`
    @Sendable static func mark(_ visit: Visit) async throws -> Response {
        let (officer, id) = (try visit.officer(), try visit.identifier("case"))
        guard let mark = AlarmMark(rawValue: visit.form["mark"]) else {
            throw Problem(.invalid, "Không có mốc này. Hãy chọn một nút trên trang.")
        }
        try await visit.site.database.write { try $0.markAlarm(id, mark, by: officer) }
        return back(visit)
    }

    /// `POST /desk/cases/{case}/outcome`
    @Sendable static func judge(_ visit: Visit) async throws -> Response {
        let (officer, id) = (try visit.officer(), try visit.identifier("case"))
        guard let outcome = AlarmOutcome(rawValue: visit.form["outcome"]) else {
            return try await casePage(
                visit,
                refused: Problem(
                    .invalid, "Hãy chọn kết luận.",
                    refusals: ["outcome": "Chưa chọn báo cháy này là gì."]))
        }
        let (cause, words) = (
            AlarmOutcome.Cause(rawValue: visit.form["cause"]), visit.form["words"]
        )
        let result: Result<Void, Problem> = Result {
            () throws(Problem) in try outcome.check(cause: cause, words: words)
        }
        if case .failure(let problem) = result {
            return try await casePage(visit, refused: problem)
        }
        try await visit.site.database.write { tx in
            try tx.judgeAlarm(id, outcome, cause: cause, words: words, by: officer)
        }
        return .seeOther(outcome.ends ? "/desk?done=\(Flash.ended)" : "/desk/cases/\(id)")
    }

    /// `POST /desk/cases/{case}/incident`
    @Sendable static func openIncident(_ visit: Visit) async throws -> Response {
        let (officer, id) = (try visit.officer(), try visit.identifier("case"))
        try await visit.site.database.write { _ = try $0.openIncident(of: id, by: officer) }
        return .seeOther("/desk/cases/\(id)?done=\(Flash.saved)")
    }

    /// `POST /desk/cases/{case}/closure`
    @Sendable static func close(_ visit: Visit) async throws -> Response {
        let (officer, id) = (try visit.officer(), try visit.identifier("case"))
        try await visit.site.database.write { try $0.closeAlarm(id, by: officer) }
        return .seeOther("/desk?done=\(Flash.ended)")
    }

    /// `GET /desk/trials/new?transmitter=`
    @Sendable static func newTrial(_ visit: Visit) async throws -> Response {
        try await trialForm(visit, transmitter: visit.query("transmitter"), refused: nil)
    }

    private static func trialForm(
        _ visit: Visit, transmitter: String, refused: Problem?
    ) async throws -> Response {
        let officer = try visit.officer()
        let name = try await visit.site.database.read {
            try $0.nameOfDevice(transmitter, for: officer)
        }
        let summary: HTML? = refused.map { Fields.summary($0.message, $0.refusals) }
        let minutes = visit.form["minutes"]
        return visit.page(
            "Đặt chế độ thử", at: .alarms,
            status: refused == nil ? .ok : .unprocessableContent,
            """
            <h1>Đặt chế độ thử</h1>
            <p class="lede">\(name). Trong lúc thử, báo cháy vẫn được ghi và hiện trên bàn trực, \
            nhưng không đổ chuông và không gọi ai. Hết giờ, chế độ thử tự kết thúc.</p>
            \(summary)
            <form class="narrow" method="post" action="/desk/trials">\(Fields.token(visit.viewer))
            <input type="hidden" name="transmitter" value="\(transmitter)">
            \(Fields.text("minutes", "Số phút", value: minutes.isEmpty ? "\(AlarmTrial.minutesUsual)" : minutes, type: "number", hint: "Nhiều nhất \(AlarmTrial.minutesMax) phút.", refusal: refused?.refusals["minutes"], isRequired: true))
            \(Fields.text("reason", "Lý do", value: visit.form["reason"], hint: "Bảo dưỡng, thay đầu báo, diễn tập…", refusal: refused?.refusals["reason"], isRequired: true))
            <button class="button" type="submit">Bắt đầu thử</button>
            </form>
            """)
    }

    /// `POST /desk/trials`
    @Sendable static func beginTrial(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let transmitter = visit.form["transmitter"]
        let (minutes, reason) = (Int(visit.form["minutes"]), visit.form["reason"])
        let result: Result<Void, Problem> = Result {
            () throws(Problem) in try AlarmTrial.check(minutes: minutes, reason: reason)
        }
        if case .failure(let problem) = result {
            return try await trialForm(visit, transmitter: transmitter, refused: problem)
        }
        try await visit.site.database.write { tx in
            try tx.beginAlarmTrial(of: transmitter, minutes: minutes, reason: reason, by: officer)
        }
        return .seeOther("/desk?done=\(Flash.saved)")
    }

    /// `POST /desk/trials/{trial}/end`
    @Sendable static func endTrial(_ visit: Visit) async throws -> Response {
        let (officer, id) = (try visit.officer(), try visit.identifier("trial"))
        try await visit.site.database.write { try $0.endAlarmTrial(id, by: officer) }
        return .seeOther("/desk?done=\(Flash.ended)")
    }
}
