import Domain
import Storage

/// Devices with their drills: what failed first, then what is due this month.
struct DrillListPage: Sendable {
    let lines: [DeviceDrillLine]
    let counts: DeviceDrillCounts
    let officer: Officer
    let viewer: Viewer?
    let refused: Problem?

    var html: HTML {
        let summary: HTML? = refused.map { Fields.summary($0.message) }
        let columns: [DataTable.Column] = [
            .init("Cơ sở, thiết bị"), .init("Tháng này"), .init("Lần gần nhất"),
            .init("Từng chặng (giây)"), .init("Lịch tới"), .init("Xử lý"),
        ]
        let list: HTML =
            lines.isEmpty
            ? EmptyState.block(
                "Chưa có thiết bị nào để diễn tập.",
                advice: "Thiết bị truyền tin được cấp số tài khoản báo cháy hiện ở đây.")
            : DataTable.cards("Diễn tập của từng thiết bị", columns, lines.map(row))
        let note =
            counts.devices > lines.count
            ? "\(lines.count) thiết bị cần xem trước" : "hỏng trước, rồi chưa thử tháng này"
        return """
            <h1>\(title)</h1>
            <p class="lede">Mỗi tháng mỗi thiết bị được thử trọn đường: từ tủ báo cháy, qua máy chủ, \
            đến khi một người trực bấm «Tôi nhận».</p>
            \(summary)
            <div class="row tools no-print"><button class="button button--quiet" type="button" \
            data-print hidden>In</button></div>
            \(Facts.row([Facts.Fact(counts.failed.vietnamese, "diễn tập hỏng", tone: counts.failed > 0 ? .danger : .plain), Facts.Fact(counts.due.vietnamese, "chưa thử trong tháng này", tone: counts.due > 0 ? .warn : .plain), Facts.Fact(counts.devices.vietnamese, "thiết bị đang dùng")]))
            \(Panel.section("Thiết bị", note: note, isPadded: false, list))
            """
    }

    private var title: String {
        if counts.failed > 0 { return "\(counts.failed.vietnamese) thiết bị diễn tập hỏng" }
        return counts.due > 0
            ? "\(counts.due.vietnamese) thiết bị chưa diễn tập tháng này"
            : counts.devices > 0 ? "Tháng này mọi thiết bị đã diễn tập" : "Diễn tập thiết bị"
    }

    private func row(_ line: DeviceDrillLine) -> [HTML] {
        let phone: HTML? = line.phone.map { "<br><span class=\"muted\">\($0)</span>" }
        let serial = line.serial ?? "Thiết bị chưa ghi số máy"
        return [
            """
            <a href="/registers/facilities/\(line.facility)">\(line.facilityName ?? "Cơ sở")</a>\
            <br><a href="/registers/transmitters/\(line.transmitter)">\(serial)</a>\(phone)
            """,
            line.isDue ? Tag.state("Chưa thử", .warn) : Tag.state("Đã thử", .good),
            last(line), legs(line), planned(line), work(line),
        ]
    }

    private func last(_ line: DeviceDrillLine) -> HTML {
        guard let last = line.last else { return "Chưa thử lần nào" }
        let time: HTML? = last.milliseconds.map { " sau <strong>\(Self.seconds($0))</strong>" }
        let who: HTML? = last.answeredBy.map { "<br><span class=\"muted\">\($0) nhận</span>" }
        let before: HTML? =
            last.outcome.isFailure
            ? line.passedAt.map {
                "<br><span class=\"muted\">Lần đạt cuối: \($0.vietnamese)</span>"
            } : nil
        return """
            \(Tag.state(last.outcome.title, last.outcome.isFailure ? .danger : .good))\(time)\
            <br>\(last.at.vietnamese)\(who)\(before)
            """
    }

    /// What each leg took, since the one before.
    private func legs(_ line: DeviceDrillLine) -> HTML {
        guard let last = line.last, let received = last.receivedAt else { return "–" }
        let stations: [(String, Instant?)] = [
            ("máy chủ ghi xong", last.followedAt), ("hiện trên bàn trực", last.shownAt),
            ("người nhận", last.answeredAt),
        ]
        var (items, before): ([HTML], Instant) = ([], received)
        for (name, at) in stations {
            guard let at else {
                items.append("<li>\(name): không đo được</li>")
                continue
            }
            let took = at.milliseconds - before.milliseconds
            items.append("<li>\(name): \(Self.seconds(max(0, took)))</li>")
            before = max(at, before)
        }
        return "<ul class=\"small\">\(items)</ul>"
    }

    private func planned(_ line: DeviceDrillLine) -> HTML {
        guard let planned = line.planned else {
            return officer.may(.judgeAlarms)
                ? "<a class=\"button button--quiet button--small\" href=\"\(DrillPages.path)/new?transmitter=\(line.transmitter)\">Đặt lịch</a>"
                : "Chưa có"
        }
        let when: HTML =
            planned.hasBegun
            ? "\(Tag.state("Đang diễn tập", .info))<br>chờ tín hiệu đến \(planned.untilAt.vietnamese)"
            : "\(planned.beginsAt.vietnamese)"
        let monthly: HTML? =
            planned.repeats ? "<br><span class=\"muted\">lặp hằng tháng</span>" : nil
        let cancel: HTML? =
            officer.may(.judgeAlarms)
            ? """
            <form method="post" action="\(DrillPages.path)/\(planned.id)/cancel">\
            \(Fields.token(viewer))<button class="button button--quiet button--small" \
            type="submit">Bỏ lịch</button></form>
            """ : nil
        return "\(when)\(monthly)\(cancel)"
    }

    private func work(_ line: DeviceDrillLine) -> HTML {
        guard let last = line.last, last.outcome.isFailure else { return "–" }
        let unit = last.unitName ?? "Chưa có đơn vị"
        let taken: HTML? = last.takenBy.map { name in
            "<p>\(name): \(last.words ?? "")<br><span class=\"muted\">\(last.takenAt?.vietnamese ?? "")</span></p>"
        }
        guard officer.may(.judgeAlarms) else { return "\(unit)\(taken)" }
        return """
            \(unit)\(taken)<form method="post" action="\(DrillPages.path)/\(last.id)/take">\
            \(Fields.token(viewer))<label class="field__label" for="words-\(last.id)">Sẽ làm gì</label>\
            <input class="field__control" id="words-\(last.id)" name="words" required>\
            <button class="button button--quiet button--small" type="submit">Tôi lo</button></form>
            """
    }

    /// `4,2 giây`.
    static func seconds(_ milliseconds: Int64) -> String {
        let tenths = (milliseconds + 50) / 100
        return "\(Int(tenths / 10).vietnamese),\(tenths % 10) giây"
    }
}
