import Domain

/// When a report is due, or how often it is made.
struct ReportTerms {
    typealias Term = (due: String?, recurrence: ReportDutyReading.Recurrence)

    let all: [Term]
    /// The times that bind the report; empty: none is said.
    let times: [Deadline]
    /// "theo quy định"
    let isPrescribed: Bool
    /// "báo cáo tuần": its name says how often.
    let isNamedPeriod: Bool
    /// Where the first of the times stands in the text.
    let place: Int?

    init(frame: ReportFrame) {
        let reader = ReportTimes(frame: frame)
        let times = reader.times
        self.times = times
        isPrescribed = reader.isPrescribed
        isNamedPeriod = !reader.periodsOfName.isEmpty
        place =
            times.lazy.filter { !$0.text.isEmpty }.compactMap { time in
                frame.body.first(Phrase(time.text), from: frame.part.lowerBound)?.lowerBound
            }.first
        all = reader.terms(times, isPrescribed: isPrescribed)
    }
}

/// Reads the times that stand in the part of one act.
private struct ReportTimes {
    let frame: ReportFrame

    private var body: Script { frame.body }
    private var part: Range<Int> { frame.part }

    // MARK: Terms

    func terms(_ times: [Deadline], isPrescribed: Bool) -> [ReportTerms.Term] {
        // "định kỳ sau mỗi đợt bão": as often as there is one.
        if !times.isEmpty, times.allSatisfy({ $0.recurrence == .unspecified }),
            body.first(ofAny: ["sau mỗi", "sau từng", "kết thúc mỗi", "mỗi khi"], in: part) != nil
        {
            return [(nil, .adHoc)]
        }
        var timed = times.filter { $0.recurrence != .unspecified && $0.recurrence != .continuous }
        // "hằng ngày từ ngày 10/3 đến ngày 16/3/2026": the days say how long.
        if timed.contains(where: { $0.type == .recurring }) { timed.removeAll { $0.start != nil } }
        if timed.isEmpty {
            if isPrescribed { return [(nil, .asPrescribed)] }
            let periods = periodsOfName
            if !periods.isEmpty { return periods.map { (nil, $0) } }
            let duty = ReportDuty(frame: frame)
            if times.isEmpty && (duty.isTrouble || duty.isOccasional || duty.isBounded) {
                return [(nil, .adHoc)]
            }
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

    // MARK: Which times

    /// The times of the part, else of the sentence.
    var times: [Deadline] {
        let own = read(ownStart..<ownEnd)
        if isPrescribed, !own.isEmpty, own.allSatisfy(isOfReview) { return [] }
        if !own.isEmpty { return dated(own.filter { $0.type != .event }) }
        // "báo cáo UBND xã trước ngày 20 hằng tháng và báo cáo Sở Y tế theo quy định": the second report
        // has a term of its own.
        if isPrescribed, frame.before != nil { return [] }
        if let per = Quantities.scan(body.slice(part)).first(where: { $0.unit == "time" })?.per,
            let recurrence = Self.cycles[per]
        {
            return [Deadline(text: "", type: .recurring, date: nil, recurrence: recurrence)]
        }
        if let period = periodsOfName.first { return dayOfName(period) }
        // "báo cáo hằng tháng …; báo cáo đột xuất khi có cháy": as often as something happens.
        if frame.before != nil, ReportDuty(frame: frame).isOccasional { return [] }
        return read(frame.sentence).filter {
            $0.type == .recurring && $0.recurrence != .continuous && $0.date != nil
        }
    }

    private func read(_ range: Range<Int>) -> [Deadline] {
        DeadlineReader.read(
            body.slice(range), context: DeadlineContext(.task, onlyYear: frame.context.onlyYear))
    }

    /// "sơ kết hằng năm, tổng kết vào năm 2030 và báo cáo … theo quy định": the time of the review, and
    /// the report has a term of its own.
    private func isOfReview(_ time: Deadline) -> Bool {
        let front = part.lowerBound..<frame.verb.lowerBound
        guard let place = body.first(ofAny: [Phrase(time.text)], in: front),
            let review = body.last(
                ofAny: ["sơ kết", "tổng kết"], in: front.lowerBound..<place.lowerBound)
        else { return false }
        // "sơ kết và hằng năm báo cáo": the time begins what stands behind it.
        return !body.scalars[review.upperBound..<place.lowerBound].contains(",")
            && body.start(ofAny: ["và"], before: place.lowerBound) == nil
    }

    private static let completions: [Phrase] = [
        "hoàn thành", "xong", "kết thúc", "ban hành", "xây dựng", "kiểm tra", "rà soát",
        "gửi kế hoạch", "gửi danh sách", "gửi hồ sơ", "gửi chương trình", "đăng ký", "gửi văn bản",
    ]

    /// Behind the last time that ends other work before the act: "…, hoàn thành trước ngày 30/4/2026,
    /// báo cáo kết quả", "xây dựng kế hoạch trước ngày 31/01, định kỳ hằng quý báo cáo".
    private var ownStart: Int {
        var start = part.lowerBound
        for position in part.lowerBound..<frame.verb.lowerBound
        where body.scalars[position] == "," || body.hasWord("và", at: position) {
            let work = start..<position
            let isDone =
                body.first(ofAny: Self.completions, in: work) != nil
                && read(work).contains(where: { $0.type != .recurring && $0.type != .event })
            guard isDone || isOfOtherWork(work, before: position) else { continue }
            start = body.skipSpaces(body.scalars[position] == "," ? position + 1 : position + 2)
        }
        return start
    }

    /// "Cập nhật số liệu hằng tuần, báo cáo … trước ngày 05/4": the cycle is of what is done in front,
    /// for the report has a day of its own and the cycle does not open the sentence.
    private func isOfOtherWork(_ work: Range<Int>, before mark: Int) -> Bool {
        guard let cycle = read(work).first(where: { $0.type == .recurring && $0.date == nil }),
            let place = body.first(
                Phrase(cycle.text), from: work.lowerBound, before: work.upperBound),
            place.lowerBound > body.skipSpaces(work.lowerBound),
            body.trimSpaces(before: work.upperBound) == place.upperBound,
            body.start(ofAny: ["định kỳ"], before: place.lowerBound) == nil
        else { return false }
        return read(mark..<part.upperBound).contains { $0.date != nil }
    }

    /// Where the recipient's own report begins ("để tổng hợp, báo cáo UBND tỉnh trước …"), if a time
    /// stands before it.
    private var ownEnd: Int {
        let purpose = frame.purpose
        guard purpose < part.upperBound,
            let onward = body.first(
                ofAny: ["báo cáo", "trình", "gửi"], in: purpose..<part.upperBound),
            read(part.lowerBound..<purpose).contains(where: { $0.type != .event })
        else { return part.upperBound }
        return onward.lowerBound
    }

    /// A day of this part with the year, or the "hằng năm", that another part of the sentence says.
    private func dated(_ own: [Deadline]) -> [Deadline] {
        guard own.contains(where: { $0.date != nil }) else { return own }
        let whole = read(frame.sentence)
        return own.map { time in
            whole.first { other in
                other.text == time.text && other.date != nil
                    && (other.type == .by || time.type == .by && other.recurrence == .yearly)
            } ?? time
        }
    }

    private static let cycles: [String: Deadline.Recurrence] = [
        "day": .daily, "week": .weekly, "month": .monthly, "quarter": .quarterly, "year": .yearly,
    ]

    // MARK: "theo quy định"

    private static let prescribed: [Phrase] = [
        "theo quy định", "theo đúng quy định", "đúng quy định", "đúng thời gian quy định",
        "đúng thời hạn quy định", "đúng thời hạn", "theo thời gian quy định", "đúng thời gian",
        "theo chế độ quy định", "đúng chế độ",
    ]

    var isPrescribed: Bool {
        let purpose = frame.purpose
        return body.first(ofAny: Self.prescribed, in: frame.verb.upperBound..<purpose) != nil
            || body.first("theo quy định", from: frame.verb.upperBound, before: part.upperBound)
                != nil && purpose == part.upperBound
    }

    // MARK: "báo cáo tháng"

    private static let periods: [(Phrase, ReportDutyReading.Recurrence)] = [
        ("ngày", .daily), ("tuần", .weekly), ("tháng", .monthly), ("quý", .quarterly),
        ("6 tháng", .halfYearly), ("06 tháng", .halfYearly), ("năm", .yearly), ("01 năm", .yearly),
    ]

    /// "báo cáo tuần", "báo cáo quý, 6 tháng, năm": the kind of report says how often.
    var periodsOfName: [ReportDutyReading.Recurrence] {
        let behind = periods(at: body.skipSpaces(frame.verb.upperBound))
        if !behind.isEmpty { return behind }
        // "6 tháng, năm báo cáo kết quả"
        let subject = frame.context.matches.last {
            part.contains($0.range.lowerBound) && $0.range.upperBound <= frame.verb.lowerBound
        }
        let found = periods(at: body.skipSpaces(subject?.range.upperBound ?? part.lowerBound))
        return found.count > 1 ? found : []
    }

    private func periods(at position: Int) -> [ReportDutyReading.Recurrence] {
        var found: [ReportDutyReading.Recurrence] = []
        var next = position
        while let (recurrence, end) = period(at: next) {
            found.append(recurrence)
            let mark = body.skipSpaces(end)
            next = body.at(mark) == "," ? body.skipSpaces(mark + 1) : mark
            if let word = body.end(of: "và", at: next) { next = body.skipSpaces(word) }
            if next == mark { break }
        }
        return found
    }

    private func period(at position: Int) -> (ReportDutyReading.Recurrence, Int)? {
        for (word, recurrence) in Self.periods {
            guard let end = body.end(of: word, at: position) else { continue }
            return body.at(body.skipSpaces(end))?.digit == nil ? (recurrence, end) : nil
        }
        return nil
    }

    /// "báo cáo tháng trước ngày 20": the day of each.
    private func dayOfName(_ period: ReportDutyReading.Recurrence) -> [Deadline] {
        guard period == .monthly || period == .quarterly else { return [] }
        let cycle = Script(period == .monthly ? "hằng tháng " : "hằng quý ")
        let named = Script(cycle.scalars + body.scalars[frame.verb.upperBound..<ownEnd])
        return DeadlineReader.read(
            named, context: DeadlineContext(.task, onlyYear: frame.context.onlyYear)
        ).filter { $0.date != nil }
    }
}
