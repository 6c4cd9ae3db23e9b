/// Lines and areas as text, which GIS programs read: `LINESTRING (105.81 21.03, 105.82 21.04)`.
///
/// Also taken: the prefix `SRID=4326;` of PostGIS, a third and fourth coordinate, which are left
/// out, and collections of one kind (`MULTIPOLYGON`), as QGIS writes them by default.
///
/// - Source: OGC 06-103r4 (Simple Feature Access), 7.2; longitude first, as x.
struct WellKnownText {
    let kind: ShapeKind
    /// The lines, or the rings of the areas; at least one.
    let paths: [[Coordinate]]

    init?(_ text: String) {
        var rest = Substring(text.lowercased())
        let system = "srid=4326;"
        if rest.hasPrefix(system) { rest = rest.dropFirst(system.count) }
        guard let open = rest.firstIndex(of: "(") else { return nil }
        let words = rest[..<open].split(separator: " ")
        guard let name = words.first, words.count <= 2,
            words.count == 1 || ["z", "m", "zm"].contains(words[1])
        else { return nil }
        let depth: Int
        switch name {
        case "linestring": (kind, depth) = (.line, 1)
        case "multilinestring": (kind, depth) = (.line, 2)
        case "polygon": (kind, depth) = (.area, 2)
        case "multipolygon": (kind, depth) = (.area, 3)
        default: return nil
        }
        guard let paths = Self.paths(rest[open...], depth: depth), !paths.isEmpty else {
            return nil
        }
        self.paths = paths
    }

    /// The innermost lists of lists that are so deep.
    private static func paths(_ text: Substring, depth: Int) -> [[Coordinate]]? {
        var paths: [[Coordinate]] = []
        var level = 0
        var isAfterList = false
        var numbers = text.startIndex
        for index in text.indices {
            switch text[index] {
            case "(":
                level += 1
                guard level <= depth, index == text.startIndex || level > 1 else { return nil }
                isAfterList = false
                numbers = text.index(after: index)
            case ")":
                if level == depth, !isAfterList {
                    guard let path = coordinates(text[numbers..<index]) else { return nil }
                    paths.append(path)
                }
                level -= 1
                isAfterList = true
                guard level >= 0 else { return nil }
            case ",", " ", "\t", "\n": continue
            default: guard level == depth else { return nil }
            }
        }
        return level == 0 ? paths : nil
    }

    private static func coordinates(_ text: Substring) -> [Coordinate]? {
        var found: [Coordinate] = []
        for part in text.split(separator: ",", omittingEmptySubsequences: false) {
            let numbers = part.split(whereSeparator: \.isWhitespace)
            guard (2...4).contains(numbers.count), let x = Double(numbers[0]),
                let y = Double(numbers[1]), abs(x) <= 180, abs(y) <= 180
            else { return nil }
            found.append(Coordinate(latitude: y, longitude: x))
        }
        return found
    }

    /// `(105.81 21.03, 105.82 21.04)`.
    static func words(_ points: [Coordinate]) -> String {
        let parts = points.map { "\(number($0.longitude)) \(number($0.latitude))" }
        return "(" + parts.joined(separator: ", ") + ")"
    }

    private static func number(_ degrees: Double) -> String {
        degrees == degrees.rounded() ? "\(Int(degrees))" : "\(degrees)"
    }
}
