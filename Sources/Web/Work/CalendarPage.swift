import Domain
import Storage

/// One month of due days.
struct CalendarPage: Sendable {
    let first: Day
    let today: Day
    let entries: [CalendarEntry]
    /// Due in the month and not sent yet.
    let reports: [OwedReport]
    let feedSince: Instant?
    /// Shown once, right after it was made.
    let feedAddress: String?
    let viewer: Viewer?

    var html: HTML {
        let done = entries.filter { !$0.status.isOpen }.count
        let late = entries.filter { $0.status == .late }.count
        var tail = done > 0 ? ", \(done) việc đã xong" : ""
        if late > 0 { tail += ", \(late) việc quá hạn" }
        if !reports.isEmpty { tail += ", \(reports.count) báo cáo phải gửi" }
        return """
            <h1>Lịch tháng \(first.month)/\(first.year)</h1>
            <p class="lede"><strong>\(entries.count) việc</strong> đến hạn trong tháng\(tail).</p>
            \(WorkWords.tabs("/calendar"))
            <nav class="row no-print" aria-label="Tháng">
            \(month(first.adding(months: -1), "← Tháng trước"))
            \(month(today.firstOfMonth, "Tháng này"))
            \(month(first.adding(months: 1), "Tháng sau →"))</nav>
            <div class="panel month-wide">\(grid)</div>
            \(list)
            \(reports.isEmpty ? nil : Panel.section("Báo cáo phải gửi trong tháng", isPadded: false, ReportWords.owed(reports, on: today)))
            \(feed)
            """
    }

    private func month(_ day: Day, _ words: String) -> HTML {
        let value = day.iso.prefix(7)
        return
            "<a class=\"button button--quiet button--small\" href=\"/calendar?month=\(String(value))\">\(words)</a>"
    }

    private var grid: HTML {
        let names: [HTML] = ["Thứ 2", "Thứ 3", "Thứ 4", "Thứ 5", "Thứ 6", "Thứ 7", "CN"].map {
            "<th scope=\"col\">\($0)</th>"
        }
        let begin = first.adding(days: 1 - first.weekday)
        let weeks = (first.lastOfMonth.number - begin.number) / 7 + 1
        let rows: [HTML] = (0..<weeks).map { week in
            let cells: [HTML] = (0..<7).map { cell(begin.adding(days: week * 7 + $0)) }
            return "<tr>\(cells)</tr>"
        }
        return """
            <table class="month"><caption class="visually-hidden">Lịch tháng</caption>
            <thead><tr>\(names)</tr></thead><tbody>\(rows)</tbody></table>
            """
    }

    private func cell(_ day: Day) -> HTML {
        guard day.month == first.month else { return "<td></td>" }
        let links: [HTML] =
            reports.filter { $0.period.due == day }.map(link)
            + entries.filter { $0.due == day }.map(link)
        let name: HTML = day == today ? " class=\"month__today\"" : ""
        return "<td\(name)><span class=\"month__number\">\(day.day)</span>\(links)</td>"
    }

    private func link(_ report: OwedReport) -> HTML {
        let period = report.period
        let name: HTML = period.due < today ? " class=\"month__late\"" : ""
        return """
            <a href="/reports/\(period.id)" title="\(period.title)"\(name)>\(period.title)</a>
            """
    }

    private func link(_ entry: CalendarEntry) -> HTML {
        let name: HTML = entry.status == .late ? " class=\"month__late\"" : ""
        let sign = WorkWords.tone(entry.status).sign
        return """
            <a href="/work/\(entry.id)" title="\(entry.title)"\(name)>\
            <span aria-hidden="true">\(sign)</span> \(entry.title)</a>
            """
    }

    private var list: HTML {
        guard !entries.isEmpty else {
            return Panel.section(
                "Danh sách", EmptyState.block("Không có việc nào đến hạn trong tháng."))
        }
        let rows: [[HTML]] = entries.map { entry in
            [
                "<a href=\"/work/\(entry.id)\">\(entry.title)</a>",
                WorkWords.tag(entry.status, due: entry.due, on: today),
                entry.isLead ? "Chủ trì" : "Phối hợp",
                "\(entry.due.weekdayName), \(entry.due.vietnamese)",
            ]
        }
        let columns = ["Việc", "Tình trạng", "Vai trò"].map { DataTable.Column($0) }
        return Panel.section(
            "Danh sách", note: "theo ngày", isPadded: false,
            DataTable.cards(
                "Việc đến hạn trong tháng", columns + [DataTable.Column("Hạn", isNumber: true)],
                rows))
    }

    private var feed: HTML {
        let shown: HTML? = feedAddress.map { address in
            """
            <p>Địa chỉ lịch của riêng bạn. Chép ngay bây giờ: trang này không hiện lại lần nữa.</p>
            <p class="feed"><code>\(address)</code></p>
            """
        }
        let state: HTML =
            feedSince.map { "<p>Bạn có một địa chỉ lịch, tạo lúc \($0.vietnamese).</p>" }
            ?? "<p>Thêm việc đến hạn vào lịch của điện thoại hay Outlook bằng một địa chỉ bí mật.</p>"
        let end: HTML? =
            feedSince == nil
            ? nil
            : """
            <form method="post" action="/calendar/feed/end">\(Fields.token(viewer))
            <button class="button button--quiet" type="submit">Hủy địa chỉ</button></form>
            """
        return Panel.section(
            "Lịch trên điện thoại", id: "feed",
            """
            \(shown)\(state)
            <div class="row"><form method="post" action="/calendar/feed">\(Fields.token(viewer))
            <button class="button button--quiet" type="submit">\(feedSince == nil ? "Tạo địa chỉ" : "Đổi địa chỉ mới")</button>
            </form>\(end)</div>
            <p class="small muted">Ai biết địa chỉ này đều đọc được tên việc và ngày hạn. Lộ thì hủy \
            hoặc đổi: địa chỉ cũ hết dùng ngay.</p>
            """)
    }
}
