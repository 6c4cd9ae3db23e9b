/// One column of a register, described once.
///
/// Form control, table column, filter, sheet heading, JSON member and validation are read from
/// here: a register gains a column by gaining a line, and a migration.
package struct Field<Value: FieldValue>: FieldDescription {
    package let key: String
    package let label: String
    package let unit: MeasureUnit?
    package let hint: String?
    package let isRequired: Bool
    package let wanted: Condition?
    package let freshDays: Int?
    package let source: String?
    package let also: [String]
    package let seenBy: Set<Role>?
    private let rules: [Rule<Value>]

    /// - Parameters:
    ///   - isRequired: a record cannot be kept without it.
    ///   - wanted: when a record without it is not complete (đủ).
    ///   - freshDays: after so many days somebody must confirm the value (sống).
    ///   - source: the form, article or plan that asks for it.
    ///   - also: what offices call the column in their sheets, beside the label.
    ///   - seenBy: who sees and changes it, of those who see the record; nil: all of them.
    package init(
        _ key: String, _ label: String, unit: MeasureUnit? = nil, hint: String? = nil,
        isRequired: Bool = false, wanted: Condition? = nil, freshDays: Int? = nil,
        source: String? = nil, also: [String] = [], seenBy: Set<Role>? = nil,
        _ rules: Rule<Value>...
    ) {
        self.key = key
        self.label = label
        self.unit = unit
        self.hint = hint
        self.isRequired = isRequired
        self.wanted = wanted
        self.freshDays = freshDays
        self.source = source
        self.also = also
        self.seenBy = seenBy
        self.rules = rules
    }

    package var control: Control { Value.control }

    package func read(_ text: String) -> Result<Cell, Refusal> {
        if text.isEmpty { return isRequired ? refused("chưa được nhập.") : .success(.empty) }
        guard let value = Value(text: text) else {
            return refused("«\(text.prefix(40))» không đúng. Hãy nhập \(Value.expected).")
        }
        for rule in Value.rules + rules {
            if let reason = rule.refusal(of: value) { return refused(reason) }
        }
        return .success(value.cell)
    }

    package func shown(_ cell: Cell) -> String {
        guard let value = Value(cell: cell) else { return "" }
        return unit.map { "\(value.shown) \($0.rawValue)" } ?? value.shown
    }

    private func refused(_ reason: String) -> Result<Cell, Refusal> {
        .failure(Refusal(message: "\(label): \(reason)"))
    }
}

/// All that a form, a table or an import sees of a field, whatever its type of value.
package protocol FieldDescription: Sendable {
    /// Name of the column, of the form control and of the JSON member. Never changes.
    var key: String { get }
    /// What people call it.
    var label: String { get }
    var unit: MeasureUnit? { get }
    var hint: String? { get }
    var isRequired: Bool { get }
    var wanted: Condition? { get }
    var freshDays: Int? { get }
    var source: String? { get }
    /// What offices call the column in their sheets, beside the label.
    var also: [String] { get }
    /// Who sees and changes it, of those who see the record; nil: all of them.
    var seenBy: Set<Role>? { get }
    var control: Control { get }

    /// Reads what a person typed, or what a sheet's cell shows.
    func read(_ text: String) -> Result<Cell, Refusal>
    /// With its unit; empty for an empty cell.
    func shown(_ cell: Cell) -> String
}

extension FieldDescription {
    /// What a form or a sheet calls it: "Diện tích sử dụng (m²)"; "Số tầng" says its unit already.
    package var heading: String {
        guard let unit, !label.contains(unit.rawValue) else { return label }
        return "\(label) (\(unit.rawValue))"
    }

    package func isSeen(by role: Role) -> Bool { seenBy?.contains(role) ?? true }

    /// A cell that was kept as plain text, as a page shows it; nil for what has a name elsewhere.
    package func words(for plain: String) -> String? {
        if isReference { return nil }
        guard case .success(let cell) = read(plain) else { return nil }
        return shown(cell)
    }
}

/// Why a value was not taken, in a sentence that names the field.
package struct Refusal: Error, Sendable, Equatable {
    package let message: String
    package init(message: String) { self.message = message }
}

package enum MeasureUnit: String, Sendable {
    case metre = "m"
    case squareMetre = "m²"
    case cubicMetre = "m³"
    case bar
    case storey = "tầng"
    case person = "người"
    case kilogram = "kg"
    case hectare = "ha"
    case dong = "đồng"
    case thousandDong = "nghìn đồng"
    case percent = "%"
    case month = "tháng"
    case hour = "giờ"
    case piece = "cái"
    case household = "hộ"
    case vehicle = "xe"
    case minute = "phút"
    case time = "lần"
    case session = "buổi"
}

/// One thing that must hold of a value.
package struct Rule<Value: Sendable>: Sendable {
    private let judge: @Sendable (Value) -> String?

    init(_ judge: @escaping @Sendable (Value) -> String?) { self.judge = judge }

    func refusal(of value: Value) -> String? { judge(value) }
}

extension Rule where Value: FieldValue & Comparable {
    package static func within(_ range: ClosedRange<Value>) -> Rule {
        Rule { value in
            range.contains(value)
                ? nil : "phải từ \(range.lowerBound.shown) đến \(range.upperBound.shown)."
        }
    }
}

extension Rule where Value == Degrees {
    package static func within(_ range: ClosedRange<Double>) -> Rule {
        Rule { degrees in
            range.contains(degrees.value)
                ? nil
                : "phải từ \(Degrees(range.lowerBound).shown) đến \(Degrees(range.upperBound).shown)."
        }
    }
}

extension String {
    /// Names and addresses are shorter.
    package static let fieldLengthMax = 300
    package static var rules: [Rule<String>] {
        [Rule { $0.count <= fieldLengthMax ? nil : "dài nhất \(fieldLengthMax) ký tự." }]
    }
}

extension Remark {
    package static let lengthMax = 4_000
    package static var rules: [Rule<Remark>] {
        [Rule { $0.text.count <= lengthMax ? nil : "dài nhất \(lengthMax) ký tự." }]
    }
}
