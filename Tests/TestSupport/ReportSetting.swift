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

    /// Stands for the Word file that is kept when a report is issued.
    package static let file: @Sendable (AdministrativeDocument) throws -> Evidence = { document in
        try Evidence(
            name: "bao-cao.docx", bytes: Array("%PDF-1.7 \(document.numberLine)".utf8))
    }

    /// Fills the open places of a report that is being drafted.
    package static func fill(_ id: String, _ tx: Transaction, by officer: Officer) throws {
        let report = try tx.report(id, for: officer)
        for part in try tx.draft(of: report, for: officer).sections {
            let text = SectionText.lines(of: part.section.blocks).joined(separator: "\n")
            guard text.contains("["), part.drafted != nil else { continue }
            let filled = text.replacing(/\[(?!Bảng)[^\]]*\]/, with: "đã bổ sung")
            guard filled != text else { continue }
            try tx.editSection(
                part.section.key, of: id, text: filled, version: part.edit?.version ?? 0,
                by: officer)
        }
    }

    /// Brings a drafted report to the office's desk, through the police and the chairman.
    package static func approve(_ id: String, _ tx: Transaction, in ward: TestWard) throws {
        let office = ward.officer(.office)
        func version() throws -> Int { try tx.report(id, for: office).version }
        try fill(id, tx, by: office)
        try tx.handInReport(id, version: version(), by: office)
        try tx.reviewReport(id, version: version(), by: ward.officer(.police))
        try tx.approveReport(id, version: version(), by: ward.officer(.chairman))
    }

    /// Makes the report of the ward's period and issues it.
    ///
    /// - Returns: its identifier.
    @discardableResult
    package func issue(
        _ tx: Transaction, number: String = "7", on day: Day? = nil, scan: Evidence? = nil
    ) throws -> String {
        let office = ward.officer(.office)
        let id = try tx.startReport(NewReport("plan_year", period: wardPeriod), by: office)
        try Self.approve(id, tx, in: ward)
        try tx.issueReport(
            id, number: number, on: day ?? tx.today, scan: scan,
            version: try tx.report(id, for: office).version, by: office, file: Self.file)
        return id
    }

    /// Two fires that come to be known after a report went out, and the correction that follows,
    /// issued.
    ///
    /// - Returns: the correction's identifier.
    package func correct(_ report: String) async throws -> String {
        let office = ward.officer(.office)
        // The first only begins the register: its figure was not kept when the report went out.
        for (daysAgo, name) in [(160, "Cháy"), (159, "Cháy khác")] {
            try await database.write { tx in
                try tx.addRecord(
                    try TestIncidents.fire(
                        on: tx.today.adding(days: -daysAgo), name: name, in: tx, by: office),
                    to: Incidents.description, by: office)
            }
        }
        return try await database.write { tx in
            guard let id = try tx.correction(of: report, for: office)?.id else {
                throw Problem(.notFound, "Báo cáo chưa có bản đính chính.")
            }
            try Self.approve(id, tx, in: ward)
            try tx.issueReport(
                id, number: "8", on: tx.today, scan: nil,
                version: try tx.report(id, for: office).version, by: office, file: Self.file)
            return id
        }
    }

    package static func open(
        _ engine: TestEngine, clock: @escaping @Sendable () -> Instant = { TestEngine.moment }
    ) async throws -> ReportSetting {
        try await make(in: try await engine.open(clock: clock))
    }
}
