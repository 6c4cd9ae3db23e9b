/// Groups of common nouns with what they belong to.
extension UnitGrammar {
    func group(at index: Int, isShared: Bool = false) -> UnitPhrase? {
        var found = UnitPhrase(words: index..<index, name: index..<index)
        found.isQuantified = isShared
        var end = index
        if let length = UnitWords.quantifiers.longest(in: words, at: index) {
            end += length
            found.isQuantified = true
            if let named = offices(index, from: end) { return named }
        }
        var isAfterMark = true
        while let length = noun(at: end) {
            guard isAfterMark || found.nouns.isEmpty else { break }
            found.nouns.append(words.lowered(end..<(end + length)))
            end += length
            let next = nextNoun(after: end)
            isAfterMark = next != nil
            guard let next, !isOther(next, than: found) else { break }
            end = next
        }
        guard !found.nouns.isEmpty else { return nil }
        guard found.isQuantified || found.nouns.count > 1 || isPlainNoun(found, end) else {
            return nil
        }
        if found.isQuantified, UnitWords.settlements.contains(found.nouns.last ?? "") {
            end = told(end)
        }
        end = tails(of: &found, from: end)
        end = goingOn(&found, from: end) ?? end
        found.words = index..<end
        found.name = index..<end
        return found
    }

    /// "Các Đội Chữa cháy và CNCH khu vực thuộc Phòng PC07": offices that bear one name.
    func offices(_ index: Int, from start: Int) -> UnitPhrase? {
        guard words.isCapital(start), let one = proper(at: start),
            one.words.count > 2, let noun = UnitWords.nouns.longest(in: words, at: start),
            self.noun(at: start) == nil || words[start + noun].isShortForm
        else { return nil }
        var found = one
        found.nouns = [words.lowered(start..<(start + noun))]
        found.isQuantified = true
        let end = tails(of: &found, from: one.words.upperBound)
        found.words = index..<end
        found.name = index..<end
        return found
    }

    /// "Các phòng chuyên môn, đơn vị sự nghiệp thuộc phường": what they belong to stands once.
    private func goingOn(_ found: inout UnitPhrase, from start: Int) -> Int? {
        guard let tail = found.tails.first, found.tails.count == 1,
            UnitGrammar.kindsOfWork.contains(tail), words.text(start) != ";"
        else { return nil }
        let next = afterSeparator(start)
        guard next > start, !words.isCapital(next),
            UnitWords.quantifiers.longest(in: words, at: next) == nil,
            let other = group(at: next, isShared: true),
            other.tails.contains("thuộc") || place(at: other.words.upperBound - 1) != nil,
            UnitNames.related.isDisjoint(with: other.tails)
        else { return nil }
        found.nouns += other.nouns
        found.tails += other.tails
        return other.words.upperBound
    }

    private static let kindsOfWork: Set<String> = [
        "chuyên môn", "nghiệp vụ", "tham mưu", "sự nghiệp",
    ]

