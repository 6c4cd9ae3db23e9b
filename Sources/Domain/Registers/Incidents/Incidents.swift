/// Fires, explosions, accidents and rescues: the record that the police's statistics need.
///
/// - Source: fields of a police team's yearly workbook and daily table, and of the national figures;
///   Law 55/2024/QH15, Article 32 on kinds of rescue; the wards' plans (INC-01 to INC-12).
package enum Incidents: Register {
    package static let name = Field<String>(
        "name", "Vụ việc", hint: "Như «Cháy nhà số 12 ngõ 42 phố Mẫu».", isRequired: true,
        also: ["Tên vụ", "Vụ cháy", "Nội dung vụ việc"])
    package static let kind = Field<Kind>(
        "kind", "Loại", isRequired: true, also: ["Loại vụ việc", "Loại hình"])
    package static let subtype = Field<String>(
        "subtype", "Cụ thể", hint: "Như «Người kẹt thang máy», «Đuối nước».",
        wanted: kind == .rescue || kind == .accident,
        source: "Luật 55/2024/QH15, Điều 32", also: ["Loại hình CNCH"])
    package static let newsFrom = Field<Source>(
        "news_from", "Nguồn tin", wanted: .always, also: ["Nguồn tin báo"])
    package static let address = Field<String>(
        "address", "Địa chỉ", isRequired: true, also: ["Địa điểm", "Nơi xảy ra"])
    package static let group = Field<GroupReference>.residentialGroup
    package static let setting = Field<Setting>("setting", "Khu vực", wanted: .always)
    package static let premises = Field<Premises>(
        "premises", "Cháy, nổ cái gì", wanted: kind == .fire || kind == .explosion,
        also: ["Đối tượng cháy", "Loại hình cháy", "Cơ sở xảy ra cháy"])
    package static let facility = Field<Reference<Facilities>>("facility", "Cơ sở")
    package static let house = Field<Reference<Houses>>("house", "Nhà")

    package static let ignited = Field<Moment>("ignited_at", "Phát sinh lúc")
    package static let discovered = Field<Moment>(
        "discovered_at", "Phát hiện lúc", wanted: .always, also: ["Thời gian phát hiện"])
    package static let reported = Field<Moment>(
        "reported_at", "Nhận tin lúc", isRequired: true,
        also: ["Thời gian", "Giờ nhận tin", "Thời gian nhận tin", "Thời gian xảy ra"])
    package static let forwarded = Field<Moment>(
        "forwarded_at", "Chuyển tin 114 lúc",
        wanted: newsFrom == .citizen || newsFrom == .inPerson)
    package static let localArrived = Field<Moment>(
        "local_arrived_at", "Lực lượng tại chỗ có mặt lúc", wanted: .always)
    package static let engineArrived = Field<Moment>(
        "engine_arrived_at", "Xe chữa cháy đến lúc", also: ["Thời gian đến", "Giờ đến"])
    package static let controlled = Field<Moment>(
        "controlled_at", "Khống chế lúc", wanted: kind == .fire,
        also: ["Thời gian khống chế", "Giờ khống chế"])
    package static let extinguished = Field<Moment>(
        "extinguished_at", "Dập tắt, xong lúc", wanted: .always,
        also: ["Thời gian dập tắt", "Giờ dập tắt"])
    package static let minutesToEngine = Field<Int>(
        "minutes_to_engine", "Từ nhận tin đến xe đầu tiên", unit: .minute)

    package static let cause = Field<Cause>(
        "cause", "Nguyên nhân", wanted: kind == .fire || kind == .explosion, freshDays: 90)
    package static let causeState = Field<CauseState>(
        "cause_state", "Kết luận nguyên nhân", wanted: cause != nil, freshDays: 90)
    package static let causeWords = Field<Remark>("cause_words", "Diễn biến, nguyên nhân cụ thể")

    package static let dead = Field<Int>(
        "dead", "Số người chết", unit: .person, wanted: .always, also: ["Chết", "Người chết"],
        .within(0...10_000))
    package static let deadOfForces = Field<Int>(
        "dead_of_forces", "Trong đó người của lực lượng (chết)", unit: .person,
        .within(0...10_000))
    package static let injured = Field<Int>(
        "injured", "Số người bị thương", unit: .person, wanted: .always,
        also: ["Bị thương", "Người bị thương"], .within(0...10_000))
    package static let injuredOfForces = Field<Int>(
        "injured_of_forces", "Trong đó người của lực lượng (bị thương)", unit: .person,
        .within(0...10_000))
    package static let loss = Field<Money>(
        "property_loss", "Thiệt hại tài sản", unit: .dong, wanted: .always,
        also: ["Thiệt hại về tài sản", "Thiệt hại", "Tài sản thiệt hại"])
    package static let burntArea = Field<Double>(
        "burnt_area_m2", "Diện tích cháy", unit: .squareMetre, wanted: kind == .fire,
        .within(0...10_000_000))
    package static let forest = Field<Double>(
        "forest_ha", "Rừng bị cháy", unit: .hectare, wanted: premises == .forest,
        .within(0...100_000))

    package static let savedDirectly = Field<Int>(
        "saved_directly", "Cứu trực tiếp", unit: .person, wanted: .always,
        also: ["Trực tiếp cứu"], .within(0...100_000))
    package static let guidedOut = Field<Int>(
        "guided_out", "Hướng dẫn thoát nạn", unit: .person, wanted: .always,
        also: ["Hướng dẫn thoát"], .within(0...100_000))
    package static let saved = Field<Int>("saved", "Cứu được", unit: .person)
    package static let bodies = Field<Int>(
        "bodies", "Thi thể tìm được", unit: .person, also: ["Số thi thể"], .within(0...10_000))
    package static let propertySaved = Field<Money>(
        "property_saved", "Tài sản cứu được", unit: .dong, also: ["Giá trị tài sản cứu được"])
    package static let extinguishedBy = Field<Extinguisher>(
        "extinguished_by", "Ai dập tắt", wanted: kind == .fire)

    package static let firstResponse = Field<Remark>(
        "first_response", "Xử lý ban đầu của tổ dân phố",
        hint: "Ai báo, ai dập, sơ tán ai, giữ hiện trường thế nào; ghi giờ.", wanted: .always)
    package static let vehicles = Field<Int>(
        "vehicles", "Số xe chữa cháy, CNCH", unit: .vehicle, wanted: .always,
        also: ["Số xe", "Số phương tiện"], .within(0...1_000))
    package static let people = Field<Int>(
        "people", "Số người tham gia", unit: .person, wanted: .always,
        also: ["Quân số", "Lượt người"], .within(0...100_000))
    package static let commander = Field<String>(
        "commander", "Người chỉ huy", wanted: .always, also: ["Chỉ huy chữa cháy", "Chỉ huy"])
    package static let mobilised = Field<Remark>(
        "mobilised", "Lực lượng, phương tiện huy động, chi viện",
        hint: "Mỗi dòng: của ai, gọi lúc nào, đến lúc nào, về lúc nào.", also: ["Chi viện"])
    package static let obstacles = Field<Remark>(
        "obstacles", "Vật cản, khó khăn", hint: "Đường, ngõ, dây điện, nước.")
    package static let water = Field<Remark>("water", "Nguồn nước đã dùng")

    package static let isSerious = Field<Bool>(
        "is_serious", "Vụ lớn, nghiêm trọng", wanted: .always)
    package static let responsibility = Field<Remark>(
        "responsibility", "Xem xét trách nhiệm người đứng đầu", wanted: isSerious == true)
    package static let aftermath = Field<Remark>("aftermath", "Khắc phục hậu quả")
    package static let lessons = Field<Remark>(
        "lessons", "Rút kinh nghiệm", wanted: .always, also: ["Bài học"])
    package static let measure = Field<Remark>("measure", "Việc phải làm sau vụ việc")
    package static let unit = Field<UnitReference>("unit", "Đơn vị làm", wanted: measure != nil)
    package static let due = Field<Day>("due_on", "Hạn", wanted: measure != nil)
    package static let done = Field<Day>("done_on", "Ngày xong")
    package static let documents = Field<String>("documents", "Hồ sơ vụ việc", hint: "Số, nơi lưu.")
    package static let place = Place()
}
