/// What a register is about, as the page of registers groups them; in the order of that page.
package enum RegisterArea: String, Sendable, CaseIterable {
    case facilities, inspections, houses, alarms, infrastructure, forces, community, outreach
    case incidents, money, organisation, risk, rules

    package var title: String {
        switch self {
        case .facilities: "Cơ sở"
        case .inspections: "Kiểm tra, xử lý vi phạm"
        case .houses: "Nhà ở, hộ gia đình"
        case .alarms: "Báo cháy, cảnh báo sớm"
        case .infrastructure: "Hạ tầng, giao thông, nguồn nước"
        case .forces: "Lực lượng, phương tiện, 4 tại chỗ"
        case .community: "Mô hình cộng đồng"
        case .outreach: "Tuyên truyền"
        case .incidents: "Vụ việc"
        case .money: "Kinh phí"
        case .organisation: "Tổ chức, trường học"
        case .risk: "Nguy cơ"
        case .rules: "Quy định thay đổi theo thời gian"
        }
    }
}
