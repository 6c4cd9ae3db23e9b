import Domain

/// Maps on forms, by which places, lines and areas are set; what they write can be typed as well.
enum MapControls {
    /// The scripts of a page with a map; nil where the library is not installed.
    static func head(_ visit: Visit, _ scripts: [String]) -> HTML? {
        guard let library = visit.site.assets.mapLibrary else { return nil }
        let tags: [HTML] = (["ground"] + scripts).map {
            "<script type=\"module\" src=\"\(visit.site.assets.script($0))\"></script>"
        }
        return "\(library.head)\(tags)"
    }

    /// The map that belongs below a field of a record.
    static func below(_ field: any FieldDescription, _ register: RegisterDescription) -> HTML? {
        let known = "/registers/\(register.name)/export/geojson"
        if field.key == Domain.Place.longitudeKey, register.hasPlace { return place(known) }
        guard case .shape(let kind) = field.control else { return nil }
        return drawing(field.key, kind, known: known, length: register.lengthField)
    }

    /// Shown once the script runs.
    ///
    /// - Parameter known: a layer of what lies there already.
    static func place(_ known: String) -> HTML {
        """
        <div class="place" hidden data-source="/registers/places" data-layer="\(known)" \
        data-borders="\(BoundaryPages.mapPath)">
        <div class="row"><button class="button button--quiet button--small place__here" type="button">Lấy vị trí của máy</button>
        <button class="button button--quiet button--small place__address" type="button">Tìm theo địa chỉ</button></div>
        <p class="small place__state" role="status">Chạm vào bản đồ để đặt vị trí.</p>
        <ul class="place__found"></ul>
        <div class="place__map" role="region" aria-label="Bản đồ để đặt vị trí"></div></div>
        """
    }

    /// Draws into the text of a field; shown once the script runs.
    ///
    /// - Parameters:
    ///   - known: a layer of what lies there already.
    ///   - length: a field to which the length of the line is offered.
    static func drawing(
        _ name: String, _ kind: ShapeKind, known: String, length: (any FieldDescription)? = nil
    ) -> HTML {
        let words = kind == .line ? "đường" : "vùng"
        let offer: HTML? =
            kind == .area
            ? nil
            : length.map {
                """
                <button class="button button--quiet button--small draw__take" type="button" hidden \
                data-field="f-\($0.key)" data-label="\($0.label)"></button>
                """
            }
        return """
            <div class="draw" hidden data-kind="\(kind.rawValue)" data-field="f-\(name)" \
            data-layer="\(known)" data-borders="\(BoundaryPages.mapPath)" \
            data-vertices-max="\(LineString.verticesMax)">
            <p class="small draw__state" role="status">Chạm vào bản đồ để vẽ \(words), từng điểm một.</p>
            <div class="row"><button class="button button--quiet button--small draw__undo" type="button">Bỏ điểm cuối</button>
            <button class="button button--quiet button--small draw__finish" type="button">Xong</button>
            <button class="button button--quiet button--small draw__clear" type="button">Xóa hết</button>
            \(offer)</div>
            <div class="draw__map" role="region" aria-label="Bản đồ để vẽ \(words)"></div></div>
            """
    }
}
