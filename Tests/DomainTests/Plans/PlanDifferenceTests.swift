import Domain
import Testing

@Suite struct `The difference of two texts` {
    private func reading(_ tasks: [(id: String, text: String)]) -> PlanReading {
        var reading = PlanReading(file: "thu.txt")
        reading.tasks = tasks.enumerated().map { index, task in
            TaskReading(
                id: task.id, sectionPath: "I", unitHeading: nil, text: task.text,
                lineStart: index + 1, lineEnd: index + 1)
        }
        return reading
    }

    private func kept(_ reading: PlanReading) -> [PlanTask] {
        reading.tasks.map { task in
            PlanTask(
                id: "t-\(task.id)", plan: "p", code: task.id, sectionPath: "I", unitHeading: nil,
                title: task.textStart, text: task.text ?? "", lineStart: task.lineStart,
                lineEnd: task.lineEnd, person: nil, product: nil, authority: nil,
                workItem: "t-\(task.id)", isDeferred: false, endedAt: nil, endedBecause: nil,
                version: 1, units: task.taskUnits, deadlines: task.deadlines, targets: [])
        }
    }

    private let before: [(id: String, text: String)] = [
        ("I.1", "Rà soát các cơ sở kinh doanh khí đốt trên địa bàn phường"),
        ("I.2", "Tuyên truyền tới từng hộ gia đình về lối thoát nạn thứ hai"),
        ("I.3", "Bảo dưỡng trụ nước chữa cháy"),
    ]

    @Test func `is none between a text and itself`() {
        let text = reading(before)
        let difference = PlanDifference(tasks: kept(text), before: text, after: text)
        #expect(
            difference.changed.isEmpty && difference.removed.isEmpty && difference.added.isEmpty)
        #expect(difference.keptCount == 3)
    }

    @Test func `follows a task that got another number`() {
        let after = reading([
            ("I.1", "Lập sổ theo dõi phương tiện"), ("I.2", before[0].text),
            ("I.3", before[1].text),
            ("I.4", before[2].text),
        ])
        let text = reading(before)
        let difference = PlanDifference(tasks: kept(text), before: text, after: after)
        #expect(difference.pairs.map { $0.reading?.id } == ["I.2", "I.3", "I.4"])
        #expect(difference.added.map(\.id) == ["I.1"])
        #expect(difference.removed.isEmpty)
    }

    @Test func `says which words and dates changed`() {
        let text = reading(before)
        var after = reading(before)
        after.tasks[2].text = "Bảo dưỡng trụ nước, bể nước chữa cháy"
        after.tasks[0].deadlines = [
            Deadline(text: "trước 31/12/2026", type: .by, date: "2026-12-31")
        ]
        let difference = PlanDifference(tasks: kept(text), before: text, after: after)
        #expect(difference.changed.map(\.task.code) == ["I.1", "I.3"])
        #expect(difference.changed[0].changes.map(\.field) == [.deadlines])
        #expect(difference.changed[0].changes[0].after == "trước 31/12/2026 · 31/12/2026")
        #expect(difference.changed[1].changes.map(\.field) == [.words])
    }

    @Test func `shows between two texts what the later one changed, duties to report too`() {
        var (text, after) = (reading(before), reading(Array(before.dropLast())))
        let yearly = ReportDutyReading(
            from: ["Các đơn vị"], to: "UBND phường", via: nil, due: "--12-05", recurrence: .yearly,
            line: 9)
        text.reports = [yearly]
        var moved = yearly
        moved.line = 12
        after.reports = [moved]
        let same = PlanDifference(before: text, after: after)
        #expect(same.removed.map(\.code) == ["I.3"])
        #expect(same.reportsAdded.isEmpty && same.reportsRemoved.isEmpty)
        after.reports[0].due = "--11-15"
        let other = PlanDifference(before: text, after: after)
        #expect(other.reportsRemoved.map(\.due) == ["--12-05"])
        #expect(other.reportsAdded.map(\.due) == ["--11-15"])
    }

    @Test func `brings back nothing that people took out`() {
        let text = reading(before)
        let difference = PlanDifference(
            tasks: Array(kept(text).dropLast()), before: text, after: text)
        #expect(difference.added.isEmpty)
        #expect(difference.pairs.count == 2)
    }
}
