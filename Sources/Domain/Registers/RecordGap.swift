/// What a record lacks, in the plans' own words: đủ (complete) and sống (confirmed lately).
///
/// A record that is kept is đúng by its fields' rules already.
package struct RecordGap: Sendable, Equatable {
    package enum Kind: String, Sendable { case complete, fresh }

    package let kind: Kind
    package let field: String
    /// A whole sentence.
    package let sentence: String

    package static func all(
        of record: Record, in register: RegisterDescription, clocks: [String: Instant],
        today: Day
    ) -> [RecordGap] {
        register.fields.compactMap { field in
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
                sentence: "Chưa ai xác nhận \(lowered(field.label)) từ \(age) ngày nay.")
        }
    }

    private static func lowered(_ label: String) -> String {
        label.prefix(1).lowercased() + label.dropFirst()
    }
}
