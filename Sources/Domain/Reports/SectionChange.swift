/// A sentence of the draft that changed since a person edited the part in which it stands.
package struct SectionChange: Sendable, Equatable {
    /// nil: a new one.
    package let old: String?
    /// nil: it is no longer drafted.
    package let new: String?

    package init(old: String?, new: String?) {
        self.old = old
        self.new = new
    }
}

/// What a person wrote of a part, brought together with what the draft says today.
///
/// A sentence that the person left as it was drafted follows its figures; one that the person
/// rewrote stays, and the change of the figures behind it is told.
package struct MergedSection: Sendable, Equatable {
    /// Lines of `SectionText`.
    package let lines: [String]
    /// Sentences that the person rewrote or took out, and whose draft changed since.
    package let open: [SectionChange]
    /// Sentences that the person left alone, and that were brought up to date.
    package let taken: [SectionChange]

    /// - Parameters:
    ///   - edited: as the person left it.
    ///   - base: `SectionText.told` of the draft over which the person wrote.
    ///   - live: the draft of today.
    package init(edited: String, base: [String], live: [DocumentBlock]) {
        let written = edited.split(whereSeparator: \.isNewline).map(String.init)
        let kept = Set(written)
        let changes = Self.changes(
            from: Self.compared(base, but: kept),
            to: Self.compared(SectionText.told(live), but: kept))
        var lines: [String] = []
        var taken: [SectionChange] = []
        var handled: Set<Int> = []
        for line in written {
            guard
                let place = changes.indices.first(where: {
                    changes[$0].old == line && !handled.contains($0)
                }), let new = changes[place].new
            else {
                lines.append(line)
                continue
            }
            handled.insert(place)
            taken.append(changes[place])
            lines.append(new)
        }
        self.lines = lines
        self.taken = taken
        let stands = Set(lines)
        open = changes.enumerated().filter { place, change in
            // What the person wrote by hand already is no news.
            !handled.contains(place) && !(change.new.map(stands.contains) ?? false)
        }.map(\.element)
    }

    /// Without the rows of tables that still stand: they are up to date by themselves.
    private static func compared(_ told: [String], but kept: Set<String>) -> [String] {
        var isSkipping = false
        return told.filter { line in
            if line.hasPrefix(SectionText.rowLead) { return !isSkipping }
            isSkipping = SectionText.isTable(line) && kept.contains(line)
            return true
        }
    }

    /// Sentences that differ, those that say the same with other figures side by side.
    static func changes(from old: [String], to new: [String]) -> [SectionChange] {
        let difference = new.difference(from: old)
        var gone = difference.removals.compactMap { change -> (place: Int, line: String)? in
            if case .remove(let place, let line, _) = change { (place, line) } else { nil }
        }
        var changes: [SectionChange] = []
        for case .insert(let place, let line, _) in difference.insertions {
            let match =
                gone.firstIndex { skeleton($0.line) == skeleton(line) }
                ?? gone.firstIndex { isAkin($0.line, line) }
                // As many sentences as before: the one in its place says the same in other words
                // ("không xảy ra vụ nổ nào", "xảy ra 01 vụ nổ") where it has some of them.
                ?? (old.count == new.count
                    ? gone.firstIndex { $0.place == place && isRelated($0.line, line) } : nil)
            changes.append(SectionChange(old: match.map { gone.remove(at: $0).line }, new: line))
        }
        return changes + gone.map { SectionChange(old: $0.line, new: nil) }
    }

    /// The words without their figures.
    private static func skeleton(_ line: String) -> String {
        line.filter { !$0.isNumber && !".,%+-–".contains($0) }
    }

    /// Whether two sentences begin with the same words: what a unit did, told anew.
    private static func isAkin(_ old: String, _ new: String) -> Bool {
        let words = { (line: String) in skeleton(line).split(separator: " ").prefix(leadWords) }
        return words(old).count == leadWords && words(old).elementsEqual(words(new))
    }

    private static let leadWords = 5

    /// Whether two sentences have some words in common.
    private static func isRelated(_ old: String, _ new: String) -> Bool {
        let words = { (line: String) in Set(skeleton(line).lowercased().split(separator: " ")) }
        return words(old).intersection(words(new)).count >= commonWords
    }

    private static let commonWords = 3
}
