/// An alarm without a fire, as a named person found (báo nhầm, báo giả).
package struct FalseAlarm: Sendable {
    /// Of the case.
    package let id: String
    package let facility: String
    package let facilityName: String?
    /// Of the transmitter that reported first.
    package let model: String?
    package let supplier: String?
    package let outcome: AlarmOutcome
    package let cause: AlarmOutcome.Cause?
    package let words: String?
    package let openedAt: Instant
    package let judgedBy: String?

    package init(
        id: String, facility: String, facilityName: String?, model: String?, supplier: String?,
        outcome: AlarmOutcome, cause: AlarmOutcome.Cause?, words: String?, openedAt: Instant,
        judgedBy: String?
    ) {
        self.id = id
        self.facility = facility
        self.facilityName = facilityName
        self.model = model
        self.supplier = supplier
        self.outcome = outcome
        self.cause = cause
        self.words = words
        self.openedAt = openedAt
        self.judgedBy = judgedBy
    }

    /// Of the day in Vietnam.
    package var hour: Int { openedAt.minuteOfDay / 60 }

    /// By what false alarms are told apart; the value is what an address asks for.
    package enum Side: String, Sendable, CaseIterable {
        case facility, device, cause, hour

        package var title: String {
            switch self {
            case .facility: "Cơ sở"
            case .device: "Kiểu thiết bị, đơn vị cung cấp"
            case .cause: "Nguyên nhân"
            case .hour: "Giờ trong ngày"
            }
        }
    }

    package func key(of side: Side) -> String {
        switch side {
        case .facility: facility
        case .device: [model, supplier].map { $0 ?? "" }.joined(separator: "|")
        case .cause: cause?.rawValue ?? outcome.rawValue
        case .hour: twoDigits(hour)
        }
    }

    package func title(of side: Side) -> String {
        switch side {
        case .facility: facilityName ?? "Cơ sở đã bỏ khỏi sổ"
        case .device:
            model == nil && supplier == nil
                ? "Chưa ghi kiểu thiết bị"
                : [model ?? "Chưa ghi kiểu", supplier].compactMap(\.self).joined(separator: ", ")
        case .cause: cause?.title ?? outcome.title
        case .hour: "\(twoDigits(hour)) giờ đến \(twoDigits(hour)):59"
        }
    }
}

/// False alarms of one facility, model, cause or hour.
package struct FalseAlarmGroup: Sendable, Equatable {
    package let key: String
    package let title: String
    package let count: Int
    package let lastAt: Instant

    /// Most first; hours as the day has them.
    package static func of(_ alarms: [FalseAlarm], by side: FalseAlarm.Side) -> [FalseAlarmGroup] {
        let groups = Dictionary(grouping: alarms) { $0.key(of: side) }.map { key, alarms in
            FalseAlarmGroup(
                key: key, title: alarms[0].title(of: side), count: alarms.count,
                lastAt: alarms.map(\.openedAt).max() ?? alarms[0].openedAt)
        }
        guard side != .hour else { return groups.sorted { $0.key < $1.key } }
        return groups.sorted { ($1.count, $0.title, $0.key) < ($0.count, $1.title, $1.key) }
    }
}
