import Domain

import Hummingbird
import TestSupport
import Testing
import Web

@Suite struct `Connections` {
    private func serve(
        _ limits: ConnectionLimits, _ body: @escaping @Sendable (Int) async throws -> Void
    ) async throws {
        let site = try await TestSite.open()
        let (ports, port) = AsyncStream<Int>.makeStream()
        let server = WebApplication.server(
            site.site, host: "127.0.0.1", port: 0, limits: limits
        ) { port.yield($0) }
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await server.runService(gracefulShutdownSignals: []) }
            for await number in ports {
                try await body(number)
                break
            }
            group.cancelAll()
        }
    }

    private static let request = "GET /session HTTP/1.1\r\nHost: thu\r\n\r\n"

    @Test(arguments: ["", "GET /session HTTP/1.1\r\nHost: ", request])
    func `are closed when they stand still, in a head as between requests`(
        sent: String
    ) async throws {
        let idle: Int64 = 300
        try await serve(ConnectionLimits(idleMilliseconds: idle)) { port in
            let begin = ContinuousClock.now
            let line = try RawConnection(port: port)
            line.send(sent)
            if sent == Self.request { #expect(await line.receive().contains("HTTP/1.1 200")) }
            #expect(await line.isClosedByPeer(withinSeconds: 10))
            #expect(ContinuousClock.now - begin >= .milliseconds(idle))
        }
    }

    @Test func `are closed when an upload stands still`() async throws {
        try await serve(ConnectionLimits(idleMilliseconds: 300)) { port in
            let line = try RawConnection(port: port)
            line.send("POST /session HTTP/1.1\r\nHost: thu\r\nContent-Length: 100\r\n\r\nlogin=")
            #expect(await line.isClosedByPeer(withinSeconds: 10))
        }
    }

    @Test func `above the cap wait until one ends`() async throws {
        try await serve(ConnectionLimits(connections: 2)) { port in
            let first = try RawConnection(port: port)
            let second = try RawConnection(port: port)
            for line in [first, second] {
                line.send(Self.request)
                #expect(await line.receive().contains("HTTP/1.1 200"))
            }
            let third = try RawConnection(port: port)
            third.send(Self.request)
            #expect(await third.receive(withinMilliseconds: 500).isEmpty)
            first.end()
            #expect(await third.receive().contains("HTTP/1.1 200"))
            // Who is in is served all the while.
            second.send(Self.request)
            #expect(await second.receive().contains("HTTP/1.1 200"))
        }
    }
}
