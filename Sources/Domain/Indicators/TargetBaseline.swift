/// The list on which a target is measured, as it stood on a day (mẫu số chốt).
///
/// Plans count "of the list reported to the city": whoever comes later is no part of the share, and
/// whoever leaves stays in it; both are shown.
package struct TargetBaseline: Sendable, Equatable {
    /// A record of the list, or one that would be in it today.
    package struct Change: Sendable, Equatable {
        package let record: String
        package let name: String
        package let since: Day

        package init(record: String, name: String, since: Day) {
            self.record = record
            self.name = name
            self.since = since
        }
    }

    package let id: String
    package let target: String
    /// As of which the list stands.
    package let day: Day
    /// The document that has the list: «Phương án số 12/PA-UBND».
    package let basis: String
    /// Records, or what their field added up to.
    package let whole: Double
    package let records: Int

    package init(
        id: String, target: String, day: Day, basis: String, whole: Double, records: Int
    ) {
        self.id = id
        self.target = target
        self.day = day
        self.basis = basis
        self.whole = whole
        self.records = records
    }
}
