import Domain
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Storage

/// The registers for other programs: the same verbs, rights and refusals as the pages.
enum RegisterAPI {
    static let root = "/api/v1"

    static let routes: [Route] = [
        .get(OpenAPI.path, .anyone, { try .json(OpenAPI.document(address: $0.site.address)) }),
        .get("\(root)/registers", .key, index),
        .get("\(root)/registers/{register}", .key, list),
        .post("\(root)/registers/{register}", .key, create),
        .get("\(root)/registers/{register}/{record}", .key, show),
        Route(
            method: .patch, path: "\(root)/registers/{register}/{record}", access: .key,
            bodyBytesMax: Route.formBytesMax, answer: change),
        Route(
            method: .delete, path: "\(root)/registers/{register}/{record}", access: .key,
            bodyBytesMax: Route.formBytesMax, answer: end),
    ]

    static let limitMax = 500
    static let limitUsual = 50

    /// `GET /registers`
    @Sendable static func index(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let seen = Registers.all.filter { $0.access.readers.contains(officer.role) }
        return try .json(
            seen.map { register in
                JSON.object([
                    "name": .text(register.name), "title": .text(register.title),
                    "may_write": .flag(register.access.writers.contains(officer.role)),
                ])
            })
    }

    /// `GET /registers/{register}?q=&gap=&limit=&after=&KEY=VALUE`
    @Sendable static func list(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let register = try RegisterPages.register(visit, officer)
        let limit = visit.query("limit").isEmpty ? limitUsual : Int(visit.query("limit")) ?? 0
        guard (1...limitMax).contains(limit) else {
            throw Problem(.invalid, "limit phải từ 1 đến \(limitMax).")
        }
        var filter = RecordFilter()
        filter.words = visit.query("q")
        filter.gap = RecordGap.Kind(rawValue: visit.query("gap"))
        filter.after = visit.query("after").isEmpty ? nil : visit.query("after")
        var conditions: [Condition] = []
        for field in register.fields where field.isSeen(by: officer.role) {
            let text = visit.query(field.key)
            guard !text.isEmpty else { continue }
            guard case .success(let cell) = field.read(text) else {
                throw Problem(
                    .invalid, "Giá trị lọc của \(field.key) không đúng.",
                    refusals: [field.key: "\(field.label): không đọc được giá trị."])
            }
            conditions.append(.equals(field.key, cell))
        }
        filter.condition = .all(conditions)
        let page = try await visit.site.database.read { [filter] tx in
            try tx.records(of: register, filter, for: officer, limit: limit)
        }
        return try .json(
            JSON.object([
                "items": .list(page.records.map { json($0, register, officer) }),
                "total": .number(Double(page.total.count)),
                "more": .flag(page.total.isMore),
                "next": page.next.map(JSON.text) ?? .null,
            ]))
    }

    /// `GET /registers/{register}/{record}`
    @Sendable static func show(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let register = try RegisterPages.register(visit, officer)
        return try await one(try visit.identifier("record"), register, officer, visit)
    }

    private static func one(
        _ id: String, _ register: RegisterDescription, _ officer: Officer, _ visit: Visit,
        status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let record = try await visit.site.database.read { tx in
            try tx.record(id, of: register, for: officer)
        }
        var response = try Response.json(json(record, register, officer), status: status)
        response.headers[.eTag] = "\"\(record.version)\""
        return response
    }

    /// `POST /registers/{register}`
    @Sendable static func create(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let register = try RegisterPages.register(visit, officer)
        let texts = try texts(visit, register, officer)
        let id = try await visit.site.database.write { tx in
            try tx.addRecord(
                try tx.read(texts, of: register, for: officer), to: register, by: officer)
        }
        var response = try await one(id, register, officer, visit, status: .created)
        response.headers[.location] = "\(root)/registers/\(register.name)/\(id)"
        return response
    }

