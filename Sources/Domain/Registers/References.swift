/// Something of the ward that a cell names by its identifier.
package protocol FieldReference: FieldValue {
    var id: String { get }
    init(id: String)
}

extension FieldReference {
    package init?(text: String) {
        guard Identifier.isWellFormed(text) else { return nil }
        self.init(id: text)
    }
    package init?(cell: Cell) {
        guard case .text(let text) = cell else { return nil }
        self.init(id: text)
    }
    package var cell: Cell { .text(id) }
    package var shown: String { id }
}

/// A residential group of the ward (tổ dân phố, thôn, bản).
package struct GroupReference: FieldReference {
    package let id: String
    package init(id: String) { self.id = id }
    package static var control: Control { .unit(isGroup: true) }
    package static var expected: String { "một tổ dân phố của phường" }
}

/// A unit of the ward, of any kind.
package struct UnitReference: FieldReference {
    package let id: String
    package init(id: String) { self.id = id }
    package static var control: Control { .unit(isGroup: false) }
    package static var expected: String { "một đơn vị của phường" }
}

/// A record of another register, or of the same one.
package struct Reference<Target: Register>: FieldReference {
    package let id: String
    package init(id: String) { self.id = id }
    package static var control: Control { .record(register: Target.description.name) }
    package static var expected: String { "tên một \(Target.description.singular) có trong sổ" }
}
