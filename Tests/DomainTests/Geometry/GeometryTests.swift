import Domain
import Testing

@Suite struct `On the ground` {
    private func at(_ latitude: Double, _ longitude: Double) -> Coordinate {
        Coordinate(latitude: latitude, longitude: longitude)
    }

    /// - Source: a degree of a great circle of the mean radius is 2πR / 360 = 111,195.08 m; Turf's
    ///   documentation gives 97.129 km for the second pair, on the same globe.
    @Test func `lengths are as others measure them`() {
        #expect(abs(at(20, 105).metres(to: at(21, 105)) - 111_195.08) < 0.01)
        #expect(abs(at(39.984, -75.343).metres(to: at(39.123, -75.534)) - 97_129.22) < 0.01)
        #expect(at(21, 105).metres(to: at(21, 105)) == 0)
        let line = LineString([at(21, 105), at(21.001, 105), at(21.002, 105)])
        #expect(abs(line.metres - 222.39) < 0.01)
    }

    /// - Source: a band of a sphere between two meridians, R² · Δλ · (sin φ₂ − sin φ₁).
    @Test func `areas are those of the globe to a thousandth`() {
        let expected = 6_371_008.8 * 6_371_008.8 * 0.01 * .pi / 180 * 1.629_351e-4
        let area = Polygon.sample.squareMetres
        #expect(abs(area / expected - 1) < 0.001, "\(area) \(expected)")
        #expect(Polygon(Polygon.sample.ring.reversed()) == Polygon.sample)
    }

    @Test func `an area contains what lies within and on its line`() {
        let area = Polygon.sample
        for point in [at(21.005, 105.805), at(21.00, 105.805), at(21.01, 105.81)] {
            #expect(area.contains(point), "\(point)")
            #expect(area.metres(to: point) == 0)
        }
        for point in [at(20.999, 105.805), at(21.005, 105.811), at(21.011, 105.80)] {
            #expect(!area.contains(point), "\(point)")
        }
        // A hook: the mouth of it is outside.
        let hook = Polygon([
            at(21, 105), at(21, 105.03), at(21.03, 105.03), at(21.03, 105.02), at(21.01, 105.02),
            at(21.01, 105.01), at(21.03, 105.01), at(21.03, 105),
        ])
        #expect(!hook.contains(at(21.02, 105.015)))
        #expect(hook.contains(at(21.02, 105.005)) && hook.contains(at(21.02, 105.025)))
    }

    @Test func `a point is as far outside as from the nearest side`() {
        let south = Polygon.sample.metres(to: at(20.99, 105.805))
        #expect(abs(south - 1_111.95) < 1)
        let corner = Polygon.sample.metres(to: at(20.99, 105.79))
        #expect(abs(corner - at(21, 105.80).metres(to: at(20.99, 105.79))) < 2)
    }
}

@Suite struct `Lines and areas of a register` {
    private static let line = Field<LineString>("line", "Đường")
    private static let area = Field<Polygon>("area", "Vùng")

    private static func refusal(_ field: any FieldDescription, _ text: String) -> String? {
        guard case .failure(let refusal) = field.read(text) else { return nil }
        return refusal.message
    }

    @Test(arguments: [
        "LINESTRING (105.81 21.03, 105.82 21.04)", "linestring(105.81 21.03,105.82 21.04)",
        "SRID=4326;LINESTRING (105.81 21.03, 105.82 21.04)",
        "LineString Z (105.81 21.03 7, 105.82 21.04 8.5)",
        "MULTILINESTRING ((105.81 21.03, 105.82 21.04))",
        "LINESTRING (105.81 21.03, 105.81 21.03, 105.8200001 21.04)",
    ])
    func `are read as programs write them, and kept in one way`(text: String) throws {
        let cell = try Self.line.read(text).get()
        #expect(cell == .text("LINESTRING (105.81 21.03, 105.82 21.04)"))
        #expect(try Self.line.read(cell.plain).get() == cell)
    }

    @Test func `close by themselves and run counterclockwise`() throws {
        let kept = "POLYGON ((105.8 21, 105.81 21, 105.81 21.01, 105.8 21))"
        for text in [
            kept, "POLYGON ((105.8 21, 105.81 21, 105.81 21.01))",
            "MULTIPOLYGON (((105.8 21, 105.81 21.01, 105.81 21, 105.8 21)))",
        ] {
            #expect(try Self.area.read(text).get() == .text(kept))
        }
        #expect(Self.area.shown(.text(kept)) == "rộng 57,72 ha, 3 điểm")
    }

