/// An amount of money, in whole đồng.
package struct Money: FieldValue, Comparable {
    package let dong: Int

    package init(_ dong: Int) { self.dong = dong }

    /// `150.000.000`, `150.000.000 đ`, `1,5 triệu`, `2 tỷ`, `500 nghìn`.
    package init?(text: String) {
        let plain = folded(text)
        let number = plain.prefix { !$0.isLetter }
        let words = plain.dropFirst(number.count).split(separator: " ").joined(separator: " ")
        guard let times = Self.times[words], let amount = Double(vietnamese: String(number)),
            let dong = Int(exactly: (amount * times).rounded()),
            abs(amount * times - Double(dong)) < Self.leastDong
        else { return nil }
        self.dong = dong
    }

    /// What multiplying may add to a whole amount; there is no half đồng.
    private static let leastDong = 0.001

    private static let times: [String: Double] = [
        "": 1, "d": 1, "dong": 1, "vnd": 1, "nghin": 1e3, "nghin dong": 1e3, "ngan": 1e3,
        "ngan dong": 1e3, "tr": 1e6, "trieu": 1e6, "trieu dong": 1e6, "ty": 1e9, "ty dong": 1e9,
        "ti": 1e9, "ti dong": 1e9,
    ]

    package init?(cell: Cell) {
        guard case .integer(let dong) = cell else { return nil }
        self.dong = dong
    }

    package var cell: Cell { .integer(dong) }
    package var shown: String { dong.vietnamese }
    package static var control: Control { .integer }
    package static var expected: String { "một số tiền, như 1.500.000 hoặc 1,5 triệu" }
    package static var rules: [Rule<Money>] {
        [Rule { $0.dong >= 0 ? nil : "không được là số âm." }]
    }

    package static func < (left: Money, right: Money) -> Bool { left.dong < right.dong }
}
