import Domain
import HTTPTypes
import Hummingbird
import NIOCore
import Storage

/// The response card of an alarm: on the desk, on paper, and by a short-lived address.
enum CardPages {
    static let routes: [Route] = [
        .get("/desk/cases/{case}/card", .permission(.attendAlarms), show),
        .post("/desk/cases/{case}/card/link", .permission(.attendAlarms), share),
        .get("/cards/{token}", .anyone, shared),
        .get(workerPath, .anyone, worker),
    ]

    /// At the root, so that it may be registered for cards on the desk and for those by an address.
    private static let workerPath = "/card-worker.js"

    /// `GET /card-worker.js`
    @Sendable static func worker(_ visit: Visit) async throws -> Response {
        let assets = visit.site.assets
        guard let asset = assets.byPath[assets.script("card-worker")] else {
            preconditionFailure("the script was found when the program began")
        }
        // Asked for again each time, so that a new program replaces the old one at once.
        return Response(
            status: .ok, headers: [.contentType: asset.mediaType, .cacheControl: "no-cache"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: asset.bytes)))
    }

    /// Shown by a copy that the browser kept; `kept.js` keeps it.
    private static func kept(
        _ card: ResponseCard, until: Instant, _ visit: Visit
    ) -> HTML {
        """
        <div class="note card-kept" data-until="\(String(until.milliseconds))" \
        data-worker="\(workerPath)" hidden><p><strong>● Bản lưu trong máy này, lập lúc \
        \(card.readAt.clock) \(card.readAt.day.vietnamese).</strong> Máy không nối được \
        với Canh Lửa: số liệu có thể đã khác.</p></div>
        <script type="module" src="\(visit.site.assets.script("kept"))"></script>
        """
    }

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
            \(kept(card, until: visit.site.now.adding(seconds: SignInRules.sessionSecondsMax), visit))
            \(view.html)
            <script type="module" src="\(visit.site.assets.script("card"))"></script>
            """)
    }

    /// `GET /cards/{token}`
    @Sendable static func shared(_ visit: Visit) async throws -> Response {
        let token = visit.parameter("token")
        guard
            let found = try await visit.site.database.read({ try $0.sharedCardIfAny(token: token) })
        else {
            throw Problem(
                .notFound, "Địa chỉ này không còn dùng được. Hãy hỏi lại người trực đã gửi nó.")
        }
        let view = CardView(card: found.card, caller: nil)
        return visit.page(
            "Thẻ ứng phó: \(view.title)", at: nil,
            "\(kept(found.card, until: found.until, visit))\(view.html)")
    }
}
