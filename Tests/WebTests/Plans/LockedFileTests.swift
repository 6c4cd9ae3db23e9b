import Domain
import Storage
import TestSupport
import Testing

@Suite struct `A file with a password` {
    /// A PDF that only its password opens: what proves the empty one is wrong.
    private static let pdf: [UInt8] = {
        let objects = [
            "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>",
            "<</Filter/Standard/V 1/R 2/O<\(String(repeating: "41", count: 32))>"
                + "/U<\(String(repeating: "42", count: 32))>/P -4>>",
        ]
        var text = "%PDF-1.4\n"
        var places: [String] = []
        for (index, object) in objects.enumerated() {
            let place = String(text.utf8.count)
            places.append(String(repeating: "0", count: 10 - place.count) + place)
            text += "\(index + 1) 0 obj\(object)endobj\n"
        }
        let start = text.utf8.count
        text += "xref\n0 5\n0000000000 65535 f \n"
        text += places.map { "\($0) 00000 n \n" }.joined()
        text += "trailer<</Size 5/Root 1 0 R/Encrypt 4 0 R/ID[<00><00>]>>\n"
        text += "startxref\n\(start)\n%%EOF\n"
        return Array(text.utf8)
    }()

    /// Word puts a locked document into a compound file.
    private static let docx: [UInt8] =
        [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 600)
        + "EncryptedPackage".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }

    @Test(arguments: [("ke-hoach.pdf", pdf), ("ke-hoach.docx", docx)])
    func `is refused in a sentence that says what to do, and nothing is kept`(
        name: String, content: [UInt8]
    ) async throws {
        let visitor = try await PlanVisitor()
        let sent = try await visitor.upload("/plans", content, name: name, as: .office)
        #expect(sent.status == 422)
        #expect(sent.body.contains("«\(name)»"))
        #expect(sent.body.contains("được đặt mật khẩu nên không đọc được"))
        #expect(sent.body.contains("hãy bỏ mật khẩu"))
        let kept = try await visitor.database.read { tx in
            let files: Int? = try tx.value("SELECT COUNT(*) AS value FROM files")
            let plans: Int? = try tx.value("SELECT COUNT(*) AS value FROM plans")
            return [files, plans]
        }
        #expect(kept == [0, 0])
    }
}
