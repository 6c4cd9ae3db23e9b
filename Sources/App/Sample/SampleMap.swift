import Domain
import Foundation

/// Where the sample ward's groups lie, and what is theirs within: cells of a grid, their corners
/// moved a little by their numbers, so that every load is the same.
struct SampleMap: Sendable {
    /// A place that is no ward's; the sample's map begins there.
    private static let corner = Coordinate(latitude: 20.8440, longitude: 106.6880)
    /// Some half a kilometre each way.
    private static let cell = (north: 0.0045, east: 0.0048)
    /// Corners are moved by so much of a cell at most, and records keep so far from its edges.
    private static let margin = 0.12

    private let groups: Int
    private let columns: Int
    private var rows: Int { (groups + columns - 1) / columns }

    init(groups: Int) {
        self.groups = max(1, groups)
        let side = Int(Double(self.groups).squareRoot().rounded(.up))
        // Whole rows where they make no narrow strip.
        columns = (side...(2 * side)).first { [groups = self.groups] in groups % $0 == 0 } ?? side
    }

    /// The corner between cells; those of the ward's own border are moved too.
    private func corner(_ column: Int, _ row: Int) -> Coordinate {
        let (u, v) = Self.scattered(column * 31 + row * 17)
        let shift = { (share: Double) in (share - 0.5) * 2 * Self.margin }
        return Coordinate(
            latitude: Self.corner.latitude + (Double(row) + shift(v)) * Self.cell.north,
            longitude: Self.corner.longitude + (Double(column) + shift(u)) * Self.cell.east)
    }

    /// The last group takes what is left of its row.
    func boundary(ofGroup index: Int) -> Polygon {
        let (row, column) = (index / columns, index % columns)
        let end = index == groups - 1 ? columns : column + 1
        let near = (column...end).map { corner($0, row) }
        let far = (column...end).reversed().map { corner($0, row + 1) }
        return Polygon(near + far)
    }

    var ward: Polygon {
        let south = (0...columns).map { corner($0, 0) }
        let east = (1...rows).map { corner(columns, $0) }
        let north = (0..<columns).reversed().map { corner($0, rows) }
        let west = (1..<rows).reversed().map { corner(0, $0) }
        return Polygon(south + east + north + west)
    }

    /// A place in the cell of a group.
    func place(_ number: Int, inGroup index: Int) -> Coordinate {
        let (u, v) = scattered(number, inGroup: index)
        let inner = { (share: Double) in 1.5 * Self.margin + share * (1 - 3 * Self.margin) }
        return at(inner(u), inner(v), ofGroup: index)
    }

    private func at(_ u: Double, _ v: Double, ofGroup index: Int) -> Coordinate {
        Coordinate(
            latitude: Self.corner.latitude + (Double(index / columns) + v) * Self.cell.north,
            longitude: Self.corner.longitude + (Double(index % columns) + u) * Self.cell.east
        )
    }

    /// An alley that runs north from the south of its group, with a bend, so many metres long.
    func alley(_ number: Int, metres: Int, inGroup index: Int) -> LineString {
        let (u, _) = scattered(number, inGroup: index)
        let head = at(0.2 + u * 0.5, 0.14, ofGroup: index)
        let bend = Self.moved(head, metres: Double(metres) * 0.6, degrees: 8)
        return LineString([
            head, bend, Self.moved(bend, metres: Double(metres) * 0.4, degrees: 38),
        ])
    }

    /// A way that runs east through its group.
    func road(_ number: Int, metres: Int, inGroup index: Int) -> LineString {
        let (_, v) = scattered(number, inGroup: index)
        let head = at(0.1, 0.25 + v * 0.5, ofGroup: index)
        return LineString([head, Self.moved(head, metres: Double(metres), degrees: 86)])
    }

    /// - Parameter degrees: from north to east.
    private static func moved(
        _ point: Coordinate, metres: Double, degrees: Double
    ) -> Coordinate {
        let metresPerDegree = 111_195.08
        let (north, east) = (cos(degrees * .pi / 180), sin(degrees * .pi / 180))
        let narrow = cos(point.latitude * .pi / 180)
        return Coordinate(
            latitude: point.latitude + metres * north / metresPerDegree,
            longitude: point.longitude + metres * east / metresPerDegree / narrow)
    }

    /// Neighbours in a group are so many numbers apart as there are groups.
    private func scattered(_ number: Int, inGroup index: Int) -> (Double, Double) {
        Self.scattered(number / groups + index * 13)
    }

    /// Shares of a cell that lie apart from each other.
    ///
    /// - Source: Martin Roberts, "The Unreasonable Effectiveness of Quasirandom Sequences" (R2).
    private static func scattered(_ number: Int) -> (Double, Double) {
        let share = { (step: Double) in (Double(number) * step).truncatingRemainder(dividingBy: 1) }
        return (share(0.754_877_666), share(0.569_840_291))
    }
}

extension Coordinate {
    /// As the fields of a place.
    var texts: [String: String] {
        ["latitude": "\(latitude)", "longitude": "\(longitude)"]
    }
}
