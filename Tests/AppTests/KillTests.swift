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
        let path = FileManager.default.temporaryDirectory
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
            try await Task.sleep(for: .milliseconds(200))
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

    @Test func `while it stores an upload keeps all of it or nothing`() async throws {
        let path = try await makeStore()
        for (round, wait) in [0, 30, 60, 120, 250].enumerated() {
            let server = try await ServerProcess.start(path)
            let (head, body) = Self.upload("lan-\(round).txt")
            let line = try RawConnection(port: server.port)
            line.send(head)
            line.send(body)
            try await Task.sleep(for: .milliseconds(wait))
            server.kill()
            let kept = try await look(path)
            #expect(kept.isWhole, "after \(wait) ms: \(kept)")
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

    private init(port: Int, number: Int32) {
        self.port = port
        self.number = number
    }

    static func start(_ database: String) async throws -> ServerProcess {
        let port = try freePort()
        let process = Process()
        process.executableURL = Program.url
        process.arguments = ["serve", "--database", database, "--port", "\(port)"]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        let server = ServerProcess(port: port, number: process.processIdentifier)
        for _ in 0..<300 {
            if let line = try? RawConnection(port: port) {
                line.send("GET /session HTTP/1.1\r\nHost: thu\r\n\r\n")
                if await line.receive(until: "\r\n\r\n").hasPrefix("HTTP/1.1 200") { return server }
            }
            try await Task.sleep(for: .milliseconds(50))
        }
        server.kill()
        throw Problem(.unavailable, "the server did not start")
    }

    /// Without a warning, and gone when this returns.
    func kill() {
        Foundation.kill(number, SIGKILL)
        for _ in 0..<5_000 where Foundation.kill(number, 0) == 0 { usleep(1000) }
    }

    private static func freePort() throws -> Int {
        let number = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(number) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(number, $0, size) == 0 && getsockname(number, $0, &size) == 0
            }
        }
        try #require(isBound)
        return Int(UInt16(bigEndian: address.sin_port))
    }
}
