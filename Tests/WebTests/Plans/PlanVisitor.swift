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

/// The pages over a store of their own, and somebody of a role who walks them.
struct PlanVisitor: Sendable {
    let database: Database
    let ward: TestWard
    let site: Site

    init() async throws {
        database = try await TestEngine.sqlite.open()
        ward = try await TestWard.make(in: database)
        site = try Site(
            database: database, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
            address: "http://localhost", limits: RateLimits(perSecond: 0))
    }

    struct Answer: Sendable {
        let status: Int
        let location: String
        let body: String
    }

    private func session(of role: Role) async throws -> String {
        let token = "token-\(role.rawValue)"
        try await database.write { tx in
            guard try tx.sessionIfAny(token: token, address: "") == nil,
                let account = try tx.accountIfAny(login: role.rawValue)
            else { return }
            try tx.addSession(
                token: token, formToken: "form-\(role.rawValue)", for: account, address: "",
                agent: "test")
        }
        return token
    }

    func get(_ path: String, as role: Role) async throws -> Answer {
        try await send(.get, path, as: role, contentType: nil, body: [])
    }

    func post(
        _ path: String, _ fields: [(String, String)], as role: Role
    ) async throws -> Answer {
        let pairs = fields + [("_token", "form-\(role.rawValue)")]
        let body = pairs.map { "\($0.0)=\(Self.encoded($0.1))" }.joined(separator: "&")
        return try await send(
            .post, path, as: role, contentType: "application/x-www-form-urlencoded",
            body: Array(body.utf8))
    }

    /// A form with one file, as a browser sends it.
    func upload(
        _ path: String, _ content: [UInt8], name: String, fields: [(String, String)] = [],
        as role: Role
    ) async throws -> Answer {
        let edge = "-----test"
        let others = fields.map {
            "--\(edge)\r\nContent-Disposition: form-data; name=\"\($0.0)\"\r\n\r\n\($0.1)\r\n"
        }.joined()
        let head = """
            --\(edge)\r\nContent-Disposition: form-data; name="_token"\r\n\r\nform-\(role.rawValue)\r\n\
            --\(edge)\r\nContent-Disposition: form-data; name="file"; filename="\(name)"\r\n\
            Content-Type: text/plain\r\n\r\n
            """
        return try await send(
            .post, path, as: role, contentType: "multipart/form-data; boundary=\(edge)",
            body: Array((others + head).utf8) + content + Array("\r\n--\(edge)--\r\n".utf8))
    }

    private func send(
        _ method: HTTPRequest.Method, _ path: String, as role: Role, contentType: String?,
        body: [UInt8]
    ) async throws -> Answer {
        var headers: HTTPFields = [.cookie: "canhlua=\(try await session(of: role))"]
        if let contentType { headers[.contentType] = contentType }
        let fields = headers
        let application = Application(responder: WebApplication(site: site))
        return try await application.test(.router) { client in
            try await client.execute(
                uri: path, method: method, headers: fields, body: ByteBuffer(bytes: body)
            ) { response in
                Answer(
                    status: response.status.code, location: response.headers[.location] ?? "",
                    body: String(buffer: response.body))
            }
        }
    }

    private static func encoded(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    }

    /// A draft of the test plan.
    func addDraft(lacksLead: Bool = false) async throws -> String {
        let office = ward.officer(.office)
        return try await database.write {
            try $0.addPlan(TestPlan.intake(lacksLead: lacksLead), by: office)
        }
    }

    func task(_ code: String, of plan: String) async throws -> PlanTask {
        let office = ward.officer(.office)
        let tasks = try await database.read { tx in
            try tx.tasks(of: try tx.plan(plan, for: office), withEnded: true, for: office)
        }
        return try #require(tasks.first { $0.code == code })
    }

    func plan(_ id: String) async throws -> Plan {
        let office = ward.officer(.office)
        return try await database.read { try $0.plan(id, for: office) }
    }
}
