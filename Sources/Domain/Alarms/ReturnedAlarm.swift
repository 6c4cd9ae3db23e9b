/// What people are told of a zone whose alarm ended and came back within one case.
///
/// That it burns again is never left out; a contact that comes and goes a thousand times is said
/// once a minute. The last word on it may be the alarm, never an end that no longer holds.
package enum ReturnedAlarm {
    package static let quietSeconds: Int64 = 60

    /// What was told last of the zone, or of its whole panel.
    package struct Told: Sendable {
        package let step: AlarmStepKind
        package let at: Instant

        package init(step: AlarmStepKind, at: Instant) {
            self.step = step
            self.at = at
        }
    }

    /// Whether it is told that the alarm is back.
    package static func isTold(after last: Told?, at moment: Instant) -> Bool {
        guard let last else { return true }
        return last.step == .ended || last.step == .reset || isLong(since: last.at, moment)
    }

    /// Whether it is told that the alarm ended.
    package static func isEndTold(after last: Told?, at moment: Instant) -> Bool {
        switch last?.step {
        case .ended: false
        case .again: last.map { isLong(since: $0.at, moment) } ?? true
        default: true
        }
    }

    private static func isLong(since last: Instant, _ moment: Instant) -> Bool {
        moment.milliseconds - last.milliseconds >= quietSeconds * 1000
    }
}
