/// What an alarm was, as a named person found.
///
/// - Source: DOMAIN.md 6 and 11.2, terms 84 to 87: báo cháy thật, báo nhầm, báo cháy giả, xác nhận.
package enum AlarmOutcome: String, Sendable, CaseIterable {
    case genuine, unwanted, malicious, drill, test

    package var title: String {
        switch self {
        case .genuine: "Cháy thật"
        case .unwanted: "Báo nhầm"
        case .malicious: "Báo cháy giả, cố ý"
        case .drill: "Diễn tập"
        case .test: "Thử thiết bị"
        }
    }

    /// A fire goes on after it was found to be one; everything else is over.
    package var ends: Bool { self != .genuine }

    /// An alarm without a fire, from which something is to be learnt.
    package var isFalse: Bool { self == .unwanted || self == .malicious }

    /// Why a device called without a fire.
    package enum Cause: String, Sendable, CaseIterable {
        case cooking, smoking, dust, steam, works, insects, pressed, faulty, power, unclear

        package var title: String {
            switch self {
            case .cooking: "Khói nấu ăn"
            case .smoking: "Hút thuốc, đốt hương"
            case .dust: "Bụi"
            case .steam: "Hơi nước, ẩm"
            case .works: "Thi công, hàn cắt"
            case .insects: "Côn trùng"
            case .pressed: "Bấm nhầm nút ấn"
            case .faulty: "Đầu báo, tủ báo cháy hỏng"
            case .power: "Nguồn điện, đường dây"
            case .unclear: "Chưa rõ"
            }
        }
    }

    package static let wordsMax = 500

    /// - Throws: `.invalid` for a false alarm without its cause, from which false alarms are learnt.
    package func check(cause: Cause?, words: String) throws(Problem) {
        if self == .unwanted, cause == nil {
            throw Problem(
                .invalid, "Hãy chọn vì sao báo nhầm.",
                refusals: ["cause": "Báo nhầm phải có nguyên nhân; chọn «Chưa rõ» nếu chưa biết."])
        }
        if words.count > Self.wordsMax {
            throw Problem(
                .invalid, "Ghi chú quá dài.",
                refusals: ["words": "Nhiều nhất \(Self.wordsMax) chữ."])
        }
    }
}
