package import Domain

/// Records of one register that name a record of another: the transmitters of a facility.
package struct RecordRelation: Sendable {
    package let register: RegisterDescription
    /// Key of the field that names the owner.
    package let field: String
    /// The first of them.
    package let records: [Record]
    package let names: CellNames
    package let total: BoundedCount
    package let mayAdd: Bool
}

extension Transaction {
    /// Rows that a record's page shows of each relation.
    private static var relationRows: Int { 8 }

    /// What other registers that the officer may see say of a record.
    package func relations(
        of id: String, in register: RegisterDescription, for officer: Officer
    ) throws -> [RecordRelation] {
        try Registers.all.filter { $0.access.readers.contains(officer.role) }.flatMap { other in
            try other.fields(naming: register.name).map { field in
                var filter = RecordFilter()
                filter.condition = .equals(field.key, .text(id))
                let page = try records(of: other, filter, for: officer, limit: Self.relationRows)
                return RecordRelation(
                    register: other, field: field.key, records: page.records,
                    names: try cellNames(of: page.records, in: other, for: officer),
                    total: page.total, mayAdd: other.access.writers.contains(officer.role))
            }
        }
    }
}
