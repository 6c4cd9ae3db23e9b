/// What a panel puts back to rest by one signal, whatever had latched.
///
/// - Source: PROTOCOLS.md 1.11, rule (c): an alarm of a panel is latched, and ended by the restore
///   of its point or by a reset (305, XI; `FR` for an area), not by silencing the sounders.
package enum PanelReset: Sendable {
    /// A restore of fire alarms that names no zone.
    case alarms
    /// Alarms and latched troubles.
    case everything
}

extension AlarmSignal {
    private static let resetCodes = [
        "contactID": ["305", "313"], "sia": ["XI", "RN", "RR"],
    ]

    /// nil: it is no reset.
    package var reset: PanelReset? {
        let code = code.uppercased()
        if scheme == "sia", code == "FR", zone == nil { return .alarms }
        let isCode = Self.resetCodes[scheme]?.contains(code) ?? false
        return isCode && kind == .notice && change != .ended ? .everything : nil
    }

    /// The zone alone that a reset is of; nil: all of its area, or of the panel.
    ///
    /// The number of Contact ID is not one: 305 is of the whole panel.
    package var resetZone: String? { scheme == "sia" ? zone : nil }

    private static let momentaryTests: Set<String> = [
        "601", "602", "603", "608", "611", "612", "613", "614", "615",
    ]

    /// A test that neither begins nor ends: the line was tried, or one point. Contact ID says that
    /// it begins, as its qualifier must say something, and never that it ends.
    package var isMomentaryTest: Bool {
        kind == .test
            && (change == .noted || scheme == "contactID" && Self.momentaryTests.contains(code))
    }
}
