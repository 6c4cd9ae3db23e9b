/// The appendices: results of tasks laid on many units, and the list of evidence.
extension YearlyReportDraft {
    var appendices: [DocumentAppendix] {
        var appendices: [DocumentAppendix] = []
        if hasUnitsAppendix {
            appendices.append(
                DocumentAppendix(
                    title: "Kết quả thực hiện của từng đơn vị", body: [.table(unitsTable)]))
        }
        if !evidence.isEmpty {
            appendices.append(
                DocumentAppendix(
                    title: "Danh mục tài liệu minh chứng", body: [.table(evidenceTable)]))
        }
        return appendices
    }

    var unitsAppendixLabel: String { evidence.isEmpty ? "Phụ lục" : "Phụ lục I" }
    var evidenceAppendixLabel: String { hasUnitsAppendix ? "Phụ lục II" : "Phụ lục" }

    private var hasUnitsAppendix: Bool { tasks.contains(where: isLaidOnMany) }

    private var unitsTable: DocumentTable {
        var rows: [DocumentTable.Row] = []
        for task in tasks where isLaidOnMany(task) {
            rows.append(.group(beginningUpper(clause(task.text))))
            for (index, share) in task.shares.enumerated() {
                rows.append(
                    .cells([
                        RichText((index + 1).vietnamese), RichText(share.unit).from(share.origin),
                        RichText(beginningUpper(standing(share))), outcome(of: share),
                        RichText(citedNumbers(share)),
                    ]))
            }
        }
        return DocumentTable(
            summary: "Kết quả của từng đơn vị theo nhiệm vụ",
            columns: [
                .init("TT", share: 6, .centre), .init("Đơn vị", share: 22),
                .init("Tình trạng", share: 24), .init("Kết quả, số liệu", share: 36),
                .init("Minh chứng số", share: 12, .centre),
            ], rows: rows)
    }

    private func outcome(of share: ReportedShare) -> RichText {
        if !share.hasReport { return .italic("Chưa có báo cáo") }
        let lines = (share.result.map(typedLines) ?? []).map(sentence)
        let numbers = figures(share.figures).map { ["Số liệu: \($0)."] } ?? []
        return RichText((lines + numbers).joined(separator: "\n"))
    }

    private var evidenceTable: DocumentTable {
        DocumentTable(
            summary: "Tài liệu minh chứng, người gửi và nhiệm vụ",
            columns: [
                .init("Số", share: 6, .centre), .init("Tên tệp", share: 30),
                .init("Ngày gửi", share: 14, .centre), .init("Đơn vị, người gửi", share: 22),
                .init("Nhiệm vụ", share: 28),
            ],
            rows: evidence.map { cited in
                .cells([
                    RichText(cited.number.vietnamese),
                    RichText(cited.evidence.fileName),
                    RichText(cited.evidence.date.official),
                    RichText("\(cited.unit)\n\(cited.evidence.person)"),
                    RichText(
                        cited.tasks.map { beginningUpper(clause($0)) }.joined(separator: ";\n")),
                ])
            })
    }
}
