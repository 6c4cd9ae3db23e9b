/// Moments of a response that are kept by one tap.
package enum AlarmMark: String, Sendable, CaseIterable {
    case localArrived, engineArrived, waterOn, evacuated, controlled, extinguished, stoodDown

    package var title: String {
        switch self {
        case .localArrived: "Lực lượng tại chỗ có mặt"
        case .engineArrived: "Xe chữa cháy đến"
        case .waterOn: "Có nước phun"
        case .evacuated: "Đã sơ tán hết người"
        case .controlled: "Khống chế"
        case .extinguished: "Dập tắt"
        case .stoodDown: "Rút lực lượng"
        }
    }

    /// The field of an incident that says the same.
    package var incidentField: Field<Moment>? {
        switch self {
        case .localArrived: Incidents.localArrived
        case .engineArrived: Incidents.engineArrived
        case .controlled: Incidents.controlled
        case .extinguished: Incidents.extinguished
        case .waterOn, .evacuated, .stoodDown: nil
        }
    }
}

/// Something that happened to an alarm case, in the order in which people are shown it.
package enum AlarmStepKind: String, Sendable, CaseIterable {
    case opened, zone, raised, ended, taken, told, marked, judged, incident, called, answered
    case closed
    /// Many devices were lost together; how many of them still are.
    case lost, outage
    /// A person said that it burns.
    case reported
    /// Everybody of the ladder was told again, as still nobody had taken it.
    case reminded
    /// A zone whose alarm had ended burns again.
    case again
    /// The panel was reset, which ended what it had reported.
    case reset
}
