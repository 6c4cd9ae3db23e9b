package import Domain

extension Polygon {
    /// A hundredth of a degree each way, from 21 north and 105.80 east.
    package static let sample = Polygon([
        Coordinate(latitude: 21.00, longitude: 105.80),
        Coordinate(latitude: 21.00, longitude: 105.81),
        Coordinate(latitude: 21.01, longitude: 105.81),
        Coordinate(latitude: 21.01, longitude: 105.80),
    ])
}
