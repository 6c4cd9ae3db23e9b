import Domain
import Foundation

/// Makes a PDF of a Word file with LibreOffice, where the server has it.
package enum PDFWriter {
    private static let office = ExternalTool(
        name: "soffice", debianPackage: "libreoffice-writer-nogui")
    /// Bytes of address space: LibreOffice reserves much more than it uses.
    private static let memoryMax = 4 * 1024 * 1024 * 1024
    /// Seconds of the processor, and on the clock: a report of a hundred pages takes ten.
    private static let seconds = 60
    private static let waiting = 120

    /// - Throws: `.unavailable` where LibreOffice is not installed, or makes no PDF of it;
    ///   `.tooLarge` when time runs out.
    package static func write(_ docx: [UInt8]) async throws -> [UInt8] {
        guard office.isInstalled else {
            throw Problem(
                .unavailable,
                "Máy chủ chưa cài LibreOffice nên chưa lập được PDF; hãy tải bản Word, hoặc nhờ quản trị viên cài gói \(office.debianPackage) (apt install \(office.debianPackage))."
            )
        }
        return try await PrivateFolder.use { folder in
            let source = "\(folder)/bao-cao.docx"
            guard FileManager.default.createFile(atPath: source, contents: Data(docx)) else {
                throw Problem(
                    .unavailable,
                    "Máy chủ không ghi được tệp tạm; quản trị viên hãy kiểm tra ổ đĩa rồi thử lại.")
            }
            // A profile of its own: two at once do not wait for each other, and nothing stays.
            let arguments = [
                "-env:UserInstallation=file://\(folder)/profile", "--headless", "--norestore",
                "--convert-to", "pdf", "--outdir", folder, source,
            ]
            let output: ExternalTool.Output
            do {
                output = try await office.run(
                    arguments, seconds: seconds, waiting: waiting, memoryMax: memoryMax)
            } catch let problem as Problem where problem.kind == .tooLarge {
                throw Problem(
                    .tooLarge,
                    "Lập PDF mất quá \(seconds) giây nên đã dừng; hãy tải bản Word rồi in ra PDF.",
                    cause: problem)
            }
            guard output.isSuccess,
                let bytes = FileManager.default.contents(atPath: "\(folder)/bao-cao.pdf"),
                bytes.starts(with: Data("%PDF".utf8))
            else {
                throw Problem(
                    .unavailable,
                    "LibreOffice trên máy chủ không lập được PDF; hãy tải bản Word. Quản trị viên xem nguyên nhân trong nhật ký máy chủ.",
                    cause: Complaint(words: output.complaint))
            }
            return Array(bytes)
        }
    }

    private struct Complaint: Error { let words: String }
}
