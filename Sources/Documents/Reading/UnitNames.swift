import Domain

/// The units that a document names, and how to find them in a text.
///
/// A name stands in the spelling that the document itself gives it in a heading, else in its
/// fullest form; the other spellings lead to it.
struct UnitNames: Sendable {
    /// A unit named in a text.
    struct Match: Sendable, Equatable {
        var canonical: String
        var range: Range<Int>
    }

    init() {}

    /// The units named in a text from left to right, the longest name first, none overlapping.
    func matches(in body: Script, within range: Range<Int>? = nil) -> [Match] { [] }

    /// The unit whose name begins at a position, if any.
    func match(in body: Script, at position: Int) -> Match? { nil }

    /// The name under which the document knows a unit; an unknown name stays as it is.
    func canonical(_ name: String) -> String { name }
}
