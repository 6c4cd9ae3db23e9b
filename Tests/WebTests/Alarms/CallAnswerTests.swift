import Domain
import Foundation
import HTTPTypes
import HummingbirdTesting
import NIOCore
import Storage
import TestSupport
import Testing
import Web

@Suite struct `Answers of telephones` {
    private static let path = "/api/v1/alarm-calls/answers"

    private func send(
        _ browser: Browser, _ fields: [String: String], secret: String?
    ) async throws -> HTTPResponse.Status {
        let body = try JSONEncoder().encode(fields)
        var headers: HTTPFields = [.contentType: "application/json"]
        if let secret, let name = HTTPField.Name("X-Canhlua-Signature") {
            headers[name] = WebhookSignature.of(
                String(decoding: body, as: UTF8.self), secret: secret)
        }
        return try await browser.client.executeRequest(
            uri: Self.path, method: .post, headers: headers, body: ByteBuffer(bytes: body)
        ).status
    }

    @Test func `are taken from who knows the secret, once each`() async throws {
        let site = try await TestSite.open(callSecret: "bí mật")
        let alarms = try await TestAlarms.make(in: site.database, site.ward)
        let account = try await alarms.add("F17A", in: site.database)
        try await site.database.write {
            _ = try $0.run("UPDATE facilities SET head = 'Bà Thử', phone = '0912000001'")
        }
        try await alarms.report(.fireAlarm, from: account, in: site.database)
        site.clock.pass(seconds: 120)
        let police = site.ward.officer(.police)
        let id = try await site.database.write { tx in
            try tx.escalate(ward: TestWard.code, address: "", ways: [.call])
            return try tx.openAlarmCases(for: police).first?.id ?? ""
        }
        let fields = [
            "id": "e1", "call": "\(TestWard.code).\(id).2.0912000001", "result": "answered",
            "key": "1",
        ]
        try await site.visit { browser async throws in
            for secret in [nil, "khác"] {
                #expect(try await send(browser, fields, secret: secret) == .forbidden)
            }
            try await browser.signIn(Role.police.rawValue)
            #expect(try await send(browser, fields, secret: "khác") == .forbidden)
            #expect(!(try await browser.get("/desk").text.contains("Bà Thử ở cơ sở")))
            for _ in 0..<2 {
                #expect(try await send(browser, fields, secret: "bí mật") == .noContent)
            }
            #expect(try await browser.get("/desk").text.contains("Bà Thử ở cơ sở: có cháy"))
            let page = try await browser.get("/desk/cases/\(id)").text
            #expect(page.contains("Bà Thử: nghe máy, bấm 1: có cháy"))
            #expect(page.matches(of: /nghe máy, bấm 1/).count == 1)
            let refused: [(String, String, HTTPResponse.Status)] = [
                ("id", "", .unprocessableContent),
                ("id", String(repeating: "x", count: 201), .unprocessableContent),
                ("call", "x", .unprocessableContent), ("result", "x", .unprocessableContent),
                ("call", "\(TestWard.code).\(id).2.0912000009", .notFound),
            ]
            for (name, value, status) in refused {
                var other = fields
                other["id"] = "e2"
                other[name] = value
                #expect(try await send(browser, other, secret: "bí mật") == status, "\(name)")
            }
        }
    }

    @Test func `are nowhere without a program that rings`() async throws {
        let site = try await TestSite.open()
        try await site.visit { browser async throws in
            #expect(try await send(browser, ["id": "e"], secret: "x") == .notFound)
        }
    }
}