    /// `PATCH /registers/{register}/{record}`, with `If-Match`: the fields that are sent.
    @Sendable static func change(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let register = try RegisterPages.register(visit, officer)
        let id = try visit.identifier("record")
        guard let version = version(visit) else { return versionWanted }
        let sent = try texts(visit, register, officer)
        do {
            try await visit.site.database.write { tx in
                let before = try tx.record(id, of: register, for: officer)
                let texts = before.cells.mapValues(\.plain).merging(sent) { $1 }
                try tx.changeRecord(
                    id, to: try tx.read(texts, of: register, for: officer), of: register,
                    version: version, by: officer)
            }
        } catch let problem as Problem where problem.isChangedMeanwhile {
            return Self.problem(.preconditionFailed, "Dữ liệu đã thay đổi", problem.message)
        }
        return try await one(id, register, officer, visit)
    }

    /// `DELETE /registers/{register}/{record}`, with `If-Match`
    @Sendable static func end(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let register = try RegisterPages.register(visit, officer)
        let id = try visit.identifier("record")
        guard let version = version(visit) else { return versionWanted }
        do {
            try await visit.site.database.write { tx in
                try tx.endRecord(id, of: register, version: version, by: officer)
            }
        } catch let problem as Problem where problem.isChangedMeanwhile {
            return Self.problem(.preconditionFailed, "Dữ liệu đã thay đổi", problem.message)
        }
        return Response(status: .noContent)
    }

    /// What was sent, by key.
    ///
    /// - Throws: `.invalid` that names every key which the register has not, or which nobody sets.
    private static func texts(
        _ visit: Visit, _ register: RegisterDescription, _ officer: Officer
    ) throws(Problem) -> [String: String] {
        let known = Set(
            register.entered.filter { $0.isSeen(by: officer.role) }.map(\.key))
        let unknown = visit.form.names.filter { !known.contains($0) }
        guard unknown.isEmpty else {
            throw Problem(
                .invalid, "Có \(unknown.count) mục chưa đúng.",
                refusals: Dictionary(
                    uniqueKeysWithValues: unknown.map { ($0, "Sổ không có mục này để ghi.") }))
        }
        return Dictionary(uniqueKeysWithValues: visit.form.names.map { ($0, visit.form[$0]) })
    }

    /// The version that the program saw, `If-Match: "3"`.
    private static func version(_ visit: Visit) -> Int? {
        visit.request.headers[.ifMatch].flatMap { Int($0.filter { $0 != "\"" }) }
    }

    private static var versionWanted: Response {
        problem(
            .preconditionRequired, "Chưa nói phiên bản",
            "Hãy gửi phiên bản đã thấy trong If-Match, để không ghi đè sửa đổi của người khác.")
    }

    static func json(
        _ record: Record, _ register: RegisterDescription, _ officer: Officer
    ) -> JSON {
        var members: [String: JSON] = [
            "id": .text(record.id), "version": .number(Double(record.version)),
        ]
        for field in register.fields where field.isSeen(by: officer.role) {
            members[field.key] =
                switch (record.cells[field.key] ?? .empty, field.control) {
                case (.empty, _): .null
                case (.integer(let number), .flag): .flag(number != 0)
                case (.integer(let number), _): .number(Double(number))
                case (.real(let number), _): .number(number)
                case (.text(let text), _): .text(text)
                }
        }
        return .object(members)
    }

    /// - Source: RFC 9457 (problem details).
    static func problem(
        _ status: HTTPResponse.Status, _ title: String, _ detail: String,
        refusals: [String: String] = [:]
    ) -> Response {
        let body = JSON.object([
            "status": .number(Double(status.code)), "title": .text(title),
            "detail": .text(detail), "refusals": .object(refusals.mapValues(JSON.text)),
        ])
        guard var response = try? Response.json(body, status: status) else {
            return Response(status: status)
        }
        response.headers[.contentType] = "application/problem+json; charset=utf-8"
        return response
    }
}

/// A value to be written as JSON.
indirect enum JSON: Encodable, Sendable {
    case null
    case flag(Bool)
    case number(Double)
    case text(String)
    case list([JSON])
    case object([String: JSON])

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .null: try container.encodeNil()
        case .flag(let flag): try container.encode(flag)
        case .number(let number):
            if let whole = Int(exactly: number) {
                try container.encode(whole)
            } else {
                try container.encode(number)
            }
        case .text(let text): try container.encode(text)
        case .list(let items): try container.encode(items)
        case .object(let members): try container.encode(members)
        }
    }
}
