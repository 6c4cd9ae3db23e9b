import Domain
import Foundation
import Gateway
import Storage
import Synchronization
import TestSupport
import Testing

@Suite struct `Events over HTTP` {
    private struct Down: Error {}

    private struct Answer {
        let status: Int
        let head: String
        let body: [String: Any]

        init(_ text: String) throws {
            let parts = text.split(separator: "\r\n\r\n", maxSplits: 1).map(String.init)
            head = parts.first?.lowercased() ?? ""
            status = Int(head.split(separator: " ").dropFirst().first ?? "") ?? 0
            let json = parts.count > 1 ? parts[1] : "{}"
            body = try #require(
                JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
        }

        var outcome: String? { body["outcome"] as? String }
    }

    private static func ask(
        _ setting: ReceiverSetting, _ body: String, token: String?, path: String = "/v1/events",
        method: String = "POST", type: String = "application/json"
    ) async throws -> Answer {
        let line = try RawConnection(port: setting.ports.http)
        let authorization = token.map { "Authorization: Bearer \($0)\r\n" } ?? ""
        line.send(
            "\(method) \(path) HTTP/1.1\r\nHost: thu\r\nConnection: close\r\n\(authorization)"
                + "Content-Type: \(type)\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)")
        return try Answer(await line.receive(until: "\u{0}"))
    }

    private static let fire = #"{"id": "e1", "kind": "fireAlarm", "zone": "7"}"#

    /// A token for the plain account, known to a receiver that starts after it was given.
    private static func run(
        _ engine: TestEngine = .sqlite, limits: ReceptionLimits = ReceptionLimits(),
        store: (@Sendable (Database) -> AlarmStore)? = nil,
        _ body: (ReceiverSetting, String) async throws -> Void
    ) async throws -> ReceiverSetting {
        try await ReceiverSetting.run(engine, limits: limits, store: store) { setting in
            try await body(setting, ReceiverSetting.token)
        }
    }

