import Glibc

/// A point on the ground by its degrees, WGS 84.
package struct Coordinate: Sendable, Equatable {
    package let latitude: Double
    package let longitude: Double

    package init(latitude: Double, longitude: Double) {
        self.latitude = latitude
        self.longitude = longitude
    }

    /// The country with its islands; degrees that changed places lie outside.
    package static let countryLatitudes = 8.0...24.0
    package static let countryLongitudes = 102.0...118.0

    package var isInCountry: Bool {
        Self.countryLatitudes.contains(latitude) && Self.countryLongitudes.contains(longitude)
    }

    /// The mean radius of the earth.
    ///
    /// - Source: Moritz, Geodetic Reference System 1980: R1 = (2a + b) / 3.
    static let earthMetres = 6_371_008.8

    /// Along a great circle, by the haversine formula.
    package func metres(to other: Coordinate) -> Double {
        let (a, b) = (Self.radians(latitude), Self.radians(other.latitude))
        let north = sin((b - a) / 2)
        let east = sin(Self.radians(other.longitude - longitude) / 2)
        let chord = north * north + cos(a) * cos(b) * east * east
        return 2 * Self.earthMetres * asin(min(1, chord.squareRoot()))
    }

    static func radians(_ degrees: Double) -> Double { degrees * .pi / 180 }

    /// To a millionth of a degree, a hand's breadth, as coordinates are kept.
    var millionths: (x: Int, y: Int) {
        (Int((longitude * 1e6).rounded()), Int((latitude * 1e6).rounded()))
    }

    /// As the coordinate is kept.
    var rounded: Coordinate {
        let (x, y) = millionths
        return Coordinate(latitude: Double(y) / 1e6, longitude: Double(x) / 1e6)
    }

    /// Metres east and north of an origin that is not far away.
    func plane(around origin: Coordinate) -> (x: Double, y: Double) {
        let metres = Self.radians(1) * Self.earthMetres
        return (
            (longitude - origin.longitude) * metres * cos(Self.radians(origin.latitude)),
            (latitude - origin.latitude) * metres
        )
    }
}
