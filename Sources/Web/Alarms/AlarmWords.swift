import Domain
import Storage

/// How signals and refusals are said on pages.
enum AlarmWords {
    static func state(_ signal: AlarmSignal) -> String {
        "\(signal.kind.title), \(signal.change.title)"
    }

    static func tone(_ signal: AlarmSignal) -> Tone {
        switch signal.change {
        case .ended: .good
        case .noted where !signal.kind.isAlarm: .plain
        case .begun, .still, .noted:
            switch signal.kind {
            case .fireAlarm, .manualCallPoint, .otherAlarm, .unknown: .danger
            case .supervision, .fault, .power, .battery, .line, .tamper, .disabled: .warn
            case .test, .heartbeat, .openClose, .notice: .info
            }
        }
    }

    /// Area and zone, as the panel numbers them.
    static func place(_ signal: AlarmSignal) -> String {
        let parts = [
            signal.area.map { "khu \($0)" }, signal.zone.map { "vùng \($0)" },
            signal.person.map { "người dùng \($0)" },
        ].compactMap(\.self)
        return parts.isEmpty ? "—" : parts.joined(separator: ", ")
    }

    /// - Source: SIA DC-09, 5.5.1.9: a clock is right within 40 seconds.
    private static let clockSecondsMax: Int64 = 40

    /// That the clock of the device is wrong; nil: it is right, or not said.
    static func clock(_ line: AlarmLine) -> String? {
        guard let device = line.deviceAt else { return nil }
        let offset = (device.milliseconds - line.receivedAt.milliseconds) / 1000
        guard abs(offset) > clockSecondsMax else { return nil }
        return
            "đồng hồ thiết bị \(offset > 0 ? "nhanh" : "chậm") \(Int(abs(offset)).vietnamese) giây"
    }

    static func reason(_ reason: String) -> String { reasons[reason] ?? reason }

    static func origin(_ refusal: AlarmRefusalCount) -> String {
        [refusal.number.map { "số \($0)" }, refusal.source].compactMap(\.self)
            .joined(separator: ", ")
    }

    private static let reasons = [
        "noFrame": "Không có dạng khung", "tooLong": "Quá dài", "crc": "Sai mã kiểm tra",
        "length": "Sai độ dài", "needs": "Cách viết không được chấp nhận",
        "header": "Phần đầu sai cú pháp", "unknownAccount": "Số tài khoản chưa cấp",
        "cipherText": "Phần mã hóa hỏng", "noKey": "Chưa có khóa",
        "undecryptable": "Không giải mã được", "noData": "Không có dữ liệu",
        "unclosedData": "Dữ liệu không đóng", "clock": "Đồng hồ thiết bị sai",
        "outsideFrame": "Không phải bản tin", "unfinished": "Đứt giữa chừng",
        "tls": "Kết nối TLS", "http": "Máy dò quét HTTP", "sip": "Máy dò quét SIP",
        "ssh": "Máy dò quét SSH", "osborneHoffman": "Giao thức Osborne-Hoffman",
        "singleByteAcknowledgement": "Trả lời một byte", "plain": "Không mã hóa",
        "unstorable": "Sổ sự kiện không ghi được",
        "replay": "Gửi lại bản tin cũ", "retained": "Tin lưu trên máy chủ MQTT",
        "unknownToken": "Khóa HTTP chưa cấp", "noObject": "Không phải JSON",
    ]
}
