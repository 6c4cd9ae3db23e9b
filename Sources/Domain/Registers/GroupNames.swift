/// The residential groups of a ward by what sheets call them: "Tổ dân phố số 3", "TDP 03", "3".
package struct GroupNames: Sendable {
    private var byName: [String: String] = [:]
    /// The group with a number, where only one has it.
    private var byNumber: [Int: String] = [:]
    private var names: [String: String] = [:]

    /// - Parameter groups: identifier and all names of each.
    package init(_ groups: [(id: String, names: [String])]) {
        var numbers: [Int: Set<String>] = [:]
        for group in groups {
            byName[group.id] = group.id
            names[group.id] = group.names.first
            for name in group.names {
                byName[folded(name)] = group.id
                if let number = Self.number(in: name) {
                    numbers[number, default: []].insert(group.id)
                }
            }
        }
        byNumber = numbers.compactMapValues { $0.count == 1 ? $0.first : nil }
    }

    /// The identifier of the group that a cell means; nil: none, or more than one.
    package func group(_ text: String) -> String? {
        byName[text] ?? byName[folded(text)] ?? Self.number(in: text).flatMap { byNumber[$0] }
    }

    package func name(of id: String) -> String? { names[id] }

    /// The only number of a name.
    private static func number(in text: String) -> Int? {
        let numbers = text.split { !$0.isASCII || !$0.isNumber }
        return numbers.count == 1 ? Int(numbers[0]) : nil
    }
}
