/// What facilities are, and who manages them.
extension Facilities {
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

    /// Hạng nguy hiểm cháy và cháy nổ of production and storage.
    package enum FireClass: String, FieldChoice {
        case a, b, c, d, e
        package var title: String { "Hạng \(rawValue.uppercased())" }
    }

    /// What a shop sells, as far as the thresholds ask.
    package enum Goods: String, FieldChoice {
        case combustible, packed, petrol, gas, other
        package var title: String {
            switch self {
            case .combustible: "Hàng dễ cháy"
            case .packed: "Hàng khó cháy trong bao bì dễ cháy"
            case .petrol: "Xăng dầu"
            case .gas: "Khí đốt"
            case .other: "Hàng khác"
            }
        }
    }

    /// How dangerous, as the appendices of Decree 105/2025/NĐ-CP list facilities.
    package enum HazardGroup: String, FieldChoice {
        case groupOne = "group_one"
        case groupTwo = "group_two"
        case listed, unlisted
        package var title: String {
            switch self {
            case .groupOne: "Phụ lục II, nhóm 1"
            case .groupTwo: "Phụ lục II, nhóm 2"
            case .listed: "Phụ lục I"
            case .unlisted: "Không thuộc danh mục"
            }
        }
    }

    /// Facilities that cannot meet the standards of their time, or came before them.
    package enum Legacy: String, FieldChoice {
        case article55 = "article_55_6"
        case before2001 = "before_2001"
        case construction
        package var title: String {
            switch self {
            case .article55: "Khoản 6 Điều 55: không khắc phục được theo quy chuẩn khi hoạt động"
            case .before2001: "Sử dụng trước khi Luật PCCC 2001 có hiệu lực"
            case .construction: "Chưa đạt yêu cầu PCCC về xây dựng mà đang hoạt động"
            }
        }
    }

    package enum LegacyState: String, FieldChoice {
        case found, planned, doing, settled, changed
        package var title: String {
            switch self {
            case .found: "Đã lập danh sách"
            case .planned: "Đã có lộ trình"
            case .doing: "Đang khắc phục"
            case .settled: "Đã giải quyết dứt điểm"
            case .changed: "Đã chuyển công năng hoặc ngừng"
            }
        }
    }
}
