/// Which indicators a target seems to mean; a person decides.
extension Indicator {
    /// Whether it can be the measure of a target: both are shares, or both count.
    package func fits(_ target: TaskTarget) -> Bool {
        (unit == "percent") == (target.unit == "percent")
    }

    /// The indicators that a target seems to mean, the likeliest first.
    ///
    /// Every sign of an indicator must stand somewhere in the task; what stands in the target's own
    /// words weighs most, then what stands in its sentence. So two numbers of one sentence, each
    /// with words of its own, lead to two indicators.
    ///
    /// - Parameter text: of the task, in which the number stands.
    package static func proposed(for target: TaskTarget, in text: String) -> [Indicator] {
        let own = " \(folded("\(target.name) \(target.text)")) "
        let near = own + folded(sentence(of: target, in: text)) + " "
        let whole = near + folded(text) + " "
        let weighed = Indicators.all.enumerated().compactMap { place, indicator in
            indicator.fits(target)
                ? indicator.weight(own, near, whole).map {
                    (indicator, $0 + indicator.kinship(with: target), place)
                } : nil
        }
        return weighed.sorted { ($1.1, $0.2) < ($0.1, $1.2) }.map(\.0)
    }

    /// nil: one of its signs stands nowhere.
    private func weight(_ own: String, _ near: String, _ whole: String) -> Int? {
        var sum = 0
        for words in signs {
            if words.contains(where: own.contains) {
                sum += 4
            } else if words.contains(where: near.contains) {
                sum += 2
            } else if words.contains(where: whole.contains) {
                sum += 1
            } else {
                return nil
            }
        }
        return sum
    }

    /// What counts by the week measures what is asked by the week; what is counted alike is alike.
    private func kinship(with target: TaskTarget) -> Int {
        let rhythm = per == target.per ? (per == nil ? 0 : 8) : -8
        return rhythm + (unit != "percent" && unit == target.unit ? 4 : 0)
    }

    /// The part of the task's text between full stops or semicolons that holds the target's words.
    private static func sentence(of target: TaskTarget, in text: String) -> String {
        let ends: Set<Character> = [".", ";", "\n"]
        return text.split(whereSeparator: ends.contains).map(String.init)
            .first { $0.contains(target.text) } ?? ""
    }
}
