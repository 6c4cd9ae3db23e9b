/// The number and day that an issued plan bears; a draft often has neither.
package struct PlanNumbering: Sendable, Equatable {
    /// `131/KH-UBND`; nil: still blank.
    package let number: String?
    /// nil: still blank.
    package let day: Day?

    /// - Throws: `.invalid` for a number without digits before its symbol, a day that does not
    ///   exist or that has not come.
    package init(number: String, day: String, today: Day) throws(Problem) {
        var refusals: [String: String] = [:]
        let shape = number.split(separator: "/", omittingEmptySubsequences: false)
        if !number.isEmpty, shape.count < 2 || shape[0].isEmpty || !shape[0].allSatisfy(\.isNumber)
        {
            refusals["number"] = "Hãy ghi đủ số và ký hiệu, ví dụ 131/KH-UBND."
        }
        let parsed = Day(iso: day) ?? Day(vietnamese: day)
        if !day.isEmpty, parsed == nil {
            refusals["day"] = "Hãy ghi ngày như 15/5/2026."
        } else if let parsed, parsed > today {
            refusals["day"] = "Ngày ban hành chưa đến; hãy kiểm tra lại."
        }
        guard refusals.isEmpty else {
            throw Problem(.invalid, "Có \(refusals.count) mục chưa đúng.", refusals: refusals)
        }
        self.number = number.isEmpty ? nil : number
        self.day = parsed
    }
}
