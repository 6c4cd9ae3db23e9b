import Foundation

/// Points with what is known of them (RFC 7946), as maps and other programs read them.
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
        private let geometry: Point?
        private let properties: [String: Value]

        /// - Parameters:
        ///   - latitude: degrees north, WGS 84; without both degrees the feature has no geometry.
        package init(latitude: Double?, longitude: Double?, properties: [String: Value]) {
            geometry =
                if let latitude, let longitude {
                    Point(coordinates: [longitude, latitude])
                } else {
                    nil
                }
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

    private struct Point: Sendable, Encodable {
        let type = "Point"
        /// Longitude first.
        let coordinates: [Double]
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
