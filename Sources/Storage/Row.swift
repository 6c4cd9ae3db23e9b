/// One row of a result; columns are asked for by name and typed by where they go.
///
///     let plan = Plan(id: row["id"], title: row["title"], issuedOn: row["issued_on"])
package struct Row: Sendable {
    let columns: [String]
    let values: [SQLValue]

    /// A name that is not there, or a value of another type, is a fault of the program.
    package subscript<Value: SQLConvertible>(name: String) -> Value {
        guard let index = columns.firstIndex(of: name) else {
            preconditionFailure("no column \(name) among \(columns)")
        }
        guard let value = Value(sqlValue: values[index]) else {
            preconditionFailure("column \(name) does not hold a \(Value.self)")
        }
        return value
    }
}
