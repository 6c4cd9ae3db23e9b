/// Something dated that a digest may remind of.
package struct DigestItem: Sendable, Equatable {
    package enum Kind: Sendable, Equatable {
        case work
        /// A request for explanation that waits for its answer.
        case explanation
        /// A report of a unit, or of the ward itself, that is not sent yet.
        case report
    }

    package let kind: Kind
    /// Of the occurrence, or of the period of the report, for the address of its page.
    package let work: String
    package let title: String
    package let due: Day
    /// The unit that must do it; nil: nobody yet, or, of a report, who drafts for the ward.
    package let unit: String?
    package let unitName: String?

    package init(
        _ kind: Kind, work: String, title: String, due: Day, unit: String?, unitName: String?
    ) {
        self.kind = kind
        self.work = work
        self.title = title
        self.due = due
        self.unit = unit
        self.unitName = unitName
    }
}

/// What waits for a person's own word, by number.
package struct DigestWaiting: Sendable, Equatable {
    package var toAccept = 0
    package var obstacles = 0
    package var proposals = 0
    /// Work of the own unit that was given back.
    package var returned = 0
    /// Answers to what the person asked, raised or proposed.
    package var explanationsToSettle = 0
    package var obstaclesAnswered = 0
    /// Obstacles of the own unit that lie with another recipient now.
    package var obstaclesForwarded = 0
    package var proposalsDecided = 0

    package init(toAccept: Int = 0, obstacles: Int = 0, proposals: Int = 0) {
        self.toAccept = toAccept
        self.obstacles = obstacles
        self.proposals = proposals
    }
}

/// The morning digest of one person: everything there is to remind of, once a day.
///
/// The ladder: the lead unit 7, 3 and 1 days before and on the day; when late, the lead unit and
/// the standing bodies after 1 day and then every week; the chairman from a week on, every week.
package struct Digest: Sendable, Equatable {
    package static let daysBefore: Set<Int> = [7, 3, 1, 0]
    package static let lateEveryDays = 7
    /// 07:00 in Vietnam, in minutes of the day.
    package static let minuteOfDay = 7 * 60

    package let subject: String
    /// Plain text, one line for each item.
    package let body: String

    /// - Parameter address: of the site, before `/work/…`.
    /// - Returns: nil when there is nothing to remind this person of today.
    package init?(
        for reader: Officer, _ items: [DigestItem], waiting: DigestWaiting, on today: Day,
        address: String
    ) {
        let due = items.filter { Self.reminds($0, reader, on: today) }
            .sorted { ($0.due, $0.title) < ($1.due, $1.title) }
        // What waits for a word goes along with the rest, and by itself on Mondays; returned work
        // every morning.
        let waits = Self.lines(of: waiting)
        guard
            !due.isEmpty || waiting.returned > 0 || (!waits.isEmpty && today.weekday == 1)
        else { return nil }
        let late = due.filter { $0.due < today }
        let soon = due.filter { $0.due >= today }
        let lateOfOthers = late.count { !Self.isOwn($0, reader) && $0.unit != reader.unit }
        var counts: [String] = []
        if late.count > lateOfOthers { counts.append("\(late.count - lateOfOthers) việc quá hạn") }
        if lateOfOthers > 0 { counts.append("\(lateOfOthers) việc quá hạn của các đơn vị") }
        if !soon.isEmpty { counts.append("\(soon.count) việc sắp đến hạn") }
        if counts.isEmpty { counts = waits }
        subject = "\(today.vietnamese): \(counts.joined(separator: ", "))"
        var parts = ["Kính gửi \(reader.name),"]
        if !late.isEmpty {
            parts.append(Self.section("QUÁ HẠN", late, on: today, address: address))
        }
        if !soon.isEmpty {
            parts.append(Self.section("SẮP ĐẾN HẠN", soon, on: today, address: address))
        }
        if !waits.isEmpty {
            parts.append("CHỜ Ý KIẾN CỦA BẠN\n" + waits.map { "- \($0)" }.joined(separator: "\n"))
        }
        parts.append("Xem tất cả: \(address)/work")
        body = parts.joined(separator: "\n\n") + "\n"
    }

    private static func isOwn(_ item: DigestItem, _ reader: Officer) -> Bool {
        if item.kind == .report, item.unit == nil { return reader.may(.draftReports) }
        return reader.unit != nil && reader.unit == item.unit && reader.may(.reportWork)
    }

    private static func reminds(_ item: DigestItem, _ reader: Officer, on today: Day) -> Bool {
        let left = item.due.number - today.number
        let isOwn = isOwn(item, reader)
        switch item.kind {
        case .explanation: return isOwn
        case .work, .report: break
        }
        if left >= 0 { return isOwn && daysBefore.contains(left) }
        let isWeekly = -left % lateEveryDays == 0
        if reader.may(.decideProposals) { return isWeekly }
        return (isOwn || reader.may(.acceptWork)) && (left == -1 || isWeekly)
    }

    private static func section(
        _ title: String, _ items: [DigestItem], on today: Day, address: String
    ) -> String {
        let lines = items.map { item in
            let left = item.due.number - today.number
            let when =
                left < 0 ? "quá hạn \(-left) ngày" : left == 0 ? "hạn hôm nay" : "còn \(left) ngày"
            let what = item.kind == .explanation ? "Giải trình: \(item.title)" : item.title
            let who = item.unitName.map { " [\($0)]" } ?? ""
            let place = item.kind == .report ? "reports" : "work"
            return
                "- \(what)\(who): \(item.due.vietnamese), \(when)\n  \(address)/\(place)/\(item.work)"
        }
        return ([title] + lines).joined(separator: "\n")
    }

    private static func lines(of waiting: DigestWaiting) -> [String] {
        var lines: [String] = []
        if waiting.returned > 0 { lines.append("\(waiting.returned) việc bị trả lại") }
        if waiting.toAccept > 0 { lines.append("\(waiting.toAccept) việc chờ xác nhận") }
        if waiting.obstacles > 0 { lines.append("\(waiting.obstacles) vướng mắc chờ trả lời") }
        if waiting.proposals > 0 { lines.append("\(waiting.proposals) đề xuất chờ quyết định") }
        if waiting.explanationsToSettle > 0 {
            lines.append("\(waiting.explanationsToSettle) giải trình chờ kết luận")
        }
        if waiting.obstaclesAnswered > 0 {
            lines.append("\(waiting.obstaclesAnswered) vướng mắc đã có trả lời")
        }
        if waiting.obstaclesForwarded > 0 {
            lines.append("\(waiting.obstaclesForwarded) vướng mắc đã chuyển nơi khác giải quyết")
        }
        if waiting.proposalsDecided > 0 {
            lines.append("\(waiting.proposalsDecided) đề xuất đã có quyết định")
        }
        return lines
    }
}
