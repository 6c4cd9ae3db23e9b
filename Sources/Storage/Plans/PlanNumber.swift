package import Domain

extension Transaction {
    /// Completes or corrects the head of a plan; nothing else changes.
    ///
    /// - Throws: `.conflict` when another plan bears the same number, day and issuer, or when
    ///   somebody else wrote in the meantime.
    package func numberPlan(
        _ id: String, version: Int, _ numbering: PlanNumbering, by officer: Officer
    ) throws {
        try officer.require(.runPlans)
        let plan = try plan(id, for: officer)
        let names =
            numbering.names
            ?? PlanNumbering.Names(issuer: plan.issuer, place: plan.place, title: plan.title)
        // What is still blank keeps the month that the text shows.
        let issued = numbering.day?.iso ?? plan.issued.map { String($0.prefix(7)) }
        if let number = numbering.number {
            let other = try row(
                """
                SELECT id FROM plans
                WHERE ward = \(officer.ward) AND id <> \(id) AND number = \(number)
                    AND COALESCE(issued, '') = \(issued ?? "")
                    AND COALESCE(issuer, '') = \(names.issuer ?? "")
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
                issuer = \(names.issuer), place = \(names.place), title = \(names.title),
                search = \(Self.search(number: numbering.number, title: names.title, issuer: names.issuer)),
                version = version + 1
            WHERE ward = \(officer.ward) AND id = \(id) AND version = \(version)
            """)
        guard changed == 1 else { throw Problem.changedMeanwhile }
        let named: [(String, String?, String?)] = [
            ("issuer", plan.issuer, names.issuer), ("place", plan.place, names.place),
            ("title", plan.title, names.title),
        ]
        try record(
            "plan.number", "plans/\(id)",
            [
                JournalChange("number", from: plan.number, to: numbering.number),
                JournalChange("issued", from: plan.issued, to: issued),
            ]
                + named.filter { $0.1 != $0.2 }.map { JournalChange($0.0, from: $0.1, to: $0.2) },
            by: officer)
        try catalogueIfNumbered(id, by: officer)
        try takeReportDuties(ofPlan: id, by: officer)
    }
}
