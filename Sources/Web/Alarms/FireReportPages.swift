import Domain
import Hummingbird
import Storage

/// What people say of fires: written down by the duty officer, or sent by a citizen.
enum FireReportPages {
    static let routes: [Route] = [
        .get("/desk/reports/new", .permission(.attendAlarms), new),
        .post("/desk/reports", .permission(.attendAlarms), create),
        .get("/fire", .anyone, wards),
        .get("/public/{ward}/fire", .anyone, ask),
        .post("/public/{ward}/fire", .anyone, send),
        .get("/public/{ward}/fire/sent", .anyone, sent),
    ]

    private static func report(_ form: Form, _ source: FireReport.Source) -> FireReport {
        let latitude = form.filled("latitude").flatMap(Degrees.init(text:))
        let longitude = form.filled("longitude").flatMap(Degrees.init(text:))
        var point: Coordinate?
        if let latitude, let longitude {
            point = Coordinate(latitude: latitude.value, longitude: longitude.value)
        }
        return FireReport(
            source: source, place: form["place"], what: form["what"], people: form["people"],
            caller: form["caller"], phone: form["phone"], point: point)
    }

    // MARK: The duty officer

    /// `GET /desk/reports/new`
    @Sendable static func new(_ visit: Visit) async throws -> Response {
        try await page(visit, refused: nil)
    }

    /// `POST /desk/reports`
    @Sendable static func create(_ visit: Visit) async throws -> Response {
        let (officer, form) = (try visit.officer(), visit.form)
        let source = FireReport.Source(rawValue: form["source"]) ?? .call
        let report = report(form, FireReport.Source.taken.contains(source) ? source : .call)
        do {
            let id = try await visit.site.database.write { tx in
                try tx.reportFire(
                    report, facility: form["facility"], joining: form.filled("case"),
                    by: officer)
            }
            return .seeOther("/desk/cases/\(id)?done=\(Flash.saved)")
        } catch let problem as Problem {
            guard problem.kind == .invalid, !problem.refusals.isEmpty else { throw problem }
            return try await page(visit, refused: problem)
        }
    }

    private static func page(_ visit: Visit, refused: Problem?) async throws -> Response {
        let officer = try visit.officer()
        let open = try await visit.site.database.read { try $0.openAlarmCases(for: officer) }
        let view = FireReportForm(
            open: open.filter { $0.kind == .alarm && !$0.isTrial }, form: visit.form,
            refused: refused, viewer: visit.viewer, map: MapControls.head(visit, ["place"]))
        return visit.page(
            "Ghi tin báo cháy", at: .alarms,
            status: refused == nil ? .ok : .unprocessableContent, view.html)
    }

    // MARK: Citizens

    /// `GET /fire`: the page of the ward, or the wards to choose from.
    @Sendable static func wards(_ visit: Visit) async throws -> Response {
        let wards = try await visit.site.database.read { tx in
            // Nobody goes to the scene from a province.
            let above = try tx.placesAbove()
            return try tx.wardCodes().filter { !above.contains($0) }.map {
                (code: $0, ward: try tx.reportingWard($0))
            }
        }
        if wards.count == 1 { return .seeOther("/public/\(wards[0].code)/fire") }
        let links: [HTML] = wards.map { code, ward in
            "<li><a href=\"/public/\(code)/fire\">\(ward.kind) \(ward.name), \(ward.province)</a></li>"
        }
        return visit.page(
            "Báo cháy", at: nil,
            "\(CitizenFirePage.call)<p>Rồi chọn phường, xã nơi đang cháy:</p><ul>\(links)</ul>")
    }

    private static func ward(of visit: Visit) async throws -> (code: String, name: String) {
        let code = visit.parameter("ward")
        return try await visit.site.database.read { tx in
            guard try tx.wardCodes().contains(code) else {
                throw Problem(
                    .notFound, "Không có địa phương này. Đang cháy thì gọi 114 ngay.")
            }
            let ward = try tx.reportingWard(code)
            return (code, "\(ward.kind) \(ward.name), \(ward.province)")
        }
    }

    /// `GET /public/{ward}/fire`
    @Sendable static func ask(_ visit: Visit) async throws -> Response {
        try await citizenPage(visit, refused: nil)
    }

    private static func citizenPage(_ visit: Visit, refused: Problem?) async throws -> Response {
        let ward = try await ward(of: visit)
        let view = CitizenFirePage(
            ward: ward.code, wardName: ward.name, form: visit.form, refused: refused,
            viewer: visit.viewer, script: visit.site.assets.script("locate"))
        return visit.page(
            "Báo cháy", at: nil, status: refused == nil ? .ok : .unprocessableContent, view.html)
    }

    /// `POST /public/{ward}/fire`
    @Sendable static func send(_ visit: Visit) async throws -> Response {
        let ward = try await ward(of: visit).code
        let report = report(visit.form, .citizen)
        let origin = "web \(visit.context.address)"
        do {
            try await visit.site.database.write {
                _ = try $0.reportFire(report, ward: ward, origin: origin)
            }
        } catch let problem as Problem {
            guard problem.kind == .invalid, !problem.refusals.isEmpty else { throw problem }
            return try await citizenPage(visit, refused: problem)
        }
        return .seeOther("/public/\(ward)/fire/sent")
    }

    /// `GET /public/{ward}/fire/sent`
    @Sendable static func sent(_ visit: Visit) async throws -> Response {
        let ward = try await ward(of: visit)
        return visit.page(
            "Đã gửi tin báo cháy", at: nil,
            """
            <div class="fire">
            \(CitizenFirePage.call)
            <p role="status"><strong>✓ Tin đã đến bàn trực của \(ward.name).</strong> Tin này không \
            thay cuộc gọi 114: nếu chưa gọi, hãy gọi ngay.</p>
            <ul><li>Ra khỏi chỗ cháy, đóng cửa lại, không dùng thang máy, không quay lại lấy đồ.</li>
            <li>Có khói thì cúi thấp, che mũi miệng bằng khăn ướt.</li>
            <li>Đứng chỗ an toàn, chờ chỉ đường cho xe chữa cháy; giữ máy để người trực gọi lại.</li></ul>
            <p><a href="/public/\(ward.code)/fire">Gửi thêm tin</a></p>
            </div>
            """)
    }
}
