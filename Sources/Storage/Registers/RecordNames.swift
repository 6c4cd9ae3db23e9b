package import Domain
import Foundation

extension Transaction {
    /// Choices that a form or a refusal names; more are a reason to type more.
    package static var namedChoicesMax: Int { 8 }

    /// What the identifiers in these records' cells are called, as far as the officer may see.
    package func cellNames(
        of records: [Record], in register: RegisterDescription, for officer: Officer
    ) throws -> CellNames {
        var names: [String: CellNames.Name] = [:]
        for unit in try units(of: officer.ward) {
            names[unit.id] = CellNames.Name(unit.name, short: unit.shortName)
        }
        for field in register.fields {
            guard case .record(let target) = field.control, let target = Registers.named(target),
                target.access.readers.contains(officer.role)
            else { continue }
            let ids = Set(records.compactMap { $0.cells[field.key]?.plain }).subtracting([""])
            for record in try self.records(withIDs: Array(ids), of: target, for: officer) {
                // A register whose records are told by their owner has no name of its own to show.
                let title = target.field(target.columns[0]).flatMap { field in
                    field.isReference ? nil : field.shown(record.cells[field.key] ?? .empty)
                }
                names[record.id] = CellNames.Name(
                    target.name(of: record), short: title ?? target.label(of: record.cells))
            }
        }
        return CellNames(names)
    }

    func records(
        withIDs ids: [String], of register: RegisterDescription, for officer: Officer
    ) throws -> [Record] {
        try records(
            withIDs: ids, of: register, where: try RegisterSQL.visible(register, to: officer),
            seenBy: officer.role)
    }

    /// Those of the records that are as the condition says.
    ///
    /// - Parameter fields: nil: all.
    func records(
        withIDs ids: [String], of register: RegisterDescription,
        _ fields: [any FieldDescription]? = nil, where condition: SQL, seenBy role: Role?
    ) throws -> [Record] {
        guard !ids.isEmpty else { return [] }
        let chunk = 400  // SQLite takes 32,766 parameters in a statement, older ones 999.
        return try stride(from: 0, to: ids.count, by: chunk).flatMap { start in
            let some = ids[start..<min(start + chunk, ids.count)]
            return try rows(
                """
                SELECT \(RegisterSQL.columns(fields ?? register.fields, for: role))
                FROM \(RegisterSQL.name(register.name)) r
                WHERE \(condition) AND r.id IN (\(SQL.joined(some.map { "\($0)" }, by: ", ")))
                """
            ).map { RegisterSQL.record($0, fields ?? register.fields) }
        }
    }

    /// Records whose label begins with, or holds, the words; for choosing one by typing.
    package func choices(
        of register: RegisterDescription, _ words: String, for officer: Officer
    ) throws -> [Record] {
        var filter = RecordFilter()
        // Signs between the parts of a label are no words.
        filter.words = words.split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
        return try records(of: register, filter, for: officer, limit: Self.namedChoicesMax).records
    }

    /// The identifier that ends so; nil for none, or for several.
    func record(
        endingIn end: String, of register: RegisterDescription, for officer: Officer
    ) throws -> String? {
        let found = try rows(
            """
            SELECT r.id FROM \(RegisterSQL.name(register.name)) r
            WHERE \(try RegisterSQL.visible(register, to: officer)) AND r.id LIKE \("%" + end)
            LIMIT 2
            """)
        return found.count == 1 ? found[0]["id"] : nil
    }

    /// Reads what a person typed into the form of a record, names of units and records included.
    ///
    /// - Throws: one `.invalid` that names every refused field.
    package func read(
        _ texts: [String: String], of register: RegisterDescription, for officer: Officer
    ) throws -> [String: Cell] {
        var texts = texts
        var refusals: [String: String] = [:]
        var resolver: CellResolver?
        for field in register.entered where field.isReference {
            // Whether what an identifier names is there is asked when the record is kept.
            guard let text = texts[field.key], !text.isEmpty, !Identifier.isWellFormed(text) else {
                continue
            }
            let known = try resolver ?? CellResolver(self, officer)
            resolver = known
            switch try known.resolve(text, field) {
            case .found(let id): texts[field.key] = id
            case .refused(let reason):
                refusals[field.key] = "\(field.label): \(reason)"
                texts[field.key] = nil
            }
        }
        let reading = Result { () throws(Problem) in try register.read(texts) }
        switch reading {
        case .success(let cells):
            if refusals.isEmpty { return cells }
        case .failure(let problem):
            refusals.merge(problem.refusals) { named, _ in named }
        }
        throw Problem(.invalid, "Có \(refusals.count) mục chưa đúng.", refusals: refusals)
    }
}

