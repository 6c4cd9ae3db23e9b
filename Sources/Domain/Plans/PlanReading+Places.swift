extension PlanReading {
    /// Path of the heading under which a line stands; empty above the first one.
    package func path(at line: Int) -> String {
        let headings =
            sections.map { ($0.line, $0.path) } + unitHeadings.map { ($0.line, $0.sectionPath) }
        return headings.filter { $0.0 <= line }.max { $0.0 < $1.0 }?.1 ?? ""
    }

    /// The same with the tasks as people corrected them, for checking what is still open.
    package func corrected(by tasks: [PlanTask], unitName: (TaskUnit) -> String) -> PlanReading {
        let read = Dictionary(
            self.tasks.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        var copy = self
        copy.tasks = tasks.map { task in
            var reading =
                read[task.code]
                ?? TaskReading(
                    id: task.code, sectionPath: task.sectionPath, unitHeading: task.unitHeading,
                    text: task.text, lineStart: task.lineStart, lineEnd: task.lineEnd)
            func names(_ role: TaskUnit.Role) -> [String] { task.units(role).map(unitName) }
            reading.text = task.text
            reading.leadUnits = names(.lead)
            reading.coordinatingUnits = names(.coordinate)
            reading.deadlines = task.deadlines
            reading.targets = task.targets.map {
                TargetReading(
                    text: $0.text, metric: $0.name, min: $0.min, max: $0.max, unit: $0.unit,
                    per: $0.per, by: $0.due)
            }
            reading.product = task.product
            return reading
        }
        return copy
    }
}
