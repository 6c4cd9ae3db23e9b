import Domain
import Storage

/// How work, its state and its days are said on pages.
enum WorkWords {
    static func tag(_ status: WorkStatus, due: Day?, on today: Day) -> HTML {
        Tag.state(state(status, due: due, on: today), tone(status))
    }

    /// `Quá hạn 4 ngày`; else the title of the state.
    static func state(_ status: WorkStatus, due: Day?, on today: Day) -> String {
        guard status == .late, let due else { return status.title }
        return "Quá hạn \(today.number - due.number) ngày"
    }

    static func tone(_ status: WorkStatus) -> Tone {
        switch status {
        case .late: .danger
        case .atRisk: .warn
        case .onTime, .waiting: .info
        case .done, .doneLate: .good
        case .notStarted, .excused: .plain
        }
    }

    /// `16/11` within this year, else `16/11/2027`; a dash for no day.
    static func day(_ day: Day?, on today: Day) -> String {
        guard let day else { return "–" }
        return day.year == today.year
            ? "\(twoDigits(day.day))/\(twoDigits(day.month))" : day.vietnamese
    }

    /// `còn 3 ngày`, `hôm nay`, `quá 2 ngày`.
    static func left(_ due: Day, on today: Day) -> String {
        let days = due.number - today.number
        if days == 0 { return "hạn hôm nay" }
        return days > 0 ? "còn \(days) ngày" : "quá \(-days) ngày"
    }

    static func role(_ role: String?) -> String {
        switch role {
        case "lead": "Chủ trì"
        case "coordinate": "Phối hợp"
        default: ""
        }
    }

    /// What `/work?state=` understands.
    static let states: [(value: String, label: String)] =
        [("urgent", "Cần làm ngay"), ("week", "Đến hạn tuần này")]
        + WorkStatus.allCases.map { ($0.rawValue, $0.title) } + [("all", "Mọi tình trạng")]

    static func state(named name: String) -> WorkFilter.State {
        switch name {
        case "urgent": .urgent
        case "week": .thisWeek
        case "all": .all
        default: WorkStatus(rawValue: name).map { .only($0) } ?? .open
        }
    }

    /// The views of a person's work, each with its address.
    static func tabs(_ current: String) -> HTML {
        let all = [
            ("Việc", "/work"), ("Lịch", "/calendar"), ("Vướng mắc", "/obstacles"),
            ("Đề xuất", "/proposals"), ("Toàn cảnh đơn vị", "/overview/own"),
        ]
        return Tabs.nav(
            "Việc của tôi",
            all.map { Tabs.Item($0.0, path: $0.1, isCurrent: $0.1 == current) })
    }

    /// Links to files of evidence.
    static func files(_ files: [WorkEntry.File]) -> HTML? {
        guard !files.isEmpty else { return nil }
        let links: [HTML] = files.map { file in
            """
            <li><a href="/evidence/\(file.id)">\(file.name)</a> \
            <span class="muted">\(size(file.size))</span></li>
            """
        }
        return "<ul class=\"files\">\(links)</ul>"
    }

    private static func size(_ bytes: Int) -> String {
        bytes >= 1_000_000 ? "\(bytes / 1_000_000) MB" : "\(max(1, bytes / 1000)) KB"
    }

    /// Words of people as paragraphs, their line breaks kept.
    static func paragraphs(_ text: String) -> HTML {
        let lines: [HTML] = text.split(separator: "\n").map { "<p>\(String($0))</p>" }
        return "\(lines)"
    }
}
