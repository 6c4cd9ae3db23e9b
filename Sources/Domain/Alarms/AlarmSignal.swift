/// One thing that a transmitter reports (tín hiệu), whatever protocol it came by.
package struct AlarmSignal: Sendable, Equatable {
    package enum Kind: String, Sendable, CaseIterable {
        case fireAlarm, manualCallPoint, otherAlarm, supervision, fault, power, battery, line
        case tamper, disabled, test, heartbeat, openClose, notice, unknown

        package var title: String {
            switch self {
            case .fireAlarm: "Báo cháy"
            case .manualCallPoint: "Nút ấn báo cháy"
            case .otherAlarm: "Báo động khác"
            case .supervision: "Hệ thống chưa sẵn sàng"
            case .fault: "Lỗi"
            case .power: "Nguồn điện"
            case .battery: "Ắc quy"
            case .line: "Đường truyền"
            case .tamper: "Bị mở, bị phá"
            case .disabled: "Bị ngắt, cô lập"
            case .test: "Thử"
            case .heartbeat: "Kiểm tra đường truyền"
            case .openClose: "Bật, tắt giám sát"
            case .notice: "Thông báo"
            case .unknown: "Mã chưa biết"
            }
        }

        /// Whether people go at once.
        package var isAlarm: Bool {
            switch self {
            case .fireAlarm, .manualCallPoint, .otherAlarm: true
            // What nobody understands may be a fire.
            case .unknown: true
            case .supervision, .fault, .power, .battery, .line, .tamper, .disabled, .test,
                .heartbeat, .openClose, .notice:
                false
            }
        }
    }

    package enum Change: String, Sendable, CaseIterable {
        case begun, ended, still, noted

        package var title: String {
            switch self {
            case .begun: "bắt đầu"
            case .ended: "đã hết"
            case .still: "vẫn còn"
            case .noted: "ghi nhận"
            }
        }
    }

    package let kind: Kind
    package let change: Change
    /// What the code is of: `contactID`, `sia`, `none`.
    package let scheme: String
    package let code: String
    package let zone: String?
    /// The partition or area of the panel.
    package let area: String?
    package let person: String?
    package let text: String?
    /// What the code was understood as when it came.
    package let meaning: String

    package init(
        kind: Kind, change: Change, scheme: String, code: String, zone: String? = nil,
        area: String? = nil, person: String? = nil, text: String? = nil, meaning: String
    ) {
        self.kind = kind
        self.change = change
        self.scheme = scheme
        self.code = code
        self.zone = zone
        self.area = area
        self.person = person
        self.text = text
        self.meaning = meaning
    }
}
