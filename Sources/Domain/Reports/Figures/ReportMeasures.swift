/// Every measure of reports, by what it is about.
package enum ReportMeasures {
    package static let all: [ReportMeasure] =
        fires + explosions + rescues + outreach + inspections + enforcement + plans + training
        + devices

    private static let byKey = Dictionary(uniqueKeysWithValues: all.map { ($0.key, $0) })

    package static func named(_ key: String) -> ReportMeasure? { byKey[key] }

    /// Millions of a whole amount.
    static let million = 1e-6
    /// Millions of an amount in thousands.
    static let thousandth = 1e-3

    // MARK: Incidents

    private static func incidents(
        _ key: String, _ label: String, of context: String? = nil, _ unit: String,
        _ kinds: [Incidents.Kind], _ amount: ReportMeasure.Amount = .records
    ) -> ReportMeasure {
        ReportMeasure(
            key, label, of: context, unit: unit, Incidents.description,
            on: Incidents.reported.key, amount,
            where: .any(kinds.map { Incidents.kind == $0 }))
    }

    private static func harm(
        _ name: String, _ context: String, _ kinds: [Incidents.Kind]
    ) -> [ReportMeasure] {
        [
            incidents(
                "\(name)_dead", "người chết", of: context, "người", kinds,
                .sum([Incidents.dead.key], times: 1)),
            incidents(
                "\(name)_injured", "người bị thương", of: context, "người", kinds,
                .sum([Incidents.injured.key], times: 1)),
            incidents(
                "\(name)_saved", "người cứu được", of: context, "người", kinds,
                .sum([Incidents.savedDirectly.key, Incidents.guidedOut.key], times: 1)),
            incidents(
                "\(name)_loss", "thiệt hại tài sản", of: context, "triệu đồng", kinds,
                .sum([Incidents.loss.key], times: million)),
            incidents(
                "\(name)_property_saved", "tài sản cứu được", of: context, "triệu đồng", kinds,
                .sum([Incidents.propertySaved.key], times: million)),
        ]
    }

    static let fires =
        [incidents("fires", "vụ cháy", "vụ", [.fire])] + harm("fires", "vụ cháy", [.fire])
    static let explosions =
        [incidents("explosions", "vụ nổ", "vụ", [.explosion])]
        + harm("explosions", "vụ nổ", [.explosion])

    private static let accidents: [Incidents.Kind] = [.rescue, .accident, .disaster]
    static let rescues = [
        incidents("rescues", "vụ tai nạn, sự cố phải cứu nạn, cứu hộ", "vụ", accidents),
        incidents(
            "rescues_saved", "người cứu được", of: "tai nạn, sự cố", "người", accidents,
            .sum([Incidents.saved.key], times: 1)),
        incidents(
            "rescues_direct", "người cứu trực tiếp", "người", accidents,
            .sum([Incidents.savedDirectly.key], times: 1)),
        incidents(
            "rescues_guided", "người được hướng dẫn thoát nạn", "người", accidents,
            .sum([Incidents.guidedOut.key], times: 1)),
        incidents(
            "rescues_bodies", "thi thể tìm được", "thi thể", accidents,
            .sum([Incidents.bodies.key], times: 1)),
        incidents(
            "rescues_property_saved", "tài sản cứu được", of: "tai nạn, sự cố", "triệu đồng",
            accidents,
            .sum([Incidents.propertySaved.key], times: million)),
    ]

    // MARK: Outreach

    private static func activities(
        _ key: String, _ label: String, _ unit: String, _ field: Field<Int>
    ) -> ReportMeasure {
        ReportMeasure(
            key, label, unit: unit, OutreachActivities.description,
            on: OutreachActivities.held.key, .sum([field.key], times: 1))
    }

    static let outreach = [
        activities(
            "outreach_articles", "tin, bài đã đăng", "tin, bài", OutreachActivities.articles),
        activities(
            "outreach_pictures", "hình ảnh đã đăng", "hình ảnh", OutreachActivities.pictures),
        ReportMeasure(
            "app_installs", "người đã cài ứng dụng Báo cháy 114", unit: "người",
            AppGuidances.description, on: AppGuidances.held.key,
            .sum([AppGuidances.installed.key], times: 1)),
        activities(
            "outreach_sessions", "buổi tuyên truyền", "buổi", OutreachActivities.sessions),
        activities(
            "outreach_people", "người được tuyên truyền", "người", OutreachActivities.people),
        activities("outreach_leaflets", "tờ rơi đã phát", "tờ", OutreachActivities.leaflets),
    ]

    // MARK: Inspections

    private static func visits(
        _ key: String, _ label: String, _ condition: Condition = .always
    ) -> ReportMeasure {
        ReportMeasure(
            key, label, unit: "cơ sở", Inspections.description, on: Inspections.visited.key,
            .different(Inspections.facility.key),
            where: .all([Inspections.cancelled == nil, condition]))
    }

    static let inspections = [
        visits("inspected", "cơ sở được kiểm tra"),
        visits("inspected_periodic", "cơ sở kiểm tra định kỳ", Inspections.kind == .periodic),
        visits(
            "inspected_unscheduled", "cơ sở kiểm tra đột xuất, chuyên đề",
            Inspections.kind == .unscheduled),
        ReportMeasure(
            "self_inspections", "lượt tự kiểm tra của cơ sở", unit: "lượt",
            SelfInspections.description, on: SelfInspections.day.key),
    ]

    private static func decided(
        _ key: String, _ label: String, _ outcomes: [Violations.Outcome]
    ) -> ReportMeasure {
        ReportMeasure(
            key, label, unit: "trường hợp", Violations.description, on: Violations.decided.key,
            where: .any(outcomes.map { Violations.outcome == $0 }))
    }

    static let enforcement = [
        ReportMeasure(
            "violations", "vi phạm được phát hiện", unit: "vi phạm", Violations.description,
            on: Violations.found.key),
        decided("sanctioned", "trường hợp bị xử phạt", [.warning, .fine]),
        decided("sanctioned_warning", "trường hợp bị cảnh cáo", [.warning]),
        ReportMeasure(
            "suspended_partial", "cơ sở bị tạm đình chỉ hoạt động", unit: "cơ sở",
            Suspensions.description, on: Suspensions.from.key,
            .different(Suspensions.facility.key), where: Suspensions.kind == .partial),
        ReportMeasure(
            "suspended_whole", "cơ sở bị đình chỉ hoạt động", unit: "cơ sở",
            Suspensions.description, on: Suspensions.from.key,
            .different(Suspensions.facility.key),
            where: Suspensions.kind == .whole || Suspensions.kind == .penalty),
        decided("sanctioned_fine", "trường hợp bị phạt tiền", [.fine]),
        ReportMeasure(
            "fines", "tiền phạt theo quyết định", unit: "triệu đồng", Violations.description,
            on: Violations.decided.key, .sum([Violations.fine.key], times: thousandth),
            where: Violations.outcome == .fine),
        ReportMeasure(
            "resumed", "cơ sở được phục hồi hoạt động", unit: "cơ sở", Suspensions.description,
            on: Suspensions.resumed.key, .different(Suspensions.facility.key)),
        ReportMeasure(
            "recommendations", "kiến nghị gửi cấp có thẩm quyền", unit: "kiến nghị",
            Recommendations.description, on: Recommendations.sent.key),
    ]

    // MARK: Plans, drills, training, devices

    private static let planKinds: [(name: String, kind: ResponsePlans.Kind, words: String)] = [
        ("pc06", .facility, "phương án của cơ sở (PC06)"),
        ("pc07", .vehicle, "phương án của phương tiện giao thông (PC07)"),
        ("pc08", .police, "phương án chữa cháy của Công an (PC08)"),
        ("pc09", .rescue, "phương án cứu nạn, cứu hộ của Công an (PC09)"),
    ]

    static let plans: [ReportMeasure] = planKinds.flatMap { name, kind, words in
        [
            ReportMeasure(
                "\(name)_approved", "\(words) được xây dựng, phê duyệt", unit: "phương án",
                ResponsePlans.description, on: ResponsePlans.approved.key,
                where: ResponsePlans.kind == kind),
            ReportMeasure(
                "\(name)_drilled", "\(words) được thực tập", unit: "phương án",
                ResponsePlans.description, on: ResponsePlans.lastDrill.key,
                where: ResponsePlans.kind == kind),
        ]
    }

    static let training = [
        ReportMeasure(
            "courses", "lớp tập huấn, huấn luyện", unit: "lớp", TrainingCourses.description,
            on: TrainingCourses.began.key),
        ReportMeasure(
            "courses_people", "lượt người được tập huấn, huấn luyện", unit: "lượt người",
            TrainingCourses.description, on: TrainingCourses.began.key,
            .sum([TrainingCourses.attended.key], times: 1)),
        ReportMeasure(
            "public_trainings", "buổi hướng dẫn kỹ năng cho người dân", unit: "buổi",
            PublicTrainings.description, on: PublicTrainings.held.key),
        ReportMeasure(
            "public_trainings_people", "người được hướng dẫn kỹ năng", unit: "người",
            PublicTrainings.description, on: PublicTrainings.held.key,
            .sum([PublicTrainings.people.key], times: 1)),
        ReportMeasure(
            "drills", "cuộc thực tập, diễn tập", unit: "cuộc", Drills.description,
            on: Drills.held.key),
    ]

    static let devices = [
        ReportMeasure(
            "transmitters_registered", "cơ sở đăng ký lắp thiết bị truyền tin báo cháy",
            unit: "cơ sở", Transmitters.description, on: Transmitters.registered.key,
            .different(Transmitters.facility.key)),
        ReportMeasure(
            "transmitters_connected", "cơ sở kết nối thiết bị truyền tin báo cháy", unit: "cơ sở",
            Transmitters.description, on: Transmitters.connected.key,
            .different(Transmitters.facility.key)),
    ]
}
