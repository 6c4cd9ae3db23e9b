/// How dangerous a facility is and who manages it, as the appendices of Decree 105/2025/NĐ-CP say.
///
/// The police of the province manage what Appendix II lists, the commune's People's Committee what
/// only Appendix I does.
package enum FacilityClass {
    package static let hazard = Derivation(
        "hazard_group", from: .rules("facility_thresholds"), judged)

    package static let manager = Derivation("managed_by") { cells, _, _ in
        let facility = Record(id: "", version: 0, cells: cells)
        let listed = facility[Facilities.manager]
        if let listed, let basis = facility[Facilities.managerBasis] {
            return .init(listed.cell, "Theo \(basis).")
        }
        guard let group = facility[Facilities.hazard] else {
            return listed.map {
                .init($0.cell, "Theo danh sách; chưa đủ thông tin để tính từ quy mô.")
            }
        }
        switch group {
        case .groupOne, .groupTwo:
            return .init(Facilities.Manager.police.cell, "Cơ sở thuộc \(group.title).")
        case .listed:
            return .init(
                Facilities.Manager.committee.cell, "Cơ sở thuộc Phụ lục I, không thuộc Phụ lục II.")
        case .unlisted:
            return listed.map {
                .init($0.cell, "Theo danh sách; quy mô không thuộc Phụ lục I, II.")
            }
        }
    }

    /// The most dangerous group of which a threshold is reached; an empty cell while that cannot be
    /// told, with what is missing.
    private static func judged(
        _ cells: [String: Cell], _ rules: [Record], on today: Day
    ) -> Derivation.Value? {
        let facility = Record(id: "", version: 0, cells: cells)
        guard let kind = facility[Facilities.kind] else { return nil }
        let asked = rules.filter { rule in
            rule[FacilityThresholds.kind] == kind
                && rule[FacilityThresholds.from].map { $0 <= today } == true
                && rule[FacilityThresholds.until].map { $0 < today } != true
        }
        let groups = Set(asked.compactMap { $0[FacilityThresholds.group] })
        // Where a list has no row for the kind, nobody has read what it says of it.
        guard groups.contains(.listed), groups.count > 1 else {
            return .init(
                .empty, "Chưa tính được: sổ Ngưỡng phân cấp chưa có đủ ngưỡng của loại hình này.")
        }
        for group in FacilityThresholds.Group.allCases {
            var missing: String?
            for rule in asked where rule[FacilityThresholds.group] == group {
                switch reach(of: rule, by: facility) {
                case .reached(let size):
                    let item = rule[FacilityThresholds.item] ?? ""
                    return .init(group.hazard.cell, "\(item): \(size)")
                case .below: continue
                case .unknown(let what): missing = missing ?? what
                }
            }
            // A facility of unknown size may be of this group.
            if let missing { return .init(.empty, "Chưa tính được: thiếu \(missing).") }
        }
        return .init(
            Facilities.HazardGroup.unlisted.cell, "Chưa tới ngưỡng nào của loại hình này.")
    }

    private enum Reach {
        case reached(String)
        case below
        /// What the facility does not say.
        case unknown(String)
    }

    private static func reach(of rule: Record, by facility: Record) -> Reach {
        if let only = rule[FacilityThresholds.only] {
            let own = facility[Facilities.fireClass]?.title ?? facility[Facilities.goods]?.title
            guard let own else { return .unknown("hạng nguy hiểm cháy hoặc loại hàng") }
            let asked = only.split(separator: ",").map { folded(String($0)).drop { $0 == " " } }
            let known = folded(own)
            guard asked.contains(where: { known == $0 || known == "hang " + $0 }) else {
                return .below
            }
        }
        guard let measure = rule[FacilityThresholds.measure] else { return .below }
        let size: (own: Double?, unit: String)
        switch measure {
        case .any: return .reached("mọi quy mô.")
        case .area: size = (facility[Facilities.area], "m²")
        case .businessArea: size = (facility[Facilities.businessArea], "m² sản xuất, kinh doanh")
        case .storeys: size = (facility[Facilities.storeys].map(Double.init), "tầng")
        case .volume: size = (facility[Facilities.volume], "m³")
        case .capacity: size = (facility[Facilities.capacity].map(Double.init), "(sức chứa)")
        }
        guard let own = size.own else { return .unknown(measure.title.lowercasedFirst) }
        guard let least = rule[FacilityThresholds.least], own >= least else { return .below }
        return .reached("từ \(least.shown) \(size.unit), cơ sở có \(own.shown).")
    }
}
