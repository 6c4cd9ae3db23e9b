import Dispatch
import Domain
import Foundation
import Storage
import TestSupport
import Testing

/// The whole program as a process of its own, ended as by a power cut.
@Suite(.serialized) struct `A server that is killed` {
    private static let plan: String = {
        let task =
            "- Công an phường chủ trì kiểm tra các cơ sở kinh doanh trước ngày 31/12/2026.\n\n"
        return """
            ỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
            PHƯỜNG THỬ\tĐộc lập - Tự do - Hạnh phúc

            Số: 12/KH-UBND\tThử, ngày 02 tháng 3 năm 2026

            KẾ HOẠCH
            Bảo đảm an toàn phòng cháy, chữa cháy mùa hanh khô

            I. NHIỆM VỤ

            1. Công an phường

            \(String(repeating: task, count: 200))
            """
    }()

    /// A form with the plan as its file.
    private static func upload(_ name: String) -> (head: String, body: [UInt8]) {
        let edge = "-----thu"
        let body = Array(
            """
            --\(edge)\r\nContent-Disposition: form-data; name="_token"\r\n\r\nform\r\n\
            --\(edge)\r\nContent-Disposition: form-data; name="file"; filename="\(name)"\r\n\
            Content-Type: text/plain\r\n\r\n\(plan)\(name)\r\n--\(edge)--\r\n
            """.utf8)
        let head =
            "POST /plans HTTP/1.1\r\nHost: thu\r\nCookie: canhlua=token\r\n"
            + "Content-Type: multipart/form-data; boundary=\(edge)\r\n"
            + "Content-Length: \(body.count)\r\n\r\n"
        return (head, body)
    }

    /// Rows that one upload leaves, and whether its tasks are there.
    private struct Kept: Equatable {
        var rows: [Int]
        var hasTasks: Bool

        var isWhole: Bool {
            Set(rows).count == 1 && hasTasks == (rows[0] > 0)
        }
    }

    /// Opens the store as the next start does, and looks.
    private func look(_ path: String) async throws -> Kept {
        let database = try await Database.open(.sqlite(path: path), clock: RealClock.now)
        let kept = try await database.read { tx in
            let counts: [Int?] = [
                try tx.value("SELECT COUNT(*) AS value FROM plans"),
                try tx.value("SELECT COUNT(*) AS value FROM plan_versions"),
                try tx.value("SELECT COUNT(*) AS value FROM files"),
                try tx.value("SELECT COUNT(*) AS value FROM journal WHERE verb = 'plan.import'"),
            ]
            let tasks: Int? = try tx.value("SELECT COUNT(*) AS value FROM tasks")
            #expect(try tx.firstBrokenJournalRow(ward: TestWard.code) == nil)
            return Kept(rows: counts.compactMap(\.self), hasTasks: (tasks ?? 0) > 0)
        }
        await database.close()
        return kept
    }

    private func makeStore() async throws -> String {
        let path = TestFolder.url
            .appending(path: "canhlua-kill-\(UUID().uuidString).sqlite").path
        let database = try await Database.open(.sqlite(path: path), clock: RealClock.now)
        _ = try await TestWard.make(in: database)
        try await database.write { tx in
            try tx.addSession(
                token: "token", formToken: "form", for: try tx.account(login: "office"),
                address: "", agent: "test")
        }
        await database.close()
        return path
    }

    @Test func `in the middle of an upload keeps nothing of it, and starts again`() async throws {
        let path = try await makeStore()
        for share in [0.1, 0.5, 0.99] {
            let server = try await ServerProcess.start(path)
            let (head, body) = Self.upload("nua.txt")
            let line = try RawConnection(port: server.port)
            line.send(head)
            line.send(Array(body.prefix(Int(Double(body.count) * share))))
            // What was sent before has arrived when others were answered after it.
            try await server.answer(times: 8)
            server.kill()
            #expect(try await look(path) == Kept(rows: [0, 0, 0, 0], hasTasks: false))
        }
        let server = try await ServerProcess.start(path)
        let (head, body) = Self.upload("ca.txt")
        let line = try RawConnection(port: server.port)
        line.send(head)
        line.send(body)
        #expect(await line.receive(until: "\r\n\r\n").hasPrefix("HTTP/1.1 303"))
        server.kill()
        #expect(try await look(path) == Kept(rows: [1, 1, 1, 1], hasTasks: true))
    }

