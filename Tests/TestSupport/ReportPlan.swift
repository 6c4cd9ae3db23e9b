import Domain
package import Storage

/// The test plan with two report duties and a cited document.
package enum ReportPlan {
    private static let wardLine =
        "- UBND phường báo cáo UBND tỉnh trước ngày 10/12 hằng năm (lồng ghép với báo cáo thực hiện"
        + " Quyết định số 12/QĐ-TTg)."

    package static func intake() -> PlanIntake {
        var reading = TestPlan.reading()
        reading.reports = [
            ReportDutyReading(
                from: ["Các tổ dân phố"], to: "UBND phường", via: "Văn phòng HĐND và UBND phường",
                due: "--12-05", recurrence: .yearly, line: 12),
            ReportDutyReading(
                from: ["UBND phường"], to: "UBND tỉnh", via: "Công an tỉnh", due: "--12-10",
                recurrence: .yearly, preparedBy: ["Công an phường"], line: 15),
        ]
        reading.references = [
            DocumentReference(
                kind: .directive, number: "02-CT/TW", name: nil, date: "2026-01-31", issuer: nil,
                line: 4),
            // Nothing that a library could name.
            DocumentReference(
                kind: .guidance, number: nil, name: nil, date: nil, issuer: nil, line: 5),
        ]
        let text =
            (TestPlan.lines + [wardLine])
            .joined(separator: "\n")
        return PlanIntake(
            content: Array(text.utf8), fileName: "ke-hoach-bao-cao.txt", mediaType: "text/plain",
            source: SourceText(text: text), reading: reading)
    }
}
