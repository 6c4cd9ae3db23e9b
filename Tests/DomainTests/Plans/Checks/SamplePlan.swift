import Domain

/// Fictional plans for the rules: the ward An Hòa, which does not exist.
enum SamplePlan {
    static let today = day("2026-06-01")

    static func day(_ iso: String) -> Day { Day(iso: iso) ?? Day(number: 0) }

    /// A plan in which nothing is to be found, with the tasks given.
    static func reading(
        _ tasks: TaskReading..., file: String = "an-hoa.txt", date: String? = "2026-03-09",
        change: (inout PlanReading) -> Void = { _ in }
    ) -> PlanReading {
        var reading = PlanReading(file: file)
        reading.document.number = "27/KH-UBND"
        reading.document.date = date
        reading.document.recipients = ["UBND tỉnh", "Các đơn vị, cá nhân mục III", "Lưu: VT"]
        reading.sections = [
            PlanSection(path: "I", title: "MỤC ĐÍCH", line: 3, lineEnd: 3, kind: .heading),
            PlanSection(path: "II", title: "NHIỆM VỤ", line: 6, lineEnd: 6, kind: .heading),
        ]
        reading.reports = [report(due: "--12-01")]
        for (index, task) in tasks.enumerated() {
            var task = task
            task.lineStart = 10 + index * 10
            task.lineEnd = task.lineStart + 1
            task.id = "II.\(index + 1)"
            reading.tasks.append(task)
        }
        change(&reading)
        return reading
    }

    static func task(
        _ text: String, lead: [String] = ["Công an phường"], with: [String] = [],
        cue: String? = nil, deadlines: [Deadline] = [], targets: [TargetReading] = []
    ) -> TaskReading {
        var task = TaskReading(
            id: "", sectionPath: "II", unitHeading: nil, text: text, lineStart: 1, lineEnd: 1)
        task.leadUnits = lead
        task.coordinatingUnits = with
        task.roleCue = cue
        task.deadlines = deadlines
        task.targets = targets
        return task
    }

    static func report(
        from: [String] = ["Các tổ dân phố"], to: String? = "UBND phường", due: String?,
        recurrence: ReportDutyReading.Recurrence = .yearly, line: Int = 40
    ) -> ReportDutyReading {
        ReportDutyReading(
            from: from, to: to, via: nil, due: due, recurrence: recurrence, line: line)
    }

    static func by(_ text: String, _ date: String) -> Deadline {
        Deadline(text: text, type: .by, date: date)
    }

    static func percent(
        _ text: String, _ low: Double?, _ high: Double? = nil, per: String? = nil,
        by: String? = nil
    ) -> TargetReading {
        TargetReading(text: text, min: low, max: high, unit: "percent", per: per, by: by)
    }

    static func cited(
        _ number: String, _ date: String?, line: Int = 11,
        kind: DocumentReference.Kind = .decree
    ) -> DocumentReference {
        DocumentReference(
            kind: kind, number: number, name: nil, date: date, issuer: nil, line: line)
    }

    /// What is found of one code.
    static func found(
        _ code: String, _ readings: [PlanReading], library: DocumentLibrary = .known
    ) -> [PlanDiagnostic] {
        PlanCheck.run(readings, library: library, today: today).filter { $0.code == code }
    }
}
