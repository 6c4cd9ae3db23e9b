import Foundation
import TestSupport
import Testing

/// `canhlua` of the same build as the tests.
enum Program {
    static let url = URL(filePath: ProcessInfo.processInfo.arguments[0])
        .deletingLastPathComponent().appending(path: "canhlua")

    /// What a command says on standard output and on standard error, and how it ended.
    static func run(_ arguments: String...) throws -> (
        text: String, complaint: String, status: Int32
    ) { try run(arguments) }

    static func run(
        _ arguments: [String]
    ) throws -> (text: String, complaint: String, status: Int32) {
        let process = Process()
        let output = Pipe()
        let errors = TestFolder.url
            .appending(path: "canhlua-errors-\(UUID().uuidString)")
        try Data().write(to: errors)
        defer { try? FileManager.default.removeItem(at: errors) }
        process.executableURL = url
        process.arguments = arguments
        process.standardOutput = output
        process.standardError = try FileHandle(forWritingTo: errors)
        try process.run()
        let bytes = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (
            String(decoding: bytes, as: UTF8.self), try String(contentsOf: errors, encoding: .utf8),
            process.terminationStatus
        )
    }
}

@Suite struct `Backing up` {
    @Test func `says that the key is not in the copy and where it is`() throws {
        let folder = TestFolder.url
            .appending(path: "canhlua-backup-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let (store, copy) = (folder + "/a.sqlite", folder + "/b.sqlite")
        #expect(try Program.run("sample", "--small", "--database", store).status == 0)
        let said = try Program.run("backup", copy, "--database", store)
        #expect(said.status == 0)
        #expect(said.text.contains("không có khóa bí mật (tệp \(store).key)"))
        #expect(FileManager.default.fileExists(atPath: copy))
        #expect(!FileManager.default.fileExists(atPath: copy + ".key"))
        let again = try Program.run("backup", copy, "--database", store)
        #expect(again.status != 0)
        #expect(again.text.isEmpty)
    }
}

@Suite struct `A store that was closed` {
    @Test func `is whole in its one file`() throws {
        let folder = TestFolder.url
            .appending(path: "canhlua-closed-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let (store, moved) = (folder + "/a.sqlite", folder + "/b.sqlite")
        #expect(try Program.run("sample", "--small", "--database", store).status == 0)
        try FileManager.default.copyItem(atPath: store, toPath: moved)
        let (first, second) = (
            try Program.run("verify", "--database", store),
            try Program.run("verify", "--database", moved)
        )
        #expect(first.status == 0 && !first.text.isEmpty)
        #expect(second.text == first.text)
    }
}
