import Domain

/// Whether an act sets up a report.
///
/// A report has a recipient, a date, a frequency, or, in the part that organises the work, "theo quy
/// định". Asking for a decision is none.
struct ReportDuty {
    let frame: ReportFrame

    private var body: Script { frame.body }
    private var verb: Range<Int> { frame.verb }
    private var part: Range<Int> { frame.part }
    private var organises: Bool { frame.context.organises }

    var isOne: Bool {
        let hasRecipient = !frame.recipients.isEmpty || frame.isToIssuer
        switch frame.act.kind {
        case .send:
            // Results that go to somebody by a day.
            return hasRecipient && ReportTerms(frame: frame).times.contains { $0.date != nil }
        case .tell:
            // "kịp thời phản ánh với UBND xã khi có hư hỏng"
            if organises, isOccasional, hasRecipient { return true }
            // "phải báo ngay cho UBND xã trong vòng 02 giờ"
            if isBounded, hasRecipient { return true }
            return organises && isDifficulty && (hasRecipient || isWholeTrouble)
        case .report:
            return isReport(hasRecipient)
        }
    }

    private func isReport(_ hasRecipient: Bool) -> Bool {
        if ReportAct.isDraft(body, verb.lowerBound) { return frame.passedOn != nil }
        let terms = ReportTerms(frame: frame)
        let times = terms.times
        if !hasRecipient {
            if frame.isUrged { return false }
            // "thực hiện chế độ báo cáo định kỳ" names nobody.
            if body.start(ofAny: ["chế độ"], before: verb.lowerBound) != nil {
                return organises
                    && (terms.isPrescribed || times.contains { $0.recurrence != .unspecified })
            }
        }
        if times.contains(where: { $0.recurrence != .unspecified }) {
            return hasRecipient || organises || times.contains { $0.date != nil }
        }
        if organises, times.contains(where: { $0.recurrence == .unspecified }) { return true }
        if organises, isTroubleAlone { return true }
        // "…; báo cáo đột xuất khi có yêu cầu": it goes the way of the one before.
        if organises, isOccasional, frame.before != nil { return true }
        if asksForDecision { return organises && isTrouble && hasRecipient }
        if organises {
            return hasRecipient || terms.isPrescribed || !times.isEmpty || isWholeTrouble
                || terms.isNamedPeriod
        }
        return hasRecipient && (terms.isPrescribed || !times.isEmpty || isBounded)
    }

    // MARK: Troubles

    private static let difficulties: [Phrase] = [
        "khó khăn", "vướng mắc", "cần sửa đổi", "phát sinh",
    ]
    private static let troubles: [Phrase] = difficulties + ["vuớng mắc", "bất cập", "kịp thời"]

    /// Whether the sentence is about difficulties on the way.
    var isTrouble: Bool { body.first(ofAny: Self.troubles, in: frame.sentence) != nil }

    private var isDifficulty: Bool {
        body.first(ofAny: Self.difficulties, in: frame.sentence) != nil
    }

    private static let occasions: [Phrase] = [
        "khi có", "khi xảy ra", "ngay khi", "đột xuất", "khi phát hiện", "trường hợp có",
        "sau mỗi", "sau từng", "mỗi khi", "mỗi lần", "kết thúc mỗi", "khi phát sinh",
        "trường hợp xảy ra", "ngay sau khi", "nếu xảy ra",
    ]

    /// "khi có cháy phải báo cáo", "sau mỗi đợt bão": as often as something happens.
    var isOccasional: Bool { body.first(ofAny: Self.occasions, in: part) != nil }

    /// "báo cáo Sở Y tế trong vòng 24 giờ": bounded by what has happened.
    var isBounded: Bool {
        DeadlineReader.read(body.slice(part), context: .task).contains { $0.type == .event }
    }

    /// A sentence that only speaks of difficulties needs neither recipient nor date.
    private var isWholeTrouble: Bool {
        isTrouble
            && body.end(
                ofAny: ["trong quá trình", "quá trình", "nếu có", "khi có"],
                at: frame.sentence.lowerBound) != nil
    }

    /// "Tổng hợp, báo cáo kịp thời các khó khăn, vướng mắc …" and no more.
    private var isTroubleAlone: Bool {
        guard isDifficulty, verb.lowerBound < 30, part.lowerBound == 0 else { return false }
        let front = body.skipSpaces(0)
        return part.upperBound >= body.trimSpaces(before: body.count) - 1
            && (front == verb.lowerBound
                || body.end(ofAny: ["tổng hợp", "kịp thời", "thường xuyên"], at: front) != nil)
    }

    // MARK: Decisions

    private static let decisions: [Phrase] = [
        "xem xét", "quyết định", "phê duyệt", "cho ý kiến", "thẩm định", "đề xuất", "xử lý",
        "giải quyết", "cấp có thẩm quyền", "cơ quan có thẩm quyền", "điều chỉnh",
    ]

    private var asksForDecision: Bool {
        body.first(ofAny: Self.decisions, in: verb.upperBound..<part.upperBound) != nil
    }
}
