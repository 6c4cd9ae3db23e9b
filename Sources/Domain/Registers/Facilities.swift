/// Facilities under fire-safety management (cơ sở thuộc diện quản lý về phòng cháy và chữa cháy).
///
/// - Source: form PC01 of Decree 105/2025/NĐ-CP, Appendix VIII as replaced by Decree 347/2025/NĐ-CP;
///   kinds of facility as the wards' plans name them (FAC-01 to FAC-06, FAC-09, FAC-12). Periods of
///   freshness are the product's own.
package enum Facilities: Register {
    package enum Kind: String, FieldChoice {
        case market, shop, fuel, lodging, karaoke, rental, apartments, combined, restaurant, office
        case school, nursery, health, culture, worship, factory, warehouse, parking, infrastructure
        case other
        package var title: String {
            switch self {
            case .market: "Chợ, trung tâm thương mại, siêu thị"
            case .shop: "Cửa hàng"
            case .fuel: "Xăng dầu, khí đốt"
            case .lodging: "Khách sạn, nhà nghỉ"
            case .karaoke: "Karaoke, vũ trường, bar"
            case .rental: "Nhà trọ, nhà nhiều căn hộ"
            case .apartments: "Chung cư, nhà tập thể"
            case .combined: "Nhà ở kết hợp sản xuất, kinh doanh"
            case .restaurant: "Nhà hàng, dịch vụ ăn uống"
            case .office: "Trụ sở, văn phòng"
            case .school: "Trường học"
            case .nursery: "Nhà trẻ, mẫu giáo"
            case .health: "Cơ sở y tế"
            case .culture: "Văn hóa, thể thao, bảo tàng"
            case .worship: "Cơ sở tôn giáo, tín ngưỡng"
            case .factory: "Cơ sở sản xuất"
            case .warehouse: "Kho, bãi"
            case .parking: "Bãi, gara để xe"
            case .infrastructure: "Khu, cụm công nghiệp, hạ tầng kỹ thuật"
            case .other: "Khác"
            }
        }
    }

    /// Which body manages the facility (phân cấp quản lý).
    package enum Manager: String, FieldChoice {
        case police, committee
        package var title: String {
            switch self {
            case .police: "Công an cấp tỉnh"
            case .committee: "UBND cấp xã"
            }
        }
    }

    package enum State: String, FieldChoice {
        case working, partlySuspended, suspended, stopped
        package var title: String {
            switch self {
            case .working: "Đang hoạt động"
            case .partlySuspended: "Tạm đình chỉ"
            case .suspended: "Đình chỉ"
            case .stopped: "Ngừng hoạt động"
            }
        }
    }

    /// Thành phần kinh tế.
    package enum Sector: String, FieldChoice {
        case state, collective, `private`, foreign
        package var title: String {
            switch self {
            case .state: "Nhà nước"
            case .collective: "Tập thể"
            case .private: "Tư nhân"
            case .foreign: "Có vốn đầu tư nước ngoài"
            }
        }
    }

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
    package static let group = Field<GroupReference>(
        "group_unit", "Tổ dân phố", wanted: .always,
        also: ["TDP", "Tổ", "Khu phố", "Thôn", "Tổ dân phố, thôn"])
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
        "manager", "Phân cấp quản lý", wanted: .always,
        source: "Nghị định 105/2025/NĐ-CP, Phụ lục I, II",
        also: ["Cơ quan quản lý", "Đơn vị quản lý", "Cấp quản lý", "Thẩm quyền quản lý"])
    package static let isHazardous = Field<Bool>(
        "is_hazardous", "Thuộc danh mục có nguy hiểm về cháy, nổ", wanted: .always,
        source: "PC01, I.9", also: ["Phụ lục II", "Có nguy hiểm về cháy, nổ"])
    package static let risk = Field<String>(
        "risk", "Nguy cơ cao vì", hint: "Để trống nếu không có nguy cơ cao.",
        also: ["Nguy cơ cháy, nổ cao", "Nguy cơ"])
    package static let area = Field<Double>(
        "area_m2", "Diện tích sử dụng", unit: .squareMetre, wanted: .always, source: "PC01, II.2",
        also: ["Diện tích", "Tổng diện tích", "Diện tích sàn"], .within(0...10_000_000))
    package static let storeys = Field<Int>(
        "storeys", "Số tầng", unit: .storey, wanted: .always, source: "PC01, II.2",
        also: ["Tầng", "Quy mô số tầng"], .within(1...200))
    package static let acceptance = Field<String>(
        "acceptance", "Văn bản nghiệm thu PCCC", hint: "Số, ngày, nơi cấp.",
        source: "PC01, II.1", also: ["Nghiệm thu PCCC", "Nghiệm thu"])
    package static let isUsedUnaccepted = Field<Bool>(
        "is_used_unaccepted", "Chưa nghiệm thu đã sử dụng",
        also: ["Chưa được nghiệm thu đã đưa vào sử dụng"])
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
    package static let latitude = Field<Degrees>(
        "latitude", "Vĩ độ", wanted: .always, .within(8...24))
    package static let longitude = Field<Degrees>(
        "longitude", "Kinh độ", wanted: .always, .within(102...118))
    package static let note = Field<Remark>("note", "Ghi chú")

    package static let description = RegisterDescription(
        name: "facilities", title: "Cơ sở thuộc diện quản lý", singular: "cơ sở",
        source: "Kế hoạch của phường: rà soát, lập danh sách cơ sở, không bỏ sót, bỏ lọt",
        fields: [
            name, kind, address, group, business, sector, head, phone, parent, started, manager,
            isHazardous, risk, area, storeys, acceptance, isUsedUnaccepted, team, isDeclared,
            isConnected, insuredUntil, state, decision, latitude, longitude, note,
        ],
        columns: ["name", "kind", "address", "group_unit", "manager", "state"],
        filters: ["kind", "manager", "state", "group_unit"], identity: ["name", "address"],
        access: RegisterAccess(
            readers: [
                .administrator, .chairman, .viceChairman, .office, .police, .division, .groupHead,
            ],
            writers: [.administrator, .office, .police, .division, .groupHead],
            groupField: "group_unit"),
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
