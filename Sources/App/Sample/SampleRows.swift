import Domain
import Storage

/// What the sample ward writes into its registers in one round.
struct SampleRows: Sendable {
    struct Row: Sendable {
        let register: RegisterDescription
        let texts: [String: String]
    }

    let number: Int
    let group: Storage.Unit
    let today: Day
    let map: SampleMap
    /// Of the group on the map.
    let index: Int

    private func row(_ register: RegisterDescription, _ texts: [String: String]) -> Row {
        guard register.field("group_unit") != nil else {
            return Row(register: register, texts: texts)
        }
        return Row(register: register, texts: texts.merging(["group_unit": group.id]) { $1 })
    }

    /// The day that lies so many days back.
    private func day(_ daysAgo: Int) -> String { today.adding(days: -daysAgo).iso }

    private func place(_ texts: [String: String]) -> [String: String] {
        texts.merging(map.place(30_000 + number, inGroup: index).texts) { $1 }
    }

    private var isEven: Bool { number % 2 == 0 }
    private var street: String { "phố Mẫu \(number % 4 + 1)" }

    var infrastructure: [Row] {
        [
            row(
                Roads.description,
                [
                    "name": "Đường \(street), đoạn \(number + 1)", "kind": "street",
                    "length_m": "\(180 + number * 40)", "width_m": isEven ? "5,5" : "3,2",
                    "height_m": "4,6", "is_dead_end": "0",
                    "line": map.road(number, metres: 180 + number * 40, inGroup: index).cell.plain,
                ]),
            row(
                RoadObstacles.description,
                [
                    "name": "Barie đầu ngõ \(number * 4 + 2)",
                    "kind": isEven ? "barrier" : "awning",
                    "address": "Ngõ \(number * 4 + 2) phố Mẫu", "found_on": day(118),
                    "asked_on": isEven ? day(100) : "", "due_on": isEven ? day(70) : "",
                    "removed_on": number % 4 == 0 ? day(72) : "",
                ]),
            row(
                CableSections.description,
                [
                    "name": "\(street), đoạn \(number + 1)", "kind": "telecom",
                    "owner": "Viễn thông Mẫu", "length_m": "\(60 + number * 15)",
                    "fault": "tangled", "state": isEven ? "tidied" : "found",
                    "planned_year": "\(today.year)", "done_on": isEven ? day(60) : "",
                ]),
            row(
                ImprovementWorks.description,
                [
                    "name": "Bổ sung trụ nước \(street) số \(number + 1)", "kind": "hydrant",
                    "address": street, "priority": isEven ? "first" : "second",
                    "grounds": isEven ? "Đông dân, ngõ sâu" : "",
                    "planned_year": "\(today.year + number % 2)", "proposed_on": day(118),
                    "approved_on": isEven ? day(90) : "", "budget": isEven ? "85 triệu" : "",
                    "decision": isEven ? "QĐ \(number + 1)/QĐ-UBND" : "",
                ]),
        ]
    }

    var forces: [Row] {
        let team = "Đội dân phòng số \(number + 1)"
        return [
            row(
                Houses.description,
                place([
                    "address": "Số \(number * 2 + 1) \(street)",
                    "kind": number % 3 == 0 ? "combined" : "ordinary",
                    "business": number % 3 == 0 ? "Tạp hóa" : "", "storeys": "\(1 + number % 6)",
                    "residents": "\(2 + number % 5)", "head": "Nguyễn Thị Mẫu \(number + 1)",
                    "second_exit": isEven ? "1" : "0", "exit_way": isEven ? "Ban công" : "",
                    "cage": number % 4 == 1 ? "closed" : "none",
                    "cage_action": number % 4 == 1 ? "promised" : "",
                    "extinguishers": "\(number % 3)", "detectors": "\(number % 2)",
                    "has_tools": "1",
                ])),
            row(
                Forces.description,
                [
                    "name": team, "kind": "civil_defence", "founded_on": day(900),
                    "decision": "QĐ \(number + 11)/QĐ-UBND", "leader": "Trần Văn Mẫu \(number + 1)",
                    "members": "\(8 + number % 4)", "members_norm": "10",
                    "trained": "\(6 + number % 2)", "state": number % 5 == 4 ? "weak" : "active",
                    "activity": "Tuần tra đêm, vận động các hộ",
                ]),
            row(
                MutualAidGroups.description,
                place([
                    "name": "Tổ liên gia số \(number + 1)", "houses": "\(5 + number)",
                    "founded_on": day(400), "leader": "Lê Thị Mẫu \(number + 1)",
                    "with_extinguisher": "5", "with_tools": "4", "with_bell": "5",
                    "is_linked": "1", "bell_tested_on": day(35), "bells_rang": "\(3 + number % 3)",
                    "met_on": day(60), "state": "working",
                ])),
            row(
                PublicFirePoints.description,
                place([
                    "name": "Điểm chữa cháy số \(number + 1)", "address": "Đầu \(street)",
                    "founded_on": day(300), "extinguishers": "\(2 + number % 3)",
                    "crowbars": "1", "hammers": "1", "cutters": isEven ? "1" : "0",
                    "keeper": "Phạm Văn Mẫu \(number + 1)", "key_place": "Tủ mở được ngay",
                    "seal": "0\(number + 1)", "is_seal_whole": "1", "checked_on": day(30 + number),
                    "has_sign": "1", "state": "ready",
                ])),
        ]
    }

