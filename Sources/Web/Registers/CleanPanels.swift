import Domain
import Storage

/// What a record's own page says of how clean it is (sạch): records that look like it, those joined into
/// it, and how its address may be written.
struct CleanPanels: Sendable {
    let register: RegisterDescription
    let record: Record
    let pairs: [RecordPair]
    let names: CellNames
    let joinings: [RecordJoining]
    let today: Day
    let advice: AddressAdvice?
    let mayChange: Bool
    let viewer: Viewer?

    var html: HTML? {
        let notes =
            pairs.map(pair) + joinings.map(joined) + [advice.map(proposal)].compactMap { $0 }
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

    private func proposal(_ advice: AddressAdvice) -> HTML {
        let take: HTML? =
            mayChange
            ? """
            <form method="post" action="/registers/\(register.name)/\(record.id)/address">\(Fields.token(viewer))
            <input type="hidden" name="version" value="\(record.version)">
            <button class="button button--quiet button--small" type="submit">Sửa theo gợi ý</button></form>
            """ : nil
        return Note.block(
            "Địa chỉ nên ghi:",
            "\(advice.text). \(advice.reasons.joined(separator: " "))\(take)", tone: .info)
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