    @Test(arguments: TestEngine.available)
    func `are durable when 2xx says so, and stored once`(engine: TestEngine) async throws {
        let setting = try await Self.run(engine) { setting, token in
            let first = try await Self.ask(setting, Self.fire, token: token)
            #expect((first.status, first.outcome) == (201, "stored"))
            #expect(try await setting.lines().map(\.signal.zone) == ["7"])
            let again = try await Self.ask(setting, Self.fire, token: token)
            #expect((again.status, again.outcome) == (200, "repeated"))
            let beat = try await Self.ask(setting, #"{"kind": "heartbeat"}"#, token: token)
            #expect((beat.status, beat.outcome) == (200, "heartbeat"))
            let odd = try await Self.ask(setting, #"{"kind": "???"}"#, token: token)
            #expect(odd.status == 201)
        }
        let lines = try await setting.lines()
        #expect(Set(lines.map(\.signal.kind)) == [.fireAlarm, .unknown])
        #expect(lines.allSatisfy { $0.number == ReceiverSetting.plain })
        #expect(setting.receiver.counts.repeated == 1)
    }

    @Test func `of nobody are refused and counted`() async throws {
        var limits = ReceptionLimits()
        limits.events.strangerBurst = 3
        let setting = try await Self.run(limits: limits) { setting, token in
            let none = try await Self.ask(setting, Self.fire, token: nil)
            #expect(none.status == 401)
            #expect(none.head.contains("www-authenticate: bearer"))
            #expect(none.head.contains("application/problem+json"))
            #expect(none.body["status"] as? Int == 401)
            for wrong in ["cld_", token + "0"] {
                #expect(try await Self.ask(setting, Self.fire, token: wrong).status == 401)
            }
            let fourth = try await Self.ask(setting, Self.fire, token: "x")
            #expect(fourth.status == 429)
            #expect(fourth.head.contains("retry-after: "))
            // Who has a token does not wait for strangers of the same address.
            #expect(try await Self.ask(setting, Self.fire, token: token).status == 201)
        }
        #expect(try await setting.refusals().map(\.reason) == ["unknownToken"])
    }

    @Test func `that cannot be read are kept whole with the reason`() async throws {
        var limits = ReceptionLimits()
        limits.events.bodyBytesMax = 100
        let setting = try await Self.run(limits: limits) { setting, token in
            let odd = try await Self.ask(setting, "fire!", token: token)
            #expect(odd.status == 422)
            #expect(odd.body["reason"] as? String == "noObject")
            #expect((odd.body["detail"] as? String)?.hasSuffix(".") == true)
            let full = Self.fire + String(repeating: " ", count: 100 - Self.fire.utf8.count)
            #expect(try await Self.ask(setting, full, token: token).status == 201)
            #expect(try await Self.ask(setting, full + " ", token: token).status == 413)
            for (path, method, status) in [
                ("/", "POST", 404), ("/v1/events", "GET", 405), ("/v1/events", "PUT", 405),
            ] {
                let answer = try await Self.ask(
                    setting, "", token: token, path: path, method: method)
                #expect(answer.status == status)
            }
        }
        #expect(try await setting.refusals().map(\.reason) == ["noObject"])
        #expect(try await setting.lines().count == 1)
    }

    @Test func `may be several lines, each judged by itself`() async throws {
        var limits = ReceptionLimits()
        limits.events.linesMax = 3
        let type = "application/x-ndjson; charset=utf-8"
        let other = #"{"id": "e2", "code": "301"}"#
        let setting = try await Self.run(limits: limits) { setting, token in
            let both = try await Self.ask(
                setting, "\(Self.fire)\n\(other)\n", token: token, type: type)
            #expect(both.status == 200)
            let mixed = try await Self.ask(
                setting, "\(Self.fire)\nnoise\n{\"id\": \"e3\", \"code\": \"302\"}", token: token,
                type: type)
            #expect(mixed.status == 422)
            let results = try #require(mixed.body["results"] as? [[String: Any]])
            #expect(results.map { $0["outcome"] as? String } == ["repeated", "refused", "stored"])
            #expect(results.map { $0["line"] as? Int } == [1, 2, 3])
            for body in ["", "1\n2\n3\n4\n"] {
                #expect(try await Self.ask(setting, body, token: token, type: type).status == 422)
            }
        }
        #expect(try await setting.lines().map(\.signal.code).sorted() == ["", "301", "302"])
    }

    @Test func `are not accepted while the store is down`() async throws {
        let isDown = Mutex(true)
        let setting = try await Self.run(
            store: { database in
                var store = AlarmStore(database)
                store.keep = { [keep = store.keep] frames in
                    if isDown.withLock({ $0 }) { throw Down() }
                    return try await keep(frames)
                }
                return store
            }
        ) { setting, token in
            let refused = try await Self.ask(setting, Self.fire, token: token)
            #expect(refused.status == 503)
            #expect(refused.head.contains("retry-after: 5"))
            isDown.withLock { $0 = false }
            #expect(try await Self.ask(setting, Self.fire, token: token).status == 201)
        }
        #expect(try await setting.lines().count == 1)
        #expect(setting.receiver.counts.unstored == 1)
    }

    @Test func `of one device are so many at once`() async throws {
        var limits = ReceptionLimits()
        limits.events.burst = 2
        let setting = try await Self.run(limits: limits) { setting, token in
            var statuses: [Int] = []
            for number in 1...3 {
                statuses.append(
                    try await Self.ask(
                        setting, "{\"id\": \"\(number)\", \"kind\": \"fault\"}", token: token
                    ).status)
            }
            #expect(statuses == [201, 201, 429])
        }
        #expect(try await setting.lines().count == 2)
    }

    @Test func `of one address come by so many connections`() async throws {
        var limits = ReceptionLimits()
        limits.connectionsPerAddressMax = 1
        let setting = try await Self.run(limits: limits) { setting, _ in
            let first = try RawConnection(port: setting.ports.http)
            first.send("POST /v1/events HTTP/1.1\r\nHost: thu\r\nContent-Length: 0\r\n\r\n")
            #expect(await first.receive(until: "\r\n\r\n").contains(" 401 "))
            let second = try RawConnection(port: setting.ports.http)
            #expect(await second.isClosedByPeer(withinSeconds: 30))
        }
        #expect(setting.receiver.counts.connectionsRefused == 1)
    }
}
