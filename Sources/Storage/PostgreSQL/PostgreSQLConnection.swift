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
    let afterCommit = AfterCommit()

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
        // A page asks for few rows: compiling its query takes longer than the query.
        try script(
            "SET client_min_messages = warning; SET standard_conforming_strings = on; SET jit = off"
        )
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

    func afterCommit(_ body: @escaping @Sendable () -> Void) { afterCommit.add(body) }

    func insert(_ rows: [[SQLValue]], into table: SQL, _ columns: [SQL]) throws {
        let statement: SQL = "COPY \(table) (\(SQL.joined(columns, by: ", "))) FROM STDIN"
        let begun = PQexec(handle, statement.rendered { _ in "" }.text)
        defer { PQclear(begun) }
        guard PQresultStatus(begun) == PGRES_COPY_IN else { return try check(begun) }
        let text = CopyText(rows).bytes
        let isSent = text.withUnsafeBytes { bytes in
            PQputCopyData(
                handle, bytes.bindMemory(to: CChar.self).baseAddress, Int32(bytes.count)) == 1
        }
        // The server says what is wrong after the last row.
        _ = PQputCopyEnd(handle, isSent ? nil : "not sent")
        var results: [OpaquePointer] = []
        while let result = PQgetResult(handle) { results.append(result) }
        defer { for result in results { PQclear(result) } }
        for result in results { try check(result) }
    }

    private func execute(_ statement: SQL) throws -> OpaquePointer? {
        let (text, values) = statement.rendered { "$\($0)" }
        let name = values.count > Dialect.keptValuesMax ? nil : try prepare(text)
        let arena = ParameterArena(values)
        let result = arena.withPointers { pointers, lengths, formats in
            if let name {
                PQexecPrepared(handle, name, Int32(values.count), pointers, lengths, formats, 0)
            } else {
                PQexecParams(
                    handle, text, Int32(values.count), nil, pointers, lengths, formats, 0)
            }
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

/// Rows in the form that `COPY` reads: fields apart by tabs, backslashes before what would end one.
private struct CopyText {
    private(set) var bytes: [UInt8] = []

    init(_ rows: [[SQLValue]]) {
        for row in rows {
            for (place, value) in row.enumerated() {
                if place > 0 { bytes.append(UInt8(ascii: "\t")) }
                add(value)
            }
            bytes.append(UInt8(ascii: "\n"))
        }
    }

    private mutating func add(_ value: SQLValue) {
        switch value {
        case .null: bytes += #"\N"#.utf8
        case .integer(let number): bytes += String(number).utf8
        case .real(let number): bytes += "\(number)".utf8
        case .blob(let blob): bytes += (#"\\x"# + hexadecimal(blob)).utf8
        case .text(let text):
            for byte in text.utf8 {
                switch byte {
                case UInt8(ascii: "\\"): bytes += #"\\"#.utf8
                case UInt8(ascii: "\t"): bytes += #"\t"#.utf8
                case UInt8(ascii: "\n"): bytes += #"\n"#.utf8
                case UInt8(ascii: "\r"): bytes += #"\r"#.utf8
                case 0: continue
                default: bytes.append(byte)
                }
            }
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
