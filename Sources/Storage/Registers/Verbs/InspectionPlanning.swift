package import Domain

extension Transaction {
    /// Visits that the plan of a year would hold, as the registers stand now.
    package func laidInspections(
        year: Int, for officer: Officer
    ) throws -> [InspectionPlan.Visit] {
        var filter = RecordFilter()
        filter.condition = Facilities.managedBy == .committee && Facilities.state != .stopped
        let facilities = try records(
            of: Facilities.description, filter, for: officer, limit: Int(Int32.max)
        ).records
        let (first, last) = ("\(year)-01-01", "\(year)-12-31")
        let planned = try rows(
            """
            SELECT facility FROM inspections
            WHERE ward = \(officer.ward) AND ended_at IS NULL AND kind = 'periodic'
                AND stage <> 'cancelled' AND planned_on >= \(first) AND planned_on <= \(last)
            """
        ).map { $0["facility"] as String }
        let holidays = try records(
            of: Holidays.description, RecordFilter(), for: officer, limit: Int(Int32.max)
        ).records.compactMap { $0[Holidays.day] }
        return InspectionPlan.lay(
            facilities, year: year, planned: Set(planned), holidays: Set(holidays), today: today)
    }

    /// Puts the visits of a year into the register.
    ///
    /// - Parameters:
    ///   - dutiesUnit, buildingUnit: the bodies that answer for the sections.
    ///   - seen: how many visits the person saw.
    /// - Throws: `.conflict` when they are others by now.
    package func planInspections(
        year: Int, dutiesUnit: String, buildingUnit: String, seen: Int, by officer: Officer
    ) throws {
        let register = Inspections.description
        let visits = try laidInspections(year: year, for: officer)
        guard visits.count == seen else {
            throw Problem(
                .conflict,
                "Sổ cơ sở vừa thay đổi nên kế hoạch đã khác. Hãy xem lại rồi lập kế hoạch.")
        }
        for visit in visits {
            let cells: [String: Cell] = [
                "facility": .text(visit.facility.id), "kind": Inspections.Kind.periodic.cell,
                "planned_on": visit.day.cell, "duties_unit": .text(dutiesUnit),
                "building_unit": .text(buildingUnit),
            ]
            try addRecord(cells, to: register, by: officer)
        }
        try record(
            "inspection.plan", "years/\(year)", [JournalChange("visits", to: "\(visits.count)")],
            by: officer)
    }
}
