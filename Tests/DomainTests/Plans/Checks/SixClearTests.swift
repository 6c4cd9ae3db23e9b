import Domain
import Testing

@Suite struct `The six things that must be clear` {
    private func clear(_ task: TaskReading) -> [SixClear.Item] {
        SixClear(task).verdicts.filter(\.isClear).map(\.item)
    }

    @Test func `are all unclear in a slogan without a lead`() {
        let six = SixClear(SamplePlan.task("Tăng cường công tác phòng cháy ở địa bàn.", lead: []))
        #expect(six.count == 0)
        #expect(six.unclear.map(\.item) == SixClear.Item.allCases)
        #expect(six.verdicts.allSatisfy { !$0.reason.isEmpty })
    }

    @Test func `are all clear when the sentence says them`() {
        let task = SamplePlan.task(
            "Trưởng Công an phường lập danh sách nhà trọ, trình Chủ tịch UBND phường phê duyệt.",
            deadlines: [SamplePlan.by("trước ngày 30/6/2026", "2026-06-30")])
        #expect(SixClear(task).count == 6)
    }

    @Test func `need one lead that the words name`() {
        let text = "Kiểm tra các nhà trọ ở khu phố chợ."
        #expect(clear(SamplePlan.task(text)).contains(.responsibility))
        #expect(!clear(SamplePlan.task(text, lead: ["A", "B"])).contains(.responsibility))
        #expect(!clear(SamplePlan.task(text, cue: "Phối hợp")).contains(.responsibility))
        let group = SamplePlan.task(text, lead: ["Các tổ dân phố", "Các phòng, ban thuộc phường"])
        #expect(clear(group).contains(.responsibility))
    }

    @Test(arguments: Deadline.Recurrence.allCases)
    func `take every cycle as a time but "định kỳ"`(recurrence: Deadline.Recurrence) {
        let deadline = Deadline(text: "kỳ", type: .recurring, date: nil, recurrence: recurrence)
        let task = SamplePlan.task("Kiểm tra.", deadlines: [deadline])
        #expect(clear(task).contains(.time) == (recurrence != .unspecified))
    }

    @Test func `take a target, a product column or a written paper as a product`() {
        let text = "Kiểm tra các nhà trọ ở khu phố chợ."
        #expect(!clear(SamplePlan.task(text)).contains(.product))
        let share = [SamplePlan.percent("100%", 100)]
        #expect(clear(SamplePlan.task(text, targets: share)).contains(.product))
        #expect(clear(SamplePlan.task("Ban hành kế hoạch kiểm tra chợ.")).contains(.product))
        var table = SamplePlan.task(text)
        table.product = "Biên bản"
        #expect(clear(table).contains(.product))
    }

    @Test func `take the body that is advised as the authority`() {
        var task = SamplePlan.task("Kiểm tra các nhà trọ ở khu phố chợ.")
        #expect(!clear(task).contains(.authority))
        task.advises = ["UBND phường"]
        #expect(clear(task).contains(.authority))
    }
}
