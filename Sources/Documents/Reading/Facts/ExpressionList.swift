/// The list of `FixedExpressions`, one expression a line.
enum ExpressionList {
    static let text = """
        kiện toàn
        củng cố kiện toàn
        tuyên truyền|tuyến truyền
        nâng cao|năng cao|nặng cao|nắng cao|nàng cao
        nâng cấp|năng cập|năng cấp|nặng cấp
        vướng mắc
        kiềm chế
        phấn đấu|phân dấu|phần đấu|phần đầu|phân dầu|phần dầu
        đầu mối|đầu mới|dấu mới|dấu mối|đầu mỏi|đau mỏi|đấu mới|đầu mỗi: năm tháng tuần quý ngày kỳ học buổi giờ đợt vụ mùa khóa nhiệm người hộ xã phường đơn
        tổ liên gia
        đẩy mạnh|đầy mạnh|dây mảnh|dạy mạnh|dây mạnh|đáy mạnh
        chuyển đổi số
        đài truyền thanh
        loa truyền thanh
        hệ thống truyền thanh
        truyền thanh cơ sở
        truyền thanh xã
        truyền thanh phường
        nhân dân|nhãn dán|nhấn dần|nhân dẫn|nhận dần|nhẫn dần|nhận dẫn|nhân dần
        triển khai
        thực hiện|thức hiện|thực hiên
        tổ chức|tờ chức
        phối hợp
        bảo đảm|báo đảm
        đảm bảo|dám báo|dám bảo|đám bào
        trách nhiệm
        nhiệm vụ
        kiểm tra
        giám sát|giảm sát|giảm sắt|giám sắt
        đôn đốc|đơn độc|đón đọc|đơn đốc
        hướng dẫn
        tham mưu
        chỉ đạo|chi đào|chị đào|chỉ đào|chi dao|chỉ dao
        lãnh đạo|lạnh đạo|lãnh dao
        đề xuất|để xuất|dễ xuất|đê xuất|để xuat
        tổng hợp|tổng họp
        báo cáo|báo cao|bảo cao|bao cáo|bao cao|báo cạo
        kế hoạch
        địa bàn|đĩa bán|địa bán|đĩa bàn
        chữa cháy|chứa chạy|chưa chay|chưa cháy|chưa chạy|chưa chảy|chùa cháy|chứa cháy|chứa chảy
        phòng cháy|phòng chạy|phong chảy|phòng chay
        tăng cường
        khắc phục|khác phục
        xử lý
        vi phạm|vì phạm
        quy định|quỹ định|quý định|quy đinh
        pháp luật
        trật tự
        an ninh
        chính quyền|chỉnh quyền
        đơn vị|đơn vì|đón vị
        doanh nghiệp
        tổ dân phố
        khu dân cư
        hộ gia đình
        hiệu quả|hiểu qua|hiểu quá|hiệu qua
        kịp thời
        thường xuyên
        định kỳ|định ký|đính ký
        theo đúng quy định
        kinh phí
        ngân sách|ngăn sách
        trang thiết bị
        phương tiện|phường tiên|phường tiến|phường tiền|phường tiện
        lực lượng
        diễn tập|điện tập|diện tập|điền tập|diễn táp
        tập huấn
        rà soát|ra soát
        thống nhất|thông nhất
        chấp hành
        ý thức|ý thực
        nhận thức|nhận thực|nhân thực|nhãn thực|nhẫn thức
        kỹ năng|kỳ nâng|kỳ nắng|kỷ năng|ký nâng
        mô hình|mở hình
        phong trào|phòng trao|phỏng trao
        gương mẫu
        khen thưởng
        biểu dương|biểu đường|biểu dưỡng
        sơ kết|số kết|sở kết|so kết|sổ kết
        tổng kết|tống kết
        khó khăn|khô khan
        bất cập|bất cấp|bắt cặp|bắt cấp|bát cấp
        hạn chế
        thiệt hại
        sự cố|sự có|sư cô|sự cô|sử cổ|sự cổ
        cứu nạn
        giao thông
        nguồn nước
        hạ tầng|hạ táng
        lắp đặt|lấp đất|lập đạt|lập đất
        cập nhật
        khai báo|khai bảo|khai bao|khai bão
        dữ liệu|dự liệu|đủ liều|đủ liệu|du liệu
        phân công|phần cộng|phân cộng|phần công|phản công|phân cong
        phân cấp|phần cấp
        thẩm quyền
        ban hành|bản hành|bàn hành|bạn hành|bán hành
        văn bản|vẫn bán|vẫn bàn|vấn bán|văn bán|vẫn bản
        vận động|vẫn đông|vẫn đóng|vẫn đồng|vẫn động|văn động|vấn đông
        giải pháp
        giải quyết
        tiếp tục
        chủ trì|chữ trị|chủ trị|chú trị
        mục đích|mục dịch|mức dịch
        mục tiêu|mức tiêu
        quán triệt
        nghiêm túc
        triển khai đồng bộ
        đồng bộ hiệu quả
        đồng bộ các giải pháp
        đột xuất
        tài sản|tại sẵn|tại sân|tại sàn|tái sản|tại sản
        nền tảng|nên tăng|nên tặng|nền tăng
        mạng xã hội
        xã hội hóa
        hệ thống chính trị
        mặt trận
        ủy ban nhân dân
        hội đồng nhân dân
        bầu cử
        cử tri|cư trí|cứ trị
        đại biểu
        cải cách
        hành chính|hành chỉnh
        thủ tục
        dịch vụ
        thiên tai|thiên tài
        ứng phó
        đào tạo|đạo tạo|đảo tạo|đạo táo
        bồi dưỡng|bởi đường|bồi đường|bởi dưỡng
        cán bộ|cần bỏ|cần bố|cần bổ|cần bộ|cần bó|cạn bộ|cản bộ|căn bộ|cần bờ
        công chức
        viên chức
        thi đua|thì đưa
        phòng ngừa
        ngăn chặn
        nguy cơ cháy
        cơ sở dữ liệu
        cơ quan chức năng
        cơ quan đơn vị
        cơ sở vật chất
        an toàn giao thông
        an ninh trật tự
        trật tự an toàn xã hội
        bảo vệ môi trường
        biến đổi khí hậu
        cải cách hành chính
        chính trị xã hội
        công nghệ thông tin
        chính quyền địa phương
        chủ động phòng ngừa
        chịu trách nhiệm
        có trách nhiệm
        đại đoàn kết
        đội ngũ cán bộ
        đúng tiến độ
        đoàn viên hội viên
        giáo dục pháp luật
        hậu quả nghiêm trọng
        huy động sức mạnh
        kinh tế xã hội
        khoa học công nghệ
        kế hoạch thực hiện
        lực lượng vũ trang
        lực lượng dân phòng
        nâng cao chất lượng
        nâng cao hiệu quả
        nâng cao nhận thức
        năng lực lãnh đạo
        nguồn nhân lực
        người đứng đầu
        nhà văn hóa
        phát huy vai trò
        phổ biến giáo dục
        phòng chống thiên tai
        phương châm bốn tại chỗ
        quản lý nhà nước
        quốc phòng an ninh
        sản xuất kinh doanh
        sẵn sàng chiến đấu
        tạo chuyển biến
        tạo điều kiện thuận lợi
        tiếp nhận thông tin
        tình hình thực tế
        tình hình mới
        tính mạng tài sản
        thông tin đại chúng
        thủ trưởng cơ quan
        thực tập phương án
        tổ chức thực hiện
        tuyên truyền viên
        trên địa bàn
        vai trò nòng cốt
        văn bản chỉ đạo
        vật liệu nổ
        vệ sinh môi trường
        xây dựng nông thôn mới
        xử lý nghiêm
        ý thức trách nhiệm
        bục bệ
        bụi bê > bục bệ
        ủy ban nhân tỉnh > ủy ban nhân dân tỉnh
        ủy ban nhân thành phố > ủy ban nhân dân thành phố
        ủy ban nhân xã > ủy ban nhân dân xã
        ủy ban nhân phường > ủy ban nhân dân phường
        hội đồng nhân tỉnh > hội đồng nhân dân tỉnh
        hội đồng nhân xã > hội đồng nhân dân xã
        dân quân tự vệ
        tìm kiếm cứu nạn
        thoát nạn
        thiết bị báo cháy
        truyền tin báo cháy
        điểm chữa cháy công cộng
        """
}
