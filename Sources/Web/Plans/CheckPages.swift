import Domain
import Hummingbird

/// What the codes of the findings mean.
enum CheckPages {
    static let routes: [Route] = [
        .get("/checks", .signedIn, list),
        .get("/checks/{code}", .signedIn, show),
    ]

    /// `GET /checks`
    @Sendable static func list(_ visit: Visit) async throws -> Response {
        let rows: [[HTML]] = DiagnosticKinds.all.sorted { $0.code < $1.code }.map { kind in
            [
                "<a href=\"/checks/\(kind.code)\">\(kind.code)</a> \(kind.title)",
                tag(kind.severity),
            ]
        }
        let table = DataTable.cards("Các mã kiểm tra", [.init("Mã"), .init("Mức")], rows)
        return visit.page(
            "Kiểm tra kế hoạch", at: .plans,
            """
            <h1>Kiểm tra kế hoạch</h1>
            <p class="lede">Canh Lửa soát mỗi kế hoạch theo \(DiagnosticKinds.all.count) điều dưới đây \
            và ghi mã bên cạnh câu cần xem. Mã không bao giờ đổi nghĩa.</p>
            <div class="panel">\(table)</div>
            """)
    }

    /// `GET /checks/{code}`
    @Sendable static func show(_ visit: Visit) async throws -> Response {
        guard let kind = DiagnosticKinds.ofCode(visit.parameter("code")) else {
            throw Problem(.notFound, "Không có mã kiểm tra này. Hãy xem danh sách các mã.")
        }
        return visit.page(
            "\(kind.code) \(kind.title)", at: .plans,
            """
            <p class="small"><a href="/checks">← Các mã kiểm tra</a></p>
            <div class="row"><h1>\(kind.code) · \(kind.title)</h1>\(tag(kind.severity))</div>
            <div class="readable stack">
            <p class="lede">\(kind.meaning)</p>
            \(part("Vì sao", kind.reason))
            \(part("Làm gì", kind.remedy))
            \(example("Chưa đúng", kind.wrong, .warn))
            \(example("Đúng", kind.right, .good))
            \(part("Nguồn", kind.source))
            </div>
            """)
    }

    private static func part(_ title: String, _ words: String) -> HTML {
        "<section><h2>\(title)</h2><p>\(words)</p></section>"
    }

    private static func example(_ title: String, _ words: String, _ tone: Tone) -> HTML {
        let lines: [HTML] = words.split(separator: "\n").map { "<p>\(String($0))</p>" }
        return """
            <section><h2>\(title)</h2>\
            \(Note.block(nil, "<div class=\"source\">\(lines)</div>", tone: tone))</section>
            """
    }

    private static func tag(_ severity: PlanDiagnostic.Severity) -> HTML {
        switch severity {
        case .error: Tag.state(severity.label, .danger)
        case .warning: Tag.state(severity.label, .warn)
        case .hint: Tag.state(severity.label, .plain)
        }
    }
}
