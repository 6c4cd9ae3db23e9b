/// When a record may no longer be changed, or not be taken out of its register.
package struct RecordLock: Sendable {
    package enum Act: Sendable { case change, end }

    package let act: Act
    package let condition: Condition
    /// Why, and what to do instead: a whole sentence or two.
    package let sentence: String

    package init(_ act: Act, when condition: Condition, _ sentence: String) {
        self.act = act
        self.condition = condition
        self.sentence = sentence
    }
}

extension RegisterDescription {
    /// - Throws: `.conflict` with the lock's own words.
    package func requireUnlocked(_ act: RecordLock.Act, _ cells: [String: Cell]) throws(Problem) {
        for lock in locks where lock.act == act && lock.condition.holds(for: cells) {
            throw Problem(.conflict, lock.sentence)
        }
    }
}
