import Domain
import Storage

/// What a record's own page says of those that look like it, and of those joined into it.
struct DuplicatePanels: Sendable {
    let register: RegisterDescription
    let record: Record
    let pairs: [RecordPair]
    let names: CellNames
    let joinings: [RecordJoining]
    let today: Day
    let mayChange: Bool

    var html: HTML? {
        let notes = pairs.map(pair) + joinings.map(joined)
        return notes.isEmpty ? nil : "\(notes)"
    }

    private func pair(_ pair: RecordPair) -> HTML {
        let other = pair.one.id == record.id ? pair.other : pair.one
        let isKept = RecordMerge.fuller(record, other)
        let (kept, merged) = isKept ? (record, other) : (other, record)
        let compare: HTML? =
            mayChange
            ? " <a href=\"\(DuplicatePages.comparison(register, kept: kept, merged: merged))\">So và gộp</a>"
            : nil
        return Note.block(
            pair.judgement.isCertain ? "Gần như chắc chắn trùng." : "Có thể trùng.",
            """
            <a href="/registers/\(register.name)/\(other.id)">\(DuplicateWords.title(other, register, names))</a>: \
            \(register.reason(pair.judgement)).\(compare)
            """)
    }

    private func joined(_ joining: RecordJoining) -> HTML {
        let path = "/registers/\(register.name)/\(record.id)/merges/\(joining.id)/undo"
        let undo: HTML? =
            mayChange && joining.isUndoable(on: today)
            ? " <a href=\"\(path)\">Tách lại</a>" : nil
        return Note.block(
            "Đã gộp.",
            "«\(joining.title)» được gộp vào đây \(joining.mergedAt.day.vietnamese).\(undo)",
            tone: .info)
    }
}
