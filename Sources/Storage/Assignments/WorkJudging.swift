package import Domain

/// What the assigning body says of work: acceptance, return, excuse, questions, urging.
extension Transaction {
    /// Accepts what was handed in.
    package func acceptWork(_ id: String, note: String, version: Int, by officer: Officer) throws {
        try submittedWork(id, for: officer)
        try changeOccurrence(id, "accepted_at = \(now)", version: version, by: officer)
        try addEntry(.acceptance, to: id, text: note, by: officer)
        try record(
            "work.accept", "occurrences/\(id)",
            [JournalChange("accepted_at", to: "\(now.milliseconds)")], by: officer)
    }

    /// Gives the work back with the reason; it is open again.
    package func returnWork(_ id: String, reason: String, version: Int, by officer: Officer) throws
    {
        let work = try submittedWork(id, for: officer)
        try Self.demand(reason, "reason", "Hãy ghi lý do trả lại để đơn vị biết cần làm gì.")
        let percent = try percentBeforeSubmission(of: id, ward: officer.ward)
        try changeOccurrence(
            id, "submitted_at = NULL, percent = \(percent)", version: version, by: officer)
        try addEntry(.return, to: id, text: reason, by: officer)
        try record(
            "work.return", "occurrences/\(id)",
            [
                JournalChange(
                    "submitted_at", from: work.submittedAt.map { "\($0.milliseconds)" }, to: nil),
                JournalChange("percent", from: "\(work.row.facts.percent)", to: "\(percent)"),
                JournalChange("reason", to: reason),
            ], by: officer)
    }

    /// What the lead unit last said itself; nothing is made up.
    func percentBeforeSubmission(of id: String, ward: String) throws -> Int {
        try value(
            """
            SELECT percent AS value FROM entries
            WHERE ward = \(ward) AND occurrence = \(id) AND kind = 'progress'
                AND percent IS NOT NULL
            ORDER BY at DESC, id DESC
            LIMIT 1
            """) ?? 0
    }

    /// Lets a time of the work go, with the reason; until then a missed one stays as a debt.
    package func excuseWork(
        _ id: String, reason: String, evidence: [Evidence] = [], version: Int, by officer: Officer
    ) throws {
        let work = try openWork(id, for: officer)
        try require(work.rights.mayAccept)
        try Self.demand(reason, "reason", "Hãy ghi lý do miễn, kèm văn bản chỉ đạo nếu có.")
        try changeOccurrence(id, "excused_at = \(now)", version: version, by: officer)
        try addEntry(.excuse, to: id, text: reason, evidence: evidence, by: officer)
        try record(
            "work.excuse", "occurrences/\(id)", [JournalChange("reason", to: reason)], by: officer)
    }

    /// Follows up (theo dõi, hướng dẫn, đôn đốc, kiểm tra).
    package func urgeWork(_ id: String, text: String, by officer: Officer) throws {
        let work = try openWork(id, for: officer)
        try require(work.rights.mayUrge)
        try Self.demand(text, "urging", "Hãy ghi nội dung đôn đốc.")
        try addEntry(.urging, to: id, text: text, by: officer)
        try record("work.urge", "occurrences/\(id)", [JournalChange("text", to: text)], by: officer)
    }

    /// Asks the lead unit for an explanation by a day.
    ///
    /// - Returns: identifier of the explanation.
    @discardableResult
    package func questionWork(
        _ id: String, question: String, due: Day, by officer: Officer
    ) throws -> String {
        let work = try workDetail(id, for: officer)
        try require(work.rights.mayQuestion)
        guard let lead = work.row.lead else {
            throw Problem(
                .conflict, "Việc này chưa có đơn vị chủ trì để giải trình. Hãy chọn chủ trì trước.")
        }
        try Self.demand(question, "question", "Hãy ghi điều cần giải trình.")
        guard due >= today else {
            throw Problem(
                .invalid, "Hạn trả lời phải từ hôm nay trở đi.",
                refusals: ["due": "Hãy chọn ngày từ \(today.vietnamese) trở đi."])
        }
        let explanation = makeIdentifier()
        try run(
            """
            INSERT INTO explanations
                (ward, id, occurrence, asked_at, asked_by, asked_of, question, due)
            VALUES (\(officer.ward), \(explanation), \(id), \(now), \(officer.id), \(lead),
                \(question), \(due))
            """)
        try addEntry(.question, to: id, text: question, by: officer)
        try record(
            "work.question", "explanations/\(explanation)",
            [JournalChange("occurrence", to: id), JournalChange("question", to: question)],
            by: officer)
        return explanation
    }

    /// Says whether an explanation is accepted.
    package func settleExplanation(
        _ id: String, isAccepted: Bool, by officer: Officer
    ) throws {
        let found = try explanation(id, for: officer)
        let work = try workDetail(found.occurrence, for: officer)
        guard work.rights.mayAccept || found.askedBy == officer.id else {
            throw Problem.notForYou
        }
        let verdict = isAccepted ? "accepted" : "refused"
        let changed = try run(
            """
            UPDATE explanations
            SET verdict = \(verdict), settled_at = \(now), settled_by = \(officer.id),
                version = version + 1
            WHERE ward = \(officer.ward) AND id = \(id) AND answered_at IS NOT NULL
                AND settled_at IS NULL
            """)
        guard changed == 1 else { throw Problem.changedMeanwhile }
        try record(
            "work.settle", "explanations/\(id)", [JournalChange("verdict", to: verdict)],
            by: officer)
    }

    @discardableResult
    private func submittedWork(_ id: String, for officer: Officer) throws -> WorkDetail {
        let work = try openWork(id, for: officer)
        try officer.require(.acceptWork)
        guard work.rights.mayAccept else {
            throw Problem(
                .forbidden,
                "Đơn vị không tự xác nhận việc của mình. Hãy để Chủ tịch, Phó Chủ tịch hoặc cơ quan giao việc xác nhận."
            )
        }
        guard work.row.status == .waiting else {
            throw Problem(.conflict, "Việc này chưa được báo cáo hoàn thành. Hãy tải lại trang.")
        }
        return work
    }

    private func require(_ right: Bool) throws { if !right { throw Problem.notForYou } }

    static func demand(_ text: String, _ field: String, _ words: String) throws {
        guard text.isEmpty else { return }
        throw Problem(.invalid, words, refusals: [field: words])
    }
}

extension Problem {
    static let notForYou = Problem(
        .forbidden, "Vai trò của bạn không được làm việc này. Hãy nhờ Văn phòng hoặc lãnh đạo.")
}
