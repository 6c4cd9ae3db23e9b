import Domain
import Foundation
import HTTPTypes
import Storage
import TestSupport
import Testing
import Web

@Suite struct `Signing in` {
    @Test(arguments: TestEngine.available)
    func `opens the pages and signing out closes them`(engine: TestEngine) async throws {
        let site = try await TestSite.open(engine)
        try await site.visit { browser async throws in
            #expect(try await browser.get("/account").location == "/session?next=%2Faccount")
            let welcome = try await browser.signIn("police")
            #expect(welcome.status == .seeOther)
            #expect(welcome.location == "/work")
            #expect(try await browser.get("/account").status == .ok)
            #expect(try await browser.post("/session/end").status == .seeOther)
            #expect(browser.cookieNames.isEmpty)
            #expect(try await browser.get("/account").status == .seeOther)
        }
    }

    @Test func `leads back to where one wanted to go, and nowhere else`() async throws {
        let site = try await TestSite.open()
        try await site.visit { browser async throws in
            for (next, target) in [
                ("/journal?verb=plan.confirm", "/journal?verb=plan.confirm"),
                ("//evil.test", "/work"), ("https://evil.test", "/work"), ("/\\evil.test", "/work"),
                ("/a\r\nSet-Cookie: x=y", "/work"),
            ] {
                let answer = try await browser.another().post(
                    "/session",
                    [("login", "police"), ("password", TestSite.password), ("next", next)])
                #expect(answer.location == target)
            }
        }
    }

    @Test func `tells nobody which names exist`() async throws {
        let site = try await TestSite.open()
        try await site.visit { browser async throws in
            for attempt in 1...7 {
                let known = try await browser.signIn("police", "sai mật khẩu \(attempt)")
                let unknown = try await browser.signIn("nobody", "sai mật khẩu \(attempt)")
                #expect(known.status == unknown.status)
                #expect(
                    known.text.replacingOccurrences(of: "police", with: "nobody") == unknown.text)
                let isWaiting = attempt >= SignInRules.failuresFree
                #expect(known.status == (isWaiting ? .tooManyRequests : .unprocessableContent))
            }
        }
    }

    @Test func `waits after five wrong passwords, then welcomes the right one`() async throws {
        let site = try await TestSite.open()
        try await site.visit { browser async throws in
            for _ in 1...SignInRules.failuresFree { try await browser.signIn("police", "sai") }
            let refused = try await browser.signIn("police")
            #expect(refused.status == .tooManyRequests)
            #expect(refused.text.contains("Hãy thử lại sau 30 giây."))
            #expect(refused.headers[.retryAfter] == "30")
            site.clock.pass(seconds: 30)
            #expect(try await browser.signIn("police").status == .seeOther)
        }
        let failures = try await site.database.read {
            try $0.account(login: "police").failedAttempts
        }
        #expect(failures == 0)
        let refusals = try await site.database.read { tx in
            try tx.journal(
                JournalFilter(verb: "session.refused"), limit: 100,
                by: site.ward.officer(.administrator))
        }
        #expect(refusals.count == SignInRules.failuresFree)
    }

    @Test func `from one address fails thirty times a quarter of an hour, whatever the names`()
        async throws
    {
        let site = try await TestSite.open()
        try await site.visit { browser async throws in
            for number in 0..<30 {
                let answer = try await browser.signIn("no\(number)", "sai")
                #expect(answer.status == .unprocessableContent)
            }
            #expect(try await browser.signIn("police").status == .tooManyRequests)
            site.clock.pass(seconds: 60)
            #expect(try await browser.signIn("police").status == .seeOther)
        }
    }

    @Test func `is closed to a locked account, which only the right password is told`()
        async throws
    {
        let site = try await TestSite.open()
        let police = site.ward.officer(.police).id
        try await site.database.write { tx in
            try tx.lockAccount(police, ward: TestWard.code, by: nil, origin: "test")
        }
        try await site.visit { browser async throws in
            #expect(try await browser.signIn("police").text.contains("đang bị khóa"))
            #expect(try await !browser.signIn("police", "sai").text.contains("đang bị khóa"))
        }
    }

    @Test func `makes a new session each time and ends the one before`() async throws {
        let site = try await TestSite.open()
        try await site.visit { browser async throws in
            try await browser.signIn("police")
            let first = try await browser.formToken()
            try await browser.signIn("police")
            #expect(try await browser.formToken() != first)
        }
        let officer = site.ward.officer(.police)
        let sessions = try await site.database.read {
            try $0.sessions(of: officer.id, ward: officer.ward)
        }
        #expect(sessions.count == 1)
    }

    @Test func `over https hardens cookies and asks for https only`() async throws {
        let site = try await TestSite.open(address: "https://canhlua.test")
        try await site.visit { browser async throws in
            let answer = try await browser.signIn("police")
            let cookie = answer.headers[.setCookie] ?? ""
            #expect(cookie.hasPrefix("__Host-canhlua="))
            for attribute in ["Secure", "HttpOnly", "SameSite=Lax", "Path=/"] {
                #expect(cookie.contains(attribute))
            }
            #expect(answer.headers[.strictTransportSecurity] == "max-age=31536000")
        }
        let plain = try await TestSite.open()
        try await plain.visit { browser async throws in
            #expect(try await browser.get("/session").headers[.strictTransportSecurity] == nil)
        }
    }
}

@Suite struct `A form from elsewhere` {
    @Test func `is refused without the session's token`() async throws {
        let site = try await TestSite.open()
        try await site.visit { browser async throws in
            try await browser.signIn("police")
            #expect(try await browser.post("/session/end", token: "").status == .forbidden)
            #expect(try await browser.post("/session/end", token: "x").status == .forbidden)
            #expect(try await browser.get("/account").status == .ok)
        }
    }

    @Test(arguments: [
        ("https://evil.test", false), ("null", false), ("http://canhlua.test.evil.test", false),
        ("http://canhlua.test", true),
    ])
    func `is known by its origin`(origin: String, isOurs: Bool) async throws {
        let site = try await TestSite.open()
        try await site.visit { browser async throws in
            let answer = try await browser.post(
                "/session", [("login", "police"), ("password", TestSite.password)],
                [.origin: origin])
            #expect((answer.status == .seeOther) == isOurs)
        }
    }

    @Test func `is known by what the browser says of it`() async throws {
        let site = try await TestSite.open()
        let name = try #require(HTTPField.Name("Sec-Fetch-Site"))
        try await site.visit { browser async throws in
            let answer = try await browser.post(
                "/session", [("login", "police"), ("password", TestSite.password)],
                [name: "cross-site"])
            #expect(answer.status == .forbidden)
        }
    }
}
