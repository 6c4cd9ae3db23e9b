import Domain
import Storage

/// A report: what has to be done with it, what changed, and its paper with a way to edit each part.
struct ReportPaperPage: Sendable {
    let draft: ReportDraft
    let officer: Officer
    let today: Day
    /// The issued report that this one corrects.
    let corrected: StoredReport?
    /// The report that corrects this one.
    let correction: StoredReport?
    /// Of the records behind differences.
    let recordNames: [String: String]
    let history: [JournalLine]
    let names: [String: String]
    let problem: Problem?

    private var report: StoredReport { draft.report }
    private var path: String { ReportPaperPages.path(report.id) }
    private var isEdited: Bool { report.stage == .drafting && officer.may(.draftReports) }
    var title: String { report.title }

    func html(_ viewer: Viewer?) -> HTML {
        """
        \(ReportWords.crumb(crumbs))
        <div class="no-print"><h1>\(title)</h1>
        <p class="lede">\(sentence)</p></div>
        \(problem.map { Fields.summary($0.message, $0.refusals) })
        \(tools(viewer))
        \(notes)
        \(changed)
        \(differences(viewer))
        \(ReportSteps(draft: draft, officer: officer, today: today, problem: problem).panel(viewer))
        \(DocumentPaper.sheet(draft.document, paperNotes))
        <div class="no-print">\(Panel.section("Lịch sử", JournalHistory.list(history, names: names, role: officer.role)))</div>
        """
    }

    private var crumbs: [(String, String)] {
        let period = report.period.map { [("Kỳ báo cáo", "/reports/\($0)")] } ?? []
        return [("Báo cáo", "/reports")] + period
    }

    private var sentence: HTML {
        let who = report.stageName.map { " · \($0)" }
        let when = report.stageAt.map { " · \($0.vietnamese)" }
        let number: HTML? =
            report.stage == .issued ? " <strong>\(report.citation)</strong>." : nil
        return """
            \(ReportPaperWords.tag(report.stage)) Số liệu \(ReportPaperWords.time(report, draft.to))\
            \(who)\(when).\(number)
            """
    }

    private func tools(_ viewer: Viewer?) -> HTML {
        let edit: HTML? =
            isEdited
            ? """
            <a class="button button--quiet" href="\(path)/head">Số, ngày, nơi nhận, người ký</a>
            """ : nil
        let figures: HTML? =
            report.kind.figures.isEmpty
            ? nil
            : "<a class=\"button button--quiet\" href=\"\(path)/figures\">Số liệu và nguồn</a>"
        let bundle: HTML? =
            report.stage == .issued && officer.may(.draftReports)
            ? """
            <form method="post" action="\(path)/bundle">\(Fields.token(viewer))
            <button class="button button--quiet" type="submit">Gói ký số</button></form>
            """ : nil
        let scan: HTML? =
            report.scan == nil
            ? nil : "<a class=\"button button--quiet\" href=\"\(path)/scan\">Bản đã ký</a>"
        return """
            <div class="row tools no-print">\(edit)\(figures)
            <a class="button button--quiet" href="\(path)/report.docx">Word</a>
            <a class="button button--quiet" href="\(path)/report.pdf">PDF</a>
            <a class="button button--quiet" href="\(path)/report.xlsx">Excel</a>\(bundle)\(scan)</div>
            """
    }

    // MARK: What to look at

