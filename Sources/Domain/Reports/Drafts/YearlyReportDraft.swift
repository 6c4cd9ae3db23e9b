/// Drafts the report on a plan from its facts, in the usual order of a báo cáo.
///
/// It states what is known and says what is not; it adds no figure and no judgement of its own.
/// What only a person can write stands as an open place (`RichText.gap`).
package struct YearlyReportDraft {
    let report: YearlyReport
    let sheet: AdministrativeDocument
    /// Every file once, in the order of the text; joint files keep their first place.
    let evidence: [CitedEvidence]

    /// Fills the sheet of the issuing body.
    ///
    /// - Parameter sheet: a document with layout, issuer, number, date, addressees, signature and
    ///   recipients; its title, text and appendices are replaced.
    package static func draft(
        _ report: YearlyReport, on sheet: AdministrativeDocument
    ) -> AdministrativeDocument {
        text(report, on: sheet).document(on: sheet)
    }

    /// The plan as it is cited within a sentence.
    static func citation(of report: YearlyReport, on sheet: AdministrativeDocument) -> String {
        YearlyReportDraft(report: report, sheet: sheet).citation
    }

    private init(report: YearlyReport, sheet: AdministrativeDocument) {
        self.report = report
        self.sheet = sheet
        evidence = CitedEvidence.list(of: report)
    }

    /// The same in parts, that a person edits one by one.
    ///
    /// - Parameter more: parts between the plan's targets and the assessment.
    package static func text(
        _ report: YearlyReport, on sheet: AdministrativeDocument, more: [ReportSection] = []
    ) -> ReportText {
        YearlyReportDraft(report: report, sheet: sheet).text(more: more)
    }

    private func text(more: [ReportSection]) -> ReportText {
        let before = [("opening", opening), ("guidance", guidance), ("results", results)]
        let after = [
            ("assessment", assessment), ("outlook", outlook), ("proposals", proposals),
            ("closing", closing),
        ]
        return ReportText(
            title: title,
            sections: (before + [("targets", targets)]).flatMap { ReportSection.parted($0, $1) }
                + more + after.flatMap { ReportSection.parted($0, $1) }, appendices: appendices)
    }

    var tasks: [ReportedTask] { report.groups.flatMap(\.tasks) }

    /// Whether the reporter tells of its own work, so that its name need not be repeated.
    var isOwnWork: Bool {
        let units = Set(
            tasks.flatMap { $0.shares.map(\.unit) } + report.guidance.disseminations.map(\.unit))
        return units == [report.reporter]
    }

    private var title: String {
        if report.from.year == report.to.year {
            return "Kết quả năm \(report.to.year) thực hiện \(citation)"
        }
        return "Kết quả thực hiện \(citation) \(period)"
    }

    /// `Kế hoạch số 131/KH-UBND ngày 12/6/2026 của UBND phường Sao Mai về …`.
    private var citation: String {
        shortCitation + " về " + beginningLower(report.plan.title, unless: "về ")
    }

    private var shortCitation: String {
        let plan = report.plan
        let number = plan.number.map { " số \($0)" } ?? ""
        let date = plan.date.map {
            (number.isEmpty ? " " : sheet.layout.citationSeparator) + "ngày \($0.official)"
        }
        return plan.kind + number + (date ?? "") + " của \(plan.issuer)"
    }

    private var period: String {
        "từ ngày \(report.from.official) đến ngày \(report.to.official)"
    }

    private var opening: [DocumentBlock] {
        let blank: RichText =
            report.plan.number == nil || report.plan.date == nil
            ? " " + .gap("số, ngày của \(report.plan.kind) còn trống: bổ sung trước khi trình ký")
            : ""
        return [
            .paragraph(
                (RichText("Thực hiện \(citation)") + blank + joint
                    + ", \(report.reporter) báo cáo kết quả thực hiện \(period) như sau:")
                    .from(report.plan.origin))
        ]
    }

    /// `; lồng ghép nội dung báo cáo thực hiện Quyết định số 630/QĐ-TTg …`.
    private var joint: RichText {
        if report.alsoServes.isEmpty { return "" }
        return "; lồng ghép nội dung báo cáo thực hiện \(joined(report.alsoServes.map(clause)))"
    }

    private var closing: [DocumentBlock] {
        let to =
            sheet.addressees.isEmpty ? "" : ", kính gửi \(joined(sheet.addressees))"
        return [
            .paragraph(
                RichText(
                    "Trên đây là báo cáo của \(report.reporter) về kết quả thực hiện"
                        + " \(shortCitation)\(to)./."))
        ]
    }
}

/// A file of the evidence with the number under which the text cites it.
struct CitedEvidence {
    let number: Int
    let evidence: ReportedEvidence
    let unit: String
    /// All the tasks that it proves, in order.
    private(set) var tasks: [String]

    static func list(of report: YearlyReport) -> [CitedEvidence] {
        var places: [ReportedEvidence: Int] = [:]
        var list: [CitedEvidence] = []
        for task in report.groups.flatMap(\.tasks) {
            for share in task.shares {
                for evidence in share.evidence {
                    if let place = places[evidence] {
                        if !list[place].tasks.contains(task.text) {
                            list[place].tasks.append(task.text)
                        }
                        continue
                    }
                    places[evidence] = list.count
                    list.append(
                        CitedEvidence(
                            number: list.count + 1, evidence: evidence, unit: share.unit,
                            tasks: [task.text]))
                }
            }
        }
        return list
    }
}
