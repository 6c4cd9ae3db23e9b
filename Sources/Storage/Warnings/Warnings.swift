package import Domain

extension CAPMessage.Kind: SQLConvertible {}
extension WarningText.Kind: SQLConvertible {}
extension WarningText.Urgency: SQLConvertible {}
extension WarningText.Severity: SQLConvertible {}
extension WarningText.Certainty: SQLConvertible {}
extension WarningText.Response: SQLConvertible {}

/// A public warning: a draft, or a message that was issued.
package struct PublicWarning: Sendable {
    package enum State: String, Sendable, SQLConvertible { case draft, issued, discarded }

    package let ward: String
    package let id: String
    package let thread: String
    package let kind: CAPMessage.Kind
    package let state: State
    package let follows: String?
    package let text: WarningText
    package let reason: String?
    package let version: Int
    package let createdAt: Instant
    package let createdByName: String
    package let sentAt: Instant?
    package let sentByName: String?
    package let expiresAt: Instant?
    package let areaName: String?
    /// As it was issued.
    package let message: String?
    package let replacedAt: Instant?

    init(_ row: Row) {
        ward = row["ward"]
        id = row["id"]
        thread = row["thread"]
        kind = row["kind"]
        state = row["state"]
        follows = row["follows"]
        reason = row["reason"]
        version = row["version"]
        createdAt = row["created_at"]
        createdByName = row["created_by_name"]
        sentAt = row["sent_at"]
        sentByName = row["sent_by_name"]
        expiresAt = row["expires_at"]
        areaName = row["area_name"]
        message = row["message"]
        replacedAt = row["replaced_at"]
        text = WarningText(
            kind: row["event"], urgency: row["urgency"], severity: row["severity"],
            certainty: row["certainty"], response: row["response"],
            isExercise: row["is_exercise"], headline: row["headline"], words: row["words"],
            instruction: row["instruction"], contact: row["contact"], hours: row["hours"],
            area: WarningText.Area(row))
    }

    package func isInForce(at now: Instant) -> Bool {
        guard state == .issued, kind != .cancel, replacedAt == nil, let expiresAt else {
            return false
        }
        return expiresAt > now
    }

    package var headline: String {
        let words = kind == .cancel ? "Hủy: \(text.headline)" : text.headline
        return text.isExercise ? "DIỄN TẬP. \(words)" : words
    }
}

extension WarningText.Area {
    fileprivate init?(_ row: Row) {
        switch row["area"] as String {
        case "ward": self = .ward
        case "group":
            guard let group: String = row["group_unit"] else { return nil }
            self = .group(group)
        default:
            guard let point = Coordinate(row), let metres: Int = row["metres"] else { return nil }
            self = .circle(point, metres: metres)
        }
    }

    /// The columns area, group_unit, latitude, longitude and metres.
    fileprivate var columns: [SQL] {
        switch self {
        case .ward: ["'ward'", "NULL", "NULL", "NULL", "NULL"]
        case .group(let id): ["'group'", "\(id)", "NULL", "NULL", "NULL"]
        case .circle(let point, let metres):
            ["'circle'", "NULL", "\(point.latitude)", "\(point.longitude)", "\(metres)"]
        }
    }
}

extension Transaction {
    package static var warningRowsMax: Int { 50 }
    private static var publicWarningsMax: Int { 100 }

    func warnings(_ condition: SQL, order: SQL, limit: Int) throws -> [PublicWarning] {
        try rows(
            """
            SELECT w.ward, w.id, w.thread, w.kind, w.state, w.follows, w.event, w.urgency,
                w.severity, w.certainty, w.response, w.is_exercise, w.headline, w.words,
                w.instruction, w.contact, w.hours, w.area, w.group_unit, w.latitude, w.longitude,
                w.metres, w.reason, w.version, w.created_at, w.sent_at, w.expires_at, w.area_name,
                w.message, w.replaced_at, c.name AS created_by_name, s.name AS sent_by_name
            FROM warnings w
            JOIN accounts c ON c.ward = w.ward AND c.id = w.created_by
            LEFT JOIN accounts s ON s.ward = w.ward AND s.id = w.sent_by
            WHERE \(condition) ORDER BY \(order) LIMIT \(limit)
            """
        ).map(PublicWarning.init)
    }

    /// Drafts and messages, newest first.
    package func warnings(for officer: Officer) throws -> [PublicWarning] {
        try officer.require(.draftWarnings)
        return try warnings(
            "w.ward = \(officer.ward) AND w.state <> 'discarded'",
            order: "w.created_at DESC, w.id DESC", limit: Self.warningRowsMax)
    }

    /// - Throws: `.notFound` for what is not there.
    package func warning(_ id: String, for officer: Officer) throws -> PublicWarning {
        try officer.require(.draftWarnings)
        let found = try warnings(
            "w.ward = \(officer.ward) AND w.id = \(id) AND w.state <> 'discarded'",
            order: "w.id", limit: 1)
        guard let warning = found.first else {
            throw Problem(.notFound, "Không có cảnh báo này.")
        }
        return warning
    }

    /// What everybody may read: a message that was issued, in force or not.
    package func publicWarning(_ id: String, ward: String) throws -> PublicWarning? {
        try warnings(
            "w.ward = \(ward) AND w.id = \(id) AND w.state = 'issued'", order: "w.id", limit: 1
        ).first
    }

    /// The message that replaced one; nil: none did.
    package func publicWarning(after id: String, ward: String) throws -> PublicWarning? {
        try warnings(
            "w.ward = \(ward) AND w.follows = \(id) AND w.state = 'issued'", order: "w.id",
            limit: 1
        ).first
    }

