import Domain

/// Pictures of pages: the words that tesseract recognises in them.
enum ScanReader {
    static func read(
        image bytes: [UInt8], format: FileKind.ImageFormat, name: String
    ) async throws -> SourceText {
        throw Problem(.unavailable, "Chưa đọc được ảnh «\(name)»; hãy tải tệp .docx.")
    }
}
