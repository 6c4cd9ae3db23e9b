import Domain

/// Rows of schedules as paragraphs, for those who look for citations and reports.
enum RowParagraphs {
    /// The cells that may cite: content, product and time.
    static func cells(of row: TaskReading) -> [Paragraph] {
        guard row.table != nil else { return [] }
        return ([row.text, row.product].compactMap { $0 } + times(of: row)).map {
            paragraph($0, of: row)
        }
    }

    /// Rows that are reports, their time behind: "Báo cáo kết quả gửi Sở Y tế, 20/5"; and times that
    /// say when a report is made: "Kiểm tra trong tháng 6 và báo cáo kết quả trong tháng 8".
    static func reports(of row: TaskReading) -> [Paragraph] {
        guard row.table != nil else { return [] }
        var texts: [String] = []
        let times = times(of: row)
        if let text = row.text, Script(text).first("báo cáo") != nil {
            texts.append(text + (times.first.map { ", " + $0.lowercased() } ?? ""))
        }
        texts += times.filter { Script($0).first("báo cáo") != nil }
        return texts.map { paragraph($0, of: row) }
    }

    /// The words of the time cell: those of its deadlines that the content does not have.
    private static func times(of row: TaskReading) -> [String] {
        var seen: Set<String> = []
        return row.deadlines.map(\.text).filter {
            seen.insert($0).inserted && row.text?.contains($0) != true
        }
    }

    private static func paragraph(_ text: String, of row: TaskReading) -> Paragraph {
        Paragraph(
            role: .task, body: Script(text), lines: row.lineStart...row.lineEnd,
            sectionPath: row.sectionPath)
    }
}
