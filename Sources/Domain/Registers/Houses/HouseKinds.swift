/// What houses are, and what was done about their cages.
extension Houses {
    package enum Kind: String, FieldChoice {
        case ordinary, multiStorey = "multi_storey", multiFlat = "multi_flat", combined
        package var title: String {
            switch self {
            case .ordinary: "Nhà ở của hộ gia đình"
            case .multiStorey: "Nhà ở nhiều tầng"
            case .multiFlat: "Nhà ở nhiều căn hộ"
            case .combined: "Nhà ở kết hợp sản xuất, kinh doanh"
            }
        }
    }

    /// Cages of iron or fixed bars over balconies and ways out ("chuồng cọp").
    package enum Cage: String, FieldChoice {
        case none, door, closed, removed
        package var title: String {
            switch self {
            case .none: "Không có"
            case .door: "Có, đã mở cửa thoát"
            case .closed: "Có, bịt kín"
            case .removed: "Đã tháo dỡ"
            }
        }
    }

    package enum CageAction: String, FieldChoice {
        case guided, promised, refused, sanctioned, done
        package var title: String {
            switch self {
            case .guided: "Đã hướng dẫn"
            case .promised: "Chủ hộ hẹn tháo"
            case .refused: "Chủ hộ không đồng ý"
            case .sanctioned: "Đã lập biên bản, xử lý"
            case .done: "Đã xong"
            }
        }
    }

    /// Whether people can get out, see a fire early and fight it.
    package enum Safety: String, FieldChoice {
        case whole, lacking
        package var title: String {
            switch self {
            case .whole: "Đủ các điều kiện"
            case .lacking: "Còn thiếu"
            }
        }
    }

    /// What a house has of the four things that the plans ask of every house.
    static let safetyDerivation = Derivation("safety") { cells, _, _ in
        let house = Record(id: "", version: 0, cells: cells)
        let asked: [(String, Bool?)] = [
            ("lối thoát nạn thứ hai", house[secondExit]),
            ("tháo hoặc mở chuồng cọp", house[cage].map { $0 != .closed }),
            ("bình chữa cháy", house[extinguishers].map { $0 > 0 }),
            ("thiết bị cảnh báo cháy", house[detectors].map { $0 > 0 }),
        ]
        let lacking = asked.filter { $0.1 == false }.map(\.0)
        let unknown = asked.filter { $0.1 == nil }.map(\.0)
        if !lacking.isEmpty {
            return .init(Safety.lacking.cell, "Thiếu: \(lacking.joined(separator: ", ")).")
        }
        guard unknown.isEmpty else {
            return .init(.empty, "Chưa biết: \(unknown.joined(separator: ", ")).")
        }
        return .init(
            Safety.whole.cell,
            "Có lối thoát nạn thứ hai, không bịt chuồng cọp, có bình chữa cháy và thiết bị cảnh báo."
        )
    }
}
