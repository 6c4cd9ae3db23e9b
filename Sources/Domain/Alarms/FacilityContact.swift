/// Whom a facility can be reached by at once.
package struct FacilityContact: Sendable, Equatable {
    package let name: String
    /// Digits, and a plus where the number has one.
    package let phone: String

    /// A facility is reached by so many numbers.
    ///
    /// - Source: issue 4: at least three phones of the facility.
    package static let wanted = 3
    /// More are not rung: who has not answered until then is not there.
    package static let most = 8

    package init(name: String, phone: String) {
        self.name = name
        self.phone = phone
    }

    /// Contacts that stand in lines of a remark, as `Bà Lan, tầng 2: 0912 345 678`.
    ///
    /// - Parameter name: of whom a line says only the number.
    package static func inLines(_ text: String, name: String) -> [FacilityContact] {
        text.split(whereSeparator: \.isNewline).flatMap { contacts(in: String($0), name: name) }
    }

    private static func contacts(in line: String, name: String) -> [FacilityContact] {
        var found: [FacilityContact] = []
        var (words, digits) = ("", "")
        func flush() {
            let isPhone = digits.hasPrefix("+84") || digits.hasPrefix("0")
            if isPhone, (10...12).contains(digits.count) {
                let who = trimmed(words)
                found.append(
                    FacilityContact(
                        name: who.isEmpty ? found.last?.name ?? name : who, phone: digits))
                words = ""
            } else {
                words += digits
            }
            digits = ""
        }
        for character in line {
            if ("0"..."9").contains(character) || character == "+" && digits.isEmpty {
                digits.append(character)
            } else if " .".contains(character), digits.hasPrefix("0") || digits.hasPrefix("+"),
                digits.count < 10
            {
                continue
            } else {
                flush()
                words.append(character)
            }
        }
        flush()
        return found
    }

    /// Without what parts a name from its number.
    private static func trimmed(_ words: String) -> String {
        let isEdge = { (character: Character) in " \t,;:–-()/.".contains(character) }
        let end = words.drop(while: isEdge).reversed().drop(while: isEdge).reversed()
        return String(end)
    }
}
