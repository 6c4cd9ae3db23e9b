import Domain
import Testing

@Suite struct `A part as a person edits it` {
    private let table = DocumentTable(
        summary: "Chỉ tiêu", columns: [.init("TT", share: 1), .init("Mức", share: 1)],
        rows: [.cells(["1", "40%\nđến 2027"]), .group("Khác")])

    private var blocks: [DocumentBlock] {
        let checked = RichText("Đã kiểm tra 12 cơ sở.").from(.figure("inspected"))
        let police: RichText = .bold("Công an phường: ") + "đã kiểm tra 03 chợ."
        let causes: RichText = RichText("Nguyên nhân: ") + .gap("bổ sung")
        return [
            .paragraph(checked), .heading(level: 3, "Tại các chợ"), .item(police),
            .item(depth: 2, "Chợ Mẫu còn 01 tồn tại."), .table(table), .paragraph(causes),
        ]
    }

    @Test func `is read back as it was written`() {
        let lines = SectionText.lines(of: blocks)
        #expect(
            lines == [
                "Đã kiểm tra 12 cơ sở.", "a) Tại các chợ", "- Công an phường: đã kiểm tra 03 chợ.",
                "+ Chợ Mẫu còn 01 tồn tại.", "[Bảng 1: Chỉ tiêu]", "Nguyên nhân: [bổ sung]",
            ])
        #expect(SectionText.blocks(lines.joined(separator: "\n"), over: blocks) == blocks)
    }

    @Test func `keeps bold names, tables and open places in new sentences`() {
        let text = """
              - Công an phường: đã kiểm tra 04 chợ.

            [Bảng 1: tên đã sửa]
            Còn [số hộ] hộ.
            [Bảng 7: không có]
            """
        let item: RichText = .bold("Công an phường: ") + "đã kiểm tra 04 chợ."
        let open: RichText = RichText("Còn ") + .gap("số hộ") + " hộ."
        let expected: [DocumentBlock] = [
            .item(item), .table(table), .paragraph(open), .paragraph(.gap("Bảng 7: không có")),
        ]
        #expect(SectionText.blocks(text, over: blocks) == expected)
    }

    @Test func `is told with the rows of its tables`() {
        let told = SectionText.told(blocks)
        #expect(told.contains("| 1 | 40% đến 2027"))
        #expect(told.contains("| Khác"))
    }
}

@Suite struct `An edited part beside today's draft` {
    private func draft(_ lines: String...) -> [DocumentBlock] {
        lines.map { .paragraph(RichText($0)) }
    }

    @Test func `follows the figures in sentences that were left alone`() {
        let merged = MergedSection(
            edited: "Có 3 vụ cháy.\nPhường đã làm tốt.",
            base: ["Có 3 vụ cháy.", "Đã kiểm tra 10 cơ sở."],
            live: draft("Có 4 vụ cháy.", "Đã kiểm tra 12 cơ sở."))
        #expect(merged.lines == ["Có 4 vụ cháy.", "Phường đã làm tốt."])
        #expect(merged.taken == [SectionChange(old: "Có 3 vụ cháy.", new: "Có 4 vụ cháy.")])
        #expect(
            merged.open == [
                SectionChange(old: "Đã kiểm tra 10 cơ sở.", new: "Đã kiểm tra 12 cơ sở.")
            ])
    }

    @Test func `follows a sentence whose words changed with its figures`() {
        let base = [
            "- Xảy ra 05 vụ cháy (chưa có số liệu); không có thiệt hại về người.",
            "- Không xảy ra vụ nổ nào (chưa có số liệu).",
        ]
        let live = [
            "- Xảy ra 06 vụ cháy (chưa có số liệu); làm 01 người bị thương.",
            "- Xảy ra 01 vụ nổ (chưa có số liệu).",
        ]
        let merged = MergedSection(
            edited: (base + ["Đã họp rút kinh nghiệm."]).joined(separator: "\n"), base: base,
            live: live.map { .paragraph(RichText($0)) })
        #expect(merged.lines == live + ["Đã họp rút kinh nghiệm."])
        #expect(merged.taken.count == 2)
        #expect(merged.open.isEmpty)
    }

    @Test func `tells new and lost sentences, and nothing where nothing moved`() {
        let still = MergedSection(edited: "Khác.", base: ["A 1."], live: draft("A 1."))
        #expect(still.open.isEmpty)
        #expect(still.taken.isEmpty)
        let moved = MergedSection(
            edited: "Khác.", base: ["Một câu cũ."], live: draft("Hoàn toàn mới."))
        #expect(
            Set(moved.open.map { $0.old ?? $0.new }) == ["Một câu cũ.", "Hoàn toàn mới."])
    }

    @Test func `takes a sentence that the person wrote as the draft now has it for no news`() {
        let merged = MergedSection(
            edited: "Có 4 vụ cháy.", base: ["Có 3 vụ cháy."], live: draft("Có 4 vụ cháy."))
        #expect(merged.open.isEmpty)
    }

    @Test func `leaves the rows of a table that still stands to the table`() {
        let table = { (value: RichText) in
            DocumentBlock.table(
                DocumentTable(
                    summary: "Bảng", columns: [.init("Mức", share: 1)], rows: [.cells([value])]))
        }
        let base = SectionText.told([table("40%")])
        let kept = MergedSection(edited: "[Bảng 1: Bảng]", base: base, live: [table("50%")])
        #expect(kept.open.isEmpty)
        let gone = MergedSection(edited: "Đạt 40%.", base: base, live: [table("50%")])
        #expect(gone.open == [SectionChange(old: "| 40%", new: "| 50%")])
    }
}
