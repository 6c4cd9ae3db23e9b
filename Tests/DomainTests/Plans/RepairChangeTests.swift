import Domain
import Testing

@Suite struct `A suggested repair` {
    private let repair = SuggestedRepair(line: 3, found: "Tô liên", suggestion: "Tổ liên")

    @Test func `mends whole words, each time that they stand`() {
        #expect(repair.mended("Các Tô liên gia, Tô liên") == "Các Tổ liên gia, Tổ liên")
        #expect(repair.mended("Tô liêng") == nil)
        #expect(repair.mended("xTô liên") == nil)
        #expect(repair.mended("Tô liêng, Tô liên") == "Tô liêng, Tổ liên")
        #expect(repair.mended("") == nil)
    }

    @Test func `changes what bears the damage, and nothing else`() {
        let plan = Plan(
            id: "1", kind: "plan", number: nil, numberSuffix: "/KH-UBND",
            title: "Xây dựng Tô liên gia", issuer: "UBND phường", place: nil, issued: nil,
            status: .draft, currentVersion: 1, createdAt: Instant(milliseconds: 0),
            confirmedAt: nil, version: 1)
        #expect(
            repair.changes(in: plan) == [
                RepairChange(
                    field: "title", before: "Xây dựng Tô liên gia", after: "Xây dựng Tổ liên gia")
            ])
        let number = SuggestedRepair(line: 1, found: "/KH-UBND", suggestion: "/KH-UBND")
        #expect(number.changes(in: plan).map(\.field) == ["number_suffix"])
    }

    @Test func `mends the names of units and keeps their binding`() {
        let units = [
            TaskUnit(role: .lead, name: "Các Tô liên gia", unit: nil),
            TaskUnit(role: .coordinate, name: "Công an phường", unit: "u1"),
        ]
        #expect(repair.mended(units)?.map(\.name) == ["Các Tổ liên gia", "Công an phường"])
        #expect(repair.mended(units)?.map(\.unit) == [nil, "u1"])
        #expect(repair.mended([units[1]]) == nil)
    }
}
