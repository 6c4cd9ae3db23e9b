/// What a record lacks, in the plans' own words: đúng (right), đủ (complete), sạch (clean), sống
/// (confirmed lately).
///
/// What a single field may not hold is refused before; đúng asks whether fields agree.
package struct RecordGap: Sendable, Equatable {
    package enum Kind: String, Sendable, CaseIterable { case correct, complete, clean, fresh }

    package let kind: Kind
    /// Key of the field, or code of the check.
    package let field: String
    /// A whole sentence.
    package let sentence: String
    /// For how many days nobody confirmed the value; nil: never, or not of that kind.
    package var days: Int?

    /// The same, said once for all fields that lack the same thing since the same day.
    package static func told(
        _ gaps: [RecordGap], in register: RegisterDescription
    ) -> [(kind: Kind, sentence: String)] {
        var told: [(kind: Kind, sentence: String)] = gaps.filter {
            $0.kind == .correct || $0.kind == .clean
        }.map { ($0.kind, $0.sentence) }
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
        gaps.compactMap { register.field($0.field).map { $0.label.lowercasedFirst } }
            .joined(separator: "; ")
    }
}
