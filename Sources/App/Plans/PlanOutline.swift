import Domain

/// What was understood of a plan, as lines that a person reads in a terminal.
struct PlanOutline {
    let source: SourceText

    func text(_ reading: PlanReading) -> String {
        var lines = Self.head(reading.document)
        lines += [
            "",
            """
            \(reading.sections.count) mục, \(reading.tasks.count) nhiệm vụ, \
            \(reading.objectives.count) mục tiêu, \(reading.references.count) văn bản viện dẫn, \
            \(reading.reports.count) chế độ báo cáo, \(reading.units.count) đơn vị
            """,
        ]
        var entries: [(line: Int, text: [String])] = []
        entries += reading.sections.map { ($0.line, ["", "\($0.path). \($0.title ?? "")"]) }
        entries += reading.unitHeadings.map {
            ($0.line, ["  [\($0.units.joined(separator: "; "))]"])
        }
        entries += reading.objectives.map { ($0.lineStart, ["  · \($0.textStart)…"]) }
        entries += reading.tasks.map { ($0.lineStart, task($0)) }
        entries += reading.reports.map { ($0.line, [report($0)]) }
        // Sorting keeps the order of what stands on one line.
        let sorted = entries.enumerated().sorted {
            ($0.element.line, $0.offset) < ($1.element.line, $1.offset)
        }
        lines += sorted.flatMap(\.element.text)
        return lines.joined(separator: "\n")
    }

    private static func head(_ document: DocumentHead) -> [String] {
        let parts: [(String, String?)] = [
            ("Số", document.number ?? document.numberSuffix), ("Cơ quan", document.issuer),
            ("Ngày", document.date), ("Nơi", document.place), ("Tên", document.title),
            ("Ghi chú", document.statusNote),
        ]
        return parts.compactMap { label, value in value.map { "\(label): \($0)" } }
    }

    private func task(_ task: TaskReading) -> [String] {
        var lines = [
            "  \(task.id)  (\(source.place(of: task.lineStart))) \(task.text ?? task.textStart)"
        ]
        let parts: [(String, [String])] = [
            ("chủ trì", task.leadUnits),
            ("phối hợp", task.coordinatingUnits + task.genericPartners),
            ("chỉ đạo", task.directedUnits), ("thời hạn", task.deadlines.map(Self.deadline)),
            ("chỉ tiêu", task.targets.map(\.text)), ("sản phẩm", task.product.map { [$0] } ?? []),
        ]
        for (label, values) in parts where !values.isEmpty {
            lines.append("      \(label): \(values.joined(separator: "; "))")
        }
        return lines
    }

    private static func deadline(_ deadline: Deadline) -> String {
        let parts = [deadline.date, deadline.recurrence?.rawValue].compactMap { $0 }
        return parts.isEmpty ? deadline.text : "\(deadline.text) [\(parts.joined(separator: ", "))]"
    }

    private func report(_ duty: ReportDutyReading) -> String {
        let from = duty.from.isEmpty ? "?" : duty.from.joined(separator: "; ")
        let due = duty.due.map { ", hạn \($0)" } ?? ""
        return
            "  ▸ báo cáo (\(source.place(of: duty.line))): \(from) → \(duty.to ?? "?")\(due) (\(duty.recurrence.rawValue))"
    }
}
