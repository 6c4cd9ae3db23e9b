import Domain
import Storage

/// A period as those see it who compile or supervise.
struct ReportPeriodPage: Sendable {
    let period: ReportPeriod
    let deliveries: [ReportDelivery]
    let gaps: [String]
    let served: ServedDocuments
    let officer: Officer
    let today: Day
    let pieces: ReportPieces
    let problem: Problem?

    func html(_ viewer: Viewer?) -> HTML {
        """
        \(ReportWords.crumb([("Báo cáo", "/reports")]))
        <h1>\(period.title)</h1>
        <p class="lede">\(sentence)</p>
        \(problem.map { Fields.summary($0.message, $0.refusals) })
        \(deliveryPanel)
        \(draftPanel)
        \(isWithinWard ? nil : served.panel(of: period, officer, viewer, problem))
        \(piecesPanel(viewer))
        \(sendPanel(viewer))
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
        return "Gửi \(due): <strong>\(ReportWords.delivered(standing))</strong>.\(lateWords)"
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

    private var draftPanel: HTML? {
        if isWithinWard {
            return Panel.section(
                "Báo cáo của phường",
                """
                <p>Các đơn vị gửi báo cáo này về phường, nên không có báo cáo của phường. Nếu phường \
                phải tổng hợp gửi cấp trên, hãy đặt một \
                <a href="/reports/duties">chế độ báo cáo</a> của phường.</p>
                """)
        }
        if period.sent != nil { return nil }
        return Panel.section(
            "Dự thảo báo cáo",
            note: "\(period.begins.vietnamese) – \(period.lastDay(today: today).vietnamese)",
            action: """
                <a class="button button--quiet" href="/reports/\(period.id)/draft">Xem dự thảo</a> \
                <a class="button" href="/reports/\(period.id)/draft.docx">Tải bản Word</a>
                """,
            """
            <p>Dự thảo tự lập từ kết quả, số liệu, minh chứng, vướng mắc và đề xuất mà các đơn vị \
            đã ghi. Chương trình không thêm số liệu hay nhận xét nào.</p>
            \(Self.gaps(gaps))
            """)
    }

    /// What a person must fill in before it is signed.
    static func gaps(_ gaps: [String]) -> HTML? {
        if gaps.isEmpty { return nil }
        let counted = Dictionary(gaps.map { ($0, 1) }, uniquingKeysWith: +)
        var seen: Set<String> = []
        let items: [HTML] = gaps.filter { seen.insert($0).inserted }.map { gap in
            let count = counted[gap] ?? 1
            let times = count > 1 ? " (\(count) chỗ)" : ""
            return "<li>\(String(gap.dropFirst().dropLast()))\(times)</li>"
        }
        return Note.block("Còn \(gaps.count) chỗ phải bổ sung.", "<ul>\(items)</ul>")
    }

    private func piecesPanel(_ viewer: Viewer?) -> HTML? {
        guard officer.may(.draftReports), period.sent == nil, !isWithinWard else { return nil }
        let perLine = "Mỗi ý một dòng."
        let content = period.duty.content
        let words: HTML = """
            \(Fields.area("assessment", "Nhận định chung", value: pieces.assessment, hint: perLine))
            \(Fields.area("causes", "Nguyên nhân", value: pieces.causes, hint: perLine))
            \(Fields.area("next_steps", "Phương hướng, nhiệm vụ thời gian tới", value: pieces.nextSteps, hint: perLine))
            \(Fields.area("proposals", "Đề xuất, kiến nghị của phường", value: pieces.proposals, hint: perLine))
            """
        let head: HTML = """
            \(Fields.text("number", "Số báo cáo", value: pieces.number ?? "", hint: "Chỉ phần số, như 45; để trống khi chưa cấp."))
            \(Fields.text("issued", "Ngày báo cáo", value: pieces.issued?.iso ?? "", type: "date", refusal: problem?.refusals["issued"]))
            \(Fields.area("addressees", "Kính gửi", value: pieces.addressees, rows: 2, hint: "Mỗi nơi một dòng. Để trống: \(content.to ?? "không ghi")."))
            \(Fields.area("recipients", "Nơi nhận", value: pieces.recipients, rows: 3, hint: "Mỗi nơi một dòng. Để trống: Như trên\(content.via.map { "; \($0)" } ?? "")."))
            """
        let signature: HTML = """
            \(Fields.choice("signed_by", "Người ký", [("head", "Cấp trưởng"), ("deputy", "Cấp phó ký thay")], value: pieces.isSignedByDeputy ? "deputy" : "head"))
            \(Fields.text("signer", "Họ và tên người ký", value: pieces.signer ?? ""))
            """
        return Panel.section(
            "Phần do người viết",
            """
            <form class="readable" method="post" action="/reports/\(period.id)">\(Fields.token(viewer))
            <input type="hidden" name="version" value="\(period.version)">
            \(words)\(head)\(signature)
            <button class="button" type="submit">Lưu</button></form>
            """)
    }

    private func sendPanel(_ viewer: Viewer?) -> HTML? {
        if let sent = period.sent {
            let file: HTML? = sent.file.map { _ in
                "<p><a href=\"/reports/\(period.id)/sent/file\">Tải bản đã ký</a></p>"
            }
            let draft: HTML = "<a href=\"/reports/\(period.id)/draft.docx\">Tải bản Word</a>"
            let kept: HTML =
                sent.draft == nil
                ? """
                \(draft) lập lại theo số liệu hôm nay: chương trình chưa giữ bản Word khi gửi, nên \
                có thể khác bản đã gửi.
                """ : "\(draft) giữ từ lúc gửi; số liệu ghi sau đó không làm bản này thay đổi."
            return Panel.section(
                "Đã gửi", id: "sent",
                """
                <p>Ngày \(sent.on.vietnamese)\(sent.number.map { ", số \($0)" }).</p>\(file)
                <p>\(kept)</p>
                """)
        }
        guard officer.may(.draftReports), !isWithinWard else { return nil }
        let isRefused = ["sent_on", "scan"].contains { problem?.refusals[$0] != nil }
        return Panel.section(
            "Ghi nhận đã gửi",
            """
            <details class="act"\(isRefused ? " open" : "")><summary>Báo cáo đã gửi đi</summary>
            <form class="readable" method="post" enctype="multipart/form-data" \
            action="/reports/\(period.id)/sent">\(Fields.token(viewer))
            <input type="hidden" name="version" value="\(period.version)">
            <p>Bản Word được giữ như lúc này và kỳ báo cáo khép lại: sau đó không sửa được lời văn, \
            ngày gửi và số.</p>
            \(Fields.text("sent_on", "Ngày gửi", value: today.iso, type: "date", refusal: problem?.refusals["sent_on"]))
            \(Fields.text("sent_number", "Số, ký hiệu", hint: "Như 45/BC-UBND."))
            \(FileUpload.field("scan", "Bản đã ký", accept: ".pdf,.jpg,.jpeg,.png,.docx", hint: "PDF hoặc ảnh quét; có thể để trống. Lớn nhất 30 MB.", refusal: problem?.refusals["scan"]))
            <button class="button" type="submit">Ghi đã gửi</button></form></details>
            """)
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
