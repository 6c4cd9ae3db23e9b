import Domain
import Storage

/// How the steps of an alarm are said.
enum DeskWords {
    /// Of one step on the timeline of its case.
    static func step(_ step: AlarmStep) -> String {
        let words = step.words ?? ""
        return switch step.kind {
        case .opened: words.isEmpty ? "Báo cháy" : "Báo cháy, \(place(words))"
        case .zone: "Thêm \(place(words)) báo cháy"
        case .raised: "Nâng lên ưu tiên cao"
        case .ended where step.isOfOutage: "Các thiết bị đều có liên lạc lại"
        case .ended: words.isEmpty ? "Hết tín hiệu báo cháy" : "Hết tín hiệu, \(place(words))"
        case .taken: "Nhận xử lý"
        case .told: "Đã gọi 114"
        case .marked: AlarmMark(rawValue: words)?.title ?? words
        case .judged: "Kết luận: \(AlarmOutcome(rawValue: words)?.title.lowercasedFirst ?? words)"
        case .incident: "Lập vụ việc trong sổ"
        case .called: "Đã báo: \(words)"
        case .reminded: "Vẫn chưa ai nhận, báo lại \(words)"
        case .answered: answered(words)
        case .closed: "Kết thúc"
        case .lost: "Mất liên lạc \(words)"
        case .outage: "Còn mất liên lạc \(words)"
        case .reported: "Có người báo: \(words)"
        case .again: words.isEmpty ? "Báo cháy trở lại" : "Báo cháy trở lại, \(place(words))"
        case .reset:
            words.isEmpty
                ? "Tủ báo cháy được đặt lại" : "Tủ báo cháy được đặt lại, \(place(words))"
        }
    }

    /// Who did it: a person, a device, or the program.
    static func who(_ step: AlarmStep) -> String {
        if let name = step.name { return name }
        return switch step.kind {
        case .ended where step.isOfOutage: "Phần mềm"
        case .opened, .zone, .raised, .ended, .again, .reset: "Thiết bị"
        case .answered: "Điện thoại"
        case .reported: "Người dân"
        case .taken, .told, .marked, .judged, .incident, .called, .reminded, .closed, .lost,
            .outage:
            "Phần mềm"
        }
    }

    /// The same for a notification, which says where.
    static func told(_ step: AlarmStep) -> String {
        switch step.kind {
        case .lost, .outage: return self.step(step)
        case _ where step.isOfOutage: return "\(DeskCase.outageTitle): \(self.step(step))"
        default:
            let mark = step.isDrill ? "DIỄN TẬP, " : ""
            return "\(mark)\(step.facilityName ?? "Cơ sở"): \(self.step(step))"
        }
    }

    /// What a notification is headed by.
    static func head(_ step: AlarmStep) -> String {
        step.isOfOutage ? "Mất liên lạc nhiều thiết bị" : "Báo cháy"
    }

    /// Whether a step makes a desk ring: an alarm goes on until somebody takes it, anything else
    /// rings once. That the ward no longer hears many of its devices is told so, as no fire there
    /// would be; how many are still lost is not.
    static func calls(_ step: AlarmStep) -> Bool {
        // A drill is to show that a person is reached; it rings once.
        if step.isTrial { return step.isDrill && step.kind == .opened }
        return switch step.kind {
        case .opened, .zone, .raised, .reported, .reminded, .again, .lost: true
        case .ended, .taken, .told, .marked, .judged, .incident, .called, .answered, .closed,
            .outage, .reset:
            false
        }
    }

    /// `01/007` as area and zone, `01/` as an area, `007` as a zone.
    static func place(_ words: String) -> String {
        let parts = words.split(separator: "/", maxSplits: 1).map(String.init)
        if parts.count > 1 { return "khu \(parts[0]), vùng \(parts[1])" }
        return words.hasSuffix("/") ? "khu \(parts.first ?? "")" : "vùng \(words)"
    }

    /// `Báo cháy, vùng 7 «Kho tầng 2»`: what a device said last, with its place and its own words.
    static func last(_ alarm: AlarmCase.LastAlarm) -> String {
        let place = [alarm.area.map { "khu \($0)" }, alarm.zone.map { "vùng \($0)" }]
        let said = [alarm.meaning] + place.compactMap(\.self)
        return said.joined(separator: ", ") + (alarm.words.map { " «\($0)»" } ?? "")
    }

    static func tone(_ step: AlarmStep) -> Tone {
        switch step.kind {
        case .opened, .zone, .raised, .reported, .again: step.isTrial ? .plain : .danger
        case .ended, .closed: .good
        case .taken, .told, .judged, .incident, .marked, .answered, .reset: .info
        case .called, .reminded, .lost, .outage: .warn
        }
    }

    /// `answered.1 Bà Lan`: how a call went, and whose.
    private static func answered(_ words: String) -> String {
        let parts = words.split(separator: " ", maxSplits: 1)
        guard parts.count == 2, let answer = CallAnswer(code: parts[0]) else { return words }
        return "\(parts[1]): \(answer.title)"
    }

    /// By what way a person was told, and how that went.
    static func way(_ call: AlarmCall) -> String {
        switch (call.channel, call.state) {
        case (.page, _): call.account == nil ? "—" : "bàn trực"
        case (_, .waiting): "\(way(call.channel)), đang gửi"
        case (_, .sent): "\(way(call.channel)), đã gửi"
        case (_, .failed): "\(way(call.channel)), không gửi được"
        case (_, .needless): "\(way(call.channel)), không cần nữa"
        }
    }

    private static func way(_ channel: AlarmCall.Channel) -> String {
        switch channel {
        case .page: "bàn trực"
        case .mail: "thư"
        case .sms: "tin nhắn"
        case .webhook: "chương trình khác"
        case .call: "gọi điện"
        }
    }

    static func tone(_ state: ZoneState) -> Tone {
        switch state {
        case .alarm: .danger
        case .fault, .disabled: .warn
        case .test: .info
        case .normal, .restored: .good
        }
    }

    /// `00:24`, `06:02`, `2 giờ 05`.
    static func clock(since: Instant, now: Instant) -> String {
        let seconds = max(0, Int((now.milliseconds - since.milliseconds) / 1000))
        return seconds < 3600
            ? "\(twoDigits(seconds / 60)):\(twoDigits(seconds % 60))"
            : "\(seconds / 3600) giờ \(twoDigits(seconds / 60 % 60))"
    }
}
