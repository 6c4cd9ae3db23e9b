import Domain
import Storage

/// What is on the desk of whoever attends the same alarms.
struct DeskContent: Sendable {
    let sequence: Int64
    let open: [AlarmCase]
    let ended: [AlarmCase]
    let trials: [AlarmTrialLine]
    /// What is wrong with devices.
    let devices: DeviceTroubleCounts
    let now: Instant

    static func read(_ tx: Transaction, _ officer: Officer) throws -> DeskContent {
        // The number first: what comes after it is told again, never left out.
        DeskContent(
            sequence: try tx.deskSequence(ward: officer.ward),
            open: try tx.openAlarmCases(for: officer), ended: try tx.endedAlarmCases(for: officer),
            trials: try tx.alarmTrials(for: officer),
            devices: try tx.deviceTroubleCounts(for: officer), now: tx.now)
    }
}

/// The list of alarms on the desk: what waits, what is looked after, what ended.
///
/// The page and the stream send the same words.
struct DeskView: Sendable {
    let content: DeskContent
    let officer: Officer
    let viewer: Viewer?
    /// What the rows of a desk say already, by their alarms: it is told of the others alone, as a
    /// hundred that wait must not make the next one late.
    var shown: [String: DeskCase.Shown] = [:]

    static func read(
        _ tx: Transaction, _ viewer: Viewer?, _ officer: Officer
    ) throws -> DeskView {
        DeskView(content: try DeskContent.read(tx, officer), officer: officer, viewer: viewer)
    }

    var sequence: Int64 { content.sequence }
    private var open: [DeskCase] {
        content.open.map { DeskCase(found: $0, officer: officer, viewer: viewer, now: now) }
    }
    private var ended: [AlarmCase] { content.ended }
    private var trials: [AlarmTrialLine] { content.trials }
    var now: Instant { content.now }

    var waits: Int { content.open.count { $0.waits } }

    /// What the rows of a desk say once it was sent.
    var shownNext: [String: DeskCase.Shown] {
        Dictionary(uniqueKeysWithValues: open.map { ($0.found.id, $0.shown) })
    }

    var title: String {
        waits == 0
            ? "Không có báo cháy nào đang chờ"
            : "\(waits.vietnamese) báo cháy đang chờ người trả lời"
    }

    var html: HTML {
        let rows = open.map { shown[$0.found.id] == $0.shown ? $0.place : $0.row }
        let list: HTML =
            rows.isEmpty
            ? EmptyState.block(
                "Mọi cơ sở đang yên.",
                advice: "Báo cháy mới hiện ở đây ngay, không cần tải lại trang.")
            : "<ol class=\"desk-list\">\(rows)</ol>"
        return """
            <h1>\(title)</h1>
            <p class="lede">Có cháy: <strong>gọi 114 trước tiên</strong>, rồi mới ghi ở đây.\(trialWords)\(deviceWords)</p>
            <section class="panel" aria-label="Đang diễn ra">\(list)</section>
            \(trialPanel)
            \(endedPanel)
            """
    }

    private var trialWords: HTML? {
        trials.isEmpty ? nil : " \(trials.count.vietnamese) thiết bị đang ở chế độ thử."
    }

    private var deviceWords: HTML? {
        content.devices.isEmpty
            ? nil
            : " <a href=\"/desk/devices\">\(DevicePages.counted(content.devices, "thiết bị"))</a>."
    }

    private var trialPanel: HTML? {
        guard !trials.isEmpty else { return nil }
        let rows: [[HTML]] = trials.map { trial in
            let end: HTML? =
                officer.may(.judgeAlarms)
                ? """
                <form method="post" action="/desk/trials/\(trial.id)/end">\(Fields.token(viewer))\
                <button class="button button--quiet button--small" type="submit">Kết thúc thử</button></form>
                """ : nil
            return [
                "<a href=\"/registers/facilities/\(trial.facility)\">\(trial.facilityName ?? "Cơ sở")</a>",
                "\(trial.serial ?? "—")", "\(trial.reason)", "\(trial.byName)",
                "\(trial.untilAt.vietnamese)", "\(end)",
            ]
        }
        return Panel.section(
            "Đang thử", note: "tự kết thúc đúng giờ; báo cháy vẫn được ghi", isPadded: false,
            DataTable.cards(
                "Thiết bị đang thử",
                [
                    .init("Cơ sở"), .init("Thiết bị"), .init("Lý do"), .init("Người đặt"),
                    .init("Đến", isNumber: true), .init(""),
                ], rows))
    }

    private var endedPanel: HTML? {
        guard !ended.isEmpty else { return nil }
        let rows: [[HTML]] = ended.map { found in
            let outcome: HTML =
                found.outcome.map {
                    Tag.state($0.title, $0 == .genuine ? .danger : .plain)
                } ?? "—"
            let cause: HTML? = found.cause.map { "<br><span class=\"muted\">\($0.title)</span>" }
            return [
                "<a href=\"/desk/cases/\(found.id)\">\(found.siteName ?? DeskCase.outageTitle)</a>",
                "\(outcome)\(cause)", "\(found.judged?.name ?? found.closed?.name ?? "")",
                "\(found.openedAt.vietnamese)",
            ]
        }
        return Panel.section(
            "Đã kết thúc", note: "mới nhất trước", isPadded: false,
            DataTable.cards(
                "Báo cháy đã kết thúc",
                [
                    .init("Cơ sở"), .init("Kết luận"), .init("Người kết luận"),
                    .init("Báo lúc", isNumber: true),
                ], rows))
    }
}