    /// What names records of the rounds' own forces and houses.
    var later: [Row] {
        let team = "Đội dân phòng số \(number + 1)"
        return [
            row(
                EquipmentItems.description,
                [
                    "name": "Bình bột 4 kg của đội \(number + 1)", "kind": "powder_extinguisher",
                    "force_kind": "civil_defence", "force": team, "count": "5",
                    "usable": "\(3 + number % 3)", "state": "good", "origin": "ward",
                    "keeper": "Trần Văn Mẫu \(number + 1)", "stored_at": "Nhà văn hóa",
                    "checked_on": day(50),
                ]),
            row(
                HouseholdVisits.description,
                [
                    "house": "Số \(number * 2 + 1) \(street)", "visited_on": day(20 + number % 10),
                    "visitors": team, "matter": isEven ? "extinguisher" : "exit",
                    "outcome": isEven ? "done" : "promised",
                    "done_on": isEven ? day(15 + number % 5) : "",
                    "promised_by": isEven ? "" : day(-20),
                ]),
            row(
                OnSiteProfiles.description,
                [
                    "name": "Khu vực \(street), đoạn \(number + 1)", "force": team,
                    "commander": "Trần Văn Mẫu \(number + 1)", "people": "\(8 + number % 4)",
                    "means": "05 bình bột, 01 máy bơm", "checked_on": day(25),
                    "logistics": isEven ? "Nước uống, đèn, túi sơ cứu" : "",
                ]),
            row(
                ResponsePlans.description,
                [
                    "name": "Phương án khu \(street), đoạn \(number + 1)", "kind": "area",
                    "version_number": "1", "state": "approved",
                    "approved_by": "Chủ tịch UBND phường",
                    "approved_on": day(39), "reviewed_on": day(20), "scenarios": "3",
                    "drilled": "\(number % 3 + 1)", "last_drill_on": day(12),
                ]),
            row(
                OutreachActivities.description,
                [
                    "name": "Họp tổ, hướng dẫn thoát nạn lần \(number + 1)", "form": "meeting",
                    "topic": "exits", "audience": "households", "held_on": day(28),
                    "unit": "Công an phường", "sessions": "1", "people": "\(30 + number * 3)",
                ]),
            row(
                BudgetLines.description,
                [
                    "name": "Mua sắm, sửa chữa lần \(number + 1)", "budget_year": "\(today.year)",
                    "purpose": isEven ? "equipment" : "outreach", "funding_source": "ward",
                    "planned": "\(20 + number) triệu", "proposed_on": day(38),
                    "stage": isEven ? "approved" : "proposed", "approved": isEven ? "20 triệu" : "",
                    "decision": isEven ? "QĐ \(number + 31)/QĐ-UBND" : "",
                    "spent": isEven ? "12,5 triệu" : "",
                ]),
        ] + incidents
    }

    private var incidents: [Row] {
        guard number % 3 == 0 else { return [] }
        let past = today.adding(days: -(30 + number)).iso
        return [
            row(
                Incidents.description,
                place([
                    "name": "Cháy bếp nhà số \(number * 2 + 1) \(street)", "kind": "fire",
                    "news_from": "citizen", "address": "Số \(number * 2 + 1) \(street)",
                    "setting": "urban", "premises": "house", "discovered_at": "\(past)T18:20",
                    "reported_at": "\(past)T18:22", "forwarded_at": "\(past)T18:23",
                    "local_arrived_at": "\(past)T18:25", "engine_arrived_at": "\(past)T18:34",
                    "controlled_at": "\(past)T18:40", "extinguished_at": "\(past)T18:55",
                    "cause": "electrical", "cause_state": "suspected", "dead": "0", "injured": "0",
                    "property_loss": "15 triệu", "burnt_area_m2": "6", "saved_directly": "0",
                    "guided_out": "4", "extinguished_by": "local", "vehicles": "1", "people": "14",
                    "commander": "Đội trưởng khu vực Mẫu",
                    "first_response": "Tổ dân phố cắt điện, dùng 3 bình bột dập lửa.",
                    "is_serious": "0", "lessons": "Không để đồ dễ cháy cạnh bếp.",
                ]))
        ]
    }
}
