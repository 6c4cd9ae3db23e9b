/// Two records side by side, to be made one value by value.
package struct RecordMerge: Sendable {
    package enum Side: String, Sendable { case kept, merged }

    package struct Choice: Sendable {
        package let field: any FieldDescription
        package let kept: Cell
        package let merged: Cell
        /// The fuller, else the later confirmed, else what is kept.
        package let preferred: Side
    }

    package let register: RegisterDescription
    package let kept: Record
    package let merged: Record
    private let role: Role
    /// Fields in which the two differ, as far as the officer sees them.
    package let choices: [Choice]

    /// - Parameters:
    ///   - keptClocks: when each field was last confirmed, by key.
    package init(
        _ register: RegisterDescription, kept: Record, merged: Record, for role: Role,
        keptClocks: [String: Instant], mergedClocks: [String: Instant]
    ) {
        self.register = register
        self.kept = kept
        self.merged = merged
        self.role = role
        choices = register.entered.filter { $0.isSeen(by: role) }.compactMap { field in
            let (one, other) = (kept.cells[field.key] ?? .empty, merged.cells[field.key] ?? .empty)
            guard one != other else { return nil }
            let (mine, theirs) = (keptClocks[field.key], mergedClocks[field.key])
            return Choice(
                field: field, kept: one, merged: other,
                preferred: Self.preferred(one, other, mine, theirs))
        }
    }

    /// The side whose record has more to keep, by which it is proposed to keep that one.
    package static func fuller(_ one: Record, _ other: Record) -> Bool {
        one.cells.values.count { !$0.isEmpty } >= other.cells.values.count { !$0.isEmpty }
    }

    private static func preferred(
        _ kept: Cell, _ merged: Cell, _ mine: Instant?, _ theirs: Instant?
    ) -> Side {
        if merged.isEmpty { return .kept }
        if kept.isEmpty { return .merged }
        if let mine, let theirs, mine != theirs { return theirs > mine ? .merged : .kept }
        // "Cửa hàng Hoa Mai" within "Cửa hàng gas Hoa Mai": the longer says all of the shorter.
        if case .text(let one) = kept, case .text(let other) = merged {
            let (mine, theirs) = (Set(words(one)), Set(words(other)))
            if theirs.isStrictSuperset(of: mine) { return .merged }
            // The same words, of which one has its diacritics.
            if mine == theirs, marks(other) > marks(one) { return .merged }
        }
        return .kept
    }

    private static func words(_ text: String) -> [Substring] {
        folded(text).split { !$0.isLetter && !$0.isNumber }
    }

    private static func marks(_ text: String) -> Int { text.count { $0.isLetter && !$0.isASCII } }

    /// Fields that are the same on both, as far as the officer sees them.
    package var shared: [any FieldDescription] {
        let differing = Set(choices.map(\.field.key))
        return register.entered.filter { field in
            field.isSeen(by: role) && !differing.contains(field.key)
                && !(kept.cells[field.key] ?? .empty).isEmpty
        }
    }

    /// The cells after the choice, by key; what the officer does not see is taken where the kept
    /// record has nothing.
    package func cells(_ chosen: [String: Side]) -> [String: Cell] {
        var cells = kept.cells
        for field in register.fields where (cells[field.key] ?? .empty).isEmpty {
            if !field.isSeen(by: role) { cells[field.key] = merged.cells[field.key] ?? .empty }
        }
        for choice in choices {
            cells[choice.field.key] =
                (chosen[choice.field.key] ?? choice.preferred) == .kept
                ? choice.kept : choice.merged
        }
        return cells
    }
}
