import Domain
import Storage

/// The history of one record, for the record's own page.
///
///     let history = try tx.history(of: "plans/\(id)", ward: officer.ward, limit: 20)
///     Panel.section("Lịch sử", JournalHistory.list(history))
enum JournalHistory {
    /// - Parameters:
    ///   - names: of the units and accounts that stand in the rows, `tx.journalNames`.
    ///   - role: of who reads; what a register hides from the role is hidden here, too.
    static func list(
        _ lines: [JournalLine], names: [String: String] = [:], role: Role? = nil
    ) -> HTML {
        lines.isEmpty
            ? EmptyState.block("Chưa có gì trong nhật ký.")
            : Timeline.list(lines.map { item($0, names, role) })
    }

    private static func item(
        _ line: JournalLine, _ names: [String: String], _ role: Role?
    ) -> Timeline.Item {
        let entry = line.entry
        let register = register(of: entry.subject)
        let changes = entry.changeList.filter { change in
            guard let role, let field = register?.field(change.field) else { return true }
            return field.isSeen(by: role)
        }
        return Timeline.Item(
            at: entry.at, who: who(line), JournalWords.verb(entry.verb),
            body: changes.isEmpty ? nil : self.changes(changes, of: entry.subject, names: names),
            tone: tone(of: entry.verb))
    }

    static func who(_ line: JournalLine) -> String {
        if let who = line.who { return who }
        return line.entry.origin.hasPrefix("cli") ? "Máy chủ (dòng lệnh)" : "Chương trình"
    }

    static func changes(
        _ changes: [JournalChange], of subject: String, names: [String: String]
    ) -> HTML {
        guard !changes.isEmpty else { return "" }
        let register = register(of: subject)
        let items: [HTML] = changes.map { change in
            let field = register?.field(change.field)
            let words = { (value: String) in
                let said =
                    moment(value, in: change.field)
                    ?? JournalWords.value(value, of: change.field) ?? named(value, names)
                return shortened(field?.words(for: value) ?? said)
            }
            let before: HTML? = change.before.map { "<del>\(words($0))</del> → " }
            let after = change.after.map(words) ?? "(trống)"
            return """
                <li><span class="changes__field">\(field?.label ?? JournalWords.field(change.field)):</span> \
                \(before)<ins>\(after)</ins></li>
                """
        }
        return "<ul class=\"changes\">\(items)</ul>"
    }

    private static func register(of subject: String) -> RegisterDescription? {
        Registers.named(String(subject.prefix { $0 != "/" }))
    }

    static func tone(of verb: String) -> Tone {
        if verb == "session.refused" || verb == "account.lock" { return .danger }
        if verb.hasSuffix(".add") || verb.hasSuffix(".begin") { return .info }
        return .plain
    }

    /// Fields that end in `_at` hold milliseconds.
    private static func moment(_ value: String, in field: String) -> String? {
        guard field.hasSuffix("_at"), let milliseconds = Int64(value) else { return nil }
        return Instant(milliseconds: milliseconds).vietnamese
    }

    /// One identifier or several with spaces between, by name where it is known.
    private static func named(_ value: String, _ names: [String: String]) -> String {
        let parts = value.split(separator: " ").map(String.init)
        guard parts.contains(where: { names[$0] != nil || isIdentifier($0) }) else { return value }
        return parts.map { part in
            names[part] ?? (isIdentifier(part) ? "bản ghi …\(part.suffix(identifierEnd))" : part)
        }.joined(separator: "; ")
    }

    /// As much of an identifier as a person compares.
    private static let identifierEnd = 6

    private static func isIdentifier(_ text: String) -> Bool {
        text.utf8.count == 36 && text.split(separator: "-").map(\.utf8.count) == [8, 4, 4, 4, 12]
    }

    private static let valueLengthMax = 200

    private static func shortened(_ value: String) -> String {
        value.count > valueLengthMax ? value.prefix(valueLengthMax) + "…" : value
    }
}
