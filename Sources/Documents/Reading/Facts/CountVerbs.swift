/// The verbs whose object a plan counts, each class in one list.
struct CountVerbs: Sendable {
    private let byLast: [Unicode.Scalar: [Phrase]]

    init(_ text: String) {
        var byLast: [Unicode.Scalar: [Phrase]] = [:]
        for phrase in Self.phrases(Substring(text)) {
            if let last = phrase.scalars.last { byLast[last, default: []].append(phrase) }
        }
        self.byLast = byLast.mapValues { $0.sorted { $0.count > $1.count } }
    }

    /// Where the longest verb begins that ends before a position, spaces between allowed.
    func start(in body: Script, before position: Int) -> Int? {
        guard let last = body.at(body.trimSpaces(before: position) - 1) else { return nil }
        return byLast[last].flatMap { body.start(ofAny: $0, before: position) }
    }

    static func phrases(_ text: Substring) -> [Phrase] {
        text.split { $0 == "," || $0 == "\n" }.compactMap { part in
            let words = part.split(separator: " ")
            return words.isEmpty ? nil : Phrase(words.joined(separator: " "))
        }
    }

    /// Small words between a verb and its count.
    static let fillers = CountVerbs(
        """
        thêm, mới, được, bổ sung, thêm được, xong, dứt điểm, đủ, đạt, cho, khoảng, tổng số,
        đưa vào sử dụng, đưa vào hoạt động, và, có, chuyên đề, đối với, thường xuyên, đột xuất
        """)

    /// Work that brings something forth.
    static let making = CountVerbs(
        """
        tổ chức, mở, xây dựng, thành lập, thành lập mới, thực tập, ra mắt, trồng, trồng mới,
        lắp đặt, lắp, lắp đặt mới, nhân rộng, phát động, xây dựng mới, phát hành, biên soạn,
        sản xuất, triển khai xây dựng, sửa chữa, xây mới, khánh thành, khởi công, bàn giao, treo,
        đăng, đăng tải, phát, phát sóng, phát thanh, in, in ấn, cấp phát, hình thành, củng cố,
        kiện toàn, duy trì, biểu diễn, dàn dựng, hỗ trợ, phục vụ, làm mới, hoàn thành,
        triển khai, thực hiện, diễn tập, công nhận, giám sát, khảo sát, lấy, thu thập, thu được,
        tiếp nhận, ban hành, viết, quay, dựng, cắm, số hóa, cải tạo, nâng cấp, tu sửa, đầu tư,
        đầu tư xây dựng, thiết lập, xây, đảm nhận, đăng ký, chăm sóc, thả, tiêm, tiêm phòng,
        xét nghiệm, test nhanh, phun, tăng, giành, bố trí, đặt, chế tác, kết nối, cập nhật, cấp,
        vận hành, hiến, hiến tặng, hiến được, may, khâu, ươm, sơ chế, bảo dưỡng, sơn, vẽ, đổ, kéo
        """)

    /// What is bought, stored or handed over.
    static let providing = CountVerbs(
        """
        trang bị, mua sắm, mua, chuẩn bị, dự trữ, dự phòng, bố trí, cấp, cấp phát, tặng, trao,
        cơ động, sẵn sàng cơ động, điều động, sẵn sàng điều động, cắt cử,
        trao tặng, hỗ trợ, bổ sung, vận động, huy động, ủng hộ, quyên góp, sẵn sàng,
        bảo đảm sẵn sàng, đảm bảo sẵn sàng, chuẩn bị sẵn sàng, chuẩn bị sẵn, bố trí sẵn sàng,
        duy trì sẵn sàng, huy động sẵn sàng, bảo đảm có, đảm bảo có
        """)

    /// Stores, whose list goes on with measures and all kinds of things.
    static let storing = CountVerbs("dự trữ, dự phòng, chuẩn bị, mua sắm, trang bị, bổ sung")

    /// What is to be gone.
    static let removing = CountVerbs(
        """
        xóa, xoá, xóa bỏ, xoá bỏ, giải tỏa, giải toả, tháo dỡ, xử lý, khắc phục, thay thế,
        thu hồi, triệt phá, triệt xóa, phát hiện, bắt giữ, chuyển hóa, cắt giảm, đơn giản hóa, bãi bỏ, giảm, kéo giảm
        """)

    /// What is done for somebody, or brings somebody in.
    static let helping = CountVerbs(
        """
        hỗ trợ, giúp đỡ, giúp, tặng, trao, trao tặng, tặng quà, kết nạp, kết nạp mới, phát triển,
        phát triển mới, tạo việc làm cho, tạo việc làm mới cho, giải quyết việc làm cho, đào tạo,
        đào tạo nghề cho, khám, khám bệnh cho, thăm, tuyển, tuyển chọn, giới thiệu, trang bị,
        thu hút, đỡ đầu, nhận đỡ đầu, tăng thêm, thêm, bồi dưỡng, tập huấn cho, tập huấn,
        hướng dẫn, tư vấn, vận động, tổ chức cho, khen thưởng, biểu dương, tuyên dương, tôn vinh,
        giảm, kéo giảm, công nhận, xây dựng, củng cố, thành lập, thành lập mới, tiêm cho,
        dạy bơi cho, dạy nghề cho, giao quân, nhận chăm sóc, tuyên truyền cho, đón, đón tiếp
        """)

    /// What calls people up.
    static let calling = CountVerbs("điều động, cơ động, sẵn sàng cơ động, sẵn sàng huy động")

    /// What is set up or held in places.
    static let placing = CountVerbs(
        """
        lắp đặt, lắp, đặt, bố trí, xây dựng, thí điểm, triển khai thí điểm, thực hiện thí điểm,
        tổ chức thí điểm, mở, trồng, treo, dựng, cắm, thành lập, ra quân
        """)

    /// What goes to see bodies at their place.
    static let checking = CountVerbs("kiểm tra, thanh tra, giám sát, khảo sát, phúc tra, thẩm định")

    /// Measures that are laid out or gathered.
    static let measuring = CountVerbs(
        """
        tu sửa, phát dọn, nạo vét, cứng hóa, bê tông hóa, trồng, trồng mới, làm mới, sửa chữa,
        nâng cấp, kiên cố hóa, phát quang, đào, đắp, mở rộng, gia cố, chăm sóc, bảo vệ, khôi phục,
        làm, hiến, thu gom, vệ sinh, lắp đặt, cải tạo, gieo trồng, gieo cấy, tái canh, đảm nhận,
        hình thành, phát triển, quy hoạch, chuyển đổi, xây dựng, khoanh nuôi, phủ xanh, tưới,
        giải phóng, thu hồi, đấu giá, kéo, thay thế
        """)

    /// What brings money or goods in.
    static let raising = CountVerbs(
        """
        vận động, huy động, quyên góp, phấn đấu thu, đóng góp, ủng hộ, giải ngân, thu ngân sách, tổng thu
        """)
}
