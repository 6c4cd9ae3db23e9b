/// Words with which a piece of work begins: predicates of assignments.
enum TaskVerbs {
    static let predicates = PhraseTree([
        "tăng cường", "tổ chức", "chủ động", "thực hiện", "xây dựng", "phối hợp", "chủ trì",
        "đẩy mạnh", "hỗ trợ", "căn cứ", "có trách nhiệm", "chịu trách nhiệm", "tiếp tục",
        "tham mưu", "tham gia", "triển khai", "hướng dẫn", "đôn đốc", "kiểm tra", "giám sát",
        "theo dõi", "tổng hợp", "báo cáo", "rà soát", "quán triệt", "tuyên truyền", "phổ biến",
        "vận động", "bố trí", "bảo đảm", "đảm bảo", "chỉ đạo", "lãnh đạo", "định hướng",
        "thường xuyên", "kịp thời", "khẩn trương", "nghiêm túc", "tập trung", "phát huy",
        "nâng cao", "đề xuất", "đề nghị", "yêu cầu", "phân công", "giao", "trực tiếp", "duy trì",
        "củng cố", "kiện toàn", "huy động", "ưu tiên", "quan tâm", "chuẩn bị", "cung cấp",
        "cập nhật", "khai thác", "ứng dụng", "nghiên cứu", "thẩm định", "thẩm tra", "trình",
        "phê duyệt", "ban hành", "công bố", "công khai", "đăng tải", "phản ánh", "kiến nghị",
        "phát hiện", "xử lý", "khắc phục", "giải quyết", "tiếp nhận", "thông báo", "lập",
        "xác định",
        "phải", "cần", "là", "có thể", "thi đua", "nêu cao", "đổi mới", "phát động", "quản lý",
        "sử dụng", "thống kê",
        "xem xét", "quyết định", "cử", "gửi", "thành lập", "tạo", "mở", "đưa", "lồng ghép",
        "tích cực", "trên cơ sở", "theo chức năng", "định kỳ", "hằng năm", "hàng năm", "khi",
        "nếu", "trong phạm vi", "tùy theo", "tùy tình hình", "được giao", "đã", "sẽ", "thống nhất",
        "động viên", "giới thiệu", "biểu dương", "khen thưởng", "xác minh", "họp", "trao đổi",
        "trực", "tiến hành", "hoàn thành", "đăng ký", "đánh giá", "phân bổ", "cân đối", "đầu tư",
        "nắm", "nghiêm cấm", "không", "chấp hành", "cụ thể hóa", "gương mẫu", "đề cao", "mua sắm",
        "thu gom", "vận chuyển", "sơ tán", "ứng phó", "sẵn sàng", "điều phối", "điều tiết",
        "mời", "triệu tập", "hiệp thương", "kết nối", "số hóa", "chia sẻ", "bám sát", "bồi dưỡng",
        "tập huấn", "đào tạo", "huấn luyện", "diễn tập", "xác nhận", "cấp", "giúp", "thẩm quyền",
        "có nhiệm vụ", "có kế hoạch", "khảo sát", "lựa chọn", "chọn", "kiểm điểm", "nhắn tin",
        "liên hệ", "nhắc nhở", "ký", "treo", "in", "chi trả", "quyết toán", "thanh tra", "kêu gọi",
        "đếm", "niêm yết", "bàn giao", "đấu tranh", "ngăn chặn", "phòng ngừa", "bảo vệ", "giữ",
        "tạm dừng", "dự toán", "nộp",
    ])

    /// Further words with which an item opens that says what is to be done; behind a name they may
    /// be part of it ("Trung tâm Chăm sóc …"), so that they are no sign of a subject.
    static let openings = PhraseTree([
        "gia cố", "nạo vét", "trồng", "chăm sóc", "lắp đặt", "sửa chữa", "nâng cấp", "cải tạo",
        "mở rộng", "kẻ vẽ", "in ấn", "phát hành", "biên soạn", "biên tập", "viết", "đăng", "phát",
        "truyền thông", "giáo dục", "tặng", "trao", "thăm", "gặp mặt", "tiếp", "đón", "mua", "thuê",
        "nhân rộng", "lan tỏa", "khuyến khích", "thu hút", "thúc đẩy", "phát triển", "hoàn thiện",
        "đa dạng hóa", "sắp xếp", "cắt giảm", "đơn giản hóa", "rút ngắn", "tích hợp", "liên thông",
        "tái cấu trúc", "làm sạch", "cài đặt", "kích hoạt", "thu thập", "khoanh vùng", "phun",
        "khử khuẩn", "tiêu hủy", "tiêm", "cách ly", "điều tra", "tuần tra", "canh gác", "cứu trợ",
        "cấp phát", "tiếp tế", "di dời", "chằng chống", "cắt tỉa", "chặt tỉa", "khơi thông",
        "vận hành", "kiểm soát", "kiểm kê", "kiểm đếm", "đối chiếu", "xét", "bình xét", "công nhận",
        "tôn vinh", "tuyên dương", "tổng kết", "sơ kết", "rút kinh nghiệm", "học tập", "tham quan",
        "chuẩn hóa", "cải cách", "cải thiện", "giải ngân", "hạch toán", "tư vấn", "làm", "giúp đỡ",
        "chăm lo", "thu hồi", "quy hoạch", "tăng", "giảm", "hạn chế", "loại bỏ", "chấm dứt", "xóa",
        "khai báo", "tố giác", "phân loại", "phân tích", "dự báo", "cảnh báo", "cung ứng",
        "dự trữ", "kết hợp", "xác lập", "thiết lập", "thiết kế", "trang bị", "trang trí", "đọc",
        "ghi", "nhận", "giám định", "cải chính", "nộp", "chuyển", "chuyển đổi", "giao lưu",
        "lấy ý kiến", "đưa", "đảm nhiệm", "phụ trách", "tạo điều kiện", "thay thế", "bổ sung",
        "điều chỉnh", "sửa đổi", "hủy bỏ", "đối thoại", "vệ sinh", "tìm kiếm",
    ])
}
