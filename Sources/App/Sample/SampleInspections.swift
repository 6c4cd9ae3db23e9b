import Domain
import Storage

/// Two years of inspections, what they found, and what came of it.
extension SampleProgramme {
    private static let faults = [
        ("duties", "Bình chữa cháy quá hạn kiểm định", "Thay, nạp lại bình"),
        ("duties", "Chưa tự kiểm tra định kỳ", "Lập biên bản PC02"),
        ("building", "Hàng hóa chắn lối thoát nạn", "Dọn lối, kẻ vạch giới hạn"),
        ("building", "Chưa có lối thoát nạn thứ hai", "Mở lối ra ban công tầng 2"),
        ("duties", "Chưa có nội quy, tiêu lệnh", "Ban hành và niêm yết"),
    ]

    func inspected() throws -> [Event] {
        let police = try people.officer("congan")
        let division = try people.officer("kinhte")
        let chairman = try people.officer("chutich")
        return (1...size.inspections).map { number in
            let daysAgo = 10 + number * 600 / size.inspections
            let facility = 1 + number * 7 % size.facilities
            return Event(
                at: moment(daysAgo: daysAgo, hour: 16), subject: "inspections \(number)"
            ) { tx in
                guard let place = try facilityNamed(facility, tx, police) else { return }
                let day = tx.today
                let visit = try keep(
                    Inspections.description,
                    [
                        "facility": place, "kind": number % 6 == 0 ? "unscheduled" : "periodic",
                        "grounds": number % 6 == 0 ? "Phản ánh của người dân" : "",
                        "planned_on": day.iso, "notified_on": day.adding(days: -7).iso,
                        "notice_number": "\(number)/TB-UBND", "visited_on": day.iso,
                        "team": "Tổ kiểm tra của phường", "represented_by": "Người đứng đầu cơ sở",
                        "duties_unit": police.unit ?? "", "building_unit": division.unit ?? "",
                    ], tx, police)
                try follow(visit, place, number, tx, police)
                for (section, officer) in [
                    (Inspections.Section.duties, police), (.building, division),
                ] where number % 17 != 0 || section == .duties {
                    let record = try tx.record(visit, of: Inspections.description, for: officer)
                    let result: Inspections.Result =
                        number % 3 == 0 && Self.faults[number % 5].0 == section.rawValue
                        ? .unmet : .met
                    try tx.signInspection(
                        visit, section, result, words: "", version: record.version, by: officer)
                }
                if number % 40 == 0 { try publish(place, tx, police, chairman) }
            }
        }
    }

    func facilityNamed(
        _ number: Int, _ tx: Transaction, _ officer: Officer
    ) throws -> String? {
        var filter = RecordFilter()
        filter.condition = .equals("address", .text(SampleFacility.address(number)))
        return try tx.records(of: Facilities.description, filter, for: officer, limit: 1)
            .records.first?.id
    }

    @discardableResult
    private func keep(
        _ register: RegisterDescription, _ texts: [String: String], _ tx: Transaction,
        _ officer: Officer
    ) throws -> String {
        try tx.addRecord(
            try tx.read(texts, of: register, for: officer), to: register, by: officer)
    }

    /// A third of the visits find something; most of it is mended, some of it is punished.
    private func follow(
        _ visit: String, _ place: String, _ number: Int, _ tx: Transaction, _ police: Officer
    ) throws {
        guard number % 3 == 0 else { return }
        let fault = Self.faults[number % 5]
        let day = tx.today
        let finding = try keep(
            Findings.description,
            [
                "inspection": visit, "part": fault.0, "words": fault.1, "guidance": fault.2,
                "due_on": day.adding(days: 30).iso,
            ], tx, police)
        let mended = day.adding(days: 25)
        if number % 4 != 0, mended < today {
            try keep(
                Rechecks.description,
                ["finding": finding, "checked_on": mended.iso, "is_mended": "1"], tx, police)
        }
        guard number % 9 == 0 else { return }
        var violation = [
            "facility": place, "party": SampleFacility.person(number),
            "party_kind": number % 2 == 0 ? "individual" : "organisation", "kind": "fire",
            "act": fault.1, "penalty": number % 2 == 0 ? penaltyOfEquipment : penaltyOfEscape,
            "inspection": visit, "found_on": day.iso,
        ]
        if number % 4 != 0 {
            violation["minutes_number"] = "\(number)/BB-VPHC"
            violation["recorded_on"] = day.iso
            violation["outcome"] = "fine"
            violation["decision_number"] = "\(number)/QĐ-XPHC"
            violation["decided_on"] = day.adding(days: 5).iso
            violation["signed_by"] = "commune_chairman"
            violation["fine"] = "5000"
            if number % 5 != 0 { violation["executed_on"] = day.adding(days: 15).iso }
        }
        try keep(Violations.description, violation, tx, police)
    }

    private var penaltyOfEquipment: String {
        "Điều 20 – Vi phạm về trang bị phương tiện, hệ thống PCCC"
    }
    private var penaltyOfEscape: String {
        "Điều 24 – Vi phạm về thoát nạn: cản trở, khóa, không đủ lối ra"
    }

    private func publish(
        _ place: String, _ tx: Transaction, _ police: Officer, _ chairman: Officer
    ) throws {
        let item = try keep(
            Publications.description,
            [
                "facility": place, "channel": "portal",
                "words": "Công trình chưa được nghiệm thu về PCCC đã đưa vào sử dụng.",
                "basis": "Kế hoạch của UBND phường về phòng cháy và chữa cháy",
            ], tx, police)
        try tx.approvePublication(item, version: 1, by: chairman)
    }
}
