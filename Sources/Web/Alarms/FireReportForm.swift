import Domain
import Storage

/// The form on which a duty officer writes what a caller says, in the order in which it is asked.
struct FireReportForm: Sendable {
    let open: [AlarmCase]
    let form: Form
    let refused: Problem?
    let viewer: Viewer?
    /// Scripts of the map; nil where there is none.
    let map: HTML?

    var html: HTML {
        """
        <p class="crumb"><a href="/desk">← Bàn trực</a></p>
        <h1>Ghi tin báo cháy</h1>
        <p class="lede">Người báo đã gọi 114 chưa? Chưa thì <strong>gọi 114 trước tiên</strong>, giữ \
        máy với người báo.</p>
        \(refused.map { Fields.summary($0.message, $0.refusals) })
        <form class="narrow" method="post" action="/desk/reports">\(Fields.token(viewer))
        \(text("place", "Cháy ở đâu", hint: "Số nhà, ngõ, phố, gần chỗ nào. Để trống nếu là cơ sở trong sổ."))
        \(Fields.named(
            "facility", "Cơ sở, nếu có trong sổ", value: form["facility"],
            source: "/registers/facilities/choices", hint: "Gõ vài chữ của tên rồi chọn.",
            refusal: refused?.refusals["facility"]))
        \(text("what", "Cái gì cháy, khói lửa ra sao", isRequired: true))
        \(text("people", "Có ai mắc kẹt, bị thương"))
        \(text("phone", "Điện thoại người báo", type: "tel"))
        \(text("caller", "Tên người báo"))
        \(Fields.choice(
            "source", "Tin đến bằng cách nào",
            FireReport.Source.taken.map { ($0.rawValue, $0.title) }, value: form["source"]))
        \(joining)
        <button class="button button--danger" type="submit">Đưa lên bàn trực</button>
        <h2 class="fire__place">Vị trí, nếu biết</h2>
        \(text("latitude", "Vĩ độ"))
        \(text("longitude", "Kinh độ"))
        \(map.map { _ in MapControls.place("/registers/facilities/export/geojson") })
        </form>
        \(map)
        """
    }

    private func text(
        _ name: String, _ label: String, type: String = "text", hint: String? = nil,
        isRequired: Bool = false
    ) -> HTML {
        Fields.text(
            name, label, value: form[name], type: type, hint: hint,
            refusal: refused?.refusals[name], isRequired: isRequired, autocomplete: "off")
    }

    private var joining: HTML? {
        guard !open.isEmpty else { return nil }
        let cases = open.map { found in
            (found.id, "\(found.openedAt.clock) \(found.siteName ?? "")")
        }
        return Fields.choice(
            "case", "Là báo cháy nào", [("", "Báo cháy mới")] + cases, value: form["case"],
            hint: "Tin về cơ sở đang có báo cháy thì tự ghép vào báo cháy đó.")
    }
}

/// The page by which a citizen reports a fire, after having called 114.
struct CitizenFirePage: Sendable {
    let ward: String
    let wardName: String
    let form: Form
    let refused: Problem?
    let viewer: Viewer?
    let script: String

    /// What stands first on every page for citizens.
    static let call: HTML = """
        <h1>Đang cháy? Gọi 114 trước</h1>
        <p><a class="button button--danger fire__call" href="tel:114">Gọi 114</a></p>
        """

    var html: HTML {
        """
        <div class="fire">
        \(Self.call)
        <p>Gọi xong, gửi thêm tin này để lực lượng gần nhất của \(wardName) đến ngay. Cố ý báo cháy \
        giả bị xử lý theo pháp luật.</p>
        \(refused.map { Fields.summary($0.message, $0.refusals) })
        <form method="post" action="/public/\(ward)/fire">\(Fields.token(viewer))
        <input type="hidden" name="latitude" value="\(form["latitude"])">
        <input type="hidden" name="longitude" value="\(form["longitude"])">
        <div class="locate" hidden><button class="button" type="button">Gửi kèm vị trí của máy</button>
        <p class="small" role="status"></p></div>
        \(text("place", "Cháy ở đâu", hint: "Số nhà, ngõ, phố; hoặc gần chỗ nào."))
        \(text("what", "Cái gì cháy, khói lửa ra sao", isRequired: true))
        \(text("people", "Có ai mắc kẹt, bị thương"))
        \(text("phone", "Số điện thoại của bạn", type: "tel", hint: "Để người trực gọi lại; chỉ người trực xem được.", complete: "tel"))
        \(text("caller", "Tên bạn", complete: "name"))
        <button class="button button--danger" type="submit">Gửi đến bàn trực</button>
        </form>
        </div>
        <script type="module" src="\(script)"></script>
        """
    }

    private func text(
        _ name: String, _ label: String, type: String = "text", hint: String? = nil,
        isRequired: Bool = false, complete: String = "off"
    ) -> HTML {
        Fields.text(
            name, label, value: form[name], type: type, hint: hint,
            refusal: refused?.refusals[name], isRequired: isRequired, autocomplete: complete)
    }
}
