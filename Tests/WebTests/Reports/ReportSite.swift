import Domain
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import NIOCore
import Storage
import TestSupport
import Testing
import Web

/// The pages over a confirmed plan with two report duties.
struct ReportSite: Sendable {
    static let password = "canh lua thu 2026"

    let setting: ReportSetting
    let application: Application<WebApplication>

    var ward: TestWard { setting.ward }
    var plan: String { setting.plan }
    var period: String { setting.period }
    var wardPeriod: String { setting.wardPeriod }
    var database: Database { setting.database }

    static func open() async throws -> ReportSite {
        let database = try await TestEngine.sqlite.open()
        let setting = try await ReportSetting.make(
            in: database, passwordHash: try await Password.hash(password, cost: .trifling))
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        let site = try Site(database: database, logger: logger, address: "http://localhost")
        return ReportSite(
            setting: setting, application: Application(responder: WebApplication(site: site)))
    }
}

extension ReportSite {
    /// Another place over the same pages, with somebody of its office.
    func addPlace(_ code: String, login: String) async throws {
        let hash = try await Password.hash(Self.password, cost: .trifling)
        try await database.write { tx in
            try tx.addWard(code: code, name: "Trên", kind: "phường", province: "tỉnh Thử")
            let unit = try tx.addUnit("Văn phòng", kind: .office, members: [], ward: code, by: nil)
            _ = try tx.addAccount(
                NewAccount(
                    login: login, name: "Người Nhận", role: .office, unit: unit,
                    passwordHash: hash), ward: code, by: nil)
        }
    }
}

/// A signed-in person with a browser.
struct ReportVisitor {
    private let client: any TestClientProtocol
    private let cookie: String
    private let token: String

    /// - Parameter login: nil: the usual ward's person of the role.
    init(
        _ client: any TestClientProtocol, _ role: Role, login: String? = nil
    ) async throws {
        self.client = client
        let body = "login=\(login ?? role.rawValue)&password=\(Self.encoded(ReportSite.password))"
        let answer = try await client.executeRequest(
            uri: "/session", method: .post,
            headers: [.contentType: "application/x-www-form-urlencoded"],
            body: ByteBuffer(string: body))
        let line = try #require(answer.headers[.setCookie])
        cookie = String(line.prefix { $0 != ";" })
        let page = try await client.executeRequest(
            uri: "/reports", method: .get, headers: [.cookie: cookie], body: nil)
        let match = String(buffer: page.body).firstMatch(of: /name="_token" value="([a-z0-9]+)"/)
        token = String(try #require(match).1)
    }

    private func fetch(_ path: String) async throws -> TestResponse {
        try await client.executeRequest(
            uri: path, method: .get, headers: [.cookie: cookie], body: nil)
    }

    func get(_ path: String) async throws -> String {
        let answer = try await fetch(path)
        #expect(answer.status == .ok)
        return String(buffer: answer.body)
    }

    func status(_ path: String) async throws -> HTTPResponse.Status {
        try await fetch(path).status
    }

    func download(_ path: String) async throws -> [UInt8] {
        let answer = try await fetch(path)
        #expect(answer.status == .ok)
        return Array(answer.body.readableBytesView)
    }

    @discardableResult
    func post(
        _ path: String, _ fields: [(String, String)]
    ) async throws -> (status: HTTPResponse.Status, text: String, location: String?) {
        let body = (fields + [("_token", token)]).map {
            "\($0.0)=\(Self.encoded($0.1))"
        }.joined(separator: "&")
        let answer = try await client.executeRequest(
            uri: path, method: .post,
            headers: [
                .cookie: cookie, .contentType: "application/x-www-form-urlencoded",
            ], body: ByteBuffer(string: body))
        return (answer.status, String(buffer: answer.body), answer.headers[.location])
    }

    /// Sends a form with a file.
    func upload(
        _ path: String, _ name: String, _ file: [UInt8], _ fields: [(String, String)] = []
    ) async throws -> (status: HTTPResponse.Status, text: String, location: String?) {
        let edge = "----edge"
        let others = (fields + [("_token", token)]).map {
            "--\(edge)\r\nContent-Disposition: form-data; name=\"\($0.0)\"\r\n\r\n\($0.1)\r\n"
        }.joined()
        let head =
            "--\(edge)\r\nContent-Disposition: form-data; name=\"\(name)\"; filename=\"goi.json\"\r\nContent-Type: application/json\r\n\r\n"
        let body = Array((others + head).utf8) + file + Array("\r\n--\(edge)--\r\n".utf8)
        let answer = try await client.executeRequest(
            uri: path, method: .post,
            headers: [
                .cookie: cookie, .contentType: "multipart/form-data; boundary=\(edge)",
            ], body: ByteBuffer(bytes: body))
        return (answer.status, String(buffer: answer.body), answer.headers[.location])
    }

    /// Begins the report of a period.
    ///
    /// - Returns: its address.
    func startReport(ofPeriod period: String) async throws -> String {
        let started = try await post(
            "/reports/papers", [("kind", "plan_year"), ("period", period)])
        return try #require(started.location)
    }

    private static func encoded(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    }
}
