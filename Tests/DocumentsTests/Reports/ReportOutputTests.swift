import Documents
import Domain
import Foundation
import Testing

@Suite struct `A report on its way out` {
    private var document: AdministrativeDocument {
        var document = SampleReports.wardSheet
        document.title = "Biểu thử"
        document.body = [
            .table(
                DocumentTable(
                    summary: "Bảng mẫu",
                    columns: [.init("Nội dung", share: 3), .init("Số", share: 1, .right)],
                    rows: [
                        .cells(["Vụ cháy", "1.234,5"]), .cells(["Vụ nổ", "–"]), .group("Khác"),
                    ])),
            .table(
                DocumentTable(
                    summary: "Bảng mẫu", columns: [.init("Nội dung", share: 1)], rows: [])),
        ]
        return document
    }

    @Test func `becomes sheets whose numbers are numbers`() {
        let figures = [
            ReportFigure(key: "fires", label: "vụ cháy", unit: "vụ", value: 3, previous: nil)
        ]
        let sheets = ReportTables.sheets(of: document, figures: figures)
        #expect(sheets.map(\.title) == ["Số liệu", "Bảng mẫu", "Bảng mẫu (2)"])
        // What is not known is an empty cell, not a zero.
        #expect(
            sheets[0].rows[0] == [.text("vụ cháy"), .text("vụ"), .number(3), .empty, .empty])
        #expect(sheets[1].rows[0] == [.text("Vụ cháy"), .number(1234.5)])
        #expect(sheets[1].rows[1] == [.text("Vụ nổ"), .text("–")])
        #expect(sheets[1].rows[2] == [.text("Khác")])
    }

    @Test func `is one sheet where it has neither figures nor tables`() throws {
        var empty = document
        empty.body = []
        let sheets = ReportTables.sheets(of: empty, figures: [])
        #expect(sheets.count == 1)
        #expect(try SheetWriter.workbook(sheets).prefix(2) == Array("PK".utf8)[...])
    }

    @Test func `becomes a PDF, or says that LibreOffice is missing`() async throws {
        let docx = try DocxWriter.write(document)
        do {
            let pdf = try await PDFWriter.write(docx)
            #expect(pdf.starts(with: Array("%PDF".utf8)))
        } catch let problem as Problem {
            // A machine with much else to do may run out of the time that is given.
            #expect([Problem.Kind.unavailable, .tooLarge].contains(problem.kind))
            #expect(problem.message.contains("PDF"))
        }
    }
}
