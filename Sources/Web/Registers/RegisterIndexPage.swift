import Domain
import HTTPTypes
import Hummingbird
import Storage

/// All registers that an officer may see, by what they are about, each with the state of its data.
enum RegisterIndexPage {
    /// `GET /registers?q=`
    @Sendable static func show(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let words = visit.query("q")
        let seen = Registers.all.filter { $0.access.readers.contains(officer.role) }
        let found = seen.filter { isMeant($0, by: words) }
        let counts = try await visit.site.database.read { tx in
            try tx.recordCounts(for: officer)
        }
        let rows = found.map { ($0, counts[$0.name] ?? RecordCounts()) }
        let areas = RegisterArea.allCases.filter { area in rows.contains { $0.0.area == area } }
        let panels: [HTML] = areas.map { area in
            panel(area, rows.filter { $0.0.area == area })
        }
        let nothing =
            seen.isEmpty
            ? EmptyState.block("Không có sổ nào dành cho bạn.")
            : EmptyState.block(
                "Không có sổ nào tên như vậy.", advice: "Hãy bớt từ tìm hoặc bỏ lọc.")
        let indicators: HTML? =
            officer.may(.readAll)
            ? "<a class=\"button button--quiet\" href=\"/indicators\">Chỉ số</a>" : nil
        return visit.page(
            "Sổ", at: .registers,
            """
            <div class="row"><h1>Sổ</h1><span class="push row">\(indicators)<a class="button button--quiet" href="/registers/quality">Chất lượng dữ liệu</a><a class="button button--quiet" href="/registers/map">Bản đồ</a></span></div>
            <p class="lede">Những gì kế hoạch yêu cầu rà soát, thống kê, lập danh sách: mỗi thứ một sổ, ai phụ trách thì ghi. Bốn điểm của mỗi sổ dẫn tới những mục còn thiếu.</p>
            \(FilterBar.form(
                "/registers", isActive: !words.isEmpty,
                [FilterBar.search("q", "Tìm sổ theo tên", value: words)]))
            \(areas.count > 1 ? places(areas) : nil)
            \(panels.isEmpty ? nothing : "<div class=\"register-areas\">\(panels)</div>")
            """)
    }

    /// Whether every word stands in the name of the register, of its area, or of what asks for it.
    private static func isMeant(_ register: RegisterDescription, by words: String) -> Bool {
        let text = folded("\(register.title) \(register.area.title) \(register.source)")
        return folded(words).split(separator: " ").allSatisfy { text.contains($0) }
    }

    private static func places(_ areas: [RegisterArea]) -> HTML {
        let links: [HTML] = areas.map { "<a href=\"#\($0.rawValue)\">\($0.title)</a>" }
        return "<nav class=\"jumps no-print\" aria-label=\"Các nhóm sổ\">\(links)</nav>"
    }

    private static func panel(
        _ area: RegisterArea, _ registers: [(RegisterDescription, RecordCounts)]
    ) -> HTML {
        let rows: [[HTML]] = registers.map { register, count in
            [
                """
                <a href="/registers/\(register.name)">\(register.title)</a>
                <span class="table__more">\(register.source)</span>
                """, "\(count.all.vietnamese)",
            ] + QualityWords.cells(count) { RegisterQuestions.path(register, $0) }
        }
        return Panel.section(
            area.title, isPadded: false, id: area.rawValue,
            DataTable.cards(
                area.title,
                [
                    .init("Sổ"), .init("Số mục", isNumber: true),
                ] + QualityWords.columns, rows))
    }
}
