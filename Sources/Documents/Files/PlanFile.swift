package import Domain
import Foundation

/// A file that somebody hands in as a plan: from its bytes to its words.
///
/// What it is, is told by its content, never by its name.
package enum PlanFile {
    /// Bytes of a file. A scanned plan of a commune has 2 to 10 MB; a form of the web is limited
    /// by the same number.
    package static let sizeMax = 25 * 1024 * 1024
    /// Lines of a document. The longest plan that we know, of a province, has 1,200.
    package static let linesMax = 20_000

    /// Reads the words of a file.
    ///
    /// - Parameter name: as its owner calls it, for the messages.
    /// - Throws: `Problem` for everything foreseen: nothing in it, too large, locked, damaged, of a
    ///   kind that we do not read, or a program that we need is not installed.
    package static func read(_ bytes: [UInt8], name: String) async throws -> SourceText {
        guard !bytes.isEmpty else {
            throw Problem(
                .invalid, "Tệp «\(name)» rỗng, không có nội dung nào; hãy chọn lại tệp kế hoạch.")
        }
        guard bytes.count <= sizeMax else { throw tooLarge(name, size: bytes.count) }
        let source = try await words(bytes, name: name)
        guard source.lines.count <= linesMax else {
            throw Problem(
                .tooLarge,
                """
                Tệp «\(name)» có hơn \(linesMax) dòng, quá dài so với một kế hoạch; hãy tách riêng \
                phần kế hoạch rồi tải lại.
                """)
        }
        guard source.lines.contains(where: { $0.text.unicodeScalars.contains(where: \.isWordPart) })
        else {
            throw Problem(
                .invalid,
                """
                Không tìm thấy chữ nào trong tệp «\(name)»; hãy kiểm tra lại tệp, hoặc quét lại \
                văn bản rõ hơn.
                """)
        }
        return source
    }

    /// Reads the words of a file on disk, which is measured before it is loaded.
    package static func read(path: String) async throws -> SourceText {
        let url = URL(fileURLWithPath: path)
        let name = url.lastPathComponent
        let values = try? url.resourceValues(forKeys: [.fileSizeKey, .isRegularFileKey])
        guard let values else {
            throw Problem(.notFound, "Không có tệp «\(path)»; hãy kiểm tra lại đường dẫn.")
        }
        guard values.isRegularFile == true else {
            throw Problem(.invalid, "«\(path)» không phải là tệp; hãy chỉ ra tệp kế hoạch.")
        }
        if let size = values.fileSize, size > sizeMax { throw tooLarge(name, size: size) }
        guard let data = try? Data(contentsOf: url) else {
            throw Problem(
                .forbidden, "Không mở được tệp «\(path)»; hãy kiểm tra quyền đọc của tệp.")
        }
        return try await read(Array(data), name: name)
    }

    /// That a file has more than `sizeMax` bytes; for those, too, who stop before it is complete.
    package static func tooLarge(_ name: String, size: Int? = nil) -> Problem {
        let found = size.map { " (\($0 / 1_048_576) MB)" } ?? ""
        return Problem(
            .tooLarge,
            """
            Tệp «\(name)» quá lớn\(found), giới hạn là \(sizeMax / 1_048_576) MB; hãy bỏ bớt ảnh \
            hoặc quét lại với độ phân giải 300 dpi.
            """)
    }

    private static func words(_ bytes: [UInt8], name: String) async throws -> SourceText {
        switch FileKind(of: bytes) {
        case .zip: return try DocxReader.read(bytes, name: name)
        case .pdf: return try await PDFReader.read(bytes, name: name)
        case .image(let format):
            return try await ScanReader.read(image: bytes, format: format, name: name)
        case .text: return try TextReader.read(bytes, name: name)
        case .refused(let reason):
            throw Problem(.invalid, "Tệp «\(name)» \(reason)")
        }
    }
}
