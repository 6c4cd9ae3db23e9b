/// The units that a sentence has as its subject: those who are to do the work.
struct SubjectReader {
    struct Subject {
        var phrases: [UnitPhrase]
        /// The first word after them: the predicate.
        var end: Int
        /// "Giao", "Đề nghị", "Yêu cầu" in front.
        var order: String?
    }

    let words: Words
    let units: UnitNames

    private static let orders: [(WordPhrase, String)] = [
        ("đề nghị", "Đề nghị"), ("yêu cầu", "Yêu cầu"), ("giao cho", "Giao"), ("giao", "Giao"),
        ("phân công", "Giao"),
    ]

    private static let requests = PhraseTree(["đề nghị", "yêu cầu", "giao"])

    private static let circumstances = PhraseTree([
        "căn cứ", "trên cơ sở", "trong phạm vi", "theo", "để", "nhằm", "khi", "trong quá trình",
        "trong thời gian", "quá trình", "thực hiện", "từ", "sau khi", "trước khi", "hằng năm",
        "hàng năm", "định kỳ", "nếu", "trường hợp", "nhận được", "tùy", "đối với", "trước", "đến",
        "hằng quý", "hằng tháng", "ngoài", "bên cạnh", "đồng thời", "ngay sau", "kết thúc",
        "chậm nhất",
        "riêng", "sau", "trong", "tại", "vào", "cùng với", "ngoài ra", "hằng tuần", "hàng tháng",
        "hàng quý", "giai đoạn", "dựa trên", "xuất phát từ", "với", "qua", "thông qua", "hằng ngày",
        "hàng ngày", "hàng tuần", "mỗi ngày", "mỗi tuần", "mỗi tháng", "mỗi quý", "mỗi năm", "ngày",
        "tháng", "quý", "năm", "tuần", "thứ", "cuối", "đầu", "giữa", "sáng", "chiều", "lúc", "từng",
    ])

    /// "Hằng tháng các thôn tổ chức …": no comma behind the time.
    private static let cycles = PhraseTree([
        "hằng năm", "hàng năm", "hằng quý", "hàng quý", "hằng tháng", "hàng tháng", "hằng tuần",
        "hàng tuần", "hằng ngày", "hàng ngày", "định kỳ", "định kỳ hằng năm", "định kỳ hằng quý",
        "định kỳ hằng tháng", "định kỳ hàng tháng", "định kỳ hàng quý", "định kỳ hàng năm",
    ])

    /// The subject of the sentence that begins at a word.
    func subject(at index: Int) -> Subject? {
        if let found = direct(at: index) { return found }
        if let length = SubjectReader.cycles.longest(in: words, at: index),
            let found = direct(at: index + length)
        {
            return found
        }
        guard SubjectReader.circumstances.longest(in: words, at: index) != nil else { return nil }
        return afterCircumstance(from: index)
    }

    private func direct(at index: Int) -> Subject? {
        var start = index
        var order: String?
        for (phrase, cue) in SubjectReader.orders where words.has(phrase, at: start) {
            start += phrase.count
            order = cue
            break
        }
        var isTopic = false
        if order == nil, words.has("đối với", at: start) {
            start += 2
            isTopic = true
        }
        let grammar = UnitGrammar(words, known: units.learned)
        var (phrases, end) = grammar.list(at: start)
        let next = phrases.isEmpty ? start : grammar.afterSeparator(end)
        if phrases.isEmpty || next > end, let group = strangers(at: next) {
            phrases.append(group)
            end = group.words.upperBound
        }
        if let last = phrases.last, last.isQuantified, !last.tails.contains("trên địa bàn"),
            !isPredicate(end),
            let group = strangers(at: last.words.lowerBound), group.words.upperBound > end
        {
            // "các phòng khám đa khoa trên địa bàn" are no "phòng".
            phrases[phrases.count - 1] = group
            end = group.words.upperBound
        }
        guard let first = phrases.first, let last = phrases.last else { return nil }
        if order == nil, let told = assigned(last) {
            return Subject(
                phrases: phrases.dropLast() + [extended(last, to: told.name)], end: told.verb,
                order: nil)
        }
        let wide = widened(last)
        if wide > last.words.upperBound {
            end = max(end, wide)
            phrases[phrases.count - 1] = extended(last, to: wide)
        }
        if isTopic && isForce(first) || order == nil && phrases.allSatisfy(isAnybody) { return nil }
        if words.text(end) == ":" { return Subject(phrases: phrases, end: end + 1, order: order) }
        if isTopic, let colon = words.first(":", in: end..<min(words.count, end + 12)),
            !(end..<colon).contains(where: isPredicate)
        {
            // "Đối với UBND các xã ven sông: …": which of them, said behind the name.
            phrases[phrases.count - 1] = extended(phrases[phrases.count - 1], to: colon)
            return Subject(phrases: phrases, end: colon + 1, order: nil)
        }
        if words.text(end) == ",", TaskVerbs.predicates.longest(in: words, at: end + 1) != nil,
            order != nil || isTopic
        {
            return Subject(phrases: phrases, end: end + 1, order: order)
        }
        if isTopic, words.text(end) == ",", isByStewards(end + 1) {
            return Subject(phrases: phrases, end: end + 1, order: nil)
        }
        if order == nil, let verb = behindAside(end) ?? behindTime(end) {
            return Subject(phrases: phrases, end: verb, order: nil)
        }
        // "UBND xã yêu cầu các ngành, các thôn …": the plan's own body gives the order.
        if order == nil, phrases.count == 1, isIssuer(first),
            SubjectReader.requests.longest(in: words, at: end) != nil,
            let ordered = direct(at: end)
        {
            return ordered
        }
        guard order != nil || isPredicate(end) || isVerb(end, behind: phrases[phrases.count - 1]),
            end < words.count
        else { return nil }
        return Subject(phrases: phrases, end: end, order: order)
    }

