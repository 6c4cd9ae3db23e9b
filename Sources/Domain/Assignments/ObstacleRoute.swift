/// To whom a plan tells its units to bring difficulties (khó khăn, vướng mắc).
package enum ObstacleRoute {
    /// Names of units as the plan has them, the first that the ward knows is the one: through whom
    /// it goes, then to whom.
    package static func unitNames(in reading: PlanReading) -> [String] {
        reading.reports.filter { $0.recurrence == .adHoc }
            .flatMap { [$0.via, $0.to].compactMap { $0 } }
    }
}
