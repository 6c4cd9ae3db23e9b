import Domain
import Testing

@Suite struct `Cutting a task` {
    private let text =
        "Rà soát cơ sở; lập danh sách trước 31.12.2026. Xử lý vi phạm; báo cáo kết quả."

    @Test func `sees clauses and sentences, and no end within a date`() {
        #expect(
            TaskSplit.clauses(of: text) == [
                "Rà soát cơ sở;", "lập danh sách trước 31.12.2026.", "Xử lý vi phạm;",
                "báo cáo kết quả.",
            ])
    }

    @Test func `joins what is not cut`() {
        #expect(
            TaskSplit.pieces(of: text, cutBefore: [2]) == [
                "Rà soát cơ sở; lập danh sách trước 31.12.2026.", "Xử lý vi phạm; báo cáo kết quả.",
            ])
        #expect(TaskSplit.pieces(of: text, cutBefore: []) == [text])
    }

    @Test func `takes two pieces to twenty`() throws {
        #expect(throws: Problem.self) { try TaskSplit.check(["một"]) }
        try TaskSplit.check(Array(repeating: "phần", count: TaskSplit.piecesMax))
        #expect(throws: Problem.self) {
            try TaskSplit.check(Array(repeating: "phần", count: TaskSplit.piecesMax + 1))
        }
    }

    @Test(arguments: ["Rà soát\ncơ sở.\n\nXử lý.", "Rà soát\r\n cơ sở.\r\n \r\n\r\nXử lý.\r\n"])
    func `takes a paragraph for a piece, however lines end`(typed: String) {
        #expect(TaskSplit.paragraphs(of: typed) == ["Rà soát cơ sở.", "Xử lý."])
    }

    @Test func `finds the piece that holds some words`() {
        #expect(TaskSplit.place(of: "Xử lý", in: ["rà soát", "xử lý vi phạm"]) == 1)
        #expect(TaskSplit.place(of: "không có", in: ["rà soát", "xử lý vi phạm"]) == 0)
    }
}

@Suite struct `Typing a deadline` {
    private func read(
        _ day: String, _ recurrence: Deadline.Recurrence?, replacing before: Deadline? = nil
    ) throws -> Deadline? {
        try DeadlineEntry.deadline(day: day, recurrence: recurrence, replacing: before)
    }

    @Test(arguments: [
        ("31/12/2026", Deadline.Recurrence?.none, "2026-12-31"), ("05/12", .yearly, "--12-05"),
        ("29/2", .yearly, "--02-29"), ("9", .yearly, "--09"), ("25", .monthly, "---25"),
    ])
    func `takes the form that fits the cycle`(
        day: String, recurrence: Deadline.Recurrence?, date: String
    ) throws {
        let deadline = try #require(try read(day, recurrence))
        #expect(deadline.date == date)
        #expect(deadline.type == (recurrence == nil ? .by : .recurring))
        let again = try read(DeadlineEntry.day(of: deadline), recurrence)
        #expect(again?.date == date)
    }

    @Test(arguments: [
        ("30/2/2026", Deadline.Recurrence?.none), ("05/12", nil), ("32", .monthly),
        ("30/2", .yearly),
        ("25", .daily), ("mai", nil),
    ])
    func `refuses other days`(day: String, recurrence: Deadline.Recurrence?) {
        let problem = #expect(throws: Problem.self) { try read(day, recurrence) }
        #expect(problem?.kind == .invalid)
    }

    @Test func `keeps the words and the kind of what it replaces`() throws {
        let before = Deadline(text: "trong năm 2026", type: .within, date: "2026-12-31")
        #expect(try read("31/12/2026", nil, replacing: before) == before)
        let moved = try read("30/11/2026", nil, replacing: before)
        #expect(moved == Deadline(text: "trong năm 2026", type: .within, date: "2026-11-30"))
        #expect(try read("", nil, replacing: before) == nil)
        let yearly = Deadline(
            text: "trước ngày 05/12 hằng năm", type: .recurring, date: "--12-05",
            recurrence: .yearly)
        let monthly = try read("15", .monthly, replacing: yearly)
        #expect(
            monthly
                == Deadline(text: "", type: .recurring, date: "---15", recurrence: .monthly))
        let event = Deadline(text: "khi có cháy", type: .event, date: nil)
        #expect(try read("", nil, replacing: event) == event)
    }
}

@Suite struct `Proposing a unit for a name` {
    private let units = [
        (id: "a", name: "Phòng Văn hóa - Xã hội phường"), (id: "b", name: "Công an phường"),
        (id: "c", name: "Ủy ban Mặt trận Tổ quốc Việt Nam phường"),
    ]

    @Test(arguments: [
        ("Phòng Văn hóa, Xã hội", "a"), ("Công an phường Ngọc Mẫu", "b"),
        ("Ủy ban MTTQ phường", "c"),
    ])
    func `knows spellings and short forms`(name: String, unit: String) {
        #expect(UnitNameMatch.best(for: name, among: units)?.id == unit)
    }

    @Test func `proposes nothing for a stranger`() {
        #expect(UnitNameMatch.best(for: "Ngành điện lực", among: units) == nil)
        #expect(UnitNameMatch.best(for: "", among: units) == nil)
    }
}
