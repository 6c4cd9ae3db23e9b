/// A minute of a day as people tell it, in Vietnam's time: `15:40 21/11/2026`.
package struct Moment: FieldValue, Comparable {
    package let day: Day
    package let time: TimeOfDay

    package init(_ day: Day, _ time: TimeOfDay) {
        self.day = day
        self.time = time
    }

    /// `15:40 21/11/2026`, `21/11/2026 15h40`, `15 giờ 40 phút ngày 21/11/2026`,
    /// `2026-11-21T15:40`.
    package init?(text: String) {
        if let moment = Self.iso(text) {
            self = moment
            return
        }
        let words = Self.plain(text).split(separator: " ")
        let days = words.compactMap { Day(text: String($0)) }
        let times = words.compactMap { TimeOfDay(text: String($0)) }
        guard words.count == 2, let day = days.first, let time = times.first else { return nil }
        self.init(day, time)
    }

    private static func iso(_ text: String) -> Moment? {
        guard let day = Day(iso: text.prefix(10)), text.count > 11 else { return nil }
        return TimeOfDay(text: String(text.dropFirst(11))).map { Moment(day, $0) }
    }

    /// Without the words that stand around hours and days.
    private static func plain(_ text: String) -> String {
        var text = folded(text).replacing(",", with: " ")
        for (words, sign) in [(" gio ", "h"), (" gio", "h"), (" phut", ""), ("gio", "h")] {
            text = text.replacing(words, with: sign)
        }
        return text.split(separator: " ").filter { !["ngay", "luc", "vao"].contains($0) }
            .joined(separator: " ")
    }

    package init?(cell: Cell) {
        guard case .text(let text) = cell, let moment = Self.iso(text) else { return nil }
        self = moment
    }

    /// ISO, so that it sorts as text: `2026-11-21T15:40`.
    package var cell: Cell { .text("\(day.iso)T\(time.shown)") }
    package var shown: String { "\(time.shown) \(day.vietnamese)" }
    package static var control: Control { .moment }
    package static var expected: String { "giờ và ngày, như 15:40 21/11/2026" }

    package static func < (left: Moment, right: Moment) -> Bool {
        (left.day, left.time) < (right.day, right.time)
    }

    /// Minutes from an earlier moment to this one; below zero when it is later.
    package func minutes(since other: Moment) -> Int {
        (day.number - other.day.number) * TimeOfDay.minutesOfDay + time.minute - other.time.minute
    }
}

/// A minute of any day: `07:30`.
package struct TimeOfDay: FieldValue, Comparable {
    /// Since midnight.
    package let minute: Int

    static let minutesOfDay = 24 * 60

    fileprivate init(minuteOfDay: Int) { minute = minuteOfDay }

    /// `7:30`, `07h30`, `7h`, `7 giờ 30`; seconds are left out.
    package init?(text: String) {
        let plain = folded(text).replacing(" gio ", with: "h").replacing(" gio", with: "h")
            .replacing(" phut", with: "")
        let parts = plain.split(omittingEmptySubsequences: false) { ":hg".contains($0) }
        guard (2...3).contains(parts.count), let hour = Self.number(parts[0], below: 24) else {
            return nil
        }
        guard let minute = parts[1].isEmpty ? 0 : Self.number(parts[1], below: 60) else {
            return nil
        }
        if parts.count == 3, Self.number(parts[2], below: 60) == nil { return nil }
        self.minute = hour * 60 + minute
    }

    private static func number(_ digits: Substring, below end: Int) -> Int? {
        guard (1...2).contains(digits.utf8.count), digits.allSatisfy(\.isNumber) else {
            return nil
        }
        return Int(digits).flatMap { $0 < end ? $0 : nil }
    }

    package init?(cell: Cell) {
        guard case .text(let text) = cell else { return nil }
        self.init(text: text)
    }

    package var cell: Cell { .text(shown) }
    package var shown: String { "\(twoDigits(minute / 60)):\(twoDigits(minute % 60))" }
    package static var control: Control { .line }
    package static var expected: String { "giờ, như 07:30" }

    package static func < (left: TimeOfDay, right: TimeOfDay) -> Bool {
        left.minute < right.minute
    }
}

extension Instant {
    /// The minute in Vietnam at this moment.
    package var moment: Moment { Moment(day, TimeOfDay(minuteOfDay: minuteOfDay)) }
}
