import Documents
import Domain
import Foundation
import Testing

/// Writes the samples as files for looking at, where the environment names a folder for them.
@Suite struct `Sample documents` {
    @Test(.enabled(if: ProcessInfo.processInfo.environment["CANHLUA_SAMPLES"] != nil))
    func `are written for looking at`() throws {
        let folder = try #require(ProcessInfo.processInfo.environment["CANHLUA_SAMPLES"])
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        for (name, document) in SampleDocuments.all {
            let url = URL(fileURLWithPath: folder)
            try Data(DocxWriter.write(document)).write(to: url.appending(path: "\(name).docx"))
            try Data(DocumentText.render(document).utf8)
                .write(to: url.appending(path: "\(name).txt"))
        }
    }
}
