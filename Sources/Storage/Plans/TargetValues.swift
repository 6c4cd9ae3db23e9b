package import Domain

/// A value of a target that somebody reported, with what proves it.
package struct TargetValue: Sendable {
    package let id: String
    package let target: String
    package let day: Day
    package let value: Double
    package let note: String
    /// Identifier of the evidence.
    package let file: String?
    package let fileName: String?
    package let author: String?
    package let at: Instant
}

extension Transaction {
    /// The reported values of some targets, the latest first; what was withdrawn is none.
    package func values(ofTargets targets: [String], ward: String) throws -> [TargetValue] {
        try rows(
            """
            SELECT v.id, v.target, v.day, v.value, v.note, v.file, f.name AS file_name,
                a.name AS author, v.at
            FROM target_values v
            LEFT JOIN files f ON f.ward = v.ward AND f.id = v.file
            LEFT JOIN accounts a ON a.ward = v.ward AND a.id = v.account
            WHERE v.ward = \(ward) AND v.target IN \(SQL.list(targets))
                AND v.withdrawn_at IS NULL
            ORDER BY v.day DESC, v.at DESC, v.id DESC
            """
        ).map {
            TargetValue(
                id: $0["id"], target: $0["target"], day: $0["day"], value: $0["value"],
                note: $0["note"], file: $0["file"], fileName: $0["file_name"],
                author: $0["author"], at: $0["at"])
        }
    }

    /// Reports the value of a target on a day.
    ///
    /// Those who run plans may, and the units that lead or take part in its task.
    ///
    /// - Throws: `.forbidden` for others; `.invalid` for a day to come, or what cannot be.
    package func reportTarget(
        _ id: String, of plan: String, day: Day, value: Double, note: String,
        evidence: Evidence?, by officer: Officer
    ) throws {
        let standing = try reportableTarget(id, of: plan, for: officer)
        if let measure = standing.measure {
            throw Problem(
                .conflict,
                "Chỉ tiêu này được tính từ sổ («\(measure.indicator.title)»), không ghi bằng tay. Hãy sửa các mục trong sổ, hoặc bỏ cách tính ấy trước."
            )
        }
        if let refusal = standing.target.refusal(of: value) {
            throw Problem(.invalid, refusal, refusals: ["value": refusal])
        }
        guard day <= today else {
            throw Problem(
                .invalid, "Ngày của số liệu chưa đến.",
                refusals: ["day": "Hãy chọn ngày hôm nay hoặc trước đó."])
        }
        let file = try evidence.flatMap { try keep([$0], by: officer).first?.file }
        try run(
            """
            INSERT INTO target_values (ward, id, target, day, value, note, file, at, account)
            VALUES (\(officer.ward), \(makeIdentifier()), \(id), \(day), \(value), \(note),
                \(file), \(now), \(officer.id))
            """)
        touched.note(Self.targetRegister, ward: officer.ward)
        try record(
            "target.report", "targets/\(id)",
            [
                JournalChange("value", from: standing.latest.map { "\($0.value)" }, to: "\(value)"),
                JournalChange("day", to: day.iso),
            ], by: officer)
    }

    /// Takes back a value that was reported by mistake; its row stays, and counts no more.
    package func withdrawValue(
        _ id: String, ofTarget target: String, of plan: String, by officer: Officer
    ) throws {
        _ = try reportableTarget(target, of: plan, for: officer)
        let found = try values(ofTargets: [target], ward: officer.ward).first { $0.id == id }
        guard let found else {
            throw Problem(.notFound, "Số liệu này đã được rút. Hãy tải lại trang.")
        }
        try run(
            """
            UPDATE target_values SET withdrawn_at = \(now), withdrawn_by = \(officer.id)
            WHERE ward = \(officer.ward) AND id = \(id)
            """)
        touched.note(Self.targetRegister, ward: officer.ward)
        try record(
            "target.withdraw", "targets/\(target)",
            [
                JournalChange("value", from: "\(found.value)", to: nil),
                JournalChange("day", from: found.day.iso, to: nil),
            ], by: officer)
    }

    private func reportableTarget(
        _ id: String, of plan: String, for officer: Officer
    ) throws -> TargetStanding {
        let standing = try target(id, of: try self.plan(plan, for: officer), for: officer)
        guard try mayReport(standing.target, officer) else {
            throw Problem(
                .forbidden,
                "Chỉ đơn vị thực hiện nhiệm vụ này hoặc người điều hành kế hoạch được báo số liệu.")
        }
        return standing
    }

    /// Whether the officer may report values of this target.
    package func mayReport(_ target: TaskTarget, _ officer: Officer) throws -> Bool {
        if officer.may(.runPlans) { return true }
        guard officer.may(.reportWork), let unit = officer.unit else { return false }
        let found: Int? = try value(
            """
            SELECT COUNT(*) AS value FROM assignments a
            JOIN assignment_units u ON u.ward = a.ward AND u.assignment = a.id
            WHERE a.ward = \(officer.ward) AND a.task = \(target.task) AND a.ended_at IS NULL
                AND u.unit = \(unit)
            """)
        return (found ?? 0) > 0
    }
}
