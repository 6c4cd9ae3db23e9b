import Domain
import Testing

@Suite struct `The class of a facility` {
    private static let today = Day(number: 20_785)  // 28/11/2026

    private static func rule(
        _ kind: Facilities.Kind, _ group: FacilityThresholds.Group,
        _ measure: FacilityThresholds.Measure, _ least: Double? = nil, only: String? = nil,
        from: String = "2025-07-01", until: String? = nil
    ) -> Record {
        let cells: [String: Cell?] = [
            "item": .text("Mục thử"), "kind": kind.cell, "hazard_group": group.cell,
            "measure": measure.cell, "least": least.map(Cell.real), "only_of": only.map(Cell.text),
            "valid_from": .text(from), "valid_until": until.map(Cell.text),
        ]
        return Record(id: "", version: 1, cells: cells.compactMapValues { $0 })
    }

    private static let rules = [
        rule(.apartments, .groupOne, .storeys, 7), rule(.apartments, .groupOne, .area, 3_000),
        rule(.apartments, .groupTwo, .storeys, 5), rule(.apartments, .groupTwo, .area, 1_000),
        rule(.apartments, .listed, .any), rule(.lodging, .listed, .storeys, 2),
        rule(.combined, .groupTwo, .businessArea, 200), rule(.combined, .listed, .businessArea, 50),
        rule(.warehouse, .groupTwo, .area, 200, only: "A, B, C"),
        rule(.warehouse, .listed, .area, 500, only: "D, E"),
        rule(.warehouse, .listed, .any, only: "A, B, C"),
    ]

    private func derived(
        _ texts: [String: String], rules: [Record] = rules
    ) throws -> (hazard: Facilities.HazardGroup?, manager: Facilities.Manager?, reason: String) {
        let named = ["name": "Cơ sở", "address": "Phố", "state": "working"]
        var cells = try Facilities.description.read(named.merging(texts) { $1 })
        let hazard = FacilityClass.hazard.derive(cells, rules, Self.today)
        cells["hazard_group"] = hazard?.cell
        let manager = FacilityClass.manager.derive(cells, [], Self.today)
        return (
            hazard.flatMap { .init(cell: $0.cell) }, manager.flatMap { .init(cell: $0.cell) },
            hazard?.reason ?? ""
        )
    }

    @Test(arguments: [
        (["area_m2": "3000", "storeys": "2"], Facilities.HazardGroup.groupOne),
        (["area_m2": "2999", "storeys": "7"], .groupOne),
        (["area_m2": "2999", "storeys": "6"], .groupTwo),
        (["area_m2": "999", "storeys": "5"], .groupTwo),
        (["area_m2": "999", "storeys": "4"], .listed),
    ])
    func `is the most dangerous whose threshold is reached`(
        texts: [String: String], expected: Facilities.HazardGroup
    ) throws {
        let found = try derived(texts.merging(["kind": "apartments"]) { $1 })
        #expect(found.hazard == expected)
        #expect(found.manager == (expected == .listed ? .committee : .police))
    }

    @Test func `is said with the size that decides`() throws {
        let found = try derived(["kind": "apartments", "storeys": "9"])
        #expect(found.reason == "Mục thử: từ 7 tầng, cơ sở có 9.")
    }

    @Test func `is not guessed while a size that decides is missing`() throws {
        let found = try derived(["kind": "apartments", "storeys": "4"])
        #expect(found.hazard == nil)
        #expect(found.manager == nil)
        #expect(found.reason == "Chưa tính được: thiếu diện tích sử dụng (m²).")
    }

    @Test func `is not guessed where a list has no row for the kind`() throws {
        let found = try derived(["kind": "lodging", "storeys": "9"])
        #expect(found.hazard == nil)
        #expect(found.reason.contains("chưa có đủ ngưỡng"))
    }

    @Test func `is none below every threshold`() throws {
        let found = try derived(["kind": "combined", "business_area_m2": "49"])
        #expect(found.hazard == .unlisted)
        #expect(found.manager == nil)
    }

    @Test(arguments: [("a", "200", "group_two"), ("c", "199", "listed"), ("d", "500", "listed")])
    func `asks the fire class where a row does`(
        fireClass: String, area: String, expected: String
    ) throws {
        let found = try derived([
            "kind": "warehouse", "fire_class": fireClass, "area_m2": area,
        ])
        #expect(found.hazard?.rawValue == expected)
        #expect(try derived(["kind": "warehouse", "area_m2": area]).hazard == nil)
    }

    @Test func `follows the rules of the day`() throws {
        let texts = ["kind": "combined", "business_area_m2": "100"]
        let old = Self.rule(.combined, .groupTwo, .businessArea, 90, until: "2026-11-27")
        let next = Self.rule(.combined, .groupTwo, .businessArea, 90, from: "2026-11-29")
        #expect(try derived(texts, rules: Self.rules + [old, next]).hazard == .listed)
        let present = Self.rule(.combined, .groupTwo, .businessArea, 90, until: "2026-11-28")
        #expect(try derived(texts, rules: Self.rules + [present]).hazard == .groupTwo)
    }

    @Test
    func `gives way to a documented delegation, and to a list alone only where nothing follows`()
        throws
    {
        let large = ["kind": "apartments", "area_m2": "5000", "storeys": "9"]
        #expect(try derived(large.merging(["manager": "committee"]) { $1 }).manager == .police)
        let documented = large.merging([
            "manager": "committee", "manager_basis": "Quyết định 12/QĐ-UBND",
        ]) { $1 }
        #expect(try derived(documented).manager == .committee)
        #expect(try derived(["kind": "lodging", "manager": "police"]).manager == .police)
    }
}
