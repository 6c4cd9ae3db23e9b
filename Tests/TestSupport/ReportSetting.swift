package import Domain
package import Storage

/// A ward with a confirmed plan of two report duties: groups to the ward by 05/12, the ward to the
/// city by 10/12 and before both.
package struct ReportSetting: Sendable {
    package let database: Database
    package let ward: TestWard
    package let plan: String
    /// The period of the groups, and that of the ward.
    package let period: String
    package let wardPeriod: String

    package static func make(
        in database: Database, passwordHash: String = "none"
    ) async throws -> ReportSetting {
        let ward = try await TestWard.make(in: database, passwordHash: passwordHash)
        let office = ward.officer(.office)
        return try await database.write { tx in
            let id = try tx.addPlan(ReportPlan.intake(), by: office)
            try tx.confirmPlan(id, version: try tx.plan(id, for: office).version, by: office)
            let periods = try tx.reportPeriods(for: office).map(\.period.id)
            return ReportSetting(
                database: database, ward: ward, plan: id, period: periods[1],
                wardPeriod: periods[0])
        }
    }

    /// Stands for the Word file that is kept when a report is sent.
    package static let draft: @Sendable (ReportPeriod) throws -> Evidence = { _ in
        try Evidence(name: "bao-cao.docx", bytes: Array("%PDF-1.7 kept".utf8))
    }

    package static func open(
        _ engine: TestEngine, clock: @escaping @Sendable () -> Instant = { TestEngine.moment }
    ) async throws -> ReportSetting {
        try await make(in: try await engine.open(clock: clock))
    }
}
