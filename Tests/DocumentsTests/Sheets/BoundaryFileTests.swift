import Documents
import Domain
import Foundation
import Testing

@Suite struct `A file of borders` {
    private static let ring = "[[105.8,21],[105.81,21],[105.81,21.01],[105.8,21]]"

    private static func file(_ features: String...) -> [UInt8] {
        Array(
            "{\"type\":\"FeatureCollection\",\"features\":[\(features.joined(separator: ","))]}"
                .utf8)
    }

    private static func feature(
        _ properties: String, _ geometry: String
    ) -> String {
        "{\"type\":\"Feature\",\"properties\":\(properties),\"geometry\":\(geometry)}"
    }

    private static func area(_ coordinates: String = "[\(ring)]", type: String = "Polygon")
        -> String
    {
        "{\"type\":\"\(type)\",\"coordinates\":\(coordinates)}"
    }

    @Test func `gives areas with the names that they carry`() throws {
        let found = try BoundaryFile.read(
            Self.file(
                Self.feature("{\"fid\":3,\"Ten\":\"Tổ 1\",\"note\":\"Tổ 9\"}", Self.area()),
                Self.feature(
                    "{\"x\":\"Tổ 2\"}", Self.area("[[\(Self.ring)]]", type: "MultiPolygon"))))
        #expect(found.map(\.names) == [["Tổ 1"], ["Tổ 2"]])
        for feature in found { #expect(try feature.area.get().ring.count == 4) }
    }

    @Test(arguments: [
        (area("[\(ring),\(ring)]"), "lỗ"),
        (area("[[\(ring)],[\(ring)]]", type: "MultiPolygon"), "liền"),
        ("{\"type\":\"Point\",\"coordinates\":[105.8,21]}", "không phải một vùng"),
        ("null", "vùng"),
        (area("[[[600000,2300000],[600010,2300000],[600000,2300010],[600000,2300000]]]"), "WGS 84"),
        (area("[[[21,105.8],[21,105.9],[21.1,105.9],[21,105.8]]]"), "kinh độ trước"),
        (area("[[[105,21],[105.02,21.02],[105.02,21],[105,21.03],[105,21]]]"), "tự cắt"),
    ])
    func `says what is wrong with an area`(geometry: String, reason: String) throws {
        let found = try BoundaryFile.read(Self.file(Self.feature("{}", geometry)))
        guard case .failure(let refusal) = found[0].area else {
            Issue.record("taken: \(geometry)")
            return
        }
        #expect(refusal.message.contains(reason))
        #expect(found[0].title == "vùng thứ 1")
    }

    @Test(arguments: [
        "", "không phải", "{}", "[]", "{\"type\":\"Feature\"}", "{\"type\":\"FeatureCollection\"}",
    ])
    func `is refused when it is none`(text: String) {
        let problem = #expect(throws: Problem.self) { try BoundaryFile.read(Array(text.utf8)) }
        #expect(problem?.kind == .invalid)
    }

    @Test func `is refused when it is too large`() {
        let feature = Self.feature("{}", "null")
        let many = Array(repeating: feature, count: BoundaryFile.featuresMax + 1)
        let text = "{\"type\":\"FeatureCollection\",\"features\":[\(many.joined(separator: ","))]}"
        let problem = #expect(throws: Problem.self) { try BoundaryFile.read(Array(text.utf8)) }
        #expect(problem?.kind == .tooLarge)
        let long = #expect(throws: Problem.self) {
            try BoundaryFile.read(Array(repeating: 0x20, count: BoundaryFile.bytesMax + 1))
        }
        #expect(long?.kind == .tooLarge)
    }
}
