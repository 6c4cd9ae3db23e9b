/// Codes of DC-03 beyond those of fire, so that a panel of several uses is understood.
///
/// - Source: from memory of DC-03-1990.01, not checked against its text; each says so.
extension SIACodes {
    static let remembered: [CodeMeaning] = [
        .init(
            code: "YN", kind: .unknown, title: "Bản tin không hợp lệ", change: .noted,
            certainty: .remembered),
        .init(code: "BA", kind: .otherAlarm, title: "Báo động đột nhập", certainty: .remembered),
        .init(
            code: "BH", kind: .otherAlarm, title: "Hết điều kiện đột nhập", change: .ended,
            ends: ["BA"], certainty: .remembered),
        .init(
            code: "BR", kind: .otherAlarm, title: "Vùng đột nhập trở lại bình thường",
            change: .ended, ends: ["BA", "BV"], certainty: .remembered),
        .init(
            code: "BV", kind: .otherAlarm, title: "Đột nhập đã xác minh", note: .confirmed,
            certainty: .remembered),
        .init(
            code: "BC", kind: .notice, title: "Huỷ báo động đột nhập", change: .noted,
            certainty: .remembered),
        .init(code: "BB", kind: .disabled, title: "Vùng đột nhập bị tắt", certainty: .remembered),
        .init(
            code: "BU", kind: .disabled, title: "Vùng đột nhập được bật lại", change: .ended,
            ends: ["BB"], certainty: .remembered),
        .init(code: "BT", kind: .fault, title: "Lỗi vùng đột nhập", certainty: .remembered),
        .init(
            code: "BJ", kind: .fault, title: "Vùng đột nhập hết lỗi", change: .ended, ends: ["BT"],
            certainty: .remembered),
        .init(code: "BS", kind: .supervision, title: "Giám sát đột nhập", certainty: .remembered),
        .init(
            code: "BX", kind: .test, title: "Thử vùng đột nhập", change: .noted,
            certainty: .remembered),
        .init(
            code: "HA", kind: .otherAlarm, title: "Báo động bị khống chế", certainty: .remembered),
        .init(
            code: "HH", kind: .otherAlarm, title: "Hết báo động bị khống chế", change: .ended,
            ends: ["HA"], certainty: .remembered),
        .init(
            code: "HR", kind: .otherAlarm, title: "Vùng khống chế trở lại bình thường",
            change: .ended, ends: ["HA"], certainty: .remembered),
        .init(code: "MA", kind: .otherAlarm, title: "Cấp cứu y tế", certainty: .remembered),
        .init(
            code: "MH", kind: .otherAlarm, title: "Hết cấp cứu y tế", change: .ended, ends: ["MA"],
            certainty: .remembered),
        .init(
            code: "MR", kind: .otherAlarm, title: "Vùng cấp cứu trở lại bình thường",
            change: .ended, ends: ["MA"], certainty: .remembered),
        .init(code: "QA", kind: .otherAlarm, title: "Báo động cấp cứu", certainty: .remembered),
        .init(
            code: "QH", kind: .otherAlarm, title: "Hết báo động cấp cứu", change: .ended,
            ends: ["QA"], certainty: .remembered),
        .init(
            code: "QR", kind: .otherAlarm, title: "Vùng cấp cứu khác trở lại bình thường",
            change: .ended, ends: ["QA"], certainty: .remembered),
        .init(
            code: "CL", kind: .openClose, title: "Đóng, bật bảo vệ", change: .ended, ends: ["OP"],
            certainty: .remembered),
        .init(
            code: "CA", kind: .openClose, title: "Tự động bật bảo vệ", change: .ended,
            ends: ["OP", "OA"], certainty: .remembered),
        .init(
            code: "CG", kind: .openClose, title: "Bật bảo vệ một khu vực", change: .ended,
            ends: ["OG"], certainty: .remembered),
        .init(
            code: "CQ", kind: .openClose, title: "Bật bảo vệ từ xa", change: .ended, ends: ["OQ"],
            certainty: .remembered),
        .init(code: "OP", kind: .openClose, title: "Mở, tắt bảo vệ", certainty: .remembered),
        .init(code: "OA", kind: .openClose, title: "Tự động tắt bảo vệ", certainty: .remembered),
        .init(
            code: "OG", kind: .openClose, title: "Tắt bảo vệ một khu vực", certainty: .remembered),
        .init(code: "OQ", kind: .openClose, title: "Tắt bảo vệ từ xa", certainty: .remembered),
        .init(
            code: "OR", kind: .openClose, title: "Tắt bảo vệ sau báo động", certainty: .remembered),
        .init(
            code: "LX", kind: .notice, title: "Kết thúc lập trình tại chỗ", change: .noted,
            certainty: .remembered),
        .init(
            code: "LB", kind: .notice, title: "Bắt đầu lập trình tại chỗ", change: .noted,
            certainty: .remembered),
        .init(
            code: "RB", kind: .notice, title: "Bắt đầu lập trình từ xa", change: .noted,
            certainty: .remembered),
        .init(
            code: "RS", kind: .notice, title: "Lập trình từ xa thành công", change: .noted,
            certainty: .remembered),
        .init(
            code: "RR", kind: .notice, title: "Tủ khởi động khi có nguồn", change: .noted,
            note: .reset, certainty: .remembered),
        .init(
            code: "RN", kind: .notice, title: "Đặt lại từ xa", change: .noted, note: .reset,
            certainty: .remembered),
        .init(code: "DO", kind: .notice, title: "Mở cửa", change: .noted, certainty: .remembered),
        .init(
            code: "DF", kind: .notice, title: "Cửa bị ép mở", change: .noted,
            certainty: .remembered),
        .init(code: "JA", kind: .tamper, title: "Nhập sai mã nhiều lần", certainty: .remembered),
        .init(
            code: "JL", kind: .notice, title: "Nhật ký gần đầy", change: .noted,
            certainty: .remembered),
        .init(
            code: "JO", kind: .notice, title: "Nhật ký tràn", change: .noted,
            certainty: .remembered),
        .init(code: "JT", kind: .notice, title: "Đổi giờ", change: .noted, certainty: .remembered),
        .init(code: "ZT", kind: .fault, title: "Lỗi đầu báo nhiệt độ thấp", certainty: .remembered),
        .init(
            code: "ZJ", kind: .fault, title: "Đầu báo nhiệt độ thấp hết lỗi", change: .ended,
            ends: ["ZT"], certainty: .remembered),
        .init(
            code: "ZS", kind: .supervision, title: "Giám sát nhiệt độ thấp",
            certainty: .remembered),
        .init(
            code: "ZB", kind: .disabled, title: "Vùng nhiệt độ thấp bị tắt",
            certainty: .remembered),
        .init(
            code: "ZU", kind: .disabled, title: "Vùng nhiệt độ thấp được bật lại", change: .ended,
            ends: ["ZB"], certainty: .remembered),
        .init(code: "WT", kind: .fault, title: "Lỗi đầu báo nước", certainty: .remembered),
        .init(
            code: "WJ", kind: .fault, title: "Đầu báo nước hết lỗi", change: .ended, ends: ["WT"],
            certainty: .remembered),
        .init(code: "WS", kind: .supervision, title: "Giám sát nước", certainty: .remembered),
        .init(code: "WB", kind: .disabled, title: "Vùng báo nước bị tắt", certainty: .remembered),
        .init(
            code: "WU", kind: .disabled, title: "Vùng báo nước được bật lại", change: .ended,
            ends: ["WB"], certainty: .remembered),
        .init(code: "PT", kind: .fault, title: "Lỗi nút khẩn cấp", certainty: .remembered),
        .init(
            code: "PJ", kind: .fault, title: "Nút khẩn cấp hết lỗi", change: .ended, ends: ["PT"],
            certainty: .remembered),
        .init(code: "PB", kind: .disabled, title: "Nút khẩn cấp bị tắt", certainty: .remembered),
        .init(
            code: "PU", kind: .disabled, title: "Nút khẩn cấp được bật lại", change: .ended,
            ends: ["PB"], certainty: .remembered),
        .init(
            code: "PS", kind: .supervision, title: "Giám sát nút khẩn cấp", certainty: .remembered),
    ]
}
