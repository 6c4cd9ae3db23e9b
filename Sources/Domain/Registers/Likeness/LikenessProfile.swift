/// A record made ready for comparing: its traits read once, however often they are compared.
package struct LikenessProfile: Sendable {
    enum Value: Sendable {
        case name(NameForm)
        case address(AddressForm)
        case digits([UInt8])
        case point(latitude: Double, longitude: Double)
    }

    /// One for each trait; nil where the record has none.
    let values: [Value?]
    /// Of the blocks that it stands in.
    package let keys: [Int64]

    package init(_ cells: [String: Cell], _ likeness: Likeness) {
        values = likeness.traits.map { Self.value(of: $0, cells) }
        keys = LikenessKeys.all(values, likeness)
    }

    private static func value(of trait: Likeness.Trait, _ cells: [String: Cell]) -> Value? {
        switch trait.comparison {
        case .point:
            guard trait.keys.count == 2,
                let latitude = cells[trait.keys[0]].flatMap(Double.init(cell:)),
                let longitude = cells[trait.keys[1]].flatMap(Double.init(cell:))
            else { return nil }
            return .point(latitude: latitude, longitude: longitude)
        case .name: return NameForm(text(trait, cells)).map(Value.name)
        case .address: return AddressForm(text(trait, cells)).map(Value.address)
        case .phone, .day, .code:
            let letters = folded(text(trait, cells)).utf8.filter { byte in
                (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte)
            }
            return letters.isEmpty ? nil : .digits(letters)
        }
    }

    private static func text(_ trait: Likeness.Trait, _ cells: [String: Cell]) -> String {
        trait.keys.compactMap { cells[$0] }.filter { !$0.isEmpty }.map(\.plain)
            .joined(separator: " ")
    }
}
