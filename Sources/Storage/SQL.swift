/// A statement with its values kept apart from its text: one text for both engines.
///
///     let open: SQL = "due <= \(today) AND closed_at IS NULL"
///     tx.rows("SELECT id FROM occurrences WHERE ward = \(ward) AND \(open)")
///
/// An interpolated value becomes a parameter; an interpolated `SQL` becomes part of the statement.
package struct SQL: ExpressibleByStringInterpolation, Sendable {
    fileprivate enum Piece: Sendable {
        case text(String)
        case value(SQLValue)
    }

    fileprivate var pieces: [Piece] = []

    package init(stringLiteral text: String) { pieces = [.text(text)] }

    package init(stringInterpolation parts: StringInterpolation) { pieces = parts.pieces }

    private init(pieces: [Piece]) { self.pieces = pieces }

    /// Conditions that must all hold; true when there are none.
    package static func all(_ conditions: [SQL]) -> SQL {
        conditions.isEmpty ? "1 = 1" : joined(conditions.map { "(\($0))" }, by: " AND ")
    }

    /// Values for `IN (…)`; an empty list matches nothing.
    package static func list(_ values: [some SQLConvertible]) -> SQL {
        values.isEmpty ? "(NULL)" : "(\(joined(values.map { "\($0)" }, by: ", ")))"
    }

    /// Rows of `VALUES`.
    static func rows(_ rows: some Sequence<[SQLValue]>) -> SQL {
        var pieces: [Piece] = []
        for row in rows {
            for (place, value) in row.enumerated() {
                pieces.append(.text(place > 0 ? ", " : pieces.isEmpty ? "(" : "), ("))
                pieces.append(.value(value))
            }
        }
        pieces.append(.text(")"))
        return SQL(pieces: pieces)
    }

    package static func joined(_ parts: [SQL], by separator: String) -> SQL {
        var pieces: [Piece] = []
        for (index, part) in parts.enumerated() {
            if index > 0 { pieces.append(.text(separator)) }
            pieces += part.pieces
        }
        return SQL(pieces: pieces)
    }

    /// The text with its parameters written by the engine's rule, and the values in their order.
    func rendered(parameter: (Int) -> String) -> (text: String, values: [SQLValue]) {
        var text = ""
        var values: [SQLValue] = []
        for piece in pieces {
            switch piece {
            case .text(let words): text += words
            case .value(let value):
                values.append(value)
                text += parameter(values.count)
            }
        }
        return (text, values)
    }

    package struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var pieces: [Piece] = []

        package init(literalCapacity: Int, interpolationCount: Int) {
            pieces.reserveCapacity(interpolationCount * 2 + 1)
        }

        package mutating func appendLiteral(_ literal: String) { pieces.append(.text(literal)) }

        package mutating func appendInterpolation(_ value: some SQLConvertible) {
            pieces.append(.value(value.sqlValue))
        }

        package mutating func appendInterpolation<Value: SQLConvertible>(_ value: Value?) {
            pieces.append(.value(value?.sqlValue ?? .null))
        }

        package mutating func appendInterpolation(_ part: SQL) { pieces += part.pieces }
    }
}
