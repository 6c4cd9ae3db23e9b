import Domain
import Storage

/// What the units of the sample ward reported by themselves: figures of targets, yearly reports.
extension SampleProgramme {
    /// A value of a target, found by words of the plan.
    private struct Figure {
        let login: String
        let target: String
        /// Days ago and the value then.
        let values: [(daysAgo: Int, value: Double)]
        let note: String
    }

    private static let figures = [
        Figure(
            login: "vanhoa", target: "tối thiểu 04 lượt/tuần",
            values: [(21, 3), (14, 4), (7, 5)], note: "Theo sổ phát thanh."),
        Figure(
            login: "congan", target: "từ 6% đến 9%",
            values: [(89, 4.5), (59, 6.5), (28, 7)], note: "Theo danh sách cơ sở đăng ký."),
        Figure(
            login: "kinhte", target: "tối thiểu 60%", values: [(40, 38), (10, 52)],
            note: "Theo phiếu khảo sát của các tổ dân phố."),
        Figure(
            login: "kinhte", target: "tối thiểu 40%", values: [(12, 33)],
            note: "11 ngõ trên 33 ngõ đã có giải pháp."),
    ]

    /// Events of the ward's first plan.
    func reported() async throws -> [Event] {
        let office = try people.officer("vanphong")
        let known = try await database.read { tx in
            guard let plan = try tx.runningPlans(for: office).last else {
                return (targets: [TargetStanding](), plan: "", period: nil as ReportPeriodStanding?)
            }
            let period = try tx.reportPeriods(for: office).first {
                $0.period.duty.plan == plan.id && !$0.period.duty.content.isOfWard
            }
            return (try tx.targets(of: plan, for: office), plan.id, period)
        }
        var events = try Self.figures.flatMap { figure -> [Event] in
            let officer = try people.officer(figure.login)
            guard let target = known.targets.first(where: { $0.target.text == figure.target })
            else { return [] }
            return figure.values.map { daysAgo, value in
                Event(at: moment(daysAgo: daysAgo, hour: 16), subject: target.target.id) { tx in
                    try tx.reportTarget(
                        target.target.id, of: known.plan, day: tx.today, value: value,
                        note: figure.note, evidence: nil, by: officer)
                }
            }
        }
        if let period = known.period { events += try yearlyReports(period.period.id) }
        return events
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
