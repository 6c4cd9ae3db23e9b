/// Ways that registers know as lines, along which a hose is laid from water to a fire: alleys and
/// roads, as one net.
///
/// Each is a row of points a few metres apart, and points of two ways that come near each other are
/// joined, as lines that people drew meet nowhere exactly. A length is right to some metres.
package struct WayNetwork: Sendable {
    /// Between two points of a way.
    package static let stepMetres = 10.0
    /// Ways that come so near each other meet: two that cross have points no farther apart.
    package static let joinMetres = 10.0
    /// A house or a hydrant stands so far from its way at most.
    package static let reachMetres = 50.0
    /// Farther than any hose.
    package static let routeMetresMax = 3_000.0

    private let origin: Coordinate
    private var points: [(x: Double, y: Double)] = []
    private var neighbours: [[(point: Int, metres: Double)]] = []
    /// By their square of `joinMetres`.
    private var squares: [Square: [Int]] = [:]
    /// From the origin to each point; infinite: no way is known.
    private var lengths: [Double] = []

    private struct Square: Hashable {
        let x: Int
        let y: Int

        init(_ point: (x: Double, y: Double)) {
            x = Int((point.x / WayNetwork.joinMetres).rounded(.down))
            y = Int((point.y / WayNetwork.joinMetres).rounded(.down))
        }

        init(x: Int, y: Int) {
            self.x = x
            self.y = y
        }
    }

    /// - Parameter origin: where it burns; ways are followed from there.
    package init(_ ways: [LineString], from origin: Coordinate) {
        self.origin = origin
        for way in ways { add(way.points.map { $0.plane(around: origin) }) }
        measure()
    }

    /// How far a place is along the ways; nil: no known way leads there.
    package func metres(to place: Coordinate) -> Double? {
        let place = place.plane(around: origin)
        let length = near(place, within: Self.reachMetres)
            .reduce(Double.infinity) { min($0, lengths[$1.point] + $1.metres) }
        return length <= Self.routeMetresMax ? length : nil
    }

    private mutating func add(_ corners: [(x: Double, y: Double)]) {
        var last: Int?
        for (start, end) in zip(corners, corners.dropFirst()) {
            let length = Self.distance(start, end)
            // What lies beyond every hose is left out.
            guard
                min(Self.distance(start, (0, 0)), Self.distance(end, (0, 0)))
                    <= Self.routeMetresMax + length
            else {
                last = nil
                continue
            }
            let steps = max(1, Int((length / Self.stepMetres).rounded(.up)))
            for step in (last == nil ? 0 : 1)...steps {
                let part = Double(step) / Double(steps)
                let point = (
                    x: start.x + (end.x - start.x) * part, y: start.y + (end.y - start.y) * part
                )
                last = add(point, after: last)
            }
        }
    }

    /// Adds a point, which is joined with all that are near it.
    private mutating func add(_ point: (x: Double, y: Double), after last: Int?) -> Int {
        let index = points.count
        let joined = near(point, within: Self.joinMetres)
        points.append(point)
        neighbours.append([])
        for other in joined where other.point != last { join(index, other.point, other.metres) }
        if let last { join(index, last, Self.distance(point, points[last])) }
        squares[Square(point), default: []].append(index)
        return index
    }

    private mutating func join(_ one: Int, _ other: Int, _ metres: Double) {
        neighbours[one].append((other, metres))
        neighbours[other].append((one, metres))
    }

    private func near(
        _ place: (x: Double, y: Double), within metres: Double
    ) -> [(point: Int, metres: Double)] {
        let reach = Int((metres / Self.joinMetres).rounded(.up))
        let middle = Square(place)
        var found: [(point: Int, metres: Double)] = []
        for x in middle.x - reach...middle.x + reach {
            for y in middle.y - reach...middle.y + reach {
                for point in squares[Square(x: x, y: y)] ?? [] {
                    let distance = Self.distance(place, points[point])
                    if distance <= metres { found.append((point, distance)) }
                }
            }
        }
        return found
    }

    /// The shortest way from the origin to each point.
    ///
    /// - Source: Dial, Algorithm 360, Communications of the ACM 12 (1969): one bucket for each metre.
    private mutating func measure() {
        lengths = Array(repeating: .infinity, count: points.count)
        var buckets: [[Int]] = Array(repeating: [], count: Int(Self.routeMetresMax) + 1)
        func reach(_ point: Int, _ length: Double, _ lengths: inout [Double]) {
            guard length < lengths[point], length <= Self.routeMetresMax else { return }
            lengths[point] = length
            buckets[Int(length)].append(point)
        }
        for (point, metres) in near((0, 0), within: Self.reachMetres) {
            reach(point, metres, &lengths)
        }
        for bucket in buckets.indices {
            while let point = buckets[bucket].popLast() {
                let length = lengths[point]
                // It was reached by a shorter way meanwhile.
                guard Int(length) == bucket else { continue }
                for next in neighbours[point] {
                    reach(next.point, length + next.metres, &lengths)
                }
            }
        }
    }

    private static func distance(
        _ one: (x: Double, y: Double), _ other: (x: Double, y: Double)
    ) -> Double {
        let (east, north) = (one.x - other.x, one.y - other.y)
        return (east * east + north * north).squareRoot()
    }
}
