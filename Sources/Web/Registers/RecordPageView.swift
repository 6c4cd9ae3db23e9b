import Domain
import Storage

/// One record: its values, what it lacks, its history.
struct RecordPageView: Sendable {
    let register: RegisterDescription
    let record: Record
    let groups: [Storage.Unit]
    let gaps: [RecordGap]
    let duplicates: DuplicatePanels
    let history: [JournalLine]
    let names: [String: String]
    let mayChange: Bool
    let viewer: Viewer?

    var title: String {
        register.columns.first.flatMap { record.cells[$0]?.plain } ?? register.singular
    }

    private var path: String { "/registers/\(register.name)/\(record.id)" }

    var html: HTML {
        """
        <p class="crumb"><a href="/registers/\(register.name)">← \(register.title)</a></p>
        <h1>\(title)</h1>
        <p class="lede">\(sentence)</p>
        \(tools)
        \(duplicates.html)
        \(gapPanel)
        \(Panel.section("Thông tin", Terms.list(terms)))
        \(Panel.section("Lịch sử", JournalHistory.list(history, names: names)))
        """
    }

    private var sentence: String {
        gaps.isEmpty
            ? "Đủ thông tin và còn mới."
            : "Còn \(gaps.count) điều cần bổ sung hoặc xác nhận."
    }

    private var tools: HTML? {
        guard mayChange else { return nil }
        let confirm: HTML? =
            gaps.contains { $0.kind == .fresh }
            ? """
            <form method="post" action="\(path)/confirmation">\(Fields.token(viewer))
            <button class="button" type="submit">Đã xem, vẫn đúng</button></form>
            """ : nil
        return """
            <div class="row tools no-print">\(confirm)
            <a class="button button--quiet" href="\(path)/edit">Sửa</a>
            <a class="button button--quiet" href="\(path)/end">Bỏ khỏi sổ</a></div>
            """
    }

    private var gapPanel: HTML? {
        if gaps.isEmpty { return nil }
        let lines: [HTML] = gaps.map { gap in
            let word = gap.kind == .complete ? "Chưa đủ" : "Chưa sống"
            return "<li>\(Tag.state(word, .warn)) \(gap.sentence)</li>"
        }
        return Panel.section("Cần làm", "<ul class=\"plain-list\">\(lines)</ul>")
    }

    private var terms: [(String, HTML)] {
        register.fields.map { field in
            (field.label, "\(RecordWords.shown(record.cells[field.key] ?? .empty, field, groups))")
        }
    }
}
