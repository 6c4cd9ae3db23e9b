/// How the records of a register are told to be one and the same thing, kept twice.
///
/// Each trait that two records share, or do not, is evidence of so many bits: the logarithm to the
/// base 2 of how much oftener it is seen of one thing than of two. Their sum is judged. Traits that
/// either record lacks say nothing.
///
/// - Source: I. Fellegi, A. Sunter, «A Theory for Record Linkage», Journal of the American
///   Statistical Association 64 (1969).
package struct Likeness: Sendable {
    /// What of the records is compared, and how.
    package struct Trait: Sendable {
        /// Fields whose values stand in it; several are read as one, as given name and surname.
        package let keys: [String]
        package let comparison: Comparison
        package let weights: Weights

        /// - Parameter weights: nil: those of the comparison.
        package init(_ keys: [String], _ comparison: Comparison, _ weights: Weights? = nil) {
            self.keys = keys
            self.comparison = comparison
            self.weights = weights ?? comparison.weights
        }
    }

    package enum Comparison: Sendable {
        /// Names of things and people, word by word.
        case name
        case phone
        case address
        case day
        /// Numbers and codes that are right or wrong, but for a slip.
        case code
        /// Latitude and longitude.
        case point
    }

    /// Evidence in bits by how alike two values are.
    package struct Weights: Sendable {
        package let same: Double
        package let near: Double
        package let part: Double
        package let other: Double

        package init(same: Double, near: Double, part: Double, other: Double) {
            self.same = same
            self.near = near
            self.part = part
            self.other = other
        }

        func of(_ level: Level) -> Double {
            switch level {
            case .same: same
            case .near: near
            case .part: part
            case .other: other
            }
        }
    }

    package enum Level: Sendable, Comparable { case other, part, near, same }

    /// A way in which duplicates are looked for: records that share all of its parts are compared.
    package struct Block: Sendable {
        package enum Part: Sendable {
            /// The whole value of a trait, by its place.
            case whole(Int)
            /// One telling word of a name.
            case word(Int)
            /// The street of an address, or the group or the ward where it has none.
            case street(Int)
            /// The numbers of an address from the street to the door.
            case path(Int)
            /// A square of the map and its neighbours.
            case cell(Int)
        }

        package let parts: [Part]

        package init(_ parts: Part...) { self.parts = parts }
        package init(_ parts: [Part]) { self.parts = parts }
    }

    package let traits: [Trait]
    package let blocks: [Block]
    let cheapFirst: [(trait: Int, most: Double)]

    package init(_ traits: [Trait], blocks: [Block]) {
        self.traits = traits
        self.blocks = blocks
        cheapFirst = Self.cheapFirst(traits)
    }

    /// From so many bits a person is asked: two records of a register of a thousand that look so
    /// are as often one as two (2¹⁰ is 1,024; the sample ward has 1,100 facilities).
    package static let askedBits = 10.0
    /// From here it is called almost certain: a thousand times as often one as two.
    package static let certainBits = 20.0
}

extension Likeness.Comparison {
    /// Evidence where a declaration gives none of its own.
    ///
    /// `same` is the rarity of a value among things of a ward, `other` how seldom one thing is
    /// written so differently twice. They are the product's own, set on generated records of one
    /// seed and measured on those of others (`Benchmarks/Likeness`).
    package var weights: Likeness.Weights {
        switch self {
        // One name in two hundred; common words count less than rare ones before it comes here.
        case .name: .init(same: 8, near: 6.5, part: 1, other: -7)
        // Owners have several places, so a number is no proof; and numbers change.
        case .phone: .init(same: 9, near: 4, part: 0, other: -1.5)
        // A door of a ward; a different door of the same street speaks against.
        case .address: .init(same: 8, near: 5, part: 1, other: -5)
        case .day: .init(same: 8, near: 4, part: 0, other: -3)
        case .code: .init(same: 8, near: 4, part: 0, other: -4)
        // A fifth of a hectare of a ward of two square kilometres.
        case .point: .init(same: 6, near: 3, part: 0, other: -3)
        }
    }
}
