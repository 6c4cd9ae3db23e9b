/// What happened, where the news came from, why, and who put it out.
extension Incidents {
    package enum Kind: String, FieldChoice {
        case fire, explosion, rescue, accident, disaster, related
        package var title: String {
            switch self {
            case .fire: "Cháy"
            case .explosion: "Nổ"
            case .rescue: "Cứu nạn, cứu hộ"
            case .accident: "Tai nạn, sự cố"
            case .disaster: "Ngập úng, thiên tai"
            case .related: "Sự cố liên quan PCCC"
            }
        }
    }

    package enum Source: String, FieldChoice {
        case call114 = "call_114"
        case app114 = "app_114"
        case device, citizen, inPerson = "in_person", other
        package var title: String {
            switch self {
            case .call114: "Gọi 114"
            case .app114: "Ứng dụng Báo cháy 114"
            case .device: "Thiết bị truyền tin"
            case .citizen: "Người dân gọi phường"
            case .inPerson: "Báo trực tiếp"
            case .other: "Nguồn khác"
            }
        }
    }

    package enum Setting: String, FieldChoice {
        case urban, rural
        package var title: String {
            switch self {
            case .urban: "Thành thị"
            case .rural: "Nông thôn"
            }
        }
    }

    /// What burnt, as the national statistics group it.
    package enum Premises: String, FieldChoice {
        case house, houseWithBusiness = "house_with_business"
        case apartments, warehouse, production, vehicle, office, market, leisure, school, health
        case forest, power, rubbish, other
        package var title: String {
            switch self {
            case .house: "Nhà dân"
            case .houseWithBusiness: "Nhà ở kết hợp sản xuất, kinh doanh"
            case .apartments: "Chung cư"
            case .warehouse: "Kho"
            case .production: "Cơ sở sản xuất"
            case .vehicle: "Phương tiện giao thông"
            case .office: "Trụ sở, văn phòng"
            case .market: "Chợ, siêu thị"
            case .leisure: "Karaoke, bar"
            case .school: "Trường học"
            case .health: "Cơ sở y tế"
            case .forest: "Rừng"
            case .power: "Cột điện, trạm điện"
            case .rubbish: "Bãi rác, cỏ"
            case .other: "Nơi khác"
            }
        }
    }

    package enum Cause: String, FieldChoice {
        case electrical, careless, technical, arson, traffic, natural, spontaneous, other, unclear
        package var title: String {
            switch self {
            case .electrical: "Sự cố điện"
            case .careless: "Sơ suất dùng lửa, nhiệt"
            case .technical: "Sự cố kỹ thuật"
            case .arson: "Đốt"
            case .traffic: "Tai nạn giao thông"
            case .natural: "Thiên tai, sét"
            case .spontaneous: "Tự cháy"
            case .other: "Khác"
            case .unclear: "Chưa rõ"
            }
        }
    }

    package enum CauseState: String, FieldChoice {
        case suspected, investigated, concluded
        package var title: String {
            switch self {
            case .suspected: "Nhận định ban đầu"
            case .investigated: "Đang điều tra"
            case .concluded: "Đã kết luận"
            }
        }
    }

    package enum Extinguisher: String, FieldChoice {
        case police, local, people, itself
        package var title: String {
            switch self {
            case .police: "Cảnh sát PCCC và CNCH"
            case .local: "Lực lượng tại chỗ"
            case .people: "Người dân"
            case .itself: "Tự tắt"
            }
        }
    }
}

extension Incidents.Premises {
    /// How the statistics count a facility of a kind.
    package init(of kind: Facilities.Kind) {
        self =
            switch kind {
            case .market, .shop: .market
            case .karaoke: .leisure
            case .rental: .house
            case .apartments: .apartments
            case .combined: .houseWithBusiness
            case .office: .office
            case .school, .nursery: .school
            case .health: .health
            case .factory: .production
            case .warehouse: .warehouse
            case .fuel, .lodging, .restaurant, .culture, .worship, .parking, .infrastructure,
                .other:
                .other
            }
    }
}
