package import Domain

extension Transaction {
    package static var cancelReasonMax: Int { 500 }

    /// What a draft would say if it were issued now.
    package func capMessage(
        of warning: PublicWarning, address: String, for officer: Officer
    ) throws -> CAPMessage {
        try officer.require(.draftWarnings)
        let ward = try reportingWard(warning.ward)
        let place = try area(of: warning)
        return CAPMessage(
            id: warning.id, kind: warning.kind,
            sender: CAPMessage.Sender(
                ward: warning.ward, name: "\(ward.kind) \(ward.name), \(ward.province)",
                address: address),
            sentAt: now,
            expiresAt: warning.expiresAt
                ?? now.adding(seconds: Int64(warning.text.hours ?? 1) * 3_600),
            text: warning.text, reason: warning.reason, earlier: try earlier(than: warning),
            areaName: place.name, border: place.border)
    }

    private func area(of warning: PublicWarning) throws -> (name: String, border: Polygon?) {
        let ward = try reportingWard(warning.ward)
        let whole = "\(ward.kind) \(ward.name)"
        let drawn = try boundaries(warning.ward)
        switch warning.text.area {
        case .group(let id):
            let group = try residentialGroups(of: warning.ward).first { $0.id == id }
            return ("\(group?.name ?? ""), \(whole)", drawn.groups[id])
        case .circle(let point, let metres):
            let place =
                "\(Degrees(point.latitude).shown); \(Degrees(point.longitude).shown)"
            return ("Trong vòng \(metres.vietnamese) m quanh điểm \(place), \(whole)", nil)
        case .ward, nil: return ("Toàn \(whole)", drawn.ward)
        }
    }

    private func earlier(than warning: PublicWarning) throws -> [CAPMessage.Earlier] {
        guard warning.follows != nil else { return [] }
        return try rows(
            """
            SELECT id, sent_at FROM warnings
            WHERE ward = \(warning.ward) AND thread = \(warning.thread) AND state = 'issued'
                AND id <> \(warning.id)
            ORDER BY sent_at, id LIMIT \(Self.warningRowsMax)
            """
        ).map { CAPMessage.Earlier(id: $0["id"], sentAt: $0["sent_at"]) }
    }

    /// Makes a draft public, and has it sent to the programs that subscribed.
    ///
    /// - Parameters:
    ///   - version: as the person read it.
    ///   - address: of the site.
    /// - Throws: `.conflict` when the draft was changed since, or what it updates is over.
    package func issueWarning(
        _ id: String, version: Int, address: String, by officer: Officer
    ) throws {
        try officer.require(.issueWarnings)
        let found = try draft(id, by: officer)
        guard found.version == version else { throw Problem.changedMeanwhile }
        try found.text.check()
        try issue(found, verb: "warning.issue", address: address, by: officer)
    }

    /// Ends a warning before its time, with the reason that people read.
    ///
    /// - Returns: the identifier of the message that says so.
    @discardableResult
    package func cancelWarning(
        _ id: String, reason: String, address: String, by officer: Officer
    ) throws -> String {
        try officer.require(.issueWarnings)
        let found = try warning(id, for: officer)
        guard !reason.isEmpty, reason.count <= Self.cancelReasonMax else {
            throw Problem(
                .invalid, "Có 1 mục chưa đúng.",
                refusals: [
                    "reason":
                        "Ghi vì sao hủy để người dân biết, nhiều nhất \(Self.cancelReasonMax) chữ."
                ])
        }
        try requireInForce(found)
        let message = makeIdentifier()
        try insertWarning(
            found.text, id: message, thread: found.thread, .cancel, follows: found.id,
            reason: reason, by: officer)
        try run(
            """
            UPDATE warnings SET expires_at = \(found.expiresAt)
            WHERE ward = \(officer.ward) AND id = \(message)
            """)
        try issue(
            try warning(message, for: officer), verb: "warning.cancel", address: address,
            by: officer)
        return message
    }

    private func issue(
        _ draft: PublicWarning, verb: String, address: String, by officer: Officer
    ) throws {
        let message = try capMessage(of: draft, address: address, for: officer)
        try record(
            verb, "warnings/\(draft.id)",
            [
                JournalChange("title", to: message.headline),
                JournalChange("until", to: message.expiresAt.vietnamese),
            ], by: officer)
        if let follows = draft.follows {
            let count = try run(
                """
                UPDATE warnings SET replaced_at = \(now)
                WHERE ward = \(officer.ward) AND id = \(follows) AND state = 'issued'
                    AND replaced_at IS NULL AND expires_at > \(now)
                """)
            guard count == 1 else {
                throw Problem(
                    .conflict,
                    "Cảnh báo trước đã hết hiệu lực hoặc đã có bản mới hơn. Hãy lập cảnh báo mới.")
            }
        }
        let count = try run(
            """
            UPDATE warnings SET state = 'issued', sent_at = \(now), sent_by = \(officer.id),
                expires_at = \(message.expiresAt), area_name = \(message.areaName),
                message = \(message.xml)
            WHERE ward = \(officer.ward) AND id = \(draft.id) AND state = 'draft'
                AND version = \(draft.version)
            """)
        guard count == 1 else { throw Problem.changedMeanwhile }
        try run(
            """
            INSERT INTO warning_deliveries (ward, warning, subscriber, state, attempts, next_at)
            SELECT s.ward, CAST(\(draft.id) AS TEXT), s.id, 'waiting', 0, CAST(\(now) AS BIGINT)
            FROM warning_subscribers s WHERE s.ward = \(officer.ward) AND s.ended_at IS NULL
            """)
    }
}
