import Documents
import Domain
import Testing

@Suite struct `Reading sentences that announce others` {
    @Test func `lets the one who announces lead what stands below`() {
        let plan = reading(
            """
            III. TỔ CHỨC HỘI NGHỊ

            - Công an xã họp với các thôn để thống nhất:

            + Thời gian, địa điểm tổ chức hội nghị

            + Phòng Kinh tế chuẩn bị hội trường.

            - Tổ chức họp dân.
            """)
        #expect(
            plan.tasks.map(\.leadUnits) == [["Công an xã"], ["Công an xã"], ["Phòng Kinh tế"], []])
    }

    @Test func `takes the subject of the sentence that ends with the colon`() {
        let plan = reading(
            """
            III. TRÌNH TỰ

            1. Tổ chức khai mạc hội nghị theo trình tự đã nêu. Công an xã có trách nhiệm sau đây:

            - Giữ trật tự trong và ngoài hội trường.

            2. Tổ chức bế mạc hội nghị theo trình tự đã nêu. Công an xã giữ trật tự.
            """)
        #expect(plan.tasks.map(\.leadUnits) == [["Công an xã"], ["Công an xã"], []])
    }

    @Test(
        arguments: [
            ("Địa điểm: Hội nghị được tổ chức tại nhà văn hóa của từng thôn.", 2),
            ("Địa điểm: Nhà văn hóa của từng thôn trên địa bàn xã.", 1),
            ("Địa điểm: Được thông báo sau.", 1),
        ])
    func `takes a whole sentence behind a label for work`(item: String, count: Int) {
        let plan = reading("III. NỘI DUNG\n\n1. Hội nghị\n\n- \(item)\n\n- Tổ chức họp dân.")
        #expect(plan.tasks.count == count)
    }

    @Test(
        arguments: [
            ("Tiếp tục chỉ đạo các thôn dọn kênh.", "Chỉ đạo"),
            ("Kịp thời tham mưu UBND xã dọn kênh.", "Tham mưu"),
            ("Tiếp tục dọn kênh, chỉ đạo các thôn.", nil),
        ] as [(String, String?)])
    func `reads the part of a unit behind an adverb`(item: String, cue: String?) {
        let plan = reading("III. NHIỆM VỤ\n\n1. Công an xã\n\n- \(item)")
        #expect(plan.tasks.first?.roleCue == cue)
    }
}
