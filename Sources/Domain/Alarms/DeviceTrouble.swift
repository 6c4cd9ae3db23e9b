/// What may be wrong with a device, each the work of who keeps it until it is over.
package enum DeviceTrouble: String, Sendable, CaseIterable {
    /// It is not heard.
    case silence
    /// What it reports of itself and of its facility, named as the signals are.
    case supervision, disabled, power, battery, line, fault, tamper
    /// Its SIM is not paid for much longer, or no longer.
    case subscription

    /// - Returns: nil: a signal of this kind is no trouble.
    package init?(reportedAs kind: AlarmSignal.Kind) {
        switch kind {
        case .supervision: self = .supervision
        case .disabled: self = .disabled
        case .power: self = .power
        case .battery: self = .battery
        case .line: self = .line
        case .fault: self = .fault
        case .tamper: self = .tamper
        case .fireAlarm, .manualCallPoint, .otherAlarm, .unknown, .test, .heartbeat, .openClose,
            .notice:
            return nil
        }
    }

    package var title: String {
        switch self {
        case .silence: "Mất liên lạc"
        case .supervision: "Bơm, van, nước chưa sẵn sàng"
        case .disabled: "Bị ngắt, cô lập"
        case .power: "Mất nguồn điện"
        case .battery: "Ắc quy, pin yếu"
        case .line: "Lỗi đường truyền"
        case .fault: "Hỏng"
        case .tamper: "Bị mở, bị phá"
        case .subscription: "Hạn SIM"
        }
    }

    /// Whether a fire would not be reported, or not be put out, because of this alone. Power is so
    /// with the battery low too.
    package var isPressing: Bool {
        switch self {
        case .silence, .supervision, .disabled: true
        case .power, .battery, .line, .fault, .tamper, .subscription: false
        }
    }

    /// Whether a panel keeps it until it is reset; the others end by themselves, or by a person.
    package var latches: Bool {
        switch self {
        case .supervision, .fault, .tamper: true
        case .silence, .disabled, .power, .battery, .line, .subscription: false
        }
    }

    /// How its zone stands meanwhile.
    package var zoneState: ZoneState { self == .disabled ? .disabled : .fault }

    /// A contact that comes and goes is one trouble as long as it comes back within so long.
    package static let returnSeconds: Int64 = 3_600

    package static let wordsMax = 500

    /// - Throws: `.invalid` without words that say what is done.
    package static func check(words: String) throws(Problem) {
        guard !words.isEmpty, words.count <= wordsMax else {
            throw Problem(
                .invalid, "Hãy ghi đang làm gì với thiết bị này, nhiều nhất \(wordsMax) chữ.")
        }
    }
}

extension AlarmSignal {
    /// The code with which the end of what this reports will come; empty: the end says its kind
    /// alone, as in DC-03, where it has a code of its own.
    package var troubleCode: String { scheme == "contactID" ? code : "" }
}
