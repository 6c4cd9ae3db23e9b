package import Domain
import Foundation

/// A file of borders: the areas of a GeoJSON document with the names that they carry.
///
/// - Source: RFC 7946.
package enum BoundaryFile {
    package struct Feature: Sendable {
        /// As the file calls it, for refusals.
        package let title: String
        package let names: [String]
        package let area: Result<Polygon, Refusal>
    }

    /// A ward has some hundred groups; a file of a whole province is not one of a ward.
    package static let featuresMax = 1_000
    package static let bytesMax = 10_000_000

    /// Properties that hold a name, folded; without any of them every text is taken for one.
    private static let nameKeys: Set = [
        "name", "ten", "ten to", "ten_to", "ten tdp", "ten_tdp", "to dan pho", "to_dan_pho", "tdp",
        "to", "thon", "ten thon", "ten_thon", "title", "label", "phuong", "ten_phuong",
    ]

    /// - Throws: `.invalid` for what is no collection of features, `.tooLarge` for too many.
    package static func read(_ bytes: [UInt8]) throws(Problem) -> [Feature] {
        guard bytes.count <= bytesMax else {
            throw Problem(
                .tooLarge,
                "Tệp lớn hơn \(bytesMax / 1_000_000) MB. Hãy chỉ giữ ranh giới của phường.")
        }
        let collection: Collection
        do {
            collection = try JSONDecoder().decode(Collection.self, from: Data(bytes))
        } catch {
            throw Problem(
                .invalid,
                "Tệp không phải GeoJSON gồm các vùng (FeatureCollection). Hãy xuất lại từ phần mềm bản đồ, hệ tọa độ WGS 84."
            )
        }
        guard collection.features.count <= featuresMax else {
            throw Problem(
                .tooLarge,
                "Tệp có \(collection.features.count.vietnamese) vùng; nhiều nhất \(featuresMax.vietnamese). Hãy chỉ giữ ranh giới của phường."
            )
        }
        guard !collection.features.isEmpty else {
            throw Problem(.invalid, "Tệp không có vùng nào.")
        }
        return collection.features.enumerated().map { index, found in
            let texts = (found.properties ?? [:]).compactMapValues(\.text)
            let named = texts.filter { nameKeys.contains(folded($0.key)) }
            let names = (named.isEmpty ? texts : named).sorted { $0.key < $1.key }.map(\.value)
            return Feature(
                title: names.first ?? "vùng thứ \(index + 1)", names: names,
                area: area(of: found.geometry))
        }
    }

    private static func area(of shape: Shape?) -> Result<Polygon, Refusal> {
        guard let shape, ["Polygon", "MultiPolygon"].contains(shape.type), !shape.pieces.isEmpty
        else { return .failure(Refusal(message: "không phải một vùng (Polygon).")) }
        guard shape.pieces.count == 1, shape.pieces[0].count == 1 else {
            return .failure(
                Refusal(
                    message: "phải là một vùng liền, không có lỗ ở giữa. Hãy vẽ lại một đường viền."
                ))
        }
        let pairs = shape.pieces[0][0]
        guard pairs.allSatisfy({ $0.count >= 2 && abs($0[0]) <= 180 && abs($0[1]) <= 180 }) else {
            return .failure(
                Refusal(message: "tọa độ không phải độ thập phân. Hãy xuất lại theo hệ WGS 84."))
        }
        let area = Polygon(pairs.map { Coordinate(latitude: $0[1], longitude: $0[0]) })
        return area.refusal.map { .failure(Refusal(message: $0)) } ?? .success(area)
    }

    private struct Collection: Decodable {
        let features: [Found]

        private enum CodingKeys: String, CodingKey { case type, features }

        init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            guard try container.decode(String.self, forKey: .type) == "FeatureCollection" else {
                throw DecodingError.dataCorruptedError(
                    forKey: .type, in: container, debugDescription: "no collection")
            }
            features = try container.decode([Found].self, forKey: .features)
        }
    }

    private struct Found: Decodable {
        let geometry: Shape?
        let properties: [String: Property]?
    }

    private struct Property: Decodable {
        let text: String?

        init(from decoder: any Decoder) throws {
            text = try? decoder.singleValueContainer().decode(String.self)
        }
    }

    private struct Shape: Decodable {
        let type: String
        /// Areas, their rings, the points of each.
        let pieces: [[[[Double]]]]

        private enum CodingKeys: String, CodingKey { case type, coordinates }

        init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            type = try container.decode(String.self, forKey: .type)
            switch type {
            case "Polygon":
                pieces = [try container.decode([[[Double]]].self, forKey: .coordinates)]
            case "MultiPolygon":
                pieces = try container.decode([[[[Double]]]].self, forKey: .coordinates)
            default: pieces = []
            }
        }
    }
}
