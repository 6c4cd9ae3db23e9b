/// The places of administration, as tabs.
enum PeoplePlaces: CaseIterable {
    case accounts, units, journal

    var title: String {
        switch self {
        case .accounts: "Tài khoản"
        case .units: "Đơn vị"
        case .journal: "Nhật ký"
        }
    }

    var path: String {
        switch self {
        case .accounts: "/accounts"
        case .units: "/units"
        case .journal: "/journal"
        }
    }

    static func tabs(at current: PeoplePlaces) -> HTML {
        Tabs.nav(
            "Quản trị",
            allCases.map { .init($0.title, path: $0.path, isCurrent: $0 == current) })
    }
}
