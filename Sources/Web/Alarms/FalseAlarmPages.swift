import Documents
import Domain
import Hummingbird
import Storage

/// What false alarms have in common, the records behind each figure, and what facilities owe.
enum FalseAlarmPages {
    static let routes: [Route] = [
        .get(path, .permission(.attendAlarms), show),
        .get("\(path)/cases", .permission(.attendAlarms), cases),
        .get("\(path)/cases.xlsx", .permission(.attendAlarms), workbook),
        .post("\(path)/remedies/{remedy}/plan", .permission(.judgeAlarms), receive),
        .post("\(path)/remedies/{remedy}/end", .permission(.judgeAlarms), end),
    ]

    static let path = "/desk/false-alarms"

    /// `GET /desk/false-alarms?from=&to=`
    @Sendable static func show(_ visit: Visit) async throws -> Response {
        try await page(visit, refused: nil)
    }

    private static func page(_ visit: Visit, refused: Problem?) async throws -> Response {
        let officer = try visit.officer()
        let page = try await visit.site.database.read { tx in
            let rule = try tx.falseAlarmRule(ward: officer.ward)
            let period = FalseAlarmPeriod(visit, today: tx.today, days: rule.days)
            return FalseAlarmPage(
                period: period, rule: rule,
                counts: try tx.alarmCounts(from: period.from, to: period.to, for: officer),
                alarms: try tx.falseAlarms(from: period.from, to: period.to, for: officer),
                remedies: try tx.alarmRemedies(for: officer), today: tx.today, officer: officer,
                viewer: visit.viewer, refused: refused,
                refusedID: refused == nil ? nil : visit.parameter("remedy"), form: visit.form)
        }
        return visit.page(
            "Báo nhầm", at: .alarms, status: refused == nil ? .ok : .unprocessableContent,
            """
            \(DeskPages.tabs(officer, current: path))\(page.html)
            <script type="module" src="\(visit.site.assets.script("card"))"></script>
            """)
    }

    /// `GET /desk/false-alarms/cases?from=&to=&side=&key=`
    @Sendable static func cases(_ visit: Visit) async throws -> Response {
        visit.page(
            "Các lần báo nhầm", at: .alarms,
            """
            \(try await asked(visit).html)
            <script type="module" src="\(visit.site.assets.script("card"))"></script>
            """)
    }

    /// `GET /desk/false-alarms/cases.xlsx?from=&to=&side=&key=`: the same, all of them.
    @Sendable static func workbook(_ visit: Visit) async throws -> Response {
        let cases = try await asked(visit)
        let (from, to) = (cases.period.from.vietnamese, cases.period.to.vietnamese)
        return .download(
            try SheetWriter.workbook([cases.table]), name: "Báo nhầm \(from) - \(to).xlsx",
            mediaType: RegisterImportPages.Format.xlsx.mediaType)
    }

    private static func asked(_ visit: Visit) async throws -> FalseAlarmCases {
        let officer = try visit.officer()
        let side = FalseAlarm.Side(rawValue: visit.query("side"))
        let key = visit.query("key")
        let (period, alarms) = try await visit.site.database.read { tx in
            let rule = try tx.falseAlarmRule(ward: officer.ward)
            let period = FalseAlarmPeriod(visit, today: tx.today, days: rule.days)
            return (period, try tx.falseAlarms(from: period.from, to: period.to, for: officer))
        }
        let found = side.map { side in alarms.filter { $0.key(of: side) == key } } ?? alarms
        return FalseAlarmCases(period: period, side: side, key: key, alarms: found)
    }

    /// `POST /desk/false-alarms/remedies/{remedy}/plan`
    @Sendable static func receive(_ visit: Visit) async throws -> Response {
        let (officer, id) = (try visit.officer(), try visit.identifier("remedy"))
        let (plan, doneBy) = (visit.form["plan"], Day(iso: visit.form["done_by"]))
        let today = visit.site.database.now.day
        let check: Result<Void, Problem> = Result {
            () throws(Problem) in
            try AlarmRemedy.check(plan: plan, doneBy: doneBy, today: today)
        }
        if case .failure(let problem) = check { return try await page(visit, refused: problem) }
        try await visit.site.database.write {
            try $0.receiveRemedy(id, plan: plan, doneBy: doneBy, by: officer)
        }
        return .seeOther("\(path)?done=\(Flash.saved)")
    }

    /// `POST /desk/false-alarms/remedies/{remedy}/end`
    @Sendable static func end(_ visit: Visit) async throws -> Response {
        let (officer, id) = (try visit.officer(), try visit.identifier("remedy"))
        let words = visit.form["words"]
        let check: Result<Void, Problem> = Result {
            () throws(Problem) in try AlarmRemedy.check(end: words)
        }
        if case .failure(let problem) = check { return try await page(visit, refused: problem) }
        try await visit.site.database.write { try $0.endRemedy(id, words: words, by: officer) }
        return .seeOther("\(path)?done=\(Flash.ended)")
    }
}

/// The days that a page is about; both are of it.
struct FalseAlarmPeriod: Sendable {
    let from: Day
    let to: Day

    /// A year and a day at most, so that a month can be compared with the same one of last year.
    private static let daysMax = 367

    /// What cannot be read is the usual period: as many days as the rule looks back.
    init(_ visit: Visit, today: Day, days: Int) {
        to = Day(iso: visit.query("to")) ?? today
        let asked = Day(iso: visit.query("from")) ?? to.adding(days: 1 - days)
        from = min(max(asked, to.adding(days: 1 - Self.daysMax)), to)
    }

    var words: String { "từ \(from.vietnamese) đến \(to.vietnamese)" }

    func address(_ path: String, _ more: [(String, String?)] = []) -> String {
        Address.with(path, [("from", from.iso), ("to", to.iso)] + more)
    }
}
