import Foundation
import Testing

/// The files of the repository, as the tests about the whole see them.
enum Repository {
    struct File: Sendable, CustomTestStringConvertible {
        /// From the root, `Sources/Web/Routes.swift`.
        let path: String
        let bytes: Int

        var text: String {
            get throws {
                try String(
                    contentsOf: Repository.root.appending(path: path), encoding: .utf8)
            }
        }

        var testDescription: String { path }
    }

    static let root = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    /// Everything below these, but what is built or fetched.
    private static let folders = [
        ".ci", "Benchmarks", "Sources", "Tests", "docs", "scripts", "Package.swift", "Makefile",
    ]

    static let files: [File] = {
        var files: [File] = []
        for folder in folders {
            let base = root.appending(path: folder)
            let all = FileManager.default.enumerator(atPath: base.path)
            let paths = all.map { $0.compactMap { $0 as? String } } ?? []
            for path in paths.isEmpty ? [folder] : paths.map({ "\(folder)/\($0)" }) {
                if path.contains(".build/") || path.contains("__pycache__") { continue }
                let facts = try? FileManager.default.attributesOfItem(
                    atPath: root.appending(path: path).path)
                guard facts?[.type] as? FileAttributeType == .typeRegular else { continue }
                files.append(File(path: path, bytes: facts?[.size] as? Int ?? 0))
            }
        }
        return files.sorted { $0.path < $1.path }
    }()

    static func swift(under folder: String) -> [File] {
        files.filter { $0.path.hasPrefix("\(folder)/") && $0.path.hasSuffix(".swift") }
    }

    static func exists(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: root.appending(path: path).path)
    }
}
