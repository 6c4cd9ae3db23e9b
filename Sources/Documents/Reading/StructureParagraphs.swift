import Domain

/// Paragraphs without a label: text, headings that lost their label, the closing.
extension StructureReader {
    mutating func readParagraph(_ index: Int) {
        if isPart(index) {
            readPart(index, kind: .other("part_heading"))
            return
        }
        if !hasSection {
            items[index].kind = .other("basis")
            return
        }
        let isLast = isAfterLastSection(index)
        if isLast,
            isClosing(index) && (isFinal(index) || !isUnderHeading(index))
                || isLast && isTrailing(index)
        {
            readClosing(index)
            return
        }
        place(index)
        if let field = field(index) {
            settleField(index, field)
        } else if refersToAppendix(index) {
            items[index].kind = .other("appendix_note")
        } else if let topic = lostHeading(index) {
            items[index].kind = .other("unlabelled_heading")
            topics.removeAll { $0.depth >= StructureReader.lostDepth }
            topics.append((StructureReader.lostDepth, topic))
        } else if announcesTargets(index) {
            settleText(index)
        } else if isUnderHeading(index),
            StructureReader.previews.longest(in: words[index], at: 0) != nil
        {
            items[index].kind = .other("lead_in")
        } else if topic != .aims, ends(index, with: ":"), !takesDetails(index), !datesWork(index) {
            items[index].kind = .other("lead_in")
        } else {
            settleText(index)
        }
    }

    /// "(Danh mục theo Phụ lục đính kèm)": where more is to be read, and no work.
    private func refersToAppendix(_ index: Int) -> Bool {
        let body = items[index].layout.body
        guard body.scalars.first == "(" else { return false }
        let last = body.scalars.last { $0 != "." && $0 != "/" }
        return last == ")" && body.first(ofAny: ["phụ lục", "biểu"], in: 0..<body.count) != nil
            && body.first(ofAny: ["kèm theo", "đính kèm", "theo"], in: 0..<body.count) != nil
    }

    /// "* Về chính quyền số:" over bullets of another mark.
    func isStarHeading(_ index: Int) -> Bool {
        guard items[index].layout.label?.sign == "*", index + 1 < items.count,
            let below = items[index + 1].layout.label, below.sign != "*"
        else { return false }
        switch below.kind {
        case .bullet, .plus, .counted:
            return ends(index, with: ":") || !endsSentence(index) && words[index].count <= 20
        case .roman, .arabic, .letter: return false
        }
    }

    /// "* Mục tiêu chung" over the paragraph that says it.
    func topicLine(_ index: Int) -> SectionTopic? {
        let text = words[index]
        guard items[index].layout.label?.sign == "*", text.count <= 9, text.isCapital(0),
            !endsSentence(index), index + 1 < items.count,
            items[index + 1].layout.label?.sign != "*", rank(index + 1) >= 10
        else { return nil }
        return SectionTopic(title: text)
    }

    // MARK: Parts

    /// "Phần thứ nhất", "Phần II": stands over Roman numerals.
    func isPart(_ index: Int) -> Bool {
        let text = words[index]
        if index > 0, items[index - 1].kind == .other("part_heading"), !endsSentence(index) {
            // The title of "Phần thứ nhất" stands on the next line.
            return words[index - 1].text(0) == "phần" && words[index - 1].count <= 4
        }
        guard text.text(0) == "phần", text.isCapital(0) else { return false }
        return text.text(1) == "thứ"
            || index + 1 < items.count && text.count > 1
                && ["i", "ii", "iii", "iv", "v"].contains(text.text(1)) && text.isCapital(1)
    }

    /// `A. TRƯỚC MÙA MƯA`: a capital letter over numerals.
    func isPartLetter(_ index: Int) -> Bool {
        guard index + 1 < items.count, items[index].layout.isCapitalLetter,
            !endsSentence(index)
        else { return false }
        if followsPart(index) { return true }
        switch items[index + 1].layout.label?.kind {
        case .roman, .arabic: return true
        case .letter, .counted, .bullet, .plus, nil: return false
        }
    }

    /// The letter behind that of the present part, whatever stands below it.
    private func followsPart(_ index: Int) -> Bool {
        let letters = "ABCDĐEGHKLMN"
        guard let sign = items[index].layout.label?.sign.uppercased(), !part.isEmpty,
            let last = letters.firstIndex(where: { String($0) == part })
        else { return false }
        // "Đ" is left out as often as not.
        return letters[last...].dropFirst().prefix(2).contains { String($0) == sign }
    }

    /// Whether capital letters are the highest level: no numeral stood before the first of them.
    func opensPart(_ index: Int) -> Bool {
        if !part.isEmpty { return followsPart(index) }
        return roman.isEmpty && !hasSection && items[index].layout.label?.sign == "a"
    }

    /// `A. TÌNH HÌNH` over `I.`, `II.`, which begin anew below the next letter.
    mutating func readLetterPart(_ index: Int) {
        part = items[index].layout.label?.sign.uppercased() ?? ""
        partStart = index
        roman = ""
        romanOfIds = ""
        parts = []
        enter(depth: 0, index)
        topics = SectionTopic(title: words[index]).map { [(-1, $0)] } ?? []
        place(index)
        items[index].kind = .heading
        pending = []
    }

