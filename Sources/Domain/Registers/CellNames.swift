/// What the units and records are called that cells name by their identifiers.
package struct CellNames: Sendable {
    package struct Name: Sendable, Equatable {
        package let full: String
        package let short: String

        package init(_ full: String, short: String? = nil) {
            self.full = full
            self.short = short ?? full
        }
    }

    private let names: [String: Name]

    /// - Parameter names: by identifier, of units and records alike.
    package init(_ names: [String: Name]) { self.names = names }

    package subscript(id: String) -> Name? { names[id] }

    /// Full names by identifier.
    package var full: [String: String] { names.mapValues(\.full) }

    /// A cell as a page shows it; "–" for an empty one, or for a name that the reader may not see.
    package func shown(_ cell: Cell, _ field: any FieldDescription) -> String {
        if cell.isEmpty { return "–" }
        return field.isReference ? names[cell.plain]?.short ?? "–" : field.shown(cell)
    }
}

extension FieldDescription {
    /// Whether its cells are identifiers of units or records.
    package var isReference: Bool {
        switch control {
        case .unit, .record: true
        case .line, .lines, .integer, .real, .day, .moment, .flag, .choice, .shape: false
        }
    }
}
