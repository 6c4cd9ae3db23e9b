/// A Vietnamese address as its parts (địa chỉ), from the door outwards.
///
/// Only what the words say is here: what was not understood stands in `rest` as it was written, and
/// a kind that nobody wrote is nil, since "12/34" is an alley of any kind.
package struct Address: Sendable, Equatable {
    /// A word for what it is with its name or number: "tổ dân phố" and "3".
    package struct Part: Sendable, Equatable {
        /// Spelt out and in small letters; nil where it was not written.
        package let kind: String?
        package let name: String

        package init(_ kind: String?, _ name: String) {
            self.kind = kind
            self.name = name
        }

        var words: String { kind.map { "\($0) \(name)" } ?? name }
    }

    /// What stands within a building or a site: "lô B5", "tầng 3", "chung cư X".
    package var site: [Part] = []
    package var house: String?
    /// From the street inwards: ngõ 12, then ngách 34.
    package var alleys: [Part] = []
    package var street: Part?
    /// Tổ dân phố, khu phố, thôn, bản, ấp…, the smaller first.
    package var groups: [Part] = []
    package var ward: Part?
    /// Of the time before 1 July 2025: quận, huyện, thị xã, a city within a province.
    package var district: Part?
    package var province: Part?
    package var rest: [String] = []

    package init() {}

    /// How many alleys lie between the street and the door: 0 on the street, 2 in a ngách of a ngõ.
    package var alleyDepth: Int { alleys.count }

    /// Spelt out from the door outwards: "Số 5, ngách 34, ngõ 12, phố Nguyễn Trãi".
    package var canonical: String {
        var parts: [String] = []
        var numbers: [String] = []
        for alley in alleys {
            numbers.append(alley.name)
            guard let kind = alley.kind else { continue }
            parts.insert("\(kind) \(numbers.joined(separator: "/"))", at: 0)
            numbers = []
        }
        // Where nobody said what kind of alley it is, the numbers stay one, as they were.
        var street = street.map(\.words)
        if house != nil || !numbers.isEmpty {
            var words = (numbers + (house.map { [$0] } ?? [])).joined(separator: "/")
            if house != nil { words = "số \(words)" }
            if parts.isEmpty, let name = street, self.street?.kind == nil {
                words += " \(name)"
                street = nil
            }
            parts.insert(words, at: 0)
        }
        parts = site.map(\.words) + parts
        if let street { parts.append(street) }
        parts += rest
        parts += groups.map(\.words)
        parts += [ward, district, province].compactMap { $0?.words }
        let text = parts.joined(separator: ", ")
        return text.prefix(1).uppercased() + text.dropFirst()
    }

    /// Numbers from the street to the door, folded: `["12", "34", "5"]`; empty: no number is known.
    package var path: [String] {
        (alleys.map(\.name) + (house.map { [$0] } ?? [])).map { folded(Self.trimmed($0)) }
    }

    /// Without zeros in front: "05" is "5".
    static func trimmed(_ number: String) -> String {
        guard number.first == "0", number.dropFirst().first?.isNumber == true else { return number }
        return trimmed(String(number.dropFirst()))
    }
}
