import Domain
import HTTPTypes
import TestSupport
import Testing
import Web

@Suite struct `Asking too often` {
    private let start = Instant(milliseconds: 1_795_226_400_000)

    @Test func `empties a bucket that fills with time`() {
        let limiter = RateLimiter(burst: 3, perSecond: 0.5)
        let waits = (0..<5).map { _ in limiter.waitSeconds(for: "a", at: start) }
        #expect(waits == [nil, nil, nil, 2, 2])
        #expect(limiter.waitSeconds(for: "a", at: start.adding(seconds: 1)) == 1)
        #expect(limiter.waitSeconds(for: "a", at: start.adding(seconds: 2)) == nil)
        #expect(limiter.waitSeconds(for: "a", at: start.adding(seconds: 2)) == 2)
        let muchLater = start.adding(seconds: 1000)
        #expect(
            (0..<4).map { _ in limiter.waitSeconds(for: "a", at: muchLater) } == [nil, nil, nil, 2])
    }

    @Test func `does not hurt when the clock goes back`() {
        let limiter = RateLimiter(burst: 1, perSecond: 1)
        #expect(limiter.waitSeconds(for: "a", at: start) == nil)
        #expect(limiter.waitSeconds(for: "a", at: start.adding(seconds: -100)) == 1)
    }

    @Test func `is answered with a page that says when to come back`() async throws {
        let site = try await TestSite.open(limits: RateLimits(perSecond: 1))
        try await site.visit { browser async throws in
            for _ in 0..<10 { #expect(try await browser.get("/session").status == .ok) }
            let refused = try await browser.get("/session")
            #expect(refused.status == .tooManyRequests)
            #expect(refused.text.contains("Hãy thử lại sau 1 giây."))
            #expect(refused.headers[.retryAfter] == "1")
            site.clock.pass(seconds: 1)
            #expect(try await browser.get("/session").status == .ok)
        }
    }
}

@Suite struct `The client's address` {
    private let proxies: Set<String> = ["10.0.0.1", "10.0.0.2"]

    @Test func `is the peer's where no proxy stands`() {
        #expect(ClientAddress.of(peer: "1.2.3.4", forwarded: ["6.6.6.6"], proxies: []) == "1.2.3.4")
        #expect(
            ClientAddress.of(peer: "1.2.3.4", forwarded: ["6.6.6.6"], proxies: proxies)
                == "1.2.3.4")
    }

    @Test func `is the last that a trusted proxy saw, not what the client claims`() {
        #expect(
            ClientAddress.of(
                peer: "10.0.0.1", forwarded: ["6.6.6.6, 1.2.3.4"], proxies: proxies) == "1.2.3.4")
        #expect(
            ClientAddress.of(
                peer: "10.0.0.1", forwarded: ["6.6.6.6", "1.2.3.4, 10.0.0.2"], proxies: proxies)
                == "1.2.3.4")
        #expect(
            ClientAddress.of(peer: "10.0.0.1", forwarded: ["2001:db8::7"], proxies: proxies)
                == "2001:db8::7")
    }

    @Test func `is the proxy's where it says nothing of use`() {
        for forwarded in [[], ["unknown"], ["<script>"], ["10.0.0.2"]] {
            #expect(
                ClientAddress.of(peer: "10.0.0.1", forwarded: forwarded, proxies: proxies)
                    == "10.0.0.1")
        }
    }
}
