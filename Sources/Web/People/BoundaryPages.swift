import Documents
import Domain
import HTTPTypes
import Hummingbird
import Storage

/// The borders of the ward and its residential groups: drawn one by one, or taken from a file.
enum BoundaryPages {
    static let root = "/boundaries"
    static let mapPath = "\(root)/geojson"

    static let routes: [Route] = [
        .get(root, .permission(.keepBoundaries), list),
        .post(
            root, .permission(.keepBoundaries), bodyBytesMax: BoundaryFile.bytesMax + 100_000,
            takeFile),
        .get(mapPath, .signedIn, map),
        .get("\(root)/ward", .permission(.keepBoundaries), showWard),
        .post("\(root)/ward", .permission(.keepBoundaries), setWard),
        .get("\(root)/{unit}", .permission(.keepBoundaries), showGroup),
        .post("\(root)/{unit}", .permission(.keepBoundaries), setGroup),
    ]

    static func path(of owner: BoundaryOwner) -> String {
        switch owner {
        case .ward: "\(root)/ward"
        case .group(let id): "\(root)/\(id)"
        }
    }

    /// `GET /boundaries`
    @Sendable static func list(_ visit: Visit) async throws -> Response {
        try await page(visit)
    }

    private static func page(_ visit: Visit, problem: Problem? = nil) async throws -> Response {
        let officer = try visit.officer()
        let found = try await visit.site.database.read { try $0.drawnBoundaries(for: officer) }
        let rows: [[HTML]] = found.map { boundary in
            [
                "<a href=\"\(path(of: boundary.owner))\">\(boundary.name)</a>",
                boundary.area.map { "\($0.shown)" } ?? Tag.state("Chưa vẽ", .warn),
            ]
        }
        let table = DataTable.cards("Ranh giới", [.init("Của"), .init("Đã vẽ")], rows)
        let drawn = found.count { $0.area != nil }
        return visit.page(
            "Ranh giới", at: .registers,
            status: problem.map { ProblemPages.status(of: $0.kind) } ?? .ok,
            """
            <p class="crumb"><a href="/registers/map">← Bản đồ</a></p>
            <h1>Ranh giới phường và tổ dân phố</h1>
            <p class="lede">Đã vẽ \(drawn) trên \(found.count). Ranh giới làm nền cho các bản đồ, và giúp nhận ra tọa độ nhập nhầm. Đây là đường vẽ để làm việc, không thay hồ sơ địa giới hành chính.</p>
            \(problem.map { Fields.summary($0.message, $0.refusals) })
            \(Panel.section("Danh sách", isPadded: false, table))
            \(Panel.section("Nhập từ tệp GeoJSON", fileForm(visit, problem)))
            """)
    }

    private static func fileForm(_ visit: Visit, _ problem: Problem?) -> HTML {
        """
        <form class="narrow" method="post" action="\(root)" enctype="multipart/form-data">\(Fields.token(visit.viewer))
        \(FileUpload.field(
            "file", "Tệp ranh giới", accept: ".geojson,.json",
            hint: "FeatureCollection gồm các vùng, hệ WGS 84; tên vùng giống tên tổ dân phố hoặc tên phường. Nhiều nhất \(BoundaryFile.featuresMax.vietnamese) vùng, \(BoundaryFile.bytesMax / 1_000_000) MB.",
            refusal: problem?.refusals["file"], isRequired: true))
        \(Fields.check(
            "partly", "Chỉ nhận các vùng khớp, bỏ qua vùng khác",
            isOn: !visit.form["partly"].isEmpty,
            hint: "Không đánh dấu: có một vùng không nhận được thì không nhận vùng nào."))
        <button class="button" type="submit">Nhập ranh giới</button></form>
        """
    }

    /// Refusals that are told; of a file of another ward all would be the same.
    private static let refusalsMax = 20

    /// `POST /boundaries`: a file of areas; borders that were drawn before give way to its own.
    @Sendable static func takeFile(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let isPartly = !visit.form["partly"].isEmpty
        do {
            guard let file = visit.form.files("file").first, !file.bytes.isEmpty else {
                throw Problem(.invalid, "Hãy chọn tệp.", refusals: ["file": "Hãy chọn tệp."])
            }
            let features = try BoundaryFile.read(file.bytes)
            try await visit.site.database.write { tx in
                try take(features, isPartly: isPartly, into: tx, by: officer)
            }
            return .seeOther("\(root)?done=saved")
        } catch let problem as Problem where problem.kind != .forbidden {
            return try await page(visit, problem: problem)
        }
    }

