import Storage

extension Storage.Unit.Kind {
    /// What people call it.
    var title: String {
        switch self {
        case .committee: "Ủy ban nhân dân"
        case .council: "Hội đồng nhân dân"
        case .party: "Tổ chức đảng"
        case .office: "Văn phòng"
        case .police: "Công an"
        case .division: "Phòng, ban"
        case .centre: "Trung tâm"
        case .military: "Quân sự"
        case .front: "Mặt trận Tổ quốc"
        case .union: "Đoàn thể"
        case .school: "Trường học"
        case .health: "Y tế"
        case .group: "Tổ dân phố, thôn, bản"
        case .facility: "Cơ sở"
        case .external: "Ngoài địa phương"
        case .set: "Nhóm đơn vị"
        }
    }
}
