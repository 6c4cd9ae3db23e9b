import Documents
import Domain
import Testing

private func abbreviations(_ text: String) -> [String: String?] {
    let found = AbbreviationReader.read(SourceText(text: text).lines)
    return Dictionary(found.map { ($0.short, $0.meaning) }, uniquingKeysWith: { first, _ in first })
}

@Suite struct `Reading abbreviations` {
    @Test func `finds the meaning before the bracket`() {
        let found = abbreviations("Hỗ trợ hợp tác xã (HTX), hộ kinh doanh (viết tắt là HKD).")
        #expect(found == ["HTX": "hợp tác xã", "HKD": "hộ kinh doanh"])
    }

    @Test func `shares out the words of two short forms in one bracket`() {
        let found = abbreviations(
            "Công tác phòng cháy, chữa cháy và\ncứu nạn, cứu hộ (PCCC và CNCH) của xã.")
        #expect(found == ["PCCC": "phòng cháy, chữa cháy", "CNCH": "cứu nạn, cứu hộ"])
    }

    @Test func `finds a meaning that comes later, and keeps the first line`() {
        let text = "Mời HTX dự họp.\nCác hợp tác xã (HTX) góp vốn."
        let found = AbbreviationReader.read(SourceText(text: text).lines)
        #expect(found.map(\.line) == [1])
        #expect(found.map(\.meaning) == ["hợp tác xã"])
    }

    @Test func `leaves a meaning open that nobody explains`() {
        #expect(abbreviations("Theo dõi qua LGSP của tỉnh.") == ["LGSP": nil])
    }

    @Test(arguments: [
        "I. MỤC ĐÍCH, YÊU CẦU",
        "Kế hoạch số 12/KH-UBND và Quyết định số 4/QĐ- TTg",
        "Khóa XVI, quý IV, Phần II",
        "Nơi nhận:\n- TTĐU;\n- Lưu: VT.",
        "Họp lúc 8 giờ tại Nhà văn hóa.",
    ])
    func `leaves alone what is no short form`(_ text: String) {
        #expect(abbreviations(text).isEmpty)
    }
}
