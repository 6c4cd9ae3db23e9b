import Domain
import Storage
import Web

/// Registers of the sample ward: decided by their numbers, so that every load is the same.
extension SampleProgramme {
    /// How long the registers have been kept, in days: two years.
    static let daysOfHistory = 730

    /// Events that fill the registers, kept by the offices that keep them.
    func surveyed() async throws -> [Event] {
        let office = try people.officer("kinhte")
        let police = try people.officer("congan")
        let groups = try await database.read { try $0.residentialGroups(of: SampleWard.code) }
        guard !groups.isEmpty else { return [] }
        let rules = Event(
            at: moment(daysAgo: Self.daysOfHistory, hour: 8), subject: "rules"
        ) { tx in
            for register in Registers.all
            where ShippedRules.isShipped(register)
                && register.access.writers.contains(police.role)
            {
                try ShippedRules.load(register, into: tx, by: police)
            }
        }
        let today = today
        let map = SampleMap(groups: groups.count)
        let borders = Event(
            at: moment(daysAgo: Self.daysOfHistory, hour: 9), subject: "boundaries"
        ) { [office = try people.officer("vanphong")] tx in
            try tx.setBoundary(of: .ward, to: map.ward, version: 1, by: office)
            for (index, group) in groups.enumerated() {
                try tx.setBoundary(
                    of: .group(group.id), to: map.boundary(ofGroup: index), version: 1,
                    by: office)
            }
        }
        let water = (1...size.water).map { number in
            let index = number % groups.count
            return Kept(
                daysAgo: 30 + number * 5 % 300,
                Self.water(number, group: groups[index].id, today: today)
                    .merging(map.place(number, inGroup: index).texts) { $1 })
        }
        let alleys = (1...size.alleys).map { number in
            let index = number % groups.count
            return Kept(
                daysAgo: 40 + number * 2 % 600,
                Self.alley(number, group: groups[index].id) { metres in
                    map.alley(number, metres: metres, inGroup: index)
                })
        }
        let facilities = (1...size.facilities).map { number in
            let index = number % groups.count
            return Kept(
                daysAgo: SampleFacility.daysAgo(number),
                SampleFacility(number).texts(group: groups[index].id, today: today)
                    .merging(map.place(10_000 + number, inGroup: index).texts) { $1 })
        }
        return try [rules, borders] + events(water, WaterSources.description, office)
            + events(alleys, Alleys.description, office)
            + events(facilities, Facilities.description, police)
            + inspected() + housed(groups)
    }

    /// A record that was kept on a day.
    struct Kept: Sendable {
        let daysAgo: Int
        let texts: [String: String]

        init(daysAgo: Int, _ texts: [String: String]) {
            self.daysAgo = daysAgo
            self.texts = texts
        }
    }

    /// What one officer wrote on a day goes in at once.
    func events(_ kept: [Kept], _ register: RegisterDescription, _ officer: Officer) -> [Event] {
        Dictionary(grouping: kept, by: \.daysAgo).map { daysAgo, records in
            Event(at: moment(daysAgo: daysAgo, hour: 14), subject: register.name) { tx in
                for record in records {
                    try tx.addRecord(
                        try tx.read(record.texts, of: register, for: officer), to: register,
                        by: officer)
                }
            }
        }
    }

    private static func water(_ number: Int, group: String, today: Day) -> [String: String] {
        let kind: WaterSources.Kind =
            number % 9 == 0
            ? .tank : number % 13 == 0 ? .natural : number % 7 == 0 ? .pump : .hydrant
        let state: WaterSources.State =
            number % 11 == 0 ? .broken : number % 10 == 0 ? .proposed : .working
        let name =
            switch kind {
            case .hydrant: "Trụ nước số \(number)"
            case .tank: "Bể nước nhà văn hóa tổ \(number % 45 + 1)"
            case .point: "Điểm lấy nước số \(number)"
            case .pump: "Trạm bơm số \(number)"
            case .natural: "Hồ Mẫu \(number)"
            }
        var texts = [
            "name": name, "kind": kind.rawValue, "state": state.rawValue,
            "address": "Số \(number * 7) phố Mẫu", "group_unit": group,
            "owner": "Công ty cấp nước Hải Mẫu",
        ]
        if state == .working, number % 5 != 0 {
            texts["checked_on"] = today.adding(days: -150 + number).iso
            if kind == .hydrant { texts["pressure_bar"] = "\(2 + number % 4),5" }
        }
        if kind == .tank { texts["volume_m3"] = "\(20 + number)" }
        return texts
    }

    /// - Parameter line: of an alley so many metres deep.
    private static func alley(
        _ number: Int, group: String, line: (Int) -> LineString
    ) -> [String: String] {
        let depth = 40 + number * 37 % 320
        let width = 1.2 + Double(number * 7 % 40) / 10
        let access: Alleys.Access = width >= 3.5 ? .engine : width >= 2.5 ? .partly : .none
        var texts = [
            "name": "Ngõ \(number * 4 + 2) phố Mẫu", "group_unit": group, "depth_m": "\(depth)",
            "width_m": "\(width)".replacing(".", with: ","), "access": access.rawValue,
        ]
        let line = line(depth)
        texts[Shape.lineKey] = line.cell.plain
        texts.merge(line.points[0].texts) { $1 }
        if Double(depth) >= Alleys.deepMetres, number % 3 != 0 {
            let solution: Alleys.Solution = number % 4 == 0 ? .done : .proposed
            texts["solution"] = solution.rawValue
            texts["solution_words"] = "Họng chờ khô dẫn vào giữa ngõ"
        }
        return texts
    }
}
