/// How good a record is, in the plans' own words (đúng, đủ, sạch, sống): what it lacks, of how much.
package struct RecordQuality: Sendable, Equatable {
    /// What is known of a record beside its cells.
    package struct Surroundings: Sendable {
        package let today: Day
        /// When each field was last confirmed, by key.
        package var clocks: [String: Instant] = [:]
        /// How many records look like it, from which nobody has told it apart.
        package var twins = 0
        package var advice: AddressAdvice?
        package var boundaries: Boundaries?

        package init(today: Day) { self.today = today }
    }

    package let gaps: [RecordGap]
    /// Hundredths of what is asked of the record that hold; 100 where nothing is asked.
    package let scores: [RecordGap.Kind: Int]
    /// The next day on which a value that is still confirmed will have to be confirmed again.
    package let changesOn: Day?

    package init(
        of cells: [String: Cell], in register: RegisterDescription, _ around: Surroundings
    ) {
        var gaps: [RecordGap] = []
        var asked: [RecordGap.Kind: Int] = [:]
        var changesOn: Day?
        func ask(_ kind: RecordGap.Kind, _ field: String, _ sentence: String?, days: Int? = nil) {
            asked[kind, default: 0] += 1
            guard let sentence else { return }
            gaps.append(RecordGap(kind: kind, field: field, sentence: sentence, days: days))
        }
        for check in register.checks {
            ask(.correct, check.code, check.isWrong.holds(for: cells) ? check.sentence : nil)
        }
        let group = register.groupKey.flatMap { cells[$0]?.plain }
        for fault in around.boundaries?.faults(of: cells, group: group) ?? [] {
            ask(.correct, Place.latitudeKey, fault)
        }
        for field in register.fields {
            let isEmpty = (cells[field.key] ?? .empty).isEmpty
            let name = field.label.lowercasedFirst
            if let wanted = field.wanted, wanted.holds(for: cells) {
                ask(.complete, field.key, isEmpty ? "Chưa có \(name)." : nil)
            }
            guard !isEmpty, let days = field.freshDays else { continue }
            guard let confirmed = around.clocks[field.key] else {
                ask(.fresh, field.key, "Chưa ai xác nhận \(name).")
                continue
            }
            let age = around.today.number - confirmed.day.number
            if age > days {
                ask(
                    .fresh, field.key, "Chưa ai xác nhận \(name) từ \(age) ngày nay.", days: age)
            } else {
                ask(.fresh, field.key, nil)
                let end = confirmed.day.adding(days: days + 1)
                changesOn = changesOn.map { min($0, end) } ?? end
            }
        }
        for trait in register.likeness.traits {
            for key in trait.keys {
                guard case .text(let text)? = cells[key], !text.isEmpty,
                    let label = register.field(key)?.label
                else { continue }
                switch trait.comparison {
                case .name: ask(.clean, key, Spelling.fault(in: text).map { "\(label) \($0)" })
                case .address: ask(.clean, key, around.advice?.reasons.joined(separator: " "))
                case .phone, .day, .code, .point: continue
                }
            }
        }
        let likely = "Có \(around.twins) mục khác trong sổ giống mục này; hãy gộp hoặc để riêng."
        ask(.clean, Self.twinsKey, around.twins > 0 ? likely : nil)

        self.gaps = gaps
        self.changesOn = changesOn
        var scores: [RecordGap.Kind: Int] = [:]
        for kind in RecordGap.Kind.allCases {
            let all = asked[kind] ?? 0
            scores[kind] = (all - gaps.count { $0.kind == kind }).hundredths(of: all) ?? 100
        }
        self.scores = scores
    }

    /// Stands for the field where a record looks like others.
    package static let twinsKey = "twins"

    package func has(_ kind: RecordGap.Kind) -> Bool { gaps.contains { $0.kind == kind } }
}

/// How a name may not stand in a register, whatever it names.
enum Spelling {
    /// What is wrong, as the end of a sentence; nil: nothing.
    static func fault(in name: String) -> String? {
        if name.first?.isWhitespace == true || name.last?.isWhitespace == true
            || name.contains("  ")
        {
            return "có khoảng trắng thừa."
        }
        let words = name.split(separator: " ").filter { $0.allSatisfy(\.isLetter) }
        // One or two words may be an abbreviation, as "UBND", "THCS ABC".
        guard words.count >= wordsOfSentence else { return nil }
        if words.allSatisfy({ $0 == $0.uppercased() }) {
            return "viết toàn chữ hoa; nên chỉ viết hoa chữ đầu của tên riêng."
        }
        if words.allSatisfy({ $0 == $0.lowercased() }), name.first?.isLetter == true {
            return "viết toàn chữ thường; nên viết hoa chữ đầu của tên riêng."
        }
        return nil
    }

    private static let wordsOfSentence = 3
}
