/// The minutes of an inspection, both sections in one document.
///
/// - Source: form PC03 of Decree 105/2025/NĐ-CP, Appendix VIII as replaced by Decree 347/2026/NĐ-CP:
///   what it records (who, whom, contents, results, recommendations, refusal to sign). Its exact
///   layout was not read; the sheet is that of Decree 30/2020/NĐ-CP.
package enum InspectionMinutes {
    /// - Parameters:
    ///   - names: what units are called.
    ///   - findings: of the visit.
    package static func draft(
        _ visit: Record, facility: Record, findings: [Record], names: CellNames,
        of ward: ReportingWard, today: Day
    ) -> AdministrativeDocument {
        var document = ReportSheet.minutes(of: ward, on: visit[Inspections.visited] ?? today)
        let kind = visit[Inspections.kind]?.title.lowercased() ?? ""
        document.title =
            "Kiểm tra \(kind) về phòng cháy và chữa cháy tại \(text(facility, Facilities.name))"
        document.body = head(visit, facility) + sections(visit, findings, names) + end(visit)
        document.signature = DocumentSignature(
            lines: [.init("Đại diện đoàn kiểm tra")], name: nil)
        return document
    }

    private static func head(_ visit: Record, _ facility: Record) -> [DocumentBlock] {
        var blocks: [DocumentBlock] = [
            .heading(level: 1, "Thành phần"),
            .paragraph("Đoàn kiểm tra:"),
        ]
        blocks += lines(visit[Inspections.team]).map { .item(RichText($0)) }
        blocks += [
            .paragraph(
                "Đại diện cơ sở: \(visit[Inspections.represented] ?? text(facility, Facilities.head))."
            ),
            .heading(level: 1, "Cơ sở được kiểm tra"),
            .item("Tên: \(text(facility, Facilities.name))."),
            .item("Địa chỉ: \(text(facility, Facilities.address))."),
            .item("Loại hình: \(facility[Facilities.kind]?.title ?? "")."),
            .item("Người đứng đầu: \(text(facility, Facilities.head))."),
        ]
        if let notified = visit[Inspections.notified] {
            let number = visit[Inspections.noticeNumber].map { " số \($0)" } ?? ""
            blocks.append(.item("Thông báo kiểm tra\(number) ngày \(notified.vietnamese)."))
        }
        return blocks
    }

    private static func sections(
        _ visit: Record, _ findings: [Record], _ names: CellNames
    ) -> [DocumentBlock] {
        Inspections.Section.allCases.flatMap { section -> [DocumentBlock] in
            var blocks: [DocumentBlock] = [.heading(level: 1, section.title)]
            let unit = visit[section.unit].flatMap { names[$0.id]?.full }
            if let unit { blocks.append(.paragraph("Đơn vị kiểm tra: \(unit).")) }
            let result = visit[section.result]?.title ?? "chưa ghi"
            blocks.append(.paragraph("Kết quả: \(result)."))
            blocks += lines(visit[section.words]).map { .paragraph(RichText($0)) }
            let own = findings.filter { $0[Findings.part]?.rawValue == section.rawValue }
            if !own.isEmpty { blocks.append(.table(table(own))) }
            if let signer = visit[section.signer], let day = visit[section.signed] {
                blocks.append(.paragraph("Người ký phần này: \(signer), ngày \(day.vietnamese)."))
            }
            return blocks
        }
    }

    private static func table(_ findings: [Record]) -> DocumentTable {
        DocumentTable(
            summary: "Tồn tại và thời hạn khắc phục",
            columns: [
                .init("TT", share: 0.6, .centre), .init("Tồn tại", share: 4),
                .init("Hướng dẫn, yêu cầu", share: 4), .init("Hạn khắc phục", share: 1.6, .centre),
            ],
            rows: findings.enumerated().map { index, finding in
                .cells([
                    RichText("\(index + 1)"), RichText(text(finding, Findings.words)),
                    RichText(text(finding, Findings.guidance)),
                    RichText(finding[Findings.due]?.vietnamese ?? ""),
                ])
            })
    }

    private static func end(_ visit: Record) -> [DocumentBlock] {
        var blocks: [DocumentBlock] = [.heading(level: 1, "Ký biên bản")]
        if let refusal = visit[Inspections.refusal] {
            blocks.append(.paragraph("Đại diện cơ sở không ký biên bản. Lý do: \(refusal)."))
        } else {
            blocks.append(
                .paragraph(
                    "Biên bản đã được đọc lại cho những người có mặt cùng nghe, công nhận đúng và ký tên."
                ))
        }
        return blocks
    }

    private static func text(_ record: Record, _ field: Field<String>) -> String {
        record[field] ?? "…………"
    }

    private static func lines(_ remark: Remark?) -> [String] {
        (remark?.text ?? "").split(whereSeparator: \.isNewline).map(String.init)
    }
}
