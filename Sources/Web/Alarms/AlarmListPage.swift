import Domain
import Storage

/// The latest signals, newest first; refusals with their reason; devices that were never heard.
struct AlarmListPage: Sendable {
    let lines: [AlarmLine]
    let unheard: [AlarmAccountLine]
    let unheardCount: Int
    let refusals: [AlarmRefusalCount]

    var html: HTML {
        """
        <h1>Báo cháy</h1>
        <p class="lede">\(lede)</p>
        \(signals)
        \(refusalPanel)
        \(unheardPanel)
        """
    }

    private var lede: HTML {
        guard let last = lines.first else { return "Chưa nhận tín hiệu nào." }
        let quiet: HTML? =
            unheardCount == 0 ? nil : " \(unheardCount.vietnamese) số chưa nghe lần nào."
        return "Tín hiệu mới nhất nhận lúc \(last.receivedAt.vietnamese).\(quiet)"
    }

    private var signals: HTML {
        guard !lines.isEmpty else {
            return Panel.section(
                "Tín hiệu",
                EmptyState.block(
                    "Chưa có tín hiệu nào.",
                    advice:
                        "Thiết bị truyền tin gửi đến cổng nhận của máy chủ bằng số tài khoản đã cấp."
                ))
        }
        let rows: [[HTML]] = lines.map { line in
            [
                facility(line.facility, line.facilityName), signal(line),
                "\(AlarmWords.place(line.signal))",
                device(line.transmitter, line.serial, line.number),
                "\(line.receivedAt.vietnamese)\(AlarmWords.clock(line).map { "<br><span class=\"muted\">\($0)</span>" as HTML })",
            ]
        }
        let note =
            lines.count == Transaction.alarmPageRows
            ? "\(lines.count) tín hiệu mới nhất" : "mới nhất trước"
        return Panel.section(
            "Tín hiệu", note: note, isPadded: false,
            DataTable.cards(
                "Tín hiệu",
                [
                    .init("Cơ sở"), .init("Tín hiệu"), .init("Nơi"), .init("Thiết bị"),
                    .init("Nhận lúc", isNumber: true),
                ], rows))
    }

    private func signal(_ line: AlarmLine) -> HTML {
        let signal = line.signal
        let text: HTML? = signal.text.map { "<br><span class=\"muted\">\($0)</span>" }
        let marks: HTML? =
            line.marks.titles.isEmpty
            ? nil : "<br><span class=\"muted\">\(line.marks.titles.joined(separator: ", "))</span>"
        return """
            \(Tag.state(AlarmWords.state(signal), AlarmWords.tone(signal)))<br>\(signal.meaning)\(text)\(marks)
            """
    }

    private func facility(_ id: String, _ name: String?) -> HTML {
        "<a href=\"/registers/facilities/\(id)\">\(name ?? "Cơ sở chưa có tên")</a>"
    }

    /// By its serial number where the register has it, and by the number that it reports with.
    private func device(_ id: String, _ serial: String?, _ number: String) -> HTML {
        let path = "/registers/transmitters/\(id)"
        guard let serial else { return "<a href=\"\(path)\">số \(number)</a>" }
        return "<a href=\"\(path)\">\(serial)</a><br><span class=\"muted\">số \(number)</span>"
    }

    private var unheardPanel: HTML? {
        guard !unheard.isEmpty else { return nil }
        let rows: [[HTML]] = unheard.map { line in
            [
                facility(line.facility, line.facilityName),
                device(line.transmitter, line.serial, line.number),
                "\(line.hasKey ? "có mã hóa" : "không mã hóa")", "\(line.createdAt.vietnamese)",
            ]
        }
        return Panel.section(
            "Chưa nghe lần nào",
            note: unheardCount > unheard.count
                ? "\(unheardCount.vietnamese) số, đây là \(unheard.count) số cấp sớm nhất"
                : "\(unheardCount.vietnamese) số",
            isPadded: false,
            DataTable.cards(
                "Thiết bị chưa nghe lần nào",
                [
                    .init("Cơ sở"), .init("Thiết bị"), .init("Mã hóa"),
                    .init("Cấp số lúc", isNumber: true),
                ], rows))
    }

    private var refusalPanel: HTML? {
        guard !refusals.isEmpty else { return nil }
        let rows: [[HTML]] = refusals.map { refusal in
            let last: HTML = refusal.lastAt.map { "\($0.vietnamese)" } ?? "—"
            return [
                "\(AlarmWords.reason(refusal.reason))", "\(refusal.seen.vietnamese)",
                "\(refusal.kept.vietnamese)", "\(refusal.message ?? "")",
                "\(AlarmWords.origin(refusal))", last,
            ]
        }
        return Panel.section(
            "Không nhận", note: "\(Transaction.refusalDays) ngày qua", isPadded: false,
            DataTable.cards(
                "Bản tin không nhận",
                [
                    .init("Lý do"), .init("Số lần", isNumber: true),
                    .init("Giữ lại", isNumber: true),
                    .init("Lần cuối nói gì"), .init("Từ đâu"), .init("Lúc", isNumber: true),
                ], rows))
    }
}
