import Domain
import Storage

/// How reports and their standing are said.
enum ReportWords {
    /// `7/12 đơn vị đã gửi, 2 đơn vị quá hạn`.
    static func delivered(_ standing: ReportPeriodStanding) -> String {
        if standing.deliveries.isEmpty { return "không hỏi đơn vị nào" }
        return "\(standing.deliveredCount)/\(standing.deliveries.count) đơn vị đã gửi"
    }

    /// `còn 13 ngày`, `quá hạn 4 ngày`.
    static func left(_ delivery: ReportDelivery, today: Day) -> String {
        let late = delivery.daysLate(today: today)
        if late > 0 { return "quá hạn \(late) ngày" }
        let days = delivery.due.number - today.number
        return days == 0 ? "hạn là hôm nay" : "còn \(days) ngày"
    }

    static func tag(_ delivery: ReportDelivery, today: Day) -> HTML {
        let late = delivery.daysLate(today: today)
        switch delivery.report.state {
        case .accepted, .submitted:
            let word = delivery.report.state.title
            return late > 0
                ? Tag.state("\(word), muộn \(late) ngày", .warn) : Tag.state(word, .good)
        case .none, .draft, .returned:
            let word = delivery.report.state.title
            if late > 0 { return Tag.state("\(word), quá hạn \(late) ngày", .danger) }
            return Tag.state(word, delivery.report.state == .returned ? .warn : .plain)
        }
    }

    static func tag(_ standing: ReportPeriodStanding, today: Day) -> HTML {
        if let sent = standing.period.sent {
            return Tag.state("Đã gửi ngày \(sent.on.vietnamese)", .good)
        }
        let late = standing.late(today: today).count
        if standing.period.due < today, standing.isOpen {
            return Tag.state("Quá hạn \(today.number - standing.period.due.number) ngày", .danger)
        }
        if late > 0 { return Tag.state("\(late) đơn vị quá hạn", .danger) }
        return standing.isOpen ? Tag.state("Đang làm", .info) : Tag.state("Đủ báo cáo", .good)
    }

    static func tag(_ status: ReportedShare.Status) -> HTML {
        switch status {
        case .done: Tag.state("Hoàn thành", .good)
        case .doneLate: Tag.state("Hoàn thành muộn", .warn)
        case .waiting: Tag.state("Chờ xác nhận", .info)
        case .waitingLate: Tag.state("Nộp muộn, chờ xác nhận", .warn)
        case .onTime: Tag.state("Đang làm", .info)
        case .atRisk: Tag.state("Có nguy cơ", .warn)
        case .late: Tag.state("Quá hạn", .danger)
        case .notStarted: Tag.state("Chưa bắt đầu", .plain)
        }
    }

    /// Reports due within so many days stand beside the work.
    static let daysAhead = 30

    /// Reports that are still owed, one line for each period: the units that owe it by name, or by
    /// number where they are many.
    static func owed(_ reports: [OwedReport], on today: Day, namesUnits: Bool = false) -> HTML {
        var order: [ReportPeriod] = []
        for report in reports where order.last?.id != report.period.id {
            order.append(report.period)
        }
        let rows: [[HTML]] = order.map { period in
            let units = reports.filter { $0.period.id == period.id }.compactMap(\.unitName)
            let who =
                units.isEmpty
                ? "phường"
                : units.count > 3 ? "\(units.count) đơn vị" : units.joined(separator: "; ")
            let state = Tag.state(
                WorkWords.left(period.due, on: today), period.due < today ? .danger : .plain)
            let name: HTML = """
                <a href="/reports/\(period.id)">\(period.title)</a>\
                <span class="table__more">Kế hoạch \(period.duty.planNumber): \(period.duty.planTitle)</span>
                """
            return (namesUnits ? [name, "\(who)"] : [name]) + [state, "\(period.due.vietnamese)"]
        }
        let columns =
            (namesUnits ? ["Báo cáo", "Chưa gửi"] : ["Báo cáo"]).map { DataTable.Column($0) }
        return DataTable.cards(
            "Báo cáo phải gửi",
            columns + [.init("Còn lại"), .init("Ngày cuối", isNumber: true)], rows)
    }

    /// Who owes a report; the plan's sentence may name nobody.
    static func reporters(_ duty: ReportDuty) -> String {
        duty.from.isEmpty ? "kế hoạch không ghi ai" : duty.from.joined(separator: "; ")
    }

    /// Where one has come from.
    static func crumb(_ steps: [(String, String)]) -> HTML {
        let links: [HTML] = steps.enumerated().map { index, step in
            "\(index == 0 ? "← " : " › ")<a href=\"\(step.1)\">\(step.0)</a>"
        }
        return "<p class=\"crumb no-print\">\(links)</p>"
    }
}
