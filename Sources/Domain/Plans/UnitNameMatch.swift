/// Proposes which unit of the ward a name in a plan means.
package enum UnitNameMatch {
    /// Share of common words from which a proposal is made; below it guesses were mostly wrong on
    /// the names of the plans at hand.
    package static let scoreMin = 0.5

    /// The most alike candidate; nil when none is alike enough.
    package static func best(
        for name: String, among candidates: [(id: String, name: String)]
    ) -> (id: String, score: Double)? {
        let wanted = words(of: name)
        let scored = candidates.map { (id: $0.id, score: likeness(wanted, words(of: $0.name))) }
        guard let best = scored.max(by: { $0.score < $1.score }), best.score >= scoreMin else {
            return nil
        }
        return best
    }

    /// Twice the common words by all words (Dice), 0 to 1.
    static func likeness(_ left: Set<String>, _ right: Set<String>) -> Double {
        let all = left.count + right.count
        return all == 0 ? 0 : Double(2 * left.intersection(right).count) / Double(all)
    }

    static func words(of name: String) -> Set<String> {
        let plain = folded(name).split { !$0.isLetter && !$0.isNumber }.map(String.init)
        return Set(plain.flatMap { shortForms[$0] ?? [$0] }).subtracting(stopWords)
    }

    private static let stopWords: Set<String> = [
        "phuong", "xa", "thi", "tran", "cac", "thuoc", "tren", "dia", "viet", "nam", "va", "cua",
    ]

    private static let shortForms: [String: [String]] = [
        "ubnd": ["uy", "ban", "nhan", "dan"], "hdnd": ["hoi", "dong", "nhan", "dan"],
        "mttq": ["mat", "tran", "to", "quoc"], "bch": ["ban", "chi", "huy"],
        "bchqs": ["ban", "chi", "huy", "quan", "su"], "cand": ["cong", "an", "nhan", "dan"],
        "tdp": ["to", "dan", "pho"], "vhxh": ["van", "hoa", "xa", "hoi"],
        "thcs": ["trung", "hoc", "co", "so"],
    ]
}
