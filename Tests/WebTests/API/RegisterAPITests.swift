import Domain
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Storage
import TestSupport
import Testing
import Web

@Suite struct `The registers for programs` {
    private struct Answer {
        let status: HTTPResponse.Status
        let headers: HTTPFields
        let json: [String: Any]

        func text(_ key: String) -> String? { json[key] as? String }
        var refusals: [String: String] { json["refusals"] as? [String: String] ?? [:] }
    }

    private func send(
        _ browser: Browser, _ method: HTTPRequest.Method, _ path: String, key: String?,
        _ body: String? = nil, version: Int? = nil
    ) async throws -> Answer {
        var headers: HTTPFields = [.contentType: "application/json"]
        if let key { headers[.authorization] = "Bearer \(key)" }
        if let version { headers[.ifMatch] = "\"\(version)\"" }
        let response = try await browser.client.execute(
            uri: "/api/v1" + path, method: method, headers: headers,
            body: body.map { ByteBuffer(string: $0) })
        let bytes = Data(response.body.readableBytesView)
        let json = try? JSONSerialization.jsonObject(with: bytes) as? [String: Any]
        return Answer(status: response.status, headers: response.headers, json: json ?? [:])
    }

    /// A key of a person, made on that person's own page.
    private func key(
        _ browser: Browser, _ login: String, mayWrite: Bool = true
    ) async throws -> String {
        try await browser.signIn(login)
        let page = try await browser.post(
            "/account/keys",
            [("name", "Phần mềm thử")] + (mayWrite ? [("may_write", "1")] : []))
        return String(try #require(page.text.firstMatch(of: /<code>(cl_[^<]+)<\/code>/)).1)
    }

    private static let hydrant = """
        {"name": "Trụ 7", "kind": "hydrant", "state": "working", "address": "12 phố Thử",
         "pressure_bar": 2.125, "latitude": 21.0367, "longitude": null}
        """

    @Test func `are read and written with a key, as the person may`() async throws {
        let site = try await TestSite.open()
        try await site.visit { browser async throws in
            let key = try await key(browser, "office")
            let path = "/registers/water_sources"
            let made = try await send(browser, .post, path, key: key, Self.hydrant)
            #expect(made.status == .created)
            #expect(made.json["pressure_bar"] as? Double == 2.125)
            #expect(made.json["longitude"] is NSNull)
            let id = try #require(made.text("id"))
            #expect(made.headers[.location] == "/api/v1\(path)/\(id)")
            #expect(made.headers[.eTag] == "\"1\"")
            let list = try await send(browser, .get, path + "?kind=hydrant&q=tru", key: key)
            #expect(list.json["total"] as? Int == 1)
            let none = try await send(browser, .get, path + "?kind=tank", key: key)
            #expect(none.json["total"] as? Int == 0)
            let change = try await send(
                browser, .patch, "\(path)/\(id)", key: key, #"{"state": "broken"}"#, version: 1)
            #expect(change.status == .ok)
            #expect(change.text("state") == "broken")
            #expect(change.text("name") == "Trụ 7")
            let stale = try await send(
                browser, .patch, "\(path)/\(id)", key: key, #"{"state": "closed"}"#, version: 1)
            #expect(stale.status == .preconditionFailed)
            let unsaid = try await send(
                browser, .patch, "\(path)/\(id)", key: key, #"{"state": "closed"}"#)
            #expect(unsaid.status == .preconditionRequired)
            let gone = try await send(browser, .delete, "\(path)/\(id)", key: key, version: 2)
            #expect(gone.status == .noContent)
            let after = try await send(browser, .get, "\(path)/\(id)", key: key)
            #expect(after.status == .notFound)
            #expect(after.headers[.contentType] == "application/problem+json; charset=utf-8")
        }
    }

    @Test func `refuse what a form refuses, field by field`() async throws {
        let site = try await TestSite.open()
        try await site.visit { browser async throws in
            let key = try await key(browser, "office")
            let path = "/registers/water_sources"
            let wrong = try await send(
                browser, .post, path, key: key,
                #"{"name": "Trụ", "kind": "fountain", "address": "Phố", "pressure_bar": 21}"#)
            #expect(wrong.status == .unprocessableContent)
            #expect(Set(wrong.refusals.keys) == ["kind", "state", "pressure_bar"])
            let unknown = try await send(
                browser, .post, path, key: key, #"{"colour": "đỏ", "id": "1"}"#)
            #expect(Set(unknown.refusals.keys) == ["colour", "id"])
            for body in ["[1]", "{", #"{"name": ["a"]}"#, ""] {
                let broken = try await send(browser, .post, path, key: key, body)
                #expect(broken.status == .unprocessableContent, "\(body)")
            }
            for limit in ["0", "501", "x"] {
                let list = try await send(browser, .get, "\(path)?limit=\(limit)", key: key)
                #expect(list.status == .unprocessableContent)
            }
            try await site.database.write { [office = site.ward.officer(.office)] tx in
                try tx.setBoundary(of: .ward, to: .sample, version: 1, by: office)
            }
            let far = try await send(
                browser, .post, path, key: key,
                #"{"name": "Trụ 8", "kind": "hydrant", "state": "working", "address": "Phố", "latitude": 10.77, "longitude": 106.7}"#
            )
            #expect(far.status == .unprocessableContent)
            #expect(far.refusals["latitude"]?.contains("Tọa độ nằm cách phường") == true)
            let most = try await send(browser, .get, "\(path)?limit=500", key: key)
            #expect(most.status == .ok)
        }
    }

    @Test func `need a key, which may be for reading alone, and ends`() async throws {
        let site = try await TestSite.open()
        try await site.visit { browser async throws in
            let path = "/registers/water_sources"
            let stranger = try await send(browser, .get, path, key: nil)
            #expect(stranger.status == .unauthorized)
            let invented = try await send(browser, .get, path, key: "cl_khong")
            #expect(invented.status == .unauthorized)
            let reader = try await key(browser, "office", mayWrite: false)
            let read = try await send(browser, .get, path, key: reader)
            #expect(read.status == .ok)
            let written = try await send(browser, .post, path, key: reader, Self.hydrant)
            #expect(written.status == .forbidden)
            // The session's cookie alone opens nothing here.
            let cookie = try await browser.get("/api/v1" + path)
            #expect(cookie.status == .unauthorized)
            let page = try await browser.get("/account/keys").text
            let end = try #require(page.firstMatch(of: /action="(\/account\/keys\/[^"]+\/end)"/))
            try await browser.post(String(end.1))
            let after = try await send(browser, .get, path, key: reader)
            #expect(after.status == .unauthorized)
        }
    }

    @Test func `show a head of a group the own group alone`() async throws {
        let site = try await TestSite.open()
        try await site.visit { browser async throws in
            let office = try await key(browser, "office")
            let head = try await key(browser, "group_head")
            for group in site.ward.groups {
                let body = Self.hydrant.replacing(
                    "\"longitude\": null", with: "\"group_unit\": \"\(group)\"")
                let made = try await send(
                    browser, .post, "/registers/water_sources", key: office, body)
                #expect(made.status == .created)
            }
            let list = try await send(browser, .get, "/registers/water_sources", key: head)
            #expect(list.json["total"] as? Int == 1)
            let other = try await send(browser, .get, "/registers/penalties", key: head)
            #expect(other.status == .notFound)
        }
    }

    @Test func `are described for programs, every register and field`() async throws {
        let site = try await TestSite.open()
        try await site.visit { browser async throws in
            let answer = try await send(browser, .get, "/openapi.json", key: nil)
            #expect(answer.text("openapi") == "3.1.0")
            let components = answer.json["components"] as? [String: Any]
            let schemas = components?["schemas"] as? [String: Any] ?? [:]
            let paths = answer.json["paths"] as? [String: Any] ?? [:]
            for register in Registers.all {
                #expect(paths["/registers/\(register.name)/{record}"] != nil)
                let schema = schemas[register.name] as? [String: Any]
                let properties = schema?["properties"] as? [String: Any] ?? [:]
                #expect(
                    Set(properties.keys)
                        == Set(register.fields.map(\.key)).union(["id", "version"]))
                let shape = register.fields.first { $0.control == .shape(.line) }
                let line = shape.flatMap { properties[$0.key] as? [String: Any] }
                #expect(line?["format"] as? String == shape.map { _ in "wkt" })
            }
        }
    }
}
