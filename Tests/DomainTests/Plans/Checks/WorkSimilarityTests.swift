import Domain
import Testing

@Suite struct `How alike two works are` {
    @Test func `is one for the same words in other case and with slips of the scanner`() {
        let similarity = WorkSimilarity([
            "Kiểm tra các bến lấy nước ven sông", "KIỂM TRA các bên lấy nước ven sông",
        ])
        #expect(similarity.between(0, 1) == 1)
    }

    @Test func `is nothing without common words`() {
        let similarity = WorkSimilarity(["Sửa máy bơm", "Tập huấn dân phòng", ""])
        #expect(similarity.between(0, 1) == 0)
        #expect(similarity.between(0, 2) == 0)
    }

    @Test func `does not count who works`() {
        let texts = [
            "Chủ trì, phối hợp với Trạm Y tế sửa máy bơm",
            "Phối hợp với Đội Quản lý chợ sửa máy bơm",
        ]
        let named = WorkSimilarity(texts, leavingOut: ["Trạm Y tế", "Đội Quản lý chợ"])
        #expect(named.between(0, 1) == 1)
        #expect(WorkSimilarity(texts).between(0, 1) < WorkSimilarity.same)
    }

    @Test func `does not count numbers and dates of documents`() {
        let similarity = WorkSimilarity([
            "Quán triệt Chỉ thị số 12-CT/TW ngày 05/3/2026", "Quán triệt Kế hoạch số 18/KH-UBND",
        ])
        #expect(similarity.between(0, 1) == 1)
    }

    @Test func `counts rare words more than common ones`() {
        let similarity = WorkSimilarity([
            "phòng cháy máy bơm", "phòng cháy bến nước", "phòng cháy nhà trọ", "máy bơm bến nước",
        ])
        #expect(similarity.between(0, 3) > similarity.between(0, 1))
    }

    /// Equal weights in texts that share nothing else: the bound is met exactly at half.
    @Test func `takes a pair at the bound and not below it`() {
        let similarity = WorkSimilarity(["bơm", "bơm trụ", "thang", "thang dây đèn"])
        let kept = similarity.pairs(over: WorkSimilarity.same).map { [$0.0, $0.1] }
        #expect(similarity.between(0, 1) > 0.3 && similarity.between(0, 1) < WorkSimilarity.same)
        #expect(kept == [])
        let bound = similarity.between(0, 1)
        #expect(similarity.pairs(over: bound).map { [$0.0, $0.1] } == [[0, 1]])
        #expect(similarity.pairs(over: bound.nextUp).isEmpty)
    }

    @Test func `tells how much of one is within the other`() {
        let similarity = WorkSimilarity(["sửa máy bơm", "sửa máy bơm và thay vòi ở mọi trụ"])
        #expect(similarity.share(of: 0, in: 1) == 1)
        #expect(similarity.share(of: 1, in: 0) < 1)
    }
}
