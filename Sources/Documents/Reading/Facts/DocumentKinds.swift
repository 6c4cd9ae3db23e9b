import Domain

/// The words that name a kind of document, longest first.
enum DocumentKinds {
    static let names: [(Phrase, DocumentReference.Kind)] = [
        ("nghị quyết liên tịch", .resolution), ("thông tư liên tịch", .circular),
        ("thông báo kết luận", .notice),
        ("chương trình hành động", .programme), ("chương trình công tác", .programme),
        ("chương trình phối hợp", .programme), ("chương trình", .programme),
        ("quy chế phối hợp", .regulation), ("kế hoạch liên tịch", .plan),
        ("kế hoạch phối hợp", .plan), ("kế hoạch liên ngành", .plan), ("kế hoạch", .plan),
        ("phương án", .plan), ("đề án", .programme), ("tiểu đề án", .programme),
        ("dự án", .programme), ("chiến lược", .programme), ("chỉ thị", .directive),
        ("nghị quyết", .resolution), ("quyết định", .decision), ("nghị định", .decree),
        ("bộ luật", .law), ("luật", .law), ("pháp lệnh", .law), ("kết luận", .conclusion),
        ("công văn", .letter), ("văn bản", .letter), ("công điện", .telegram),
        ("quy định", .regulation), ("quy chế", .regulation),
        ("thông báo", .notice),
        ("thông tư", .circular), ("thông tri", .circular), ("hướng dẫn", .guidance),
        ("báo cáo", .report), ("tờ trình", .proposal),
    ]

    /// Those that lay work on units.
    static let assigning: [Phrase] = names.compactMap { phrase, kind in
        switch kind {
        case .plan, .programme, .directive, .decision, .resolution, .conclusion, .guidance,
            .notice, .telegram, .regulation, .letter:
            phrase
        case .decree, .law, .circular, .report, .proposal: nil
        }
    }

    /// The kind that the symbol of a number stands for: `QĐ` in `57/2026/QĐ-UBND`.
    static let symbols: [String: DocumentReference.Kind] = [
        "nq": .resolution, "qđ": .decision, "ct": .directive, "kh": .plan, "nđ": .decree,
        "tt": .circular, "ttr": .proposal, "tb": .notice, "kl": .conclusion, "ctr": .programme,
        "cth": .programme, "ctrhđ": .programme, "đa": .programme, "cđ": .telegram,
        "hd": .guidance, "bc": .report, "qc": .regulation, "qcph": .regulation,
        "pa": .plan, "ttlt": .circular, "nqlt": .resolution, "qh": .law,
        "qyđ": .regulation, "cv": .letter,
    ]

    /// The kind whose name a line in capitals consists of, letters perhaps spaced out.
    static func kind(ofTitle line: Script) -> (kind: DocumentReference.Kind, end: Int)? {
        for (phrase, kind) in names where kind != .letter {
            if let end = spaced(phrase, in: line), line.isCapitals(0..<end) { return (kind, end) }
        }
        return nil
    }

    /// Where the phrase ends at the head of a line, spaces between letters allowed.
    private static func spaced(_ phrase: Phrase, in line: Script) -> Int? {
        var position = 0
        for scalar in phrase.scalars where scalar != " " {
            position = line.skipSpaces(position)
            guard line.at(position) == scalar else { return nil }
            position += 1
        }
        return line.isBoundary(position) ? position : nil
    }
}