/// Finds the unit or record that a name means; what was asked once is not asked again.
final class CellResolver {
    private let transaction: Transaction
    private let officer: Officer
    private let groups: GroupNames
    private let units: GroupNames
    private var found: [String: NamedCell] = [:]

    init(_ transaction: Transaction, _ officer: Officer) throws {
        self.transaction = transaction
        self.officer = officer
        let aliases = try transaction.unitAliases(of: officer.ward)
        let units = try transaction.units(of: officer.ward).filter { $0.kind != .set }
        groups = Self.named(units.filter { $0.kind == .group }, aliases)
        self.units = Self.named(units, aliases)
    }

    private static func named(_ units: [Unit], _ aliases: [String: String]) -> GroupNames {
        var named: [(id: String, names: [String])] = []
        for unit in units {
            let others = aliases.filter { $0.value == unit.id }.map(\.key)
            named.append((unit.id, [unit.name, unit.shortName] + others))
        }
        return GroupNames(named)
    }

    func resolve(_ text: String, _ field: any FieldDescription) throws -> NamedCell {
        switch field.control {
        case .unit(let isGroup):
            if let id = (isGroup ? groups : units).group(text) { return .found(id) }
            let kind = isGroup ? "tổ" : "đơn vị"
            return .refused(
                "phường không có \(kind) «\(text.prefix(40))». Hãy sửa lại tên, hoặc thêm vào danh sách đơn vị."
            )
        case .record(let name):
            let key = "\(name)|\(text)"
            if let known = found[key] { return known }
            let answer = try record(text, inRegister: name)
            found[key] = answer
            return answer
        case .line, .lines, .integer, .real, .day, .moment, .flag, .choice, .shape:
            return .found(text)
        }
    }

    private func record(_ text: String, inRegister name: String) throws -> NamedCell {
        guard let register = Registers.named(name) else { return .refused("không có sổ \(name).") }
        if Identifier.isWellFormed(text) {
            // Whether it is there, and for this officer, is asked when the record is kept.
            return .found(text)
        }
        if let end = register.identifierEnd(of: text) {
            guard let id = try transaction.record(endingIn: end, of: register, for: officer) else {
                return .refused("sổ \(register.title) không có «\(text.prefix(40))».")
            }
            return .found(id)
        }
        let asked = folded(text)
        let choices = try transaction.choices(of: register, text, for: officer)
        // The one that is meant may stand behind many that have its words too.
        var filter = RecordFilter()
        filter.beginning = text.components(separatedBy: RegisterDescription.nameJoint)[0]
        let known = try transaction.records(
            of: register, filter, for: officer, limit: Transaction.recordPageRows
        ).records
        let title = register.columns[0]
        let exact = known.filter { folded(register.name(of: $0)) == asked }
        let named = known.filter { folded(($0.cells[title] ?? .empty).plain) == asked }
        let means = exact.isEmpty ? named : exact
        if means.count == 1 { return .found(means[0].id) }
        let labels = (means.isEmpty ? choices : means).map { "«\(register.name(of: $0))»" }
        if labels.isEmpty {
            return .refused(
                "sổ \(register.title) không có «\(text.prefix(40))». Hãy sửa lại tên, hoặc thêm vào sổ đó trước."
            )
        }
        let shown = labels.joined(separator: "; ")
        return .refused(
            means.isEmpty
                ? "không có «\(text.prefix(40))». Có phải: \(shown)?"
                : "có \(means.count) \(register.singular) tên này. Hãy ghi một trong: \(shown)."
        )
    }
}
