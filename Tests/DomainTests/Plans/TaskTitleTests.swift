import Domain
import Testing

@Suite struct `The title of a task` {
    @Test func `leaves out the bullet and the role phrase`() {
        let title = TaskTitle.make(
            from:
                "- Chủ trì, phối hợp với Công an phường rà soát các hộ kinh doanh; lập danh sách.",
            rolePhrase: "Chủ trì, phối hợp với Công an phường")
        #expect(title == "Rà soát các hộ kinh doanh")
    }

    @Test func `keeps the role phrase when nothing else is left`() {
        #expect(
            TaskTitle.make(from: "Phối hợp với A", rolePhrase: "Phối hợp với A") == "Phối hợp với A"
        )
    }

    @Test func `passes over what the closing paragraph opens with`() {
        #expect(
            TaskTitle.make(
                from:
                    "Trên đây là Kế hoạch năm 2026. Các đơn vị báo cáo khó khăn về UBND phường./.",
                rolePhrase: nil) == "Các đơn vị báo cáo khó khăn về UBND phường")
        #expect(
            TaskTitle.make(from: "Trên đây là Kế hoạch năm 2026.", rolePhrase: nil)
                == "Trên đây là Kế hoạch năm 2026")
    }

    @Test func `does not end within a number`() {
        let title = TaskTitle.make(
            from: "Thực hiện Kế hoạch 12.000 bình chữa cháy. Rà soát.", rolePhrase: nil)
        #expect(title == "Thực hiện Kế hoạch 12.000 bình chữa cháy")
    }

    @Test func `is cut between words at its greatest length`() {
        let exact = String(repeating: "a", count: TaskTitle.lengthMax)
        #expect(TaskTitle.shortened(exact) == exact)
        let long = TaskTitle.shortened(String(repeating: "dài ", count: 40))
        #expect(long.count <= TaskTitle.lengthMax)
        #expect(long.hasSuffix("dài…"))
    }

    @Test func `is found whole again in its text`() {
        let tail = String(repeating: " và tổ dân phố", count: 8)
        let text = "Tổ chức quán triệt đến cán bộ\(tail); báo cáo kết quả."
        let title = TaskTitle.make(from: text, rolePhrase: nil)
        #expect(title.hasSuffix("…"))
        #expect(TaskTitle.uncut(title, of: text) == "Tổ chức quán triệt đến cán bộ\(tail)")
        #expect(TaskTitle.uncut("Tên do người đặt", of: text) == "Tên do người đặt")
        #expect(TaskTitle.uncut("Tên do người đặt…", of: text) == "Tên do người đặt…")
    }
}
