import Domain
import Foundation
import HTTPTypes
import Storage
import TestSupport
import Testing
import Web

@Suite struct `A person's own account` {
    private static let better = "mưa rào trên mái tôn"

    private func change(
        _ browser: Browser, from current: String = TestSite.password, to password: String,
        again: String? = nil
    ) async throws -> Browser.Answer {
        try await browser.post(
            "/account/password",
            [("current", current), ("password", password), ("again", again ?? password)])
    }

    @Test func `shows the telephone number that an administrator keeps, to nobody else`()
        async throws
    {
        let site = try await TestSite.open()
        try await site.visit { administrator async throws in
            try await administrator.signIn("administrator")
            let police = site.ward.officer(.police)
            func change(_ phone: String, version: String) async throws -> Browser.Answer {
                try await administrator.post(
                    "/accounts/\(police.id)",
                    [
                        ("version", version), ("name", police.name), ("role", "police"),
                        ("unit", police.unit ?? ""), ("phone", phone),
                    ])
            }
            let refused = try await change("09123", version: "1")
            #expect(refused.status == .unprocessableContent)
            #expect(refused.text.contains("f-phone-refusal"))
            #expect(refused.text.contains("value=\"09123\""))
            #expect(try await change("+84 912 000 008", version: "1").status == .seeOther)
            let shown = "0912 000 008"
            #expect(try await administrator.get("/accounts/\(police.id)").text.contains(shown))
            #expect(
                try await administrator.get("/accounts/\(police.id)/edit").text.contains(
                    "value=\"\(shown)\""))
            #expect(try await !administrator.get("/journal").text.contains("000 008"))
            let own = administrator.another()
            try await own.signIn("police")
            #expect(try await own.get("/account").text.contains(shown))
            let other = administrator.another()
            try await other.signIn("chairman")
            #expect(try await other.get("/accounts/\(police.id)").status == .forbidden)
            // Left out of the form, it is no longer kept.
            #expect(try await change("", version: "2").status == .seeOther)
            #expect(try await own.get("/account").text.contains("không nhận tin nhắn báo cháy"))
        }
    }

    @Test func `takes a new password and signs out elsewhere`() async throws {
        let site = try await TestSite.open()
        try await site.visit { browser async throws in
            let other = browser.another()
            try await browser.signIn("police")
            try await other.signIn("police")
            let before = try await browser.formToken()
            #expect(
                try await change(browser, to: Self.better).location
                    == "/account?done=passwordChanged")
            #expect(try await browser.get("/account").status == .ok)
            #expect(try await browser.formToken() != before)
            #expect(try await other.get("/account").status == .seeOther)
            #expect(try await other.signIn("police").status == .unprocessableContent)
            #expect(try await other.signIn("police", Self.better).status == .seeOther)
        }
    }

    @Test func `refuses a wrong old password, a weak one, two that differ, and the same`()
        async throws
    {
        let site = try await TestSite.open()
        try await site.visit { browser async throws in
            try await browser.signIn("police")
            let answers = [
                try await change(browser, from: "sai", to: Self.better),
                try await change(browser, to: "matkhau123456"),
                try await change(browser, to: Self.better, again: "khác"),
                try await change(browser, to: TestSite.password),
            ]
            #expect(answers.map(\.status) == Array(repeating: .unprocessableContent, count: 4))
            #expect(answers[0].text.contains("f-current-refusal"))
            #expect(answers[1].text.contains("quá dễ đoán"))
            #expect(answers[2].text.contains("f-again-refusal"))
        }
    }

    @Test func `must be given an own password after a reset, before anything else`() async throws {
        let site = try await TestSite.open()
        try await site.visit { administrator async throws in
            try await administrator.signIn("administrator")
            let id = site.ward.officer(.police).id
            let page = try await administrator.post("/accounts/\(id)/reset")
            let found = page.text.firstMatch(of: /<p class="secret">([a-z0-9-]+)<\/p>/)
            let password = try #require(found.map { String($0.1) })
            let police = administrator.another()
            #expect(try await police.signIn("police", password).status == .seeOther)
            #expect(try await police.get("/account").location == "/account/password")
            let changed = try await change(police, from: password, to: Self.better)
            #expect(changed.status == .seeOther)
            #expect(try await police.get("/account").status == .ok)
        }
    }

    @Test(arguments: TestEngine.available)
    func `asks for the telephone's code once it is enrolled`(engine: TestEngine) async throws {
        let site = try await TestSite.open(engine)
        try await site.visit { browser async throws in
            try await browser.signIn("police")
            let codes = try await enrol(browser, site)
            #expect(codes.count == RecoveryCode.count)
            let secret = try await secret(site)
            site.clock.pass(seconds: OneTimeCode.stepSeconds)

            let other = browser.another()
            #expect(try await other.signIn("police").location == "/session/code")
            #expect(try await other.get("/account").status == .seeOther)
            let code = try #require(OneTimeCode.code(secret: secret, at: site.clock.now))
            #expect(try await enter("000000", other).status == .unprocessableContent)
            #expect(try await enter(code, other).status == .seeOther)
            #expect(try await other.get("/account").status == .ok)

            let third = browser.another()
            try await third.signIn("police")
            #expect(try await enter(code, third).status == .unprocessableContent)
            #expect(try await enter(codes[0], third).status == .seeOther)
            let fourth = browser.another()
            try await fourth.signIn("police")
            #expect(try await enter(codes[0], fourth).status == .unprocessableContent)
            site.clock.pass(seconds: SignInRules.stepSecondsMax)
            #expect(try await enter(codes[1], fourth).location == "/session")
        }
    }

    @Test func `forgets the telephone for who knows the password`() async throws {
        let site = try await TestSite.open()
        try await site.visit { browser async throws in
            try await browser.signIn("police")
            _ = try await enrol(browser, site)
            let wrong = try await browser.post("/account/telephone/end", [("end", "sai")])
            #expect(wrong.status == .unprocessableContent)
            try await browser.post("/account/telephone/end", [("end", TestSite.password)])
            #expect(try await browser.another().signIn("police").location == "/work")
        }
    }

    @Test func `ends other browsers, singly or together`() async throws {
        let site = try await TestSite.open()
        try await site.visit { browser async throws in
            let others = [browser.another(), browser.another()]
            try await browser.signIn("police")
            for other in others { try await other.signIn("police") }
            let page = try await browser.get("/account").text
            let found = page.firstMatch(of: /action="(\/account\/sessions\/[0-9a-f-]+\/end)"/)
            try await browser.post(try #require(found.map { String($0.1) }))
            let alive = try await others.asyncMap { try await $0.get("/account").status == .ok }
            #expect(alive.filter { $0 }.count == 1)
            try await browser.post("/account/sessions/end")
            for other in others {
                #expect(try await other.get("/account").status == .seeOther)
            }
        }
    }

    private func secret(_ site: TestSite) async throws -> String {
        let secret = try await site.database.read { tx in
            let account = try tx.account(login: "police")
            return try (account.oneTimeSecret ?? account.oneTimeSecretPending).map {
                try tx.plain($0, of: account)
            }
        }
        return try #require(secret)
    }

    private func enter(_ code: String, _ browser: Browser) async throws -> Browser.Answer {
        try await browser.post("/session/code", [("code", code)], token: "")
    }

    /// - Returns: the codes on paper.
    private func enrol(_ browser: Browser, _ site: TestSite) async throws -> [String] {
        try await browser.post("/account/telephone", [("start", TestSite.password)])
        let secret = try await secret(site)
        let code = try #require(OneTimeCode.code(secret: secret, at: site.clock.now))
        let page = try await browser.post("/account/telephone/confirm", [("code", code)])
        return page.text.matches(of: /<li class="secret">([a-z0-9-]+)<\/li>/).map { String($0.1) }
    }
}

extension Array {
    fileprivate func asyncMap<Value>(
        _ transform: (Element) async throws -> Value
    ) async throws -> [Value] {
        var values: [Value] = []
        for element in self { values.append(try await transform(element)) }
        return values
    }
}
