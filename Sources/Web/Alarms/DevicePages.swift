import Domain
import Hummingbird
import Storage

/// Devices that fell silent, as work of the unit that keeps them.
enum DevicePages {
    static let routes: [Route] = [
        .get("/desk/devices", .permission(.attendAlarms), list),
        .post("/desk/devices/{silence}/take", .permission(.judgeAlarms), take),
    ]

    /// `GET /desk/devices`
    @Sendable static func list(_ visit: Visit) async throws -> Response {
        try await page(visit, refused: nil)
    }

    private static func page(_ visit: Visit, refused: Problem?) async throws -> Response {
        let officer = try visit.officer()
        let lines = try await visit.site.database.read { try $0.silences(for: officer) }
        let rows: [[HTML]] = lines.map { line in
            let device = [line.serial, "số \(line.number)"].compactMap(\.self).joined(
                separator: ", ")
            let phone: HTML? = line.phone.map { "<br><span class=\"muted\">\($0)</span>" }
            let taken: HTML? = line.takenBy.map { name in
                "\(name): \(line.words ?? "")<br><span class=\"muted\">\(line.takenAt?.vietnamese ?? "")</span>"
            }
            return [
                "<a href=\"/registers/facilities/\(line.facility)\">\(line.facilityName ?? "Cơ sở")</a>\(phone)",
                "<a href=\"/registers/transmitters/\(line.transmitter)\">\(device)</a>",
                "\(line.unitName ?? "Chưa có đơn vị")", taken ?? "Chưa ai nhận", form(line, visit),
                "\(line.heardAt.vietnamese)",
            ]
        }
        let list: HTML =
            rows.isEmpty
            ? EmptyState.block(
                "Không có thiết bị nào mất liên lạc.",
                advice: "Thiết bị quá chu kỳ kiểm tra mà không có tín hiệu hiện ở đây.")
            : DataTable.cards(
                "Thiết bị mất liên lạc",
                [
                    .init("Cơ sở"), .init("Thiết bị"), .init("Đơn vị lo"), .init("Đang làm gì"),
                    .init("Nhận"), .init("Nghe lần cuối", isNumber: true),
                ], rows)
        let summary: HTML? = refused.map { Fields.summary($0.message) }
        return visit.page(
            "Thiết bị mất liên lạc", at: .alarms,
            status: refused == nil ? .ok : .unprocessableContent,
            """
            \(DeskPages.tabs(officer, current: "/desk/devices"))
            <h1>\(lines.isEmpty ? "Mọi thiết bị đang có tín hiệu" : "\(lines.count.vietnamese) thiết bị mất liên lạc")</h1>
            <p class="lede">Thiết bị quá chu kỳ kiểm tra 8% mà chưa nghe thấy. Có tín hiệu lại thì tự \
            rời danh sách. Trong lúc mất liên lạc, cơ sở không báo cháy tự động được: hãy gọi cơ sở.</p>
            \(summary)
            \(Panel.section("Mất liên lạc", note: "lâu nhất trước", isPadded: false, list))
            """)
    }

    private static func form(_ line: SilenceLine, _ visit: Visit) -> HTML {
        guard visit.viewer?.officer.may(.judgeAlarms) == true else { return "" }
        return """
            <form method="post" action="/desk/devices/\(line.id)/take">\
            \(Fields.token(visit.viewer))\
            <label class="field__label" for="words-\(line.id)">Sẽ làm gì\
            <span class="visually-hidden"> với thiết bị số \(line.number)</span></label>\
            <input class="field__control" id="words-\(line.id)" name="words" required>\
            <button class="button button--quiet button--small" type="submit">Tôi lo</button></form>
            """
    }

    /// `POST /desk/devices/{silence}/take`
    @Sendable static func take(_ visit: Visit) async throws -> Response {
        let (officer, id) = (try visit.officer(), try visit.identifier("silence"))
        let words = visit.form["words"]
        guard !words.isEmpty, words.count <= Transaction.silenceWordsMax else {
            return try await page(
                visit,
                refused: Problem(
                    .invalid,
                    "Hãy ghi đang làm gì với thiết bị này, nhiều nhất \(Transaction.silenceWordsMax) chữ."
                ))
        }
        try await visit.site.database.write { try $0.takeSilence(id, words: words, by: officer) }
        return .seeOther("/desk/devices?done=\(Flash.saved)")
    }
}
