import Dispatch
import Domain

/// What is asked of a register for the rows of a sheet: look-ups of its indexes, whatever its size.
struct RecordLookups {
    let transaction: Transaction
    let register: RegisterDescription
    let officer: Officer
    private let visible: SQL
    /// What the sheet itself brings is made later, and compared by `SheetNeighbours`; nil where a clock
    /// that was put back made records that are later still.
    private let before: String?
    private let resolver: CellResolver
    /// A register that had nothing before the sheet has nothing to find.
    private let hasRecords: Bool

    init(_ transaction: Transaction, _ register: RegisterDescription, _ officer: Officer) throws {
        self.transaction = transaction
        self.register = register
        self.officer = officer
        visible = try RegisterSQL.visible(register, to: officer)
        resolver = try CellResolver(transaction, officer)
        let table = RegisterSQL.name(register.name)
        let start = transaction.makeIdentifier()
        let newest: String? = try transaction.value(
            "SELECT MAX(id) AS value FROM \(table) WHERE ward = \(officer.ward)")
        before = newest ?? "" < start ? start : nil
        hasRecords =
            try transaction.row("SELECT 1 AS value FROM \(table) r WHERE \(visible) LIMIT 1") != nil
    }

    var known: RowJudge.Known {
        RowJudge.Known(
            named: named, likely: likely, profiles: profiles, meaning: resolver.resolve,
            mayKeep: { transaction.mayKeep(register, $0, officer) })
    }

    /// Reading names and addresses takes most of the time of a long sheet, so all cores do it.
    private func profiles(_ rows: [[String: Cell]]) -> [LikenessProfile] {
        let likeness = register.likeness
        return Array(unsafeUninitializedCapacity: rows.count) { buffer, count in
            // Every row is written once, by whoever takes it.
            nonisolated(unsafe) let places = buffer
            DispatchQueue.concurrentPerform(iterations: rows.count) { row in
                places.initializeElement(at: row, to: LikenessProfile(rows[row], likeness))
            }
            count = rows.count
        }
    }

    private func named(_ names: [(id: String?, identity: String?)]) throws -> [Record?] {
        guard hasRecords else { return names.map { _ in nil } }
        let keys = names.map { $0.identity.map(LikenessKeys.identity) }
        let sharing = try transaction.sharing(
            keys.compactMap { $0 }, in: register, ward: officer.ward, before: before)
        let ids = Set(names.compactMap(\.id)).union(sharing.values.joined())
        let found = try transaction.records(
            withIDs: ids.sorted(), of: register, where: visible, seenBy: officer.role)
        let byID = Dictionary(found.map { ($0.id, $0) }, uniquingKeysWith: { one, _ in one })
        return zip(names, keys).map { name, key in
            if let record = name.id.flatMap({ byID[$0] }) { return record }
            guard let key, let identity = name.identity else { return nil }
            return sharing[key]?.compactMap { byID[$0] }
                .first { register.identity(of: $0.cells) == identity }
        }
    }

    private func likely(_ profiles: [LikenessProfile]) throws -> [LikelyRecord?] {
        guard hasRecords else { return profiles.map { _ in nil } }
        return try transaction.likely(
            profiles, in: register, ward: officer.ward, where: visible, seenBy: officer.role,
            before: before
        ).map { found in
            found.filter(\.judgement.isLikely).max { $0.judgement.bits < $1.judgement.bits }
        }
    }
}
