/// The time that a frame carries: GMT, in whole seconds.
///
///     _21:00:10,02-20-2024        hour:minute:second,month-day-year
///
/// - Source: SIA DC-09, 5.5.1.9; PROTOCOLS.md 1.5.
package struct DC09Timestamp: Sendable, Hashable, Comparable {
    /// Since 1970, UTC.
    package let seconds: Int64

    package init(seconds: Int64) { self.seconds = seconds }

    /// With its underscore.
    static let byteCount = 20
    private static let pattern = Array("_00:00:00,00-00-0000".utf8)

    /// Reads the 20 bytes from `start` on; nil when they are no timestamp or no moment.
    init?(_ bytes: Span<UInt8>, at start: Int) {
        guard start >= 0, start + DC09Timestamp.byteCount <= bytes.count else { return nil }
        guard bytes[start] == Sign.underscore else { return nil }
        for (index, sign) in DC09Timestamp.pattern.enumerated() {
            let byte = bytes[start + index]
            guard sign == 0x30 ? Sign.isDecimal(byte) : byte == sign else { return nil }
        }
        let hour = DC09Timestamp.number(bytes, start + 1, 2)
        let minute = DC09Timestamp.number(bytes, start + 4, 2)
        let second = DC09Timestamp.number(bytes, start + 7, 2)
        let month = DC09Timestamp.number(bytes, start + 10, 2)
        let day = DC09Timestamp.number(bytes, start + 13, 2)
        let year = DC09Timestamp.number(bytes, start + 16, 4)
        guard hour < 24, minute < 60, second < 60, (1...12).contains(month), day >= 1,
            day <= DC09Timestamp.days(of: month, year)
        else { return nil }
        seconds =
            DC09Timestamp.dayNumber(year, month, day) * 86_400 + hour * 3600 + minute * 60 + second
    }

    /// The 20 bytes of the wire.
    package var bytes: [UInt8] {
        let day = (seconds >= 0 ? seconds : seconds - 86_399) / 86_400
        let time = seconds - day * 86_400
        let date = DC09Timestamp.date(day)
        var bytes = DC09Timestamp.pattern
        func put(_ number: Int64, _ offset: Int, _ digits: Int) {
            var rest = number
            for index in stride(from: offset + digits - 1, through: offset, by: -1) {
                bytes[index] = 0x30 + UInt8(rest % 10)
                rest /= 10
            }
        }
        put(time / 3600, 1, 2)
        put(time / 60 % 60, 4, 2)
        put(time % 60, 7, 2)
        put(date.month, 10, 2)
        put(date.day, 13, 2)
        put(min(max(date.year, 0), 9999), 16, 4)
        return bytes
    }

    package static func < (left: DC09Timestamp, right: DC09Timestamp) -> Bool {
        left.seconds < right.seconds
    }

    private static func number(_ bytes: Span<UInt8>, _ start: Int, _ digits: Int) -> Int64 {
        var number: Int64 = 0
        for index in start..<start + digits { number = number * 10 + Int64(bytes[index] - 0x30) }
        return number
    }

    private static func days(of month: Int64, _ year: Int64) -> Int64 {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Days since 1970; years are counted from March, so that the leap day is the last of one.
    private static func dayNumber(_ year: Int64, _ month: Int64, _ day: Int64) -> Int64 {
        let years = month <= 2 ? year + 399 : year + 400
        let months = (month + 9) % 12
        let dayOfYear = (153 * months + 2) / 5 + day - 1
        return years * 365 + years / 4 - years / 100 + years / 400 + dayOfYear - 865_565
    }

    private static func date(_ number: Int64) -> (year: Int64, month: Int64, day: Int64) {
        let days = number + 719_468
        let era = (days >= 0 ? days : days - 146_096) / 146_097
        let dayOfEra = days - era * 146_097
        let yearOfEra =
            (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let months = (5 * dayOfYear + 2) / 153
        let month = months < 10 ? months + 3 : months - 9
        return (
            yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month,
            dayOfYear - (153 * months + 2) / 5 + 1
        )
    }
}

/// Where a timestamp lies about the clock of the receiver.
///
/// - Source: SIA DC-09, 5.5.1.9: at most 20 seconds ahead and 40 seconds behind.
package enum TimestampWindow: Sendable, Hashable {
    case within
    case ahead(seconds: Int64)
    case behind(seconds: Int64)

    package static let aheadSecondsMax: Int64 = 20
    package static let behindSecondsMax: Int64 = 40

    package init(of stamp: DC09Timestamp, now: DC09Timestamp) {
        let offset = stamp.seconds - now.seconds
        if offset > TimestampWindow.aheadSecondsMax {
            self = .ahead(seconds: offset)
        } else if offset < -TimestampWindow.behindSecondsMax {
            self = .behind(seconds: -offset)
        } else {
            self = .within
        }
    }
}
