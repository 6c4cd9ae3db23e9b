/// How large the sample ward is.
struct SampleSize: Sendable {
    var groups: Int
    let facilities: Int
    let houses: Int
    let alleys: Int
    let water: Int
    /// Shares a number so that small wards have one of everything too.
    let inspections: Int

    /// A ward of a large city: the mean of Hà Nội has some 1,100 facilities.
    static let usual = SampleSize(
        groups: 45, facilities: 1_100, houses: 6_000, alleys: 300, water: 120, inspections: 320)

    /// Loads at once; for trying something out, and for tests.
    static let small = SampleSize(
        groups: 6, facilities: 72, houses: 60, alleys: 60, water: 36, inspections: 20)
}
