/// Names of laws of Viet Nam, without the word "Luật", in lower case; longest first.
///
/// Source: the titles of the laws that the National Assembly passed (Quốc hội khóa IX–XV), known as
/// of November 2025; with the short forms in which plans write some of them.
enum LawNames {
    /// Where the name of a law ends that begins at a position, behind "Luật".
    static func end(in body: Script, at position: Int) -> Int? {
        guard let head = body.at(position), let phrases = byInitial[head] else { return nil }
        for phrase in phrases {
            if let end = body.end(of: phrase, at: position) { return end }
        }
        return nil
    }

    private static let byInitial: [Unicode.Scalar: [Phrase]] = {
        let names = list.split(separator: "\n").map { Phrase(String($0)) }
        return Dictionary(grouping: names) { $0.scalars[0] }.mapValues { phrases in
            phrases.sorted { $0.scalars.count > $1.scalars.count }
        }
    }()

    private static let list = """
        an ninh mạng
        an ninh quốc gia
        an toàn thông tin mạng
        an toàn thực phẩm
        an toàn, vệ sinh lao động
        ban hành văn bản quy phạm pháp luật
        ban hành văn bản qppl
        báo chí
        bảo hiểm tiền gửi
        bảo hiểm xã hội
        bhxh
        bảo hiểm y tế
        bhyt
        bảo vệ bí mật nhà nước
        bảo vệ dữ liệu cá nhân
        bảo vệ môi trường
        bảo vệ quyền lợi người tiêu dùng
        bảo vệ sức khỏe nhân dân
        bảo vệ và kiểm dịch thực vật
        bầu cử đại biểu quốc hội và đại biểu hội đồng nhân dân
        bầu cử đại biểu quốc hội và đại biểu hđnd
        bầu cử đại biểu quốc hội
        bầu cử
        biên giới quốc gia
        biên phòng việt nam
        biển việt nam
        bình đẳng giới
        các công cụ chuyển nhượng
        các tổ chức tín dụng
        cán bộ, công chức
        cảnh sát biển việt nam
        cảnh sát cơ động
        căn cước công dân
        căn cước
        cạnh tranh
        chăn nuôi
        chất lượng sản phẩm, hàng hóa
        chuyển giao công nghệ
        chứng khoán
        công an nhân dân
        công chứng
        công đoàn
        công nghệ cao
        công nghệ thông tin
        công nghiệp công nghệ số
        công nghiệp quốc phòng, an ninh và động viên công nghiệp
        cơ yếu
        cư trú
        dân quân tự vệ
        dầu khí
        di sản văn hóa
        doanh nghiệp
        du lịch
        dự trữ quốc gia
        dược
        dữ liệu
        đa dạng sinh học
        đặc xá
        đất đai
        đầu tư công
        đầu tư theo phương thức đối tác công tư
        đầu tư
        đấu giá tài sản
        đấu thầu
        đê điều
        địa chất và khoáng sản
        điện ảnh
        điện lực
        điều ước quốc tế
        đo đạc và bản đồ
        đo lường
        đường bộ
        đường sắt
        giá
        giám định tư pháp
        giao dịch điện tử
        giao thông đường bộ
        giao thông đường thủy nội địa
        giáo dục đại học
        giáo dục nghề nghiệp
        giáo dục quốc phòng và an ninh
        giáo dục
        hải quan
        hàng không dân dụng việt nam
        hiến, lấy, ghép mô, bộ phận cơ thể người và hiến, lấy xác
        hoạt động chữ thập đỏ
        hoạt động giám sát của quốc hội và hội đồng nhân dân
        hóa chất
        hòa giải ở cơ sở
        hòa giải, đối thoại tại tòa án
        hôn nhân và gia đình
        hộ tịch
        hợp tác xã
        kế toán
        khám bệnh, chữa bệnh
        khiếu nại
        khí tượng thủy văn
        khoa học và công nghệ
        khoa học, công nghệ và đổi mới sáng tạo
        khoáng sản
        kiểm toán độc lập
        kiểm toán nhà nước
        kiến trúc
        kinh doanh bảo hiểm
        kinh doanh bất động sản
        lâm nghiệp
        luật sư
        lưu trữ
        lực lượng dự bị động viên
        lực lượng tham gia bảo vệ an ninh, trật tự ở cơ sở
        lực lượng tham gia bảo vệ antt ở cơ sở
        mặt trận tổ quốc việt nam
        mttq việt nam
        năng lượng nguyên tử
        ngân hàng nhà nước việt nam
        ngân sách nhà nước
        nghĩa vụ quân sự
        nghệ sĩ
        người cao tuổi
        người khuyết tật
        người lao động việt nam đi làm việc ở nước ngoài theo hợp đồng
        nhà giáo
        nhà ở
        nhập cảnh, xuất cảnh, quá cảnh, cư trú của người nước ngoài tại việt nam
        nuôi con nuôi
        phá sản
        phòng bệnh
        phòng cháy, chữa cháy và cứu nạn, cứu hộ
        phòng cháy, chữa cháy và cứu nạn cứu hộ
        phòng cháy chữa cháy và cứu nạn cứu hộ
        phòng cháy và chữa cháy
        phòng cháy, chữa cháy
        phòng, chống bạo lực gia đình
        phòng, chống bệnh truyền nhiễm
        phòng, chống khủng bố
        phòng, chống ma túy
        phòng, chống mua bán người
        phòng, chống rửa tiền
        phòng, chống tác hại của rượu, bia
        phòng, chống tác hại của thuốc lá
        phòng, chống tham nhũng
        phòng, chống thiên tai
        phòng, chống nhiễm vi rút gây ra hội chứng suy giảm miễn dịch mắc phải ở người (hiv/aids)
        phòng thủ dân sự
        phổ biến, giáo dục pháp luật
        pccc và cnch
        pccc & cnch
        pccc&cnch
        pccc
        phí và lệ phí
        quản lý nợ công
        quản lý ngoại thương
        quản lý thuế
        quản lý và bảo vệ biên giới quốc gia
        quản lý và đầu tư vốn nhà nước tại doanh nghiệp
        quản lý, sử dụng tài sản công
        quản lý, sử dụng vũ khí, vật liệu nổ và công cụ hỗ trợ
        quản lý, sử dụng vốn nhà nước đầu tư vào sản xuất, kinh doanh tại doanh nghiệp
        quảng cáo
        quốc phòng
        quốc tịch việt nam
        quy hoạch đô thị và nông thôn
        quy hoạch đô thị
        quy hoạch
        sở hữu trí tuệ
        sĩ quan quân đội nhân dân việt nam
        sử dụng năng lượng tiết kiệm và hiệu quả
        tài nguyên nước
        tài nguyên, môi trường biển và hải đảo
        tạm giữ, tạm giam
        tần số vô tuyến điện
        thanh niên
        thanh tra
        thể dục, thể thao
        thi đua, khen thưởng
        thi hành án dân sự
        thi hành án hình sự
        thi hành tạm giữ, tạm giam và cấm đi khỏi nơi cư trú
        thống kê
        thủ đô
        thú y
        thuế bảo vệ môi trường
        thuế giá trị gia tăng
        thuế sử dụng đất phi nông nghiệp
        thuế thu nhập cá nhân
        thuế thu nhập doanh nghiệp
        thuế tiêu thụ đặc biệt
        thuế xuất khẩu, thuế nhập khẩu
        thủy lợi
        thủy sản
        thư viện
        thương mại
        thực hành tiết kiệm, chống lãng phí
        thực hiện dân chủ ở cơ sở
        tiếp cận thông tin
        tiếp công dân
        tiêu chuẩn và quy chuẩn kỹ thuật
        tình trạng khẩn cấp
        tín ngưỡng, tôn giáo
        tố cáo
        tố tụng hành chính
        tổ chức chính phủ
        tổ chức chính quyền địa phương
        tổ chức cơ quan điều tra hình sự
        tổ chức quốc hội
        tổ chức tòa án nhân dân
        tổ chức viện kiểm sát nhân dân
        trách nhiệm bồi thường của nhà nước
        trẻ em
        trật tự, an toàn giao thông đường bộ
        trồng trọt
        trợ giúp pháp lý
        trọng tài thương mại
        trưng cầu ý dân
        trưng mua, trưng dụng tài sản
        tương trợ tư pháp
        tư pháp người chưa thành niên
        viên chức
        viễn thông
        việc làm
        xây dựng
        xuất bản
        xuất cảnh, nhập cảnh của công dân việt nam
        xử lý vi phạm hành chính
        dân sự
        hình sự
        lao động
        tố tụng dân sự
        tố tụng hình sự
        hàng hải việt nam
        """
}
