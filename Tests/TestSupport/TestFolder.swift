package import Foundation

/// Where tests put files: a folder for each run, gone when it ends.
package enum TestFolder {
    package static let url: URL = {
        let url = FileManager.default.temporaryDirectory
            .appending(path: "canhlua-tests-\(ProcessInfo.processInfo.processIdentifier)")
        try? FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        atexit { try? FileManager.default.removeItem(at: TestFolder.url) }
        return url
    }()
}
