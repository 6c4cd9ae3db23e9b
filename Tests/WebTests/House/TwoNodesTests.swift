import Domain
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import Storage
import TestSupport
import Testing
import Web

@Suite struct `Two nodes over one store` {
    @Test(arguments: TestEngine.available)
    func `know each other's sessions`(engine: TestEngine) async throws {
        let databases = try await engine.openTwice()
        let hash = try await Password.hash(TestSite.password, cost: .trifling)
        _ = try await TestWard.make(in: databases.0, passwordHash: hash)
        func node(_ database: Database) throws -> Application<WebApplication> {
            let site = try Site(
                database: database, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
                address: "http://canhlua.test", limits: RateLimits(perSecond: 0),
                passwordCost: .trifling)
            return Application(responder: WebApplication(site: site))
        }
        let (first, second) = (try node(databases.0), try node(databases.1))
        try await first.test(.router) { one in
            try await second.test(.router) { other in
                let browser = Browser(client: one)
                try await browser.signIn("office")
                #expect(try await browser.get("/work").status == .ok)
                let moved = browser.moved(to: other)
                #expect(try await moved.get("/work").status == .ok)
                // A form that the first node made is taken by the other.
                let token = try await browser.formToken()
                let sent = try await moved.post(
                    "/documents",
                    [
                        ("kind", "plan"), ("number", "18/KH-UBND"), ("title", "Kế hoạch"),
                        ("level", "province"),
                    ], token: token)
                #expect(sent.status == .seeOther)
                #expect(try await browser.get("/documents").text.contains("18/KH-UBND"))
                try await moved.post("/session/end", token: token)
                #expect(try await browser.get("/work").status == .seeOther)
            }
        }
    }
}