    /// A single noun without "các" is a group where it says to whom it belongs.
    private func isPlainNoun(_ found: UnitPhrase, _ end: Int) -> Bool {
        guard let noun = found.nouns.first else { return false }
        if noun == "đoàn thể" || noun == "ngành" { return place(at: end) != nil }
        // "Thành viên Ban Chỉ đạo", "Cấp ủy các chi bộ"
        if noun == "thành viên" { return unitEnd(end) != nil }
        if noun == "cấp ủy" { return words.text(end) == "các" }
        if noun == "đoàn" { return words.has("trực thuộc", at: end) }
        // "Tổ dân phố, Ban công tác Mặt trận": alone in a list of names.
        if UnitGrammar.single.contains(noun), words.isCapital(found.words.lowerBound) {
            return end == words.count || [",", ";", ":"].contains(words.text(end))
        }
        // "Hộ chăn nuôi thực hiện …": every one of them, at the head of a sentence.
        if noun.hasPrefix("hộ ") || noun.hasPrefix("cơ sở "), found.words.lowerBound == 0,
            words.isCapital(0)
        {
            return true
        }
        // "Khi có phản ứng nặng, cơ sở tiêm chủng báo cáo": behind a comma, before its predicate.
        if noun.hasPrefix("cơ sở "), words.text(found.words.lowerBound - 1) == ",",
            TaskVerbs.predicates.longest(in: words, at: end) ?? 0 > 1
        {
            return true
        }
        // "tổ công nghệ số cộng đồng các thôn"
        if noun.contains(" "), !UnitWords.vagueNouns.contains(noun), words.text(end) == "các",
            place(at: end) != nil
        {
            return true
        }
        return noun.hasPrefix("cơ quan") || noun.hasPrefix("chủ ")
            || noun.hasPrefix("lực lượng ") || noun.hasPrefix("tổ bảo vệ")
            || noun.hasPrefix("nhà thầu") || noun.hasPrefix("đơn vị ")
            || ["đơn vị", "lực lượng", "địa phương", "chính quyền"].contains(noun)
    }

    private static let single: Set<String> = [
        "tổ dân phố", "khu phố", "khu dân cư", "trường học", "nhà trường", "hộ gia đình",
    ]

    private func noun(at index: Int) -> Int? {
        // "chủ cơ sở sản xuất": the owner of any of them.
        let owned =
            words.text(index) == "chủ"
            ? UnitWords.nouns.longest(in: words, at: index + 1).map { $0 + 1 } : nil
        guard
            let length = [UnitWords.nouns.longest(in: words, at: index), owned].compactMap({ $0 })
                .max()
        else { return nil }
        let text = words.lowered(index..<(index + length))
        let next = words.text(index + length)
        if text == "tổ chức" {
            return UnitWords.afterOrganisation.contains(next) ? length : nil
        }
        if text == "đoàn", !UnitGrammar.afterYouth.contains(next) { return nil }
        if let refused = UnitWords.notAfter[text], refused.contains(next) {
            // "Trưởng các phòng, thủ trưởng …", and no "phòng, chống".
            let isListed =
                next == "," && words.text(index - 1) == "các"
                && !UnitGrammar.averting.contains(words.text(index + length + 1))
            if isListed { return length }
            // "các phòng, ban": the comma speaks for the noun where another noun follows.
            guard next == ",",
                let following = UnitWords.nouns.longest(in: words, at: index + length + 1),
                following > 0
            else { return nil }
        }
        // "Phòng Kinh tế": a proper name.
        if words.isCapital(index), words.isCapital(index + length),
            !words[index + length].isShortForm,
            UnitWords.capitalHeads.longest(in: words, at: index) != nil
        {
            return nil
        }
        return length
    }

    private static let averting: Set<WordCode> = ["chống", "tránh", "ngừa", "trị", "trừ", "cháy"]

    /// "các đoàn trực thuộc", "các đoàn cơ sở" are unions of youth, other "đoàn" are delegations.
    private static let afterYouth: Set<WordCode> = ["trực", "thuộc", "cơ", "xã", "phường", "cấp"]

    private func nextNoun(after index: Int) -> Int? {
        let next = afterSeparator(index)
        if next == index {
            // "phòng ban, ngành đoàn thể": nouns side by side.
            guard let length = UnitWords.nouns.longest(in: words, at: next),
                words.lowered(next..<(next + length)) == "đoàn thể"
            else { return nil }
            return next
        }
        guard words.text(index) != ";", noun(at: next) != nil,
            !isOwnName(next)
        else { return nil }
        return next
    }

    /// "các đơn vị, Bí thư Chi bộ", "Chủ hộ kinh doanh, chủ rừng": a person with a capital letter behind
    /// nouns without, or another owner, is named for himself.
    private func isOther(_ index: Int, than found: UnitPhrase) -> Bool {
        if words.text(index) == "chủ" { return !found.isQuantified }
        return found.isQuantified && words.isCapital(index)
            && !words.isCapital(found.words.lowerBound + 1)
            && UnitWords.persons.longest(in: words, at: index) != nil
    }

