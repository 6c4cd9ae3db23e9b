import Domain
import Storage

/// Houses of the sample ward, its teams and inter-family groups, the transmitters of its facilities.
extension SampleProgramme {
    func housed(_ groups: [Storage.Unit]) throws -> [Event] {
        let police = try people.officer("congan")
        let today = today
        let map = SampleMap(groups: groups.count)
        let houses = (1...size.houses).map { number in
            let index = number % groups.count
            return Kept(
                daysAgo: 15 + number / 20 % 640,
                Self.house(number, group: groups[index].id)
                    .merging(map.place(20_000 + number, inGroup: index).texts) { $1 })
        }
        let teams = groups.enumerated().map { index, group in
            Kept(daysAgo: 400 + index, Self.team(index + 1, group))
        }
        let inter = (1...max(3, size.houses / 100)).map { number in
            Kept(
                daysAgo: 30 + number * 3 % 300,
                Self.interFamily(
                    number, group: groups[number % groups.count].id, today: today))
        }
        return events(houses, Houses.description, police)
            + events(teams, Forces.description, police)
            + events(inter, MutualAidGroups.description, police)
            + transmitters(police)
    }

    private static func house(_ number: Int, group: String) -> [String: String] {
        let kind: Houses.Kind =
            number % 9 == 0
            ? .combined : number % 23 == 0 ? .multiFlat : number % 3 == 0 ? .multiStorey : .ordinary
        let cage: Houses.Cage =
            number % 8 == 0
            ? .closed : number % 8 == 4 ? .door : number % 40 == 1 ? .removed : .none
        let hasExit = number % 3 != 1
        var texts = [
            "address":
                "Số \(1 + number % 60) ngách \(1 + number / 60) ngõ \(2 + number % 300 * 4) phố Mẫu",
            "group_unit": group, "kind": kind.rawValue, "storeys": "\(1 + number % 6)",
            "residents": "\(2 + number % 5)", "head": SampleFacility.person(number * 13 + 2),
            "second_exit": hasExit ? "1" : "0", "cage": cage.rawValue,
            "has_tools": number % 4 == 0 ? "1" : "0",
        ]
        if number % 5 != 0 { texts["extinguishers"] = number % 2 == 0 ? "1" : "0" }
        if number % 6 != 0 { texts["detectors"] = number % 7 == 0 ? "1" : "0" }
        // Made up: zeros in a row.
        if number % 3 != 0 { texts["phone"] = "09000\(10_000 + number)" }
        if hasExit { texts["exit_way"] = number % 2 == 0 ? "Ban công tầng 2" : "Mái nhà bên" }
        if cage == .closed {
            texts["cage_place"] = "Ban công"
            texts["cage_action"] = number % 16 == 0 ? "promised" : "guided"
        }
        if kind == .combined {
            texts["business"] = "Tạp hóa"
            texts["business_area_m2"] = "\(15 + number % 30)"
        }
        if kind == .multiFlat { texts["flats"] = "\(4 + number % 12)" }
        return texts
    }

    private static func team(_ number: Int, _ group: Storage.Unit) -> [String: String] {
        [
            "name": "Đội dân phòng \(group.shortName)", "kind": "civil_defence",
            "group_unit": group.id, "founded_on": "2025-03-\(10 + number % 18)",
            "decision": "\(number)/QĐ-UBND", "leader": SampleFacility.person(number * 17),
            "members": "\(8 + number % 5)", "trained": "\(5 + number % 4)",
            "state": number % 11 == 0 ? "weak" : "active",
        ]
    }

    private static func interFamily(
        _ number: Int, group: String, today: Day
    ) -> [String: String] {
        let houses = 5 + number % 11
        return [
            "name": "Tổ liên gia ngõ \(number * 4 + 2)", "group_unit": group,
            "houses": "\(houses)", "leader": SampleFacility.person(number * 19),
            "with_extinguisher": "\(max(1, houses - number % 4))",
            "with_tools": "\(houses / 2)", "with_bell": "\(houses)",
            "is_linked": number % 5 == 0 ? "0" : "1",
            "bell_tested_on": today.adding(days: -number * 5 % 200 - 1).iso,
            "bells_rang": "\(max(0, houses - number % 3))",
            "state": number % 7 == 0 ? "weak" : "working",
        ]
    }

    private static let carriers = ["Viettel", "VinaPhone", "Viettel", "MobiFone"]

    /// By which a device reports; of some the SIM is soon to be paid for, of one it was forgotten.
    private static func line(_ number: Int, today: Day) -> [String: String] {
        [
            "carrier": carriers[number / 5 % carriers.count],
            // Made up: zeros in a row.
            "sim": "09000\(30_000 + number)",
            "paid_until": today.adding(days: number / 5 * 37 % 360 - 3).iso,
            "second_path": number % 2 == 0 ? "LAN" : "",
        ]
    }

    /// A third of the facilities are connected, more are on the way.
    private func transmitters(_ police: Officer) -> [Event] {
        let today = today
        let steps = ["informed_on", "registered_on", "installed_on", "connected_on"]
        return stride(from: 2, through: size.facilities, by: 10).map { first in
            Event(
                at: moment(daysAgo: 12 + first % 140, hour: 9), subject: "transmitters \(first)"
            ) { tx in
                for number in first..<min(first + 10, size.facilities + 1) where number % 5 < 4 {
                    guard let facility = try facilityNamed(number, tx, police) else { continue }
                    var texts = ["facility": facility]
                    for (index, step) in steps.enumerated() where index <= number % 5 {
                        texts[step] = tx.today.adding(days: index * 10 - 60).iso
                    }
                    if number % 5 == 3 {
                        texts["serial"] = "TT-\(10_000 + number)"
                        texts.merge(Self.line(number, today: today)) { $1 }
                    }
                    let register = Transmitters.description
                    try tx.addRecord(
                        try tx.read(texts, of: register, for: police), to: register, by: police)
                }
            }
        }
    }
}
