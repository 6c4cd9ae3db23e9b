package import Domain
import Foundation

extension ReportStage: SQLConvertible {}

/// A report as it is kept.
package struct StoredReport: Sendable {
    package let id: String
    package let kind: ReportKind
    package let period: String?
    package let plan: String?
    package let facility: String?
    package let from: Day
    /// nil: it follows the day, until it is handed up.
    package let to: Day?
    package let subject: String?
    package let head: ReportHead
    package let stage: ReportStage
    /// Who brought it to its stage, and when; nil while it was never handed up.
    package let stageBy: String?
    package let stageName: String?
    package let stageAt: Instant?
    package let returnReason: String?
    /// Words and figures as they were handed up.
    package let content: ReportContent?
    /// As it was issued.
    package let document: AdministrativeDocument?
    package let file: String?
    package let scan: String?
    package let corrects: String?
    package let revision: Int
    package let createdAt: Instant
    /// nil: the program.
    package let createdBy: String?
    package let version: Int

    package var standing: ReportStanding { ReportStanding(stage: stage, by: stageBy) }

    static let columns: SQL = """
        r.id, r.kind, r.period, r.plan, r.facility, r.begins, r.ends, r.subject, r.number,
        r.issued, r.addressees, r.recipients, r.signer, r.signed_by_deputy, r.stage, r.stage_by,
        r.stage_at, r.return_reason, r.content, r.document, r.file, r.scan, r.corrects,
        r.revision, r.created_at, r.created_by, r.version, s.name AS stage_name
        """

    static let joins: SQL = """
        reports r LEFT JOIN accounts s ON s.ward = r.ward AND s.id = r.stage_by
        """

    /// - Returns: nil for a kind that this program does not have.
    init?(_ row: Row) throws {
        guard let kind = ReportKinds.named(row["kind"]) else { return nil }
        self.kind = kind
        id = row["id"]
        period = row["period"]
        plan = row["plan"]
        facility = row["facility"]
        from = row["begins"]
        to = row["ends"]
        subject = row["subject"]
        head = ReportHead(row)
        stage = row["stage"]
        stageBy = row["stage_by"]
        stageName = row["stage_name"]
        stageAt = row["stage_at"]
        returnReason = row["return_reason"]
        content = try ReportJSON.read(row["content"])
        document = try ReportJSON.read(row["document"])
        file = row["file"]
        scan = row["scan"]
        corrects = row["corrects"]
        revision = row["revision"]
        createdAt = row["created_at"]
        createdBy = row["created_by"]
        version = row["version"]
    }

    /// How it is called in lists: its kind and time, or what it is about.
    package var title: String {
        let words = subject.map { ": \($0)" } ?? ""
        return kind.title + words + (revision > 1 ? " (đính chính lần \(revision - 1))" : "")
    }

    /// `Báo cáo số 05/BC-UBND ngày 05/12/2026`, once it went out.
    package var citation: String {
        guard let document else { return title }
        let number = document.numberLine.drop { !$0.isNumber }
        let day = head.issued.map { " ngày \($0.official)" } ?? ""
        return "Báo cáo số \(String(number))\(day)"
    }
}

/// Words and figures of a report at one time.
package struct ReportContent: Sendable, Equatable, Codable {
    package let text: ReportText
    package let figures: [ReportFigure]
}

/// Values of reports as the store keeps them: JSON with its keys in order.
enum ReportJSON {
    static func write(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    static func read<Value: Decodable>(_ text: String?) throws -> Value? {
        try text.map { try JSONDecoder().decode(Value.self, from: Data($0.utf8)) }
    }
}

/// Which report somebody begins.
package struct NewReport: Sendable, Equatable {
    package let kind: String
    package var period: String?
    package var plan: String?
    package var facility: String?
    package var from: Day?
    package var to: Day?
    package var subject: String?

    package init(
        _ kind: String, period: String? = nil, plan: String? = nil, facility: String? = nil,
        from: Day? = nil, to: Day? = nil, subject: String? = nil
    ) {
        self.kind = kind
        self.period = period
        self.plan = plan
        self.facility = facility
        self.from = from
        self.to = to
        self.subject = subject
    }
}

extension Transaction {
    /// How many reports a list shows at once.
    package static var reportsMax: Int { 200 }

    /// Reports that the officer may see, the last begun first.
    package func reports(for officer: Officer) throws -> [StoredReport] {
        try officer.require(.readAll)
        return try rows(
            """
            SELECT \(StoredReport.columns) FROM \(StoredReport.joins)
            WHERE r.ward = \(officer.ward) AND r.ended_at IS NULL
            ORDER BY r.created_at DESC, r.id DESC LIMIT \(Self.reportsMax)
            """
        ).compactMap(StoredReport.init)
    }

    /// - Throws: `.notFound` for a report that is not there, or not for this officer.
    package func report(_ id: String, for officer: Officer) throws -> StoredReport {
        let isSeen = officer.may(.readAll)
        let found =
            isSeen
            ? try row(
                """
                SELECT \(StoredReport.columns) FROM \(StoredReport.joins)
                WHERE r.ward = \(officer.ward) AND r.id = \(id) AND r.ended_at IS NULL
                """
            ).flatMap(StoredReport.init) : nil
        guard let found else {
            throw Problem(.notFound, "Không có báo cáo này, hoặc bạn không được xem.")
        }
        return found
    }

    /// The report of a period that is being made or went out, the last correction of it; nil: nobody
    /// has begun one.
    package func report(ofPeriod period: String, for officer: Officer) throws -> StoredReport? {
        try officer.require(.readAll)
        return try row(
            """
            SELECT \(StoredReport.columns) FROM \(StoredReport.joins)
            WHERE r.ward = \(officer.ward) AND r.period = \(period) AND r.ended_at IS NULL
            ORDER BY r.revision DESC LIMIT 1
            """
        ).flatMap(StoredReport.init)
    }

    /// The correction of an issued report; nil: none was begun.
    package func correction(of id: String, for officer: Officer) throws -> StoredReport? {
        try officer.require(.readAll)
        return try row(
            """
            SELECT \(StoredReport.columns) FROM \(StoredReport.joins)
            WHERE r.ward = \(officer.ward) AND r.corrects = \(id) AND r.ended_at IS NULL
            """
        ).flatMap(StoredReport.init)
    }
}

extension ReportHead {
    /// Of the columns of a report or of a period that asks for one.
    init(_ row: Row) {
        self.init()
        number = row["number"]
        issued = row["issued"]
        addressees = row["addressees"]
        recipients = row["recipients"]
        signer = row["signer"]
        isSignedByDeputy = row["signed_by_deputy"]
    }
}
