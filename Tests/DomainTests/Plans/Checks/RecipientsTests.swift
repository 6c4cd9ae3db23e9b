import Domain
import Testing

@Suite struct `Recipients of a plan` {
    private func missing(_ unit: String, _ recipients: String...) -> Bool {
        let task = SamplePlan.task("Rà soát bến lấy nước.", lead: [unit])
        let plan = SamplePlan.reading(task) { $0.document.recipients = recipients }
        return !SamplePlan.found("KH-25", [plan]).isEmpty
    }

    @Test(arguments: [
        ("Phòng Kinh tế", "Các phòng, ban, đơn vị thuộc phường"),
        ("Sở Nông nghiệp và Môi trường", "Các Sở, ban, ngành"),
        ("Sở Giáo dục và Đào tạo", "Sở, ban ngành TP"),
        ("UBND xã, phường", "UBND các xã, phường"),
        ("Ủy ban nhân dân cấp xã", "UBND các xã, phường"),
        ("Bộ Chỉ huy Quân sự tỉnh", "Công an tỉnh, BCHQS tỉnh"),
        ("Hội đồng nhân dân phường", "TT Đảng ủy, HĐND, UBND phường"),
        ("Ủy ban Mặt trận Tổ quốc Việt Nam xã", "UBMTTQ và các đoàn thể"),
        ("Sở Tài chính", "Các Sở: XD, TC, KH&CN"),
        ("Ban Thường trực Ủy ban MTTQ Việt Nam xã", "BTT Ủy ban MTTQ VN xã"),
        ("Tổ trưởng các Tổ dân phố", "Các tổ dân phố"),
        ("Các trường học trên địa bàn", "Trường THCS, tiểu học"),
        ("Trạm Y tế phường", "Như mục III"), ("Trạm Y tế phường", "Các cơ quan, đơn vị"),
        ("Phó Chủ tịch phụ trách", "UBND tỉnh"),
    ])
    func `hold the units that must act, by name or by group`(unit: String, recipient: String) {
        #expect(!missing(unit, "UBND tỉnh", recipient, "Lưu: VT"))
    }

    @Test(arguments: [
        ("Trạm Y tế phường", "Công an phường"),
        ("Ủy ban Mặt trận Tổ quốc Việt Nam phường", "Các phòng, ban, đơn vị thuộc phường"),
        ("Ngành điện lực", "Các phòng, ban, đơn vị thuộc phường"),
        ("Các trường học trên địa bàn", "Các phòng, ban, đơn vị thuộc phường"),
    ])
    func `leave out who is meant by none of them`(unit: String, recipient: String) {
        #expect(missing(unit, "UBND tỉnh", recipient, "Lưu: VT"))
    }

    @Test func `are not judged where the plan has no list`() {
        #expect(!missing("Trạm Y tế phường"))
    }
}
