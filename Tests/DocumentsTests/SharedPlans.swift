import Foundation
import Testing

/// Official plans beside the repository, which may not be part of it.
enum SharedPlans {
    private static let folder = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("shared/plans")

    /// Whether the folder is there; on CI it must be.
    static var isPresent: Bool {
        FileManager.default.fileExists(atPath: folder.path)
            || ProcessInfo.processInfo.environment["CI"] != nil
    }

    /// Without the folder a test that needs it is skipped, but never on CI: there it fails.
    static let missing: Comment = "no ../shared/plans: the official plans are not here"

    static func bytes(_ name: String) throws -> [UInt8] {
        Array(try Data(contentsOf: folder.appendingPathComponent(name)))
    }

    static func text(_ name: String) throws -> String {
        String(decoding: try bytes(name), as: UTF8.self)
    }

    /// The rows of a comma-separated file (RFC 4180), by the names of the first.
    static func table(_ name: String) throws -> [[String: String]] {
        var rows: [[String]] = [[]]
        var cell = ""
        var isQuoted = false
        for character in try text(name) {
            switch character {
            case "\"": isQuoted.toggle()
            case "," where !isQuoted:
                rows[rows.count - 1].append(cell)
                cell = ""
            case "\n" where !isQuoted, "\r\n" where !isQuoted:
                rows[rows.count - 1].append(cell)
                cell = ""
                rows.append([])
            default: cell.append(character)
            }
        }
        let names = rows[0]
        return rows.dropFirst().filter { $0.count == names.count }.map {
            Dictionary(uniqueKeysWithValues: zip(names, $0))
        }
    }
}
