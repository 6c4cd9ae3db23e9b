/// Every kind of report, in the order in which a person is offered them.
package enum ReportKinds {
    package static let all: [ReportKind] = [
        .planYear, .halfYear, .adHoc, .policeTable, .preliminaryReview, .finalReview, .partyLine,
        .facilityHalfYear,
    ]

    private static let byKey = Dictionary(uniqueKeysWithValues: all.map { ($0.key, $0) })

    package static func named(_ key: String) -> ReportKind? { byKey[key] }
}
