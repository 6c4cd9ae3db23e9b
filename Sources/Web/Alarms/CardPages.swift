import Domain
import Hummingbird
import Storage

/// The response card of an alarm: on the desk, on paper, and by a short-lived address.
enum CardPages {
    static let routes: [Route] = [
        .get("/desk/cases/{case}/card", .permission(.attendAlarms), show),
        .post("/desk/cases/{case}/card/link", .permission(.attendAlarms), share),
        .get("/cards/{token}", .anyone, shared),
    ]

    /// `GET /desk/cases/{case}/card`
    @Sendable static func show(_ visit: Visit) async throws -> Response {
        try await page(visit, link: nil)
    }

    /// `POST /desk/cases/{case}/card/link`: shown this once; only its hash is kept.
    @Sendable static func share(_ visit: Visit) async throws -> Response {
        let (officer, id) = (try visit.officer(), try visit.identifier("case"))
        let token = SessionCookie.makeToken()
        try await visit.site.database.write { try $0.shareCard(of: id, token: token, by: officer) }
        return try await page(visit, link: "\(visit.site.address)/cards/\(token)")
    }

    private static func page(_ visit: Visit, link: String?) async throws -> Response {
        let (officer, id) = (try visit.officer(), try visit.identifier("case"))
        let card = try await visit.site.database.read { try $0.responseCard(of: id, for: officer) }
        let caller = [officer.name, visit.viewer?.unitName ?? visit.viewer?.wardName].compactMap(
            \.self
        )
        .joined(separator: ", ")
        let view = CardView(card: card, caller: caller)
        let hours = Int(Transaction.cardLinkSeconds / 3600)
        let address: HTML? = link.map {
            Note.block(
                "Địa chỉ thẻ.",
                "<a href=\"\($0)\">\($0)</a> – ai có địa chỉ này xem được thẻ trong \(hours) giờ, không cần đăng nhập. Chỉ hiện một lần.",
                tone: .info)
        }
        let share: HTML? =
            card.alarm.isOpen
            ? DeskCase.button(
                "Lấy địa chỉ gửi đi", to: "/desk/cases/\(id)/card/link", visit.viewer) : nil
        return visit.page(
            "Thẻ ứng phó: \(view.title)", at: .alarms,
            """
            <p class="crumb no-print"><a href="/desk">← Bàn trực</a> · \
            <a href="/desk/cases/\(id)">Báo cháy này</a></p>
            <div class="row tools no-print"><button class="button" type="button" data-print hidden>In một tờ A4</button>\(share)</div>
            <div class="no-print">\(address)</div>
            \(view.html)
            <script type="module" src="\(visit.site.assets.script("card"))"></script>
            """)
    }

    /// `GET /cards/{token}`
    @Sendable static func shared(_ visit: Visit) async throws -> Response {
        let token = visit.parameter("token")
        guard
            let card = try await visit.site.database.read({ try $0.sharedCardIfAny(token: token) })
        else {
            throw Problem(
                .notFound, "Địa chỉ này không còn dùng được. Hãy hỏi lại người trực đã gửi nó.")
        }
        let view = CardView(card: card, caller: nil)
        return visit.page("Thẻ ứng phó: \(view.title)", at: nil, view.html)
    }
}
