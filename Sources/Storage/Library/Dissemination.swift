package import Domain

/// What a unit did about a document: made it known, drew up a plan of its own.
package struct UnitFollowUp: Sendable {
    package let unit: String
    package let unitName: String
    /// Day, form, audience and heads of the latest dissemination.
    package let disseminatedOn: Day?
    package let form: String?
    package let headcount: Int?
    package let planNumber: String?
    package let planIssued: Day?
}

extension Transaction {
    /// Units `u` that make documents known and draw up plans of their own.
    static let isAskedToFollow: SQL = """
        u.ended_at IS NULL AND u.is_group = 0
            AND u.kind NOT IN ('external', 'facility', 'committee', 'council')
        """

    /// What each office and residential group of the ward did about a document.
    package func followUps(of document: String, for officer: Officer) throws -> [UnitFollowUp] {
        let mine: SQL = officer.may(.readAll) ? "1 = 1" : "u.id = \(officer.unit)"
        return try rows(
            """
            SELECT u.id, u.name, s.day, s.form, s.headcount, p.number, p.issued
            FROM units u
            LEFT JOIN disseminations s ON s.ward = u.ward AND s.unit = u.id
                AND s.document = \(document) AND s.id = (
                    SELECT MAX(l.id) FROM disseminations l
                    WHERE l.ward = u.ward AND l.unit = u.id AND l.document = \(document))
            LEFT JOIN unit_plans p ON p.ward = u.ward AND p.unit = u.id
                AND p.document = \(document) AND p.id = (
                    SELECT MAX(l.id) FROM unit_plans l
                    WHERE l.ward = u.ward AND l.unit = u.id AND l.document = \(document))
            WHERE u.ward = \(officer.ward) AND \(Self.isAskedToFollow) AND \(mine)
            ORDER BY u.position
            """
        ).map {
            UnitFollowUp(
                unit: $0["id"], unitName: $0["name"], disseminatedOn: $0["day"],
                form: $0["form"], headcount: $0["headcount"], planNumber: $0["number"],
                planIssued: $0["issued"])
        }
    }

    /// Records that a unit made a document known ("đã quán triệt").
    ///
    /// - Throws: `.forbidden` for another unit than the own one; `.invalid` for a day to come.
    package func addDissemination(
        of document: String, unit: String, on day: Day, form: String, audience: String,
        headcount: Int?, by officer: Officer
    ) throws {
        try requireOwn(unit, officer)
        _ = try self.document(document, for: officer)
        guard day <= today else {
            throw Problem(.invalid, "Ngày quán triệt chưa đến: \(day.vietnamese).")
        }
        guard !form.isEmpty else {
            throw Problem(
                .invalid, "Hãy ghi hình thức quán triệt.",
                refusals: ["form": "Hình thức chưa được nhập."])
        }
        guard headcount.map({ (0...Self.headcountMax).contains($0) }) ?? true else {
            throw Problem(.invalid, "Số người phải từ 0 đến \(Self.headcountMax).")
        }
        let id = makeIdentifier()
        try run(
            """
            INSERT INTO disseminations
                (ward, id, document, unit, day, form, audience, headcount, at, account)
            VALUES (\(officer.ward), \(id), \(document), \(unit), \(day), \(form), \(audience),
                \(headcount), \(now), \(officer.id))
            """)
        try record(
            "document.disseminate", "documents/\(document)",
            [JournalChange("unit", to: unit), JournalChange("day", to: day.iso)], by: officer)
    }

    /// Records the plan that a unit drew up under a document ("đã ban hành kế hoạch").
    package func addUnitPlan(
        under document: String, unit: String, number: String, issued: Day, by officer: Officer
    ) throws {
        try requireOwn(unit, officer)
        _ = try self.document(document, for: officer)
        guard !number.isEmpty else {
            throw Problem(
                .invalid, "Hãy ghi số, ký hiệu kế hoạch của đơn vị.",
                refusals: ["number": "Số, ký hiệu chưa được nhập."])
        }
        guard issued <= today else {
            throw Problem(.invalid, "Ngày ban hành chưa đến: \(issued.vietnamese).")
        }
        let id = makeIdentifier()
        try run(
            """
            INSERT INTO unit_plans (ward, id, document, unit, number, issued, at, account)
            VALUES (\(officer.ward), \(id), \(document), \(unit), \(number), \(issued), \(now),
                \(officer.id))
            """)
        try record(
            "document.unit_plan", "documents/\(document)",
            [JournalChange("unit", to: unit), JournalChange("number", to: number)], by: officer)
    }

    /// More people than any ward has; a slip of the finger is refused.
    private static var headcountMax: Int { 1_000_000 }

    private func requireOwn(_ unit: String, _ officer: Officer) throws {
        guard officer.may(.keepLibrary) || (officer.may(.reportWork) && officer.unit == unit)
        else {
            throw Problem(.forbidden, "Chỉ ghi được cho đơn vị của mình.")
        }
        let isThere: Int? = try value(
            """
            SELECT 1 AS value FROM units
            WHERE ward = \(officer.ward) AND id = \(unit) AND is_group = 0 AND ended_at IS NULL
            """)
        guard isThere != nil else { throw Problem(.notFound, "Không có đơn vị này.") }
    }
}
