import Domain
import HTTPTypes
import Hummingbird
import Storage

/// The records of all registers that have a place, on one map.
///
/// There are no tiles from elsewhere: the ward's own records are the map. Each layer leads to its
/// list, which says the same in words.
enum RegisterMapPage {
    /// What the map begins with; other layers are fetched when somebody asks for them.
    private static let shownFirst: Set = [
        Facilities.description.name, WaterSources.description.name, Alleys.description.name,
    ]
    /// Layers beyond these share a colour with an earlier one.
    private static let colours = 8

    /// `GET /registers/map`
    @Sendable static func show(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let layers = Registers.all.filter {
            $0.access.readers.contains(officer.role) && $0.field("latitude") != nil
        }
        let assets = visit.site.assets
        let controls: [HTML] = layers.enumerated().map { index, register in
            let path = "/registers/\(register.name)"
            let columns = register.columns.joined(separator: " ")
            let colour = index % colours
            let checked: HTML = shownFirst.contains(register.name) ? " checked" : ""
            return """
                <label class="map__layer--\(colour)"><input type="checkbox"\(checked) data-kind="\(colour)" \
                data-path="\(path)" data-source="\(path)/export/geojson" data-title="\(register.title)" \
                data-name="\(register.columns.first ?? "")" data-columns="\(columns)"> \
                <a href="\(path)">\(register.title)</a></label>
                """
        }
        let leaflet = assets.mapLibrary
        let missing: HTML? =
            leaflet == nil
            ? Note.block(
                "Chưa có bản đồ.",
                "Máy chủ chưa cài gói libjs-leaflet. Hãy nhờ người quản trị cài; danh sách từng sổ vẫn dùng được."
            )
            : nil
        return visit.page(
            "Bản đồ", at: .registers,
            """
            \(leaflet?.head)<script type="module" src="\(assets.script("map"))"></script>
            <p class="crumb"><a href="/registers">← Sổ</a></p>
            <h1>Bản đồ</h1>
            <p class="lede">Những mục đã có tọa độ. Chạm vào một điểm để xem; danh sách của từng sổ có đủ các mục.</p>
            <div class="map-layers">\(controls)</div>
            \(missing)
            <div class="map" role="region" aria-label="Bản đồ các mục có tọa độ"></div>
            <noscript><p>Bản đồ cần JavaScript; danh sách từng sổ ở trên có đủ các mục.</p></noscript>
            """)
    }

    private struct Place: Encodable {
        let label: String
        let latitude: Double
        let longitude: Double
    }

    private static let placesMax = 8

    /// `GET /registers/places?q=`: records of any register that have a place and such words, as JSON.
    @Sendable static func places(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        var filter = RecordFilter()
        filter.words = visit.query("q").split { !$0.isLetter && !$0.isNumber }
            .joined(separator: " ")
        guard !filter.words.isEmpty else { return try .json([Place]()) }
        filter.condition = .not(.any([.isEmpty("latitude"), .isEmpty("longitude")]))
        let layers = Registers.all.filter {
            $0.access.readers.contains(officer.role) && $0.field("latitude") != nil
        }
        let places = try await visit.site.database.read { [filter] tx in
            try layers.flatMap { register in
                try tx.records(of: register, filter, for: officer, limit: placesMax).records
                    .compactMap { record -> Place? in
                        guard let latitude = record.cells["latitude"].flatMap(Double.init(cell:)),
                            let longitude = record.cells["longitude"].flatMap(Double.init(cell:))
                        else { return nil }
                        return Place(
                            label: "\(register.label(of: record.cells)) (\(register.singular))",
                            latitude: latitude, longitude: longitude)
                    }
            }
        }
        return try .json(Array(places.prefix(placesMax)))
    }
}