    @Test(arguments: [
        "LINESTRING", "LINESTRING ()", "LINESTRING (105.81)", "LINESTRING (105.81 21.03",
        "LINESTRING ((105.81 21.03, 105.82 21.04))", "POINT (105.81 21.03)",
        "LINESTRING (nan 21.03, 105.82 21.04)", "LINESTRING (1e99 21.03, 105.82 21.04)",
        "LINESTRING (105.81 21.03, 105.82 21.04) x", "LINESTRING (105,81 21,03)",
        "từ đầu ngõ đến cuối ngõ", "LINESTRING (105.81 21.03, 105.82 21.04))",
    ])
    func `say how they are written when a text is none`(text: String) {
        #expect(Self.refusal(Self.line, text)?.contains("LINESTRING (105.81") == true, "\(text)")
    }

    @Test(arguments: [
        ("LINESTRING (105.81 21.03)", "quá ngắn"),
        ("LINESTRING (105.81 21.03, 105.810001 21.03)", "quá ngắn"),
        ("LINESTRING (21.03 105.81, 21.04 105.82)", "kinh độ trước"),
        ("LINESTRING (105 21, 105.02 21, 105.01 21.01, 105.01 20.99)", "tự cắt"),
        ("LINESTRING (105 21, 105.02 21, 105.01 21)", "gập lại"),
        ("MULTILINESTRING ((105 21, 105.02 21), (105 22, 105.02 22))", "đường liền"),
    ])
    func `are refused for what no alley is`(text: String, reason: String) {
        #expect(Self.refusal(Self.line, text)?.contains(reason) == true, "\(text)")
    }

    @Test(arguments: [
        ("POLYGON ((105 21, 105.01 21, 105 21))", "quá nhỏ"),
        ("POLYGON ((105 21, 105.01 21, 105.02 21, 105 21))", "quá nhỏ"),
        ("POLYGON ((105 21, 105.02 21.02, 105.02 21, 105 21.03, 105 21))", "tự cắt"),
        (
            "POLYGON ((105 21, 106 21, 106 22, 105 21), (105.5 21.2, 105.6 21.2, 105.6 21.3, 105.5 21.2))",
            "không có lỗ"
        ),
    ])
    func `are refused for what no area is`(text: String, reason: String) {
        #expect(Self.refusal(Self.area, text)?.contains(reason) == true, "\(text)")
    }

    @Test func `have as many points as a cell of a sheet takes`() {
        func zigzag(_ count: Int) -> String {
            let points = (0..<count).map {
                "\(105.123456 + Double($0) / 1e5) 21.\(100_001 + $0 % 2)"
            }
            return "LINESTRING (\(points.joined(separator: ", ")))"
        }
        let most = zigzag(LineString.verticesMax)
        #expect(Self.refusal(Self.line, most) == nil)
        #expect(most.utf16.count < 32_767)
        #expect(
            Self.refusal(Self.line, zigzag(LineString.verticesMax + 1))?.contains("1.001 điểm")
                == true)
    }
}

@Suite struct `A place far outside the ward` {
    private let boundaries = Boundaries(ward: .sample, groups: [:])

    private func cells(_ latitude: Double, _ longitude: Double) -> [String: Cell] {
        ["latitude": .real(latitude), "longitude": .real(longitude)]
    }

    @Test func `is refused beyond the limit, and not before it`() {
        #expect(Boundaries.farOutsideMetres == 5_000)
        // 0.045 degrees north are 5,003.8 m.
        #expect(boundaries.refusals(of: cells(21.0549, 105.805)).isEmpty)
        let refusals = boundaries.refusals(of: cells(21.0551, 105.805))
        #expect(refusals["latitude"]?.contains("cách phường 5 km") == true)
        #expect(boundaries.refusals(of: cells(10.77, 106.7)).count == 1)
        #expect(Boundaries(ward: nil, groups: [:]).refusals(of: cells(10.77, 106.7)).isEmpty)
    }

    @Test func `is not judged again while it stays`() {
        let far = cells(10.77, 106.7)
        #expect(boundaries.refusals(of: far, before: far).isEmpty)
    }

    @Test func `is looked for in every point of a line`() {
        let line = Cell.text("LINESTRING (105.805 21.005, 105.9 21.005)")
        #expect(boundaries.refusals(of: ["line": line]).keys.sorted() == ["line"])
    }
}

extension Polygon {
    /// A hundredth of a degree each way.
    fileprivate static let sample = Polygon([
        Coordinate(latitude: 21.00, longitude: 105.80),
        Coordinate(latitude: 21.00, longitude: 105.81),
        Coordinate(latitude: 21.01, longitude: 105.81),
        Coordinate(latitude: 21.01, longitude: 105.80),
    ])
}
