/// Roads by which engines reach the residential areas.
///
/// - Source: the wards' plans (INF-01, INF-13); clear width and height as QCVN 06:2022/BXD, 6.2 asks,
///   which are records of `InfrastructureNorms`.
package enum Roads: Register {
    package enum Kind: String, FieldChoice {
        case street, district, village, `internal`
        package var title: String {
            switch self {
            case .street: "Đường phố"
            case .district: "Đường liên xã, liên phường"
            case .village: "Đường thôn, bản"
            case .internal: "Đường nội bộ khu dân cư"
            }
        }
    }

    /// Whether an engine can use the road, by its clear width and height.
    package enum EngineAccess: String, FieldChoice {
        case passable, tooNarrow = "too_narrow", tooLow = "too_low"
        package var title: String {
            switch self {
            case .passable: "Xe chữa cháy đi được"
            case .tooNarrow: "Hẹp hơn mức phải có"
            case .tooLow: "Thấp hơn mức phải có"
            }
        }
    }

    package static let name = Field<String>(
        "name", "Tên đường", hint: "Như «Phố Mẫu, từ cầu đến chợ».", isRequired: true,
        also: ["Tuyến đường", "Đường", "Tên tuyến đường", "Tên phố"])
    package static let kind = Field<Kind>(
        "kind", "Loại đường", isRequired: true, also: ["Cấp đường", "Loại"])
    package static let group = Field<GroupReference>.residentialGroup
    package static let length = Field<Double>(
        "length_m", "Chiều dài", unit: .metre, wanted: .always, also: ["Dài"],
        .within(0...100_000))
    package static let width = Field<Double>(
        "width_m", "Rộng thông thủy chỗ hẹp nhất", unit: .metre, wanted: .always,
        also: ["Chiều rộng", "Rộng", "Mặt đường"], .within(0...100))
    package static let height = Field<Double>(
        "height_m", "Cao thông thủy chỗ thấp nhất", unit: .metre, wanted: .always,
        also: ["Chiều cao", "Cao"], .within(0...50))
    package static let isDeadEnd = Field<Bool>("is_dead_end", "Đường cụt", wanted: .always)
    package static let hasTurning = Field<Bool>(
        "has_turning", "Có chỗ quay đầu xe", wanted: isDeadEnd == true,
        source: "QCVN 06:2022/BXD, 6.4")
    package static let access = Field<EngineAccess>("engine_access", "Xe chữa cháy")
    package static let state = Field<Remark>(
        "state_words", "Hiện trạng", hint: "Mặt đường, chỗ lún, cầu yếu, hay ngập…",
        freshDays: 365, also: ["Tình trạng"])
    package static let owner = Field<String>(
        "owner", "Đơn vị quản lý", also: ["Cơ quan quản lý đường"])
    package static let place = Place(of: "đầu đường", wanted: nil)
    package static let line = Shape.line()

    package static let description = RegisterDescription(
        name: "roads", title: "Đường giao thông chữa cháy", singular: "đường",
        source: "Kế hoạch của phường: rà soát đường, bảo đảm xe chữa cháy hoạt động",
        area: .infrastructure,
        fields: [
            name, kind, group, length, width, height, isDeadEnd, hasTurning, access, state, owner,
        ] + place.fields + [line, Field<Remark>.note],
        columns: ["name", "kind", "group_unit", "width_m", "height_m", "engine_access"],
        filters: ["kind", "engine_access", "is_dead_end", "group_unit"], identity: ["name"],
        access: RegisterAccess(
            readers: .ward, writers: .keepersAndGroups, groupField: "group_unit"),
        checks: [
            RecordCheck(
                "turning", isDeadEnd == false && hasTurning == false,
                "Đường không cụt thì không cần chỗ quay đầu xe; hãy xem lại hai mục.")
        ],
        derivations: [accessDerivation])

    private static let accessDerivation = Derivation(
        "engine_access", from: .rules(InfrastructureNorms.description.name)
    ) { cells, rules, today in
        let road = Record(id: "", version: 0, cells: cells)
        let least = { (measure: InfrastructureNorms.Measure) in
            InfrastructureNorms.inForce(measure, of: rules, on: today)
        }
        guard let leastWidth = least(.roadWidth), let leastHeight = least(.roadHeight) else {
            return .init(.empty, "Chưa tính được: sổ Ngưỡng hạ tầng chưa có chiều rộng, chiều cao.")
        }
        if let width = road[width], width < leastWidth.value {
            return .init(
                EngineAccess.tooNarrow.cell,
                "Rộng \(width.shown) m, phải từ \(leastWidth.value.shown) m (\(leastWidth.source))."
            )
        }
        if let height = road[height], height < leastHeight.value {
            return .init(
                EngineAccess.tooLow.cell,
                "Cao \(height.shown) m, phải từ \(leastHeight.value.shown) m (\(leastHeight.source))."
            )
        }
        guard road[width] != nil, road[height] != nil else { return nil }
        return .init(
            EngineAccess.passable.cell,
            "Rộng từ \(leastWidth.value.shown) m và cao từ \(leastHeight.value.shown) m (\(leastWidth.source))."
        )
    }
}
