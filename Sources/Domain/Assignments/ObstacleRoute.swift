/// To whom a plan tells its units to bring difficulties (khó khăn, vướng mắc).
package enum ObstacleRoute {
    /// The body that a sentence names for difficulties: "có vướng mắc, đơn vị trao đổi với Công an
    /// huyện", "nếu có khó khăn, vướng mắc … phản ánh về Sở Y tế".
    ///
    /// - Parameter known: names of units, folded; the longest that fits is the one.
    package static func unit(toldIn text: String, known: [String]) -> String? {
        let words = folded(text)
        guard let trouble = words.firstMatch(of: Self.trouble) else { return nil }
        let rest = words[trouble.range.upperBound...]
        let end = rest.firstRange(of: ". ")?.lowerBound ?? rest.endIndex
        for mark in rest[..<end].matches(of: Self.passing) + rest[..<end].matches(of: Self.telling)
        {
            let name = rest[mark.range.upperBound..<end]
            let found = known.filter { begins(name, with: $0) }.max { $0.count < $1.count }
            if let found { return found }
        }
        return nil
    }

    private static var trouble: Regex<Substring> {
        /\b(?:co|gap|phat sinh) (?:(?:nhung|cac) )?(?:kho khan|vuong mac)/
    }
    /// Through whom it goes, before to whom.
    private static var passing: Regex<Substring> { #/\bqua /# }
    private static var telling: Regex<Substring> {
        #/\b(?:trao doi|lien he|phan anh|bao cao|thong tin)(?: (?:kip thoi|truc tiep|ngay|voi|ve|gui|cho|den|toi))* /#
    }

    private static func begins(_ text: Substring, with name: String) -> Bool {
        guard !name.isEmpty, text.hasPrefix(name) else { return false }
        return !text.dropFirst(name.count).prefix(1).contains { $0.isLetter || $0.isNumber }
    }

    /// The person in brackets behind the unit: "Công an phường (đồng chí Nguyễn Văn Mẫu, Phó
    /// Trưởng Công an phường)".
    package static func contact(behind unit: String, in text: String) -> String? {
        guard !unit.isEmpty else { return nil }
        for range in text.ranges(of: unit) {
            let rest = text[range.upperBound...].drop { " *_".contains($0) }
            guard rest.first == "(", let end = rest.firstIndex(of: ")") else { continue }
            let inside = rest[..<end].dropFirst()
            if titles.contains(where: { folded(String(inside)).hasPrefix($0) }) {
                return String(inside)
            }
        }
        return nil
    }

    private static let titles = ["dong chi ", "d/c ", "ong ", "ba "]
}
