/// When devices that fall silent are one trouble of many: an operator, a power cut, an exchange.
package enum Outage {
    /// Devices that were lost within so long belong together.
    package static let windowSeconds: Int64 = 600
    /// So many lost are one trouble, however many there are.
    ///
    /// - Source: FEATURES.md 55.
    package static let devicesMany = 50
    /// In a small ward fewer are, if they are a large share.
    package static let devicesFew = 5
    package static let percentLarge = 10

    /// - Parameter total: devices of the ward that were ever heard.
    package static func isThere(lost: Int, of total: Int) -> Bool {
        lost >= devicesMany || lost >= devicesFew && lost * 100 >= total * percentLarge
    }
}

/// When a device that reports in an interval has fallen silent.
package enum Silence {
    /// Of the interval: declared before 110 of it, with a second for the job that looks.
    ///
    /// - Source: issue 4: within the interval and 10 %.
    package static let percent: Int64 = 108

    package static func isOver(interval seconds: Int, since heard: Instant, now: Instant) -> Bool {
        now.milliseconds - heard.milliseconds >= Int64(seconds) * 10 * percent
    }
}
