import Documents
import Domain
import Testing

private func repairs(_ text: String) -> [SuggestedRepair] {
    RepairReader.read(SourceText(text: text).lines)
}

@Suite struct `Suggesting repairs` {
    @Test(arguments: [
        ("mô hình Tô liên gia", "Tô liên gia", "Tổ liên gia"),
        ("mỗi việc một đầu mỗi xuyên suốt", "đầu mỗi", "đầu mối"),
        ("phân đầu đạt kết quả", "phân đầu", "phấn đấu"),
        ("Kiên toàn tổ chức", "Kiên toàn", "Kiện toàn"),
        ("tuyển truyền pháp luật", "tuyển truyền", "tuyên truyền"),
        ("có vuớng mắc", "vuớng mắc", "vướng mắc"),
        ("nhiều nguời dân", "nguời", "người"),
        ("đưọc giao", "đưọc", "được"),
        ("Quyết định số 1492/QĐ- TTg", "1492/QĐ- TTg", "1492/QĐ-TTg"),
        ("Chỉ thị số 47 CT/TW", "47 CT/TW", "47-CT/TW"),
        ("nộp nộp một bộ hồ sơ", "nộp nộp", "nộp"),
        ("bầu đại biểu đại biểu khóa mới", "đại biểu đại biểu", "đại biểu"),
        ("Thường trực HDDND xã", "HDDND", "HĐND"),
        ("TUYỂN TRUYỀN LƯU ĐỘNG", "TUYỂN TRUYỀN", "TUYÊN TRUYỀN"),
    ])
    func `suggests the right form`(_ text: String, _ found: String, _ suggestion: String) {
        let repairs = repairs(text)
        #expect(repairs.map(\.found) == [found])
        #expect(repairs.map(\.suggestion) == [suggestion])
    }

    @Test func `finds damage across a line break`() {
        let found = repairs("tiếp tục đẩy\n\nmanh phong trào")
        #expect(found.map(\.suggestion) == ["đẩy mạnh"])
        #expect(found.map(\.line) == [1])
    }

    @Test(arguments: [
        "Phần đầu của bản kế hoạch nêu tình hình.",
        "Vào đầu mỗi năm học, nhà trường họp phụ huynh.",
        "Khả năng cao sẽ có mưa.",
        "Trạm biến áp trên tuyến truyền tải.",
        "Chủ động bố trí cán bộ, cần bố trí thêm người.",
        "Ủy ban nhân dân, Uỷ ban nhân dân, hoà giải, hòa giải.",
        "Thầy giáo Kiên Toàn dạy lớp ba.",
        "Hằng ngày, ngày ngày luôn luôn cố gắng.",
        "Quyết định số 1492/QĐ-TTg; mua hương ở xưởng, đường trước.",
        "Đã có những hoạt động hiệu quả; huơ tay, thuở xưa, quơ lửa.",
    ])
    func `raises no false alarm`(_ text: String) {
        #expect(repairs(text).isEmpty)
    }
}
