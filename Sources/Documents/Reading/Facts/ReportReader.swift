import Domain

/// The lines of reporting that a plan sets up.
///
/// A sentence that sets one up has a frame: who reports, the word of reporting, to whom, through
/// whom, when. `ReportSentence` finds the acts of reporting and what of the sentence speaks of each,
/// `ReportFrame` reads the frame, `ReportTerms` the times, `ReportDuty` tells duties from mentions.
enum ReportReader {
    /// - Parameters:
    ///   - issuer: the body that issued the plan; it sends the onward reports.
    ///   - leads: who leads the task that begins in a line, where that is known.
    static func read(
        _ paragraphs: [Paragraph], issuer: String?, units: UnitNames, leads: [Int: [String]] = [:],
        onlyYear: Int? = nil
    ) -> [ReportDutyReading] {
        var duties: [ReportDutyReading] = []
        var organises = false
        var above: (section: String, duty: ReportDutyReading)?
        let known = Set(units.units.map(\.canonical))
        for paragraph in paragraphs {
            switch paragraph.role {
            case .head, .foot, .objective: continue
            case .heading, .unitHeading:
                if isTopHeading(paragraph) { organises = isOrganising(paragraph.body) }
            case .task, .closing, .other: break
            }
            guard ReportAct.mentions(paragraph.body) else { continue }
            let lead = paragraph.unitHeading?.units ?? leads[paragraph.lines.lowerBound] ?? []
            let isClosing =
                paragraph.role == .closing || paragraph.body.hasWord("trên đây là", at: 0)
            let context = ReportContext(
                paragraph: paragraph, matches: units.matches(in: paragraph.body), units: units,
                known: known, lead: lead, issuer: issuer.map(units.canonical),
                organises: organises || isClosing, onlyYear: onlyYear)
            var found = ReportSentence.duties(in: context)
            lendSenders(to: &found, of: paragraph, from: above)
            if let last = found.last(where: { !$0.from.isEmpty }) {
                above = (parent(of: paragraph), last)
            }
            duties += found
        }
        return duties
    }

    /// "1. Các xã báo cáo tháng về Sở …", "2. Báo cáo tổng kết gửi về Sở …": the report that names no
    /// sender goes the same way.
    private static func lendSenders(
        to found: inout [ReportDutyReading], of paragraph: Paragraph,
        from above: (section: String, duty: ReportDutyReading)?
    ) {
        guard let above, above.section == parent(of: paragraph), paragraph.label != nil,
            paragraph.body.hasWord("báo cáo", at: 0)
        else { return }
        for index in found.indices
        where found[index].from.isEmpty && found[index].to != nil
            && found[index].to == above.duty.to && found[index].via == above.duty.via
        {
            found[index].from = above.duty.from
        }
    }

    /// The section above a numbered paragraph; the one in which any other stands.
    private static func parent(of paragraph: Paragraph) -> String {
        let isNumber = paragraph.label?.first?.isNumber == true
        guard isNumber, let dot = paragraph.sectionPath.lastIndex(of: ".") else {
            return paragraph.sectionPath
        }
        return String(paragraph.sectionPath[..<dot])
    }

    /// `IV`, and `C.II` below a capital letter.
    private static func isTopHeading(_ paragraph: Paragraph) -> Bool {
        let parts = paragraph.sectionPath.split(separator: ".")
        guard parts.count == 2, let letter = parts.first, letter.count == 1 else {
            return parts.count <= 1
        }
        return letter.allSatisfy { $0.isLetter && !"IVX".contains($0) }
            && parts[1].allSatisfy { "IVX".contains($0) }
    }

    private static let organising: [Phrase] = [
        "tổ chức thực hiện", "chế độ báo cáo", "thông tin, báo cáo", "chế độ thông tin",
        "phân công nhiệm vụ", "phân công thực hiện", "trách nhiệm", "phân công",
    ]

    private static func isOrganising(_ heading: Script) -> Bool {
        heading.first(ofAny: organising, in: 0..<heading.count) != nil
            && heading.first(ofAny: ["trọng tâm", "giải pháp"], in: 0..<heading.count) == nil
    }
}

/// What a paragraph and its document tell about the reports of its sentences.
struct ReportContext {
    let paragraph: Paragraph
    /// The units named in the paragraph, in order.
    let matches: [UnitNames.Match]
    let units: UnitNames
    /// Names of the document's units.
    let known: Set<String>
    /// Who leads the paragraph's task, or is named in the heading above.
    let lead: [String]
    let issuer: String?
    /// Whether the paragraph stands in the part that organises the work.
    let organises: Bool
    /// The one year that the plan is for.
    var onlyYear: Int?

    var body: Script { paragraph.body }
}
