package import Domain

/// What the units say of their work.
extension Transaction {
    /// Reports how far the work has come; a coordinating unit says what it did for it.
    ///
    /// - Parameter percent: 0 to 100, from the lead unit only; nil: as before.
    /// - Returns: identifier of the entry.
    @discardableResult
    package func reportWork(
        _ id: String, text: String, percent: Int?, evidence: [Evidence] = [], by officer: Officer
    ) throws -> String {
        let work = try openWork(id, for: officer)
        guard work.rights.mayReport || work.rights.mayContribute else { throw Problem.notYourWork }
        guard !text.isEmpty || !evidence.isEmpty else {
            throw Problem(
                .invalid, "Hãy viết đã làm được gì, hoặc gửi ảnh, tệp.",
                refusals: ["text": "Hãy viết vài chữ, hoặc chọn ảnh, tệp ở dưới."])
        }
        let percent = work.rights.mayReport ? percent : nil
        if let percent, !(0...100).contains(percent) {
            throw Problem(
                .invalid, "Tỷ lệ hoàn thành phải từ 0 đến 100.",
                refusals: ["percent": "Hãy nhập số từ 0 đến 100."])
        }
        let entry = try addEntry(
            work.rights.mayReport ? .progress : .contribution, to: id, text: text,
            percent: percent, evidence: evidence, by: officer)
        if work.rights.mayReport {
            try run(
                """
                UPDATE occurrences
                SET percent = \(percent ?? work.row.facts.percent), reported_day = \(today.number),
                    started_at = COALESCE(started_at, \(now)), version = version + 1
                WHERE ward = \(officer.ward) AND id = \(id)
                """)
        }
        try record(
            "work.report", "occurrences/\(id)",
            [
                JournalChange(
                    "percent", from: "\(work.row.facts.percent)",
                    to: "\(percent ?? work.row.facts.percent)"),
                JournalChange("entry", to: entry), JournalChange("files", to: "\(evidence.count)"),
            ], by: officer)
        return entry
    }

    /// Hands the work in as done; it waits for the assigning body.
    ///
    /// - Parameters:
    ///   - text: what was achieved; stands for evidence only together with `reason`.
    ///   - reason: why there is nothing to show; demanded when no evidence was ever given.
    ///   - version: of the occurrence, as the officer saw it.
    package func submitWork(
        _ id: String, text: String, evidence: [Evidence], reason: String?, version: Int,
        by officer: Officer
    ) throws {
        let work = try openWork(id, for: officer)
        guard work.rights.mayReport else { throw Problem.notYourWork }
        guard work.row.status != .waiting else {
            throw Problem(.conflict, "Việc đã được báo cáo hoàn thành và đang chờ xác nhận.")
        }
        let known: Int =
            try value(
                """
                SELECT COUNT(*) AS value FROM entry_files x
                JOIN entries e ON e.ward = x.ward AND e.id = x.entry
                WHERE e.ward = \(officer.ward) AND e.occurrence = \(id)
                """) ?? 0
        guard known + evidence.count > 0 || reason?.isEmpty == false else {
            throw Problem(
                .invalid,
                "Báo cáo hoàn thành cần minh chứng (ảnh, văn bản). Nếu không có, hãy ghi lý do.",
                refusals: [
                    "reason": "Chưa có minh chứng nào: hãy chọn tệp, hoặc ghi lý do không có."
                ])
        }
        let words = [text, reason.map { "Không có minh chứng vì: \($0)" } ?? ""]
            .filter { !$0.isEmpty }.joined(separator: "\n")
        try changeOccurrence(
            id,
            "submitted_at = \(now), percent = 100, reported_day = \(today.number), started_at = COALESCE(started_at, \(now))",
            version: version, by: officer)
        let entry = try addEntry(
            .submission, to: id, text: words, percent: 100, evidence: evidence, by: officer)
        try record(
            "work.submit", "occurrences/\(id)",
            [
                JournalChange("submitted_at", to: "\(now.milliseconds)"),
                JournalChange("entry", to: entry), JournalChange("files", to: "\(evidence.count)"),
            ], by: officer)
    }

