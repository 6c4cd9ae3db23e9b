import Domain
import Storage

/// How parts of a report are said and where they lead.
enum ReportPaperWords {
    static func tag(_ stage: ReportStage) -> HTML {
        switch stage {
        case .drafting: Tag.state(stage.title, .info)
        case .handedIn, .reviewed: Tag.state(stage.title, .warn)
        case .approved, .issued: Tag.state(stage.title, .good)
        }
    }

    /// `01/01/2026 – 30/6/2026`.
    static func time(_ report: StoredReport, _ to: Day) -> String {
        "\(report.from.vietnamese) – \(to.vietnamese)"
    }

    /// Where a source is opened.
    static func source(
        _ report: String
    ) -> @Sendable (ReportSource) -> (label: String, path: String)? {
        { source in
            switch source {
            case .figure(let key):
                ("số liệu", "\(ReportPaperPages.path(report))/figures/\(key)")
            case .work(let id): ("việc", "/work/\(id)")
            case .plan(let id): ("kế hoạch", "/plans/\(id)")
            case .target(let plan, let id): ("chỉ tiêu", "/plans/\(plan)/targets/\(id)")
            case .document(let id): ("văn bản", "/documents/\(id)")
            case .obstacle(let id): ("vướng mắc", "/obstacles/\(id)")
            case .proposal(let id): ("đề xuất", "/proposals/\(id)")
            case .review(let id): ("sơ kết", "/reports/reviews/\(id)")
            case .unitReport(let period, let unit):
                ("báo cáo của đơn vị", "/reports/\(period)/units/\(unit)")
            case .record(let register, let id): ("sổ", "/registers/\(register)/\(id)")
            case .report(let id): ("báo cáo đã phát hành", ReportPaperPages.path(id))
            }
        }
    }

    /// `3 vụ`, `chưa có số liệu`.
    static func value(_ value: Double?, _ unit: String) -> String {
        guard let words = value.flatMap(\.vietnamese) else { return "chưa có số liệu" }
        return unit.isEmpty ? words : "\(words) \(unit)"
    }

    /// An old and a new sentence below each other.
    static func change(_ change: SectionChange) -> HTML {
        let old: HTML? = change.old.map { "<p>Trước: <del>\($0)</del></p>" }
        let new: HTML =
            change.new.map { "<p>Nay: <ins>\($0)</ins></p>" }
            ?? "<p>Nay: dự thảo không còn câu này.</p>"
        return "<li>\(old)\(new)</li>"
    }
}
