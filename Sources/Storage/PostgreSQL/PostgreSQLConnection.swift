import CLibPQ
import Domain

/// What PostgreSQL said when it refused.
struct PostgreSQLError: Error, Sendable {
    let state: String
    let message: String

    /// Serialization failure or deadlock: the same work may succeed now.
    var isRetryable: Bool { state == "40001" || state == "40P01" }
}

/// One libpq connection; used by one thread at a time.
final class PostgreSQLConnection: Connection {
    let dialect = Dialect.postgres
    private let handle: OpaquePointer
    private var isClosed = false
    /// Names of prepared statements by their text.
    private var prepared: [String: String] = [:]
    private static let preparedMax = 500

    init(url: String, schema: String?) throws {
        guard let handle = PQconnectdb(url) else {
            throw PostgreSQLError(state: "08001", message: "out of memory")
        }
        guard PQstatus(handle) == CONNECTION_OK else {
            let message = String(cString: PQerrorMessage(handle))
            PQfinish(handle)
            throw PostgreSQLError(state: "08001", message: message)
        }
        self.handle = handle
        try script("SET client_min_messages = warning; SET standard_conforming_strings = on")
        if let schema {
            guard schema.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") })
            else { throw PostgreSQLError(state: "3F000", message: "not a name for a schema") }
            try script("CREATE SCHEMA IF NOT EXISTS \(schema); SET search_path TO \(schema)")
        }
    }

    deinit { close() }

    var isUsable: Bool { !isClosed && PQstatus(handle) == CONNECTION_OK }

    func close() {
        guard !isClosed else { return }
        isClosed = true
        PQfinish(handle)
    }

    func rows(_ statement: SQL) throws -> [Row] {
        let result = try execute(statement)
        defer { PQclear(result) }
        let columns = (0..<PQnfields(result)).map { String(cString: PQfname(result, $0)) }
        let types = (0..<PQnfields(result)).map { PQftype(result, $0) }
        return (0..<PQntuples(result)).map { row in
            Row(
                columns: columns,
                values: types.indices.map { column in
                    Self.value(result, row, Int32(column), type: types[column])
                })
        }
    }

    func run(_ statement: SQL) throws -> Int {
        let result = try execute(statement)
        defer { PQclear(result) }
        return Int(String(cString: PQcmdTuples(result))) ?? 0
    }

    func script(_ text: String) throws {
        let result = PQexec(handle, text)
        defer { PQclear(result) }
        try check(result)
    }

    private func execute(_ statement: SQL) throws -> OpaquePointer? {
        let (text, values) = statement.rendered { "$\($0)" }
        let name = try prepare(text)
        let arena = ParameterArena(values)
        let result = arena.withPointers { pointers, lengths, formats in
            PQexecPrepared(
                handle, name, Int32(values.count), pointers, lengths, formats, 0)
        }
        do {
            try check(result)
        } catch {
            PQclear(result)
            throw error
        }
        return result
    }

    private func prepare(_ text: String) throws -> String {
        if let name = prepared[text] { return name }
        if prepared.count >= Self.preparedMax {
            try script("DEALLOCATE ALL")
            prepared = [:]
        }
        let name = "s\(prepared.count)"
        let result = PQprepare(handle, name, text, 0, nil)
        defer { PQclear(result) }
        try check(result)
        prepared[text] = name
        return name
    }

    private func check(_ result: OpaquePointer?) throws {
        switch PQresultStatus(result) {
        case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_EMPTY_QUERY: return
        default: throw Self.explained(result, handle)
        }
    }

    // Codes of the fields of an error: 'C' SQLSTATE, 'n' constraint, 'c' column.
    private static let stateField: Int32 = 67
    private static let constraintField: Int32 = 110
    private static let columnField: Int32 = 99

    private static func explained(_ result: OpaquePointer?, _ handle: OpaquePointer) -> any Error {
        let field = { (code: Int32) in PQresultErrorField(result, code).map { String(cString: $0) }
        }
        let state = field(stateField) ?? "08006"
        let name = field(constraintField) ?? ""
        switch state {
        case "23505": return ConstraintViolation(kind: .unique, name: name)
        case "23503": return ConstraintViolation(kind: .foreignKey, name: name)
        case "23514": return ConstraintViolation(kind: .check, name: name)
        case "23502":
            return ConstraintViolation(kind: .missing, name: field(columnField) ?? "")
        default:
            return PostgreSQLError(state: state, message: String(cString: PQerrorMessage(handle)))
        }
    }

    /// - Source: the types' numbers in PostgreSQL's catalogue `pg_type.dat`.
    private static func value(
        _ result: OpaquePointer?, _ row: Int32, _ column: Int32, type: Oid
    ) -> SQLValue {
        guard PQgetisnull(result, row, column) == 0, let bytes = PQgetvalue(result, row, column)
        else { return .null }
        let text = String(cString: bytes)
        switch type {
        case 16: return .integer(text == "t" ? 1 : 0)
        case 17: return blob(bytes)
        case 20, 21, 23: return Int64(text).map(SQLValue.integer) ?? .null
        case 700, 701: return Double(text).map(SQLValue.real) ?? .null
        case 1700:
            return Int64(text).map(SQLValue.integer) ?? Double(text).map(SQLValue.real) ?? .null
        default: return .text(text)
        }
    }

    private static func blob(_ text: UnsafeMutablePointer<CChar>) -> SQLValue {
        var count = 0
        return text.withMemoryRebound(to: UInt8.self, capacity: 1) { start in
            guard let bytes = PQunescapeBytea(start, &count) else { return .null }
            defer { PQfreemem(bytes) }
            return .blob(Array(UnsafeBufferPointer(start: bytes, count: count)))
        }
    }
}

/// The values of a statement in the form that libpq wants: pointers that live while it runs.
private struct ParameterArena {
    private var bytes: [UInt8] = []
    private var offsets: [Int?] = []
    private var lengths: [Int32] = []
    private var formats: [Int32] = []

    init(_ values: [SQLValue]) {
        for value in values {
            switch value {
            case .null: add(nil, binary: false)
            case .integer(let number): add(Array(String(number).utf8), binary: false)
            case .real(let number): add(Array("\(number)".utf8), binary: false)
            case .text(let text):
                // PostgreSQL's text holds no NUL; nothing a person types does either.
                add(text.utf8.filter { $0 != 0 }, binary: false)
            case .blob(let blob): add(blob, binary: true)
            }
        }
    }

    private mutating func add(_ value: [UInt8]?, binary: Bool) {
        offsets.append(value == nil ? nil : bytes.count)
        lengths.append(Int32(value?.count ?? 0))
        formats.append(binary ? 1 : 0)
        if let value { bytes += value + [0] }
    }

    func withPointers<Value>(
        _ body: (UnsafePointer<UnsafePointer<CChar>?>?, [Int32], [Int32]) -> Value
    ) -> Value {
        bytes.withUnsafeBytes { arena in
            let start = arena.bindMemory(to: CChar.self).baseAddress
            let pointers = offsets.map { offset in offset.flatMap { start?.advanced(by: $0) } }
            return pointers.withUnsafeBufferPointer { body($0.baseAddress, lengths, formats) }
        }
    }
}