    /// "Ban Thường vụ Đảng ủy yêu cầu các chi bộ …": the plan's own body speaks.
    var isOrderOfIssuer: Bool {
        guard let first = UnitGrammar(words, known: units.learned).phrase(at: 0), isIssuer(first)
        else { return false }
        return words.has("yêu cầu", at: first.words.upperBound)
    }

    private func isIssuer(_ phrase: UnitPhrase) -> Bool {
        let key = UnitKey.of(words, phrase.name, home: units.home)
        return SubjectReader.issuers.contains(key)
    }

    private static let issuers: Set<String> = [
        "ubnd", "chủ tịch ubnd", "ban thường vụ", "ban thường vụ đảng ủy", "đảng ủy",
        "ban thường trực mttq", "ban thường vụ tỉnh ủy", "ban thường vụ thành ủy", "tỉnh ủy",
        "thành ủy", "ban thường vụ tỉnh đoàn", "ban thường vụ thành đoàn", "tỉnh đoàn",
        "thành đoàn",
    ]

    private func extended(_ phrase: UnitPhrase, to end: Int) -> UnitPhrase {
        var wide = phrase
        wide.words = phrase.words.lowerBound..<end
        wide.name = phrase.name.lowerBound..<end
        return wide
    }

    /// A force (lực lượng dân phòng) is no agency; "lực lượng Công an xã" is.
    private func isForce(_ phrase: UnitPhrase) -> Bool {
        phrase.nouns.contains(where: UnitWords.isForce)
    }

    /// "Tất cả lực lượng, phương tiện": whoever takes part, and no agency.
    private func isAnybody(_ phrase: UnitPhrase) -> Bool {
        phrase.isGroup && phrase.nouns.contains("lực lượng")
            && phrase.nouns.allSatisfy { $0 == "lực lượng" || $0 == "phương tiện" }
            && phrase.tails.isEmpty
    }

    func isPredicate(_ index: Int) -> Bool {
        if isOfCommittee(index) { return false }
        if TaskVerbs.predicates.longest(in: words, at: index) != nil { return true }
        // "… tập hợp, vận động Nhân dân": a verb that no list has, beside one that is there.
        if index + 3 < words.count, words.text(index + 2) == ",", !words.isCapital(index),
            !words[index].isMark, !words[index + 1].isMark,
            TaskVerbs.predicates.longest(in: words, at: index + 3) ?? 0 > 1,
            !UnitWords.functionWords.contains(words.text(index))
        {
            return true
        }
        if words.length(ofFirst: SubjectReader.broadcasts, at: index) != nil,
            !SubjectReader.notBroadcast.contains(words.text(index + 1))
        {
            return true
        }
        // "… quy định số lượng" is an order, "… quy định tại khoản 1" says which.
        return words.has("quy định", at: index)
            && words.length(ofFirst: SubjectReader.whereStated, at: index + 2) == nil
    }

    /// A verb that is no sign of a subject by itself, behind a name that has its place.
    private func isVerb(_ index: Int, behind phrase: UnitPhrase) -> Bool {
        guard index < words.count, phrase.words.upperBound == index, !isOfCommittee(index) else {
            return false
        }
        if words.has("sau khi", at: index) { return true }
        let word = words[index]
        if word.isMark || word.isCapital || word.isNumber { return false }
        // Behind the level of its place a name is complete.
        // "Điều tra viên thu thập …": somebody by the work, whole without a place.
        if phrase.words.count == UnitWords.persons.longest(in: words, at: phrase.words.lowerBound) {
            return (TaskVerbs.openings.longest(in: words, at: index) ?? 0) >= 2
        }
        let isPlaced = UnitWords.levelWords.contains(words.text(index - 1))
        if isPlaced, !phrase.isGroup, index - phrase.words.lowerBound > 2 {
            return TaskVerbs.openings.longest(in: words, at: index) ?? 0 >= 2
                || SubjectReader.nouns.longest(in: words, at: index) == nil
                    && !UnitWords.functionWords.contains(word.text)
        }
        // "Điện lực Bến Thạnh cắt điện": so it is behind the two words of a place.
        if !phrase.isGroup, index - phrase.words.lowerBound > 3, isPlaceName(index) {
            return SubjectReader.nouns.longest(in: words, at: index) == nil
                && !UnitWords.functionWords.contains(word.text)
        }
        // "Ban quản trị các nhà chung cư vận hành …": the group of places ends the name.
        let isOfGroup = !phrase.isGroup && words.index(of: "các", in: phrase.name) != nil
        return
            (isPlaced || isOfGroup || phrase.isQuantified
            || words.isCapital(index - 1) && !phrase.isGroup)
            && (TaskVerbs.openings.longest(in: words, at: index) ?? 0) >= 2
    }

