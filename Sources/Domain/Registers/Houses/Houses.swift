/// Houses of the ward: of many storeys, of many flats, combined with production or business, and
/// those of ordinary households.
///
/// - Source: the wards' plans: second way out, "chuồng cọp", extinguishers, warning devices, tools
///   (HOU-01 to HOU-10); Law 55/2024/QH15, Articles 20 and 21. Periods of freshness are the
///   product's own.
package enum Houses: Register {
    package static let address = Field<String>(
        "address", "Địa chỉ", hint: "Số nhà, ngách, ngõ, phố.", isRequired: true,
        also: ["Số nhà", "Địa chỉ nhà", "Nơi ở", "Chỗ ở"])
    package static let group = Field<GroupReference>.residentialGroup
    package static let kind = Field<Kind>(
        "kind", "Loại nhà", isRequired: true, also: ["Loại hình", "Loại hình nhà ở"])
    package static let storeys = Field<Int>(
        "storeys", "Số tầng", unit: .storey, wanted: .always, also: ["Tầng", "Nhà mấy tầng"],
        .within(1...60))
    package static let flats = Field<Int>(
        "flats", "Số căn hộ", wanted: kind == .multiFlat, also: ["Căn hộ"], .within(1...2_000))
    package static let residents = Field<Int>(
        "residents", "Số người ở", unit: .person, wanted: .always, freshDays: 365,
        also: ["Nhân khẩu", "Số nhân khẩu", "Số người"], .within(0...10_000))
    package static let business = Field<String>(
        "business", "Sản xuất, kinh doanh gì", wanted: kind == .combined,
        also: ["Ngành nghề", "Mặt hàng", "Ngành nghề kinh doanh"])
    package static let businessArea = Field<Double>(
        "business_area_m2", "Diện tích sản xuất, kinh doanh", unit: .squareMetre,
        wanted: kind == .combined, also: ["Diện tích kinh doanh"], .within(0...100_000))
    package static let facility = Field<Reference<Facilities>>(
        "facility", "Cơ sở trong nhà",
        hint: "Khi nhà kết hợp kinh doanh cũng thuộc danh sách cơ sở.")
    package static let risk = Field<String>(
        "risk", "Nguy cơ cao vì", hint: "Để trống nếu không có nguy cơ cao.",
        also: ["Nguy cơ cháy, nổ", "Nguy cơ"])

    package static let head = Field<String>(
        "head", "Chủ hộ", wanted: .always, freshDays: 365,
        also: ["Họ tên chủ hộ", "Chủ nhà", "Tên chủ hộ", "Họ và tên chủ hộ"], seenBy: .visitors)
    package static let phone = Field<Telephone>(
        "phone", "Điện thoại", wanted: .always, freshDays: 365,
        also: ["SĐT", "Số điện thoại", "ĐT", "Điện thoại chủ hộ"], seenBy: .visitors)

    package static let secondExit = Field<Bool>(
        "second_exit", "Có lối thoát nạn thứ hai", wanted: .always, freshDays: 365,
        also: ["Lối thoát nạn thứ 2", "Lối thoát thứ hai", "Lối thoát hiểm thứ 2"])
    package static let exitWay = Field<String>(
        "exit_way", "Thoát qua đâu", hint: "Ban công, mái, thang ngoài, nhà bên…",
        wanted: secondExit == true)
    package static let exitGuided = Field<Day>("exit_guided_on", "Ngày hướng dẫn mở lối thoát")
    package static let exitOpened = Field<Day>("exit_opened_on", "Ngày mở lối thoát")
    package static let cage = Field<Cage>(
        "cage", "Chuồng cọp, lồng sắt", wanted: .always, freshDays: 365,
        also: ["Chuồng cọp", "Lồng sắt", "Rào sắt"])
    package static let cagePlace = Field<String>(
        "cage_place", "Chuồng cọp ở đâu", wanted: cage == .door || cage == .closed)
    package static let cageFound = Field<Day>("cage_found_on", "Ngày phát hiện chuồng cọp")
    package static let cageAction = Field<CageAction>(
        "cage_action", "Đã làm gì với chuồng cọp", wanted: cage == .closed)
    package static let cageRemoved = Field<Day>(
        "cage_removed_on", "Ngày tháo dỡ chuồng cọp", wanted: cage == .removed)

    package static let extinguishers = Field<Int>(
        "extinguishers", "Bình chữa cháy", unit: .piece, wanted: .always, freshDays: 365,
        also: ["Số bình chữa cháy", "Bình CC"], .within(0...1_000))
    package static let detectors = Field<Int>(
        "detectors", "Thiết bị cảnh báo cháy", unit: .piece, wanted: .always, freshDays: 365,
        also: ["Thiết bị cảnh báo cháy sớm", "Báo cháy độc lập", "Đầu báo cháy"], .within(0...1_000)
    )
    package static let hasTools = Field<Bool>(
        "has_tools", "Có dụng cụ phá dỡ", hint: "Búa, rìu, xà beng, kìm cộng lực.",
        wanted: .always, also: ["Dụng cụ phá dỡ thô sơ", "Dụng cụ phá dỡ"])
    package static let masks = Field<Int>(
        "masks", "Mặt nạ phòng độc", unit: .piece, also: ["Mặt nạ lọc độc", "Mặt nạ"],
        .within(0...1_000))
    package static let escapeGear = Field<String>(
        "escape_gear", "Phương tiện thoát nạn", hint: "Thang dây, dây hạ chậm…",
        also: ["Thang dây"])
    package static let selfChecked = Field<Day>(
        "self_checked_on", "Ngày hộ tự kiểm tra gần nhất",
        source: "Nghị định 105/2025/NĐ-CP, Điều 13")
    package static let selfMended = Field<Remark>(
        "self_mended", "Nguy cơ hộ đã tự khắc phục")
    package static let safety = Field<Safety>("safety", "Điều kiện an toàn")

    package static let deficientArea = Field<Reference<DeficientAreas>>(
        "deficient_area", "Thuộc khu vực không bảo đảm giao thông, nguồn nước",
        hint: "Theo danh mục của thành phố.", also: ["Khu vực không bảo đảm hạ tầng"])
    package static let place = Place(wanted: nil)

    package static let description = RegisterDescription(
        name: "houses", title: "Nhà ở, hộ gia đình", singular: "nhà",
        source:
            "Kế hoạch của phường: lối thoát nạn thứ hai, chuồng cọp, nhà nhiều tầng, nhiều căn hộ",
        area: .houses,
        sections: [
            FieldSection(
                "Ngôi nhà",
                [
                    address, group, kind, storeys, flats, residents, business, businessArea,
                    facility, risk,
                ]),
            FieldSection("Chủ hộ", [head, phone]),
            FieldSection(
                "Thoát nạn",
                [
                    secondExit, exitWay, exitGuided, exitOpened, cage, cagePlace, cageFound,
                    cageAction, cageRemoved,
                ]),
            FieldSection(
                "Trang bị",
                [
                    extinguishers, detectors, hasTools, masks, escapeGear, selfChecked,
                    selfMended, safety,
                ]),
            FieldSection(
                "Vị trí và ghi chú", [deficientArea] + place.fields + [Field<Remark>.note]),
        ],
        columns: ["address", "kind", "group_unit", "storeys", "second_exit", "cage", "safety"],
        filters: ["kind", "safety", "cage", "second_exit", "group_unit"],
        identity: ["address", "group_unit"],
        access: RegisterAccess(
            readers: .ward, writers: .keepersAndGroups, groupField: "group_unit"),
        checks: [
            RecordCheck(
                "exit_opened", secondExit == false && exitOpened != nil,
                "Ghi là không có lối thoát nạn thứ hai mà lại có ngày mở."),
            RecordCheck(
                "cage_removed", cageRemoved != nil && cage == .closed,
                "Có ngày tháo dỡ mà chuồng cọp vẫn ghi là bịt kín."),
            RecordCheck(
                "cage_order", cageFound > cageRemoved,
                "Ngày phát hiện chuồng cọp sau ngày tháo dỡ."),
            RecordCheck(
                "kind_business", kind == .ordinary && business != nil,
                "Có sản xuất, kinh doanh mà loại nhà là nhà ở của hộ gia đình."),
        ],
        derivations: [safetyDerivation])
}
