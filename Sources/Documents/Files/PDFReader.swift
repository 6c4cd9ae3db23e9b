import Domain

/// A PDF: the words of its text layer.
enum PDFReader {
    static func read(_ bytes: [UInt8], name: String) async throws -> SourceText {
        throw Problem(.unavailable, "Chưa đọc được tệp PDF «\(name)»; hãy tải tệp .docx.")
    }
}
