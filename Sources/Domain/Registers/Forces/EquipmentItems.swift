/// Equipment given to forces and residential areas: keeper, count against the norm, state.
///
/// - Source: the wards' plans: look after what was given, report damage, ask for repair or more
///   (FRC-08 to FRC-10, FRC-15, FRC-16, MIL-02).
package enum EquipmentItems: Register {
    package enum State: String, FieldChoice {
        case good, worn, broken, lost
        package var title: String {
            switch self {
            case .good: "Tốt"
            case .worn: "Cũ, còn dùng được"
            case .broken: "Hỏng"
            case .lost: "Mất"
            }
        }
    }

    package enum Origin: String, FieldChoice {
        case ward, province, facility, donated, army
        package var title: String {
            switch self {
            case .ward: "Phường mua"
            case .province: "Dự án, đề án của tỉnh, thành phố"
            case .facility: "Cơ sở tự trang bị"
            case .donated: "Xã hội hóa"
            case .army: "Của Ban Chỉ huy Quân sự"
            }
        }
    }

    package static let name = Field<String>(
        "name", "Tên phương tiện", isRequired: true,
        also: ["Phương tiện", "Tên thiết bị", "Tên trang thiết bị", "Chủng loại"])
    package static let kind = Field<EquipmentKind>(
        "kind", "Loại", isRequired: true, also: ["Loại phương tiện"])
    package static let forceKind = Field<Forces.Kind>(
        "force_kind", "Trang bị cho", isRequired: true, also: ["Loại lực lượng"])
    package static let force = Field<Reference<Forces>>(
        "force", "Lực lượng", wanted: .always, also: ["Đội", "Tên đội"])
    package static let group = Field<GroupReference>.residentialGroup
    package static let people = Field<Int>(
        "people", "Trang bị cho mấy người", unit: .person,
        hint: "Khi định mức tính theo đầu người.", .within(1...10_000))
    package static let count = Field<Int>(
        "count", "Số lượng", unit: .piece, isRequired: true, also: ["SL", "Số lượng hiện có"],
        .within(0...100_000))
    package static let usable = Field<Int>(
        "usable", "Còn dùng được", unit: .piece, wanted: .always, freshDays: 180,
        also: ["Số lượng còn tốt", "Số lượng sử dụng được"], .within(0...100_000))
    package static let norm = Field<Int>("norm", "Định mức", unit: .piece)
    package static let lacking = Field<Int>("lacking", "Còn thiếu", unit: .piece)
    package static let state = Field<State>(
        "state", "Tình trạng", isRequired: true, freshDays: 180,
        also: ["Hiện trạng", "Chất lượng", "Tình trạng kỹ thuật"])
    package static let keeper = Field<String>(
        "keeper", "Người giữ", wanted: .always, freshDays: 365,
        also: ["Người quản lý", "Người bảo quản"])
    package static let phone = Field<Telephone>(
        "phone", "Điện thoại người giữ", wanted: .always, freshDays: 365,
        also: ["Điện thoại", "SĐT"], seenBy: .officesAndGroups)
    package static let storedAt = Field<String>(
        "stored_at", "Để ở đâu", wanted: .always, also: ["Nơi để", "Vị trí", "Địa điểm"])
    package static let origin = Field<Origin>(
        "origin", "Nguồn", wanted: .always, also: ["Nguồn trang bị"])
    package static let given = Field<Day>("given_on", "Ngày giao", also: ["Ngày cấp"])
    package static let certificate = Field<String>(
        "certificate", "Kiểm định, chứng nhận chất lượng",
        wanted: kind == .powderExtinguisher || kind == .gasExtinguisher || kind == .pump)
    package static let checked = Field<Day>(
        "checked_on", "Ngày kiểm tra gần nhất", wanted: .always, freshDays: 180,
        source: "QCVN 10:2025/BCA, 1.5.13: bình chữa cháy ít nhất 6 tháng một lần",
        also: ["Ngày kiểm tra"])
    package static let checkDue = Field<Day>("check_due_on", "Phải kiểm tra lại trước ngày")
    package static let repairAsked = Field<Day>(
        "repair_asked_on", "Ngày đề nghị sửa, cấp bù",
        wanted: state == .broken || state == .lost)
    package static let repaired = Field<Day>("repaired_on", "Ngày sửa xong, cấp bù")
    package static let care = Field<Remark>(
        "care", "Mua sắm, sửa chữa, bảo dưỡng", hint: "Mỗi dòng một lần: ngày, việc, số tiền.")

    package static let description = RegisterDescription(
        name: "equipment_items", title: "Phương tiện, trang thiết bị", singular: "phương tiện",
        source: "Kế hoạch của phường: quản lý, bảo quản phương tiện được trang bị cho khu dân cư",
        area: .forces,
        sections: [
            FieldSection(
                "Phương tiện",
                [
                    name, kind, forceKind, force, group, people, count, usable, norm, lacking,
                    state,
                ]),
            FieldSection(
                "Ai giữ, ở đâu", [keeper, phone, storedAt, origin, given, certificate]),
            FieldSection(
                "Kiểm tra, sửa chữa",
                [checked, checkDue, repairAsked, repaired, care, Field<Remark>.note]),
        ],
        columns: ["name", "kind", "force", "group_unit", "usable", "lacking", "state"],
        filters: ["kind", "force_kind", "state", "origin", "group_unit"],
        identity: ["name", "kind", "force", "group_unit"],
        access: RegisterAccess(
            readers: .ward, writers: .keepersAndGroups, groupField: "group_unit"),
        checks: [
            RecordCheck("usable", usable > count, "Số còn dùng được nhiều hơn số lượng."),
            RecordCheck(
                "repair_order", repairAsked > repaired, "Ngày sửa xong trước ngày đề nghị."),
        ],
        derivations: [normDerivation, lackingDerivation, checkDueDerivation])

    private static let normDerivation = Derivation("norm", from: .rules(KitNorms.description.name))
    {
        cells, rules, today in
        let item = Record(id: "", version: 0, cells: cells)
        guard let kind = item[kind], let force = item[forceKind] else { return nil }
        guard let norm = KitNorms.inForce(kind, for: force, of: rules, on: today) else {
            return .init(.empty, "Chưa có định mức loại này trong sổ Định mức trang bị.")
        }
        switch norm.per {
        case .team:
            return .init(.integer(norm.count), "\(norm.count) mỗi đội. \(norm.source).")
        case .person:
            guard let people = item[people] else {
                return .init(.empty, "Định mức tính theo đầu người: thiếu số người.")
            }
            return .init(
                .integer(norm.count * people),
                "\(norm.count) mỗi người, \(people) người. \(norm.source).")
        }
    }

    private static let checkDueDerivation = Derivation(
        "check_due_on", from: .rules(UpkeepCycles.description.name)
    ) { cells, rules, today in
        let item = Record(id: "", version: 0, cells: cells)
        switch item[kind] {
        case .powderExtinguisher, .gasExtinguisher:
            return UpkeepCycles.due(.extinguisher, since: item[checked], of: rules, on: today)
        default: return nil
        }
    }

    private static let lackingDerivation = Derivation("lacking") { cells, _, _ in
        let item = Record(id: "", version: 0, cells: cells)
        guard let norm = item[norm], let usable = item[usable] ?? item[count] else { return nil }
        return .init(
            .integer(max(0, norm - usable)), "Phải có \(norm), dùng được \(usable).")
    }
}
