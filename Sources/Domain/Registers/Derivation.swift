/// A field that follows from other fields, from rules that change from year to year, or from other
/// records.
package struct Derivation: Sendable {
    package struct Value: Sendable, Equatable {
        package let cell: Cell
        /// Why it is so, a whole sentence that names the rule; empty where the value says all.
        package let reason: String

        package init(_ cell: Cell, _ reason: String = "") {
            self.cell = cell
            self.reason = reason
        }
    }

    /// Where the records come from that a derivation reads.
    package enum Source: Sendable, Equatable {
        case none
        /// All records of a register of rules.
        case rules(String)
        /// The records of a register that name this one in the field.
        case children(of: String, by: String)
        /// The record that this one names in the field.
        case owner(by: String)
    }

    /// The field that it gives.
    package let key: String
    package let source: Source
    package let derive:
        @Sendable (_ cells: [String: Cell], _ records: [Record], _ today: Day) -> Value?

    package init(
        _ key: String, from source: Source = .none,
        _ derive:
            @escaping @Sendable (_ cells: [String: Cell], _ records: [Record], _ today: Day) ->
            Value?
    ) {
        self.key = key
        self.source = source
        self.derive = derive
    }
}
