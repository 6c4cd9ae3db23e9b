import Documents
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

@Suite struct `Pages of reports` {
    @Test func `lead from a unit's words to the ward's Word file`() async throws {
        let at = try await ReportSite.open()
        try await at.application.test(.router) { client in
            let head = try await ReportVisitor(client, .groupHead)
            let list = try await head.get("/reports")
            #expect(list.contains("Đơn vị bạn phải gửi"))
            #expect(list.contains("trước ngày 05/12/2026"))
            let own = "/reports/\(at.period)/units/\(at.ward.groups[0])"
            #expect(try await head.get(own).contains("Kết quả chung"))
            // Nothing written: refused, and said where.
            let empty = try await head.post(own, [("version", "0"), ("action", "submit")])
            #expect(empty.status == .unprocessableContent)
            #expect(empty.text.contains("href=\"#f-results\""))
            let sent = try await head.post(
                own,
                [
                    ("version", "0"), ("action", "submit"),
                    ("results", "Đã vận động 42 hộ mở lối thoát nạn thứ hai"),
                    ("obstacles", "Ngõ <hẹp>"),
                ])
            #expect(sent.status == .seeOther)
            let seen = try await head.get(own)
            #expect(seen.contains("Ngõ &lt;hẹp&gt;"))

            let office = try await ReportVisitor(client, .office)
            let back = try await office.post(
                own + "/return", [("version", "1"), ("reason", "Thiếu số liệu quý IV")])
            #expect(back.status == .seeOther)
            #expect(try await head.get(own).contains("Thiếu số liệu quý IV"))
            try await head.post(
                own,
                [
                    ("version", "2"), ("action", "submit"),
                    ("results", "Đã vận động 42 hộ mở lối thoát nạn thứ hai"),
                ])
            let accepted = try await office.post(own + "/acceptance", [("version", "3")])
            #expect(accepted.status == .seeOther)

            let period = try await office.get("/reports/\(at.wardPeriod)")
            #expect(period.contains("1/2 đơn vị đã gửi"))
            #expect(period.contains("chỗ phải bổ sung"))
            try await office.post(
                "/reports/\(at.wardPeriod)",
                [
                    ("version", "1"), ("causes", "Địa bàn nhiều ngõ sâu"),
                    ("next_steps", "Tiếp tục vận động"), ("signed_by", "deputy"),
                ])
            let preview = try await office.get("/reports/\(at.wardPeriod)/draft")
            #expect(preview.contains("Địa bàn nhiều ngõ sâu"))
            #expect(preview.contains("KT. CHỦ TỊCH"))
            let file = try await office.download("/reports/\(at.wardPeriod)/draft.docx")
            #expect(file.prefix(2) == Array("PK".utf8)[...])
            let words = try DocxReader.read(file, name: "bao-cao.docx").lines.map(\.text)
                .joined(separator: "\n")
            #expect(words.contains("Đã vận động 42 hộ mở lối thoát nạn thứ hai"))
            #expect(words.contains("Địa bàn nhiều ngõ sâu"))
            let mine = try await head.download(own + "/report.docx")
            let ownWords = try DocxReader.read(mine, name: "to.docx").lines.map(\.text)
                .joined(separator: "\n")
            #expect(ownWords.contains("Đã vận động 42 hộ"))
            #expect(!ownWords.contains("Công an phường: "))
        }
    }

    @Test func `keep each unit to its own, and drafting to those who draft`() async throws {
        let at = try await ReportSite.open()
        try await at.application.test(.router) { client in
            let head = try await ReportVisitor(client, .groupHead)
            let other = "/reports/\(at.period)/units/\(at.ward.groups[1])"
            #expect(try await head.status(other) == .notFound)
            #expect(try await head.status("/reports/\(at.wardPeriod)") == .notFound)
            #expect(try await head.status("/reports/\(at.wardPeriod)/draft.docx") == .forbidden)
            #expect(try await head.status("/reports/duties") == .forbidden)
            let supervisor = try await ReportVisitor(client, .supervisor)
            #expect(try await supervisor.status("/reports/\(at.wardPeriod)/draft") == .ok)
            let refused = try await supervisor.post(
                "/reports/\(at.wardPeriod)", [("version", "1"), ("causes", "Không")])
            #expect(refused.status == .forbidden)
        }
    }

    @Test func `set a day where the plan gives none`() async throws {
        let at = try await ReportSite.open()
        try await at.application.test(.router) { client in
            let office = try await ReportVisitor(client, .office)
            let fields = [
                ("plan", at.plan), ("from", "Công an phường"), ("to", "UBND phường"),
                ("recurrence", "quarterly"),
            ]
            let wrong = try await office.post("/reports/duties", fields + [("due", "32")])
            #expect(wrong.status == .unprocessableContent)
            let right = try await office.post("/reports/duties", fields + [("due", "25")])
            #expect(right.status == .seeOther)
            let police = try await ReportVisitor(client, .police)
            let list = try await police.get("/reports")
            #expect(list.contains("Báo cáo quý IV/2026 gửi UBND phường"))
        }
    }
}

/// The pages over a confirmed plan with two report duties.
private struct ReportSite: Sendable {
    static let password = "canh lua thu 2026"

    let ward: TestWard
    let plan: String
    /// The period of the groups, and that of the ward.
    let period: String
    let wardPeriod: String
    let application: Application<WebApplication>

    static func open() async throws -> ReportSite {
        let database = try await TestEngine.sqlite.open()
        let ward = try await TestWard.make(
            in: database, passwordHash: try await Password.hash(password, cost: .trifling))
        let office = ward.officer(.office)
        let (plan, periods) = try await database.write { tx in
            let id = try tx.addPlan(ReportPlan.intake(), by: office)
            try tx.confirmPlan(id, version: try tx.plan(id, for: office).version, by: office)
            return (id, try tx.reportPeriods(for: office).map(\.period.id))
        }
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        let site = try Site(database: database, logger: logger, address: "http://localhost")
        return ReportSite(
            ward: ward, plan: plan, period: periods[1], wardPeriod: periods[0],
            application: Application(responder: WebApplication(site: site)))
    }
}

/// A signed-in person with a browser.
private struct ReportVisitor {
    private let client: any TestClientProtocol
    private let cookie: String
    private let token: String

    init(_ client: any TestClientProtocol, _ role: Role) async throws {
        self.client = client
        let body = "login=\(role.rawValue)&password=\(Self.encoded(ReportSite.password))"
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
    ) async throws -> (status: HTTPResponse.Status, text: String) {
        let body = (fields + [("_token", token)]).map {
            "\($0.0)=\(Self.encoded($0.1))"
        }.joined(separator: "&")
        let answer = try await client.executeRequest(
            uri: path, method: .post,
            headers: [
                .cookie: cookie, .contentType: "application/x-www-form-urlencoded",
            ], body: ByteBuffer(string: body))
        return (answer.status, String(buffer: answer.body))
    }

    private static func encoded(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    }
}
