/// What lines and areas of registers have in common.
enum ShapeRules {
    /// Why points cannot be kept; nil when they can.
    static func refusal(ofVertices points: [Coordinate]) -> String? {
        guard points.count <= LineString.verticesMax else {
            return
                "có \(points.count.vietnamese) điểm; nhiều nhất \(LineString.verticesMax.vietnamese). Hãy giản lược trước."
        }
        guard points.allSatisfy(\.isInCountry) else {
            let (south, north) = (Coordinate.countryLatitudes, Coordinate.countryLongitudes)
            return
                "có điểm ngoài Việt Nam (kinh độ \(north.lowerBound.shown)–\(north.upperBound.shown), vĩ độ \(south.lowerBound.shown)–\(south.upperBound.shown)). Hãy ghi kinh độ trước, vĩ độ sau."
        }
        return nil
    }
}

/// Whether lines meet, exactly, on coordinates in millionths of a degree.
enum Crossing {
    typealias Point = (x: Int, y: Int)

    /// Whether a chain of segments meets itself elsewhere than where one segment follows another.
    ///
    /// It looks at every pair; chains are bounded by `LineString.verticesMax`.
    static func isThere(in chain: [Coordinate]) -> Bool {
        let points = chain.map(\.millionths)
        let last = points.count - 2
        let isClosed = chain.count > 2 && chain.first == chain.last
        for i in stride(from: 0, through: last, by: 1) {
            for j in stride(from: i + 1, through: last, by: 1) {
                let (a, b, c, d) = (points[i], points[i + 1], points[j], points[j + 1])
                let meets =
                    if j == i + 1 {
                        foldsBack(a, b, d)
                    } else if isClosed, i == 0, j == last {
                        foldsBack(b, a, c)
                    } else {
                        meet(a, b, c, d)
                    }
                if meets { return true }
            }
        }
        return false
    }

    /// Above zero to the left of the way from `a` to `b`.
    static func side(of p: Point, from a: Point, to b: Point) -> Int {
        (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x)
    }

    /// Within the box of two points.
    static func isBetween(_ p: Point, _ a: Point, _ b: Point) -> Bool {
        min(a.x, b.x) <= p.x && p.x <= max(a.x, b.x) && min(a.y, b.y) <= p.y
            && p.y <= max(a.y, b.y)
    }

    /// Whether the way over `b` goes back over itself.
    private static func foldsBack(_ a: Point, _ b: Point, _ c: Point) -> Bool {
        side(of: c, from: a, to: b) == 0
            && (a.x - b.x) * (c.x - b.x) + (a.y - b.y) * (c.y - b.y) > 0
    }

    private static func meet(_ a: Point, _ b: Point, _ c: Point, _ d: Point) -> Bool {
        guard max(a.x, b.x) >= min(c.x, d.x), max(c.x, d.x) >= min(a.x, b.x),
            max(a.y, b.y) >= min(c.y, d.y), max(c.y, d.y) >= min(a.y, b.y)
        else { return false }
        let (p, q) = (side(of: c, from: a, to: b).signum(), side(of: d, from: a, to: b).signum())
        let (r, s) = (side(of: a, from: c, to: d).signum(), side(of: b, from: c, to: d).signum())
        // Boxes that meet and ends on neither one side nor the other.
        return p * q <= 0 && r * s <= 0
    }
}
