package import Domain

/// A calendar of due days for the calendar programs of phones and desks.
///
/// - Source: RFC 5545.
package struct ICalendar: Sendable {
    package struct Event: Sendable {
        package let id: String
        package let day: Day
        package let title: String
        package let detail: String
        package let address: String
        /// Rises when the record changes, so that programs take the later one.
        package let sequence: Int
        /// Whether somebody is still to be reminded.
        package let isOpen: Bool

        package init(
            id: String, day: Day, title: String, detail: String, address: String, sequence: Int,
            isOpen: Bool
        ) {
            self.id = id
            self.day = day
            self.title = title
            self.detail = detail
            self.address = address
            self.sequence = sequence
            self.isOpen = isOpen
        }
    }

    package let name: String
    package let events: [Event]

    package init(name: String, events: [Event]) {
        self.name = name
        self.events = events
    }

    /// 07:00 seven, three and one days before the day begins.
    private static let alarms = ["-P6DT17H", "-P2DT17H", "-PT17H"]

    /// The text of the calendar, as it stood at a moment.
    package func text(at now: Instant) -> String {
        var lines = [
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Canh Lua//Canh Lua//VI",
            "CALSCALE:GREGORIAN", "METHOD:PUBLISH", "X-WR-CALNAME:\(Self.escaped(name))",
            "X-WR-TIMEZONE:Asia/Ho_Chi_Minh", "REFRESH-INTERVAL;VALUE=DURATION:PT6H",
        ]
        for event in events { lines += Self.lines(of: event, at: now) }
        lines.append("END:VCALENDAR")
        return lines.map { Self.folded($0) + "\r\n" }.joined()
    }

    private static func lines(of event: Event, at now: Instant) -> [String] {
        var lines = [
            "BEGIN:VEVENT", "UID:\(event.id)@canhlua", "DTSTAMP:\(stamp(now))",
            "DTSTART;VALUE=DATE:\(date(event.day))",
            "DTEND;VALUE=DATE:\(date(event.day.adding(days: 1)))",
            "SEQUENCE:\(event.sequence)", "SUMMARY:\(escaped(event.title))",
            "DESCRIPTION:\(escaped(event.detail))", "URL:\(event.address)",
            "TRANSP:TRANSPARENT",
        ]
        if event.isOpen {
            for alarm in alarms {
                lines += [
                    "BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:\(alarm)",
                    "DESCRIPTION:\(escaped(event.title))", "END:VALARM",
                ]
            }
        }
        return lines + ["END:VEVENT"]
    }

    /// - Source: RFC 5545, section 3.3.11.
    static func escaped(_ text: String) -> String {
        var out = ""
        for letter in text {
            switch letter {
            case "\\": out += "\\\\"
            case ";": out += "\\;"
            case ",": out += "\\,"
            case "\n", "\r\n": out += "\\n"
            case "\r": continue
            default: out.append(letter)
            }
        }
        return out
    }

    /// Lines of at most 75 octets, cut between characters.
    ///
    /// - Source: RFC 5545, section 3.1.
    static func folded(_ line: String) -> String {
        guard line.utf8.count > octetsMax else { return line }
        var out = ""
        var octets = 0
        for scalar in line.unicodeScalars {
            let length = String(scalar).utf8.count
            if octets + length > octetsMax {
                out += "\r\n "
                octets = 1
            }
            out.unicodeScalars.append(scalar)
            octets += length
        }
        return out
    }

    private static let octetsMax = 75

    private static func date(_ day: Day) -> String { day.iso.filter { $0 != "-" } }

    /// `20261121T020000Z`.
    private static func stamp(_ now: Instant) -> String {
        let seconds = now.milliseconds / 1000
        let day = Day(number: Int(seconds / 86_400))
        let rest = Int(seconds % 86_400)
        return
            "\(date(day))T\(twoDigits(rest / 3600))\(twoDigits(rest / 60 % 60))\(twoDigits(rest % 60))Z"
    }
}
