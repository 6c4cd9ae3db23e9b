import Domain
import Storage

/// What a ward does through two years beside its inspections: drills, courses, guidance, what was
/// suspended and asked of others; so that its reports tell of each, and of the year before.
extension SampleProgramme {
    private struct Occasion: Sendable {
        let register: RegisterDescription
        /// When it happened, and was entered.
        let daysAgo: Int
        let texts: [String: String]
        /// The facility that it is about.
        let facility: Int?

        init(
            _ register: RegisterDescription, _ daysAgo: Int, facility: Int? = nil,
            _ texts: [String: String]
        ) {
            self.register = register
            self.daysAgo = daysAgo
            self.texts = texts
            self.facility = facility
        }
    }

    func yearOfWork() throws -> [Event] {
        let police = try people.officer("congan")
        let unit = police.unit ?? ""
        let all =
            drills(unit) + courses(unit) + guidance(unit) + suspensions() + asked() + plans()
            + (try staff()) + schools() + airtime(try people.officer("vanhoa").unit ?? "")
        return all.enumerated().map { number, kept in
            Event(
                at: moment(daysAgo: kept.daysAgo, hour: 17),
                subject: "year \(number + 100)"
            ) { tx in
                var texts = kept.texts
                if let facility = kept.facility {
                    guard let id = try facilityNamed(facility, tx, police) else { return }
                    texts["facility"] = id
                }
                try tx.addRecord(
                    try tx.read(texts, of: kept.register, for: police), to: kept.register,
                    by: police)
            }
        }
    }

    private func day(_ daysAgo: Int) -> String { today.adding(days: -daysAgo).iso }

    private func drills(_ unit: String) -> [Occasion] {
        [12, 95, 210, 300, 400, 520].enumerated().map { number, daysAgo in
            var texts = [
                "name": "Thực tập chữa cháy khu phố Mẫu lần \(number + 1)",
                "kind": number % 3 == 1 ? "exercise" : "practice", "held_on": day(daysAgo),
                "address": "Phố Mẫu \(number % 4 + 1)",
                "scenario": "Cháy nhà ở kết hợp kinh doanh, 03 người mắc kẹt ở tầng 3.",
                "in_working_hours": number % 2 == 0 ? "1" : "0",
                "forces_words": "Đội dân phòng: 10\nCông an phường: 6\nTổ liên gia: 12",
                "people": "\(28 + number)", "vehicles": "1", "militia": "5",
                "commander": SampleFacility.person(number + 40), "points_alarm": "18",
                "points_escape": "\(15 + number % 4)", "points_fighting": "16",
                "points_command": "15", "points_means": "\(13 + number % 5)",
                "minutes": "Biên bản số \(number + 1)/BB-CAP",
            ]
            if number % 2 == 0 {
                texts["findings"] = "Lăng, vòi của đội dân phòng triển khai chậm."
                texts["measure"] = "Luyện tập triển khai đội hình hằng tháng."
                texts["unit"] = unit
                texts["due_on"] = day(daysAgo - 30)
                if daysAgo > 60 { texts["done_on"] = day(daysAgo - 25) }
            }
            return Occasion(Drills.description, daysAgo, texts)
        }
    }

    private func courses(_ unit: String) -> [Occasion] {
        [
            (33, "Bồi dưỡng đội dân phòng", "refresher", "civil_defence", 96, 88),
            (150, "Huấn luyện người đứng đầu cơ sở", "first", "facility", 60, 51),
            (230, "Phổ biến pháp luật cho cán bộ, công chức", "law", "officials", 70, 66),
            (395, "Bồi dưỡng đội dân phòng", "refresher", "civil_defence", 90, 79),
            (510, "Huấn luyện người đứng đầu cơ sở", "first", "facility", 45, 40),
        ].map { daysAgo, name, kind, audience, invited, attended in
            var texts = [
                "name": "\(name) năm \(today.adding(days: -daysAgo).year)", "kind": kind,
                "audience": audience, "unit": unit, "began_on": day(daysAgo),
                "ended_on": day(daysAgo - 1), "hours": "16",
                "address": "Hội trường UBND phường",
                "trainer": "Phòng Cảnh sát PCCC và CNCH", "invited": "\(invited)",
                "attended": "\(attended)",
            ]
            if kind != "law" { texts["certified"] = "\(attended - 3)" }
            return Occasion(TrainingCourses.description, daysAgo, texts)
        }
    }

