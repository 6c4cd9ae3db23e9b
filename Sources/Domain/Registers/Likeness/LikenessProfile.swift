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

    /// What another needs to be compared with it; without its keys.
    init(unpacking bytes: [UInt8], at start: Int, of traits: Int) {
        values = bytes.withUnsafeBytes { all in
            let own = UnsafeRawBufferPointer(rebasing: all[start...])
            return (0..<traits).map { PackedProfile.value(of: $0, of: traits, in: own) }
        }
        keys = []
    }

    static func value(of trait: Likeness.Trait, _ cells: [String: Cell]) -> Value? {
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

/// A profile as bytes: many of them lie in one array, and each trait is read only when it is
/// compared.
struct PackedProfile {
    let bytes: [UInt8]

    init(_ profile: LikenessProfile) {
        var body = PackedBytes()
        var places: [Int] = []
        for value in profile.values {
            guard let value else {
                places.append(0)
                continue
            }
            places.append(body.bytes.count + 1)
            value.pack(into: &body)
        }
        var packed = PackedBytes()
        for place in places { packed.append(count: place) }
        bytes = packed.bytes + body.bytes
    }

    static func value(
        of trait: Int, of traits: Int, in bytes: UnsafeRawBufferPointer
    ) -> LikenessProfile.Value? {
        var head = PackedReader(bytes, at: trait * PackedBytes.countSize)
        let place = head.count()
        guard place > 0 else { return nil }
        var body = PackedReader(bytes, at: traits * PackedBytes.countSize + place - 1)
        return LikenessProfile.Value(unpacking: &body)
    }
}

extension LikenessProfile.Value {
    fileprivate func pack(into packed: inout PackedBytes) {
        switch self {
        case .name(let name):
            packed.append(count: 0)
            name.pack(into: &packed)
        case .address(let address):
            packed.append(count: 1)
            address.pack(into: &packed)
        case .digits(let digits):
            packed.append(count: 2)
            packed.append(digits)
        case .point(let latitude, let longitude):
            packed.append(count: 3)
            packed.append(number: latitude.bitPattern)
            packed.append(number: longitude.bitPattern)
        }
    }

    fileprivate init(unpacking packed: inout PackedReader) {
        switch packed.count() {
        case 0: self = .name(NameForm(unpacking: &packed))
        case 1: self = .address(AddressForm(unpacking: &packed))
        case 2: self = .digits(packed.bytes())
        default:
            self = .point(
                latitude: Double(bitPattern: packed.number()),
                longitude: Double(bitPattern: packed.number()))
        }
    }
}

/// Lengths in two bytes, numbers in eight, the lower first. Fields of records are shorter than 65,536
/// bytes; what is not is cut.
struct PackedBytes {
    static let countSize = 2
    private(set) var bytes: [UInt8] = []

    mutating func append(count: Int) {
        let count = UInt16(clamping: count)
        bytes.append(UInt8(truncatingIfNeeded: count))
        bytes.append(UInt8(truncatingIfNeeded: count >> 8))
    }

    mutating func append(_ own: [UInt8]) {
        let own = own.prefix(Int(UInt16.max))
        append(count: own.count)
        bytes += own
    }

    mutating func append(_ texts: [String]) {
        append(count: texts.count)
        for text in texts { append(Array(text.utf8)) }
    }

    mutating func append(number: UInt64) {
        for shift in stride(from: 0, to: 64, by: 8) {
            bytes.append(UInt8(truncatingIfNeeded: number >> UInt64(shift)))
        }
    }
}

struct PackedReader {
    private let source: UnsafeRawBufferPointer
    private var place: Int

    init(_ source: UnsafeRawBufferPointer, at place: Int) {
        self.source = source
        self.place = place
    }

    mutating func count() -> Int {
        defer { place += PackedBytes.countSize }
        return Int(source.loadUnaligned(fromByteOffset: place, as: UInt16.self))
    }

    mutating func bytes() -> [UInt8] {
        let length = count()
        defer { place += length }
        return Array(source[place..<(place + length)])
    }

    mutating func texts() -> [String] {
        (0..<count()).map { _ in String(decoding: bytes(), as: UTF8.self) }
    }

    mutating func number() -> UInt64 {
        defer { place += 8 }
        return source.loadUnaligned(fromByteOffset: place, as: UInt64.self)
    }
}
