import Domain
import Testing

@Suite struct `Kinds of reports` {
    private let sheet = AdministrativeDocument(
        layout: .state, kind: .report, issuer: ["Ủy ban nhân dân", "phường Thử"],
        issuerSymbol: "UBND", place: "Thử", date: IssueDate(year: 2026, month: 7),
        addressees: ["UBND tỉnh"], signature: DocumentSignature(lines: [], name: nil),
        archive: "VT")

    private func facts(
        _ kind: ReportKind, to: String = "2026-06-30",
        _ values: [String: (Double?, Double?)] = [:]
    ) throws -> ReportFacts {
        ReportFacts(
            from: try #require(Day(iso: "2026-01-01")), to: try #require(Day(iso: to)),
            reporter: "UBND phường Thử", sheet: sheet,
            figures: kind.figures.map { figure in
                let value = values[figure.key]
                return ReportFigure(
                    key: figure.key, label: figure.label, unit: figure.unit,
                    value: value.flatMap(\.0), previous: value.flatMap(\.1))
            })
    }

    @Test func `have keys, figures and measures of their own`() {
        #expect(Set(ReportKinds.all.map(\.key)).count == ReportKinds.all.count)
        #expect(Set(ReportMeasures.all.map(\.key)).count == ReportMeasures.all.count)
        for kind in ReportKinds.all {
            let keys = kind.figures.map(\.key)
            #expect(Set(keys).count == keys.count, "\(kind.key)")
            for sum in kind.sums {
                for key in [sum.whole] + sum.parts { #expect(keys.contains(key), "\(key)") }
            }
        }
        for measure in ReportMeasures.all {
            #expect(measure.register.field(measure.day) != nil, "\(measure.key)")
        }
    }

    @Test func `compare with the same time of the year before`() throws {
        let kind = try #require(ReportKinds.named("half_year"))
        let cases: [((Double?, Double?), String)] = [
            ((3, 2), "Xảy ra 03 vụ cháy, tăng 01 vụ (50%) so với cùng kỳ năm 2025"),
            ((1, 4), "Xảy ra 01 vụ cháy, giảm 03 vụ (75%) so với cùng kỳ năm 2025"),
            // Of nothing there is no share.
            ((2, 0), "Xảy ra 02 vụ cháy, tăng 02 vụ so với cùng kỳ năm 2025"),
            ((2, 2), "Xảy ra 02 vụ cháy, bằng cùng kỳ năm 2025"),
            ((0, 2), "Không xảy ra vụ cháy nào, giảm 02 vụ (100%) so với cùng kỳ năm 2025."),
            ((2, nil), "Xảy ra 02 vụ cháy (chưa có số liệu cùng kỳ năm 2025)"),
            ((nil, 2), "Chưa có số liệu về vụ cháy trong sổ."),
        ]
        for (value, words) in cases {
            let text = kind.draft(try facts(kind, ["fires": value]))
            let lines = text.sections.flatMap { SectionText.lines(of: $0.blocks) }
            #expect(lines.contains { $0.contains(words) }, "\(words)")
        }
        let title = kind.draft(try facts(kind)).title
        #expect(title.hasSuffix("6 tháng đầu năm 2026"))
        let odd = kind.draft(try facts(kind, to: "2026-06-29")).title
        #expect(odd.hasSuffix("từ ngày 01/01/2026 đến ngày 29/6/2026"))
    }

    @Test func `tell what units raised and asked for, with what became of it`() throws {
        let kind = try #require(ReportKinds.named("half_year"))
        var told = try facts(kind)
        told.obstacles = [
            ReportedObstacle(
                unit: "Tổ 1", text: "Thiếu bình.", answer: nil, origin: .obstacle("a")),
            ReportedObstacle(unit: "Tổ 2", text: "Ngõ hẹp", answer: "Đã mở rộng"),
        ]
        told.proposals = [ReportedProposal(unit: "Tổ 1", text: "Cấp bình", decision: nil)]
        let lines = kind.draft(told).sections.flatMap { SectionText.lines(of: $0.blocks) }
        #expect(lines.contains("- Tổ 1: Thiếu bình. Chưa có ý kiến giải quyết."))
        #expect(lines.contains("- Tổ 2: Ngõ hẹp. Kết quả giải quyết: Đã mở rộng."))
        #expect(lines.contains("- Tổ 1: Cấp bình."))
        let none = kind.draft(try facts(kind)).sections.flatMap { SectionText.lines(of: $0.blocks) }
        #expect(none.contains("Không có khó khăn, vướng mắc nào được ghi nhận trong kỳ."))
    }

    @Test func `keep the source of every sentence that tells a figure`() throws {
        let kind = try #require(ReportKinds.named("half_year"))
        let values = Dictionary(
            uniqueKeysWithValues: kind.figures.map { ($0.key, (Optional(4.0), Optional(2.0))) })
        for section in kind.draft(try facts(kind, values)).sections {
            for case .item(_, let text) in section.blocks {
                #expect(!text.sources.isEmpty, "\(text.plain)")
            }
        }
    }
}

@Suite struct `The police's table` {
    private let sum = ReportKinds.named("police_table")?.sums.first { $0.whole == "inspected" }

    private func figures(_ values: [(String, Double?)]) -> [ReportFigure] {
        values.map { ReportFigure(key: $0.0, label: $0.0, unit: "", value: $0.1, previous: nil) }
    }

    private func wrong(_ whole: Double?, _ periodic: Double?, _ other: Double?) -> String? {
        sum?.disagreement(
            in: figures([
                ("inspected", whole), ("inspected_periodic", periodic),
                ("inspected_unscheduled", other),
            ])
        ) { key in PoliceLine.number(of: key).map { "dòng \($0)" } ?? key }
    }

    @Test func `says which of its sums do not agree`() {
        #expect(wrong(45, 30, 15) == nil)
        #expect(wrong(0, 0, 0) == nil)
        #expect(wrong(nil, nil, nil) == nil)
        #expect(
            wrong(45, 30, 12)
                == "Dòng 31 là 45, nhưng dòng 32, dòng 33 cộng lại là 30 + 12 = 42.")
        #expect(
            wrong(45, 30, nil)
                == "Chưa có số liệu ở dòng 33, nên không đối chiếu được dòng 31.")
        #expect(wrong(nil, 30, 15)?.contains("Chưa có số liệu ở dòng 31") == true)
        #expect(wrong(nil, 30, nil)?.contains("Chưa có số liệu ở dòng 33") == true)
    }

    @Test func `has its 61 lines in order`() {
        #expect(PoliceLine.all.map(\.number) == Array(1...61))
    }
}
