package import Domain
package import Storage

/// A small fictional plan for tests, understood by hand: six tasks over two unit headings.
package enum TestPlan {
    package static let lines = [
        "ỦY BAN NHÂN DÂN PHƯỜNG THỬ", "Số: /KH-UBND", "KẾ HOẠCH",
        "Thực hiện công tác PCCC năm 2026",
        "I. NHIỆM VỤ", "1. Công an phường",
        "- Chủ trì, phối hợp với Phòng Kinh tế rà soát các cơ sở kinh doanh; lập danh sách trước ngày 31/12/2026.",
        "- Kiểm tra ít nhất 25% cơ sở trong năm 2026. Xử lý nghiêm các vi phạm.",
        "- Phối hợp tuyên truyền tại khu dân cư.",
        "2. Các tổ dân phố",
        "- Tuyên truyền tới từng hộ gia đình hằng tháng.",
        "- Báo cáo kết quả trước ngày 05/12 hằng năm.",
        "3. Văn phòng",
        "- Theo dõi, đôn đốc việc thực hiện Kế hoạch.",
    ]

    package static func task(
        _ id: String, line: Int, leads: [String], partners: [String] = [], cue: String? = nil
    ) -> TaskReading {
        var task = TaskReading(
            id: id, sectionPath: "I.\(id.dropFirst(2).prefix(1))", unitHeading: leads.first,
            text: String(lines[line - 1].dropFirst(2)), lineStart: line, lineEnd: line)
        task.leadUnits = leads
        task.coordinatingUnits = partners
        task.roleCue = cue
        return task
    }

    /// - Parameter lacksLead: whether one task says only "phối hợp", as plans do.
    package static func reading(lacksLead: Bool = false) -> PlanReading {
        var reading = PlanReading(file: "ke-hoach-thu.txt")
        reading.document.kind = "plan"
        reading.document.numberSuffix = "/KH-UBND"
        reading.document.issuer = "UBND phường Thử"
        reading.document.date = "2026-05"
        reading.document.title = "Thực hiện công tác PCCC năm 2026"
        reading.sections = [
            PlanSection(path: "I", title: "NHIỆM VỤ", line: 5, lineEnd: 5, kind: .heading)
        ]
        reading.unitHeadings = [
            UnitHeading(
                sectionPath: "I.1", label: "1", title: "Công an phường", line: 6,
                units: ["Công an phường"]),
            UnitHeading(
                sectionPath: "I.2", label: "2", title: "Các tổ dân phố", line: 10,
                units: ["Các tổ dân phố"]),
            UnitHeading(
                sectionPath: "I.3", label: "3", title: "Văn phòng", line: 13,
                units: ["Văn phòng HĐND và UBND phường"]),
        ]
        var list = task(
            "I.1.1", line: 7, leads: ["Công an phường"], partners: ["Phòng Kinh tế"],
            cue: "Chủ trì")
        list.rolePhrase = "Chủ trì, phối hợp với Phòng Kinh tế"
        list.deadlines = [Deadline(text: "trước ngày 31/12/2026", type: .by, date: "2026-12-31")]
        var inspect = task("I.1.2", line: 8, leads: ["Công an phường"])
        inspect.targets = [
            TargetReading(
                text: "ít nhất 25%", metric: "cơ sở được kiểm tra", min: 25, max: nil,
                unit: "percent", per: nil, by: "2026-12-31")
        ]
        let join = task(
            "I.1.3", line: 9, leads: lacksLead ? [] : ["Công an phường"], cue: "Phối hợp")
        var outreach = task("I.2.1", line: 11, leads: ["Các tổ dân phố"])
        outreach.deadlines = [
            Deadline(text: "hằng tháng", type: .recurring, date: nil, recurrence: .monthly)
        ]
        var report = task("I.2.2", line: 12, leads: ["Các tổ dân phố"])
        report.deadlines = [
            Deadline(
                text: "trước ngày 05/12 hằng năm", type: .recurring, date: "--12-05",
                recurrence: .yearly)
        ]
        let follow = task("I.3.1", line: 14, leads: ["Văn phòng HĐND và UBND phường"])
        reading.tasks = [list, inspect, join, outreach, report, follow]
        reading.units = [
            UnitMention(canonical: "Công an phường", aliases: ["Công an phường"], firstLine: 6),
            UnitMention(canonical: "Phòng Kinh tế", aliases: ["Phòng Kinh tế"], firstLine: 7),
            UnitMention(canonical: "Các tổ dân phố", aliases: ["Các tổ dân phố"], firstLine: 10),
            UnitMention(
                canonical: "Văn phòng HĐND và UBND phường", aliases: ["Văn phòng"], firstLine: 13),
        ]
        return reading
    }

    package static func intake(
        lacksLead: Bool = false, note: String = "", issuer: String? = nil
    ) -> PlanIntake {
        let text = (lines + [note]).joined(separator: "\n")
        var reading = reading(lacksLead: lacksLead)
        if let issuer { reading.document.issuer = issuer }
        return PlanIntake(
            content: Array(text.utf8), fileName: "ke-hoach-thu.txt", mediaType: "text/plain",
            source: SourceText(text: text), reading: reading)
    }
}
