import Domain
import Storage

/// What people said of an alarm, with how to call them back.
enum FireReportPanel {
    static func section(_ lines: [FireReportLine]) -> HTML? {
        guard !lines.isEmpty else { return nil }
        let rows: [[HTML]] = lines.map { line in
            let report = line.report
            let people: HTML? =
                report.people.isEmpty ? nil : "<br><strong>Người: \(report.people)</strong>"
            return [
                "\(report.what)\(people)", place(report), caller(line),
                "\(line.at.clock) \(line.at.day.vietnamese)",
            ]
        }
        return Panel.section(
            "Người báo", note: "tên và điện thoại chỉ người trực xem được", isPadded: false,
            DataTable.cards(
                "Tin của người báo",
                [
                    .init("Nói gì"), .init("Ở đâu"), .init("Ai báo"),
                    .init("Lúc", isNumber: true),
                ], rows))
    }

    private static func place(_ report: FireReport) -> HTML {
        let point: HTML? = report.point.map { point in
            "<br><span class=\"muted\">\(Degrees(point.latitude).shown); \(Degrees(point.longitude).shown)</span>"
        }
        return "\(report.place.isEmpty ? "Theo vị trí của máy" : report.place)\(point)"
    }

    private static func caller(_ line: FireReportLine) -> HTML {
        let report = line.report
        let name: HTML = "\(report.caller.isEmpty ? "Không nói tên" : report.caller)"
        let phone: HTML? = Telephone(text: report.phone).map { phone in
            "<br><a href=\"tel:\(phone.digits)\"><strong>\(phone.shown)</strong></a>"
        }
        let by = line.byName.map { "\(report.source.title); \($0) ghi" } ?? report.source.title
        let made: HTML? =
            line.madeUp == 0
            ? nil
            : "<br>\(Tag.state("Nơi gửi này từng báo giả \(line.madeUp) lần", .warn))"
        return "\(name)\(phone)<br><span class=\"muted\">\(by)</span>\(made)"
    }
}
