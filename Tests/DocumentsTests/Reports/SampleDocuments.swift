import Documents
import Domain

/// Documents drafted from the sample reports, and some that no report makes.
enum SampleDocuments {
    static let all: [(String, AdministrativeDocument)] = [
        ("ward-report", ward), ("unit-report", unit), ("party-report", party),
        ("empty-report", empty), ("letter", letter), ("long-table", longTable),
    ]

    static let ward = YearlyReportDraft.draft(SampleReports.ward, on: SampleReports.wardSheet)

    static let unit = YearlyReportDraft.draft(
        SampleReports.ward.limited(to: "Phòng Kinh tế, Hạ tầng và Đô thị"),
        on: SampleReports.unitSheet)

    static let party = YearlyReportDraft.draft(SampleReports.party, on: SampleReports.partySheet)

    static let empty = YearlyReportDraft.draft(
        YearlyReport(
            plan: ReportedPlan(
                kind: "Kế hoạch", number: nil, date: nil, issuer: "UBND phường Sao Mai",
                title: "Bảo đảm an toàn PCCC"),
            from: SampleReports.day("01/01/2026"), to: SampleReports.day("31/12/2026"),
            reporter: "UBND phường Sao Mai"),
        on: SampleReports.wardSheet)

    static let letter: AdministrativeDocument = {
        var letter = SampleReports.wardSheet
        letter.kind = .letter
        letter.number = "452"
        letter.issuerSymbol = "UBND-VP"
        letter.date = IssueDate(SampleReports.day("21/11/2026"))
        letter.title = "đôn đốc báo cáo kết quả thực hiện Kế hoạch số 18/KH-UBND"
        letter.addressees = ["Công an phường", "Các phòng, ban thuộc phường", "Các tổ dân phố"]
        letter.body = [
            .paragraph(
                "UBND phường đề nghị các đơn vị gửi báo cáo " + .bold("trước ngày 05/12/2026.")),
            .item("Đơn vị đã gửi báo cáo tiếp tục cập nhật số liệu."),
        ]
        return letter
    }()

    static let longTable: AdministrativeDocument = {
        var document = SampleReports.wardSheet
        document.kind = .plan
        document.addressees = []
        document.title = "Kiểm tra cơ sở năm 2027"
        document.bases = [
            "Căn cứ Luật Phòng cháy, chữa cháy và cứu nạn, cứu hộ số 55/2024/QH15",
            "Căn cứ Nghị định số 105/2025/NĐ-CP ngày 15/5/2025 của Chính phủ",
        ]
        document.body = [
            .heading(level: 1, "Danh sách cơ sở"),
            .table(
                DocumentTable(
                    summary: "Cơ sở",
                    columns: [
                        .init("TT", share: 1, .centre), .init("Cơ sở", share: 5),
                        .init("Diện tích (m²)", share: 2, .right),
                    ],
                    rows: (1...300).map { number in
                        .cells([
                            RichText(number.vietnamese),
                            RichText("Cơ sở số \(number), phố Hàng Sen, phường Sao Mai"),
                            RichText((number * 137).vietnamese),
                        ])
                    })),
            .paragraph("Các đơn vị tổ chức thực hiện./."),
        ]
        return document
    }()
}
