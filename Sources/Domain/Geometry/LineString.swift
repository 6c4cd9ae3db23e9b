/// A line on the ground, as an alley or a cable runs.
///
/// - Source: OGC 06-103r4 (Simple Feature Access), 6.1.7; RFC 7946, 3.1.4.
package struct LineString: Sendable, Equatable {
    package let points: [Coordinate]
    /// Further pieces that a text held; a line of a register is one piece.
    let otherPieces: Int

    package init(_ points: [Coordinate]) { self.init(points, otherPieces: 0) }

    init(_ points: [Coordinate], otherPieces: Int) {
        self.points = Self.withoutRepeats(points.map(\.rounded))
        self.otherPieces = otherPieces
    }

    /// Longer ones say no more, and a cell of a sheet takes 32,767 characters.
    package static let verticesMax = 1_000
    package static let metresMin = 1.0

    /// A point that was tapped twice is one.
    static func withoutRepeats(_ points: [Coordinate]) -> [Coordinate] {
        points.indices.filter { $0 == 0 || points[$0] != points[$0 - 1] }.map { points[$0] }
    }

    package var metres: Double {
        zip(points, points.dropFirst()).reduce(0) { $0 + $1.0.metres(to: $1.1) }
    }

    /// How far a point lies from the line.
    package func metres(to point: Coordinate) -> Double {
        let points = points.map { $0.plane(around: point) }
        return zip(points, points.dropFirst()).reduce(.infinity) {
            min($0, Polygon.distance(from: $1.0, to: $1.1))
        }
    }
}

extension LineString: FieldValue {
    /// `LINESTRING (105.81 21.03, 105.82 21.04)`.
    package init?(text: String) {
        guard let read = WellKnownText(text), read.kind == .line, !read.paths[0].isEmpty else {
            return nil
        }
        self.init(read.paths[0], otherPieces: read.paths.count - 1)
    }

    package init?(cell: Cell) {
        guard case .text(let text) = cell else { return nil }
        self.init(text: text)
    }

    package var cell: Cell { .text("LINESTRING \(WellKnownText.words(points))") }

    package var shown: String { "dài \(Int(metres.rounded()).vietnamese) m, \(points.count) điểm" }

    package static var control: Control { .shape(.line) }
    package static var expected: String {
        "một đường theo WKT, kinh độ trước, như LINESTRING (105.81 21.03, 105.82 21.04)"
    }

    package static var rules: [Rule<LineString>] {
        [
            Rule { $0.otherPieces == 0 ? nil : "phải là một đường liền, không chia nhiều đoạn." },
            Rule { ShapeRules.refusal(ofVertices: $0.points) },
            Rule { line in
                line.points.count >= 2 && line.metres >= metresMin
                    ? nil : "quá ngắn. Hãy vẽ ít nhất hai điểm cách nhau từ 1 m."
            },
            Rule { line in
                Crossing.isThere(in: line.points)
                    ? "tự cắt hoặc gập lại trên chính nó. Hãy bỏ bớt điểm rồi vẽ lại." : nil
            },
        ]
    }
}
