package import Domain

extension Instant: SQLConvertible {
    package var sqlValue: SQLValue { .integer(milliseconds) }
    package init?(sqlValue: SQLValue) {
        guard let number = Int64(sqlValue: sqlValue) else { return nil }
        self.init(milliseconds: number)
    }
}

/// Kept as `2026-11-21`, which sorts as the calendar does.
extension Day: SQLConvertible {
    package var sqlValue: SQLValue { .text(iso) }
    package init?(sqlValue: SQLValue) {
        guard let text = String(sqlValue: sqlValue) else { return nil }
        self.init(iso: text)
    }
}

/// Kept as its digits.
extension Telephone: SQLConvertible {
    package var sqlValue: SQLValue { .text(digits) }
    package init?(sqlValue: SQLValue) {
        guard let text = String(sqlValue: sqlValue) else { return nil }
        self.init(text: text)
    }
}

extension SQLConvertible where Self: RawRepresentable, RawValue == String {
    package var sqlValue: SQLValue { .text(rawValue) }
    package init?(sqlValue: SQLValue) {
        guard let text = String(sqlValue: sqlValue) else { return nil }
        self.init(rawValue: text)
    }
}

extension Role: SQLConvertible {}
