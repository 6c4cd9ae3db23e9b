/// Something that two or more fields of a record must not say together (đúng).
package struct RecordCheck: Sendable {
    /// Within the register; never changes.
    package let code: String
    /// When a record is wrong.
    package let isWrong: Condition
    /// What is wrong, a whole sentence.
    package let sentence: String

    package init(_ code: String, _ isWrong: Condition, _ sentence: String) {
        self.code = code
        self.isWrong = isWrong
        self.sentence = sentence
    }
}

/// A field that follows from others, by rules that change from year to year.
package struct Derivation: Sendable {
    package struct Value: Sendable, Equatable {
        package let cell: Cell
        /// Why it is so, a whole sentence that names the rule.
        package let reason: String

        package init(_ cell: Cell, _ reason: String) {
            self.cell = cell
            self.reason = reason
        }
    }

    /// The field that it gives.
    package let key: String
    /// Name of the register whose records are the rules; nil where none are needed.
    package let rules: String?
    package let derive:
        @Sendable (_ cells: [String: Cell], _ rules: [Record], _ today: Day) -> Value?

    package init(
        _ key: String, rules: String? = nil,
        _ derive:
            @escaping @Sendable (_ cells: [String: Cell], _ rules: [Record], _ today: Day) ->
            Value?
    ) {
        self.key = key
        self.rules = rules
        self.derive = derive
    }
}
