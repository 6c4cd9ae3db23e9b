/// What a record lacks, in the plans' own words: đúng (right), đủ (complete), sống (confirmed
/// lately).
///
/// What a single field may not hold is refused before; đúng asks whether fields agree.
package struct RecordGap: Sendable, Equatable {
    package enum Kind: String, Sendable, CaseIterable { case correct, complete, fresh }

    package let kind: Kind
    /// Key of the field, or code of the check.
    package let field: String
    /// A whole sentence.
    package let sentence: String
    /// For how many days nobody confirmed the value; nil: never, or not of that kind.
    package var days: Int?

    package static func all(
        of record: Record, in register: RegisterDescription, clocks: [String: Instant],
        today: Day
    ) -> [RecordGap] {
        let wrong = register.checks.filter { $0.isWrong.holds(for: record.cells) }
            .map { RecordGap(kind: .correct, field: $0.code, sentence: $0.sentence) }
        return wrong
            + register.fields.compactMap { gap(of: $0, in: record, clocks: clocks, today: today) }
    }

    private static func gap(
        of field: any FieldDescription, in record: Record, clocks: [String: Instant], today: Day
    ) -> RecordGap? {
        let isEmpty = (record.cells[field.key] ?? .empty).isEmpty
        if isEmpty {
            guard let wanted = field.wanted, wanted.holds(for: record.cells) else { return nil }
            return RecordGap(
                kind: .complete, field: field.key,
                sentence: "Chưa có \(lowered(field.label)).")
        }
        guard let days = field.freshDays else { return nil }
        guard let confirmed = clocks[field.key] else {
            return RecordGap(
                kind: .fresh, field: field.key,
                sentence: "Chưa ai xác nhận \(lowered(field.label)).")
        }
        let age = today.number - confirmed.day.number
        guard age > days else { return nil }
        return RecordGap(
            kind: .fresh, field: field.key,
            sentence: "Chưa ai xác nhận \(lowered(field.label)) từ \(age) ngày nay.", days: age)
    }

    private static func lowered(_ label: String) -> String {
        label.prefix(1).lowercased() + label.dropFirst()
    }

    /// The same, said once for all fields that lack the same thing since the same day.
    package static func told(
        _ gaps: [RecordGap], in register: RegisterDescription
    ) -> [(kind: Kind, sentence: String)] {
        var told: [(kind: Kind, sentence: String)] = gaps.filter { $0.kind == .correct }
            .map { ($0.kind, $0.sentence) }
        let missing = gaps.filter { $0.kind == .complete }
        if !missing.isEmpty { told.append((.complete, "Chưa có \(labels(missing, register)).")) }
        let stale = Dictionary(grouping: gaps.filter { $0.kind == .fresh }, by: \.days)
        for (days, gaps) in stale.sorted(by: { ($0.key ?? .max) > ($1.key ?? .max) }) {
            let since = days.map { " từ \($0) ngày nay" } ?? ""
            told.append((.fresh, "Chưa ai xác nhận \(labels(gaps, register))\(since)."))
        }
        return told
    }

    private static func labels(_ gaps: [RecordGap], _ register: RegisterDescription) -> String {
        gaps.compactMap { register.field($0.field).map { lowered($0.label) } }
            .joined(separator: "; ")
    }
}
