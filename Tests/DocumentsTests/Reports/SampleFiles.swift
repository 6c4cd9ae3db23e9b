import Documents
import Domain
import Foundation
import Testing

/// Writes the samples as files for looking at, into the folder that the environment names.
@Suite struct `Sample documents` {
    @Test func `are written for looking at`() throws {
        let folder =
            ProcessInfo.processInfo.environment["CANHLUA_SAMPLES"]
            ?? FileManager.default.temporaryDirectory.appending(path: "canhlua-samples").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        for (name, document) in SampleDocuments.all {
            let url = URL(fileURLWithPath: folder)
            try Data(DocxWriter.write(document)).write(to: url.appending(path: "\(name).docx"))
            try Data(DocumentText.render(document).utf8)
                .write(to: url.appending(path: "\(name).txt"))
        }
    }
}
