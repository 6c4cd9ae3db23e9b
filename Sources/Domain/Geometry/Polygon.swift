import Glibc

/// An area on the ground within one closed line.
///
/// - Source: OGC 06-103r4 (Simple Feature Access), 6.1.11; RFC 7946, 3.1.6.
package struct Polygon: Sendable, Equatable {
    /// Counterclockwise, the last point the same as the first.
    package let ring: [Coordinate]
    /// Holes and further pieces that a text held; an area of a register has none.
    let otherRings: Int

    /// - Parameter ring: closed here when it is open.
    package init(_ ring: [Coordinate]) { self.init(ring, otherRings: 0) }

    init(_ ring: [Coordinate], otherRings: Int) {
        var points = LineString.withoutRepeats(ring.map(\.rounded))
        if points.count > 1, let first = points.first, points.last != first {
            points.append(first)
        }
        self.ring = Self.doubledArea(points) < 0 ? points.reversed() : points
        self.otherRings = otherRings
    }

    package static let verticesMax = LineString.verticesMax
    package static let squareMetresMin = 1.0

    /// Of the plane around the first point, in square metres; below zero for a clockwise ring.
    private static func doubledArea(_ ring: [Coordinate]) -> Double {
        guard let origin = ring.first else { return 0 }
        let points = ring.map { $0.plane(around: origin) }
        return zip(points, points.dropFirst()).reduce(0) {
            $0 + $1.0.x * $1.1.y - $1.1.x * $1.0.y
        }
    }

    /// To a hundredth for what is no larger than a ward.
    package var squareMetres: Double { Self.doubledArea(ring) / 2 }

    /// Whether the point lies within, or on the line around.
    package func contains(_ point: Coordinate) -> Bool {
        let p = point.millionths
        var isWithin = false
        for (start, end) in zip(ring, ring.dropFirst()) {
            let (a, b) = (start.millionths, end.millionths)
            let side = Crossing.side(of: p, from: a, to: b)
            if side == 0, Crossing.isBetween(p, a, b) { return true }
            if (a.y > p.y) != (b.y > p.y), (side > 0) == (b.y > a.y) { isWithin.toggle() }
        }
        return isWithin
    }

    /// How far outside the point lies; 0 within.
    package func metres(to point: Coordinate) -> Double {
        if contains(point) { return 0 }
        let points = ring.map { $0.plane(around: point) }
        return zip(points, points.dropFirst()).reduce(.infinity) {
            min($0, Self.distance(from: $1.0, to: $1.1))
        }
    }

    /// Of the origin from a segment.
    static func distance(
        from a: (x: Double, y: Double), to b: (x: Double, y: Double)
    ) -> Double {
        let (x, y) = (b.x - a.x, b.y - a.y)
        let length = x * x + y * y
        let share = length == 0 ? 0 : max(0, min(1, -(a.x * x + a.y * y) / length))
        return hypot(a.x + share * x, a.y + share * y)
    }
}

extension Polygon {
    /// Why it cannot be kept, a part of a sentence; nil when it can.
    package var refusal: String? {
        for rule in Self.rules {
            if let reason = rule.refusal(of: self) { return reason }
        }
        return nil
    }
}

extension Polygon: FieldValue {
    /// `POLYGON ((105.81 21.03, 105.82 21.03, 105.82 21.04, 105.81 21.03))`.
    package init?(text: String) {
        guard let read = WellKnownText(text), read.kind == .area, !read.paths[0].isEmpty else {
            return nil
        }
        self.init(read.paths[0], otherRings: read.paths.count - 1)
    }

    package init?(cell: Cell) {
        guard case .text(let text) = cell else { return nil }
        self.init(text: text)
    }

    package var cell: Cell { .text("POLYGON (\(WellKnownText.words(ring)))") }

    package var shown: String {
        let area = squareMetres
        let size =
            area < 10_000
            ? "\(Int(area.rounded()).vietnamese) m²"
            : "\(((area / 100).rounded() / 100).shown) ha"
        return "rộng \(size), \(ring.count - 1) điểm"
    }

    package static var control: Control { .shape(.area) }
    package static var expected: String {
        "một vùng theo WKT, kinh độ trước, như POLYGON ((105.81 21.03, 105.82 21.03, 105.82 21.04, 105.81 21.03))"
    }

    package static var rules: [Rule<Polygon>] {
        [
            Rule { $0.otherRings == 0 ? nil : "phải là một vùng liền, không có lỗ ở giữa." },
            Rule { ShapeRules.refusal(ofVertices: $0.ring) },
            Rule { area in
                area.ring.count >= 4 && area.squareMetres >= squareMetresMin
                    ? nil : "quá nhỏ. Hãy vẽ ít nhất ba điểm không thẳng hàng."
            },
            Rule { area in
                Crossing.isThere(in: area.ring)
                    ? "có đường viền tự cắt. Hãy bỏ bớt điểm rồi vẽ lại theo vòng." : nil
            },
        ]
    }
}
