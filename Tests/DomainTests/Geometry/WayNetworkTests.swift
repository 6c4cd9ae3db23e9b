import Domain
import Testing

@Suite struct `Ways to water` {
    private let fire = Coordinate(latitude: 20.86, longitude: 106.68)

    /// So many metres east and north of the fire.
    private func place(_ east: Double, _ north: Double) -> Coordinate {
        let degree = 111_195.08
        return Coordinate(
            latitude: fire.latitude + north / degree,
            longitude: fire.longitude + east / (degree * 0.934_456))
    }

    private func way(_ corners: (Double, Double)...) -> LineString {
        LineString(corners.map { place($0.0, $0.1) })
    }

    /// To ten metres, as far as a length is promised to be right.
    private func tens(_ metres: Double?) -> Int? { metres.map { Int(($0 / 10).rounded()) } }

    @Test func `go around what stands between`() {
        let around = way((0, 0), (200, 0), (200, 100), (0, 100))
        let network = WayNetwork([around], from: fire)
        #expect(tens(network.metres(to: place(0, 100))) == 50)
        #expect(tens(network.metres(to: place(200, 50))) == 25)
        // A shorter one is taken, wherever it stands in the register.
        let both = WayNetwork([around, way((0, 0), (-30, 50), (0, 100))], from: fire)
        #expect(tens(both.metres(to: place(0, 100))) == 12)
    }

    @Test func `meet where they cross or nearly meet`() {
        let street = way((0, 0), (300, 0))
        let crossing = way((153, -80), (153, 80))
        #expect(tens(WayNetwork([street, crossing], from: fire).metres(to: place(153, 80))) == 23)
        let near = way((306, 4), (306, 100))
        #expect(tens(WayNetwork([street, near], from: fire).metres(to: place(306, 100))) == 40)
    }

    @Test func `are not known where nothing leads`() {
        #expect(WayNetwork([], from: fire).metres(to: place(20, 0)) == nil)
        let street = way((0, 0), (300, 0))
        let apart = way((320, 0), (500, 0))
        #expect(WayNetwork([street, apart], from: fire).metres(to: place(500, 0)) == nil)
        // Neither where the fire, nor where the water is far from each way.
        #expect(WayNetwork([way((0, 60), (300, 60))], from: fire).metres(to: place(300, 60)) == nil)
        let network = WayNetwork([street], from: fire)
        // From the way to the house in a straight line.
        #expect(tens(network.metres(to: place(300, 45))) == 33)
        #expect(network.metres(to: place(300, 55)) == nil)
    }

    @Test func `end where no hose reaches`() {
        let long = way((0, 0), (2_900, 0), (2_900, 300))
        let network = WayNetwork([long], from: fire)
        #expect(tens(network.metres(to: place(2_900, 0))) == 290)
        #expect(network.metres(to: place(2_900, 300)) == nil)
    }
}
