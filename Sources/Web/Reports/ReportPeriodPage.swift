import Domain
import Storage

/// A period as those see it who compile or supervise.
struct ReportPeriodPage: Sendable {
    let period: ReportPeriod
    let deliveries: [ReportDelivery]
    /// nil: nobody has begun it.
    let report: StoredReport?
    let served: ServedDocuments
    let officer: Officer
    let today: Day
    let problem: Problem?

    func html(_ viewer: Viewer?) -> HTML {
        """
        \(ReportWords.crumb([("Báo cáo", "/reports")]))
        <h1>\(period.title)</h1>
        <p class="lede">\(sentence)</p>
        \(problem.map { Fields.summary($0.message, $0.refusals) })
        \(deliveryPanel)
        \(reportPanel(viewer))
        \(isWithinWard ? nil : served.panel(of: period, officer, viewer, problem))
        \(dutyPanel)
        """
    }

    private var isWithinWard: Bool { period.duty.content.isWithinWard }

    private var standing: ReportPeriodStanding {
        ReportPeriodStanding(period: period, deliveries: deliveries)
    }

    private var sentence: HTML {
        if let sent = period.sent {
            let number = sent.number.map { ", số \($0)" } ?? ""
            return "Đã gửi ngày \(sent.on.vietnamese)\(number)."
        }
        let late = standing.late(today: today).map(\.name)
        let lateWords: HTML? =
            late.isEmpty ? nil : " Quá hạn: <strong>\(late.joined(separator: "; "))</strong>."
        let due = period.duty.content.dueWords(period.due)
        let waiting = deliveries.filter {
            !$0.report.state.isDelivered && !$0.isLate(today: today)
        }
        let next: HTML? = waiting.first.map { first in
            " Chưa gửi, \(ReportWords.left(first, today: today)): \(waiting.map(\.name).joined(separator: "; "))."
        }
        return """
            Gửi \(due): <strong>\(ReportWords.delivered(standing))</strong>.\(lateWords)\(next)
            """
    }

    private var deliveryPanel: HTML? {
        if deliveries.isEmpty { return nil }
        let rows: [[HTML]] = deliveries.map { delivery in
            let at = delivery.report.submittedAt?.vietnamese ?? ""
            return [
                """
                <a href="/reports/\(delivery.period)/units/\(delivery.unit)">\(delivery.name)</a>
                """, ReportWords.tag(delivery, today: today), "\(at)",
            ]
        }
        return Panel.section(
            "Báo cáo của các đơn vị", note: "hạn \(deliveries[0].due.vietnamese)", isPadded: false,
            DataTable.cards(
                "Báo cáo của các đơn vị",
                [.init("Đơn vị"), .init("Tình trạng"), .init("Gửi lúc", isNumber: true)], rows))
    }

    private func reportPanel(_ viewer: Viewer?) -> HTML? {
        if isWithinWard {
            return Panel.section(
                "Báo cáo của phường",
                """
                <p>Các đơn vị gửi báo cáo này về phường, nên không có báo cáo của phường. Nếu phường \
                phải tổng hợp gửi cấp trên, hãy đặt một \
                <a href="/reports/duties">chế độ báo cáo</a> của phường.</p>
                """)
        }
        let note =
            "\(period.begins.vietnamese) – \(period.lastDay(today: today).vietnamese)"
        if let report {
            return Panel.section(
                "Báo cáo của phường", note: note, id: "sent",
                """
                <p><a class="button" href="\(ReportPaperPages.path(report.id))">Mở báo cáo</a> \
                \(ReportPaperWords.tag(report.stage))</p>\(sentFiles)
                """)
        }
        if period.sent != nil {
            return Panel.section("Đã gửi", id: "sent", sentFiles ?? "")
        }
        guard officer.may(.draftReports) else {
            return Panel.section(
                "Báo cáo của phường", note: note, "<p>Chưa ai soạn báo cáo của kỳ này.</p>")
        }
        return Panel.section(
            "Báo cáo của phường", note: note,
            """
            <p>Dự thảo tự lập từ việc của các đơn vị và số liệu các sổ; mỗi câu mở được nguồn. Lời \
            sửa giữ nguyên khi số liệu đổi, và chỗ đổi được đánh dấu.</p>
            <form method="post" action="/reports/papers">\(Fields.token(viewer))
            <input type="hidden" name="kind" value="\(ReportKinds.planYear.key)">
            <input type="hidden" name="period" value="\(period.id)">
            <button class="button" type="submit">Soạn báo cáo</button></form>
            """)
    }

    /// What went out: the signed scan, and the Word file that was kept.
    private var sentFiles: HTML? {
        guard let sent = period.sent else { return nil }
        let file: HTML? = sent.file.map { _ in
            "<p><a href=\"/reports/\(period.id)/sent/file\">Tải bản đã ký</a></p>"
        }
        let word: HTML? = sent.draft.map { _ in
            """
            <p><a href="/reports/\(period.id)/draft.docx">Tải bản Word</a> giữ từ lúc gửi; số liệu ghi \
            sau đó không làm bản này thay đổi.</p>
            """
        }
        return """
            <p>Đã gửi ngày \(sent.on.vietnamese)\(sent.number.map { ", số \($0)" }).</p>\(file)\(word)
            """
    }

    private var dutyPanel: HTML {
        let duty = period.duty
        var pairs: [(String, HTML)] = [
            (
                "Kế hoạch",
                "<a href=\"/plans/\(duty.plan)\">\(duty.planNumber): \(duty.planTitle)</a>"
            ),
            ("Ai báo cáo", "\(ReportWords.reporters(duty.content))"),
            ("Gửi đến", "\(duty.content.to ?? "kế hoạch không ghi")"),
        ]
        if let via = duty.content.via { pairs.append(("Qua", "\(via)")) }
        if !duty.content.preparedBy.isEmpty {
            pairs.append(("Tham mưu", "\(duty.content.preparedBy.joined(separator: "; "))"))
        }
        if !duty.words.isEmpty { pairs.append(("Lời kế hoạch", "\(duty.words)")) }
        let edit: HTML? =
            officer.may(.draftReports)
            ? "<a class=\"button button--quiet\" href=\"/reports/duties/\(duty.id)\">Sửa</a>" : nil
        return Panel.section("Chế độ báo cáo", action: edit, Terms.list(pairs))
    }
}
