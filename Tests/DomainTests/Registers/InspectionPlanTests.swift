import Domain
import Testing

@Suite struct `The plan of inspections` {
    private static let today = Day(number: 20_785)  // 28/11/2026

    private func facility(
        _ id: String, due: String?, findings: Int = 0, risk: String? = nil
    ) -> Record {
        var cells: [String: Cell] = ["open_findings": .integer(findings)]
        if let due { cells["next_inspection_on"] = .text(due) }
        if let risk { cells["risk"] = .text(risk) }
        return Record(id: id, version: 1, cells: cells)
    }

    private func lay(
        _ facilities: [Record], planned: Set<String> = [], holidays: Set<Day> = []
    ) -> [InspectionPlan.Visit] {
        InspectionPlan.lay(
            facilities, year: 2027, planned: planned, holidays: holidays, today: Self.today)
    }

    @Test func `holds what falls due by the end of the year and is not planned yet`() {
        let visits = lay(
            [
                facility("a", due: "2027-12-31"), facility("c", due: nil),
                facility("d", due: "2026-01-01"), facility("e", due: "2027-03-01"),
            ], planned: ["e"])
        #expect(visits.map(\.facility.id) == ["d", "a"])
    }

    @Test func `takes its share of what falls due in later years, the pressing ones`() {
        let late = (1...6).map { facility("f\($0)", due: "2029-0\($0)-01") }
        let risky = facility("risky", due: "2029-12-01", risk: "kho sơn")
        #expect(lay(late + [risky]).map(\.facility.id) == ["risky", "f1", "f2"])
        let due = (1...5).map { facility("d\($0)", due: "2027-0\($0)-01") }
        #expect(lay(due + [risky]).map(\.facility.id) == due.map(\.id))
    }

    @Test func `puts open findings and risks first, and spreads over working days`() throws {
        let visits = lay([
            facility("late", due: "2027-06-01"), facility("soon", due: "2027-02-01"),
            facility("risky", due: "2027-12-01", risk: "kho sơn"),
            facility("open", due: "2027-12-01", findings: 2),
        ])
        #expect(visits.map(\.facility.id) == ["open", "risky", "soon", "late"])
        #expect(visits.map(\.day) == visits.map(\.day).sorted())
        #expect(visits.allSatisfy { $0.day.year == 2027 && $0.day.weekday <= 5 })
        #expect(Set(visits.map(\.day.month)).count == 4)
        #expect(visits[0].reason.contains("còn 2 tồn tại"))
    }

    @Test func `leaves holidays out, and is empty where nothing is due`() {
        let first = lay([facility("a", due: "2027-01-01")])
        #expect(first.first?.day.iso == "2027-01-01")
        let moved = lay(
            [facility("a", due: "2027-01-01")], holidays: Set(first.map(\.day)))
        #expect(moved.first?.day.iso == "2027-01-04")
        #expect(lay([]).isEmpty)
    }

    @Test(arguments: [
        (20_785, 1, 20_787), (20_784, 1, 20_787), (20_784, 3, 20_789), (20_787, 0, 20_787),
    ])
    func `counts working days from Monday to Friday`(from: Int, count: Int, to: Int) {
        #expect(Day(number: from).adding(workingDays: count) == Day(number: to))
    }
}

@Suite struct `The plan of inspections as a document` {
    @Test func `lists its visits by day, and names who inspects`() throws {
        let day = { (text: String) in try #require(Day(iso: text)) }
        let lines: [InspectionPlanDocument.Line] = [
            .init(
                facility: "Chợ Thử", address: "1 phố Thử", day: try day("2027-03-08"),
                units: ["Công an phường", "Phòng Kinh tế"]),
            .init(
                facility: "Kho Mẫu", address: "2 phố Thử", day: try day("2027-01-12"),
                units: ["Công an phường"]),
        ]
        let ward = ReportingWard(name: "Thử", kind: "phường", province: "tỉnh Thử", isParty: false)
        let document = InspectionPlanDocument.draft(
            year: 2027, lines, of: ward, today: try day("2026-11-28"))
        #expect(document.title == "Kiểm tra định kỳ về phòng cháy, chữa cháy năm 2027")
        #expect(document.recipients == ["Công an phường", "Phòng Kinh tế"])
        guard case .table(let table)? = document.appendices.first?.body.first else {
            Issue.record("no table")
            return
        }
        let cells = table.rows.compactMap { row -> [String]? in
            guard case .cells(let cells) = row else { return nil }
            return cells.map(\.plain)
        }
        #expect(
            cells == [
                ["1", "Kho Mẫu", "2 phố Thử", "12/01/2027", "Công an phường"],
                ["2", "Chợ Thử", "1 phố Thử", "08/03/2027", "Công an phường; Phòng Kinh tế"],
            ])
        // What the registers do not know stays open, and is told before the document is signed.
        #expect(document.gaps.count == 1)
    }
}
