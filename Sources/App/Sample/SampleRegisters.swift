import Domain
import Storage

/// A little in each of the registers of houses, forces, models, outreach, incidents and money of the
/// sample ward: decided by number, so that every load is the same.
extension SampleProgramme {
    /// Events that fill these registers; what others name comes first.
    func kept() async throws -> [Event] {
        let groups = try await database.read { try $0.residentialGroups(of: SampleWard.code) }
        guard !groups.isEmpty else { return [] }
        let (police, division) = (try people.officer("congan"), try people.officer("kinhte"))
        var events: [Event] = []
        for number in 0..<Self.rounds {
            let group = groups[number % groups.count]
            let rows = SampleRows(
                number: number, group: group, today: today,
                map: SampleMap(groups: groups.count), index: number % groups.count)
            events += rows.infrastructure.map { event(daysAgo: 120 - number % 30, $0, division) }
            events += rows.forces.map { event(daysAgo: 80 - number % 30, $0, police) }
            events += rows.later.map { event(daysAgo: 40 - number % 30, $0, police) }
        }
        return events
    }

    private static let rounds = 12

    private func event(daysAgo days: Int, _ row: SampleRows.Row, _ officer: Officer) -> Event {
        let register = row.register
        return Event(at: moment(daysAgo: days, hour: 10), subject: register.name) { tx in
            let cells = try tx.read(row.texts, of: register, for: officer)
            try tx.addRecord(cells, to: register, by: officer)
        }
    }
}
