import Documents
import Domain
import Testing

/// A plan cut off anywhere, or in disorder, is read as far as it goes.
@Suite struct `Reading broken texts` {
    private static let plan = """
        ỦY BAN NHÂN DÂN XÃ MỎ CÀY | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
        Số: …/KH-UBND | Mỏ Cày, ngày … tháng 3 năm 2028
        KẾ HOẠCH
        Trồng cây theo Quyết định số 12/QĐ- TTg ngày 1/2/2028 của Thủ tướng Chính phủ
        Căn cứ khoản 6 Điều 55 Luật Phòng, chống thiên tai năm 2013;
        I. NHIỆM VỤ
        1. Công an xã, lực lượng Công an xã
        - Phối hợp với Phòng Kinh tế, các tổ chức chính trị - xã hội (TCCTXH) trồng từ 5% đến 8%
        diện tích hằng quý (trước ngày 20 của tháng cuối quý), xong trước ngày 31/12/2028.
        - Hưởng ứng “Ngày Môi trường thế giới (05/6)”; báo cáo UBND xã (qua Công an xã).
        II. TỔ CHỨC THỰC HIỆN
        Định kỳ hằng năm báo cáo Ủy ban nhân dân tỉnh trước ngày 05/12 để tổng hợp, báo cáo.
        Nơi nhận: - UBND tỉnh; - Lưu: VT. | TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH Lê An
        """

    @Test func `stops wherever the text stops`() {
        let scalars = Array(Self.plan.unicodeScalars)
        for end in 0...scalars.count {
            let text = String(String.UnicodeScalarView(scalars[..<end]))
            let reading = PlanReader.read(SourceText(text: text), file: "cut.txt")
            #expect(reading.file == "cut.txt")
        }
    }

    @Test func `begins wherever the text begins`() {
        let scalars = Array(Self.plan.unicodeScalars)
        for start in stride(from: 0, to: scalars.count, by: 3) {
            let text = String(String.UnicodeScalarView(scalars[start...]))
            let reading = PlanReader.read(SourceText(text: text), file: "cut.txt")
            #expect(reading.tasks.count < 20)
        }
    }
}
