/// The event codes of DC-03 that `SIA-DCS` carries.
///
/// - Source: PROTOCOLS.md 1.11 (1 to 68), checked there against a full table of DC-03; the
///   Vietnamese titles are ours.
package enum SIACodes {
    package static func meaning(_ code: String) -> CodeMeaning? { byCode[code] }

    package static let all: [CodeMeaning] = checked + remembered

    private static let byCode = Dictionary(
        all.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })

    private static let checked: [CodeMeaning] = [
        .init(code: "FA", kind: .fireAlarm, title: "Báo cháy"),
        .init(
            code: "FM", kind: .fireAlarm, title: "Báo cháy đã được hai đầu báo xác nhận",
            note: .confirmed),
        .init(code: "FG", kind: .fireAlarm, title: "Báo cháy chưa xác minh", note: .unverified),
        .init(
            code: "FH", kind: .fireAlarm, title: "Hết điều kiện báo cháy", change: .ended,
            ends: ["FA"]),
        .init(
            code: "FR", kind: .fireAlarm, title: "Vùng báo cháy trở lại bình thường",
            change: .ended, ends: ["FA", "FM", "FG"]),
        .init(code: "KA", kind: .fireAlarm, title: "Báo nhiệt"),
        .init(
            code: "KH", kind: .fireAlarm, title: "Hết điều kiện báo nhiệt", change: .ended,
            ends: ["KA"]),
        .init(
            code: "KR", kind: .fireAlarm, title: "Vùng báo nhiệt trở lại bình thường",
            change: .ended, ends: ["KA", "KS"]),
        .init(code: "SA", kind: .fireAlarm, title: "Dòng chảy sprinkler"),
        .init(
            code: "SH", kind: .fireAlarm, title: "Hết dòng chảy sprinkler", change: .ended,
            ends: ["SA"]),
        .init(
            code: "SR", kind: .fireAlarm, title: "Sprinkler trở lại bình thường", change: .ended,
            ends: ["SA", "SS"]),
        .init(code: "GA", kind: .otherAlarm, title: "Báo khí", note: .gas),
        .init(
            code: "GH", kind: .otherAlarm, title: "Hết điều kiện báo khí", change: .ended,
            ends: ["GA"], note: .gas),
        .init(
            code: "GR", kind: .otherAlarm, title: "Vùng báo khí trở lại bình thường",
            change: .ended, ends: ["GA", "GS"], note: .gas),
        .init(code: "PA", kind: .manualCallPoint, title: "Nút khẩn cấp", note: .byPolicy),
        .init(
            code: "PH", kind: .manualCallPoint, title: "Hết điều kiện nút khẩn cấp", change: .ended,
            ends: ["PA"]),
        .init(
            code: "PR", kind: .manualCallPoint, title: "Nút khẩn cấp trở lại bình thường",
            change: .ended, ends: ["PA"]),
        .init(
            code: "UA", kind: .otherAlarm, title: "Báo động của vùng không khai báo loại",
            note: .byPolicy),
        .init(
            code: "UH", kind: .otherAlarm, title: "Hết báo động của vùng không khai báo loại",
            change: .ended, ends: ["UA"]),
        .init(
            code: "UR", kind: .otherAlarm, title: "Vùng không khai báo loại trở lại bình thường",
            change: .ended, ends: ["UA", "US"]),
        .init(code: "WA", kind: .supervision, title: "Báo nước tràn"),
        .init(
            code: "WH", kind: .supervision, title: "Hết báo nước tràn", change: .ended,
            ends: ["WA"]),
        .init(
            code: "WR", kind: .supervision, title: "Vùng báo nước trở lại bình thường",
            change: .ended, ends: ["WA"]),
        .init(code: "ZA", kind: .supervision, title: "Nhiệt độ thấp"),
        .init(
            code: "ZH", kind: .supervision, title: "Hết nhiệt độ thấp", change: .ended,
            ends: ["ZA"]),
        .init(
            code: "ZR", kind: .supervision, title: "Vùng nhiệt độ thấp trở lại bình thường",
            change: .ended, ends: ["ZA"]),
        .init(code: "FC", kind: .notice, title: "Người tại cơ sở huỷ báo cháy", change: .noted),
        .init(code: "FL", kind: .notice, title: "Tắt chuông báo cháy", change: .noted),
        .init(code: "FS", kind: .supervision, title: "Giám sát hệ thống chữa cháy không an toàn"),
        .init(
            code: "FV", kind: .supervision,
            title: "Giám sát hệ thống chữa cháy trở lại bình thường", change: .ended,
            ends: ["FS", "FZ"]),
        .init(code: "FW", kind: .fault, title: "Lỗi đầu vào giám sát chữa cháy"),
        .init(
            code: "FQ", kind: .fault, title: "Đầu vào giám sát chữa cháy hết lỗi", change: .ended,
            ends: ["FW"]),
        .init(code: "FZ", kind: .fault, title: "Mất điểm giám sát chữa cháy"),
        .init(code: "FT", kind: .fault, title: "Lỗi vùng, mạch hoặc đầu báo cháy"),
        .init(code: "FY", kind: .fault, title: "Mất đầu báo cháy trên mạch"),
        .init(
            code: "FJ", kind: .fault, title: "Vùng báo cháy hết lỗi", change: .ended,
            ends: ["FT", "FY"]),
        .init(code: "FB", kind: .disabled, title: "Vùng báo cháy bị tắt"),
        .init(
            code: "FU", kind: .disabled, title: "Vùng báo cháy được bật lại", change: .ended,
            ends: ["FB"]),
        .init(code: "FI", kind: .test, title: "Bắt đầu thử hệ thống báo cháy"),
        .init(
            code: "FK", kind: .test, title: "Kết thúc thử hệ thống báo cháy", change: .ended,
            ends: ["FI"]),
        .init(
            code: "FX", kind: .test, title: "Điểm báo cháy tác động khi đang thử", change: .noted),
        .init(code: "KS", kind: .supervision, title: "Giám sát nhiệt"),
        .init(code: "KT", kind: .fault, title: "Lỗi đầu báo nhiệt"),
        .init(
            code: "KJ", kind: .fault, title: "Đầu báo nhiệt hết lỗi", change: .ended, ends: ["KT"]),
        .init(code: "KB", kind: .disabled, title: "Vùng báo nhiệt bị tắt"),
        .init(
            code: "KU", kind: .disabled, title: "Vùng báo nhiệt được bật lại", change: .ended,
            ends: ["KB"]),
        .init(code: "SS", kind: .supervision, title: "Giám sát sprinkler, van đóng"),
        .init(code: "ST", kind: .fault, title: "Lỗi mạch sprinkler"),
        .init(
            code: "SJ", kind: .fault, title: "Mạch sprinkler hết lỗi", change: .ended,
            ends: ["ST"]),
        .init(code: "SB", kind: .disabled, title: "Sprinkler bị tắt"),
        .init(
            code: "SU", kind: .disabled, title: "Sprinkler được bật lại", change: .ended,
            ends: ["SB"]),
        .init(code: "GS", kind: .supervision, title: "Giám sát khí", note: .gas),
        .init(code: "GT", kind: .fault, title: "Lỗi đầu báo khí", note: .gas),
        .init(
            code: "GJ", kind: .fault, title: "Đầu báo khí hết lỗi", change: .ended, ends: ["GT"],
            note: .gas),
        .init(code: "GB", kind: .disabled, title: "Vùng báo khí bị tắt", note: .gas),
        .init(
            code: "GU", kind: .disabled, title: "Vùng báo khí được bật lại", change: .ended,
            ends: ["GB"], note: .gas),
        .init(code: "GX", kind: .test, title: "Thử báo khí", change: .noted, note: .gas),
        .init(code: "AS", kind: .fault, title: "Đầu báo cần bảo trì", note: .maintenance),
        .init(
            code: "AN", kind: .fault, title: "Đầu báo hết cần bảo trì", change: .ended,
            ends: ["AS"], note: .maintenance),
        .init(code: "AT", kind: .power, title: "Mất điện lưới"),
        .init(code: "AR", kind: .power, title: "Có lại điện lưới", change: .ended, ends: ["AT"]),
        .init(code: "YT", kind: .battery, title: "Ắc quy tủ yếu"),
        .init(
            code: "YR", kind: .battery, title: "Ắc quy tủ tốt", change: .ended, ends: ["YT", "YM"]),
        .init(code: "YM", kind: .battery, title: "Thiếu ắc quy"),
        .init(code: "YP", kind: .power, title: "Lỗi nguồn"),
        .init(code: "YQ", kind: .power, title: "Nguồn tốt", change: .ended, ends: ["YP"]),
        .init(code: "YI", kind: .power, title: "Quá dòng"),
        .init(code: "YJ", kind: .power, title: "Hết quá dòng", change: .ended, ends: ["YI"]),
        .init(code: "XT", kind: .battery, title: "Pin đầu báo không dây yếu"),
        .init(
            code: "XR", kind: .battery, title: "Pin đầu báo không dây tốt", change: .ended,
            ends: ["XT"]),
        .init(code: "XL", kind: .fault, title: "Tín hiệu vô tuyến yếu", change: .noted),
        .init(code: "XQ", kind: .fault, title: "Nhiễu vô tuyến"),
        .init(code: "XH", kind: .fault, title: "Hết nhiễu vô tuyến", change: .ended, ends: ["XQ"]),
        .init(code: "XS", kind: .tamper, title: "Nắp bộ thu vô tuyến mở"),
        .init(
            code: "XJ", kind: .tamper, title: "Nắp bộ thu vô tuyến đóng", change: .ended,
            ends: ["XS"]),
        .init(code: "YA", kind: .fault, title: "Lỗi mạch chuông", note: .warning),
        .init(
            code: "YH", kind: .fault, title: "Mạch chuông hết lỗi", change: .ended, ends: ["YA"],
            note: .warning),
        .init(code: "OU", kind: .fault, title: "Lỗi ngõ ra"),
        .init(code: "OV", kind: .fault, title: "Ngõ ra hết lỗi", change: .ended, ends: ["OU"]),
        .init(code: "UT", kind: .fault, title: "Lỗi vùng không khai báo loại"),
        .init(
            code: "UJ", kind: .fault, title: "Vùng không khai báo loại hết lỗi", change: .ended,
            ends: ["UT"]),
        .init(code: "US", kind: .supervision, title: "Giám sát vùng không khai báo loại"),
        .init(code: "UB", kind: .disabled, title: "Vùng không khai báo loại bị tắt"),
        .init(
            code: "UU", kind: .disabled, title: "Vùng không khai báo loại được bật lại",
            change: .ended, ends: ["UB"]),
        .init(code: "IA", kind: .fault, title: "Thiết bị hỏng"),
        .init(
            code: "IR", kind: .fault, title: "Thiết bị hoạt động lại", change: .ended,
            ends: ["IA"]),
        .init(code: "ET", kind: .fault, title: "Lỗi mô-đun mở rộng"),
        .init(
            code: "ER", kind: .fault, title: "Mô-đun mở rộng hết lỗi", change: .ended,
            ends: ["ET"]),
        .init(code: "EM", kind: .fault, title: "Mất mô-đun mở rộng"),
        .init(
            code: "EN", kind: .fault, title: "Mô-đun mở rộng có lại", change: .ended, ends: ["EM"]),
        .init(code: "ES", kind: .tamper, title: "Nắp mô-đun mở rộng mở"),
        .init(
            code: "EJ", kind: .tamper, title: "Nắp mô-đun mở rộng đóng", change: .ended,
            ends: ["ES"]),
        .init(code: "TA", kind: .tamper, title: "Cạy phá"),
        .init(code: "TR", kind: .tamper, title: "Hết cạy phá", change: .ended, ends: ["TA", "TT"]),
        .init(code: "TT", kind: .tamper, title: "Lỗi mạch chống cạy phá"),
        .init(code: "LT", kind: .line, title: "Lỗi đường điện thoại"),
        .init(code: "LR", kind: .line, title: "Đường điện thoại tốt", change: .ended, ends: ["LT"]),
        .init(code: "NT", kind: .line, title: "Lỗi đường mạng"),
        .init(code: "NR", kind: .line, title: "Đường mạng tốt", change: .ended, ends: ["NT"]),
        .init(code: "NC", kind: .line, title: "Thông tin về mạng", change: .noted),
        .init(code: "YC", kind: .line, title: "Tủ không gửi được tin về trung tâm"),
        .init(
            code: "YK", kind: .line, title: "Tủ gửi được tin về trung tâm", change: .ended,
            ends: ["YC", "YS"]),
        .init(code: "YS", kind: .line, title: "Liên lạc giữa bộ thu và bộ truyền trục trặc"),
        .init(code: "RP", kind: .test, title: "Kiểm tra định kỳ tự động", change: .noted),
        .init(code: "RX", kind: .test, title: "Kiểm tra bằng tay", change: .noted),
        .init(
            code: "RY", kind: .test, title: "Kiểm tra định kỳ khi hệ thống không bình thường",
            change: .noted),
        .init(code: "TX", kind: .test, title: "Báo cáo kiểm tra", change: .noted),
        .init(code: "TS", kind: .test, title: "Bắt đầu thử hệ thống"),
        .init(
            code: "TE", kind: .test, title: "Kết thúc thử hệ thống", change: .ended, ends: ["TS"]),
        .init(code: "TP", kind: .test, title: "Điểm tác động khi đi thử", change: .noted),
        .init(code: "TC", kind: .test, title: "Đã thử hết các điểm", change: .noted),
        .init(code: "YX", kind: .fault, title: "Cần bảo trì", note: .maintenance),
        .init(
            code: "YZ", kind: .fault, title: "Đã bảo trì", change: .ended, ends: ["YX"],
            note: .maintenance),
        .init(code: "YW", kind: .notice, title: "Tủ tự khởi động lại", change: .noted),
        .init(code: "YF", kind: .fault, title: "Sai mã kiểm tra cấu hình"),
        .init(
            code: "XI", kind: .notice, title: "Người dùng đặt lại đầu báo", change: .noted,
            note: .reset),
    ]
}
