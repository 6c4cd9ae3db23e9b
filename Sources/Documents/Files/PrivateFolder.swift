import Domain
import Foundation

/// A folder that only we can read, for files that programs need; it goes when `body` ends.
enum PrivateFolder {
    static func use<Result>(
        _ body: (_ path: String) async throws -> Result
    ) async throws -> Result {
        let base = FileManager.default.temporaryDirectory.path
        var template = Array("\(base)/canhlua-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else {
            throw Problem(
                .unavailable,
                "Máy chủ không ghi được tệp tạm; quản trị viên hãy kiểm tra ổ đĩa rồi thử lại.")
        }
        let path = String(decoding: template.dropLast().map(UInt8.init), as: UTF8.self)
        defer { try? FileManager.default.removeItem(atPath: path) }
        return try await body(path)
    }
}
