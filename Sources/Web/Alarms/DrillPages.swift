import Domain
import Hummingbird
import Storage

/// Drills of devices from the panel to a person who answers, each measured.
enum DrillPages {
    static let routes: [Route] = [
        .get(path, .permission(.attendAlarms), list),
        .get("\(path)/new", .permission(.judgeAlarms), new),
        .post(path, .permission(.judgeAlarms), plan),
        .post("\(path)/{drill}/cancel", .permission(.judgeAlarms), cancel),
        .post("\(path)/{drill}/take", .permission(.judgeAlarms), take),
        .post("\(path)/{drill}/shown", .permission(.attendAlarms), shown),
    ]

    static let path = "/desk/drills"

    /// `GET /desk/drills`
    @Sendable static func list(_ visit: Visit) async throws -> Response {
        try await page(visit, refused: nil)
    }

    private static func page(_ visit: Visit, refused: Problem?) async throws -> Response {
        let officer = try visit.officer()
        let page = try await visit.site.database.read { tx in
            DrillListPage(
                lines: try tx.deviceDrills(for: officer),
                counts: try tx.deviceDrillCounts(for: officer), officer: officer,
                viewer: visit.viewer, refused: refused)
        }
        return visit.page(
            "Diễn tập thiết bị", at: .alarms,
            status: refused == nil ? .ok : .unprocessableContent,
            """
            \(DeskPages.tabs(officer, current: path))\(page.html)
            <script type="module" src="\(visit.site.assets.script("card"))"></script>
            """)
    }

    /// `GET /desk/drills/new?transmitter=`
    @Sendable static func new(_ visit: Visit) async throws -> Response {
        try await form(visit, transmitter: visit.query("transmitter"), refused: nil)
    }

    private static func form(
        _ visit: Visit, transmitter: String, refused: Problem?
    ) async throws -> Response {
        let officer = try visit.officer()
        let (name, now) = try await visit.site.database.read { tx in
            (try tx.nameOfDevice(transmitter, for: officer), tx.now)
        }
        let summary: HTML? = refused.map { Fields.summary($0.message, $0.refusals) }
        let isFirst = refused == nil
        let tomorrow = now.day.adding(days: 1).iso
        let day = isFirst ? tomorrow : visit.form["day"]
        let time = isFirst ? "09:00" : visit.form["time"]
        let minutes = isFirst ? "\(DeviceDrill.minutesUsual)" : visit.form["minutes"]
        return visit.page(
            "Đặt lịch diễn tập", at: .alarms,
            status: isFirst ? .ok : .unprocessableContent,
            """
            <h1>Đặt lịch diễn tập</h1>
            <p class="lede">\(name). Đến giờ, cơ sở ấn nút hoặc thử đầu báo; tín hiệu đi đúng đường \
            thật tới bàn trực, người trực bấm «Tôi nhận», và từng chặng được đo. Trong lúc đó báo cháy \
            của thiết bị này là diễn tập: không gọi ai. Hết giờ chờ, diễn tập tự kết thúc.</p>
            \(summary)
            <form class="narrow" method="post" action="\(path)">\(Fields.token(visit.viewer))
            <input type="hidden" name="transmitter" value="\(transmitter)">
            \(Fields.text("day", "Ngày", value: day, type: "date", refusal: refused?.refusals["day"], isRequired: true))
            \(Fields.text("time", "Giờ", value: time, type: "time", isRequired: true))
            \(Fields.text("minutes", "Chờ tín hiệu (phút)", value: minutes, type: "number", hint: "Từ \(DeviceDrill.minutesMin) đến \(DeviceDrill.minutesMax) phút.", refusal: refused?.refusals["minutes"], isRequired: true))
            \(Fields.check("repeats", "Lặp lại hằng tháng, cùng ngày giờ", isOn: isFirst || visit.form["repeats"] == "1"))
            <button class="button" type="submit">Đặt lịch</button>
            </form>
            """)
    }

    /// `POST /desk/drills`
    @Sendable static func plan(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let transmitter = visit.form["transmitter"]
        let begins = moment(day: visit.form["day"], time: visit.form["time"])
        let (minutes, repeats) = (Int(visit.form["minutes"]), visit.form["repeats"] == "1")
        let now = visit.site.database.now
        let check: Result<Void, Problem> = Result {
            () throws(Problem) in
            try DeviceDrill.check(begins: begins, minutes: minutes, now: now)
        }
        if case .failure(let problem) = check {
            return try await form(visit, transmitter: transmitter, refused: problem)
        }
        try await visit.site.database.write { tx in
            try tx.planDrill(
                of: transmitter, begins: begins, minutes: minutes, repeats: repeats, by: officer)
        }
        return .seeOther("\(path)?done=\(Flash.saved)")
    }

    /// A day and `HH:mm`, as browsers send them; nil for anything else.
    private static func moment(day: String, time: String) -> Instant? {
        let parts = time.split(separator: ":", omittingEmptySubsequences: false)
        guard let day = Day(iso: day), parts.count >= 2, let hour = Int(parts[0]),
            let minute = Int(parts[1]), (0..<24).contains(hour), (0..<60).contains(minute)
        else { return nil }
        return Instant(startOf: day).adding(seconds: Int64(hour * 3600 + minute * 60))
    }

    /// `POST /desk/drills/{drill}/cancel`
    @Sendable static func cancel(_ visit: Visit) async throws -> Response {
        let (officer, id) = (try visit.officer(), try visit.identifier("drill"))
        try await visit.site.database.write { try $0.cancelDrill(id, by: officer) }
        return .seeOther("\(path)?done=\(Flash.ended)")
    }

    /// `POST /desk/drills/{drill}/take`
    @Sendable static func take(_ visit: Visit) async throws -> Response {
        let (officer, id) = (try visit.officer(), try visit.identifier("drill"))
        let words = visit.form["words"]
        guard !words.isEmpty, words.count <= DeviceDrill.wordsMax else {
            return try await page(
                visit,
                refused: Problem(
                    .invalid,
                    "Hãy ghi đang làm gì với thiết bị này, nhiều nhất \(DeviceDrill.wordsMax) chữ.")
            )
        }
        try await visit.site.database.write { try $0.takeDrill(id, words: words, by: officer) }
        return .seeOther("\(path)?done=\(Flash.saved)")
    }

    /// `POST /desk/drills/{drill}/shown`: the script of an open desk says that it shows it.
    @Sendable static func shown(_ visit: Visit) async throws -> Response {
        let (officer, id) = (try visit.officer(), try visit.identifier("drill"))
        try await visit.site.database.write { try $0.showDrill(id, by: officer) }
        return Response(status: .noContent)
    }
}
