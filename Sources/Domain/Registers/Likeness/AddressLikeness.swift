/// An address as its parts, for comparing.
struct AddressForm: Sendable {
    let path: [String]
    let street: NameForm?
    let place: NameForm?
    /// Floors, lots, buildings.
    let site: [String]
    /// All its words, where nothing in them says a street or a group.
    private let words: NameForm?
    /// Letters and digits alone.
    private let letters: [UInt8]

    init?(_ text: String) {
        letters = folded(text).utf8.filter {
            (0x30...0x39).contains($0) || (0x61...0x7A).contains($0)
        }
        if letters.isEmpty { return nil }
        let address = AddressParser.read(text)
        path = address.path
        street = address.street.flatMap { NameForm($0.name) }
        let group = address.groups.last ?? (address.street == nil ? address.ward : nil)
        place = group.flatMap { NameForm($0.name) }
        words = street == nil && place == nil ? NameForm(text) : nil
        site = address.site.map { folded($0.words) }.sorted()
    }

    func pack(into packed: inout PackedBytes) {
        packed.append(letters)
        packed.append(path)
        packed.append(site)
        for name in [street, place, words] {
            packed.append(count: name == nil ? 0 : 1)
            name?.pack(into: &packed)
        }
    }

    init(unpacking packed: inout PackedReader) {
        letters = packed.bytes()
        path = packed.texts()
        site = packed.texts()
        let names = (0..<3).map { _ in
            packed.count() == 0 ? nil : NameForm(unpacking: &packed)
        }
        (street, place, words) = (names[0], names[1], names[2])
    }

    /// What of it finds the same street again; the group or ward where it names none.
    var streetKey: String? { (street ?? place).map { $0.telling.joined(separator: " ") } }

    func level(to other: AddressForm) -> Likeness.Level {
        if letters == other.letters { return .same }
        // A street and a group are two ways to say where: neither for it nor against it.
        if (street == nil) != (other.street == nil), place != nil || other.place != nil {
            return .part
        }
        guard let street = street ?? place, let theirs = other.street ?? other.place else {
            // One was not understood: its words are all there is.
            guard let words, let theirs = other.words else { return .part }
            return min(words.level(to: theirs), .near)
        }
        let streets = street.level(to: theirs)
        guard streets >= .near else { return .other }
        if !site.isEmpty, !other.site.isEmpty, site != other.site { return .other }
        if path.isEmpty || other.path.isEmpty {
            return path.isEmpty && other.path.isEmpty ? .near : .part
        }
        if path == other.path { return streets }
        // "ngõ 12" of "số 5 ngõ 12", or "12" of "12A": a part of the way, or of the number.
        let (short, long) = path.count <= other.path.count ? (path, other.path) : (other.path, path)
        if short.count < long.count, Array(long.prefix(short.count)) == short { return .part }
        let isSlip =
            path.count == other.path.count
            && zip(path, other.path).count { $0 != $1 } == 1
            && zip(path, other.path).allSatisfy { one, theirs in
                one == theirs || one.hasPrefix(theirs) || theirs.hasPrefix(one)
            }
        return isSlip ? .part : .other
    }
}
