import Domain
import Storage

/// Who does what next with a report, and the forms for it.
struct ReportSteps: Sendable {
    let draft: ReportDraft
    let officer: Officer
    let today: Day
    let problem: Problem?

    private var report: StoredReport { draft.report }
    private var path: String { ReportPaperPages.path(report.id) }

    func panel(_ viewer: Viewer?) -> HTML {
        """
        <div class="no-print">\(Panel.section("Soạn, soát, duyệt, phát hành", "\(order)\(forms(viewer))"))</div>
        """
    }

    private var order: HTML {
        let items: [HTML] = ReportStage.allCases.map { stage in
            let isNow = stage == report.stage
            let words =
                switch stage {
                case .drafting: "Người soạn viết, trình"
                case .handedIn: "Người khác soát"
                case .reviewed: "Chủ tịch hoặc Phó Chủ tịch duyệt"
                case .approved: "Cấp số, ngày, phát hành"
                case .issued: "Đã phát hành, không sửa nữa"
                }
            return isNow
                ? "<li aria-current=\"step\"><strong>\(words)</strong></li>" : "<li>\(words)</li>"
        }
        return "<ol>\(items)</ol>"
    }

    private func may(_ step: ReportStage) -> Bool {
        (try? report.standing.check(step, by: officer)) != nil
    }

    private func forms(_ viewer: Viewer?) -> HTML? {
        switch report.stage {
        case .drafting:
            guard officer.may(.draftReports) else { return nil }
            return """
                \(form("hand-in", "Trình soát", "Lời văn và số liệu giữ như lúc này cho đến khi được trả lại.", viewer))
                \(end(viewer))
                """
        case .handedIn:
            let own: HTML =
                may(.reviewed)
                ? form(
                    "review", "Đồng ý, trình duyệt", "Chuyển Chủ tịch, Phó Chủ tịch duyệt.", viewer)
                : "<p>Chờ một người khác có quyền soạn báo cáo soát.</p>"
            return "\(own)\(sendBack(viewer))"
        case .reviewed:
            let own: HTML =
                may(.approved)
                ? form("approve", "Duyệt", "Báo cáo được khóa, chỉ còn cấp số, ngày.", viewer)
                : "<p>Chờ Chủ tịch hoặc Phó Chủ tịch duyệt.</p>"
            return "\(own)\(sendBack(viewer))"
        case .approved:
            return "\(may(.issued) ? issue(viewer) : nil)\(sendBack(viewer))"
        case .issued: return nil
        }
    }

    private func form(_ step: String, _ verb: String, _ words: String, _ viewer: Viewer?) -> HTML {
        """
        <form method="post" action="\(path)/\(step)">\(Fields.token(viewer))
        <input type="hidden" name="version" value="\(report.version)">
        <p>\(words)</p><button class="button" type="submit">\(verb)</button></form>
        """
    }

    private func sendBack(_ viewer: Viewer?) -> HTML? {
        guard (try? report.standing.checkReturn(by: officer)) != nil else { return nil }
        return """
            <details class="act"\(problem?.refusals["reason"] == nil ? "" : " open")><summary>Trả lại người soạn</summary>
            <form class="readable" method="post" action="\(path)/send-back">\(Fields.token(viewer))
            <input type="hidden" name="version" value="\(report.version)">
            \(Fields.area("reason", "Lý do trả lại", rows: 2, refusal: problem?.refusals["reason"]))
            <button class="button button--quiet" type="submit">Trả lại</button></form></details>
            """
    }

    private func end(_ viewer: Viewer?) -> HTML {
        """
        <details class="act"><summary>Bỏ báo cáo này</summary>
        <form method="post" action="\(path)/end">\(Fields.token(viewer))
        <input type="hidden" name="version" value="\(report.version)">
        <p>Lời đã sửa không hiện nữa; nhật ký vẫn giữ.</p>
        <button class="button button--danger" type="submit">Bỏ báo cáo</button></form></details>
        """
    }

    private func issue(_ viewer: Viewer?) -> HTML {
        let head = report.head
        return """
            <form class="readable" method="post" enctype="multipart/form-data" \
            action="\(path)/issue">\(Fields.token(viewer))
            <input type="hidden" name="version" value="\(report.version)">
            <p>Bản Word được giữ như lúc này; sau khi phát hành không ai sửa được nữa.</p>
            \(Fields.text("number", "Số", value: head.number ?? "", hint: "Chỉ phần số, như 45; ký hiệu \(draft.document.symbol) chương trình tự thêm.", refusal: problem?.refusals["number"], isRequired: true))
            \(Fields.text("issued", "Ngày phát hành", value: (head.issued ?? today).iso, type: "date", refusal: problem?.refusals["issued"], isRequired: true))
            \(FileUpload.field("scan", "Bản đã ký", accept: ".pdf,.jpg,.jpeg,.png,.docx", hint: "PDF hoặc ảnh quét; có thể để trống. Lớn nhất 30 MB.", refusal: problem?.refusals["scan"]))
            <button class="button" type="submit">Phát hành</button></form>
            """
    }
}
