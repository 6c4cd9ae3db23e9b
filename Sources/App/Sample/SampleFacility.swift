import Domain

/// One facility of the sample ward, made up from its number.
struct SampleFacility {
    let number: Int
    let kind: Facilities.Kind

    init(_ number: Int) {
        self.number = number
        kind = Self.kinds[number * 37 % Self.kinds.count]
    }

    /// As often as a ward of shops and rented rooms has them, in a hundred.
    private static let kinds: [Facilities.Kind] = {
        let shares: [(Facilities.Kind, Int)] = [
            (.shop, 27), (.combined, 24), (.rental, 12), (.restaurant, 11), (.office, 5),
            (.lodging, 4), (.warehouse, 3), (.factory, 2), (.apartments, 3), (.nursery, 2),
            (.school, 1), (.health, 1), (.karaoke, 1), (.fuel, 1), (.market, 1), (.worship, 1),
            (.culture, 1),
        ]
        return shares.flatMap { kind, count in Array(repeating: kind, count: count) }
    }()

    private static let surnames = ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi"]
    private static let middles = ["Văn", "Thị", "Đức", "Minh", "Thu", "Quang", "Ngọc"]
    private static let given = [
        "An", "Bình", "Chi", "Dũng", "Giang", "Hà", "Khánh", "Lan", "Mai", "Nam", "Oanh",
        "Phúc", "Quân", "Sơn", "Thảo", "Uyên", "Vinh", "Yến",
    ]
    private static let streets = [
        "phố Mẫu", "phố Hàng Thử", "đường Đình Mẫu", "phố Chợ Mẫu", "đường Ven Hồ", "phố Giếng",
    ]

    static func person(_ number: Int) -> String {
        let surname = surnames[number % surnames.count]
        let middle = middles[number / 3 % middles.count]
        return "\(surname) \(middle) \(given[number * 5 % given.count])"
    }

    static func address(_ number: Int) -> String {
        let street = streets[number % streets.count]
        let house = 1 + number / streets.count
        return number % 4 == 0
            ? "Số \(house % 40 + 1) ngõ \(number / 4 + 2) \(street)" : "Số \(house) \(street)"
    }

    /// When it came into the register: most in the first survey, the rest as they opened.
    static func daysAgo(_ number: Int) -> Int {
        number % 3 == 0 ? 20 + number % 500 : 620 + number % 90
    }

    private var name: String {
        let own = "\(Self.given[number * 7 % 18]) \(Self.given[(number * 11 + 5) % 18])"
        return switch kind {
        case .shop: "Cửa hàng \(own)"
        case .combined: "Hộ kinh doanh \(own)"
        case .rental: "Nhà trọ \(own)"
        case .restaurant: "Quán ăn \(own)"
        case .office: "Văn phòng Công ty \(own)"
        case .lodging: "Nhà nghỉ \(own)"
        case .warehouse: "Kho hàng \(own)"
        case .factory: "Xưởng \(own)"
        case .apartments: "Chung cư mini \(own)"
        case .nursery: "Mầm non \(own)"
        case .school: "Trường Tiểu học \(own)"
        case .health: "Phòng khám \(own)"
        case .karaoke: "Karaoke \(own)"
        case .fuel: "Cửa hàng xăng dầu \(own)"
        case .market: "Chợ dân sinh \(own)"
        case .worship: "Đình \(own)"
        case .culture: "Nhà văn hóa \(own)"
        case .parking, .infrastructure, .other: own
        }
    }

    private var area: Int {
        switch kind {
        case .market, .school, .factory, .warehouse: 200 + number * 53 % 2_600
        case .apartments, .lodging: 150 + number * 31 % 1_400
        default: 18 + number * 29 % 260
        }
    }

    func texts(group: String, today: Day) -> [String: String] {
        let isClosed = number % 120 == 0
        var texts = [
            "name": name, "kind": kind.rawValue, "address": Self.address(number),
            "group_unit": group, "head": Self.person(number * 3 + 1), "area_m2": "\(area)",
            "storeys": "\(kind == .apartments ? 4 + number % 6 : 1 + number % 5)",
            "is_declared": number % 4 == 0 ? "0" : "1", "has_file": number % 3 == 0 ? "0" : "1",
            "state": isClosed ? "partlySuspended" : "working",
        ]
        // Made up: zeros in a row.
        if number % 6 != 0 { texts["phone"] = "0900000\(100 + number % 900)" }
        if number % 5 != 0 { texts["is_connected"] = number % 3 == 0 ? "1" : "0" }
        if isClosed { texts["decision"] = "\(number / 120)/QĐ-TĐC ngày 02/11/2026" }
        if number % 9 == 0 { texts["risk"] = "Nhiều hàng dễ cháy, ngõ hẹp" }
        if number % 7 != 0 { texts["equipment"] = "Bình bột 4 kg: \(2 + number % 5) bình" }
        if number % 40 == 0 {
            texts["is_used_unaccepted"] = "1"
            texts["legacy"] = "article_55_6"
            texts["legacy_state"] = "planned"
        }
        switch kind {
        case .shop: texts["goods"] = number % 5 == 0 ? "other" : "combustible"
        case .fuel: texts["goods"] = "petrol"
        case .combined: texts["business_area_m2"] = "\(area * 2 / 3)"
        case .factory, .warehouse: texts["fire_class"] = ["b", "c", "d", "e"][number % 4]
        case .nursery: texts["capacity"] = "\(30 + number % 160)"
        default: break
        }
        return texts
    }
}
