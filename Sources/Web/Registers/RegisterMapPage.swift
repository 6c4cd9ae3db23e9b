import Domain
import HTTPTypes
import Hummingbird
import Storage

/// The records of all registers that lie somewhere, on one map.
///
/// There are no tiles from elsewhere: the ward's own records and borders are the map. Each layer
/// leads to its list, which says the same in words and is narrowed likewise.
enum RegisterMapPage {
    /// What the map begins with; other layers are fetched when somebody asks for them.
    private static let shownFirst: Set = [
        Facilities.description.name, WaterSources.description.name, Alleys.description.name,
    ]
    /// Layers beyond these share a colour with an earlier one.
    private static let colours = 8
    /// The layers stand outside of the form, as paper shows them and no forms.
    private static let formID = "map-questions"

    /// What the address of the map asks for.
    private struct Questions {
        let words: String
        let group: String
        let gap: RecordGap.Kind?
        let layers: Set<String>

        init(_ visit: Visit) {
            words = visit.query("q")
            group = visit.query("group_unit")
            gap = RecordGap.Kind(rawValue: visit.query("gap"))
            let asked = Set(visit.queries("layer"))
            layers = asked.isEmpty ? shownFirst : asked
        }

        var isNarrowed: Bool { !words.isEmpty || !group.isEmpty || gap != nil }

        /// Where a register answers the same questions; nil where it knows no residential groups
        /// and one is asked for.
        func address(_ path: String, of register: RegisterDescription) -> String? {
            let field = register.fields.first { $0.control == .unit(isGroup: true) }
            guard group.isEmpty || field != nil else { return nil }
            return Address.with(
                path, [("q", words), ("gap", gap?.rawValue), (field?.key ?? "group_unit", group)])
        }
    }

    private static func layers(for officer: Officer) -> [RegisterDescription] {
        Registers.all.filter { $0.access.readers.contains(officer.role) && $0.isMapped }
    }

    /// `GET /registers/map?q=&group_unit=&gap=&layer=`
    @Sendable static func show(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let questions = Questions(visit)
        let groups = try await visit.site.database.read {
            try $0.residentialGroups(of: officer.ward)
        }
        let controls: [HTML] = layers(for: officer).enumerated().compactMap {
            layer($0.element, colour: $0.offset % colours, questions)
        }
        let head = MapControls.head(visit, ["map"])
        let missing: HTML? =
            head == nil
            ? Note.block(
                "Chưa có bản đồ.",
                "Máy chủ chưa cài gói libjs-leaflet. Hãy nhờ người quản trị cài; danh sách từng sổ vẫn dùng được."
            )
            : nil
        let borders: HTML? =
            officer.may(.keepBoundaries)
            ? "<span class=\"push\"><a class=\"button button--quiet\" href=\"\(BoundaryPages.root)\">Ranh giới</a></span>"
            : nil
        return visit.page(
            "Bản đồ", at: .registers,
            """
            \(head)
            <p class="crumb"><a href="/registers">← Sổ</a></p>
            <div class="row"><h1>Bản đồ</h1>\(borders)</div>
            <p class="lede">Những mục đã có vị trí. Chạm vào một điểm, đường hay vùng để xem; danh sách của từng sổ có đủ các mục.</p>
            \(filters(questions, officer.role == .groupHead ? [] : groups))
            <fieldset class="map-layers"><legend class="visually-hidden">Các lớp của bản đồ</legend>\(controls)\
            <label class="map__layer--border"><input type="checkbox" class="map-borders" checked> Ranh giới</label></fieldset>
            \(missing)
            <div class="map" role="region" aria-label="Bản đồ các mục đã có vị trí" \
            data-borders="\(BoundaryPages.mapPath)"></div>
            <noscript><p>Bản đồ cần JavaScript; danh sách từng sổ ở trên có đủ các mục.</p></noscript>
            """)
    }

    private static func filters(
        _ questions: Questions, _ groups: [Storage.Unit]
    ) -> HTML {
        let gaps = RecordGap.Kind.allCases.map { ($0.rawValue, $0.lack) }
        let group: HTML? =
            groups.isEmpty
            ? nil
            : FilterBar.choice(
                "group_unit", "Tổ dân phố", groups.map { ($0.id, $0.shortName) },
                value: questions.group)
        return FilterBar.form(
            "/registers/map", isActive: questions.isNarrowed, id: formID,
            [
                FilterBar.search("q", "Tìm theo tên, địa chỉ", value: questions.words),
                "\(group)",
                FilterBar.choice(
                    "gap", "Còn thiếu", gaps, value: questions.gap?.rawValue ?? ""),
            ])
    }

    private static func layer(
        _ register: RegisterDescription, colour: Int, _ questions: Questions
    ) -> HTML? {
        let path = "/registers/\(register.name)"
        guard let list = questions.address(path, of: register),
            let source = questions.address("\(path)/export/geojson", of: register)
        else { return nil }
        let columns = register.columns.joined(separator: " ")
        let checked: HTML = questions.layers.contains(register.name) ? " checked" : ""
        return """
            <label class="map__layer--\(colour)"><input type="checkbox" form="\(formID)" name="layer" value="\(register.name)"\(checked) \
            data-kind="\(colour)" data-path="\(path)" data-source="\(source)" data-title="\(register.title)" \
            data-name="\(register.columns.first ?? "")" data-columns="\(columns)"> \
            <a href="\(list)">\(register.title)</a></label>
            """
    }

    private struct Found: Encodable {
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
        guard !filter.words.isEmpty else { return try .json([Found]()) }
        filter.condition = .not(
            .any([.isEmpty(Domain.Place.latitudeKey), .isEmpty(Domain.Place.longitudeKey)]))
        let places = try await visit.site.database.read { [filter] tx in
            try layers(for: officer).filter(\.hasPlace).flatMap { register in
                try tx.records(of: register, filter, for: officer, limit: placesMax).records
                    .compactMap { record -> Found? in
                        Domain.Place.coordinate(of: record.cells).map { place in
                            Found(
                                label: "\(register.label(of: record.cells)) (\(register.singular))",
                                latitude: place.latitude, longitude: place.longitude)
                        }
                    }
            }
        }
        return try .json(Array(places.prefix(placesMax)))
    }
}
