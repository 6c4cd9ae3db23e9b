import Domain

/// What the registers hold of one facility, for its own report.
extension Transaction {
    /// - Throws: `.notFound` for a facility that is not there, or not for this officer.
    func facilityFacts(
        _ id: String, from: Day, to: Day, for officer: Officer
    ) throws -> ReportedFacility {
        let register = Facilities.description
        let facility = try record(id, of: register, for: officer)
        let names = try cellNames(of: [facility], in: register, for: officer)
        let details = Self.reportedFields.map { field in
            let cell = facility.cells[field.key] ?? .empty
            return ReportedFacility.Detail(
                field.label,
                cell.isEmpty
                    ? nil
                    : names.shown(cell, field).split(whereSeparator: \.isNewline).joined(
                        separator: "; "))
        }
        let events = try Self.reportedEvents.flatMap { event in
            try self.events(event, of: id, from: from, to: to, ward: officer.ward)
        }
        return ReportedFacility(
            id: id, name: facility[Facilities.name] ?? "", details: details,
            events: events.sorted { ($0.day, $0.words) < ($1.day, $1.words) })
    }

    private static let reportedFields: [any FieldDescription] = [
        Facilities.address, Facilities.business, Facilities.head, Facilities.team,
        Facilities.equipment, Facilities.systems, Facilities.hasFile, Facilities.isConnected,
        Facilities.insuredUntil,
    ]

    /// What of a register is told, by which of its fields.
    private struct EventSource: Sendable {
        let kind: ReportedFacility.Event.Kind
        let register: RegisterDescription
        let day: String
        let facility: String
        let words: @Sendable (Record) -> String
    }

    private static let reportedEvents: [EventSource] = [
        EventSource(
            kind: .selfInspection, register: SelfInspections.description,
            day: SelfInspections.day.key, facility: SelfInspections.facility.key
        ) { check in
            let found = check[SelfInspections.findings]?.text ?? "không phát hiện tồn tại"
            let mended = check[SelfInspections.mended].map {
                ", khắc phục xong ngày \($0.official)"
            }
            return
                "tự kiểm tra \(check[SelfInspections.kind]?.title.lowercased() ?? ""), \(Self.line(found))\(mended ?? "")"
        },
        EventSource(
            kind: .inspection, register: Inspections.description, day: Inspections.visited.key,
            facility: Inspections.facility.key
        ) { visit in
            let open = visit[Inspections.openFindings] ?? 0
            return
                "cơ quan có thẩm quyền kiểm tra \(visit[Inspections.kind]?.title.lowercased() ?? ""), còn \(open.vietnamese) tồn tại chưa khắc phục"
        },
        EventSource(
            kind: .violation, register: Violations.description, day: Violations.found.key,
            facility: Violations.facility.key
        ) { violation in
            "vi phạm: \(Self.line(violation[Violations.act] ?? "")), \(violation[Violations.stage]?.title.lowercased() ?? "chưa xử lý")"
        },
        EventSource(
            kind: .drill, register: Drills.description, day: Drills.held.key,
            facility: Drills.facility.key
        ) { drill in
            let people = drill[Drills.people].map { ", \($0.vietnamese) người tham gia" } ?? ""
            return "\(Self.line(drill[Drills.name] ?? "thực tập phương án"))\(people)"
        },
        EventSource(
            kind: .training, register: TrainingCourses.description,
            day: TrainingCourses.began.key, facility: TrainingCourses.facility.key
        ) { course in
            let people =
                course[TrainingCourses.attended].map { ", \($0.vietnamese) người học" } ?? ""
            return "\(Self.line(course[TrainingCourses.name] ?? "huấn luyện"))\(people)"
        },
    ]

    private static func line(_ text: String) -> String {
        var text = text.split(whereSeparator: \.isNewline).joined(separator: "; ")
        while text.last == "." { text.removeLast() }
        return text
    }

    private func events(
        _ source: EventSource, of facility: String, from: Day, to: Day, ward: String
    ) throws -> [ReportedFacility.Event] {
        let register = source.register
        return try rows(
            """
            SELECT \(RegisterSQL.columns(of: register, for: nil))
            FROM \(RegisterSQL.name(register.name)) r
            WHERE r.ward = \(ward) AND r.ended_at IS NULL
                AND r.\(RegisterSQL.name(source.facility)) = \(facility)
                AND r.\(RegisterSQL.name(source.day)) >= \(from)
                AND r.\(RegisterSQL.name(source.day)) <= \(to)
            ORDER BY r.id
            """
        ).compactMap { row in
            let record = RegisterSQL.record(row, of: register)
            guard case .text(let text)? = record.cells[source.day], let day = Day(iso: text) else {
                return nil
            }
            return .init(
                source.kind, day: day, words: source.words(record),
                origin: .record(register: register.name, id: record.id))
        }
    }
}