    /// More than any upload takes.
    private static let answersMax = 5_000

    @Test func `while it stores an upload keeps all of it or nothing`() async throws {
        let path = try await makeStore()
        // As far as other pages were answered meanwhile; at last when the store has taken it.
        for (round, answers) in [0, 4, 16, 64, nil].enumerated() {
            let server = try await ServerProcess.start(path)
            let (head, body) = Self.upload("lan-\(round).txt")
            let line = try RawConnection(port: server.port)
            let size = {
                try? FileManager.default.attributesOfItem(atPath: path + "-wal")[.size] as? Int
            }
            // Before the upload: the server may have taken it before we look again.
            let before = size() ?? 0
            line.send(head)
            line.send(body)
            if let answers {
                try await server.answer(times: answers)
            } else {
                for _ in 0..<Self.answersMax where size() ?? 0 <= before {
                    try await server.answer(times: 1)
                }
            }
            server.kill()
            let kept = try await look(path)
            #expect(kept.isWhole, "in round \(round): \(kept)")
        }
    }
}

private enum RealClock {
    static let now: @Sendable () -> Instant = {
        Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
    }
}

/// `canhlua serve` beside the tests, from the same build.
private final class ServerProcess: Sendable {
    let port: Int
    private let number: Int32
    private let end: DispatchSemaphore

    private init(port: Int, number: Int32, end: DispatchSemaphore) {
        self.port = port
        self.number = number
        self.end = end
    }

    /// Returns when the server says that it listens.
    static func start(_ database: String) async throws -> ServerProcess {
        let process = Process()
        let (log, end) = (Pipe(), DispatchSemaphore(value: 0))
        process.executableURL = Program.url
        // Many pages are asked for while an upload is read: no limit, or it would answer 429.
        process.arguments = [
            "serve", "--database", database, "--port", "0", "--rate-limit", "0",
        ]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = log
        process.terminationHandler = { _ in end.signal() }
        try process.run()
        let port = try #require(await port(toldBy: log.fileHandleForReading))
        return ServerProcess(port: port, number: process.processIdentifier, end: end)
    }

    /// Reads the log to its end, so that the server can always write it.
    private static func port(toldBy log: FileHandle) async -> Int? {
        let (told, telling) = AsyncStream.makeStream(of: Int.self)
        Thread.detachNewThread {
            var words = ""
            while case let bytes = log.availableData, !bytes.isEmpty {
                words += String(decoding: bytes, as: UTF8.self)
                if let line = words.firstMatch(of: /listening on [^ ]+:(\d+)\s/) {
                    telling.yield(Int(line.1) ?? 0)
                    words = ""
                }
            }
            telling.finish()
        }
        return await told.first { _ in true }
    }

    /// Asks for a page, so often one after the other.
    func answer(times: Int) async throws {
        guard times > 0 else { return }
        var line = try RawConnection(port: port)
        func page() async -> String {
            line.send("GET /session HTTP/1.1\r\nHost: thu\r\n\r\n")
            // The last line end of the page before may come with the next one.
            return await line.receive()
        }
        for _ in 0..<times {
            var answer = await page()
            if answer.isEmpty {
                // A server closes what is idle, as this test is on a busy machine.
                line = try RawConnection(port: port)
                answer = await page()
            }
            try #require(answer.contains("HTTP/1.1 200"), "\(answer.prefix(300))")
        }
        line.end()
    }

    /// Without a warning, and gone when this returns.
    func kill() {
        Foundation.kill(number, SIGKILL)
        end.wait()
    }
}
