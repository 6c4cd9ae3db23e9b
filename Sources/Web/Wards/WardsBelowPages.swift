import Domain
import Hummingbird
import Storage

/// What the level above sees of its wards: first whether their figures are whole and fresh.
enum WardsBelowPages {
    static let routes: [Route] = [
        .get("/wards", .permission(.readAll), list),
        .get("/wards/{ward}", .permission(.readAll), show),
    ]

    /// `GET /wards?indicator=&branch=`
    @Sendable static func list(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let indicator = Indicators.named(visit.query("indicator")) ?? .transmittersConnected
        let page = try await visit.site.database.read { tx in
            WardsBelowPage(
                place: try tx.reportingWard(officer.ward), found: try tx.figuresBelow(for: officer),
                indicator: indicator, branch: nil, today: tx.today)
        }
        return visit.page("Các địa phương", at: .overview, page.html)
    }

    /// `GET /wards/{ward}`: a ward's figures month by month; of a place above others, its wards.
    @Sendable static func show(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let code = visit.parameter("ward")
        let indicator = Indicators.named(visit.query("indicator")) ?? .transmittersConnected
        let page: HTML = try await visit.site.database.read { tx in
            let ward = try tx.wardBelow(code, for: officer)
            let reporting = try tx.reportingWard(code)
            if ward.isAbove {
                // The same, as somebody of that place would see it.
                let found = try tx.figuresBelow(
                    for: Officer(
                        id: officer.id, ward: code, login: officer.login, name: officer.name,
                        role: officer.role, unit: nil, origin: officer.origin))
                return WardsBelowPage(
                    place: reporting, found: found, indicator: indicator, branch: code,
                    today: tx.today
                ).html
            }
            return WardBelowPage(
                place: reporting, standing: try tx.standing(of: ward),
                months: try tx.months(of: Indicators.all.map(\.key), ward: code), today: tx.today
            ).html
        }
        return visit.page("Địa phương", at: .overview, page)
    }
}

enum WardWords {
    /// `96 trên 102 phường, xã`.
    static func of(_ part: Int, _ whole: Int) -> String {
        "\(part.vietnamese) trên \(whole.vietnamese)"
    }

    static func act(_ standing: WardStanding, on today: Day) -> HTML {
        guard let last = standing.lastAct else { return Tag.state("Chưa ghi gì", .warn) }
        let days = today.number - last.number
        let words = days == 0 ? "hôm nay" : "\(days) ngày trước"
        return standing.isSilent(on: today) ? Tag.state(words, .warn) : "\(words)"
    }
}
