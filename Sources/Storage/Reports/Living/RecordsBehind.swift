package import Domain

/// The records that a figure of a report counted.
package struct RecordsBehind: Sendable {
    package struct Item: Sendable {
        package let id: String
        /// nil: it is no longer in the register, or not for this officer.
        package let name: String?
        package let amount: Double
    }

    /// nil: the officer may not read it.
    package let register: RegisterDescription?
    package let records: [Item]
    package let count: Int
}

extension Transaction {
    /// So many records behind a figure are shown.
    package static var recordsBehindMax: Int { 500 }

    /// What a figure counted: as it was handed up, or as the registers have it.
    ///
    /// - Returns: nil for a figure that no register has.
    package func recordsBehind(
        _ key: String, of report: StoredReport, for officer: Officer
    ) throws -> RecordsBehind? {
        guard let measure = report.kind.figure(key)?.measure else { return nil }
        let register = measure.register
        guard register.access.readers.contains(officer.role) else {
            return RecordsBehind(register: nil, records: [], count: 0)
        }
        let kept: String? =
            report.content == nil
            ? nil
            : try value(
                """
                SELECT records AS value FROM report_figures
                WHERE ward = \(officer.ward) AND report = \(report.id) AND figure = \(key)
                """)
        let to = try report.to ?? lastDay(of: report, for: officer)
        let counted: [FigureRecord] =
            try ReportJSON.read(kept)
            ?? countedRecords(
                of: measure, from: report.from, to: min(to, today), ward: officer.ward)
        let shown = Array(counted.prefix(Self.recordsBehindMax))
        let found = try records(withIDs: shown.map(\.id), of: register, for: officer)
        let names = try cellNames(of: found, in: register, for: officer)
        let labels = Dictionary(
            found.map { ($0.id, Self.name(of: $0, in: register, names)) },
            uniquingKeysWith: { one, _ in one })
        return RecordsBehind(
            register: register,
            records: shown.map { .init(id: $0.id, name: labels[$0.id], amount: $0.amount) },
            count: counted.count)
    }

    private func lastDay(of report: StoredReport, for officer: Officer) throws -> Day {
        guard let period = report.period else { return today }
        return try reportPeriod(period, for: officer).lastDay(today: today)
    }

    /// What tells it from others, with what it refers to.
    static func name(
        of record: Record, in register: RegisterDescription, _ names: CellNames
    ) -> String {
        let parts = register.identity.compactMap { key -> String? in
            guard let field = register.field(key), let cell = record.cells[key], !cell.isEmpty
            else { return nil }
            return names.shown(cell, field)
        }
        return parts.isEmpty
            ? register.singular : parts.joined(separator: RegisterDescription.nameJoint)
    }
}
