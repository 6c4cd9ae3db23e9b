import Domain
import Storage

/// Pairs of records that look like one, the most certain first.
struct DuplicateListPage: Sendable {
    let register: RegisterDescription
    let pairs: [RecordPair]
    let count: BoundedCount
    let names: CellNames
    let mayChange: Bool
    let viewer: Viewer?

    var html: HTML {
        """
        <p class="crumb"><a href="/registers/\(register.name)">← \(register.title)</a></p>
        <h1>Mục có thể trùng</h1>
        <p class="lede">\(sentence)</p>
        \(list)
        """
    }

    private var sentence: String {
        count == 0
            ? "Không có hai \(register.singular) nào trông giống nhau mà chưa ai xem."
            : "\(count.vietnamese) cặp \(register.singular) trông giống nhau, chắc chắn nhất ở trên. Hãy so rồi gộp, hoặc cho biết đó là hai."
    }

    private var list: HTML {
        guard !pairs.isEmpty else { return EmptyState.block("Sổ sạch, không có mục nào trùng.") }
        let rows: [[HTML]] = pairs.map { pair in
            [name(pair.one), name(pair.other), reason(pair), mayChange ? tools(pair) : ""]
        }
        return Panel.section(
            "Các cặp", note: count.count > pairs.count ? "\(pairs.count) cặp đầu" : nil,
            isPadded: false,
            DataTable.cards(
                "Các cặp có thể trùng",
                [.init("Mục"), .init("Giống với"), .init("Vì sao"), .init("Xử lý")], rows))
    }

    private func name(_ record: Record) -> HTML {
        let fields = register.columns.compactMap(register.field)
        let words = fields.dropFirst().prefix(3).compactMap { field -> String? in
            let cell = record.cells[field.key] ?? .empty
            return cell.isEmpty ? nil : names.shown(cell, field)
        }
        return """
            <a href="/registers/\(register.name)/\(record.id)">\(DuplicateWords.title(record, register, names))</a>
            <span class="table__more">\(words.joined(separator: " · "))</span>
            """
    }

    private func reason(_ pair: RecordPair) -> HTML {
        "\(DuplicateWords.tag(pair.judgement)) \(DuplicateWords.sentence(pair.judgement, register))"
    }

    private func tools(_ pair: RecordPair) -> HTML {
        let isFirst = RecordMerge.fuller(pair.one, pair.other)
        let (kept, merged) = isFirst ? (pair.one, pair.other) : (pair.other, pair.one)
        return """
            <div class="row"><a class="button button--small" href="\(DuplicatePages.comparison(register, kept: kept, merged: merged))">So và gộp</a>
            \(DuplicateWords.parting(pair.one, pair.other, register, viewer))</div>
            """
    }
}

/// How likely duplicates are told, wherever they are.
enum DuplicateWords {
    static func title(
        _ record: Record, _ register: RegisterDescription, _ names: CellNames
    ) -> String {
        register.columns.first.flatMap(register.field).map {
            names.shown(record.cells[$0.key] ?? .empty, $0)
        } ?? "–"
    }

    static func tag(_ judgement: LikenessJudgement) -> HTML {
        judgement.isCertain
            ? Tag.state("Gần như chắc chắn", .danger) : Tag.state("Có thể trùng", .warn)
    }

    /// "Cùng điện thoại, tên cơ sở gần giống, cách 20 m."
    static func sentence(_ judgement: LikenessJudgement, _ register: RegisterDescription) -> String
    {
        let reason = register.reason(judgement)
        guard let first = reason.first else { return "" }
        return first.uppercased() + reason.dropFirst() + "."
    }

    /// The button by which a person says that two records are two.
    static func parting(
        _ one: Record, _ other: Record, _ register: RegisterDescription, _ viewer: Viewer?
    ) -> HTML {
        """
        <form method="post" action="\(DuplicatePages.path(register))/parted">\(Fields.token(viewer))
        <input type="hidden" name="one" value="\(one.id)"><input type="hidden" name="other" value="\(other.id)">
        <button class="button button--quiet button--small" type="submit">Không phải một</button></form>
        """
    }
}
