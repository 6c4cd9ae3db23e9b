/// Facilities under fire-safety management (cơ sở thuộc diện quản lý về phòng cháy và chữa cháy).
///
/// - Source: form PC01 of Decree 105/2025/NĐ-CP, Appendix VIII as replaced by Decree 347/2025/NĐ-CP;
///   kinds of facility as the wards' plans name them (FAC-01 to FAC-06, FAC-09, FAC-12). Periods of
///   freshness are the product's own.
package enum Facilities: Register {
    // MARK: I. General

    package static let name = Field<String>(
        "name", "Tên cơ sở", isRequired: true, source: "PC01, I.1",
        also: ["Tên", "Tên đơn vị", "Tên doanh nghiệp", "Cơ sở", "Tên hộ kinh doanh"])
    package static let kind = Field<Kind>(
        "kind", "Loại hình", isRequired: true, source: "PC01, I.3",
        also: ["Loại cơ sở", "Loại hình cơ sở", "Loại"])
    package static let address = Field<String>(
        "address", "Địa chỉ", isRequired: true, source: "PC01, I.2",
        also: ["Địa điểm", "Vị trí", "Địa chỉ cơ sở"])
    package static let group = Field<GroupReference>.residentialGroup
    package static let business = Field<String>(
        "business", "Ngành nghề", hint: "Sản xuất, kinh doanh, chứa gì.", source: "PC01, I.3",
        also: ["Lĩnh vực hoạt động", "Ngành nghề kinh doanh", "Mặt hàng"])
    package static let sector = Field<Sector>(
        "sector", "Thành phần kinh tế", source: "PC01, I.8")
    package static let head = Field<String>(
        "head", "Người đứng đầu", wanted: .always, freshDays: 365, source: "PC01, I.6",
        also: [
            "Chủ cơ sở", "Người đại diện", "Người đại diện theo pháp luật", "Họ tên chủ cơ sở",
            "Người đứng đầu – Họ tên", "Người đứng đầu cơ sở", "Chủ hộ kinh doanh",
        ])
    package static let phone = Field<Telephone>(
        "phone", "Điện thoại", wanted: .always, freshDays: 365, source: "PC01, I.6",
        also: ["SĐT", "Số điện thoại", "ĐT", "Điện thoại liên hệ", "Người đứng đầu – Điện thoại"])
    package static let parent = Field<String>(
        "parent", "Cơ quan cấp trên quản lý trực tiếp", source: "PC01, I.7")
    package static let started = Field<Int>(
        "started_year", "Năm đưa vào hoạt động", source: "PC01, I.4",
        also: ["Năm hoạt động", "Năm đưa vào sử dụng"], .within(1850...2100))

    // MARK: II. Fire safety

    package static let manager = Field<Manager>(
        "manager", "Cơ quan quản lý theo danh sách",
        hint: "Như danh sách bàn giao ghi. Để trống thì theo cách tính của Nghị định.",
        also: [
            "Phân cấp quản lý", "Cơ quan quản lý", "Đơn vị quản lý", "Cấp quản lý",
            "Thẩm quyền quản lý",
        ])
    package static let managerBasis = Field<String>(
        "manager_basis", "Căn cứ phân cấp khác cách tính",
        hint: "Số, ngày của văn bản phân cấp, bàn giao.")
    package static let hazard = Field<HazardGroup>(
        "hazard_group", "Nhóm nguy hiểm", source: "Nghị định 105/2025/NĐ-CP, Phụ lục I, II")
    package static let managedBy = Field<Manager>(
        "managed_by", "Phân cấp theo quy mô", source: "Nghị định 105/2025/NĐ-CP, Phụ lục I, II")
    package static let isHazardous = Field<Bool>(
        "is_hazardous", "Thuộc danh mục có nguy hiểm về cháy, nổ", wanted: .always,
        source: "PC01, I.9", also: ["Phụ lục II", "Có nguy hiểm về cháy, nổ"])
    package static let risk = Field<String>(
        "risk", "Nguy cơ cao vì", hint: "Để trống nếu không có nguy cơ cao.",
        also: ["Nguy cơ cháy, nổ cao", "Nguy cơ"])
    package static let area = Field<Double>(
        "area_m2", "Diện tích sử dụng", unit: .squareMetre, wanted: .always, source: "PC01, II.2",
        also: ["Diện tích", "Tổng diện tích", "Diện tích sàn"], .within(0...10_000_000))
    package static let businessArea = Field<Double>(
        "business_area_m2", "Diện tích sản xuất, kinh doanh", unit: .squareMetre,
        wanted: kind == .combined,
        also: ["Diện tích kinh doanh", "Diện tích sản xuất"], .within(0...10_000_000))
    package static let volume = Field<Double>(
        "volume_m3", "Khối tích", unit: .cubicMetre, also: ["Tổng khối tích"],
        .within(0...100_000_000))
    package static let capacity = Field<Int>(
        "capacity", "Sức chứa",
        hint: "Số giường, số trẻ, số chỗ ngồi; kg khí đốt với cửa hàng khí đốt.",
        also: ["Số giường", "Số trẻ", "Số chỗ"], .within(0...1_000_000))
    package static let fireClass = Field<FireClass>(
        "fire_class", "Hạng nguy hiểm cháy",
        wanted: kind == .factory || kind == .warehouse,
        also: ["Hạng sản xuất", "Hạng nguy hiểm cháy nổ"])
    package static let goods = Field<Goods>(
        "goods", "Loại hàng", wanted: kind == .shop || kind == .fuel, also: ["Mặt hàng kinh doanh"])
    package static let blocks = Field<Remark>(
        "blocks", "Các khối, hạng mục",
        hint: "Mỗi dòng một khối: tên, diện tích, số tầng, bậc chịu lửa, công năng, số lối ra.",
        source: "PC01, II.2")
    package static let storeys = Field<Int>(
        "storeys", "Số tầng", unit: .storey, wanted: .always, source: "PC01, II.2",
        also: ["Tầng", "Quy mô số tầng"], .within(1...200))
    package static let acceptance = Field<String>(
        "acceptance", "Văn bản nghiệm thu PCCC", hint: "Số, ngày, nơi cấp.",
        source: "PC01, II.1", also: ["Nghiệm thu PCCC", "Nghiệm thu"])
    package static let isUsedUnaccepted = Field<Bool>(
        "is_used_unaccepted", "Chưa nghiệm thu đã sử dụng",
        also: ["Chưa được nghiệm thu đã đưa vào sử dụng"])
    package static let owners = Field<Remark>(
        "owners", "Các tổ chức, cá nhân trong cơ sở",
        hint: "Mỗi dòng một chủ sở hữu, người thuê; ghi cả điện thoại.", source: "PC01, I.5")
    package static let roads = Field<Remark>(
        "fire_roads", "Đường và bãi đỗ xe chữa cháy",
        hint: "Chiều rộng, chiều cao thông thủy; chỗ đỗ trong và ngoài cơ sở.",
        source: "PC01, II.3")
    package static let water = Field<Remark>(
        "water", "Nguồn nước của cơ sở", hint: "Bể, ao hồ, trụ: số lượng, vị trí, khối tích.",
        source: "PC01, II.4")
    package static let equipment = Field<Remark>(
        "equipment", "Phương tiện chữa cháy, cứu nạn", hint: "Mỗi dòng một loại: số lượng, vị trí.",
        wanted: .always, freshDays: 365, source: "PC01, II.5.1")
    package static let systems = Field<Remark>(
        "systems", "Hệ thống PCCC", hint: "Báo cháy, chữa cháy tự động, cấp nước, hút khói.",
        freshDays: 365, source: "PC01, II.5.2")
    package static let hasFile = Field<Bool>(
        "has_file", "Có hồ sơ PCCC và nội quy", wanted: .always, freshDays: 365,
        source: "Luật 55/2024/QH15, Điều 8", also: ["Hồ sơ PCCC", "Hồ sơ"])
    package static let lastInspected = Field<Day>("last_inspected_on", "Kiểm tra gần nhất")
    package static let nextInspection = Field<Day>("next_inspection_on", "Phải kiểm tra trước")
    package static let openFindings = Field<Int>("open_findings", "Tồn tại chưa khắc phục")
    package static let openViolations = Field<Int>("open_violations", "Vi phạm chưa xử lý xong")
    package static let runningSuspensions = Field<Int>(
        "running_suspensions", "Quyết định đình chỉ còn hiệu lực")
    package static let legacy = Field<Legacy>(
        "legacy", "Thuộc diện tồn tại trước đây",
        source: "Luật 55/2024/QH15, Điều 55", also: ["Khoản 6 Điều 55", "Diện tồn tại"])
    package static let legacyState = Field<LegacyState>(
        "legacy_state", "Kết quả giải quyết", wanted: legacy != nil, freshDays: 90)
    package static let legacyMeasure = Field<Remark>(
        "legacy_measure", "Giải pháp, lộ trình", wanted: legacy != nil)
    package static let legacyDue = Field<Day>(
        "legacy_due", "Hạn giải quyết", wanted: legacy != nil)
    package static let legacyUnit = Field<UnitReference>(
        "legacy_unit", "Đơn vị chịu trách nhiệm", wanted: legacy != nil)
    package static let relocation = Field<Remark>(
        "relocation", "Di dời khỏi khu dân cư",
        hint: "Lý do, ngày vận động, kết quả; để trống nếu không thuộc diện di dời.")
    package static let team = Field<Int>(
        "team_members", "Đội viên PCCC cơ sở", unit: .person, source: "PC01, II.6",
        also: ["Số đội viên", "Lực lượng PCCC cơ sở"], .within(0...10_000))
    package static let isDeclared = Field<Bool>(
        "is_declared", "Đã khai báo dữ liệu PCCC và CNCH", wanted: .always, freshDays: 180,
        source: "Nghị định 105/2025/NĐ-CP, Điều 12",
        also: ["Khai báo dữ liệu", "Đã khai báo", "Cập nhật cơ sở dữ liệu"])
    package static let isConnected = Field<Bool>(
        "is_connected", "Đã lắp thiết bị truyền tin báo cháy", wanted: .always, freshDays: 180,
        also: ["Thiết bị truyền tin", "Thiết bị truyền tin báo cháy", "Lắp thiết bị truyền tin"])
    package static let insuredUntil = Field<Day>(
        "insured_until", "Bảo hiểm cháy, nổ đến ngày", wanted: isHazardous == true,
        source: "Nghị định 67/2023/NĐ-CP",
        also: ["Bảo hiểm cháy nổ bắt buộc", "Hạn bảo hiểm", "Bảo hiểm cháy, nổ"])
    package static let state = Field<State>(
        "state", "Tình trạng", isRequired: true, freshDays: 180,
        also: ["Tình trạng hoạt động", "Trạng thái", "Hoạt động"])
    package static let decision = Field<String>(
        "decision", "Quyết định đình chỉ", hint: "Số, ngày của quyết định.",
        wanted: state == .suspended || state == .partlySuspended)
    package static let place = Place()

    package static let description = RegisterDescription(
        name: "facilities", title: "Cơ sở thuộc diện quản lý", singular: "cơ sở",
        source: "Kế hoạch của phường: rà soát, lập danh sách cơ sở, không bỏ sót, bỏ lọt",
        area: .facilities,
        sections: [
            FieldSection(
                "Thông tin chung",
                [
                    name, kind, address, group, business, sector, head, phone, parent, started,
                    owners,
                ]),
            FieldSection(
                "Quy mô và phân cấp",
                [
                    area, businessArea, storeys, volume, capacity, fireClass, goods,
                    blocks, hazard,
                    managedBy, manager, managerBasis, isHazardous, risk,
                ]),
            FieldSection(
                "Điều kiện an toàn",
                [
                    acceptance, isUsedUnaccepted, roads, water, equipment, systems, team, hasFile,
                    isDeclared, isConnected, insuredUntil,
                ]),
            FieldSection(
                "Tình trạng",
                [
                    state, decision, runningSuspensions, lastInspected, nextInspection,
                    openFindings,
                    openViolations, legacy, legacyState, legacyMeasure, legacyDue, legacyUnit,
                    relocation,
                ]),
            FieldSection("Vị trí và ghi chú", place.fields + [Field<Remark>.note]),
        ],
        columns: ["name", "kind", "address", "group_unit", "managed_by", "state"],
        filters: ["kind", "managed_by", "hazard_group", "state", "legacy", "group_unit"],
        identity: ["name", "address"],
        access: RegisterAccess(
            readers: [
                .administrator, .chairman, .viceChairman, .office, .police, .division, .groupHead,
            ],
            writers: [.administrator, .office, .police, .division, .groupHead],
            groupField: "group_unit"),
        checks: [
            RecordCheck(
                "unaccepted", isUsedUnaccepted == true && acceptance != nil,
                "Ghi là chưa nghiệm thu mà lại có văn bản nghiệm thu. Hãy xem lại một trong hai."),
            RecordCheck(
                "business_area", businessArea > area,
                "Diện tích sản xuất, kinh doanh lớn hơn diện tích sử dụng."),
            RecordCheck(
                "hazard_police",
                isHazardous == false && hazard == .groupOne
                    || isHazardous == false && hazard == .groupTwo,
                "Ghi là không có nguy hiểm về cháy, nổ, nhưng quy mô thuộc Phụ lục II."),
            RecordCheck(
                "suspended", state == .working && runningSuspensions >= 1,
                "Ghi là đang hoạt động, nhưng còn quyết định đình chỉ chưa hết hiệu lực."),
            RecordCheck(
                "manager_police",
                manager == .committee && managedBy == .police,
                "Danh sách ghi UBND cấp xã quản lý, nhưng theo quy mô là Công an cấp tỉnh. Hãy ghi căn cứ phân cấp nếu đúng vậy."
            ),
            RecordCheck(
                "manager_committee",
                manager == .police && managedBy == .committee,
                "Danh sách ghi Công an cấp tỉnh quản lý, nhưng theo quy mô là UBND cấp xã. Hãy ghi căn cứ phân cấp nếu đúng vậy."
            ),
        ],
        derivations: [FacilityClass.hazard, FacilityClass.manager] + FacilityStanding.derivations,
        likeness: Likeness(
            [
                .init(["name"], .name), .init(["address"], .address), .init(["phone"], .phone),
                // Owners have several places, and relatives share a name.
                .init(["head"], .name, .init(same: 4, near: 3, part: 0.5, other: -2)),
                .init(["latitude", "longitude"], .point),
            ],
            blocks: [
                Block(.whole(0)), Block(.whole(1)), Block(.whole(2)), Block(.word(0), .street(1)),
                Block(.word(0), .path(1)), Block(.whole(3), .street(1)), Block(.whole(3), .word(0)),
            ]))

    private typealias Block = Likeness.Block
}
