import Domain
import Hummingbird
import Storage

/// What is wrong with devices, as work of the unit that keeps them: silent ones, faults, SIMs.
enum DevicePages {
    static let routes: [Route] = [
        .get("/desk/devices", .permission(.attendAlarms), list),
        .post("/desk/devices/{trouble}/take", .permission(.judgeAlarms), take),
    ]

    /// `2 thiết bị mất liên lạc, 3 trục trặc khác`
    static func counted(_ counts: DeviceTroubleCounts, _ devices: String) -> String {
        var parts: [String] = []
        if counts.silent > 0 {
            parts.append("\(counts.silent.vietnamese) \(devices) mất liên lạc")
        }
        if counts.troubles > 0 {
            parts.append("\(counts.troubles.vietnamese) trục trặc của \(devices)")
        }
        return parts.joined(separator: ", ")
    }

    /// `GET /desk/devices`
    @Sendable static func list(_ visit: Visit) async throws -> Response {
        try await page(visit, refused: nil)
    }

    private static func page(_ visit: Visit, refused: Problem?) async throws -> Response {
        let officer = try visit.officer()
        let (lines, counts) = try await visit.site.database.read { tx in
            (try tx.deviceTroubles(for: officer), try tx.deviceTroubleCounts(for: officer))
        }
        let rows: [[HTML]] = lines.map { line in
            let phone: HTML? = line.phone.map { "<br><span class=\"muted\">\($0)</span>" }
            return [
                "<a href=\"/registers/facilities/\(line.facility)\">\(line.facilityName ?? "Cơ sở")</a>\(phone)",
                what(line, on: visit.site.now.day), device(line),
                "\(line.unitName ?? "Chưa có đơn vị")", taken(line), form(line, visit),
                "\(line.beganAt.vietnamese)",
            ]
        }
        let list: HTML =
            rows.isEmpty
            ? EmptyState.block(
                "Không có thiết bị nào phải lo.",
                advice:
                    "Thiết bị mất liên lạc, báo hỏng hay sắp hết hạn SIM hiện ở đây.")
            : DataTable.cards(
                "Thiết bị phải lo",
                [
                    .init("Cơ sở"), .init("Chuyện gì"), .init("Thiết bị"), .init("Đơn vị lo"),
                    .init("Đang làm gì"), .init("Nhận"), .init("Từ", isNumber: true),
                ], rows)
        let summary: HTML? = refused.map { Fields.summary($0.message) }
        let title =
            counts.isEmpty ? "Mọi thiết bị đang tốt" : counted(counts, "thiết bị")
        return visit.page(
            "Thiết bị phải lo", at: .alarms,
            status: refused == nil ? .ok : .unprocessableContent,
            """
            \(DeskPages.tabs(officer, current: "/desk/devices"))
            <h1>\(title)</h1>
            <p class="lede">Thiết bị quá chu kỳ kiểm tra 8% mà chưa nghe thấy; thiết bị tự báo mất điện, \
            ắc quy yếu, hỏng, bị cô lập; SIM còn \(Transmitters.subscriptionDays) ngày nữa hết hạn. \
            Hết thì tự rời danh sách. Trong lúc mất liên lạc, cơ sở không báo cháy tự động được: hãy \
            gọi cơ sở.</p>
            \(summary)
            \(Panel.section("Phải lo", note: "gấp trước, rồi lâu nhất trước", isPadded: false, list))
            """)
    }

    private static func what(_ line: DeviceTroubleLine, on today: Day) -> HTML {
        var words: [String] = []
        if !line.meaning.isEmpty { words.append(line.meaning) }
        if !line.zone.place.isEmpty { words.append(DeskWords.place(line.zone.place)) }
        if line.times > 1 { words.append("\(line.times.vietnamese) lần") }
        if line.endsSoon { words.append("mất điện mà ắc quy yếu: sắp mất liên lạc") }
        if let until = line.paidUntil, line.kind == .subscription {
            words.append(
                until < today
                    ? "đã hết hạn, chỉ trả cước đến ngày \(until.vietnamese)"
                    : "trả cước đến hết ngày \(until.vietnamese)")
        }
        return """
            \(Tag.state(line.kind.title, line.isPressing ? .danger : .warn))<br>\
            <span class="muted">\(words.joined(separator: ", "))</span>
            """
    }

    private static func device(_ line: DeviceTroubleLine) -> HTML {
        let name = [line.serial, line.number.map { "số \($0)" }].compactMap(\.self)
            .joined(separator: ", ")
        return
            "<a href=\"/registers/transmitters/\(line.transmitter)\">\(name.isEmpty ? "Thiết bị" : name)</a>"
    }

    private static func taken(_ line: DeviceTroubleLine) -> HTML {
        guard let name = line.takenBy else { return "Chưa ai nhận" }
        return """
            \(name): \(line.words ?? "")<br>\
            <span class="muted">\(line.takenAt?.vietnamese ?? "")</span>
            """
    }

    private static func form(_ line: DeviceTroubleLine, _ visit: Visit) -> HTML {
        guard visit.viewer?.officer.may(.judgeAlarms) == true else { return "" }
        // What the program sees by itself is over when it sees so.
        let mayEnd = line.kind != .silence && line.kind != .subscription
        let end: HTML? =
            mayEnd
            ? " <button class=\"button button--quiet button--small\" name=\"ends\" value=\"1\">Đã xong</button>"
            : nil
        return """
            <form method="post" action="/desk/devices/\(line.id)/take">\
            \(Fields.token(visit.viewer))\
            <label class="field__label" for="words-\(line.id)">Làm gì\
            <span class="visually-hidden"> với \(line.number.map { "thiết bị số \($0)" } ?? "thiết bị")</span></label>\
            <input class="field__control" id="words-\(line.id)" name="words" required>\
            <p class="row"><button class="button button--quiet button--small" type="submit">Tôi lo</button>\(end)</p></form>
            """
    }

    /// `POST /desk/devices/{trouble}/take`
    @Sendable static func take(_ visit: Visit) async throws -> Response {
        let (officer, id) = (try visit.officer(), try visit.identifier("trouble"))
        let words = visit.form["words"]
        let result: Result<Void, Problem> = Result {
            () throws(Problem) in try DeviceTrouble.check(words: words)
        }
        if case .failure(let problem) = result { return try await page(visit, refused: problem) }
        let ends = visit.form["ends"] == "1"
        try await visit.site.database.write { tx in
            if ends {
                try tx.endDeviceTrouble(id, words: words, by: officer)
            } else {
                try tx.takeDeviceTrouble(id, words: words, by: officer)
            }
        }
        return .seeOther("/desk/devices?done=\(ends ? Flash.ended : Flash.saved)")
    }
}
