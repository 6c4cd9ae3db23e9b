/// A part of a whole in hundredths: `12,5` or `12,5%`.
package struct Percent: FieldValue, Comparable {
    package let hundredths: Double

    package init(_ hundredths: Double) { self.hundredths = hundredths }

    package init?(text: String) {
        let number = text.last == "%" ? text.dropLast() : text[...]
        guard let value = Double(vietnamese: String(number)) else { return nil }
        hundredths = value
    }

    package init?(cell: Cell) {
        guard let value = Double(cell: cell) else { return nil }
        hundredths = value
    }

    package var cell: Cell { .real(hundredths) }
    package var shown: String { hundredths.shown + "%" }
    package static var control: Control { .real }
    package static var expected: String { "một tỷ lệ, như 80 hoặc 12,5%" }
    package static var rules: [Rule<Percent>] { [.within(Percent(0)...Percent(100))] }

    package static func < (left: Percent, right: Percent) -> Bool {
        left.hundredths < right.hundredths
    }
}
