/// Codes of DC-05 beyond those of fire, so that a panel of several uses is understood.
///
/// - Source: from memory of DC-05-1999, not checked against its text; each says so.
extension ContactIDCodes {
    static let remembered: [CodeMeaning] = [
        .init(code: "100", kind: .otherAlarm, title: "Cấp cứu y tế", certainty: .remembered),
        .init(
            code: "101", kind: .otherAlarm, title: "Nút cấp cứu đeo người",
            certainty: .remembered),
        .init(
            code: "102", kind: .otherAlarm, title: "Không báo an toàn đúng hạn",
            certainty: .remembered),
        .init(code: "121", kind: .otherAlarm, title: "Bị khống chế", certainty: .remembered),
        .init(
            code: "122", kind: .otherAlarm, title: "Nút khẩn cấp im lặng",
            certainty: .remembered),
        .init(
            code: "123", kind: .otherAlarm, title: "Nút khẩn cấp có chuông",
            certainty: .remembered),
        .init(code: "130", kind: .otherAlarm, title: "Đột nhập", certainty: .remembered),
        .init(code: "131", kind: .otherAlarm, title: "Đột nhập vành đai", certainty: .remembered),
        .init(code: "132", kind: .otherAlarm, title: "Đột nhập bên trong", certainty: .remembered),
        .init(
            code: "133", kind: .otherAlarm, title: "Đột nhập vùng 24 giờ",
            certainty: .remembered),
        .init(code: "134", kind: .otherAlarm, title: "Đột nhập lối ra vào", certainty: .remembered),
        .init(
            code: "135", kind: .otherAlarm, title: "Đột nhập ngày và đêm",
            certainty: .remembered),
        .init(code: "136", kind: .otherAlarm, title: "Đột nhập bên ngoài", certainty: .remembered),
        .init(code: "137", kind: .tamper, title: "Cạy phá", certainty: .remembered),
        .init(code: "138", kind: .otherAlarm, title: "Sắp báo đột nhập", certainty: .remembered),
        .init(
            code: "139", kind: .otherAlarm, title: "Đột nhập đã xác minh",
            note: .confirmed, certainty: .remembered),
        .init(code: "141", kind: .fault, title: "Hở mạch vòng hỏi đáp", certainty: .remembered),
        .init(code: "142", kind: .fault, title: "Chập mạch vòng hỏi đáp", certainty: .remembered),
        .init(code: "143", kind: .fault, title: "Mô-đun mở rộng hỏng", certainty: .remembered),
        .init(code: "144", kind: .tamper, title: "Cạy phá đầu báo", certainty: .remembered),
        .init(code: "145", kind: .tamper, title: "Cạy phá mô-đun mở rộng", certainty: .remembered),
        .init(code: "146", kind: .otherAlarm, title: "Đột nhập im lặng", certainty: .remembered),
        .init(
            code: "150", kind: .otherAlarm, title: "Báo động 24 giờ không phải đột nhập",
            certainty: .remembered),
        .init(code: "152", kind: .supervision, title: "Mất lạnh", certainty: .remembered),
        .init(code: "153", kind: .supervision, title: "Mất sưởi", certainty: .remembered),
        .init(code: "155", kind: .fault, title: "Đứt giấy dán kính", certainty: .remembered),
        .init(code: "156", kind: .fault, title: "Lỗi ban ngày", certainty: .remembered),
        .init(code: "161", kind: .supervision, title: "Mất thông gió", certainty: .remembered),
        .init(code: "303", kind: .fault, title: "Sai mã kiểm tra RAM", certainty: .remembered),
        .init(code: "304", kind: .fault, title: "Sai mã kiểm tra ROM", certainty: .remembered),
        .init(
            code: "313", kind: .notice, title: "Kỹ thuật đặt lại hệ thống",
            note: .reset, certainty: .remembered),
        .init(code: "335", kind: .fault, title: "Máy in hết giấy", certainty: .remembered),
        .init(code: "336", kind: .fault, title: "Máy in hỏng", certainty: .remembered),
        .init(code: "374", kind: .fault, title: "Lỗi do ra muộn", certainty: .remembered),
        .init(code: "375", kind: .fault, title: "Lỗi vùng nút khẩn cấp", certainty: .remembered),
        .init(code: "376", kind: .fault, title: "Lỗi vùng khống chế", certainty: .remembered),
        .init(code: "377", kind: .fault, title: "Lỗi đầu báo xoay", certainty: .remembered),
        .init(code: "378", kind: .fault, title: "Lỗi vùng chéo", certainty: .remembered),
        .init(
            code: "387", kind: .fault, title: "Đầu báo đột nhập quá nhạy",
            certainty: .remembered),
        .init(
            code: "388", kind: .fault, title: "Đầu báo đột nhập kém nhạy",
            certainty: .remembered),
        .init(code: "390", kind: .fault, title: "Lỗi đầu báo kính vỡ", certainty: .remembered),
        .init(
            code: "400", kind: .openClose, title: "Tắt hoặc bật bảo vệ",
            certainty: .remembered, isUser: true),
        .init(
            code: "401", kind: .openClose, title: "Người dùng tắt hoặc bật bảo vệ",
            certainty: .remembered, isUser: true),
        .init(
            code: "402", kind: .openClose, title: "Nhóm tắt hoặc bật bảo vệ",
            certainty: .remembered, isUser: true),
        .init(
            code: "403", kind: .openClose, title: "Tự động tắt hoặc bật bảo vệ",
            certainty: .remembered, isUser: true),
        .init(
            code: "404", kind: .openClose, title: "Tắt hoặc bật bảo vệ muộn",
            certainty: .remembered, isUser: true),
        .init(
            code: "405", kind: .openClose, title: "Hoãn tắt hoặc bật bảo vệ",
            certainty: .remembered, isUser: true),
        .init(
            code: "406", kind: .notice, title: "Người tại cơ sở huỷ báo động",
            certainty: .remembered, isUser: true),
        .init(
            code: "407", kind: .openClose, title: "Tắt hoặc bật bảo vệ từ xa",
            certainty: .remembered, isUser: true),
        .init(
            code: "408", kind: .openClose, title: "Bật bảo vệ nhanh",
            certainty: .remembered, isUser: true),
        .init(
            code: "409", kind: .openClose, title: "Tắt hoặc bật bảo vệ bằng khoá",
            certainty: .remembered, isUser: true),
        .init(
            code: "411", kind: .notice, title: "Yêu cầu gọi lại",
            certainty: .remembered, isUser: true),
        .init(
            code: "412", kind: .notice, title: "Nạp chương trình thành công",
            certainty: .remembered, isUser: true),
        .init(
            code: "413", kind: .notice, title: "Nạp chương trình không thành công",
            certainty: .remembered, isUser: true),
        .init(
            code: "421", kind: .notice, title: "Từ chối ra vào",
            certainty: .remembered, isUser: true),
        .init(
            code: "422", kind: .notice, title: "Người dùng ra vào",
            certainty: .remembered, isUser: true),
        .init(code: "423", kind: .otherAlarm, title: "Cửa bị ép mở", certainty: .remembered),
        .init(
            code: "441", kind: .openClose, title: "Bật bảo vệ khi có người",
            certainty: .remembered, isUser: true),
        .init(
            code: "442", kind: .openClose, title: "Khoá bật bảo vệ khi có người",
            certainty: .remembered, isUser: true),
        .init(
            code: "450", kind: .openClose, title: "Tắt hoặc bật bảo vệ ngoài giờ",
            certainty: .remembered, isUser: true),
        .init(
            code: "451", kind: .openClose, title: "Tắt hoặc bật bảo vệ sớm",
            certainty: .remembered, isUser: true),
        .init(
            code: "452", kind: .openClose, title: "Tắt hoặc bật bảo vệ muộn giờ",
            certainty: .remembered, isUser: true),
        .init(
            code: "453", kind: .notice, title: "Không tắt bảo vệ đúng giờ",
            certainty: .remembered, isUser: true),
        .init(
            code: "454", kind: .notice, title: "Không bật bảo vệ đúng giờ",
            certainty: .remembered, isUser: true),
        .init(
            code: "455", kind: .fault, title: "Không tự động bật bảo vệ được",
            certainty: .remembered, isUser: true),
        .init(
            code: "456", kind: .openClose, title: "Bật bảo vệ một phần",
            certainty: .remembered, isUser: true),
        .init(
            code: "457", kind: .notice, title: "Ra khỏi sai cách",
            certainty: .remembered, isUser: true),
        .init(
            code: "459", kind: .notice, title: "Đột nhập ngay sau khi bật bảo vệ",
            certainty: .remembered, isUser: true),
        .init(
            code: "461", kind: .tamper, title: "Nhập sai mã nhiều lần",
            certainty: .remembered, isUser: true),
        .init(
            code: "465", kind: .notice, title: "Đặt lại nút khẩn cấp",
            certainty: .remembered, isUser: true),
        .init(code: "501", kind: .disabled, title: "Đầu đọc thẻ bị tắt", certainty: .remembered),
        .init(code: "572", kind: .disabled, title: "Vùng 24 giờ bị tắt", certainty: .remembered),
        .init(code: "573", kind: .disabled, title: "Vùng đột nhập bị tắt", certainty: .remembered),
        .init(
            code: "574", kind: .disabled, title: "Một nhóm bị tắt",
            certainty: .remembered, isUser: true),
        .init(code: "575", kind: .disabled, title: "Đầu báo xoay bị tắt", certainty: .remembered),
        .init(code: "576", kind: .disabled, title: "Vùng ra vào bị tắt", certainty: .remembered),
        .init(code: "577", kind: .disabled, title: "Điểm ra vào bị tắt", certainty: .remembered),
        .init(
            code: "605", kind: .notice, title: "Có báo cáo trạng thái đi kèm",
            certainty: .remembered),
        .init(code: "606", kind: .notice, title: "Có nghe âm thanh đi kèm", certainty: .remembered),
        .init(code: "609", kind: .notice, title: "Có truyền hình đi kèm", certainty: .remembered),
        .init(
            code: "613", kind: .test, title: "Điểm đột nhập tác động khi đi thử",
            certainty: .remembered),
        .init(
            code: "615", kind: .test, title: "Điểm khẩn cấp tác động khi đi thử",
            certainty: .remembered),
        .init(code: "629", kind: .notice, title: "Nhật ký tủ đầy", certainty: .remembered),
        .init(code: "630", kind: .notice, title: "Đổi lịch", certainty: .remembered),
        .init(code: "631", kind: .notice, title: "Đổi lịch ngoại lệ", certainty: .remembered),
        .init(code: "632", kind: .notice, title: "Đổi lịch ra vào", certainty: .remembered),
        .init(
            code: "641", kind: .fault, title: "Không thấy người hoạt động",
            certainty: .remembered),
        .init(
            code: "642", kind: .notice, title: "Người thường trực",
            certainty: .remembered, isUser: true),
        .init(code: "651", kind: .notice, title: "Mã của nhà lắp đặt", certainty: .remembered),
    ]
}
