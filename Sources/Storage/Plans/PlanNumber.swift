package import Domain

extension Transaction {
    /// Completes or corrects number and day of a plan; nothing else changes.
    ///
    /// - Throws: `.conflict` when another plan bears the same number, day and issuer, or when
    ///   somebody else wrote in the meantime.
    package func numberPlan(
        _ id: String, version: Int, _ numbering: PlanNumbering, by officer: Officer
    ) throws {
        try officer.require(.runPlans)
        let plan = try plan(id, for: officer)
        // What is still blank keeps the month that the text shows.
        let issued = numbering.day?.iso ?? plan.issued.map { String($0.prefix(7)) }
        if let number = numbering.number {
            let other = try row(
                """
                SELECT id FROM plans
                WHERE ward = \(officer.ward) AND id <> \(id) AND number = \(number)
                    AND COALESCE(issued, '') = \(issued ?? "")
                    AND COALESCE(issuer, '') = \(plan.issuer ?? "")
                """)
            guard other == nil else {
                throw Problem(
                    .conflict,
                    "Đã có kế hoạch khác cùng số \(number), cùng ngày và cơ quan ban hành. Hãy kiểm tra lại số.",
                    refusals: ["number": "Số này đã được dùng."])
            }
        }
        let changed = try run(
            """
            UPDATE plans SET number = \(numbering.number), issued = \(issued),
                search = \(Self.search(number: numbering.number, title: plan.title, issuer: plan.issuer)),
                version = version + 1
            WHERE ward = \(officer.ward) AND id = \(id) AND version = \(version)
            """)
        guard changed == 1 else { throw Problem.changedMeanwhile }
        try record(
            "plan.number", "plans/\(id)",
            [
                JournalChange("number", from: plan.number, to: numbering.number),
                JournalChange("issued", from: plan.issued, to: issued),
            ], by: officer)
        try catalogueIfNumbered(id, by: officer)
        try takeReportDuties(ofPlan: id, by: officer)
    }
}
