import Domain
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import NIOCore
import Storage
import TestSupport
import Web

/// A site with a ward, a plan in force and somebody signed in for every role.
struct WorkSite {
    let database: Database
    let ward: TestWard
    let plan: String
    let app: any ApplicationProtocol

    static func make() async throws -> WorkSite {
        let database = try await TestEngine.sqlite.open()
        let ward = try await TestWard.make(in: database)
        let plan = try await TestWork.make(
            in: database,
            [
                TestTask(
                    "1", "Rà soát cơ sở", leads: [ward.police], partners: [ward.division],
                    deadlines: [Deadline(text: "đến 24/11/2026", type: .by, date: "2026-11-24")]),
                TestTask(
                    "2", "Tuyên truyền tới hộ", leads: [ward.allGroups],
                    deadlines: [Deadline(text: "đến 10/11/2026", type: .by, date: "2026-11-10")]),
                TestTask("3", "Xây bể nước"),
            ])
        try await database.write { tx in
            try tx.makeAssignments(ofPlan: plan, by: ward.officer(.office))
            for role in Role.allCases {
                guard let account = try tx.accountIfAny(login: role.rawValue) else { continue }
                try tx.addSession(
                    token: "t-\(role.rawValue)", formToken: "form", for: account, address: "",
                    agent: "test")
            }
        }
        let site = try Site(
            database: database, logger: Logger(label: "test"), address: "https://a.vn")
        return WorkSite(
            database: database, ward: ward, plan: plan,
            app: Application(responder: WebApplication(site: site)))
    }

    func get(_ path: String, _ role: Role?) async throws -> TestResponse {
        try await app.test(.router) { client in
            try await client.execute(uri: path, method: .get, headers: headers(role))
        }
    }

    func post(
        _ path: String, _ fields: [(String, String)], _ role: Role, token: String = "form"
    ) async throws -> TestResponse {
        let pairs = (fields + [("_token", token)]).map { "\($0.0)=\(encoded($0.1))" }
        var headers = headers(role)
        headers[.contentType] = "application/x-www-form-urlencoded"
        let asked = headers
        return try await app.test(.router) { client in
            try await client.execute(
                uri: path, method: .post, headers: asked,
                body: ByteBuffer(string: pairs.joined(separator: "&")))
        }
    }

    /// A form with one file.
    func upload(
        _ path: String, _ fields: [(String, String)],
        file: (field: String, name: String, bytes: [UInt8]),
        _ role: Role
    ) async throws -> TestResponse {
        var body = ByteBuffer()
        for (name, value) in fields + [("_token", "form")] {
            body.writeString(
                "--XX\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n")
        }
        body.writeString(
            "--XX\r\nContent-Disposition: form-data; name=\"\(file.field)\"; filename=\"\(file.name)\"\r\nContent-Type: image/jpeg\r\n\r\n"
        )
        body.writeBytes(file.bytes)
        body.writeString("\r\n--XX--\r\n")
        var headers = headers(role)
        headers[.contentType] = "multipart/form-data; boundary=XX"
        let (asked, sent) = (headers, body)
        return try await app.test(.router) { client in
            try await client.execute(uri: path, method: .post, headers: asked, body: sent)
        }
    }

    func work(_ code: String) async throws -> String {
        let id: String? = try await database.read { tx in
            try tx.value(
                """
                SELECT o.id AS value FROM occurrences o
                JOIN assignments a ON a.ward = o.ward AND a.id = o.assignment
                JOIN tasks t ON t.ward = a.ward AND t.id = a.task
                WHERE t.code = \(code)
                ORDER BY o.id
                """)
        }
        return id ?? ""
    }

    private func headers(_ role: Role?) -> HTTPFields {
        var headers = HTTPFields()
        if let role { headers[.cookie] = "__Host-canhlua=t-\(role.rawValue)" }
        return headers
    }

    private func encoded(_ text: String) -> String {
        text.utf8.map { byte in
            (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
                || (0x61...0x7A).contains(byte)
                ? String(UnicodeScalar(byte))
                : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }.joined()
    }
}

extension TestResponse {
    var text: String { String(buffer: body) }
}

extension String {
    /// Whether the form, or the button, that sends to this address stands in a `<details>` that a
    /// person must open first.
    func isFolded(_ address: String) -> Bool {
        guard let place = firstRange(of: "action=\"\(address)\"")?.lowerBound else { return false }
        let before = self[..<place]
        guard let opening = before.ranges(of: "<details").last?.lowerBound,
            let end = before[opening...].firstIndex(of: ">")
        else { return false }
        return !before[opening...].contains("</details>")
            && !before[opening..<end].contains(" open")
    }
}
