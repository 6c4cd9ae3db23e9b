import Domain
import HTTPTypes
import HummingbirdTesting
import Storage
import TestSupport
import Testing
import Web

/// Every address of the product is asked as a stranger and in each role.
@Suite struct `Every address` {
    /// Forms that a stranger sends; what proves their intent stands in `SessionCookie`.
    private static let strangersForms: Set<String> = ["/session", "/session/code"]

    /// An address with identifiers of nothing in place of its parameters.
    private static func path(of route: Route) -> String {
        route.path.replacing(/\{[^}]+\}/, with: "0199aaaa-bbbb-7ccc-8ddd-eeeeeeeeeeee")
    }

    /// What people use; programs with a key have their own addresses.
    private static let pages = Routes.all.filter {
        $0.access != .key && $0.access != .signed
    }

    private static func isAllowed(_ access: Route.Access, to role: Role) -> Bool {
        switch access {
        case .anyone, .signedIn: true
        case .key, .signed: false
        case .permission, .development: access.permission.map { role.may($0) } ?? true
        }
    }

    @Test func `is asked once for each method`() {
        let names = Routes.all.map { "\($0.method) \($0.path.replacing(/\{[^}]+\}/, with: "{}"))" }
        #expect(Set(names).count == names.count)
        #expect(Self.pages.allSatisfy { $0.method == .get || $0.method == .post })
    }

    @Test func `sends a stranger to sign in unless it is open`() async throws {
        let site = try await TestSite.open()
        try await site.visit { browser async throws in
            for route in Self.pages {
                let path = Self.path(of: route)
                let answer =
                    route.method == .get
                    ? try await browser.get(path)
                    : try await browser.another().post(path, token: "")
                if route.access == .anyone {
                    #expect(answer.status.code < 500, "\(route.method) \(path)")
                } else {
                    #expect(answer.status == .seeOther, "\(route.method) \(path)")
                    #expect(answer.location.hasPrefix("/session"), "\(route.method) \(path)")
                }
            }
        }
    }

    @Test func `for programs refuses who has no key, signed in or not`() async throws {
        let site = try await TestSite.open()
        try await site.visit { browser async throws in
            try await browser.signIn("administrator")
            for route in Routes.all where route.access == .key {
                let answer = try await browser.client.executeRequest(
                    uri: Self.path(of: route), method: route.method, headers: [:], body: nil)
                #expect(answer.status == .unauthorized, "\(route.method) \(route.path)")
            }
        }
    }

    @Test(arguments: Role.allCases)
    func `answers a role as its declared access says`(role: Role) async throws {
        let site = try await TestSite.open()
        try await site.visit { browser async throws in
            try await browser.signIn(role.rawValue)
            for route in Self.pages where route.method == .get && route.path != "/" {
                let answer = try await browser.get(Self.path(of: route))
                let place = "\(route.path) as \(role)"
                #expect(answer.status.code < 500, "\(place)")
                if Self.isAllowed(route.access, to: role) {
                    #expect(!answer.location.hasPrefix("/session?next"), "\(place)")
                } else {
                    #expect(answer.status == .forbidden, "\(place)")
                }
            }
        }
    }

    @Test(arguments: Role.allCases)
    func `refuses a form to a role that may not send it`(role: Role) async throws {
        let site = try await TestSite.open()
        try await site.visit { browser async throws in
            try await browser.signIn(role.rawValue)
            let token = try await browser.formToken()
            for route in Self.pages
            where route.method == .post && !Self.isAllowed(route.access, to: role) {
                let answer = try await browser.post(Self.path(of: route), token: token)
                #expect(answer.status == .forbidden, "\(route.path) as \(role)")
            }
        }
    }

    @Test func `refuses every form without the session's token`() async throws {
        let site = try await TestSite.open()
        try await site.visit { browser async throws in
            for role in Role.allCases {
                let browser = browser.another()
                try await browser.signIn(role.rawValue)
                for route in Self.pages
                where route.method == .post && !Self.strangersForms.contains(route.path) {
                    let answer = try await browser.post(Self.path(of: route), token: "")
                    #expect(answer.status == .forbidden, "\(route.path) as \(role)")
                }
            }
        }
    }

    @Test func `survives an empty form from who may send it`() async throws {
        let site = try await TestSite.open()
        try await site.visit { browser async throws in
            for route in Self.pages where route.method == .post {
                guard let role = Role.allCases.last(where: { Self.isAllowed(route.access, to: $0) })
                else { continue }
                let browser = browser.another()
                try await browser.signIn(role.rawValue)
                let answer = try await browser.post(Self.path(of: route))
                #expect(answer.status.code < 500, "\(route.path) as \(role)")
            }
        }
        let broken = try await site.database.read {
            try $0.firstBrokenJournalRow(ward: TestWard.code)
        }
        #expect(broken == nil)
    }

    @Test func `protects its pages`() async throws {
        let site = try await TestSite.open()
        try await site.visit { browser async throws in
            for path in ["/session", "/nowhere", "/account"] {
                let headers = try await browser.get(path).headers
                let policy = headers[.contentSecurityPolicy] ?? ""
                #expect(policy.hasPrefix("default-src 'none'"))
                #expect(!policy.contains("unsafe"))
                #expect(headers[.xContentTypeOptions] == "nosniff")
                #expect(headers[.cacheControl] == "no-store")
            }
        }
    }
}
