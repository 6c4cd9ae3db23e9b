/// A telephone number of Vietnam, as its digits with the zero in front: `0912345678`.
///
/// - Source: the national numbering plan of 2014 as in use: mobile numbers have ten digits, those of
///   homes and offices eleven with the area code `02x`. Short numbers (114, 1900…) are of services,
///   not of people, and are kept as they are.
package struct Telephone: FieldValue {
    package let digits: String

    /// `0912 345 678`, `+84 912.345.678`, `912345678` (a sheet takes the zero away).
    package init?(text: String) {
        guard text.allSatisfy({ $0.isWhole || " .-+()\u{A0}".contains($0) }) else { return nil }
        var digits = text.filter(\.isWhole)
        if text.first == "+" || digits.count > 10, digits.hasPrefix("84") {
            digits = "0" + digits.dropFirst(2).drop { $0 == "0" }
        } else if digits.first != "0", (9...10).contains(digits.count) {
            digits = "0" + digits
        }
        let isShort = digits.first == "1" && (3...8).contains(digits.count)
        let isMobile = digits.count == 10 && Self.mobile.contains(digits.dropFirst().first ?? "0")
        let isLandline = digits.count == 11 && digits.hasPrefix("02")
        guard isShort || isMobile || isLandline else { return nil }
        self.digits = digits
    }

    private static let mobile: Set<Character> = ["3", "5", "7", "8", "9"]

    package init?(cell: Cell) {
        guard case .text(let text) = cell else { return nil }
        digits = text
    }

    package var cell: Cell { .text(digits) }

    package var shown: String {
        guard digits.first == "0" else { return digits }
        let head = digits.prefix(digits.count - 6)
        return "\(head) \(digits.dropFirst(head.count).prefix(3)) \(digits.suffix(3))"
    }

    /// By which who knows the number tells it from another, and who does not learns none.
    package var masked: String { "…\(digits.suffix(3))" }

    package static var control: Control { .line }
    package static var expected: String { "một số điện thoại, như 0912 345 678" }
}

extension Character {
    fileprivate var isWhole: Bool { ("0"..."9").contains(self) }
}
