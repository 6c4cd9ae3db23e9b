package import Domain

extension Transaction {
    /// Gives the incident of a case, where there is one, a moment of the response; the first counts.
    func fillIncident(
        of found: AlarmCase, _ field: Field<Moment>?, by officer: Officer
    ) throws {
        let register = Incidents.description
        guard let incident = found.incident, let field,
            register.access.writers.contains(officer.role)
        else { return }
        let record = try record(incident, of: register, for: officer)
        guard record[field] == nil else { return }
        var cells = record.cells
        cells[field.key] = now.moment.cell
        try changeRecord(incident, to: cells, of: register, version: record.version, by: officer)
    }

    /// Makes the record of an incident from an alarm; one alarm has one at most.
    ///
    /// - Returns: the identifier of the record.
    @discardableResult
    package func openIncident(of id: String, by officer: Officer) throws -> String {
        let found = try openCase(id, by: officer)
        if let incident = found.incident { return incident }
        guard found.kind == .alarm else {
            throw Problem(.invalid, "Mất tín hiệu không phải là vụ cháy.")
        }
        let register = Incidents.description
        var cells = try register.read([
            Incidents.name.key: "Báo cháy tại \(found.siteName ?? "cơ sở")",
            Incidents.kind.key: Incidents.Kind.fire.rawValue,
            Incidents.newsFrom.key: (found.source?.ofIncident ?? .device).rawValue,
            Incidents.address.key: found.address ?? found.place ?? "",
            Incidents.facility.key: found.facility ?? "",
            Incidents.reported.key: found.openedAt.moment.cell.plain,
        ])
        cells[Incidents.discovered.key] = found.openedAt.moment.cell
        if let told = found.told { cells[Incidents.forwarded.key] = told.at.moment.cell }
        if let point = found.point {
            cells[Place.latitudeKey] = .real(point.latitude)
            cells[Place.longitudeKey] = .real(point.longitude)
        }
        if let group = found.group { cells[Incidents.group.key] = .text(group) }
        if let facility = found.facility {
            let place = try record(facility, of: Facilities.description, for: officer).cells
            for key in [Place.latitudeKey, Place.longitudeKey, Incidents.group.key] {
                if let cell = place[key], !cell.isEmpty { cells[key] = cell }
            }
        }
        if let kind = found.facilityKind {
            cells[Incidents.premises.key] = Incidents.Premises(of: kind).cell
        }
        for (mark, at) in try firstMarks(of: id, for: officer) {
            if let field = mark.incidentField { cells[field.key] = at.moment.cell }
        }
        let record = try addRecord(cells, to: register, by: officer)
        try answer(
            verb: "alarm.incident", .incident, id, [JournalChange("record", to: record)],
            "incident = \(record), changed_at = \(now)", where: "incident IS NULL",
            words: record, by: officer)
        return record
    }

    /// Moments that were marked, the first of each.
    private func firstMarks(
        of id: String, for officer: Officer
    ) throws -> [AlarmMark: Instant] {
        var marks: [AlarmMark: Instant] = [:]
        for step in try alarmSteps(of: id, for: officer) where step.kind == .marked {
            guard let mark = step.words.flatMap(AlarmMark.init(rawValue:)) else { continue }
            marks[mark] = min(marks[mark] ?? step.at, step.at)
        }
        return marks
    }

    /// What the incident of a case still lacks, as the register asks for it.
    package func incidentGaps(of found: AlarmCase, for officer: Officer) throws -> [String] {
        guard let incident = found.incident else { return [] }
        let register = Incidents.description
        let record = try record(incident, of: register, for: officer)
        return register.fields.filter { field in
            (record.cells[field.key] ?? .empty).isEmpty
                && field.wanted?.holds(for: record.cells) == true
        }.map(\.label)
    }
}
