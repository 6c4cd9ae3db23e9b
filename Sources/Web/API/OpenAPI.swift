import Domain

/// The description of the registers' addresses for programs, made from their declarations.
///
/// - Source: OpenAPI Specification 3.1.0; schemas are JSON Schema 2020-12.
enum OpenAPI {
    static let path = "\(RegisterAPI.root)/openapi.json"

    static func document(address: String) -> JSON {
        var paths: [String: JSON] = [:]
        var schemas: [String: JSON] = ["Problem": problem]
        for register in Registers.all {
            let base = "/registers/\(register.name)"
            paths[base] = collection(register)
            paths["\(base)/{record}"] = item(register)
            schemas[register.name] = schema(register)
        }
        return .object([
            "openapi": .text("3.1.0"),
            "info": .object([
                "title": .text("Canh Lửa: các sổ"), "version": .text("1"),
                "description": .text(
                    "Đọc và ghi các sổ của phường thay một người, đúng quyền của người đó. Mỗi lần ghi để lại một dòng nhật ký."
                ),
            ]),
            "servers": .list([.object(["url": .text(address + RegisterAPI.root)])]),
            "security": .list([.object(["key": .list([])])]),
            "paths": .object(paths),
            "components": .object([
                "schemas": .object(schemas),
                "securitySchemes": .object([
                    "key": .object(["type": .text("http"), "scheme": .text("bearer")])
                ]),
            ]),
        ])
    }

    private static func collection(_ register: RegisterDescription) -> JSON {
        let filters: [JSON] = register.fields.map { field in
            parameter(field.key, "Chỉ các mục có giá trị này: \(field.label).", type(of: field))
        }
        let common = [
            parameter("q", "Từ cần tìm, không kể dấu.", .object(["type": .text("string")])),
            parameter(
                "gap", "Chỉ các mục chưa đúng, chưa đủ, chưa sống.",
                .object([
                    "type": .text("string"),
                    "enum": .list(RecordGap.Kind.allCases.map { .text($0.rawValue) }),
                ])),
            parameter(
                "limit", "Số mục mỗi trang.",
                .object([
                    "type": .text("integer"), "minimum": .number(1),
                    "maximum": .number(Double(RegisterAPI.limitMax)),
                    "default": .number(Double(RegisterAPI.limitUsual)),
                ])),
            parameter("after", "«next» của trang trước.", .object(["type": .text("string")])),
        ]
        let page = JSON.object([
            "type": .text("object"), "required": .list([.text("items"), .text("total")]),
            "properties": .object([
                "items": .object(["type": .text("array"), "items": reference(register.name)]),
                "total": .object(["type": .text("integer")]),
                "more": .object([
                    "type": .text("boolean"),
                    "description": .text("Có nhiều hơn «total» mục; không đếm tiếp."),
                ]),
                "next": .object(["type": .list([.text("string"), .text("null")])]),
            ]),
        ])
        return .object([
            "get": operation(
                "list_\(register.name)", "Liệt kê \(register.title)", register,
                parameters: common + filters, ["200": answer("Một trang của sổ.", page)]),
            "post": operation(
                "add_\(register.name)", "Thêm \(register.singular)", register,
                body: register.name,
                ["201": answer("Mục vừa thêm.", reference(register.name)), "422": refusal]),
        ])
    }

    private static func item(_ register: RegisterDescription) -> JSON {
        let identifier = JSON.object([
            "name": .text("record"), "in": .text("path"), "required": .flag(true),
            "schema": .object(["type": .text("string"), "format": .text("uuid")]),
        ])
        let version = JSON.object([
            "name": .text("If-Match"), "in": .text("header"), "required": .flag(true),
            "description": .text("Phiên bản đã thấy (ETag)."),
            "schema": .object(["type": .text("string")]),
        ])
        return .object([
            "get": operation(
                "get_\(register.name)", "Xem \(register.singular)", register,
                parameters: [identifier], ["200": answer("Mục.", reference(register.name))]),
            "patch": operation(
                "change_\(register.name)", "Sửa \(register.singular)", register,
                parameters: [identifier, version], body: register.name,
                [
                    "200": answer("Mục sau khi sửa.", reference(register.name)),
                    "412": refusal, "422": refusal, "428": refusal,
                ]),
            "delete": operation(
                "end_\(register.name)", "Bỏ \(register.singular) khỏi sổ", register,
                parameters: [identifier, version],
                [
                    "204": .object(["description": .text("Đã bỏ khỏi sổ; nhật ký vẫn còn.")]),
                    "409": refusal, "412": refusal,
                ]),
        ])
    }

