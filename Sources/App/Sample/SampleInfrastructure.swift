import Domain
import Storage

/// Facilities, alleys and water of the sample ward: decided by their number, so that every load is the same.
extension SampleProgramme {
    private static let waterCount = 36
    private static let alleyCount = 60
    private static let facilityCount = 72
    /// A place that is no ward's; the sample's map lies around it.
    private static let centre = (latitude: 20.8440, longitude: 106.6880)

    /// Events that fill the registers of infrastructure, surveyed by the office that keeps them.
    func surveyed() async throws -> [Event] {
        let office = try people.officer("kinhte")
        let groups = try await database.read { try $0.residentialGroups(of: SampleWard.code) }
        guard !groups.isEmpty else { return [] }
        let water = (1...Self.waterCount).map { number in
            event(
                daysAgo: 100 + number % 40, WaterSources.description,
                Self.water(number, group: groups[number % groups.count].id, today: today), office)
        }
        let alleys = (1...Self.alleyCount).map { number in
            event(
                daysAgo: 60 + number % 60, Alleys.description,
                Self.alley(number, group: groups[number % groups.count].id), office)
        }
        let police = try people.officer("congan")
        let facilities = (1...Self.facilityCount).map { number in
            event(
                daysAgo: 30 + number % 90, Facilities.description,
                Self.facility(number, group: groups[number % groups.count].id, today: today),
                police)
        }
        return water + alleys + facilities
    }

    private func event(
        daysAgo days: Int, _ register: RegisterDescription, _ texts: [String: String],
        _ officer: Officer
    ) -> Event {
        Event(at: moment(daysAgo: days, hour: 14), subject: register.name) { tx in
            try tx.addRecord(try register.read(texts), to: register, by: officer)
        }
    }

    private static func facility(
        _ number: Int, group: String, today: Day
    ) -> [String: String] {
        let kinds = Facilities.Kind.allCases
        let kind = kinds[number * 7 % kinds.count]
        let surnames = ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ"]
        let area = 35 + number * 53 % 1_900
        let isHazardous = area > 900 || kind == .fuel || kind == .karaoke
        var texts = [
            "name": "\(kind.title.prefix { $0 != "," }) An Mẫu \(number)", "kind": kind.rawValue,
            "address": "Số \(number * 3) phố Mẫu", "group_unit": group,
            "head": "\(surnames[number % surnames.count]) Văn Mẫu",
            "manager": isHazardous ? "police" : "committee",
            "is_hazardous": isHazardous ? "1" : "0",
            "area_m2": "\(area)", "storeys": "\(1 + number % 7)",
            "is_declared": number % 4 == 0 ? "0" : "1",
            "is_connected": number % 3 == 0 ? "1" : "0",
            "state": number % 24 == 0 ? "partlySuspended" : "working",
            "latitude": "\(centre.latitude + Double(number % 9) * 0.0009)",
            "longitude": "\(centre.longitude + Double(number / 9) * 0.0010)",
        ]
        // Made up: zeros in a row.
        if number % 5 != 0 { texts["phone"] = "09000000\(10 + number % 90)" }
        if isHazardous, number % 2 == 0 { texts["insured_until"] = today.adding(days: number).iso }
        if number % 24 == 0 { texts["decision"] = "\(number)/QĐ-TĐC ngày 02/11/2026" }
        return texts
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
            case .tank: "Bể nước nhà văn hóa tổ \(number % 6 + 1)"
            case .point: "Điểm lấy nước số \(number)"
            case .pump: "Trạm bơm số \(number)"
            case .natural: "Hồ Mẫu \(number)"
            }
        var texts = [
            "name": name, "kind": kind.rawValue, "state": state.rawValue,
            "address": "Phố Mẫu, số \(number * 7)", "group_unit": group,
            "owner": "Công ty cấp nước Hải Mẫu",
            "latitude": "\(centre.latitude + Double(number % 6) * 0.0011)",
            "longitude": "\(centre.longitude + Double(number / 6) * 0.0013)",
        ]
        if state == .working, number % 5 != 0 {
            texts["checked_on"] = today.adding(days: -150 + number).iso
            if kind == .hydrant { texts["pressure_bar"] = "\(2 + number % 4),5" }
        }
        if kind == .tank { texts["volume_m3"] = "\(20 + number)" }
        return texts
    }

    private static func alley(_ number: Int, group: String) -> [String: String] {
        let depth = 40 + number * 37 % 320
        let width = 1.2 + Double(number * 7 % 40) / 10
        let access: Alleys.Access = width >= 3.5 ? .engine : width >= 2.5 ? .partly : .none
        var texts = [
            "name": "Ngõ \(number * 4 + 2) phố Mẫu", "group_unit": group, "depth_m": "\(depth)",
            "width_m": "\(width)".replacing(".", with: ","), "access": access.rawValue,
            "latitude": "\(centre.latitude + Double(number % 10) * 0.0007)",
            "longitude": "\(centre.longitude + Double(number / 10) * 0.0012)",
        ]
        if Double(depth) >= Alleys.deepMetres, number % 3 != 0 {
            let solution: Alleys.Solution = number % 4 == 0 ? .done : .proposed
            texts["solution"] = solution.rawValue
            texts["solution_words"] = "Họng chờ khô dẫn vào giữa ngõ"
        }
        return texts
    }
}