    /// Warnings in force, newest first.
    package func warningsInForce(ward: String) throws -> [PublicWarning] {
        try warnings(
            """
            w.ward = \(ward) AND w.state = 'issued' AND w.replaced_at IS NULL
                AND w.kind <> 'Cancel' AND w.expires_at > \(now)
            """, order: "w.sent_at DESC, w.id DESC", limit: Self.publicWarningsMax)
    }

    /// When the list of warnings in force changed last; nil: there never was one.
    package func warningsChangedAt(ward: String) throws -> Instant? {
        try value(
            """
            SELECT MAX(CASE WHEN expires_at <= \(now) THEN expires_at ELSE sent_at END) AS value
            FROM warnings WHERE ward = \(ward) AND state = 'issued'
            """)
    }

    // MARK: Drafts

    /// - Returns: the identifier of the draft.
    @discardableResult
    package func draftWarning(_ text: WarningText, by officer: Officer) throws -> String {
        let id = makeIdentifier()
        try keepDraft(text, id: id, thread: id, .alert, follows: nil, by: officer)
        return id
    }

    /// Begins an update of a warning in force with the same words.
    @discardableResult
    package func draftUpdate(of id: String, by officer: Officer) throws -> String {
        let found = try warning(id, for: officer)
        try requireInForce(found)
        let draft = makeIdentifier()
        try keepDraft(
            found.text, id: draft, thread: found.thread, .update, follows: found.id, by: officer)
        return draft
    }

    func requireInForce(_ warning: PublicWarning) throws {
        guard warning.isInForce(at: now) else {
            throw Problem(
                .conflict,
                "Cảnh báo này không còn hiệu lực, hoặc đã có bản mới hơn. Hãy xem lại danh sách.")
        }
    }

    private func requireArea(_ area: WarningText.Area?, ward: String) throws {
        guard case .group(let id) = area else { return }
        guard try residentialGroups(of: ward).contains(where: { $0.id == id }) else {
            throw Problem(
                .invalid, "Có 1 mục chưa đúng.", refusals: ["area": "Không có tổ dân phố này."])
        }
    }

    private func keepDraft(
        _ text: WarningText, id: String, thread: String, _ kind: CAPMessage.Kind,
        follows: String?, by officer: Officer
    ) throws {
        try officer.require(.draftWarnings)
        try text.check()
        try requireArea(text.area, ward: officer.ward)
        try record(
            "warning.draft", "warnings/\(id)", [JournalChange("title", to: text.headline)],
            by: officer)
        try insertWarning(
            text, id: id, thread: thread, kind, follows: follows, reason: nil, by: officer)
    }

    func insertWarning(
        _ text: WarningText, id: String, thread: String, _ kind: CAPMessage.Kind,
        follows: String?, reason: String?, by officer: Officer
    ) throws {
        let area = SQL.joined((text.area ?? .ward).columns, by: ", ")
        try run(
            """
            INSERT INTO warnings (ward, id, thread, kind, state, follows, event, urgency, severity,
                certainty, response, is_exercise, headline, words, instruction, contact, hours,
                area, group_unit, latitude, longitude, metres, reason, created_at, created_by)
            VALUES (\(officer.ward), \(id), \(thread), \(kind), 'draft', \(follows), \(text.kind),
                \(text.urgency), \(text.severity), \(text.certainty), \(text.response),
                \(text.isExercise), \(text.headline), \(text.words), \(text.instruction),
                \(text.contact), \(text.hours ?? 1), \(area), \(reason), \(now), \(officer.id))
            """)
    }

    /// - Parameter version: as the person saw it.
    package func changeWarning(
        _ id: String, to text: WarningText, version: Int, by officer: Officer
    ) throws {
        let found = try draft(id, by: officer)
        try text.check()
        try requireArea(text.area, ward: officer.ward)
        try record(
            "warning.change", "warnings/\(id)",
            [
                JournalChange("title", from: found.text.headline, to: text.headline),
                JournalChange("text", from: found.text.words, to: text.words),
            ], by: officer)
        let area = (text.area ?? .ward).columns
        let count = try run(
            """
            UPDATE warnings SET event = \(text.kind), urgency = \(text.urgency),
                severity = \(text.severity), certainty = \(text.certainty),
                response = \(text.response), is_exercise = \(text.isExercise),
                headline = \(text.headline), words = \(text.words),
                instruction = \(text.instruction), contact = \(text.contact),
                hours = \(text.hours ?? 1), area = \(area[0]), group_unit = \(area[1]),
                latitude = \(area[2]), longitude = \(area[3]), metres = \(area[4]),
                version = version + 1
            WHERE ward = \(officer.ward) AND id = \(id) AND state = 'draft'
                AND version = \(version)
            """)
        guard count == 1 else { throw Problem.changedMeanwhile }
    }

    package func discardWarning(_ id: String, by officer: Officer) throws {
        _ = try draft(id, by: officer)
        try record("warning.discard", "warnings/\(id)", by: officer)
        let count = try run(
            """
            UPDATE warnings SET state = 'discarded'
            WHERE ward = \(officer.ward) AND id = \(id) AND state = 'draft'
            """)
        guard count == 1 else { throw Problem.changedMeanwhile }
    }

    func draft(_ id: String, by officer: Officer) throws -> PublicWarning {
        let found = try warning(id, for: officer)
        guard found.state == .draft else {
            throw Problem(
                .conflict, "Cảnh báo này đã phát, không sửa được nữa. Hãy phát bản cập nhật.")
        }
        return found
    }
}