    /// The unit takes back that the work is done, as long as nobody has answered.
    package func withdrawSubmission(_ id: String, version: Int, by officer: Officer) throws {
        let work = try openWork(id, for: officer)
        guard work.rights.mayReport else { throw Problem.notYourWork }
        guard work.row.status == .waiting else {
            throw Problem(.conflict, "Việc này không chờ xác nhận. Hãy tải lại trang.")
        }
        let percent = try percentBeforeSubmission(of: id, ward: officer.ward)
        try changeOccurrence(
            id, "submitted_at = NULL, percent = \(percent)", version: version, by: officer)
        try addEntry(.change, to: id, text: "Đơn vị rút báo cáo hoàn thành.", by: officer)
        try record(
            "work.withdraw", "occurrences/\(id)",
            [JournalChange("percent", from: "\(work.row.facts.percent)", to: "\(percent)")],
            by: officer)
    }

    /// Answers a request for explanation.
    package func answerExplanation(
        _ id: String, text: String, evidence: [Evidence] = [], by officer: Officer
    ) throws {
        let found = try explanation(id, for: officer)
        guard officer.unit == found.askedOf, officer.may(.reportWork) else {
            throw Problem.notYourWork
        }
        guard !text.isEmpty else {
            throw Problem(
                .invalid, "Chưa có nội dung giải trình.",
                refusals: ["answer": "Hãy viết nguyên nhân và việc sẽ làm."])
        }
        let changed = try run(
            """
            UPDATE explanations
            SET answer = \(text), answered_at = \(now), answered_by = \(officer.id),
                version = version + 1
            WHERE ward = \(officer.ward) AND id = \(id) AND answered_at IS NULL
            """)
        guard changed == 1 else { throw Problem.changedMeanwhile }
        try addEntry(.answer, to: found.occurrence, text: text, evidence: evidence, by: officer)
        try record(
            "work.answer", "explanations/\(id)", [JournalChange("answer", to: text)], by: officer)
    }

    /// The work with what the officer may do with it, as long as it is open.
    func openWork(_ id: String, for officer: Officer) throws -> WorkDetail {
        let work = try workDetail(id, for: officer)
        guard work.isLive else {
            throw Problem(.conflict, "Việc này không còn trong kế hoạch đang thực hiện.")
        }
        guard work.row.status.isOpen else {
            throw Problem(
                .conflict, "Việc này đã khép lại (\(work.row.status.title)). Hãy tải lại trang.")
        }
        return work
    }

    /// Changes an occurrence that nobody else changed since the officer saw it.
    func changeOccurrence(
        _ id: String, _ assignments: SQL, version: Int, by officer: Officer
    ) throws {
        let changed = try run(
            """
            UPDATE occurrences SET \(assignments), version = version + 1
            WHERE ward = \(officer.ward) AND id = \(id) AND version = \(version)
            """)
        guard changed == 1 else { throw Problem.changedMeanwhile }
    }

    @discardableResult
    func addEntry(
        _ kind: WorkEntry.Kind, to occurrence: String, text: String, percent: Int? = nil,
        evidence: [Evidence] = [], by officer: Officer
    ) throws -> String {
        let id = makeIdentifier()
        try run(
            """
            INSERT INTO entries (ward, id, occurrence, at, account, unit, kind, text, percent)
            VALUES (\(officer.ward), \(id), \(occurrence), \(now), \(officer.id), \(officer.unit),
                \(kind), \(text), \(percent))
            """)
        for (file, name) in try keep(evidence, by: officer) {
            try run(
                """
                INSERT INTO entry_files (ward, entry, file, name)
                VALUES (\(officer.ward), \(id), \(file), \(name))
                ON CONFLICT (ward, entry, file) DO NOTHING
                """)
        }
        return id
    }

    /// Keeps each content once, whoever gave it before.
    ///
    /// - Returns: file and name of each.
    func keep(_ evidence: [Evidence], by officer: Officer) throws -> [(file: String, name: String)]
    {
        guard evidence.count <= EvidenceKind.filesMax else {
            throw Problem(
                .tooLarge,
                "Mỗi lần gửi nhiều nhất \(EvidenceKind.filesMax) tệp. Hãy gửi làm nhiều lần.")
        }
        return try evidence.map { piece in
            let known: String? = try value(
                """
                SELECT id AS value FROM files
                WHERE ward = \(officer.ward) AND sha256 = \(Self.sha256(piece.bytes))
                    AND media_type = \(piece.mediaType)
                """)
            let file =
                try known
                ?? addFile(piece.bytes, name: piece.name, mediaType: piece.mediaType, by: officer)
            return (file, piece.name)
        }
    }
}

extension Problem {
    static let notYourWork = Problem(
        .forbidden,
        "Việc này không do đơn vị của bạn thực hiện. Hãy nhờ đơn vị chủ trì, hoặc báo Văn phòng nếu giao nhầm."
    )
}
