import Domain
import Hummingbird
import Storage

/// Reports that came from other installations as signed bundles.
enum ReceivedReportPages {
    static let routes: [Route] = [
        .get("/reports/received", .permission(.readAll), list),
        .post(
            "/reports/received", .permission(.draftReports), bodyBytesMax: Route.uploadBytesMax,
            take),
        .get("/reports/received/{report}", .permission(.readAll), show),
        .post("/reports/papers/{report}/bundle", .permission(.draftReports), bundle),
    ]

    /// `GET /reports/received`
    @Sendable static func list(_ visit: Visit) async throws -> Response {
        try await page(visit, problem: nil)
    }

    private static func page(_ visit: Visit, problem: Problem?) async throws -> Response {
        let officer = try visit.officer()
        let (reports, own) = try await visit.site.database.read { tx in
            (
                try tx.receivedReports(for: officer),
                try tx.reportFingerprint(ward: officer.ward)
            )
        }
        let rows: [[HTML]] = reports.map { report in
            [
                """
                <a href="/reports/received/\(report.id)">\(report.title)</a>\
                <span class="table__more">\(report.senderName)</span>
                """, "\(report.issued?.vietnamese ?? "")",
                report.isReplaced
                    ? Tag.state("Đã có bản đính chính", .warn) : Tag.state("Bản mới nhất", .good),
                "\(report.receivedAt.vietnamese)",
            ]
        }
        let table: HTML =
            rows.isEmpty
            ? EmptyState.block("Chưa nhận báo cáo nào của nơi khác.")
            : DataTable.cards(
                "Báo cáo đã nhận",
                [
                    .init("Báo cáo"), .init("Ngày phát hành"), .init("Tình trạng"),
                    .init("Nhận lúc", isNumber: true),
                ], rows)
        return visit.page(
            "Báo cáo nhận từ nơi khác", at: .reports,
            status: problem.map { ProblemPages.status(of: $0.kind) } ?? .ok,
            """
            \(ReportWords.crumb([("Báo cáo", "/reports")]))
            <h1>Báo cáo nhận từ nơi khác</h1>
            <p class="lede">Phường gửi tệp gói ký số (.json) của báo cáo đã phát hành; chữ ký cho biết không ai sửa trên đường.</p>
            \(problem.map { Fields.summary($0.message, $0.refusals) })
            \(officer.may(.draftReports) ? form(visit, problem) : nil)
            \(Panel.section("Đã nhận", isPadded: rows.isEmpty, table))
            \(own.map { Note.block("Dấu vân tay khóa của phường này:", "<code>\($0)</code>. Đọc cho nơi nhận khi họ hỏi.", tone: .info) })
            """)
    }

    private static func form(_ visit: Visit, _ problem: Problem?) -> HTML {
        Panel.section(
            "Nhập gói báo cáo",
            """
            <form class="readable" method="post" enctype="multipart/form-data" action="/reports/received">\(Fields.token(visit.viewer))
            \(FileUpload.field("bundle", "Tệp gói báo cáo", accept: ".json,application/json", hint: "Tệp .json do phường gửi lập. Lớn nhất 20 MB.", refusal: problem?.refusals["bundle"], isRequired: true))
            \(Fields.text("fingerprint", "Dấu vân tay khóa của nơi gửi", value: visit.form["fingerprint"], hint: "Chỉ lần đầu nhận của mỗi nơi: gọi nơi gửi, họ đọc dấu vân tay ở trang này của họ.", refusal: problem?.refusals["fingerprint"]))
            <button class="button" type="submit">Nhập</button></form>
            """)
    }

    /// `POST /reports/received`
    @Sendable static func take(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let form = visit.form
        do {
            guard let file = form.files("bundle").first else {
                throw Problem(
                    .invalid, "Hãy chọn tệp gói báo cáo.",
                    refusals: ["bundle": "Chưa chọn tệp."])
            }
            let taken = try await visit.site.database.write { tx in
                try tx.takeReport(
                    file.bytes, accepting: form.filled("fingerprint"), by: officer)
            }
            let done: Flash = taken.wasKnown ? .knownReport : .receivedReport
            return .seeOther("/reports/received/\(taken.id)?done=\(done)")
        } catch let problem as Problem
            where [.invalid, .conflict, .tooLarge].contains(problem.kind)
        {
            return try await page(visit, problem: problem)
        }
    }

    /// `GET /reports/received/{report}`
    @Sendable static func show(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let id = try visit.identifier("report")
        let (report, bundle) = try await visit.site.database.read { tx in
            try tx.receivedReport(id, for: officer)
        }
        let rows: [[HTML]] = bundle.figures.map { figure in
            [
                "\(figure.name)", "\(ReportPaperWords.value(figure.value, figure.unit))",
                "\(ReportPaperWords.value(figure.previous, figure.unit))",
            ]
        }
        let figures: HTML? =
            rows.isEmpty
            ? nil
            : Panel.section(
                "Số liệu", isPadded: false,
                DataTable.cards(
                    "Số liệu",
                    [
                        .init("Nội dung"), .init("Trong kỳ", isNumber: true),
                        .init("Cùng kỳ năm trước", isNumber: true),
                    ], rows))
        let state: HTML? =
            report.isReplaced ? Tag.state("Đã có bản đính chính mới hơn", .warn) : nil
        return visit.page(
            report.title, at: .reports,
            """
            \(ReportWords.crumb([("Báo cáo", "/reports"), ("Nhận từ nơi khác", "/reports/received")]))
            <h1>\(report.title)</h1>
            <p class="lede">Của \(bundle.sender.words), kỳ \(bundle.from?.vietnamese ?? "") – \(bundle.to?.vietnamese ?? ""), nhận \(report.receivedAt.vietnamese). \(state)</p>
            \(DocumentPaper.sheet(bundle.document))
            <div class="no-print">\(figures)</div>
            """)
    }

    /// `POST /reports/papers/{report}/bundle`
    @Sendable static func bundle(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let id = try visit.identifier("report")
        do {
            let (name, bytes) = try await visit.site.database.write { tx in
                (
                    ReportPages.fileName(try tx.report(id, for: officer).title, ending: "json"),
                    try tx.bundle(of: id, by: officer)
                )
            }
            return .download(bytes, name: name, mediaType: "application/json")
        } catch let problem as Problem where problem.kind == .conflict {
            return try await ReportPaperPages.page(visit, problem: problem)
        }
    }
}
