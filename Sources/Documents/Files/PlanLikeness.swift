package import Domain

/// Whether a document looks like a plan of an authority, with the reasons.
package struct PlanLikeness: Sendable, Equatable {
    /// What speaks for a plan.
    package enum Sign: String, Sendable, CaseIterable {
        /// National motto, number or "Kính gửi": the head of an administrative document.
        case head
        /// The word KẾ HOẠCH as the kind, or in the number (KH).
        case kind
        /// At least one piece of work.
        case assignments
        /// At least one unit that leads.
        case units
    }

    package let signs: Set<Sign>
    /// What the document calls itself, where that is no document that assigns work: "giấy mời".
    package let otherKind: String?

    /// Work is assigned, and either the head or the kind shows whose document it is.
    package var isPlan: Bool {
        otherKind == nil && signs.contains(.assignments)
            && (signs.contains(.head) || signs.contains(.kind))
    }

    /// A whole sentence for the person who handed it in.
    package var sentence: String {
        if let otherKind {
            return """
                Đây là \(otherKind), không phải kế hoạch, nên không nhập; hãy chọn văn bản giao \
                nhiệm vụ (kế hoạch, chương trình, chỉ thị, quyết định).
                """
        }
        let missing: [(Sign, String)] = [
            (.head, "quốc hiệu, số và ký hiệu văn bản"), (.kind, "chữ KẾ HOẠCH"),
            (.assignments, "nhiệm vụ nào được giao"), (.units, "đơn vị nào được giao việc"),
        ]
        let listed = missing.filter { !signs.contains($0.0) }.map(\.1).joined(separator: "; ")
        return """
            Văn bản này không giống một kế hoạch: không thấy \(listed); hãy kiểm tra xem đã chọn đúng \
            tệp chưa.
            """
    }

    package init(of reading: PlanReading, in source: SourceText) {
        var signs: Set<Sign> = []
        let head = source.lines.lazy.map { Script($0.text) }.filter { $0.count > 0 }.prefix(30)
        if reading.document.number != nil || reading.document.numberSuffix != nil
            || head.contains(where: { line in
                Self.mottos.contains { line.first($0) != nil }
            })
        {
            signs.insert(.head)
        }
        if reading.document.kind == "plan"
            || head.contains(where: { $0.first("kế hoạch") == 0..<8 && $0.count < 12 })
        {
            signs.insert(.kind)
        }
        if !reading.tasks.isEmpty { signs.insert(.assignments) }
        if reading.tasks.contains(where: { !$0.leadUnits.isEmpty }) { signs.insert(.units) }
        self.signs = signs
        otherKind = Self.otherKind(head)
    }

    /// The kind that stands in capitals over the title, unless that of a plan stands before it.
    private static func otherKind(_ head: some Sequence<Script>) -> String? {
        for line in head {
            if DocumentKinds.assigning.contains(where: { stands($0, over: line) }) { return nil }
            if let kind = others.first(where: { stands($0.phrase, over: line) }) {
                return kind.name
            }
        }
        return nil
    }

    /// In capitals at the head of the line, and little behind it.
    private static func stands(_ phrase: Phrase, over line: Script) -> Bool {
        guard line.first(phrase)?.lowerBound == 0 else { return false }
        return line.count <= phrase.scalars.count + titleTailMax
            && line.isCapitals(0..<phrase.scalars.count)
    }

    /// Characters behind a kind that stands alone: a colon, a mark.
    private static let titleTailMax = 2

    private static let others: [(phrase: Phrase, name: String)] = [
        ("giấy mời", "giấy mời"), ("báo cáo", "báo cáo"), ("tờ trình", "tờ trình"),
        ("biên bản", "biên bản"), ("nghị định", "nghị định"), ("thông tư", "thông tư"),
        ("luật", "luật"), ("bộ luật", "bộ luật"), ("pháp lệnh", "pháp lệnh"),
        ("giấy giới thiệu", "giấy giới thiệu"), ("giấy chứng nhận", "giấy chứng nhận"),
    ]

    private static let mottos: [Phrase] = [
        "cộng hòa xã hội chủ nghĩa việt nam", "cộng hoà xã hội chủ nghĩa việt nam",
        "độc lập - tự do - hạnh phúc", "đảng cộng sản việt nam", "kính gửi",
    ]
}
