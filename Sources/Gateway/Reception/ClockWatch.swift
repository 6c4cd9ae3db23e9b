import Domain
import Synchronization

/// Whether our own clock went on evenly: when it was set by much, no device is told that its clock
/// is wrong.
///
/// - Source: PROTOCOLS.md 1.5: a step of ours would refuse every device that encrypts.
final class ClockWatch: Sendable {
    private let stepSecondsMax: Int64
    private static let doubt = Duration.seconds(900)

    private struct Look {
        let wall: Instant
        let steady: ContinuousClock.Instant
    }

    private let state = Mutex<(last: Look?, doubtedUntil: ContinuousClock.Instant?)>((nil, nil))

    init(stepSecondsMax: Int64 = ReceptionLimits().clockStepSecondsMax) {
        self.stepSecondsMax = stepSecondsMax
    }

    /// Looks at the clock, and says whether it may be believed.
    func isTrusted(at wall: Instant) -> Bool {
        let steady = ContinuousClock.now
        return state.withLock { state in
            if let last = state.last {
                let passed = (steady - last.steady) / Duration.milliseconds(1)
                let step = Double(wall.milliseconds - last.wall.milliseconds) - passed
                if abs(step) > Double(stepSecondsMax * 1000) {
                    state.doubtedUntil = steady + Self.doubt
                }
            }
            state.last = Look(wall: wall, steady: steady)
            guard let until = state.doubtedUntil else { return true }
            if steady < until { return false }
            state.doubtedUntil = nil
            return true
        }
    }
}
