import Dispatch
import Foundation

/// A Mosquitto of its own, on a free port of loopback and in a temporary folder.
package final class TestBroker: Sendable {
    package let port: Int
    private let process: Process
    private let ended: DispatchSemaphore
    private let folder: URL

    private static let program = "/usr/sbin/mosquitto"
    private static let attemptsMax = 5

    /// `make test` installs it; under CI it is never left out.
    package static var isAvailable: Bool {
        let isThere = FileManager.default.isExecutableFile(atPath: program)
        precondition(
            isThere || ProcessInfo.processInfo.environment["CI"] == nil,
            "\(program) is not there: under CI the broker is never left out")
        return isThere
    }

    private init(port: Int, process: Process, ended: DispatchSemaphore, folder: URL) {
        self.port = port
        self.process = process
        self.ended = ended
        self.folder = folder
    }

    /// - Parameters:
    ///   - users: names and passwords; each may publish under its own name, and `receiver` read all.
    ///     Empty: everybody may do everything.
    ///   - port: nil: any that is free.
    package static func start(
        users: [String: String] = [:], port: Int? = nil
    ) async throws -> TestBroker {
        for _ in 1..<attemptsMax {
            // Between looking and listening another may take the port.
            if let broker = try? await startOnce(users, port) { return broker }
        }
        return try await startOnce(users, port)
    }

    /// Without a warning, and gone when this returns.
    package func stop() {
        kill(process.processIdentifier, SIGKILL)
        ended.wait()
        try? FileManager.default.removeItem(at: folder)
    }

    private struct NotRunning: Error {
        let words: String
    }

    private static func startOnce(
        _ users: [String: String], _ wanted: Int?
    ) async throws -> TestBroker {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "canhlua-broker-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let port = try wanted ?? FreePort.find()
        let settings = folder.appending(path: "settings")
        try configuration(port, users, folder).write(
            to: settings, atomically: true, encoding: .utf8)
        let process = Process()
        let (log, ended) = (Pipe(), DispatchSemaphore(value: 0))
        process.executableURL = URL(filePath: program)
        process.arguments = ["-c", settings.path]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = log
        process.terminationHandler = { _ in ended.signal() }
        try process.run()
        let (told, telling) = AsyncStream.makeStream(of: Void.self)
        let file = log.fileHandleForReading
        Thread.detachNewThread {
            var words = ""
            while case let bytes = file.availableData, !bytes.isEmpty {
                words += String(decoding: bytes, as: UTF8.self)
                if words.contains(" running") {
                    telling.yield()
                    words = ""
                }
            }
            telling.finish()
        }
        guard await told.first(where: { _ in true }) != nil else {
            throw NotRunning(words: settings.path)
        }
        return TestBroker(port: port, process: process, ended: ended, folder: folder)
    }

    private static func configuration(
        _ port: Int, _ users: [String: String], _ folder: URL
    ) throws -> String {
        var lines = [
            "listener \(port) 127.0.0.1", "persistence true",
            "persistence_location \(folder.path)/",
            "max_queued_messages 0", "max_inflight_messages 1000", "log_dest stderr",
        ]
        if getuid() == 0 { lines.append("user root") }
        guard !users.isEmpty else {
            return (lines + ["allow_anonymous true", ""]).joined(separator: "\n")
        }
        let (passwords, rules) = (
            folder.appending(path: "passwords"), folder.appending(path: "rules")
        )
        try users.map { "\($0):\($1)\n" }.joined().write(
            to: passwords, atomically: true, encoding: .utf8)
        let seal = try Process.run(
            URL(filePath: "/usr/bin/mosquitto_passwd"), arguments: ["-U", passwords.path])
        seal.waitUntilExit()
        try """
        pattern write canhlua/%u/events

        user receiver
        topic read canhlua/+/events

        """.write(to: rules, atomically: true, encoding: .utf8)
        lines += ["password_file \(passwords.path)", "acl_file \(rules.path)", ""]
        return lines.joined(separator: "\n")
    }
}
