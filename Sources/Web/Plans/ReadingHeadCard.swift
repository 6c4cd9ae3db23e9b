import Domain
import Storage

/// What was understood of the head of a document, and what it cites.
struct ReadingHeadCard: Sendable {
    let plan: Plan
    let version: PlanVersion

    var html: HTML {
        let head = version.reading.document
        let known: [(String, String?)] = [
            ("Số", plan.number ?? plan.numberSuffix.map { "…\($0) (chưa có số)" }),
            ("Ngày", plan.issuedWords), ("Nơi", head.place), ("Cơ quan", plan.issuer),
            ("Trích yếu", plan.title),
        ]
        let terms = known.map { label, value in (label, "\(value ?? "chưa rõ")" as HTML) }
        return """
            <article class="card card--quiet"><h3>Văn bản</h3>\(Terms.list(terms))</article>
            \(cited)
            """
    }

    /// Every document that is cited, with the way to its line.
    private var cited: HTML? {
        let references = version.reading.references
        guard !references.isEmpty else { return nil }
        let items: [HTML] = references.map { reference in
            let name = reference.number.map { "số \($0)" } ?? reference.name ?? ""
            let date = reference.date.flatMap { Day(iso: $0) }.map { " ngày \($0.vietnamese)" }
            return """
                <li><a href="#L\(reference.line)">\(reference.kind.title) \(name)</a>\(date)\
                \(reference.issuer.map { ", \($0)" })</li>
                """
        }
        return """
            <article class="card card--quiet"><h3>\(references.count) văn bản viện dẫn</h3>
            <ul class="small">\(items)</ul></article>
            """
    }
}
