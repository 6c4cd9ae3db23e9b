/// How a zone of a facility stands, as its transmitter last reported it.
///
/// - Source: the states of TCVN 14538 as DOMAIN.md 6 gives them.
package enum ZoneState: String, Sendable, CaseIterable {
    case normal, alarm, fault, disabled, test, restored

    package var title: String {
        switch self {
        case .normal: "Bình thường"
        case .alarm: "Đang báo cháy"
        case .fault: "Đang lỗi"
        case .disabled: "Bị cô lập"
        case .test: "Đang thử"
        case .restored: "Đã trở lại bình thường"
        }
    }

    /// A zone that is tried is so for so long at most: the end of a test may never be reported, and
    /// must not hide a zone for ever.
    ///
    /// - Source: PROTOCOLS.md 1.11, rule (e).
    package static let testSecondsMax: Int64 = 2 * 3_600

    /// What a signal makes of the state; nil: it says nothing about it.
    ///
    /// An alarm ends by the end of an alarm alone: a fault that comes or goes beside it must not
    /// hide it.
    ///
    /// - Parameter troubles: of the zone that have not ended with the signal, the latest first.
    package func after(_ signal: AlarmSignal, beside troubles: [DeviceTrouble] = []) -> ZoneState? {
        guard !signal.isMomentaryTest, let begun = Self.begun(by: signal.kind) else { return nil }
        switch signal.change {
        case .begun, .still: return self == .alarm && begun != .alarm ? nil : begun
        case .noted: return begun == .alarm ? .alarm : nil
        case .ended:
            guard (self == .alarm) == (begun == .alarm) else { return nil }
            return troubles.first?.zoneState ?? (self == begun ? .restored : nil)
        }
    }

    /// What a reset of the panel makes of the state; nil: nothing.
    package func after(_ reset: PanelReset, beside troubles: [DeviceTrouble]) -> ZoneState? {
        guard self == .alarm || self == .fault && reset == .everything else { return nil }
        return troubles.first?.zoneState ?? .restored
    }

    private static func begun(by kind: AlarmSignal.Kind) -> ZoneState? {
        switch kind {
        case .fireAlarm, .manualCallPoint, .otherAlarm, .unknown: .alarm
        case .supervision, .fault, .power, .battery, .line, .tamper: .fault
        case .disabled: .disabled
        case .test: .test
        case .heartbeat, .openClose, .notice: nil
        }
    }
}

extension AlarmSignal {
    /// Whether people are called: an alarm that is there, whatever it is a repetition of.
    package var callsPeople: Bool { kind.isAlarm && change != .ended }
}

/// Where in a facility something was reported: the account, its area and its zone.
package struct AlarmZone: Sendable, Hashable {
    package let account: String
    package let area: String
    package let zone: String

    package init(account: String, area: String?, zone: String?) {
        self.account = account
        self.area = area ?? ""
        self.zone = zone ?? ""
    }

    /// `01/007`: area and zone; `01/`, an area; `007`, a zone; empty where neither was said.
    package var place: String {
        area.isEmpty ? zone : "\(area)/\(zone)"
    }
}
