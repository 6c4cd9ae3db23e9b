import Domain
import Testing

@Suite struct `The route of obstacles` {
    private let known = ["cong an huyen", "cong an", "so y te", "ubnd phuong", "van phong"]

    @Test(arguments: [
        (
            "Quá trình triển khai thực hiện có vuớng mắc, đơn vị, địa phương phối hợp trao đổi với Công an huyện để thống nhất./.",
            "cong an huyen"
        ),
        (
            "Trong quá trình thực hiện nếu có khó khăn, vướng mắc, các cơ quan phản ánh về Sở Y tế tổng hợp.",
            "so y te"
        ),
        (
            "Nếu gặp khó khăn, đơn vị kịp thời báo cáo UBND phường (qua Văn phòng) để giải quyết.",
            "van phong"
        ),
    ])
    func `is read from a sentence of the plan`(sentence: (text: String, unit: String)) {
        #expect(ObstacleRoute.unit(toldIn: sentence.text, known: known) == sentence.unit)
    }

    @Test(arguments: [
        "Kịp thời tháo gỡ khó khăn, vướng mắc, tạo điều kiện cho người dân; báo cáo UBND phường.",
        "Nếu có vướng mắc thì dừng lại. Hằng tháng báo cáo UBND phường.",
        "Nếu có vướng mắc thì trao đổi với Công an xã.",
        "Nếu có vướng mắc thì phản ánh về Sở Y tếu.",
    ])
    func `is not made up`(text: String) {
        let known = known.filter { $0 != "cong an" }
        #expect(ObstacleRoute.unit(toldIn: text, known: known) == nil)
    }

    @Test func `names the contact in brackets behind the unit`() {
        let words = """
            Công an phường tổng hợp; vướng mắc báo cáo qua Công an phường (đồng chí Lê Văn Mẫu – Phó \
            trưởng Công an phường) để giải quyết theo thẩm quyền (nếu có).
            """
        #expect(
            ObstacleRoute.contact(behind: "Công an phường", in: words)
                == "đồng chí Lê Văn Mẫu – Phó trưởng Công an phường")
        #expect(ObstacleRoute.contact(behind: "thẩm quyền", in: words) == nil)
        #expect(ObstacleRoute.contact(behind: "", in: words) == nil)
    }
}