    /// "các cơ quan, UBND …": what follows is a name of its own.
    private func isOwnName(_ index: Int) -> Bool {
        guard words.isCapital(index), let name = proper(at: index) else { return false }
        // "Các Cụm, Khối thi đua": both of them without a name.
        return !UnitGrammar.contests.contains(words.text(index)) || name.words.count > 3
    }

    func tails(of found: inout UnitPhrase, from start: Int) -> Int {
        var end = start
        while end < words.count {
            if ["thuộc", "trực"].contains(words.text(end)), let beyond = belonging(end) {
                found.tails.append("thuộc")
                end = beyond
            } else if words.text(end) == "trên", words.text(end + 1) == "địa",
                words.text(end + 2) == "bàn"
            {
                found.tails.append("trên địa bàn")
                end = place(at: end + 3) ?? (end + 3)
            } else if words.text(end) == "từ", let beyond = levels(from: end) {
                end = beyond
            } else if words.text(end) == "ở", let beyond = place(at: end + 1) {
                end = beyond
            } else if words.text(end) == "của", let beyond = place(at: end + 1) ?? unitEnd(end + 1)
            {
                found.tails.append("thuộc")
                end = beyond
            } else if let beyond = place(at: end), words.text(end) != "cơ" {
                end = beyond
            } else if found.nouns.last == "thành viên" || found.tails.last == "thành viên",
                let beyond = unitEnd(end)
            {
                found.tails.append("thuộc")
                end = beyond
            } else if found.nouns.last == "cấp ủy", words.text(end) == "các",
                let cells = group(at: end)
            {
                found.tails.append("thuộc")
                end = cells.words.upperBound
            } else if found.nouns.last == "chủ đầu tư" || found.nouns.last == "nhà thầu",
                let length = words.length(ofFirst: UnitGrammar.projects, at: end)
            {
                found.tails.append("thuộc")
                end += length
            } else if found.tails.isEmpty, let length = seat(of: found, at: end) {
                found.tails.append("thuộc")
                end += length
            } else if found.tails.last == "giúp việc",
                let beyond = unitEnd(end) ?? (words.has("cấp ủy", at: end) ? end + 2 : nil)
            {
                // "các cơ quan tham mưu, giúp việc Đảng ủy": whom they serve.
                found.tails.append("thuộc")
                end = beyond
            } else if words.isCapital(end),
                UnitGrammar.seatsOfBoards.longest(in: words, at: end) != nil
                    || found.nouns.first?.hasPrefix("phòng") == true
                        && UnitGrammar.seatsOfRooms.longest(in: words, at: end) != nil,
                found.nouns.allSatisfy(UnitGrammar.boards.contains), let beyond = unitEnd(end)
            {
                // "các ban, đơn vị Tỉnh đoàn": whose they are, without "của".
                found.tails.append("thuộc")
                end = beyond
            } else if let length = UnitWords.groupTails.longest(in: words, at: end),
                !isVerb(end, length)
            {
                found.tails.append(words.lowered(end..<(end + length)))
                end += length
            } else if !found.tails.isEmpty, words.text(end) == "," || words.text(end) == "và",
                found.nouns.last == "trường",
                let length = UnitGrammar.schools.longest(in: words, at: end + 1)
            {
                // "các trường Mầm non, Tiểu học và THCS"
                end += 1 + length
            } else if !found.tails.isEmpty, words.text(end) == ",",
                !words.isCapital(end + 1) || words[end + 1].isShortForm,
                let length = UnitWords.groupTails.longest(in: words, at: end + 1),
                !isVerb(end + 1, length)
            {
                // "các cơ quan thông tin, truyền thông"
                found.tails.append(words.lowered((end + 1)..<(end + 1 + length)))
                end += 1 + length
            } else {
                return end
            }
        }
        return end
    }