    private func guidance(_ unit: String) -> [Occasion] {
        let taught = [40, 165, 390].enumerated().map { number, daysAgo in
            Occasion(
                PublicTrainings.description, daysAgo,
                [
                    "name": "Hướng dẫn dùng bình chữa cháy, thoát nạn lần \(number + 1)",
                    "skill": "several", "audience": "households", "held_on": day(daysAgo),
                    "address": "Nhà văn hóa tổ dân phố", "unit": unit,
                    "trainer": SampleFacility.person(number + 50), "people": "\(80 + number * 15)",
                    "practised": "\(45 + number * 5)",
                ])
        }
        let installed = [44, 170, 395].enumerated().map { number, daysAgo in
            Occasion(
                AppGuidances.description, daysAgo,
                [
                    "held_on": day(daysAgo), "place": "Chợ Mẫu, cửa số \(number + 1)",
                    "unit": unit, "guided": "\(60 + number * 10)",
                    "installed": "\(48 + number * 7)",
                ])
        }
        return taught + installed
    }

    private func suspensions() -> [Occasion] {
        let decided = [
            (7, "partial", 250, 228), (31, "whole", 130, 84), (13, "partial", 430, 405),
        ]
        return decided.map {
            facility, kind, from, resumed in
            Occasion(
                Suspensions.description, resumed, facility: facility,
                [
                    "kind": kind,
                    "scope": kind == "partial" ? "Khu vực kho tầng 1" : "Toàn bộ cơ sở",
                    "decision": "\(facility)/QĐ-UBND", "from_on": day(from),
                    "until_on": day(from - 30), "watched_on": day(resumed + 5),
                    "resumed_on": day(resumed), "resumption": "\(facility + 1)/QĐ-UBND",
                ])
        }
    }

    private func asked() -> [Occasion] {
        let recommended = [
            (70, "Bổ sung trụ nước chữa cháy ở phố Chợ Mẫu", "UBND thành phố", 20),
            (18, "Hạ ngầm cáp viễn thông ở đường Ven Hồ", "Sở Xây dựng", -1),
            (410, "Mở rộng ngõ 42 cho xe chữa cháy vào", "UBND thành phố", 380),
        ].enumerated().map { number, asked in
            let (daysAgo, subject, to, answeredAgo) = asked
            var texts = [
                "subject": subject, "sent_to": to, "document": "\(number + 61)/UBND-CAP",
                "sent_on": day(daysAgo), "due_on": day(daysAgo - 60),
            ]
            if answeredAgo >= 0 {
                texts["answered_on"] = day(answeredAgo)
                texts["answer"] = "Đồng ý; đưa vào kế hoạch đầu tư năm sau."
            }
            return Occasion(Recommendations.description, max(answeredAgo, 18), texts)
        }
        let own = (0..<10).map { number in
            let daysAgo = 25 + number * 45
            return Occasion(
                SelfInspections.description, daysAgo, facility: 1 + number * 4,
                [
                    "checked_on": day(daysAgo), "kind": "periodic",
                    "checker": SampleFacility.person(number + 70),
                ])
        }
        return recommended + own
    }

    private func plans() -> [Occasion] {
        let approved = [
            (4, "facility", 160), (10, "police", 190), (22, "rescue", 240), (25, "facility", 420),
        ]
        return approved.map { facility, kind, daysAgo in
            Occasion(
                ResponsePlans.description, daysAgo, facility: facility,
                [
                    "name": "Phương án của cơ sở số \(facility)", "kind": kind,
                    "version_number": "1", "state": "approved",
                    "approved_by": kind == "facility"
                        ? "Người đứng đầu cơ sở" : "Trưởng Công an phường",
                    "approved_on": day(daysAgo), "reviewed_on": day(daysAgo - 40),
                    "scenarios": "2", "drilled": "1", "last_drill_on": day(daysAgo - 60),
                    "file": "Tủ hồ sơ số \(facility), Công an phường",
                ])
        }
    }

