import Domain

/// The lines of reporting that a plan sets up.
///
/// A duty to report is one where the plan names a recipient, a date, a frequency, or, in the part
/// that organises the work, "theo quy định". Asking for a decision is none, nor is what a recipient
/// passes on ("để tổng hợp, báo cáo …").
enum ReportReader {
    /// - Parameters:
    ///   - issuer: the body that issued the plan; it sends the onward reports.
    ///   - leads: who leads the task that begins in a line, where that is known.
    static func read(
        _ paragraphs: [Paragraph], issuer: String?, units: UnitNames, leads: [Int: [String]] = [:]
    ) -> [ReportDutyReading] {
        var duties: [ReportDutyReading] = []
        var organises = false
        let known = Set(units.units.map(\.canonical))
        for paragraph in paragraphs {
            switch paragraph.role {
            case .head, .foot, .objective: continue
            case .heading, .unitHeading:
                if isTopHeading(paragraph) { organises = isOrganising(paragraph.body) }
            case .task, .closing, .other: break
            }
            guard ReportClause.mentions(paragraph.body) else { continue }
            let lead = paragraph.unitHeading?.units ?? leads[paragraph.lines.lowerBound] ?? []
            let isClosing =
                paragraph.role == .closing || paragraph.body.hasWord("trên đây là", at: 0)
            let sentences = ReportSentences(
                paragraph: paragraph, units: units, known: known, lead: lead, issuer: issuer,
                organises: organises || isClosing)
            duties += sentences.duties()
        }
        return duties
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

/// The reports of one paragraph.
private struct ReportSentences {
    let paragraph: Paragraph
    let units: UnitNames
    let known: Set<String>
    let lead: [String]
    let issuer: String?
    let organises: Bool

    func duties() -> [ReportDutyReading] {
        guard ReportClause.next(in: body, from: 0) != nil else { return [] }
        let matches = units.matches(in: body)
        var duties: [ReportDutyReading] = []
        var position = 0
        var lastClause: Range<Int>?
        while let verb = ReportClause.next(in: body, from: position) {
            position = verb.upperBound
            let clause = part(of: body.clause(around: verb.lowerBound), around: verb)
            if clause == lastClause { continue }
            var reader = ReportClause(
                body: body, verb: verb, clause: clause, matches: matches, organises: organises,
                known: known, issuer: issuer.map(units.canonical))
            if let last = duties.last, let lastClause, lastClause.upperBound < clause.lowerBound,
                body.sentence(around: verb.lowerBound).contains(lastClause.lowerBound)
            {
                reader.before = last
            }
            guard reader.isDuty else { continue }
            // What a recipient passes on without a date of its own is no further report.
            let found = reader.duties(lead: lead, paragraph: paragraph).filter { duty in
                duty.due != nil || duty.recurrence == .adHoc
                    || !duties.contains { $0.to != nil && duty.from == [$0.to] }
            }
            if !found.isEmpty {
                // "báo cáo quý trước ngày 20; báo cáo năm … về Sở Tài chính": both go there.
                if let last = duties.last, last.to == nil, let next = found.first, next.to != nil,
                    let lastClause, next.from == last.from,
                    body.sentence(around: verb.lowerBound).contains(lastClause.lowerBound)
                {
                    duties[duties.count - 1].to = next.to
                    duties[duties.count - 1].via = next.via
                }
                lastClause = clause
                duties += found
            }
        }
        return duties
    }
}

extension ReportSentences {
    private static let kinds: [Phrase] = [
        "báo cáo tuần", "báo cáo tháng", "báo cáo quý", "báo cáo năm", "báo cáo 6 tháng",
        "báo cáo 06 tháng", "báo cáo sơ kết", "báo cáo tổng kết",
    ]

    /// "báo cáo tuần …, báo cáo tháng …": each kind of report has a part of the clause.
    private func part(of clause: Range<Int>, around verb: Range<Int>) -> Range<Int> {
        var part = clause
        for position in clause where body.scalars[position] == "," {
            let next = body.skipSpaces(position + 1)
            guard body.end(ofAny: Self.kinds, at: next) != nil,
                body.first("báo cáo", from: part.lowerBound, before: position) != nil
            else { continue }
            if next <= verb.lowerBound {
                part = next..<part.upperBound
            } else {
                return part.lowerBound..<position
            }
        }
        return part
    }

    private var body: Script { paragraph.body }
}

/// One clause with the verb of reporting.
private struct ReportClause {
    let body: Script
    let verb: Range<Int>
    let clause: Range<Int>
    let matches: [UnitNames.Match]
    let organises: Bool
    /// Names of the document's units.
    let known: Set<String>
    let issuer: String?
    /// The report of an earlier clause of the sentence: the next one goes the same way.
    var before: ReportDutyReading?

    private static let verbs: [Phrase] = [
        "báo cáo", "phản ánh", "phản ảnh", "đề xuất gửi", "thông tin về", "gửi kết quả",
        "gửi ý kiến", "gửi văn bản",
    ]

    static func mentions(_ body: Script) -> Bool {
        body.first("báo cáo") != nil || body.first("phản ánh") != nil
            || body.first("phản ảnh") != nil || body.first("gửi") != nil
    }

    /// The next verb of reporting, and no noun that only contains it.
    static func next(in body: Script, from position: Int) -> Range<Int>? {
        var position = position
        while let verb = body.first(ofAny: verbs, in: position..<body.count) {
            position = verb.upperBound
            let next = body.skipSpaces(verb.upperBound)
            if body.end(ofAny: ["viên", "quyết toán", "thành tích"], at: next) != nil { continue }
            // "Báo cáo số 12/BC-UBND" is a document, "báo cáo số vụ cháy" a duty.
            if let number = body.end(of: "số", at: next),
                body.at(body.skipSpaces(number))?.digit != nil
            {
                continue
            }
            if isOnward(body, verb.lowerBound) { continue }
            if body.start(ofAny: drafts, before: verb.lowerBound) != nil { continue }
            return verb
        }
        return nil
    }

    /// "hoàn thiện dự thảo báo cáo", "đăng tải báo cáo": a thing that is worked at.
    private static let drafts: [Phrase] = [
        "dự thảo", "đăng tải", "nghiên cứu", "đề cương", "thẩm tra", "tiếp nhận", "hoàn thiện",
        "kèm theo",
    ]

    private static let onward: [Phrase] = [
        "tổng hợp", "tham mưu", "chung", "và", "theo dõi", "kịp thời", "xem xét",
        "cung cấp số liệu",
        ",", "tiếp tục", "chỉ đạo", "xử lý",
    ]

    /// "để tổng hợp, báo cáo …": what the recipient does with the report.
    private static func isOnward(_ body: Script, _ position: Int) -> Bool {
        var end = body.trimSpaces(before: position)
        while end > 0 {
            if body.scalars[end - 1] == "," {
                end = body.trimSpaces(before: end - 1)
            } else if let start = body.start(ofAny: onward, before: end) {
                end = body.trimSpaces(before: start)
            } else {
                break
            }
        }
        if body.start(ofAny: ["để", "nhằm", "phục vụ"], before: end) != nil { return true }
        return body.start(
            ofAny: ["với", "trong", "qua", "các", "tại", "của", "đã", "được"], before: end) != nil
            && end == body.trimSpaces(before: position)
    }

    // MARK: What the clause says

    /// Where the purpose begins ("để tổng hợp …"): nothing behind it is of this report.
    private var purpose: Int {
        body.first(ofAny: ["để", "nhằm"], in: verb.upperBound..<clause.upperBound)?.lowerBound
            ?? clause.upperBound
    }

    private static let movers: [Phrase] = [
        "về", "gửi về", "gửi", "cho", "đến", "tới", "lên", "với", "trình",
    ]

    /// The recipients: named directly behind the verb, or behind "về", "gửi" ….
    var recipients: [UnitNames.Match] {
        let behind = matches.filter {
            $0.range.lowerBound >= verb.upperBound && $0.range.lowerBound < purpose
                && !isInBrackets($0.range.lowerBound) && !isVia($0.range.lowerBound)
                && !isBehindPartners($0.range.lowerBound)
        }
        guard
            let first = behind.first(where: { match in
                let start = body.start(ofAny: Self.movers, before: match.range.lowerBound)
                return isDirect(match.range.lowerBound) || start != nil
            })
        else { return [] }
        return [first] + goingOn(from: first, in: behind)
    }

    private func isDirect(_ position: Int) -> Bool {
        var next = body.skipSpaces(verb.upperBound)
        while let word = body.end(
            ofAny: [
                "kịp thời", "ngay", "kết quả", "định kỳ", "đột xuất", "bằng văn bản", "về", "gửi",
                "với", "cho", "đề xuất", "kiến nghị",
            ],
            at: next)
        { next = body.skipSpaces(word) }
        if body.at(next) == "," {
            next = body.skipSpaces(next + 1)
            if let word = body.end(ofAny: ["đề xuất", "kiến nghị", "phản ánh"], at: next) {
                next = body.skipSpaces(word)
            }
        }
        if let word = body.end(ofAny: ["các", "đồng chí"], at: next),
            body.skipSpaces(word) == position
        {
            return true
        }
        return next == position
    }

    /// Further units joined to one by a comma or "và".
    private func goingOn(
        from first: UnitNames.Match, in all: [UnitNames.Match]
    ) -> [UnitNames.Match] {
        var end = first.range.upperBound
        var further: [UnitNames.Match] = []
        for match in all where match.range.lowerBound > first.range.lowerBound {
            let gap = body.text(end..<max(end, match.range.lowerBound))
                .split(whereSeparator: { $0 == " " || $0 == "," })
            guard gap.isEmpty || gap == ["và"] else { break }
            further.append(match)
            end = match.range.upperBound
        }
        return further
    }

    private func isInBrackets(_ position: Int) -> Bool {
        var depth = 0
        for index in clause.lowerBound..<position {
            if body.scalars[index] == "(" { depth += 1 }
            if body.scalars[index] == ")" { depth = max(0, depth - 1) }
        }
        return depth > 0
    }

    /// "báo cáo cấp ủy, phối hợp với UBND …": whom the work is done with.
    private func isBehindPartners(_ position: Int) -> Bool {
        body.last(ofAny: ["phối hợp"], in: verb.upperBound..<position) != nil
    }

    private func isVia(_ position: Int) -> Bool {
        body.start(ofAny: ["qua", "thông qua"], before: position) != nil
    }

    private var via: String? {
        matches.first {
            $0.range.lowerBound >= verb.upperBound && clause.contains($0.range.lowerBound)
                && isVia($0.range.lowerBound)
        }?.canonical
    }

    private static let troubles: [Phrase] = [
        "khó khăn", "vướng mắc", "vuớng mắc", "bất cập", "phát sinh", "cần sửa đổi", "kịp thời",
    ]

    /// Whether the sentence is about difficulties on the way.
    private var isTrouble: Bool {
        let sentence = body.sentence(around: verb.lowerBound)
        return body.first(ofAny: Self.troubles, in: sentence) != nil
    }

    private static let occasions: [Phrase] = [
        "khi có", "khi xảy ra", "ngay khi", "đột xuất", "khi phát hiện", "trường hợp có",
    ]

    /// "khi có cháy phải báo cáo", "báo cáo đột xuất": as often as something happens.
    private var isOccasional: Bool {
        body.first(ofAny: Self.occasions, in: clause) != nil
    }

    /// "báo cáo Sở Y tế trong vòng 24 giờ": bounded by what has happened.
    private var isBounded: Bool {
        DeadlineReader.read(body.slice(clause), context: .task).contains { $0.type == .event }
    }

    private var isDifficulty: Bool {
        let sentence = body.sentence(around: verb.lowerBound)
        return body.first(
            ofAny: ["khó khăn", "vướng mắc", "cần sửa đổi", "phát sinh"], in: sentence) != nil
    }

    private static let decisions: [Phrase] = [
        "xem xét", "quyết định", "phê duyệt", "cho ý kiến", "thẩm định", "đề xuất", "xử lý",
        "giải quyết", "cấp có thẩm quyền", "cơ quan có thẩm quyền", "điều chỉnh",
    ]

    private var asksForDecision: Bool {
        body.first(ofAny: Self.decisions, in: verb.upperBound..<clause.upperBound) != nil
    }

    private var isPrescribed: Bool {
        body.first(ofAny: Self.prescribed, in: verb.upperBound..<purpose) != nil
            || body.first("theo quy định", from: verb.upperBound, before: clause.upperBound) != nil
                && purpose == clause.upperBound
    }

    private static let prescribed: [Phrase] = [
        "theo quy định", "theo đúng quy định", "đúng quy định", "đúng thời gian quy định",
        "đúng thời hạn quy định", "đúng thời hạn", "theo thời gian quy định", "đúng thời gian",
        "theo chế độ quy định", "đúng chế độ",
    ]

    /// Where the recipient's own report begins ("để tổng hợp, báo cáo UBND tỉnh trước …"), if a time
    /// stands before it.
    private var ownEnd: Int {
        guard purpose < clause.upperBound,
            let onward = body.first(
                ofAny: ["báo cáo", "trình", "gửi"], in: purpose..<clause.upperBound),
            DeadlineReader.read(body.slice(clause.lowerBound..<purpose), context: .task)
                .contains(where: { $0.type != .event })
        else { return clause.upperBound }
        return onward.lowerBound
    }

    /// The times of the clause, else of the sentence.
    private var times: [Deadline] {
        let own = DeadlineReader.read(
            body.slice(clause.lowerBound..<ownEnd), context: .task)
        if !own.isEmpty { return dated(own.filter { $0.type != .event }) }
        if let per = Quantities.scan(body.slice(clause)).first(where: { $0.unit == "time" })?.per,
            let recurrence = Self.cycles[per]
        {
            return [Deadline(text: "", type: .recurring, date: nil, recurrence: recurrence)]
        }
        if periodOfName != nil { return [] }
        let sentence = body.sentence(around: verb.lowerBound)
        let whole = DeadlineReader.read(body.slice(sentence), context: .task)
        return whole.filter {
            $0.type == .recurring && $0.recurrence != .continuous && $0.date != nil
        }
    }

    /// A day of this clause with the year that another clause of the sentence says.
    private func dated(_ own: [Deadline]) -> [Deadline] {
        guard own.contains(where: { $0.type == .recurring && $0.date != nil }) else { return own }
        let sentence = body.sentence(around: verb.lowerBound)
        let whole = DeadlineReader.read(body.slice(sentence), context: .task)
        return own.map { time in
            whole.first { $0.text == time.text && $0.type == .by } ?? time
        }
    }

    private static let cycles: [String: Deadline.Recurrence] = [
        "day": .daily, "week": .weekly, "month": .monthly, "quarter": .quarterly, "year": .yearly,
    ]

    // MARK: Whether it is a duty

    var isDuty: Bool {
        let isReport = body.hasWord("báo cáo", at: verb.lowerBound)
        if body.hasWord("gửi kết quả", at: verb.lowerBound) {
            // Results that go to somebody by a day.
            return !recipients.isEmpty && times.contains { $0.date != nil }
                && body.first("báo cáo", from: clause.lowerBound, before: verb.lowerBound) == nil
        }
        // "thực hiện chế độ báo cáo định kỳ" names nobody.
        if recipients.isEmpty, !isToIssuer,
            body.start(ofAny: ["chế độ"], before: verb.lowerBound) != nil
        {
            return false
        }
        if !isReport {
            // "kịp thời phản ánh với UBND xã khi có hư hỏng"
            if organises, isOccasional, !recipients.isEmpty { return true }
            return organises && isDifficulty
                && (!recipients.isEmpty || isToIssuer || isWholeTrouble)
        }
        let times = times
        let isTimed = times.contains { $0.recurrence != .unspecified }
        let hasRecipient = !recipients.isEmpty || isToIssuer
        if isTimed { return hasRecipient || organises || times.contains { $0.date != nil } }
        if organises, times.contains(where: { $0.recurrence == .unspecified }) { return true }
        if organises, isTroubleAlone { return true }
        if asksForDecision { return organises && isTrouble && hasRecipient }
        if organises { return hasRecipient || isPrescribed || !times.isEmpty || isWholeTrouble }
        return hasRecipient && (isPrescribed || !times.isEmpty || isBounded)
    }

    /// A sentence that only speaks of difficulties needs neither recipient nor date.
    private var isWholeTrouble: Bool {
        let sentence = body.sentence(around: verb.lowerBound)
        return isTrouble
            && body.end(
                ofAny: ["trong quá trình", "quá trình", "nếu có", "khi có"], at: sentence.lowerBound
            ) != nil
    }

    /// "Tổng hợp, báo cáo kịp thời các khó khăn, vướng mắc …" and no more.
    private var isTroubleAlone: Bool {
        guard isDifficulty, verb.lowerBound < 30, clause.lowerBound == 0 else { return false }
        let front = body.skipSpaces(0)
        return clause.upperBound >= body.trimSpaces(before: body.count) - 1
            && (front == verb.lowerBound
                || body.end(ofAny: ["tổng hợp", "kịp thời", "thường xuyên"], at: front) != nil)
    }

    // MARK: The duties

    func duties(lead: [String], paragraph: Paragraph) -> [ReportDutyReading] {
        var sender = sender(lead: lead)
        let recipients = recipients
        let line = paragraph.line(at: place(recipients))
        var ends = recipients.isEmpty ? [String?.none] : recipients.map { $0.canonical }
        var via = via
        if recipients.isEmpty, let issuer, isToIssuer { ends = [issuer] }
        if ends == [nil], let before {
            ends = [before.to]
            via = via ?? before.via
            sender = (before.from, before.preparedBy)
        }
        if ends == [nil], let earlier = recipientBefore {
            ends = [earlier.canonical]
            via = via ?? viaBehind(earlier)
        }
        if let passed = passedOn {
            sender = ([passed.by], lead)
            ends = [passed.to]
        }
        return ends.flatMap { recipient in
            terms.map { term in
                ReportDutyReading(
                    from: sender.from.filter { $0 != recipient }, to: recipient, via: via,
                    due: term.due,
                    recurrence: term.recurrence, preparedBy: sender.preparedBy, line: line)
            }
        }
    }

    /// "gửi kế hoạch về Đảng ủy (qua Văn phòng) …; định kỳ báo cáo": the report goes there, too.
    private var recipientBefore: UnitNames.Match? {
        let sentence = body.sentence(around: verb.lowerBound)
        guard clause.lowerBound > sentence.lowerBound else { return nil }
        return matches.last { match in
            match.range.lowerBound >= sentence.lowerBound
                && match.range.upperBound <= clause.lowerBound
                && body.start(ofAny: ["gửi về", "về", "gửi"], before: match.range.lowerBound) != nil
        }
    }

    private func viaBehind(_ recipient: UnitNames.Match) -> String? {
        matches.first {
            $0.range.lowerBound >= recipient.range.upperBound
                && $0.range.upperBound <= clause.lowerBound && isVia($0.range.lowerBound)
        }?.canonical
    }

    private func place(_ recipients: [UnitNames.Match]) -> Int {
        for time in times where !time.text.isEmpty {
            if let found = body.first(Phrase(time.text), from: clause.lowerBound) {
                return found.lowerBound
            }
        }
        return recipients.first?.range.lowerBound ?? verb.lowerBound
    }

    /// "xây dựng báo cáo, trình UBND phường gửi Sở Nội vụ": who sends the draft on, and where.
    private var passedOn: (by: String, to: String)? {
        let behind = matches.filter {
            $0.range.lowerBound >= verb.upperBound && $0.range.lowerBound < clause.upperBound
        }
        guard let first = behind.first, behind.count > 1,
            body.start(
                ofAny: ["trình", "tham mưu", "tham mưu cho"], before: first.range.lowerBound)
                != nil
        else { return nil }
        var next = body.skipSpaces(first.range.upperBound)
        let signed = body.end(ofAny: ["ký duyệt", "ký ban hành", "ký", "phê duyệt"], at: next)
        if let signed { next = body.skipSpaces(signed) }
        let start = body.at(next) == "," ? body.skipSpaces(next + 1) : next
        guard
            let mover = body.end(
                ofAny: ["ký báo cáo", "báo cáo", "ký gửi", "gửi báo cáo", "gửi", "trình"],
                at: start),
            body.skipSpaces(mover) == behind[1].range.lowerBound
                || body.end(ofAny: ["về", "cho"], at: body.skipSpaces(mover)).map(body.skipSpaces)
                    == behind[1].range.lowerBound
        else { return nil }
        // "trình Chủ tịch UBND xã ký": the committee sends what its chairman signs.
        if signed != nil, let issuer, first.canonical.hasSuffix(issuer) {
            return (issuer, behind[1].canonical)
        }
        return (first.canonical, behind[1].canonical)
    }

    /// "báo cáo Sở", "về Đảng ủy": the issuer by its kind alone.
    private var isToIssuer: Bool {
        guard let issuer, issuer.hasPrefix("Sở ") else { return false }
        var position = verb.upperBound
        while let found = body.first("sở", from: position, before: purpose) {
            let next = body.skipSpaces(found.upperBound)
            if body.isUpper(found.lowerBound), !body.isUpper(next),
                isDirect(found.lowerBound) || isMoved(found.lowerBound)
            {
                return true
            }
            position = found.upperBound
        }
        return false
    }

    private func isMoved(_ position: Int) -> Bool {
        let start =
            body.start(ofAny: ["giám đốc", "lãnh đạo", "ban giám đốc"], before: position)
            ?? position
        return start < position && isDirect(start)
            || body.start(ofAny: Self.movers, before: start) != nil
    }

    private typealias Term = (due: String?, recurrence: ReportDutyReading.Recurrence)

    private var terms: [Term] {
        let times = times
        var timed = times.filter { $0.recurrence != .unspecified && $0.recurrence != .continuous }
        // "hằng ngày từ ngày 10/3 đến ngày 16/3/2026": the days say how long.
        if timed.contains(where: { $0.type == .recurring }) { timed.removeAll { $0.start != nil } }
        if timed.isEmpty {
            if isPrescribed { return [(nil, .asPrescribed)] }
            if let kind = periodOfName { return [(nil, kind)] }
            if times.isEmpty && (isTrouble || isOccasional) { return [(nil, .adHoc)] }
            return [(nil, .unspecified)]
        }
        var seen: Set<String> = []
        // "Hằng năm … tại kỳ họp cuối năm" is one cycle.
        timed.removeAll { !seen.insert("\($0.date ?? "") \($0.recurrence as Any)").inserted }
        return timed.map { time in
            guard time.type == .recurring else { return (time.date, .once) }
            let recurrence: ReportDutyReading.Recurrence =
                switch time.recurrence {
                case .daily: .daily
                case .weekly: .weekly
                case .monthly: .monthly
                case .quarterly: .quarterly
                case .halfYearly: .halfYearly
                case .yearly: .yearly
                case .continuous, .unspecified, nil: .unspecified
                }
            return (time.date, recurrence)
        }
    }

    private static let periods: [(Phrase, ReportDutyReading.Recurrence)] = [
        ("ngày", .daily), ("tuần", .weekly), ("tháng", .monthly), ("quý", .quarterly),
    ]

    /// "báo cáo tuần", "báo cáo tháng": the kind of report says how often.
    private var periodOfName: ReportDutyReading.Recurrence? {
        let next = body.skipSpaces(verb.upperBound)
        for (word, recurrence) in Self.periods {
            guard let end = body.end(of: word, at: next) else { continue }
            return body.at(body.skipSpaces(end))?.digit == nil ? recurrence : nil
        }
        return nil
    }

    // MARK: The sender

    private static let between: [Phrase] = [
        "kịp thời", "chủ động", "định kỳ", "tổng hợp", "có trách nhiệm", "phải", "gửi", "thực hiện",
        "tiếp tục", "và", "thường xuyên", "nghiêm túc", "đề nghị", "hằng năm", "hàng năm", "thì",
        "sơ kết", "tổng kết", "đánh giá", "tổ chức sơ kết", "tổ chức tổng kết", "kết quả",
    ]

    /// Who reports: the unit told to by "tham mưu", the subject directly before, or who leads.
    private func sender(lead: [String]) -> (from: [String], preparedBy: [String]?) {
        // "tham mưu báo cáo Bộ Công an": the issuer, for whom it is drafted.
        if let issuer, !lead.isEmpty, !lead.contains(issuer),
            body.start(ofAny: ["tham mưu", "giúp"], before: verb.lowerBound) != nil,
            !recipients.contains(where: { $0.canonical == issuer })
        {
            return ([issuer], lead)
        }
        let before = matches.filter {
            $0.range.upperBound <= verb.lowerBound && clause.contains($0.range.lowerBound)
        }
        guard let last = before.last, isSubject(last.range.upperBound) else {
            // "…; Phòng Kinh tế làm đầu mối theo dõi, báo cáo": a later clause has its own subject.
            if let own = before.first, clause.lowerBound > 0, !isPrepared,
                own.range.lowerBound == clause.lowerBound, known.contains(own.canonical)
            {
                return ([own.canonical], nil)
            }
            return (lead, nil)
        }
        var group = [last]
        for match in before.dropLast().reversed() {
            guard let first = group.first else { break }
            let gap = body.text(
                match.range.upperBound..<max(match.range.upperBound, first.range.lowerBound)
            )
            .split(whereSeparator: { $0 == " " || $0 == "," })
            guard gap.isEmpty || gap == ["và"] else { break }
            group.insert(match, at: 0)
        }
        let start = group.first?.range.lowerBound ?? last.range.lowerBound
        if body.start(
            ofAny: ["phối hợp với", "phối hợp", "đôn đốc", "hướng dẫn", "trình"], before: start)
            != nil
        {
            return (lead, nil)
        }
        // Whom the paragraph means by "các sở, ngành, địa phương" its task says.
        if !lead.isEmpty, group.allSatisfy({ !known.contains($0.canonical) }) {
            let own = group.count == 1 ? lead.filter { isHead(last.canonical, of: $0) } : []
            return (own.isEmpty ? lead : own, nil)
        }
        let isAdvised =
            body.start(
                ofAny: ["tham mưu", "tham mưu cho", "giúp", "tham mưu, giúp"], before: start) != nil
        return (group.map(\.canonical), isAdvised ? lead : nil)
    }

    /// "Trưởng thôn" under a heading that names "các thôn" beside others.
    private func isHead(_ person: String, of unit: String) -> Bool {
        let place = unit.lowercased()
        guard place.hasPrefix("các ") else { return false }
        let noun = place.dropFirst(4)
        let heads = ["trưởng \(noun)", "tổ trưởng \(noun)", "trưởng các \(noun)", "bí thư \(noun)"]
        return heads.contains(person.lowercased())
    }

    private var isPrepared: Bool {
        body.first(ofAny: ["tham mưu", "giúp"], in: clause.lowerBound..<verb.lowerBound) != nil
    }

    /// Nothing but adverbs and commas stands between the unit and the verb.
    private func isSubject(_ end: Int) -> Bool {
        var next = body.skipSpaces(end)
        while next < verb.lowerBound {
            if body.scalars[next] == "," {
                next = body.skipSpaces(next + 1)
            } else if let word = body.end(ofAny: Self.between, at: next) {
                next = body.skipSpaces(word)
            } else {
                return false
            }
        }
        return true
    }
}
