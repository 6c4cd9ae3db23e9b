import Domain
import Storage

/// A public warning as people read it: on the public page, and before it is issued.
struct WarningView: Sendable {
    let warning: PublicWarning
    let message: CAPMessage?
    let areaName: String
    let senderName: String
    let now: Instant

    /// What was issued.
    init(_ warning: PublicWarning, senderName: String, now: Instant) {
        self.warning = warning
        message = nil
        areaName = warning.areaName ?? ""
        self.senderName = senderName
        self.now = now
    }

    /// What a draft would say if it were issued now.
    init(_ warning: PublicWarning, _ message: CAPMessage, now: Instant) {
        self.warning = warning
        self.message = message
        areaName = message.areaName
        senderName = message.sender.name
        self.now = now
    }

    private var text: WarningText { warning.text }
    private var isCancel: Bool { warning.kind == .cancel }
    private var sentAt: Instant? { warning.sentAt ?? message?.sentAt }
    private var expiresAt: Instant? { warning.expiresAt ?? message?.expiresAt }

    static func tone(_ severity: WarningText.Severity) -> Tone {
        switch severity {
        case .extreme, .severe: .danger
        case .moderate: .warn
        case .minor, .unknown: .info
        }
    }

    /// - Parameter level: of the heading; a list of warnings has its own first heading.
    func html(level: Int = 1) -> HTML {
        let (open, close): (HTML, HTML) =
            level == 1 ? ("<h1>", "</h1>") : ("<h2>", "</h2>")
        let danger: HTML =
            !isCancel && Self.tone(text.severity) == .danger ? " warning--danger" : ""
        let exercise: HTML? =
            text.isExercise
            ? "<p class=\"warning__exercise\"><strong>ĐÂY LÀ DIỄN TẬP. Không có nguy hiểm thật.</strong></p>"
            : nil
        let name: HTML =
            level == 1
            ? "\(headline)"
            : "<a href=\"/public/\(warning.ward)/warnings/\(warning.id)\">\(headline)</a>"
        return """
            <article class="warning\(danger)">
            <p class="desk-case__tags">\(tags)</p>
            \(open)\(name)\(close)
            \(exercise)
            \(body)
            <dl class="warning__facts">
            <dt>Khu vực</dt><dd>\(areaName)</dd>
            <dt>Từ</dt><dd>\(sentAt.map { "\($0.vietnamese)" })</dd>
            <dt>Đến</dt><dd>\(expiresAt.map { "\($0.vietnamese)" })</dd>
            <dt>Nơi phát</dt><dd>\(senderName)</dd>
            \(contact)
            </dl>
            </article>
            """
    }

    private var headline: String {
        isCancel ? "Hủy: \(text.headline)" : text.headline
    }

    private var body: HTML {
        if isCancel { return paragraphs(warning.reason ?? "") }
        return """
            \(paragraphs(text.words))
            <h3>Phải làm gì: \(text.response.title.lowercasedFirst)</h3>
            \(paragraphs(text.instruction))
            """
    }

    private func paragraphs(_ words: String) -> HTML {
        let parts: [HTML] = words.split(separator: "\n").map { "<p>\(String($0))</p>" }
        return "\(parts)"
    }

    private var contact: HTML? {
        text.contact.isEmpty ? nil : "<dt>Hỏi thêm</dt><dd>\(text.contact)</dd>"
    }

    private var tags: [HTML] {
        if isCancel { return [Tag.state("Đã hủy", .good)] }
        return [
            Tag.state(text.kind.title, .plain), " ",
            Tag.state(text.severity.title, Self.tone(text.severity)), " ",
            Tag.state(text.urgency.title, .info), " ", Tag.state(text.certainty.title, .info),
        ]
    }

    /// How a message stands, for a list.
    static func standing(_ warning: PublicWarning, now: Instant) -> HTML {
        if warning.state == .draft { return Tag.state("Bản nháp", .plain) }
        if warning.kind == .cancel { return Tag.state("Tin hủy", .good) }
        if warning.replacedAt != nil { return Tag.state("Đã có bản mới hơn", .plain) }
        return warning.isInForce(at: now)
            ? Tag.state("Đang hiệu lực", .danger) : Tag.state("Hết hiệu lực", .plain)
    }
}
