import Domain
import Storage

/// What the units of the sample ward reported by themselves: yearly reports.
extension SampleProgramme {
    /// Events of the ward's first plan.
    func reported() async throws -> [Event] {
        let office = try people.officer("vanphong")
        let period = try await database.read { tx -> ReportPeriodStanding? in
            guard let plan = try tx.runningPlans(for: office).last else { return nil }
            return try tx.reportPeriods(for: office).first {
                $0.period.duty.plan == plan.id && !$0.period.duty.content.isOfWard
            }
        }
        return try period.map { try yearlyReports($0.period.id) } ?? []
    }

    /// Two units have handed in their yearly report, one has begun.
    private func yearlyReports(_ period: String) throws -> [Event] {
        let units = [("quansu", 3, true), ("trungtam", 2, true), ("to01", 1, false)]
        return try units.map { login, daysAgo, isSubmitted in
            let officer = try people.officer(login)
            return Event(at: moment(daysAgo: daysAgo, hour: 9), subject: login) { tx in
                guard let unit = officer.unit else { return }
                try tx.writeUnitReport(
                    UnitReport(
                        results: "Đã quán triệt Kế hoạch và làm xong các việc đến hạn trong kỳ.",
                        obstacles: "Phương tiện chữa cháy tại chỗ còn thiếu.",
                        proposals: "Bổ sung phương tiện trong năm tới."),
                    ofPeriod: period, unit: unit, isSubmitted: isSubmitted, version: 0, by: officer)
            }
        }
    }
}
