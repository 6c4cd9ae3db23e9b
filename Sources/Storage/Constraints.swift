import Domain

/// The database refused a write: it is the last judge of validity.
struct ConstraintViolation: Error, Sendable {
    enum Kind: Sendable { case unique, foreignKey, check, missing }

    let kind: Kind
    /// PostgreSQL: the constraint's name. SQLite: a check's name, or `table.column, …`.
    let name: String

    /// What a person is told; the words for a constraint that is met in practice stand in the list.
    var problem: Problem {
        let known = Constraints.known.first { $0.names.contains(name) }
        return Problem(.conflict, known?.message ?? Constraints.general, cause: self)
    }
}
