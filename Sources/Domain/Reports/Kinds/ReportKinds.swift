/// Every kind of report, in the order in which a person is offered them.
package enum ReportKinds {
    package static let all: [ReportKind] = [
        .planYear, .halfYear, .adHoc, .policeTable, .preliminaryReview, .finalReview, .partyLine,
        .facilityHalfYear, .unitYear,
    ]

    /// Those that a person begins by setting a time; the others come with a period.
    package static let begun = all.filter { $0.subject != .duty && $0.subject != .unit }

    package static let unitYear = ReportKind.unitYear
    package static let facilityHalfYear = ReportKind.facilityHalfYear
    package static let planYear = ReportKind.planYear

    private static let byKey = Dictionary(uniqueKeysWithValues: all.map { ($0.key, $0) })

    package static func named(_ key: String) -> ReportKind? { byKey[key] }
}
