/// A moment: milliseconds since 1970, UTC.
package struct Instant: Sendable, Hashable, Comparable, Codable {
    package let milliseconds: Int64

    package init(milliseconds: Int64) { self.milliseconds = milliseconds }

    package static func < (left: Instant, right: Instant) -> Bool {
        left.milliseconds < right.milliseconds
    }

    package func adding(seconds: Int64) -> Instant {
        Instant(milliseconds: milliseconds + seconds * 1000)
    }

    /// The first moment of a day in Vietnam.
    package init(startOf day: Day) {
        milliseconds = Int64(day.number) * 86_400_000 - Instant.vietnamOffset
    }

    /// The day in Vietnam at this moment.
    package var day: Day {
        Day(number: Int((milliseconds + Instant.vietnamOffset).floorDivided(by: 86_400_000)))
    }

    /// Minutes since midnight in Vietnam.
    package var minuteOfDay: Int {
        let local = milliseconds + Instant.vietnamOffset
        return Int((local - local.floorDivided(by: 86_400_000) * 86_400_000) / 60_000)
    }

    /// `07:05 21/11/2026`, Vietnam time.
    package var vietnamese: String {
        let minutes = minuteOfDay
        return "\(twoDigits(minutes / 60)):\(twoDigits(minutes % 60)) \(day.vietnamese)"
    }

    /// `07:05:09`, Vietnam time.
    package var clock: String {
        let minutes = minuteOfDay
        let seconds = Int((milliseconds / 1000) % 60)
        return "\(twoDigits(minutes / 60)):\(twoDigits(minutes % 60)):\(twoDigits(seconds))"
    }

    /// UTC+7 the whole year; Vietnam has no daylight saving time.
    package static let vietnamOffset: Int64 = 7 * 3_600_000
}

extension Int64 {
    fileprivate func floorDivided(by divisor: Int64) -> Int64 {
        let quotient = self / divisor
        return self % divisor < 0 ? quotient - 1 : quotient
    }
}

/// At least two digits.
package func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
}
