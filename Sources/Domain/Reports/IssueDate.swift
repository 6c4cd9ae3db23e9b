/// The date of a document, whose day a person may still write by hand.
package struct IssueDate: Sendable, Equatable, Codable {
    package let year: Int
    package let month: Int?
    package let day: Int?

    package init(_ day: Day) {
        year = day.year
        month = day.month
        self.day = day.day
    }

    /// Day, or day and month, left blank.
    package init(year: Int, month: Int? = nil) {
        self.year = year
        self.month = month
        day = nil
    }

    /// `ngày 05 tháng 12 năm 2026`; what is blank keeps its room.
    package var inWords: String {
        let day = day.map(twoDigits) ?? IssueDate.blank
        let month = month.map(officialMonth) ?? IssueDate.blank
        return "ngày \(day) tháng \(month) năm \(year)"
    }

    /// Room for two digits by hand; no-break, so that it is not folded into one space.
    private static let blank = String(repeating: "\u{A0}", count: 4)
}

extension Day {
    /// `05/02/2026`, `05/3/2026`.
    ///
    /// - Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.4: days below 10 and the months 1 and
    ///   2 take a leading zero.
    package var official: String { "\(twoDigits(day))/\(officialMonth(month))/\(year)" }
}

private func officialMonth(_ month: Int) -> String {
    month <= 2 ? "0\(month)" : "\(month)"
}
