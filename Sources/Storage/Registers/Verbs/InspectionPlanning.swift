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

    /// The periodic visits that the register holds for a year, as its plan lists them.
    package func plannedInspections(
        year: Int, for officer: Officer
    ) throws -> [InspectionPlanDocument.Line] {
        let register = Inspections.description
        guard let first = Day(year: year, month: 1, day: 1),
            let next = Day(year: year + 1, month: 1, day: 1)
        else { return [] }
        var filter = RecordFilter()
        filter.condition =
            Inspections.kind == .periodic && Inspections.stage != .cancelled
            && Inspections.planned >= first && Inspections.planned < next
        let visits = try records(
            of: register, filter, for: officer, limit: Int(Int32.max)
        ).records
        let names = try cellNames(of: visits, in: register, for: officer)
        let facilities = try records(
            withIDs: Array(Set(visits.compactMap { $0[Inspections.facility]?.id })),
            of: Facilities.description, for: officer)
        let byID = Dictionary(uniqueKeysWithValues: facilities.map { ($0.id, $0) })
        return visits.compactMap { visit in
            guard let day = visit[Inspections.planned],
                let facility = visit[Inspections.facility].flatMap({ byID[$0.id] })
            else { return nil }
            let units = [visit[Inspections.dutiesUnit], visit[Inspections.buildingUnit]]
            return .init(
                facility: facility[Facilities.name] ?? "",
                address: facility[Facilities.address] ?? "", day: day,
                units: units.compactMap { $0.flatMap { names[$0.id]?.full } })
        }
    }
}