    private static func operation(
        _ name: String, _ summary: String, _ register: RegisterDescription,
        parameters: [JSON] = [], body: String? = nil, _ answers: [String: JSON]
    ) -> JSON {
        var members: [String: JSON] = [
            "operationId": .text(name), "summary": .text(summary),
            "tags": .list([.text(register.title)]),
            "responses": .object(
                answers.merging(["401": refusal, "403": refusal, "404": refusal]) { own, _ in own }
            ),
        ]
        if !parameters.isEmpty { members["parameters"] = .list(parameters) }
        if let body {
            members["requestBody"] = .object([
                "required": .flag(true),
                "content": .object([
                    "application/json": .object(["schema": reference(body)])
                ]),
            ])
        }
        return .object(members)
    }

    private static func schema(_ register: RegisterDescription) -> JSON {
        let entered = Set(register.entered.map(\.key))
        var properties: [String: JSON] = [
            "id": .object([
                "type": .text("string"), "format": .text("uuid"), "readOnly": .flag(true),
            ]),
            "version": .object(["type": .text("integer"), "readOnly": .flag(true)]),
        ]
        for field in register.fields {
            guard case .object(var members) = type(of: field) else { continue }
            members["title"] = .text(field.heading)
            let words = [field.hint, field.source.map { "Theo: \($0)." }].compactMap(\.self)
            if !words.isEmpty { members["description"] = .text(words.joined(separator: " ")) }
            if !entered.contains(field.key) { members["readOnly"] = .flag(true) }
            properties[field.key] = .object(members)
        }
        return .object([
            "type": .text("object"), "title": .text(register.title),
            "description": .text(register.source), "properties": .object(properties),
            "required": .list(
                register.entered.filter(\.isRequired).map { .text($0.key) }),
        ])
    }

    /// What may stand in a member of that field; an empty one is null.
    private static func type(of field: any FieldDescription) -> JSON {
        func either(_ type: String, _ more: [String: JSON] = [:]) -> JSON {
            .object(
                ["type": .list([.text(type), .text("null")])].merging(more) { own, _ in own })
        }
        return switch field.control {
        case .line, .lines: either("string")
        case .integer: either("integer")
        case .real: either("number")
        case .day: either("string", ["format": .text("date")])
        // A minute of a day in Vietnam, without a zone.
        case .moment:
            either(
                "string",
                ["pattern": .text(#"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$"#)])
        case .flag: either("boolean")
        case .choice(let choices):
            either(
                "string",
                ["enum": .list(choices.map { .text($0.value) } + [.null])])
        case .unit, .record: either("string", ["format": .text("uuid")])
        // Well-known text, OGC 06-103r4, 7.2: degrees of WGS 84, longitude first.
        case .shape(let kind):
            either(
                "string",
                ["format": .text("wkt"), "examples": .list([.text(example(of: kind))])])
        }
    }

    private static func example(of kind: ShapeKind) -> String {
        switch kind {
        case .line: "LINESTRING (105.81 21.03, 105.82 21.04)"
        case .area: "POLYGON ((105.81 21.03, 105.82 21.03, 105.82 21.04, 105.81 21.03))"
        }
    }

    private static func parameter(_ name: String, _ words: String, _ schema: JSON) -> JSON {
        .object([
            "name": .text(name), "in": .text("query"), "description": .text(words),
            "schema": schema,
        ])
    }

    private static func reference(_ name: String) -> JSON {
        .object(["$ref": .text("#/components/schemas/\(name)")])
    }

    private static func answer(_ words: String, _ schema: JSON) -> JSON {
        .object([
            "description": .text(words),
            "content": .object(["application/json": .object(["schema": schema])]),
        ])
    }

    private static let refusal = JSON.object([
        "description": .text("Không làm được; «detail» nói vì sao và phải làm gì."),
        "content": .object([
            "application/problem+json": .object(["schema": reference("Problem")])
        ]),
    ])

    private static let problem = JSON.object([
        "type": .text("object"),
        "properties": .object([
            "status": .object(["type": .text("integer")]),
            "title": .object(["type": .text("string")]),
            "detail": .object(["type": .text("string")]),
            "refusals": .object([
                "type": .text("object"),
                "additionalProperties": .object(["type": .text("string")]),
                "description": .text("Theo khóa của mục: mục nào sai gì."),
            ]),
        ]),
    ])
}
