import Documents
import Domain

/// A short report as a Word file, as units hand in with their work.
enum SampleEvidence {
    static func report(of work: String, unit: String, on day: Day) throws -> Evidence {
        var document = AdministrativeDocument(
            layout: .state, kind: .report, parentBody: ["UBND phường An Mẫu"], issuer: [unit],
            issuerSymbol: "AM", place: "An Mẫu", date: IssueDate(day),
            signature: DocumentSignature(lines: [.init("Người báo cáo")], name: nil),
            archive: "VT")
        document.title = "Kết quả thực hiện nhiệm vụ"
        document.body = [.paragraph("Đã hoàn thành: \(work).")]
        return try Evidence(name: "bao-cao-ket-qua.docx", bytes: try DocxWriter.write(document))
    }
}
