import Documents
import Domain
import Foundation
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(15))) struct `Posting to another program` {
    private let posts = (1...8).map {
        HTTPCourier.Post("{\"số\":\($0)}", type: "application/json", headers: [("X-So", "\"\($0)")])
    }

    /// The server is of this process, which does other things too.
    private static let seconds = 600

    private func courier(_ server: FakeHTTPServer) throws -> HTTPCourier {
        try HTTPCourier(
            url: "http://127.0.0.1:\(server.port)/", tokenFile: nil, seconds: Self.seconds)
    }

    @Test func `has all on their way at once, and none waits for another one's answer`()
        async throws
    {
        let server = try FakeHTTPServer { _ in true }
        defer { server.end() }
        async let problems = courier(server).post(posts)
        await server.heard { $0.requests.count == 8 }
        server.release()
        #expect(try await problems.allSatisfy { $0 == nil })
        for number in 1...8 {
            #expect(
                server.requests.count {
                    $0.hasSuffix("{\"số\":\(number)}") && $0.contains("X-So: \"\(number)\r\n")
                        && $0.contains("Content-Type: application/json")
                } == 1)
        }
    }

    @Test func `says of each why it was not taken`() async throws {
        let server = try FakeHTTPServer(statuses: [503, 200])
        defer { server.end() }
        let problems = try await courier(server).post(posts)
        #expect(problems.count == 8)
        let refused = problems.compactMap(\.self)
        #expect(refused.count == 1)
        #expect(refused.first?.kind == .unavailable)
        #expect(refused.first?.message.contains("503") == true)
    }

    @Test func `says so where nobody listens`() async throws {
        let nowhere = try HTTPCourier(
            url: "http://127.0.0.1:1/", tokenFile: nil, seconds: Self.seconds)
        let problems = try await nowhere.post(Array(posts.prefix(2)))
        #expect(problems.allSatisfy { $0?.message.contains("127.0.0.1") == true })
        let problem = await #expect(throws: Problem.self) { try await nowhere.post(posts[0]) }
        #expect(problem?.kind == .unavailable)
    }
}
