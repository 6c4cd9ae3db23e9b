import Dispatch
import Foundation
import Testing

/// `canhlua alarm listen` beside the tests, from the same build.
final class ReceiverProcess: Sendable {
    let port: Int
    private let number: Int32
    private let end: DispatchSemaphore

    private init(port: Int, number: Int32, end: DispatchSemaphore) {
        self.port = port
        self.number = number
        self.end = end
    }

    /// Returns when the receiver says that it listens.
    ///
    /// - Parameter fileKilobytesMax: no file may grow beyond it, as on a full disk; nil: any size.
    static func start(
        _ database: String, fileKilobytesMax: Int? = nil
    ) async throws -> ReceiverProcess {
        let process = Process()
        let (log, end) = (Pipe(), DispatchSemaphore(value: 0))
        let arguments = ["alarm", "listen", "--database", database, "--port", "0"]
        if let fileKilobytesMax {
            process.executableURL = URL(filePath: "/bin/bash")
            // Writing more is an error, and does not end the process.
            process.arguments =
                ["-c", "trap '' XFSZ; ulimit -f \(fileKilobytesMax); exec \"$0\" \"$@\""]
                + [Program.url.path] + arguments
        } else {
            process.executableURL = Program.url
            process.arguments = arguments
        }
        process.standardOutput = FileHandle.nullDevice
        process.standardError = log
        process.terminationHandler = { _ in end.signal() }
        try process.run()
        let (told, telling) = AsyncStream.makeStream(of: Int.self)
        let file = log.fileHandleForReading
        Thread.detachNewThread {
            var words = ""
            while case let bytes = file.availableData, !bytes.isEmpty {
                words += String(decoding: bytes, as: UTF8.self)
                if let line = words.firstMatch(of: /port=(\d+) .*alarms listening/) {
                    telling.yield(Int(line.1) ?? 0)
                    words = ""
                }
            }
            telling.finish()
        }
        let port = try #require(await told.first { _ in true })
        return ReceiverProcess(port: port, number: process.processIdentifier, end: end)
    }

    /// Without a warning, and gone when this returns.
    func kill() {
        Foundation.kill(number, SIGKILL)
        end.wait()
    }

    /// Does something while not one of its threads runs: its files are as at one moment.
    func whileStopped<Value>(_ body: () throws -> Value) throws -> Value {
        Foundation.kill(number, SIGSTOP)
        defer { Foundation.kill(number, SIGCONT) }
        while try !String(contentsOfFile: "/proc/\(number)/stat", encoding: .utf8)
            .contains(") T ")
        {
            sched_yield()
        }
        return try body()
    }
}
