/// What a field of a record holds, whatever its type: as the database and a sheet keep it.
package enum Cell: Sendable, Equatable {
    case empty
    case text(String)
    case integer(Int)
    case real(Double)

    package var isEmpty: Bool { self == .empty }

    /// The same value as text that `Field.read` reads back; empty for an empty cell.
    package var plain: String {
        switch self {
        case .empty: ""
        case .text(let text): text
        case .integer(let number): String(number)
        case .real(let number):
            number == number.rounded() && abs(number) < 1e15
                ? String(Int(number)) : "\(number)".replacing(".", with: ",")
        }
    }
}
