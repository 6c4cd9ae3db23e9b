package import Domain

extension Review.Kind: SQLConvertible {}

/// A review as it is kept.
package struct StoredReview: Sendable, Equatable {
    package let id: String
    package let plan: String
    package let planTitle: String
    package let unit: String
    package let unitName: String
    package let content: Review
    package let version: Int

    static let columns: SQL = """
        r.id, r.plan, r.unit, r.kind, r.day, r.findings, r.measures, r.version,
        n.title AS plan_title, u.name AS unit_name
        """

    static let joins: SQL = """
        reviews r
        JOIN plans n ON n.ward = r.ward AND n.id = r.plan
        JOIN units u ON u.ward = r.ward AND u.id = r.unit
        """

    init(_ row: Row) {
        id = row["id"]
        plan = row["plan"]
        planTitle = row["plan_title"]
        unit = row["unit"]
        unitName = row["unit_name"]
        content = Review(
            kind: row["kind"], day: row["day"], findings: row["findings"],
            measures: row["measures"])
        version = row["version"]
    }
}

/// Reviews of plans (sơ kết, tổng kết): a unit records its own, who drafts reports those of all.
extension Transaction {
    /// How many reviews a list shows at once.
    package static var reviewsMax: Int { 200 }

    /// Reviews that the officer may see, the latest first: of who does not read all, those of the
    /// own unit.
    package func reviews(for officer: Officer) throws -> [StoredReview] {
        try rows(
            """
            SELECT \(StoredReview.columns) FROM \(StoredReview.joins)
            WHERE r.ward = \(officer.ward) AND \(visibleReviews(for: officer))
            ORDER BY r.day DESC, r.id DESC
            LIMIT \(Self.reviewsMax)
            """
        ).map(StoredReview.init)
    }

    /// - Throws: `.notFound` for a review that is not there, or not for this officer.
    package func review(_ id: String, for officer: Officer) throws -> StoredReview {
        let found = try row(
            """
            SELECT \(StoredReview.columns) FROM \(StoredReview.joins)
            WHERE r.ward = \(officer.ward) AND r.id = \(id) AND \(visibleReviews(for: officer))
            """)
        guard let found else {
            throw Problem(.notFound, "Không có cuộc sơ kết, tổng kết này.")
        }
        return StoredReview(found)
    }

    private func visibleReviews(for officer: Officer) -> SQL {
        officer.may(.readAll) ? "1 = 1" : "r.unit = \(officer.unit ?? "")"
    }

    /// The units for which an officer may record a review.
    package func reviewingUnits(for officer: Officer) throws -> [Unit] {
        let all = try units(of: officer.ward).filter { !$0.isGroup }
        if officer.may(.draftReports) { return all }
        return officer.may(.reportWork) ? all.filter { $0.id == officer.unit } : []
    }

    /// Records a review that a unit held.
    ///
    /// - Throws: `.forbidden` for another unit than the own one; `.conflict` for the same review
    ///   again, or a plan that is no longer carried out.
    /// - Returns: its identifier.
    @discardableResult
    package func addReview(
        _ content: Review, ofPlan plan: String, unit: String, by officer: Officer
    ) throws -> String {
        try requireReviewer(of: unit, officer)
        try content.check(today: today)
        let plan = try self.plan(plan, for: officer)
        guard plan.status != .draft else {
            throw Problem(.conflict, "Kế hoạch chưa được xác nhận; chưa có gì để sơ kết.")
        }
        let id = makeIdentifier()
        try run(
            """
            INSERT INTO reviews
                (ward, id, plan, unit, kind, day, findings, measures, recorded_at, recorded_by)
            VALUES (\(officer.ward), \(id), \(plan.id), \(unit), \(content.kind),
                \(content.day), \(content.findings), \(content.measures), \(now), \(officer.id))
            """)
        try record(
            "review.add", "reviews/\(id)",
            [JournalChange("unit", to: unit)] + Self.differences(nil, content), by: officer)
        return id
    }

    /// Corrects what was recorded.
    ///
    /// - Throws: `.conflict` when somebody else changed it since `version`.
    package func changeReview(
        _ id: String, to content: Review, version: Int, by officer: Officer
    ) throws {
        let before = try review(id, for: officer)
        try requireReviewer(of: before.unit, officer)
        try content.check(today: today)
        let changed = try run(
            """
            UPDATE reviews SET kind = \(content.kind), day = \(content.day),
                findings = \(content.findings), measures = \(content.measures),
                version = version + 1
            WHERE ward = \(officer.ward) AND id = \(id) AND version = \(version)
            """)
        guard changed == 1 else { throw Problem.changedMeanwhile }
        try record(
            "review.change", "reviews/\(id)", Self.differences(before.content, content),
            by: officer)
    }

    private func requireReviewer(of unit: String, _ officer: Officer) throws {
        guard try reviewingUnits(for: officer).contains(where: { $0.id == unit }) else {
            throw Problem(.forbidden, "Chỉ ghi được sơ kết, tổng kết của đơn vị mình.")
        }
    }

    private static func differences(_ before: Review?, _ after: Review) -> [JournalChange] {
        let pairs: [(String, String?, String)] = [
            ("kind", before?.kind.rawValue, after.kind.rawValue),
            ("day", before?.day.iso, after.day.iso),
            ("findings", before?.findings, after.findings),
            ("measures", before?.measures, after.measures),
        ]
        return pairs.filter { $0.1 != $0.2 }.map { JournalChange($0.0, from: $0.1, to: $0.2) }
    }

    /// The reviews of a plan within the time that a report tells of.
    func reviews(in span: ReportSpan) throws -> [ReportedReview] {
        try rows(
            """
            SELECT \(StoredReview.columns) FROM \(StoredReview.joins)
            WHERE r.ward = \(span.ward) AND r.plan = \(span.plan)
                AND r.day >= \(span.from) AND r.day <= \(span.to) AND \(span.isUnit("r.unit"))
            ORDER BY r.day, u.position, r.id
            """
        ).map { row in
            let review = StoredReview(row)
            return ReportedReview(
                unit: review.unitName, review: review.content, origin: .review(review.id))
        }
    }
}
