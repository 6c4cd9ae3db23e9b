import Domain
import Testing

@Suite struct `The head of an amended text` {
    private func head(
        _ number: String?, _ issued: String?, _ issuer: String?, _ title: String?
    ) -> PlanHead {
        var document = PlanReading(file: "thu.txt").document
        document.number = number
        document.date = issued
        document.issuer = issuer
        document.title = title
        return PlanHead(document)
    }

    private var plan: PlanHead {
        head(
            "131/KH-UBND", "2026-05-15", "UBND phường Thử",
            "Thực hiện công tác phòng cháy, chữa cháy năm 2026")
    }

    @Test func `is the plan's own when it is written otherwise, or left blank`() {
        let same = head(
            "131/KH-UBND", "2026-05", "ỦY BAN NHÂN DÂN PHƯỜNG THỬ",
            "Sửa đổi, bổ sung Kế hoạch thực hiện công tác phòng cháy, chữa cháy năm 2026")
        #expect(plan.doubts(about: same).isEmpty)
        #expect(plan.changes(to: same).map(\.field) == [.title])
        let blank = head(nil, nil, nil, nil)
        #expect(plan.changes(to: blank).isEmpty && plan.doubts(about: blank).isEmpty)
    }

    @Test func `is in doubt for another number, issuer or title`() {
        let other = head(
            "9/KH-BCĐ", "2026-05-15", "UBND phường Khác", "Tổ chức bầu cử đại biểu Quốc hội")
        #expect(plan.doubts(about: other).map(\.field) == [.number, .issuer, .title])
        #expect(plan.with(plan.changes(to: other)) == other)
        #expect(head(nil, nil, nil, nil).doubts(about: other).isEmpty)
    }
}
