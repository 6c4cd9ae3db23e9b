/// The head that an issued plan bears; a draft often lacks number and day, and a poor scan more.
package struct PlanNumbering: Sendable, Equatable {
    /// What stands in the head beside number and day.
    package struct Names: Sendable, Equatable {
        package let issuer: String?
        package let place: String?
        package let title: String

        package init(issuer: String?, place: String?, title: String) {
            self.issuer = issuer
            self.place = place
            self.title = title
        }
    }

    /// `131/KH-UBND`; nil: still blank.
    package let number: String?
    /// nil: still blank.
    package let day: Day?
    /// nil: they stay as they are.
    package let names: Names?

    /// - Parameter suffix: `/KH-UBND`, which stands behind a number that was typed alone.
    /// - Throws: `.invalid` for a number without digits before its symbol, a day that does not
    ///   exist or that has not come, a plan without a title.
    package init(
        number: String, day: String, names: Names? = nil, suffix: String? = nil, today: Day
    ) throws(Problem) {
        var refusals: [String: String] = [:]
        let isBare = !number.isEmpty && number.allSatisfy(\.isNumber)
        let whole = isBare ? number + (suffix ?? "") : number
        let shape = whole.split(separator: "/", omittingEmptySubsequences: false)
        if !whole.isEmpty, shape.count < 2 || shape[0].isEmpty || !shape[0].allSatisfy(\.isNumber) {
            refusals["number"] = "Hãy ghi đủ số và ký hiệu, ví dụ 131/KH-UBND."
        }
        let parsed = Day(iso: day) ?? Day(vietnamese: day)
        if !day.isEmpty, parsed == nil {
            refusals["day"] = "Hãy ghi ngày như 15/5/2026."
        } else if let parsed, parsed > today {
            refusals["day"] = "Ngày ban hành chưa đến; hãy kiểm tra lại."
        }
        if let names, names.title.isEmpty { refusals["title"] = "Hãy ghi tên của kế hoạch." }
        guard refusals.isEmpty else {
            throw Problem(.invalid, "Có \(refusals.count) mục chưa đúng.", refusals: refusals)
        }
        self.number = whole.isEmpty ? nil : whole
        self.day = parsed
        self.names = names
    }
}
