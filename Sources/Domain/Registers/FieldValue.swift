/// A type of value that a field of a register may have.
package protocol FieldValue: Sendable, Equatable {
    /// Reads what a person typed, or what a sheet's cell shows; nil: it is no such value.
    init?(text: String)
    init?(cell: Cell)
    var cell: Cell { get }
    /// As a page shows it.
    var shown: String { get }
    static var control: Control { get }
    /// How the values are told to a person who typed something else: `"một số, như 4,5"`.
    static var expected: String { get }
    /// What holds of every value of the type.
    static var rules: [Rule<Self>] { get }
}

extension FieldValue {
    package static var rules: [Rule<Self>] { [] }
}

/// How a field is asked for on a form.
package enum Control: Sendable, Equatable {
    case line
    case lines
    case integer
    case real
    case day
    /// A minute of a day.
    case moment
    case flag
    case choice([Choice])
    /// One of the ward's units; of residential groups alone where `isGroup`.
    case unit(isGroup: Bool)
    /// A line or an area on a map, as well-known text.
    case shape(ShapeKind)
    /// A record of the register of that name.
    case record(register: String)

    package struct Choice: Sendable, Equatable {
        package let value: String
        package let title: String
    }
}

extension String: FieldValue {
    package init?(text: String) { self = text }
    package init?(cell: Cell) {
        guard case .text(let text) = cell else { return nil }
        self = text
    }
    package var cell: Cell { .text(self) }
    package var shown: String { self }
    package static var control: Control { .line }
    package static var expected: String { "chữ" }
}

/// Words of several lines, for remarks.
package struct Remark: FieldValue {
    package let text: String
    package init?(text: String) { self.text = text }
    package init?(cell: Cell) {
        guard case .text(let text) = cell else { return nil }
        self.text = text
    }
    package var cell: Cell { .text(text) }
    package var shown: String { text }
    package static var control: Control { .lines }
    package static var expected: String { "chữ" }
}

extension Int: FieldValue {
    /// `1.200` and `1 200` are 1200.
    package init?(text: String) {
        guard let number = Double(vietnamese: text), let whole = Int(exactly: number) else {
            return nil
        }
        self = whole
    }
    package init?(cell: Cell) {
        guard case .integer(let number) = cell else { return nil }
        self = number
    }
    package var cell: Cell { .integer(self) }
    package var shown: String { vietnamese }
    package static var control: Control { .integer }
    package static var expected: String { "một số nguyên, như 120" }
}

extension Double: FieldValue {
    /// `4,5` and `4.5` are four and a half; `1.200,5` is 1200.5.
    package init?(text: String) {
        guard let number = Double(vietnamese: text) else { return nil }
        self = number
    }
    package init?(cell: Cell) {
        switch cell {
        case .real(let number): self = number
        case .integer(let number): self = Double(number)
        case .empty, .text: return nil
        }
    }
    package var cell: Cell { .real(self) }
    package var shown: String { vietnamese ?? "\(self)" }
    package static var control: Control { .real }
    package static var expected: String { "một số, như 4,5" }
}

/// Degrees of latitude or longitude, WGS 84; point and comma both part decimals.
package struct Degrees: FieldValue {
    package let value: Double
    package init(_ value: Double) { self.value = value }
    package init?(text: String) {
        guard let value = Double(text.replacing(",", with: ".")), value.isFinite else { return nil }
        self.value = value
    }
    package init?(cell: Cell) {
        guard let value = Double(cell: cell) else { return nil }
        self.value = value
    }
    package var cell: Cell { .real(value) }
    /// To a millionth of a degree, which is a hand's breadth on the ground.
    package var shown: String {
        let millionth = (value * 1e6).rounded() / 1e6
        return "\(millionth)".replacing(".", with: ",")
    }
    package static var control: Control { .real }
    package static var expected: String { "độ thập phân, như 21,0367" }
}

extension Bool: FieldValue {
    package init?(text: String) {
        switch folded(text) {
        case "1", "co", "x", "true": self = true
        case "0", "khong", "false": self = false
        default: return nil
        }
    }
    package init?(cell: Cell) {
        guard case .integer(let number) = cell else { return nil }
        self = number != 0
    }
    package var cell: Cell { .integer(self ? 1 : 0) }
    package var shown: String { self ? "Có" : "Không" }
    package static var control: Control { .flag }
    package static var expected: String { "Có hoặc Không" }
}

extension Day: FieldValue {
    /// `21/11/2026` or `2026-11-21`.
    package init?(text: String) {
        guard let day = Day(iso: text) ?? Day(vietnamese: text) else { return nil }
        self = day
    }
    package init?(cell: Cell) {
        guard case .text(let text) = cell else { return nil }
        self.init(iso: text)
    }
    package var cell: Cell { .text(iso) }
    package var shown: String { vietnamese }
    package static var control: Control { .day }
    package static var expected: String { "một ngày, như 21/11/2026" }
}

/// A closed list of values, each with what people call it.
package protocol FieldChoice: FieldValue, RawRepresentable, CaseIterable where RawValue == String {
    var title: String { get }
}

extension FieldChoice {
    /// The key, or the title whatever its diacritics and case.
    package init?(text: String) {
        let asked = folded(text)
        let found = Self.allCases.first { $0.rawValue == text || folded($0.title) == asked }
        guard let found else { return nil }
        self = found
    }
    package init?(cell: Cell) {
        guard case .text(let text) = cell else { return nil }
        self.init(rawValue: text)
    }
    package var cell: Cell { .text(rawValue) }
    package var shown: String { title }
    package static var control: Control {
        .choice(allCases.map { Control.Choice(value: $0.rawValue, title: $0.title) })
    }
    package static var expected: String {
        "một trong: " + allCases.map(\.title).joined(separator: ", ")
    }
}
