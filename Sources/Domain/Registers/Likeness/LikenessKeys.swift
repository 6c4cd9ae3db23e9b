/// The keys of a record: what another that is the same would share at least one of.
///
/// A key is a number, the FNV-1a hash of the block's place and the values of its parts; that two
/// different ones fall together costs a comparison and changes nothing.
package enum LikenessKeys {
    /// Records that share a longer list than this are not found by it: the key says nothing.
    static let wordsMax = 6

    static func all(_ values: [LikenessProfile.Value?], _ likeness: Likeness) -> [Int64] {
        let texts = values.map { $0.map(Texts.init) }
        var keys: [Int64] = []
        for (place, block) in likeness.blocks.enumerated() {
            var hashes = [hash("\(place)", from: offset)]
            for part in block.parts {
                let own = Self.values(of: part, texts)
                hashes = hashes.flatMap { start in own.map { hash($0, from: start) } }
            }
            keys += hashes.map { Int64(bitPattern: $0) }
        }
        keys.sort()
        return keys.indices.filter { $0 == 0 || keys[$0] != keys[$0 - 1] }.map { keys[$0] }
    }

    /// What of a trait's value stands in keys, made once for all blocks.
    private struct Texts {
        var whole: [String] = []
        var words: [String] = []
        var street: [String] = []
        var path: [String] = []
        var cells: [String] = []

        init(_ value: LikenessProfile.Value) {
            switch value {
            case .name(let name):
                let telling = name.telling
                whole = [
                    telling.joined(separator: " ") + name.numbers.joined(separator: " ")
                ]
                words = Array(telling.prefix(wordsMax))
            case .address(let address):
                street = address.streetKey.map { [$0] } ?? []
                if !address.path.isEmpty {
                    path = [address.path.joined(separator: "/")]
                    whole = street.map { "\($0)|\(path[0])" }
                }
            case .digits(let digits):
                whole = [String(decoding: digits.suffix(9), as: UTF8.self)]
            case .point(let latitude, let longitude):
                cells = LikenessKeys.cells(latitude, longitude)
                whole = cells
            }
        }
    }

    private static func values(of part: Likeness.Block.Part, _ texts: [Texts?]) -> [String] {
        switch part {
        case .whole(let place): texts[place]?.whole ?? []
        case .word(let place): texts[place]?.words ?? []
        case .street(let place): texts[place]?.street ?? []
        case .path(let place): texts[place]?.path ?? []
        case .cell(let place): texts[place]?.cells ?? []
        }
    }

    /// Four squares of 0.002° (some 200 m) that overlap by half: points within 100 m of each other
    /// share one at least.
    private static func cells(_ latitude: Double, _ longitude: Double) -> [String] {
        let half = 0.001
        let (row, column) = (
            Int((latitude / half).rounded(.down)), Int((longitude / half).rounded(.down))
        )
        return [(0, 0), (0, 1), (1, 0), (1, 1)].map { "\(row + $0),\(column + $1)" }
    }

    /// The key of what tells a record from all others, as `RegisterDescription.identity(of:)` gives it.
    package static func identity(_ text: String) -> Int64 {
        Int64(bitPattern: hash(text, from: hash("identity", from: offset)))
    }

    private static let offset: UInt64 = 0xcbf2_9ce4_8422_2325

    /// The hash of a text with a mark after it, going on from that of the texts before.
    ///
    /// - Source: G. Fowler, L. C. Noll, K.-P. Vo, the FNV hash, 64 bits.
    private static func hash(_ text: String, from start: UInt64) -> UInt64 {
        var hash = start
        for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return (hash ^ 0x7C) &* 0x100_0000_01b3
    }
}

extension Likeness {
    /// Says by which rules keys and pairs were made: other words, other rules.
    ///
    /// The number counts how this program reads names and addresses; it goes up when that changes.
    package var rules: String { "2 \(traits) \(blocks)" }
}