    private static let schools = PhraseTree([
        "mầm non", "mẫu giáo", "tiểu học", "thcs", "thpt", "th", "mn", "trung học cơ sở",
        "trung học phổ thông", "tiểu học và trung học cơ sở", "phổ thông", "cao đẳng", "đại học",
        "trung cấp", "phổ thông dân tộc nội trú", "phổ thông dân tộc bán trú",
    ])
    private static let seatsOfBoards = PhraseTree([
        "tỉnh ủy", "thành ủy", "huyện ủy", "đảng ủy", "tỉnh đoàn", "thành đoàn", "trung ương đoàn",
    ])
    private static let seatsOfRooms = PhraseTree([
        "sở", "ubnd", "ủy ban nhân dân", "cục", "chi cục",
    ])
    private static let boards: Set<String> = ["ban", "cơ quan", "đơn vị", "phòng", "phòng ban"]

    /// "Các chi bộ trường học", "công đoàn cơ quan": where cells of an organisation are.
    private func seat(of found: UnitPhrase, at index: Int) -> Int? {
        guard let noun = found.nouns.last,
            ["chi bộ", "đảng bộ", "công đoàn", "chi đoàn", "chi hội", "cấp ủy"].contains(noun)
        else { return nil }
        return UnitGrammar.seats.longest(in: words, at: index)
    }

    private static let projects: [WordPhrase] = [
        "các dự án", "các công trình", "các công trình, dự án", "các dự án, công trình", "dự án",
        "công trình",
    ]

    private static let seats = PhraseTree([
        "trường học", "nhà trường", "cơ quan", "doanh nghiệp", "nông thôn", "dân cư", "khối",
        "cơ quan, đơn vị", "trường", "trạm y tế", "công an", "quân sự", "khu dân cư",
        "phụ nữ", "nông dân", "cựu chiến binh", "người cao tuổi", "thanh niên", "khuyến học",
        "chữ thập đỏ",
    ])

    /// "từ tỉnh đến cơ sở": through which levels a group goes.
    func levels(from index: Int) -> Int? {
        guard let upper = place(at: index + 1), words.text(upper) == "đến" else { return nil }
        return place(at: upper + 1) ?? (words.has("địa phương", at: upper + 1) ? upper + 3 : nil)
    }

    /// "thực hiện", "tham mưu" after a group are its predicate, not its tail.
    private func isVerb(_ index: Int, _ length: Int) -> Bool {
        guard TaskVerbs.predicates.longest(in: words, at: index) != nil else { return false }
        if words.has("giúp việc", at: index), words.has("tham mưu ,", at: index - 3) {
            return false
        }
        // "các ban xây dựng Đảng Tỉnh ủy"
        if words.has("xây dựng đảng", at: index), words.text(index - 1) == "ban",
            !["bộ", "viên"].contains(words.text(index + length))
        {
            return false
        }
        // "các cơ quan tham mưu, giúp việc của Tỉnh ủy"
        let next = index + length
        return words.text(next) != "của" && !words.has(", giúp việc", at: next)
    }

    /// "thuộc phường", "thuộc UBND phường", "trực thuộc (…)".
    func belonging(_ index: Int) -> Int? {
        var end = index
        if words.text(end) == "trực" {
            guard words.text(end + 1) == "thuộc" else { return nil }
            end += 1
        }
        end += 1
        if words.text(end) == ",", words.text(end + 1) == "trực" { end += 3 }
        if let beyond = place(at: end) ?? unitEnd(end) { return beyond }
        // "các phòng, đơn vị thuộc Sở": the issuer, by its kind alone.
        if words.isCapital(end), words.length(ofFirst: UnitGrammar.kinds, at: end) != nil {
            return end + 1
        }
        return words.text(index) == "trực" ? end : nil
    }

    private static let kinds: [WordPhrase] = ["sở", "bộ", "cục"]

    private func unitEnd(_ index: Int) -> Int? { proper(at: index)?.words.upperBound }
}
