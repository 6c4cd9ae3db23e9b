/// Counts in one list: "05 băng rôn, 20 pa nô", "5.000 bao tải, 300 rọ thép và 150 áo phao".
extension QuantityText {
    /// Whether the count goes on with the list of the one before it, whose bound and cycle hold here,
    /// too: "mỗi tháng ít nhất 02 phóng sự, 10 tin, bài".
    func isListed(_ unit: CountUnit) -> Bool {
        guard let previous, let kind = previous.kind, previous.isTarget,
            previous.range.upperBound < start, unit.kind != .extent, isInList(with: previous)
        else { return false }
        return previous.per != nil || isOfSameEach(previous)
            || Self.isAlike(kind, unit.kind)
            || unit.kind == .thing && kind == .person && isProvided(previous)
    }

    /// "Huy động 80 dân quân, 12 xe tải": both are called up.
    private func isProvided(_ previous: Quantity) -> Bool {
        CountVerbs.providing.start(in: body, before: previous.range.lowerBound) != nil
    }

    /// Persons and bodies are counted with their like; "02 lớp, 60 người" only says for how many.
    private static func isAlike(_ one: CountUnit.Kind, _ other: CountUnit.Kind) -> Bool {
        switch other {
        case .person, .body: one == .person || one == .body
        case .place: one == .place
        case .time, .extent: false
        case .act, .work, .thing, .amount: one != .person && one != .body && one != .place
        }
    }

    /// Only what is counted stands between the two, with commas or "và"; a count of unknown things may
    /// stand among them.
    private func isInList(with previous: Quantity) -> Bool {
        let gap = previous.range.upperBound..<start
        let isOfClause = body.clause(around: start).contains(previous.range.lowerBound)
        guard gap.count < 90, isOfClause || isOfStore(with: previous) else { return false }
        var items = body.text(gap).split(omittingEmptySubsequences: false) {
            $0 == "," || !isOfClause && $0 == ";"
        }.map { $0.split(separator: " ") }
        guard let last = items.popLast() else { return false }
        if items.isEmpty {
            // "15 Tổ liên gia an toàn PCCC và 20 Điểm chữa cháy": a long name has no small word inside.
            return last.last == "và" && last.count <= 9
                && (last.count <= 5 || last.allSatisfy { !Self.inside.contains($0) })
        }
        let isJoint =
            last.isEmpty || last.last == "và" && last.count <= 5
            || CountVerbs.making.start(in: body, before: start) != nil
            || CountVerbs.providing.start(in: body, before: start) != nil
        return isJoint
            && items.enumerated().allSatisfy { index, words in
                words.count <= 7
                    && (index == 0 || words.first?.first?.isNumber == true || items.count == 2)
            }
    }

    /// "Dự trữ gồm: 500 rọ thép; 20 tấn gạo; 3.000 chai nước": a list whose items semicolons part.
    private func isOfStore(with previous: Quantity) -> Bool {
        let sentence = body.sentence(around: start)
        guard sentence.contains(previous.range.lowerBound) else { return false }
        let front = sentence.lowerBound..<previous.range.lowerBound
        guard
            let head = body.first(ofAny: ["gồm", "bao gồm", "như"], in: front)?.lowerBound
                ?? front.first(where: { body.scalars[$0] == ":" })
        else { return false }
        return front.contains { position in
            position <= head && body.scalars[position].isBlank
                && CountVerbs.storing.start(in: body, before: position) != nil
        } || CountVerbs.storing.start(in: body, before: head) != nil
    }

    private static let inside: Set<Substring> = [
        "cho", "của", "với", "tại", "về", "trong", "trên", "ở", "để", "từ", "đến", "theo", "do",
    ]

    /// "mỗi hộ 01 bình chữa cháy, 01 dụng cụ phá dỡ"
    private func isOfSameEach(_ previous: Quantity) -> Bool {
        let clause = body.clause(around: start)
        return clause.contains(previous.range.lowerBound)
            && body.last(ofAny: ["mỗi"], in: clause.lowerBound..<previous.range.lowerBound) != nil
    }
}
