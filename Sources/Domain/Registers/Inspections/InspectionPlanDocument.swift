/// The ward's plan of the periodic inspections of a year, as a document.
///
/// - Source: Decree 105/2025/NĐ-CP, Article 14(3)a: the plan for the next year is made before 15
///   December. No form is given for it; the sheet is that of Decree 30/2020/NĐ-CP.
package enum InspectionPlanDocument {
    /// One visit of the plan.
    package struct Line: Sendable, Equatable {
        package let facility: String
        package let address: String
        package let day: Day
        /// The bodies that answer for the two sections.
        package let units: [String]

        package init(facility: String, address: String, day: Day, units: [String]) {
            self.facility = facility
            self.address = address
            self.day = day
            self.units = units
        }
    }

    /// - Parameter lines: in any order.
    package static func draft(
        year: Int, _ lines: [Line], of ward: ReportingWard, today: Day
    ) -> AdministrativeDocument {
        var document = ReportSheet.plan(of: ward, today: today)
        document.title = "Kiểm tra định kỳ về phòng cháy, chữa cháy năm \(year)"
        let units = unique(lines.flatMap(\.units))
        document.body = [
            .heading(level: 1, "Mục đích, yêu cầu"),
            .paragraph(
                "Kiểm tra việc chấp hành quy định về phòng cháy, chữa cháy của các cơ sở do \(ward.reporter) quản lý; phát hiện, yêu cầu khắc phục tồn tại, vi phạm."
            ),
            .paragraph(
                "Việc kiểm tra đúng đối tượng, nội dung, thẩm quyền; thông báo bằng văn bản cho cơ sở trước \(Inspections.noticeDays) ngày làm việc; lập biên bản theo mẫu."
            ),
            .heading(level: 1, "Nội dung, thời gian"),
            .paragraph(
                RichText("Kiểm tra \(lines.count.vietnamese) cơ sở theo danh sách kèm theo: ")
                    + RichText(months(lines)) + "."),
            .heading(level: 1, "Tổ chức thực hiện"),
        ]
        document.body += units.map {
            .item(RichText("\($0): kiểm tra phần nội dung được giao, ký phần đó của biên bản."))
        }
        document.body.append(
            .paragraph(.gap("phương tiện, kinh phí, chế độ báo cáo: bổ sung trước khi trình ký")))
        document.appendices = [
            DocumentAppendix(
                title: "Danh sách cơ sở kiểm tra năm \(year)", body: [.table(table(lines))])
        ]
        document.recipients = units
        return document
    }

    /// "tháng 01: 3 cơ sở; tháng 02: 2 cơ sở".
    private static func months(_ lines: [Line]) -> String {
        let counts = Dictionary(grouping: lines, by: \.day.month).mapValues(\.count)
        return counts.sorted { $0.key < $1.key }.map { month, count in
            "tháng \(month < 10 ? "0" : "")\(month): \(count) cơ sở"
        }.joined(separator: "; ")
    }

    private static func table(_ lines: [Line]) -> DocumentTable {
        let sorted = lines.sorted { ($0.day, $0.facility) < ($1.day, $1.facility) }
        return DocumentTable(
            summary: "Cơ sở, ngày và đơn vị kiểm tra",
            columns: [
                .init("TT", share: 0.8, .centre), .init("Cơ sở", share: 3),
                .init("Địa chỉ", share: 3), .init("Ngày dự kiến", share: 1.5, .centre),
                .init("Đơn vị kiểm tra", share: 2.5),
            ],
            rows: sorted.enumerated().map { index, line in
                .cells([
                    RichText("\(index + 1)"), RichText(line.facility), RichText(line.address),
                    RichText(line.day.vietnamese), RichText(line.units.joined(separator: "; ")),
                ])
            })
    }

    private static func unique(_ names: [String]) -> [String] {
        var seen: Set<String> = []
        return names.filter { seen.insert($0).inserted }
    }
}
