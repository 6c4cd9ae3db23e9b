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
