import Foundation

/// A PostgreSQL of one test, which may stop and start it; durable, as in use.
package final class TestPostgres: Sendable {
    package let url: String
    private let folder: String
    private let port: Int

    private static let programs = "/usr/lib/postgresql/15/bin"

    /// `make test` installs it; under CI it is never left out.
    package static var isAvailable: Bool {
        let isThere = FileManager.default.isExecutableFile(atPath: "\(programs)/pg_ctl")
        precondition(
            isThere || ProcessInfo.processInfo.environment["CI"] == nil,
            "\(programs) is not there: under CI PostgreSQL is never left out")
        return isThere
    }

    private init(folder: String, port: Int) {
        self.folder = folder
        self.port = port
        url = "postgres://postgres@127.0.0.1:\(port)/postgres"
    }

    package static func start() async throws -> TestPostgres {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "canhlua-postgres-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true)
        if getuid() == 0 { try run(process("/usr/bin/chown", ["postgres", folder])) }
        try run(
            process(
                asOwner: "initdb",
                [
                    "-D", "\(folder)/data", "-A", "trust", "-U", "postgres", "--locale=C.UTF-8",
                    "-E", "UTF8",
                ]))
        let server = TestPostgres(folder: folder, port: try FreePort.find())
        try await server.start()
        return server
    }

    /// As a process of the test, whose words tell when it is ready: `pg_ctl start` leaves one behind
    /// for which `Process` would wait.
    package func start() async throws {
        let process = Self.process(
            asOwner: "postgres",
            [
                "-D", "\(folder)/data", "-p", "\(port)", "-k", folder, "-c",
                "listen_addresses=127.0.0.1",
            ])
        let log = Pipe()
        process.standardError = log
        try process.run()
        let (told, telling) = AsyncStream.makeStream(of: Void.self)
        let file = log.fileHandleForReading
        Thread.detachNewThread {
            var words = ""
            while case let bytes = file.availableData, !bytes.isEmpty {
                words += String(decoding: bytes, as: UTF8.self)
                if words.contains("ready to accept connections") {
                    telling.yield()
                    words = ""
                }
            }
            telling.finish()
        }
        guard await told.first(where: { _ in true }) != nil else {
            throw Failed(command: "postgres", status: -1)
        }
    }

    /// As when its machine goes down.
    package func stop() throws {
        try Self.run(
            Self.process(asOwner: "pg_ctl", ["-D", "\(folder)/data", "-m", "immediate", "stop"]))
    }

    package func remove() {
        try? stop()
        try? FileManager.default.removeItem(atPath: folder)
    }

    private struct Failed: Error {
        let command: String
        let status: Int32
    }

    /// It does not run as root.
    private static func process(asOwner program: String, _ arguments: [String]) -> Process {
        let path = "\(programs)/\(program)"
        return getuid() == 0
            ? process("/usr/sbin/runuser", ["-u", "postgres", "--", path] + arguments)
            : process(path, arguments)
    }

    private static func process(_ path: String, _ arguments: [String]) -> Process {
        let process = Process()
        process.executableURL = URL(filePath: path)
        process.arguments = arguments
        process.currentDirectoryURL = FileManager.default.temporaryDirectory
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        return process
    }

    private static func run(_ process: Process) throws {
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw Failed(
                command: process.executableURL?.path ?? "", status: process.terminationStatus)
        }
    }
}