    private var notes: HTML {
        let returned: HTML? =
            report.stage == .drafting
            ? report.returnReason.map { Note.block("Bị trả lại.", "\($0)") } : nil
        let sums: HTML? =
            draft.disagreements.isEmpty
            ? nil
            : Note.block(
                "Số liệu chưa khớp, chưa trình được.",
                "<ul>\(draft.disagreements.map { "<li>\($0)</li>" as HTML })</ul>", tone: .danger)
        let gaps: HTML? =
            report.stage == .drafting ? Self.gaps(draft.document.gaps) : nil
        let origin: HTML? = corrected.map {
            Note.block(
                "Đính chính.",
                "Thay <a href=\"\(ReportPaperPages.path($0.id))\">\($0.citation)</a>. Khi phát hành bản này, bản cũ vẫn giữ nguyên.",
                tone: .info)
        }
        let source: HTML? =
            report.kind.source.contains("chưa đối chiếu")
            ? Note.block("Mẫu chưa đối chiếu.", "\(report.kind.source).", tone: .info) : nil
        return
            "<div class=\"paper-notes no-print\">\(returned)\(origin)\(sums)\(waiting)\(gaps)\(source)</div>"
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

    /// Units whose reports it rests on and that have not handed in, also before their day.
    private var waiting: HTML? {
        if draft.waiting.isEmpty { return nil }
        let late = draft.waiting.filter { $0.isLate(today: today) }
        let items: [HTML] = draft.waiting.map { delivery in
            """
            <li><a href="/reports/\(delivery.period)/units/\(delivery.unit)">\(delivery.name)</a>: \
            \(ReportWords.left(delivery, today: today))</li>
            """
        }
        return Note.block(
            late.isEmpty
                ? "\(draft.waiting.count) đơn vị chưa gửi báo cáo."
                : "\(draft.waiting.count) đơn vị chưa gửi báo cáo, \(late.count) đơn vị quá hạn.",
            "<ul>\(items)</ul>", tone: late.isEmpty ? .warn : .danger)
    }

    /// Edited parts whose figures moved since.
    private var changed: HTML? {
        let moved = draft.sections.filter {
            !($0.merged?.open.isEmpty ?? true) || ($0.edit != nil && $0.drafted == nil)
        }
        guard report.stage == .drafting, !moved.isEmpty else { return nil }
        let items: [HTML] = moved.map { part in
            "<li><a href=\"#phan-\(part.section.key)\">\(part.section.name)</a></li>"
        }
        return """
            <div class="paper-notes no-print">\(Note.block(
                "Số liệu đã đổi ở \(moved.count) phần có người sửa.",
                "Lời đã sửa vẫn giữ; số cũ và số mới ghi ngay trên từng phần.<ul>\(items)</ul>"))</div>
            """
    }

    private func differences(_ viewer: Viewer?) -> HTML? {
        guard !draft.differences.isEmpty, report.stage != .drafting || corrected != nil else {
            return nil
        }
        let rows: [[HTML]] = draft.differences.map { difference in
            let shown = difference.records.prefix(Transaction.namedRecordsMax)
            let records: [HTML] = shown.map { change in
                let link: HTML =
                    recordNames[change.id].map { name in
                        "<a href=\"/registers/\(difference.register)/\(change.id)\">\(name)</a>"
                    } ?? "mục không còn trong sổ"
                return "<span class=\"table__more\">\(link): \(change.words)</span>"
            }
            let more = difference.records.count - records.count
            let link =
                difference.target.flatMap { ReportPaperWords.source(report.id)($0)?.path }
                ?? "\(path)/figures/\(difference.figure)"
            return [
                "<a href=\"\(link)\">\(difference.label)</a>",
                "<del>\(ReportPaperWords.value(difference.old, difference.unit))</del>",
                "<ins>\(ReportPaperWords.value(difference.new, difference.unit))</ins>",
                difference.target == nil
                    ? "\(records)\(more > 0 ? "và \(more) mục khác" : "")"
                    : "số liệu chỉ tiêu do đơn vị báo cáo lại, hoặc rút",
            ]
        }
        let lead: HTML =
            switch report.stage {
            case .issued:
                "Sổ đã được sửa sau khi phát hành. Bản đã phát hành giữ nguyên."
            case .handedIn, .reviewed, .approved:
                "Sổ đã đổi sau khi trình. Bản trình giữ số cũ; muốn lấy số mới, hãy trả lại người soạn."
            case .drafting: "Số liệu đã báo cáo và số liệu nay có trong sổ."
            }
        return """
            <div class="no-print">\(Panel.section(
                "Số liệu khác sổ", note: "\(draft.differences.count) số", isPadded: false,
                """
                <div class="panel__body"><p>\(lead)</p>\(correctionLink(viewer))</div>
                \(DataTable.cards(
                    "Số liệu khác sổ",
                    [
                        .init("Số liệu"), .init("Đã báo cáo", isNumber: true),
                        .init("Nay trong sổ", isNumber: true), .init("Do mục"),
                    ], rows))
                """))</div>
            """
    }

    private func correctionLink(_ viewer: Viewer?) -> HTML? {
        if let correction {
            return """
                <p><a class="button" href="\(ReportPaperPages.path(correction.id))">Mở bản đính chính</a> \
                \(ReportPaperWords.tag(correction.stage))</p>
                """
        }
        guard report.stage == .issued, officer.may(.draftReports) else { return nil }
        return """
            <form method="post" action="\(path)/correction">\(Fields.token(viewer))
            <button class="button" type="submit">Soạn bản đính chính</button></form>
            """
    }

    // MARK: On the paper

    private var paperNotes: PaperNotes {
        var notes = PaperNotes(source: ReportPaperWords.source(report.id))
        guard isEdited else { return notes }
        var place = 0
        for part in draft.sections {
            notes.before[place] = (notes.before[place] ?? "") + tools(of: part)
            place += part.section.all.count
        }
        return notes
    }

    private func tools(of part: DraftedSection) -> HTML {
        let own = "\(path)/sections/\(part.section.key)"
        let state: HTML? = part.edit.map { edit in
            Tag.state("\(edit.by) sửa \(edit.at.vietnamese)", .info)
        }
        let open = part.merged?.open ?? []
        let changes: HTML? =
            open.isEmpty
            ? nil
            : Note.block(
                "Số liệu đã đổi từ khi sửa phần này.",
                "<ul class=\"changes\">\(open.map(ReportPaperWords.change))</ul>")
        let gone: HTML? =
            part.drafted == nil && part.edit != nil
            ? Note.block(
                "Phần này không còn trong dự thảo.",
                "Lời đã sửa vẫn giữ; hãy xem còn cần không.") : nil
        return """
            <div class="paper__changes no-print" id="phan-\(part.section.key)">
            <p class="paper__tools"><a href="\(own)">Sửa: \(part.section.name)</a> \(state)</p>
            \(gone)\(changes)</div>
            """
    }
}