    /// A heading above the numerals: what it is about holds until the next of its kind.
    mutating func readPart(_ index: Int, kind: PlanItem.Kind) {
        let isInside =
            items[index].layout.label != nil && !roman.isEmpty
            && items[index + 1].layout.label.map { $0.kind.isArabic } == true
        let depth = isInside ? 0 : -1
        topics.removeAll { $0.depth > depth || $0.depth == -1 && depth == -1 }
        items[index].kind = kind
        heading = nil
        letter = nil
        pending = []
        hasSection = true
        parts = []
        if !isInside { roman = "" }
        place(index)
        let text = words[index]
        var start = text.text(0) == "phần" ? min(text.text(1) == "thứ" ? 3 : 2, text.count) : 0
        while start < text.count, text[start].isMark { start += 1 }
        if let topic = SectionTopic(title: Words(text.verbatim(start..<text.count))) {
            topics.append((isInside ? 0 : -1, topic))
        }
    }

    /// "Mục đích", alone on its line: a heading that lost its label.
    func lostHeading(_ index: Int) -> SectionTopic? {
        let text = words[index]
        guard text.count <= 5, text.isCapital(0), !endsSentence(index), index + 1 < items.count,
            items[index + 1].layout.label != nil || words[index + 1].count > text.count
        else { return nil }
        return SectionTopic(title: text)
    }

    /// Topics of lines without a label lie below those of any number, above those of letters.
    static let lostDepth = 8

    /// What the items below are about.
    static let previews = PhraseTree([
        "các nội dung dưới đây", "các nội dung sau đây", "các nhiệm vụ dưới đây",
        "các nhiệm vụ sau đây", "những nội dung dưới đây", "những nhiệm vụ dưới đây",
    ])

    /// No numbered or lettered item follows.
    func isAfterLastSection(_ index: Int) -> Bool {
        items[(index + 1)...].allSatisfy { $0.layout.label == nil || $0.layout.isPageNumber }
    }

    /// Stands without a label behind labelled work, and nothing labelled follows.
    func isTrailing(_ index: Int) -> Bool {
        guard field(index) == nil, isCapital(index), endsSentence(index),
            let above = items[..<index].lastIndex(where: {
                $0.layout.label != nil || $0.kind != .task && $0.kind != .other("closing")
            })
        else { return false }
        return items[above].layout.label != nil && items[above].kind == .task
            && !ends(above, with: ":")
    }

    private func isCapital(_ index: Int) -> Bool { words[index].isCapital(0) }

    /// The line above is a heading that this paragraph explains.
    func isUnderHeading(_ index: Int) -> Bool {
        var above = index - 1
        while above >= 0, items[above].layout.isPageNumber { above -= 1 }
        guard above >= 0 else { return true }
        return [.heading, .unitHeading, .letterHeading].contains(items[above].kind)
    }

    // MARK: Closing

    /// "Yêu cầu các đơn vị nghiêm túc triển khai thực hiện Kế hoạch này./.": no work of its own.
    func onlyUrges(_ text: Words) -> Bool {
        guard
            let urging = (0..<text.count).first(where: {
                text.length(ofFirst: StructureReader.urging, at: $0) != nil
            })
        else { return false }
        return (urging..<text.count).allSatisfy {
            text[$0].isMark && text.text($0) != ";"
                || StructureReader.urgingWords.contains(text.text($0))
        }
    }

    private static let urging: [WordPhrase] = [
        "nghiêm túc", "khẩn trương", "tích cực", "chủ động", "quan tâm", "quyết liệt", "tập trung",
        "phối hợp chặt chẽ",
    ]

    private static let urgingWords: Set<WordCode> = [
        "nghiêm", "túc", "khẩn", "trương", "tích", "cực", "chủ", "động", "quan", "tâm", "quyết",
        "liệt", "tập", "trung", "phối", "hợp", "chặt", "chẽ", "triển", "khai", "tổ", "chức",
        "thực", "hiện", "chỉ", "đạo", "kế", "hoạch", "này", "các", "nội", "dung", "nhiệm", "vụ",
        "được", "giao", "của", "theo", "đúng", "tiến", "độ", "hiệu", "quả", "chất", "lượng", "có",
        "đảm", "bảo", "bảo", "tốt", "và", "đầy", "đủ", "đồng", "bộ", "kịp", "thời", "hoàn",
        "thành", "trên", "nêu", "đạt",
    ]

    /// The paragraph "Trên đây là …": work only where it tells units to do something.
    mutating func readClosing(_ index: Int) {
        parts = []
        letter = nil
        heading = nil
        bulletHeading = nil
        pending = []
        topics.removeAll { $0.depth > 0 }
        topics.append((1, .work))
        place(index)
        let text = words[index]
        let difficulties: [WordPhrase] = [
            "khó khăn", "vướng mắc", "vuớng mắc", "phát sinh", "sửa đổi",
        ]
        let orders: [WordPhrase] = [
            "báo cáo", "phản ánh", "phản ảnh", "đề xuất", "trao đổi", "kiến nghị", "gửi", "liên hệ",
        ]
        let isWork =
            difficulties.contains { text.first($0) != nil }
            && orders.contains { text.first($0) != nil }
        let isDatedReport =
            text.first("báo cáo") != nil
            && DeadlineReader.read(items[index].layout.body, context: .task).contains {
                $0.date != nil
            }
        let isPrescribed = text.first("báo cáo").map { place in
            text.first("theo quy định", in: place..<text.count) != nil
        }
        let saysNothing =
            (text.text(0) == "trên"
                || text.length(ofFirst: StructureReader.selves, at: 0) != nil) && !isDatedReport
            && isPrescribed != true
        let isPlainOrder = !saysNothing || text.first("định kỳ") != nil
        if isWork || isPlainOrder && !onlyUrges(text) {
            makeTask(index, isParagraph: true)
        } else {
            items[index].kind = .other("closing")
        }
    }
}
