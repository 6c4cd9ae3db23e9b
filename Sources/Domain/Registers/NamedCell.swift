/// What a name means that somebody typed, or wrote into a sheet, for a unit or a record.
package enum NamedCell: Sendable, Equatable {
    /// Identifier of the unit or record.
    case found(String)
    /// Why it means none, or which of several, and what to do: the rest of a sentence after the
    /// field's label.
    case refused(String)
}
