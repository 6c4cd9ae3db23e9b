import Domain
import Testing

@Suite struct `Facts of a yearly report` {
    private let task = ReportedTask(
        text: "Tuyên truyền",
        shares: [
            ReportedShare(
                unit: "Tổ 1", status: .done, result: "Xong",
                figures: [.init("Hộ", 10, "hộ"), .init("Tỷ lệ", 50, "%")]),
            ReportedShare(unit: "Tổ 2", status: .doneLate, figures: [.init("Hộ", 2.5, "hộ")]),
            ReportedShare(unit: "Tổ 3", status: .late, figures: [.init("Hộ", 1, "người")]),
        ], summary: "Ba tổ đã làm")

    private var report: YearlyReport {
        var report = YearlyReport(
            plan: ReportedPlan(
                kind: "Kế hoạch", number: nil, date: nil, issuer: "UBND phường", title: "X"),
            from: Day(number: 0), to: Day(number: 364), reporter: "UBND phường",
            groups: [
                ReportedGroup(title: "A", tasks: [task]),
                ReportedGroup(
                    title: "B",
                    tasks: [
                        ReportedTask(
                            text: "Khác", shares: [.init(unit: "Tổ 3", status: .notStarted)])
                    ]),
            ])
        report.obstacles = [
            .init(unit: "Tổ 1", text: "Thiếu", answer: nil),
            .init(unit: "Tổ 2", text: "Chậm", answer: nil),
        ]
        report.proposals = [.init(unit: "Tổ 1", text: "Cấp", decision: nil)]
        report.guidance.disseminations = [
            .init(unit: "Tổ 1", form: "họp", date: nil, headcount: nil),
            .init(unit: "Tổ 2", form: "họp", date: nil, headcount: nil),
        ]
        report.causes = ["Do phường"]
        report.unitsWithoutReport = ["Tổ 2"]
        return report
    }

    @Test func `are counted by assignment`() {
        let tally = ReportTally(report.groups.flatMap(\.tasks))
        #expect(tally.tasks == 2)
        #expect(tally.assignments == 4)
        #expect(tally.units == 3)
        #expect(tally.done == 2)
        #expect(tally[.late] == 1)
        #expect(tally[.atRisk] == 0)
    }

    @Test func `add figures of one label and unit and no shares of a hundred`() {
        let sums = task.sums
        #expect(sums.map(\.figure) == [.init("Hộ", 12.5, "hộ"), .init("Hộ", 1, "người")])
        #expect(sums.map(\.units) == [2, 1])
    }

    @Test func `are limited to what one unit did`() {
        let own = report.limited(to: "Tổ 1")
        #expect(own.reporter == "Tổ 1")
        #expect(own.groups.map(\.title) == ["A"])
        #expect(own.groups[0].tasks[0].shares.map(\.unit) == ["Tổ 1"])
        #expect(own.groups[0].tasks[0].summary == nil)
        #expect(own.obstacles.map(\.text) == ["Thiếu"])
        #expect(own.proposals.count == 1)
        #expect(own.guidance.disseminations.map(\.unit) == ["Tổ 1"])
        #expect(own.causes.isEmpty)
        #expect(own.unitsWithoutReport.isEmpty)
    }

    @Test func `are empty for a unit without work`() {
        #expect(report.limited(to: "Tổ 9").groups.isEmpty)
    }

    @Test func `know a unit that has told nothing`() {
        #expect(task.shares.map(\.hasReport) == [true, true, true])
        #expect(!ReportedShare(unit: "Tổ 4", status: .done).hasReport)
    }
}