    /// "Ban chấp hành"
    private func isOfCommittee(_ index: Int) -> Bool {
        words.has("chấp hành", at: index) && words.text(index - 1) == "ban"
    }

    /// Whether two capital words, and no short forms, stand directly before a word.
    private func isPlaceName(_ index: Int) -> Bool {
        [index - 1, index - 2].allSatisfy { words.isCapital($0) && !words[$0].isShortForm }
    }

    /// What a name may go on with that is no verb.
    private static let nouns = PhraseTree([
        "khóa", "nhiệm kỳ", "giai đoạn", "lần", "số", "liên quan", "mới", "cũ", "khác", "nêu",
        "làm", "hai", "phía", "vùng", "ven", "biên giới", "miền núi", "nơi", "loại", "hội",
        "lân cận", "thời gian", "thời kỳ", "nay", "hiện",
    ])

    /// Behind a whole name these say what is done; inside one ("Đài Phát thanh") they are its field.
    private static let broadcasts: [WordPhrase] = ["phát thanh", "phát sóng", "phát", "đăng"]
    /// "phát sinh", "phát triển" say something else.
    private static let notBroadcast: Set<WordCode> = ["sinh", "triển", "nạn"]
    private static let whereStated: [WordPhrase] = ["tại", "trên", "ở", "của", "trong", "này", ","]

    /// "Căn cứ Kế hoạch này, các cơ quan … xây dựng": behind a comma.
    private func afterCircumstance(from index: Int) -> Subject? {
        var position = index + 1
        while position < words.count, words.text(position) != "." {
            // "Trên cơ sở …, chủ trì tổng hợp": the verb has come, and no subject before it.
            if words.has(", chủ trì", at: position) { return nil }
            let next =
                position + 1 + (SubjectReader.cycles.longest(in: words, at: position + 1) ?? 0)
            if [",", ";", "thì"].contains(words.text(position)),
                let found = direct(at: position + 1) ?? direct(at: next),
                words.text(position) == "thì" || isWholeList(found, after: position)
            {
                return words.text(position) == ";" ? longer(found, before: position) : found
            }
            // "nguồn đã giao cho UBND phường" gives no order.
            if SubjectReader.requests.longest(in: words, at: position) != nil,
                !["đã", "được"].contains(words.text(position - 1)),
                let found = direct(at: position)
            {
                return found
            }
            if words.text(position) == "các", isBehindCase(position),
                let found = direct(at: position)
            {
                return found
            }
            if isBehindSpan(position), let found = direct(at: position) { return found }
            position += 1
        }
        return nil
    }

    /// "Sau mỗi đợt kiểm tra, trong 03 ngày Công an xã báo cáo": no comma behind the span.
    private func isBehindSpan(_ index: Int) -> Bool {
        guard index >= 3, words[index - 2].isNumber, words.isCapital(index) else { return false }
        return ["ngày", "giờ", "tuần", "tháng"].contains(words.text(index - 1))
            && ["trong", "vòng", "nhất", "là", "quá"].contains(words.text(index - 3))
    }

    /// "Nếu cần sửa đổi, bổ sung các sở, ngành đề xuất": the comma behind the case is missing.
    private func isBehindCase(_ index: Int) -> Bool {
        let cases: [WordPhrase] = ["bổ sung", "điều chỉnh", "vướng mắc", "khó khăn", "phát sinh"]
        return words.length(ofFirst: cases, at: index - 2) != nil
            && (max(0, index - 20)..<index).contains { words.text($0) == "nếu" }
    }

    /// "… Thủ trưởng các cơ quan; Chủ tịch UBND xã xem xét": names stand before the semicolon, too.
    private func longer(_ found: Subject, before mark: Int) -> Subject {
        let grammar = UnitGrammar(words, known: units.learned)
        for start in max(0, mark - 12)..<mark where words.isCapital(start) {
            let list = grammar.list(at: start)
            if list.end == found.end, list.phrases.count > found.phrases.count {
                return Subject(phrases: list.phrases, end: list.end, order: found.order)
            }
        }
        return found
    }

    /// "… của các phòng, ban, đơn vị thực hiện": the comma must not stand inside a list.
    private func isWholeList(_ found: Subject, after comma: Int) -> Bool {
        guard found.order == nil, let first = found.phrases.first else { return true }
        if !first.isGroup || first.isQuantified { return true }
        return UnitWords.nouns.longest(in: words, at: comma - 1) == nil
            && UnitWords.nouns.longest(in: words, at: comma - 2) == nil
    }
}
