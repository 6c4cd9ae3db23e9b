/// Whom the ward speaks to: content is fitted to each.
///
/// - Source: the wards' plans: by audience, area, field and kind of facility (OUT-06).
package enum Audience: String, FieldChoice {
    case everyone, households, pupils, teachers, facilities, traders, workers, officials, forces
    case elderly
    package var title: String {
        switch self {
        case .everyone: "Mọi người dân"
        case .households: "Hộ gia đình"
        case .pupils: "Học sinh, sinh viên"
        case .teachers: "Giáo viên"
        case .facilities: "Người đứng đầu cơ sở"
        case .traders: "Tiểu thương, hộ kinh doanh"
        case .workers: "Người lao động, người thuê trọ"
        case .officials: "Cán bộ, công chức"
        case .forces: "Dân phòng, lực lượng cơ sở"
        case .elderly: "Người cao tuổi, người yếu thế"
        }
    }
}
