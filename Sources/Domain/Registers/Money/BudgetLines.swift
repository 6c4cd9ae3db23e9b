/// Money for fire safety by purpose: proposed, approved, spent.
///
/// - Source: the wards' plans: who makes the estimate, what has priority (BUD-01 to BUD-04, BUD-06,
///   BUD-07).
package enum BudgetLines: Register {
    package enum Purpose: String, FieldChoice {
        case outreach, warning, inspection, training, equipment, data, support, transmitters
        case learning, infrastructure
        package var title: String {
            switch self {
            case .outreach: "Tuyên truyền, phong trào"
            case .warning: "Thiết bị cảnh báo cháy sớm"
            case .inspection: "Kiểm tra, xử lý vi phạm"
            case .training: "Huấn luyện, thực tập, diễn tập"
            case .equipment: "Mua sắm, sửa chữa, bảo dưỡng phương tiện"
            case .data: "Công nghệ thông tin, dữ liệu"
            case .support: "Hỗ trợ, bồi dưỡng lực lượng"
            case .transmitters: "Thiết bị truyền tin báo cháy"
            case .learning: "Mô hình học tập, trải nghiệm"
            case .infrastructure: "Giao thông, nguồn nước chữa cháy"
            }
        }
    }

    package enum Source: String, FieldChoice {
        case ward, superior, own, donated
        package var title: String {
            switch self {
            case .ward: "Ngân sách phường"
            case .superior: "Ngân sách tỉnh, thành phố"
            case .own: "Kinh phí của đơn vị"
            case .donated: "Xã hội hóa"
            }
        }
    }

    package enum Stage: String, FieldChoice {
        case estimated, proposed, approved, refused
        package var title: String {
            switch self {
            case .estimated: "Đang lập dự toán"
            case .proposed: "Đã đề nghị"
            case .approved: "Đã duyệt"
            case .refused: "Không được duyệt"
            }
        }
    }

    package static let year = Field<Int>(
        "budget_year", "Năm", isRequired: true, also: ["Năm ngân sách"], .within(2020...2100))
    package static let name = Field<String>(
        "name", "Khoản chi", isRequired: true, also: ["Nội dung chi", "Nội dung", "Tên khoản"])
    package static let purpose = Field<Purpose>(
        "purpose", "Mục đích", isRequired: true, also: ["Nhóm chi"])
    package static let unit = Field<UnitReference>(
        "unit", "Đơn vị chi", wanted: .always, also: ["Đơn vị"])
    package static let source = Field<Source>(
        "funding_source", "Nguồn", isRequired: true, also: ["Nguồn kinh phí"])
    package static let count = Field<Double>(
        "item_count", "Số lượng", also: ["SL"], .within(0...100_000_000))
    package static let price = Field<Money>(
        "unit_price", "Đơn giá", unit: .dong, wanted: count != nil)
    package static let estimate = Field<Money>("estimate", "Số lượng × đơn giá", unit: .dong)
    package static let planned = Field<Money>(
        "planned", "Dự toán", unit: .dong, wanted: .always, also: ["Kinh phí dự kiến", "Đề nghị"])
    package static let proposed = Field<Day>("proposed_on", "Ngày đề nghị")
    package static let balance = Field<Remark>(
        "balance", "Khả năng cân đối ngân sách", wanted: proposed != nil)
    package static let stage = Field<Stage>(
        "stage", "Giai đoạn", isRequired: true, freshDays: 90, also: ["Trạng thái"])
    package static let approved = Field<Money>(
        "approved", "Được duyệt", unit: .dong, wanted: stage == .approved,
        also: ["Kinh phí được duyệt", "Giao dự toán"])
    package static let decision = Field<String>(
        "decision", "Văn bản duyệt", wanted: stage == .approved || stage == .refused)
    package static let spent = Field<Money>(
        "spent", "Đã chi", unit: .dong, wanted: stage == .approved, freshDays: 90,
        also: ["Thực chi", "Giải ngân"])
    package static let left = Field<Money>("remaining", "Còn lại", unit: .dong)

    package static let description = RegisterDescription(
        name: "budget_lines", title: "Dự toán, kinh phí", singular: "khoản chi",
        source:
            "Kế hoạch của phường: bảo đảm kinh phí; lập dự toán hằng năm cho công tác PCCC và CNCH",
        area: .money,
        sections: [
            FieldSection("Khoản chi", [year, name, purpose, unit, source]),
            FieldSection(
                "Dự toán", [count, price, estimate, planned, proposed, balance]),
            FieldSection(
                "Duyệt và chi", [stage, approved, decision, spent, left, Field<Remark>.note]),
        ],
        columns: ["name", "budget_year", "purpose", "planned", "approved", "spent", "remaining"],
        filters: ["purpose", "funding_source", "stage", "unit"], identity: ["name", "budget_year"],
        access: RegisterAccess(
            readers: Set.offices.union([.supervisor]), writers: .keepers),
        checks: [
            RecordCheck("overspent", spent > approved, "Đã chi nhiều hơn số được duyệt."),
            RecordCheck(
                "over_estimate", estimate > planned, "Số lượng nhân đơn giá nhiều hơn dự toán."),
            RecordCheck(
                "unapproved", stage != .approved && spent != nil && spent != Money(0),
                "Đã chi mà khoản này chưa được duyệt."),
        ],
        derivations: [
            Derivation("estimate") { cells, _, _ in
                let line = Record(id: "", version: 0, cells: cells)
                guard let count = line[count], let price = line[price],
                    let total = Int(exactly: (count * Double(price.dong)).rounded())
                else { return nil }
                return .init(.integer(total), "\(count.shown) × \(price.shown) đồng.")
            },
            Derivation("remaining") { cells, _, _ in
                let line = Record(id: "", version: 0, cells: cells)
                guard let approved = line[approved] else { return nil }
                let spent = line[spent] ?? Money(0)
                return .init(
                    .integer(approved.dong - spent.dong),
                    "Được duyệt \(approved.shown), đã chi \(spent.shown) đồng.")
            },
        ])
}