    private func staff() throws -> [Occasion] {
        try [
            ("phochutich", "Phó Chủ tịch", "lead"), ("congan", "Phó trưởng Công an", "adviser"),
            ("vanphong", "Chuyên viên", "reporter"), ("kinhte", "Chuyên viên", "inspector"),
            ("vanhoa", "Chuyên viên", "speaker"), ("quansu", "Trợ lý", "member"),
        ].enumerated().map { number, person in
            let (login, position, duty) = person
            let officer = try people.officer(login)
            return Occasion(
                Staff.description, 229,
                [
                    "name": officer.name, "unit": officer.unit ?? "", "position": position,
                    "duty": duty, "phone": "0900000\(700 + number)", "since_on": day(600),
                    "law_taught_on": number == 4 ? day(420) : day(230),
                    "trained_on": duty == "inspector" ? day(300) : "",
                    "certificate": duty == "inspector" ? "Số 12/GCN, Công an thành phố" : "",
                ])
        }
    }

    /// The nurseries of the ward; a school year begins in August.
    private func schools() -> [Occasion] {
        let year = today.month >= 8 ? today.year : today.year - 1
        return [16, 43].enumerated().map { number, facility in
            var texts = [
                "school_year": "\(year)-\(year + 1)", "level": "nursery",
                "pupils": "\(120 + number * 40)", "staff": "\(14 + number * 3)",
                "core_teacher": SampleFacility.person(facility), "lessons": "6", "sessions": "1",
                "drilled_on": day(70), "self_checked_on": day(35), "has_plan": "1",
                "has_team": "1",
            ]
            if number == 0 { texts["core_qualified_on"] = day(55) }
            return Occasion(SchoolPoints.description, 30, facility: facility, texts)
        }
    }

    /// What the loudspeakers say each week, and where people will come to learn.
    private func airtime(_ unit: String) -> [Occasion] {
        let channel = "Đài truyền thanh phường"
        return [
            Occasion(
                OutreachChannels.description, 140,
                [
                    "name": channel, "kind": "loudspeakers", "unit": unit,
                    "keeper": SampleFacility.person(90), "phone": "0900000790",
                    "reach": "5200", "state": "working",
                ]),
            Occasion(
                BroadcastSlots.description, 139,
                [
                    "name": "Khuyến cáo PCCC buổi chiều", "channel": channel, "days": "workdays",
                    "at_time": "17:00", "minutes": "10", "from_on": day(138), "unit": unit,
                ]),
            Occasion(
                OutreachActivities.description, 27,
                [
                    "name": "Loạt bài Mỗi nhà một bình chữa cháy", "form": "post",
                    "topic": "skills", "audience": "everyone", "held_on": day(27), "unit": unit,
                    "channel": channel, "sessions": "1", "people": "900", "leaflets": "600",
                    "articles": "8", "pictures": "24", "proof": "Sổ phát thanh tháng trước",
                ]),
            Occasion(
                LearningSites.description, 100,
                [
                    "name": "Trung tâm trải nghiệm PCCC An Mẫu", "kind": "surplus",
                    "purpose": "centre", "address": "Trụ sở cũ, phố Giếng", "area_m2": "420",
                    "owner": "UBND phường", "condition": "Nhà hai tầng, cần sửa điện",
                    "unit": unit, "reviewed_on": day(120),
                    "review": "Gần trường, xe chữa cháy vào được", "chosen_on": day(101),
                    "decision": "QĐ 112/QĐ-UBND", "milestones": "Sửa chữa xong trong quý I",
                ]),
        ]
    }
}
