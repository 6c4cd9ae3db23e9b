/// How pressing an alarm of a facility is to those who answer.
package enum AlarmPriority: Int, Sendable, Comparable, CaseIterable {
    /// While the device is being tried: seen, and nobody is called.
    case trial
    case usual
    /// Confirmed by a second zone, or by a person at a call point beside a detector.
    case high

    package static func < (left: AlarmPriority, right: AlarmPriority) -> Bool {
        left.rawValue < right.rawValue
    }

    /// - Parameters:
    ///   - zones: in which an alarm was reported.
    ///   - kinds: of the alarms.
    package static func of(
        zones: Set<AlarmZone>, kinds: Set<AlarmSignal.Kind>, isTrial: Bool
    ) -> AlarmPriority {
        if isTrial { return .trial }
        let isConfirmed = kinds.contains(.manualCallPoint) && kinds.contains(.fireAlarm)
        return zones.count > 1 || isConfirmed ? .high : .usual
    }

    package var title: String {
        switch self {
        case .trial: "Đang thử thiết bị"
        case .usual: "Báo cháy"
        case .high: "Ưu tiên cao"
        }
    }
}
