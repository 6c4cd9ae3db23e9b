/// A reading as text for people: headings, tasks with their units and dates, what else was found.
package struct PlanOutline {
    private let reading: PlanReading

    /// Lines indented by depth.
    package static func text(_ reading: PlanReading) -> String {
        PlanOutline(reading: reading).text
    }

    private var text: String {
        var lines = head
        for entry in entries { lines += entry }
        lines += reports
        lines += counts
        return lines.joined(separator: "\n") + "\n"
    }

    // MARK: Head

    private var head: [String] {
        let document = reading.document
        var first = ["KẾ HOẠCH"]
        if let number = document.number {
            first.append("số \(number)")
        } else if let suffix = document.numberSuffix {
            first.append("số …\(suffix)")
        }
        if let issuer = document.issuer { first.append("· \(issuer)") }
        if let date = document.date { first.append("· \(Self.day(date))") }
        var lines = [first.joined(separator: " ")]
        if let title = document.title { lines.append(Self.shortened(title, to: 200)) }
        if let note = document.statusNote { lines.append("Lưu ý: \(note)") }
        return lines
    }

    // MARK: Body

    private struct Place: Comparable {
        var line: Int
        var order: Int

        static func < (one: Place, other: Place) -> Bool {
            (one.line, one.order) < (other.line, other.order)
        }
    }

    private var entries: [[String]] {
        var found: [(Place, [String])] = []
        for section in reading.sections where section.title != nil {
            let depth = section.path.split(separator: ".").count - 1
            found.append(
                (
                    Place(line: section.line, order: 0),
                    (depth == 0 ? [""] : []) + [
                        Self.indent(depth) + section.path + ". "
                            + Self.shortened(section.title ?? "", to: 90)
                    ]
                ))
        }
        for heading in reading.unitHeadings {
            guard let label = heading.label else { continue }
            found.append(
                (
                    Place(line: heading.line, order: 1),
                    [Self.indent(2) + "\(label)) \(heading.title)"]
                ))
        }
        for objective in reading.objectives {
            found.append(
                (
                    Place(line: objective.lineStart, order: 2),
                    [
                        Self.indent(2)
                            + "○ \(objective.textStart)… \(Self.lines(objective.lineStart, objective.lineEnd))"
                    ]
                ))
        }
        for task in reading.tasks {
            found.append((Place(line: task.lineStart, order: task.row ?? 3), Self.task(task)))
        }
        return found.sorted { $0.0 < $1.0 }.map(\.1)
    }

    private static func task(_ task: TaskReading) -> [String] {
        let margin = indent(2)
        var lines = [
            margin + "• \(task.id) "
                + "\(shortened(task.text ?? task.textStart, to: 110)) \(Self.lines(task.lineStart, task.lineEnd))"
        ]
        func add(_ label: String, _ values: [String]) {
            if !values.isEmpty {
                lines.append(margin + "    \(label): " + values.joined(separator: "; "))
            }
        }
        add("chủ trì", task.leadUnits)
        add("phối hợp", task.coordinatingUnits + task.genericPartners.map { "(\($0))" })
        add("chỉ đạo", task.directedUnits)
        add("tham mưu cho", task.advises)
        add("thời hạn", task.deadlines.map(\.text))
        add(
            "chỉ tiêu",
            task.targets.map { target in
                target.by.map { "\(target.text), đến \(day($0))" } ?? target.text
            })
        add("sản phẩm", [task.product].compactMap { $0 })
        return lines
    }

    // MARK: Foot

    private var reports: [String] {
        guard !reading.reports.isEmpty else { return [] }
        return ["", "CHẾ ĐỘ BÁO CÁO"]
            + reading.reports.map { report in
                var parts = [
                    report.from.isEmpty ? "(chưa rõ ai gửi)" : report.from.joined(separator: "; ")
                ]
                parts.append("→ \(report.to ?? "(chưa rõ nơi nhận)")")
                if let via = report.via { parts.append("qua \(via)") }
                if let due = report.due { parts.append("trước \(Self.day(due))") }
                parts.append("[\(Self.cycle(report.recurrence))] (dòng \(report.line))")
                return Self.indent(1) + parts.joined(separator: " ")
            }
    }

    private var counts: [String] {
        [
            "",
            "\(reading.tasks.count) nhiệm vụ, \(reading.objectives.count) mục tiêu và yêu cầu, "
                + "\(reading.units.count) đơn vị, \(reading.references.count) văn bản viện dẫn, "
                + "\(reading.repairs.count) chỗ nghi lỗi chữ.",
        ]
    }

    private static func cycle(_ recurrence: ReportDutyReading.Recurrence) -> String {
        switch recurrence {
        case .yearly: "hằng năm"
        case .quarterly: "hằng quý"
        case .monthly: "hằng tháng"
        case .weekly: "hằng tuần"
        case .daily: "hằng ngày"
        case .halfYearly: "sáu tháng một lần"
        case .once: "một lần"
        case .unspecified: "định kỳ"
        case .adHoc: "khi có vướng mắc"
        case .asPrescribed: "theo quy định"
        }
    }

    // MARK: Small forms

    private static func indent(_ depth: Int) -> String { String(repeating: "  ", count: depth) }

    private static func lines(_ first: Int, _ last: Int) -> String {
        first == last ? "(dòng \(first))" : "(dòng \(first)–\(last))"
    }

    private static func shortened(_ text: String, to length: Int) -> String {
        text.count <= length ? text : text.prefix(length - 1) + "…"
    }

    /// `2026-06-01` as 01/06/2026, `--12-05` as 05/12.
    private static func day(_ date: String) -> String {
        date.split(separator: "-").reversed().joined(separator: "/")
    }
}
