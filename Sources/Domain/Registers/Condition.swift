/// What records are asked for: `WaterSources.state == .broken && WaterSources.checked == nil`.
///
/// Judged in memory by `holds`, and rendered to SQL by the store; lists, quality and rights share
/// it, and there is no other language of queries.
package indirect enum Condition: Sendable, Equatable {
    case equals(String, Cell)
    case isEmpty(String)
    case atLeast(String, Cell)
    case below(String, Cell)
    /// The first field says more, or later, than the second.
    case exceeds(String, String)
    case all([Condition])
    case any([Condition])
    case not(Condition)

    package static let always = Condition.all([])

    package func holds(for cells: [String: Cell]) -> Bool {
        switch self {
        case .equals(let key, let cell): cells[key] == cell
        case .isEmpty(let key): (cells[key] ?? .empty).isEmpty
        case .atLeast(let key, let cell): Self.order(cells[key], cell).map { $0 >= 0 } ?? false
        case .below(let key, let cell): Self.order(cells[key], cell).map { $0 < 0 } ?? false
        case .exceeds(let key, let other):
            cells[other].flatMap { Self.order(cells[key], $0) }.map { $0 > 0 } ?? false
        case .all(let parts): parts.allSatisfy { $0.holds(for: cells) }
        case .any(let parts): parts.contains { $0.holds(for: cells) }
        case .not(let part): !part.holds(for: cells)
        }
    }

    /// nil where they cannot be compared, as an empty cell with anything.
    private static func order(_ left: Cell?, _ right: Cell) -> Int? {
        switch (left, right) {
        case (.text(let a), .text(let b)): a < b ? -1 : a == b ? 0 : 1
        case (.integer(let a), .integer(let b)): a < b ? -1 : a == b ? 0 : 1
        case (.some(let a), let b):
            if let x = Double(cell: a), let y = Double(cell: b) {
                x < y ? -1 : x == y ? 0 : 1
            } else {
                nil
            }
        case (nil, _): nil
        }
    }

    package static func && (left: Condition, right: Condition) -> Condition { .all([left, right]) }
    package static func || (left: Condition, right: Condition) -> Condition { .any([left, right]) }
    package static prefix func ! (part: Condition) -> Condition { .not(part) }
}

extension Field {
    package static func == (field: Field, value: Value?) -> Condition {
        value.map { .equals(field.key, $0.cell) } ?? .isEmpty(field.key)
    }
    package static func != (field: Field, value: Value?) -> Condition { !(field == value) }
    package static func >= (field: Field, value: Value) -> Condition {
        .atLeast(field.key, value.cell)
    }
    package static func < (field: Field, value: Value) -> Condition {
        .below(field.key, value.cell)
    }
    package static func > (field: Field, other: Field) -> Condition {
        .exceeds(field.key, other.key)
    }
}
