/// Small rules of Vietnamese sentences.
extension YearlyReportDraft {
    /// Ends a text with one full stop, whatever it ended with.
    func sentence(_ text: String) -> String {
        var text = text[...]
        while let last = text.last, " .;,/\n\t".contains(last) { text.removeLast() }
        return text.isEmpty || text.last == "?" || text.last == "!" ? String(text) : text + "."
    }

    /// Without the sign at its end, to stand within a sentence.
    func clause(_ text: String) -> String {
        let text = sentence(text)
        return text.hasSuffix(".") ? String(text.dropLast()) : text
    }

    /// `A`, `A và B`, `A, B và C`; three or more that differ by their number alone are told by it:
    /// `Tổ dân phố số 1 đến 4, 7 và 9`.
    func joined(_ items: [String]) -> String {
        let items = told(byNumber: items[...])
        guard let last = items.last else { return "" }
        return items.count == 1 ? last : items.dropLast().joined(separator: ", ") + " và " + last
    }

    private func told(byNumber items: ArraySlice<String>) -> [String] {
        var (rest, told): (ArraySlice<String>, [String]) = (items, [])
        while let first = rest.first {
            let stem = numbered(first)?.stem
            let series = rest.prefix { stem != nil && numbered($0)?.stem == stem }
            guard let stem, series.count >= Self.seriesMin else {
                told.append(first)
                rest = rest.dropFirst()
                continue
            }
            let runs = series.compactMap { numbered($0)?.number }.reduce(into: [[Int]]()) {
                if let last = $0.last?.last, last + 1 == $1 {
                    $0[$0.count - 1].append($1)
                } else {
                    $0.append([$1])
                }
            }
            let numbers = runs.flatMap { run in
                run.count < Self.seriesMin
                    ? run.map(String.init) : ["\(run[0]) đến \(run[run.count - 1])"]
            }
            told += [stem + numbers[0]] + numbers.dropFirst()
            rest = rest.dropFirst(series.count)
        }
        return told
    }

    private static let seriesMin = 3

    /// `Tổ dân phố số ` and 12.
    private func numbered(_ name: String) -> (stem: String, number: Int)? {
        guard let space = name.lastIndex(of: " "), let number = Int(name[space...].dropFirst()),
            "\(number)" == name[space...].dropFirst()
        else { return nil }
        return (String(name[...space]), number)
    }

    /// Of a title or label, to stand within a sentence: the first letter in lower case, and
    /// `lead`, which the sentence already says, taken off.
    ///
    /// Abbreviations and names keep their capitals. What people wrote as sentences is not touched.
    func beginningLower(_ text: String, unless lead: String = "") -> String {
        let isLed = !lead.isEmpty && text.lowercased().hasPrefix(lead)
        let text = isLed ? String(text.dropFirst(lead.count)) : text
        guard let first = text.first, !beginsWithName(text) else { return text }
        return first.lowercased() + text.dropFirst()
    }

    private func beginsWithName(_ text: String) -> Bool {
        let words = text.split(separator: " ").prefix(2)
        // UBND, PCCC; Hà Nội, Nguyễn Văn An.
        let isShort = words.first?.dropFirst().first?.isUppercase == true
        let isPlaceOrPerson = words.count == 2 && words[1].first?.isUppercase == true
        return isShort || isPlaceOrPerson
            || YearlyReportDraft.bodies.contains { text.hasPrefix($0) }
    }

    /// Beginnings of names of bodies that have one capital only.
    private static let bodies = [
        "Ban ", "Bộ ", "Chính phủ", "Công an", "Đảng", "Đoàn", "Hội", "Mặt trận", "Quốc hội",
        "Thành ủy", "Tỉnh ủy", "Ủy ban",
    ]

    /// A title in capitals as it reads among others: `Tổ chức thực hiện công tác PCCC`.
    ///
    /// Abbreviations stay, and names that the report knows get their capitals back.
    func uncapitalised(_ title: String) -> String {
        guard title.count > 1, title == title.uppercased(), title != title.lowercased() else {
            return title
        }
        let words = title.split(separator: " ").map { word -> String in
            let letters = folded(String(word)).filter(\.isLetter)
            return letters.wholeMatch(of: YearlyReportDraft.syllable) == nil
                ? String(word) : word.lowercased()
        }
        return names.reduce(beginningUpper(words.joined(separator: " "))) { text, name in
            text.replacing(name.lowercased(), with: name)
        }
    }

    /// Runs of two words and more that begin with capitals: `Sao Mai`, `Hà Nội`.
    private var names: [String] {
        let texts = [report.reporter, report.plan.issuer, report.plan.title, sheet.place]
        return texts.flatMap { text -> [String] in
            let words = text.split { !$0.isLetter && $0 != " " }.flatMap { part in
                part.split(separator: " ").map(String.init) + [""]
            }
            return words.split { !($0.first?.isUppercase == true && $0 != $0.uppercased()) }
                .filter { $0.count > 1 }.map { $0.joined(separator: " ") }
        }
    }

    /// A syllable of Vietnamese without its marks; PCCC and UBND are none.
    nonisolated(unsafe) private static let syllable =
        /(?:ngh|ng|nh|gh|gi|kh|ph|qu|th|tr|ch|[bcdghklmnprstvx])?[aeiouy]{1,3}(?:ch|ng|nh|[cmnpt])?/

    /// The first letter in capitals.
    func beginningUpper(_ text: String) -> String {
        (text.first?.uppercased() ?? "") + text.dropFirst()
    }

    /// The lines of what a unit typed, without the bullets that it typed before them.
    func typedLines(_ text: String) -> [String] {
        text.split(whereSeparator: \.isNewline).compactMap { line in
            let kept = line.drop { $0.isWhitespace || "-+*•–".contains($0) }
            return kept.isEmpty ? nil : String(kept)
        }
    }
}
