import Domain
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import NIOCore
import Storage
import Synchronization
import TestSupport
import Testing
import Web

/// The product on an empty store with a person for each role, and a clock that a test turns.
final class TestSite: Sendable {
    static let password = "gà gáy ba hồi"

    let database: Database
    let ward: TestWard
    let site: Site
    let clock: TestClock

    static func open(
        _ engine: TestEngine = .sqlite, address: String = "http://canhlua.test",
        limits: RateLimits = RateLimits(perSecond: 0), isDevelopment: Bool = false,
        importPatience: Duration = .seconds(600), deskPatience: Duration = .zero,
        callSecret: String? = nil, trustedProxies: Set<String> = []
    ) async throws -> TestSite {
        let clock = TestClock()
        let database = try await engine.open { clock.now }
        let hash = try await Password.hash(password, cost: .trifling)
        let ward = try await TestWard.make(in: database, passwordHash: hash)
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        let site = try Site(
            database: database, logger: logger, address: address, isDevelopment: isDevelopment,
            trustedProxies: trustedProxies, limits: limits, passwordCost: .trifling,
            importPatience: importPatience,
            deskPatience: deskPatience, callSecret: callSecret)
        return TestSite(database: database, ward: ward, site: site, clock: clock)
    }

    private init(database: Database, ward: TestWard, site: Site, clock: TestClock) {
        self.database = database
        self.ward = ward
        self.site = site
        self.clock = clock
    }

    /// Runs a conversation with the site.
    func visit<Value: Sendable>(
        _ body: @escaping @Sendable (Browser) async throws -> Value
    ) async throws -> Value {
        let application = Application(responder: WebApplication(site: site))
        return try await application.test(.router) { client in
            try await body(Browser(client: client))
        }
    }
}

/// A clock that a test turns.
final class TestClock: Sendable {
    private let time = Mutex(TestEngine.moment)
    var now: Instant { time.withLock { $0 } }
    func pass(seconds: Int64) { time.withLock { $0 = $0.adding(seconds: seconds) } }
}

/// Keeps cookies and form tokens as a browser does.
final class Browser: Sendable {
    let client: any TestClientProtocol
    private let cookies = Mutex<[String: String]>([:])

    init(client: any TestClientProtocol) { self.client = client }

    /// Another browser at the same site.
    func another() -> Browser { Browser(client: client) }

    /// The same browser, its cookies with it, before another node.
    func moved(to client: any TestClientProtocol) -> Browser {
        let browser = Browser(client: client)
        let all = cookies.withLock { $0 }
        browser.cookies.withLock { $0 = all }
        return browser
    }

    /// As a request writes them.
    var cookieHeader: String {
        cookies.withLock { all in
            all.map { "\($0.key)=\($0.value)" }.sorted().joined(separator: "; ")
        }
    }

    var cookieNames: Set<String> { cookies.withLock { Set($0.keys) } }

    struct Answer: Sendable {
        let status: HTTPResponse.Status
        let headers: HTTPFields
        let bytes: [UInt8]

        var text: String { String(decoding: bytes, as: UTF8.self) }
        var location: String { headers[.location] ?? "" }
    }

    @discardableResult
    func get(_ path: String, _ headers: HTTPFields = [:]) async throws -> Answer {
        try await send(path, .get, headers, nil)
    }

    /// Sends a form, with the token of the session unless told otherwise.
    @discardableResult
    func post(
        _ path: String, _ fields: [(String, String)] = [], token: String? = nil,
        _ headers: HTTPFields = [:]
    ) async throws -> Answer {
        let token = try await token == nil ? formToken() : token
        let pairs = fields + (token.map { [("_token", $0)] } ?? [])
        let body = pairs.map { "\(Self.encoded($0.0))=\(Self.encoded($0.1))" }
            .joined(separator: "&")
        var headers = headers
        headers[.contentType] = "application/x-www-form-urlencoded"
        return try await send(path, .post, headers, ByteBuffer(string: body))
    }

    /// Sends a form with one file.
    @discardableResult
    func upload(
        _ path: String, _ content: [UInt8], name: String, field: String = "file"
    ) async throws -> Answer {
        let edge = "-----browser"
        let head = """
            --\(edge)\r\nContent-Disposition: form-data; name="_token"\r\n\r\n\
            \(try await formToken() ?? "")\r\n\
            --\(edge)\r\nContent-Disposition: form-data; name="\(field)"; filename="\(name)"\r\n\
            Content-Type: application/octet-stream\r\n\r\n
            """
        return try await send(
            path, .post, [.contentType: "multipart/form-data; boundary=\(edge)"],
            ByteBuffer(bytes: Array(head.utf8) + content + Array("\r\n--\(edge)--\r\n".utf8)))
    }

    @discardableResult
    func signIn(_ login: String, _ password: String = TestSite.password) async throws -> Answer {
        try await post("/session", [("login", login), ("password", password), ("next", "")])
    }

    /// The token that stands in the header's form for signing out; nil for a stranger.
    func formToken() async throws -> String? {
        guard !cookieNames.isEmpty else { return nil }
        let page = try await get("/account/password").text
        return page.firstMatch(of: /name="_token" value="([a-z0-9]+)"/).map { String($0.1) }
    }

    private func send(
        _ path: String, _ method: HTTPRequest.Method, _ headers: HTTPFields, _ body: ByteBuffer?
    ) async throws -> Answer {
        var headers = headers
        let cookie = cookieHeader
        if !cookie.isEmpty { headers[.cookie] = cookie }
        let response = try await client.executeRequest(
            uri: path, method: method, headers: headers, body: body)
        for line in response.headers[values: .setCookie] { keep(line) }
        return Answer(
            status: response.status, headers: response.headers,
            bytes: Array(buffer: response.body))
    }

    private func keep(_ line: String) {
        let pair = line.prefix { $0 != ";" }.split(
            separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard pair.count == 2 else { return }
        cookies.withLock { $0[String(pair[0])] = pair[1].isEmpty ? nil : String(pair[1]) }
    }

    private static func encoded(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    }
}
