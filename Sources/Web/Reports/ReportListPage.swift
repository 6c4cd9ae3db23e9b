import Domain
import Storage

/// What is owed next, first the own unit's, then the ward's, then what is past.
struct ReportListPage: Sendable {
    let officer: Officer
    let today: Day
    let periods: [ReportPeriodStanding]
    /// Duties to which nobody has given a day.
    let undated: [StoredReportDuty]
    /// Those that are being made, and those that went out.
    let reports: [StoredReport]

    var html: HTML {
        let duties: HTML? =
            officer.may(.readAll)
            ? " <a class=\"button button--quiet\" href=\"/reports/duties\">Chế độ báo cáo</a>" : nil
        let received: HTML? =
            officer.may(.readAll)
            ? "<a class=\"button button--quiet\" href=\"/reports/received\">Nhận từ nơi khác</a>"
            : nil
        let write: HTML? =
            officer.may(.draftReports)
            ? "<a class=\"button\" href=\"/reports/papers/new\">Soạn báo cáo</a> " : nil
        let actions: HTML = """
            <p class="push">\(write)<a class="button button--quiet" href="/reports/reviews">Sơ kết, tổng kết</a> \(received)\
            \(duties)</p>
            """
        return """
            <div class="row"><h1>Báo cáo</h1>\(actions)</div>
            <p class="lede">\(sentence)</p>
            \(undatedNote)
            \(section("Đơn vị bạn phải gửi", own, isOwn: true))
            \(section(officer.may(.readAll) ? "Báo cáo của phường và các đơn vị" : "Kỳ báo cáo đang mở", open, isOwn: false))
            \(papers("Chờ bạn soát, duyệt, phát hành", awaited))
            \(papers("Báo cáo đang soạn, soát, duyệt", reports.filter { $0.stage != .issued && !isAwaited($0) }))
            \(section("Đã xong", past, isOwn: false))
            \(papers("Báo cáo đã phát hành", reports.filter { $0.stage == .issued }))
            """
    }

    /// Reports whose next step the officer may take, once they are handed up.
    private var awaited: [StoredReport] { reports.filter(isAwaited) }

    private func isAwaited(_ report: StoredReport) -> Bool {
        guard report.stage != .drafting, let next = report.stage.next else { return false }
        return (try? report.standing.check(next, by: officer)) != nil
    }

    private func papers(_ title: String, _ reports: [StoredReport]) -> HTML? {
        if reports.isEmpty { return nil }
        let rows: [[HTML]] = reports.map { report in
            let time = report.to.map { ReportPaperWords.time(report, $0) }
            return [
                """
                <a href="\(ReportPaperPages.path(report.id))">\(report.title)</a>\
                <span class="table__more">\(time ?? "từ \(report.from.vietnamese)")</span>
                """, ReportPaperWords.tag(report.stage),
                "\(report.stage == .issued ? report.citation : report.stageName ?? "")",
            ]
        }
        return Panel.section(
            title, isPadded: false,
            DataTable.cards(
                title, [.init("Báo cáo"), .init("Bước"), .init("Số, hoặc người làm bước này")], rows
            )
        )
    }

    private var own: [ReportPeriodStanding] {
        periods.filter { standing in
            standing.delivery(of: officer.unit).map { !$0.report.state.isDelivered } ?? false
        }.reversed()
    }

    private var open: [ReportPeriodStanding] {
        officer.may(.readAll) ? periods.filter(\.isOpen).reversed() : []
    }

    private var past: [ReportPeriodStanding] {
        periods.filter { standing in
            officer.may(.readAll)
                ? !standing.isOpen
                : standing.delivery(of: officer.unit)?.report.state.isDelivered ?? false
        }
    }

    private var sentence: HTML {
        if let own = ownSentence { return "\(own) \(wardSentence)" }
        if let ward = wardSentence { return ward }
        return periods.isEmpty
            ? "Chưa có kỳ báo cáo nào. Kỳ báo cáo được lập khi một kế hoạch được xác nhận."
            : "Không còn báo cáo nào phải gửi."
    }

    private var ownSentence: HTML? {
        guard let next = own.first, let delivery = next.delivery(of: officer.unit) else {
            return nil
        }
        return """
            Đơn vị bạn phải gửi <strong>\(next.period.title)</strong> \
            \(dueWords(next.period)): \(ReportWords.left(delivery, today: today)).
            """
    }

    /// The ward's own report to the level above first: the others are gathered for it.
    private var wardSentence: HTML? {
        let next =
            open.first { $0.period.duty.content.isOfWard && $0.period.due >= today } ?? open.first
        return next.map { next in
            """
            <strong>\(next.period.title)</strong> \(dueWords(next.period)): \
            \(ReportWords.delivered(next)).
            """
        }
    }

    private func dueWords(_ period: ReportPeriod) -> String {
        period.duty.content.dueWords(period.due)
    }

    private var undatedNote: HTML? {
        guard !undated.isEmpty, officer.may(.draftReports) else { return nil }
        return Note.block(
            "Chưa có hạn.",
            """
            \(undated.count) chế độ báo cáo trong kế hoạch không ghi hạn. \
            <a href="/reports/duties">Đặt hạn và nơi nhận</a>.
            """)
    }

    private func section(
        _ title: String, _ standings: [ReportPeriodStanding], isOwn: Bool
    ) -> HTML? {
        if standings.isEmpty { return nil }
        let rows: [[HTML]] = standings.map { row($0, isOwn: isOwn) }
        return Panel.section(
            title, isPadded: false,
            DataTable.cards(
                title,
                [
                    .init("Báo cáo"), .init("Hạn"), .init("Tình trạng"),
                    .init("Đã gửi", isNumber: true),
                ], rows))
    }

    private func row(_ standing: ReportPeriodStanding, isOwn: Bool) -> [HTML] {
        let period = standing.period
        let delivery = standing.delivery(of: officer.unit)
        let goesToOwn = isOwn || !officer.may(.readAll)
        let path =
            goesToOwn
            ? "/reports/\(period.id)/units/\(officer.unit ?? "")" : "/reports/\(period.id)"
        let state: HTML =
            goesToOwn && delivery != nil
            ? delivery.map { ReportWords.tag($0, today: today) } ?? ""
            : ReportWords.tag(standing, today: today)
        let count: HTML =
            goesToOwn || standing.deliveries.isEmpty
            ? "" : "\(standing.deliveredCount)/\(standing.deliveries.count)"
        return [
            """
            <a href="\(path)">\(period.title)</a>\
            <span class="table__more">Kế hoạch \(period.duty.planNumber): \(period.duty.planTitle)</span>
            """,
            "\(dueWords(period))", state, count,
        ]
    }
}
