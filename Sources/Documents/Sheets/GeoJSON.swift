package import Domain
import Foundation

/// Points, lines and areas with what is known of them (RFC 7946), as maps and other programs read them.
package enum GeoJSON {
    package enum Value: Sendable, Encodable {
        case text(String)
        case number(Double)

        package func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            switch self {
            case .text(let text): try container.encode(text)
            case .number(let number): try container.encode(number)
            }
        }
    }

    package struct Feature: Sendable, Encodable {
        private let type = "Feature"
        private let geometry: GeometryObject?
        private let properties: [String: Value]

        /// - Parameter geometry: nil for what is known by its properties alone.
        package init(_ geometry: Geometry?, properties: [String: Value]) {
            self.geometry = geometry.map(GeometryObject.init)
            self.properties = properties
        }

        package func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(type, forKey: .type)
            // RFC 7946, 3.2: a feature without a place has the geometry null.
            try container.encode(geometry, forKey: .geometry)
            try container.encode(properties, forKey: .properties)
        }

        private enum CodingKeys: String, CodingKey { case type, geometry, properties }
    }

    /// Longitude first; the ring of an area counterclockwise (RFC 7946, 3.1.6).
    private struct GeometryObject: Sendable, Encodable {
        let geometry: Geometry

        private enum CodingKeys: String, CodingKey { case type, coordinates }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            switch geometry {
            case .point(let point):
                try container.encode("Point", forKey: .type)
                try container.encode(Self.pair(point), forKey: .coordinates)
            case .line(let line):
                try container.encode("LineString", forKey: .type)
                try container.encode(line.points.map(Self.pair), forKey: .coordinates)
            case .area(let area):
                try container.encode("Polygon", forKey: .type)
                try container.encode([area.ring.map(Self.pair)], forKey: .coordinates)
            }
        }

        private static func pair(_ point: Coordinate) -> [Double] {
            [point.longitude, point.latitude]
        }
    }

    private struct Collection: Encodable {
        let type = "FeatureCollection"
        let features: [Feature]
    }

    package static func collection(_ features: [Feature]) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return Array(try encoder.encode(Collection(features: features)))
    }
}
