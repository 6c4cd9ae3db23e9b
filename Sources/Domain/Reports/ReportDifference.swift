/// A figure of an issued report that its registers tell otherwise today.
package struct ReportDifference: Sendable, Equatable, Codable {
    package let figure: String
    package let label: String
    package let unit: String
    /// As the report told it, and as the registers have it; nil: nothing was kept.
    package let old: Double?
    package let new: Double?
    /// Where the records are, or the target.
    package let register: String
    /// Of a target that units report; nil: a figure of the registers.
    package let target: ReportSource?
    /// Records that count otherwise: identifier, what it counted for, what it counts for.
    package let records: [Change]

    package struct Change: Sendable, Equatable, Codable {
        package let id: String
        /// nil: it did not count; it was entered or moved into the time later.
        package let old: Double?
        /// nil: it no longer counts.
        package let new: Double?

        package init(id: String, old: Double?, new: Double?) {
            self.id = id
            self.old = old
            self.new = new
        }

        /// What became of the record, within a sentence.
        package var words: String {
            switch (old, new) {
            case (nil, _): "ghi thêm vào kỳ"
            case (_, nil): "không còn thuộc kỳ hoặc đã bỏ khỏi sổ"
            case (let old?, let new?):
                "sửa từ \(old.vietnamese ?? "\(old)") thành \(new.vietnamese ?? "\(new)")"
            }
        }
    }

    package init(
        figure: String, label: String, unit: String, old: Double?, new: Double?, register: String,
        records: [Change], target: ReportSource? = nil
    ) {
        self.figure = figure
        self.label = label
        self.unit = unit
        self.old = old
        self.new = new
        self.register = register
        self.records = records
        self.target = target
    }

    /// Records whose part in a figure differs, in the order of their identifiers.
    package static func changes(
        from old: [FigureRecord], to new: [FigureRecord]
    ) -> [Change] {
        let (before, after) = (amounts(old), amounts(new))
        return Set(before.keys).union(after.keys).sorted().compactMap { id in
            before[id] == after[id] ? nil : Change(id: id, old: before[id], new: after[id])
        }
    }

    private static func amounts(_ records: [FigureRecord]) -> [String: Double] {
        Dictionary(records.map { ($0.id, $0.amount) }, uniquingKeysWith: { one, _ in one })
    }
}

/// The part of a correction that says what is corrected (đính chính).
package enum CorrectionSection {
    /// - Parameters:
    ///   - citation: of the report that went out, `Báo cáo số 05/BC-UBND ngày 05/12/2026`.
    ///   - report: its identifier.
    package static func section(
        _ differences: [ReportDifference], of citation: String, report: String
    ) -> ReportSection {
        if differences.isEmpty {
            return ReportSection(
                "correction", level: 1, title: "Nội dung đính chính",
                [
                    .paragraph(
                        RichText(
                            "Số liệu các sổ hiện không khác số liệu đã báo cáo tại \(citation)."
                        ).from(.report(report)))
                ])
        }
        let table = DocumentTable(
            summary: "Số liệu đính chính",
            columns: [
                .init("TT", share: 7, .centre), .init("Nội dung", share: 35),
                .init("Đơn vị", share: 14, .centre), .init("Đã báo cáo", share: 13, .right),
                .init("Đính chính", share: 13, .right), .init("Tăng, giảm", share: 18, .right),
            ],
            rows: differences.enumerated().map { index, difference in
                let change = difference.old.flatMap { old in difference.new.map { $0 - old } }
                return .cells([
                    RichText((index + 1).vietnamese),
                    RichText(difference.label).from(
                        difference.target ?? .figure(difference.figure)),
                    RichText(difference.unit), shown(difference.old), shown(difference.new),
                    RichText(change.map { ($0 > 0 ? "+" : "") + ($0.vietnamese ?? "–") } ?? "–"),
                ])
            })
        return ReportSection(
            "correction", level: 1, title: "Nội dung đính chính",
            [
                .paragraph(
                    RichText(
                        "Báo cáo này thay \(citation), do số liệu trong sổ được sửa sau khi phát hành:"
                    ).from(.report(report))), .table(table),
                .paragraph(.gap("Lý do đính chính: bổ sung trước khi trình")),
            ])
    }

    private static func shown(_ value: Double?) -> RichText {
        RichText(value.flatMap(\.vietnamese) ?? "–")
    }
}
