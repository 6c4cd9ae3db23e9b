import Domain
import Hummingbird
import Storage

/// Where an officer chooses what of the ward's figures everybody sees.
enum PublicFigurePages {
    static let routes: [Route] = [
        .get("/overview/public", .permission(.runPlans), show),
        .post("/overview/public", .permission(.runPlans), choose),
        .get("/public/{ward}", .anyone, PublicPage.show),
    ]

    /// `GET /overview/public`
    @Sendable static func show(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let (chosen, figures) = try await visit.site.database.read { tx in
            (
                try tx.publicFigureKeys(ward: officer.ward),
                try Indicators.all.map { ($0, try tx.figure(of: $0, ward: officer.ward)) }
            )
        }
        let checks: [HTML] = figures.map { indicator, figure in
            Fields.check(
                indicator.key, "\(indicator.title): \(IndicatorWords.value(figure))",
                isOn: chosen.contains(indicator.key), hint: indicator.explanation)
        }
        let count = chosen.count
        let now: HTML =
            count == 0
            ? "Hiện chưa công khai số nào."
            : "Đang công khai \(count) số. <a href=\"/public/\(officer.ward)\">Xem trang mà người dân xem</a>"
        return visit.page(
            "Số liệu công khai", at: .overview,
            """
            <h1>Số liệu công khai</h1>
            <p class="lede">Chọn những số mà ai cũng xem được, không cần đăng nhập. Chỉ hiện số chung \
            của phường, không có tên người, tên cơ sở. Mỗi lần đổi đều ghi vào nhật ký. \(now)</p>
            \(OverviewPages.tabs(officer, current: "/overview/public"))
            \(Panel.section(
                "Chọn số",
                """
                <form method="post" action="/overview/public">\(Fields.token(visit.viewer))
                \(Fields.check(
                    PublicFigures.workKey, "Tiến độ việc của các kế hoạch",
                    isOn: chosen.contains(PublicFigures.workKey),
                    hint: "Số việc đã xong, đang làm, quá hạn của cả phường."))
                \(checks)
                <button class="button" type="submit">Lưu lựa chọn</button></form>
                """))
            """)
    }

    /// `POST /overview/public`
    @Sendable static func choose(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let keys = Set(visit.form.names).subtracting(["_token"])
        try await visit.site.database.write { tx in
            try tx.choosePublicFigures(keys, by: officer)
        }
        return .seeOther("/overview/public?done=\(Flash.saved)")
    }
}