    private static func take(
        _ features: [BoundaryFile.Feature], isPartly: Bool, into tx: Transaction,
        by officer: Officer
    ) throws {
        let owners = try tx.boundaryOwners(named: features.map(\.names), for: officer)
        var areas: [(owner: BoundaryOwner, area: Polygon)] = []
        var refusals: [String] = []
        for (feature, owner) in zip(features, owners) {
            switch (owner, feature.area) {
            case (nil, _):
                refusals.append("«\(feature.title)»: phường không có tổ dân phố tên như vậy.")
            case (_, .failure(let refusal)):
                refusals.append("«\(feature.title)»: \(refusal.message)")
            case (let owner?, .success(let area)):
                if areas.contains(where: { $0.owner == owner }) {
                    refusals.append("«\(feature.title)»: tệp có hai vùng của cùng một nơi.")
                } else {
                    areas.append((owner, area))
                }
            }
        }
        guard !areas.isEmpty, isPartly || refusals.isEmpty else {
            let told = refusals.prefix(refusalsMax).enumerated().map {
                ("file-\($0.offset)", $0.element)
            }
            throw Problem(
                .invalid,
                "Chưa nhận vùng nào: \(refusals.count.vietnamese) trên \(features.count.vietnamese) vùng không nhận được.",
                refusals: Dictionary(uniqueKeysWithValues: told))
        }
        for (owner, area) in areas {
            let version = try tx.drawnBoundary(of: owner, for: officer).version
            try tx.setBoundary(of: owner, to: area, version: version, by: officer)
        }
    }

    /// `GET /boundaries/geojson`: the borders of the officer's ward, for maps.
    @Sendable static func map(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let (boundaries, units) = try await visit.site.database.read { tx in
            (try tx.boundaries(officer.ward), try tx.units(of: officer.ward))
        }
        var features: [GeoJSON.Feature] = []
        if let area = boundaries.ward {
            features.append(GeoJSON.Feature(.area(area), properties: ["kind": .text("ward")]))
        }
        for unit in units {
            guard let area = boundaries.groups[unit.id] else { continue }
            features.append(
                GeoJSON.Feature(
                    .area(area),
                    properties: [
                        "kind": .text("group"), "id": .text(unit.id),
                        "name": .text(unit.shortName),
                    ]))
        }
        return .download(
            try GeoJSON.collection(features), name: "Ranh giới.geojson",
            mediaType: RegisterImportPages.Format.geojson.mediaType)
    }

    /// `GET /boundaries/ward`
    @Sendable static func showWard(_ visit: Visit) async throws -> Response {
        try await form(visit, .ward)
    }

    /// `GET /boundaries/{unit}`
    @Sendable static func showGroup(_ visit: Visit) async throws -> Response {
        try await form(visit, .group(try visit.identifier("unit")))
    }

    /// `POST /boundaries/ward`
    @Sendable static func setWard(_ visit: Visit) async throws -> Response {
        try await set(visit, .ward)
    }

    /// `POST /boundaries/{unit}`
    @Sendable static func setGroup(_ visit: Visit) async throws -> Response {
        try await set(visit, .group(try visit.identifier("unit")))
    }

    private static let field = Shape.area("Ranh giới")

    private static func set(_ visit: Visit, _ owner: BoundaryOwner) async throws -> Response {
        let officer = try visit.officer()
        let version = Int(visit.form["version"]) ?? 0
        switch field.read(visit.form[field.key]) {
        case .failure(let refusal):
            let problem = Problem(
                .invalid, "Chưa lưu được.", refusals: [field.key: refusal.message])
            return try await form(visit, owner, problem: problem)
        case .success(let cell):
            try await visit.site.database.write { tx in
                try tx.setBoundary(
                    of: owner, to: Polygon(cell: cell), version: version, by: officer)
            }
            return .seeOther("\(path(of: owner))?done=saved")
        }
    }

    private static func form(
        _ visit: Visit, _ owner: BoundaryOwner, problem: Problem? = nil
    ) async throws -> Response {
        let officer = try visit.officer()
        let boundary = try await visit.site.database.read { tx in
            try tx.drawnBoundary(of: owner, for: officer)
        }
        let text = problem == nil ? boundary.area?.cell.plain ?? "" : visit.form[field.key]
        let version = problem == nil ? "\(boundary.version)" : visit.form["version"]
        return visit.page(
            "Ranh giới \(boundary.name)", at: .registers,
            status: problem.map { ProblemPages.status(of: $0.kind) } ?? .ok,
            """
            <p class="crumb"><a href="\(root)">← Ranh giới</a></p>
            <h1>Ranh giới \(boundary.name)</h1>
            <p class="lede">\(boundary.area.map { "Đã vẽ: \($0.shown)." } ?? "Chưa vẽ. Chạm từng góc trên bản đồ theo vòng, rồi lưu.")</p>
            \(problem.map { Fields.summary($0.message, $0.refusals) })
            \(MapControls.head(visit, ["draw"]))
            <form class="record-form" method="post" action="\(path(of: owner))">\(Fields.token(visit.viewer))
            <input type="hidden" name="version" value="\(version)">
            \(Fields.area(
                field.key, field.label, value: text, rows: 3, hint: "\(field.hint ?? "") Để trống là bỏ ranh giới.",
                refusal: problem?.refusals[field.key]))
            \(MapControls.drawing(
                field.key, .area, known: "/registers/\(Facilities.description.name)/export/geojson"))
            <div class="row"><button class="button" type="submit">Lưu</button>
            <a class="button button--quiet" href="\(root)">Không lưu</a></div>
            </form>
            """)
    }
}
