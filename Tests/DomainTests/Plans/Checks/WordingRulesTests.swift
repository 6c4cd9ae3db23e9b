import Domain
import Testing

@Suite struct `The wording of a task` {
    private func codes(
        _ text: String, cue: String? = nil, lead: [String] = ["Công an phường"]
    ) -> Set<String> {
        let plan = SamplePlan.reading(SamplePlan.task(text, lead: lead, cue: cue)) {
            $0.units = [
                UnitMention(canonical: "Công an phường", aliases: [], firstLine: 1),
                UnitMention(canonical: "Trạm Y tế", aliases: ["TYT phường"], firstLine: 1),
            ]
        }
        let found = PlanCheck.run([plan], library: .known, today: SamplePlan.today)
        return Set(found.map(\.code)).intersection(["KH-15", "KH-16", "KH-21"])
    }

    @Test(arguments: [
        "Xử lý dứt điểm tình trạng lấn chiếm lối thoát nạn Tổ chức rà soát các nhà trọ.",
        "Kiểm tra các chợ. Giao Trạm Y tế tập huấn sơ cứu.",
        "Kiểm tra các chợ. TYT phường tập huấn sơ cứu.",
    ])
    func `shows two tasks in one`(text: String) {
        #expect(codes(text) == ["KH-15"])
    }

    @Test func `shows two roles in one`() {
        #expect(codes("Phối hợp rà soát chợ. Tham mưu lập đội.", cue: "Phối hợp") == ["KH-15"])
        #expect(codes("Chủ trì rà soát chợ. Phối hợp lập đội.", cue: "Chủ trì") == ["KH-15"])
    }

    @Test(arguments: [
        "Phối hợp với các tổ chức chính trị và Ban Tổ chức cán bộ của phường.",
        "Xây dựng và ban hành Hướng dẫn của phường về tự kiểm tra.",
        "Kiểm tra các chợ. Công an phường lập biên bản.",
        "Hưởng ứng Tháng hành động. Lập danh sách.",
    ])
    func `is left alone where it is one task`(text: String) {
        #expect(codes(text).isEmpty)
    }

    @Test(arguments: [
        "và vận động người dân mua bình.", "Kiểm tra các bến nước, trụ nước và",
        "Kiểm tra các chợ. vào mùa khô.",
        "Tập trung: (1) Số hóa danh sách cơ sở; (2) Chuông báo động.",
    ])
    func `shows a piece of a sentence`(text: String) {
        #expect(codes(text) == ["KH-16"])
    }

    @Test(arguments: [
        "Kiểm tra TP. Hà An và các xã.", "Kiểm tra chợ, bến xe… và nhà trọ.",
        "Giải quyết: (1) Các nhà trọ không có lối thoát nạn thứ hai; (2) Các chợ.",
    ])
    func `is whole with abbreviations, dots and lists of things`(text: String) {
        #expect(codes(text).isEmpty)
    }

    @Test(arguments: [
        ("12 (mười hai)", false), ("12 (hai mươi)", true), ("21 (hai mươi mốt)", false),
        ("105 (một trăm lẻ năm)", false), ("15 (mười lăm)", false), ("04 (bốn)", false),
        ("04 (năm)", true), ("2026 (năm)", true), ("05 (kèm theo)", false), ("05 ()", false),
    ])
    func `has the same number in words and digits`(text: String, isFaulty: Bool) {
        #expect(codes("Mua \(text) bình.") == (isFaulty ? ["KH-21"] : []))
    }
}
