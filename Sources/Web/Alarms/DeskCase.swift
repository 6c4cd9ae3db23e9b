import Domain
import Storage

/// One alarm on the desk, with what can be done about it.
struct DeskCase: Sendable {
    let found: AlarmCase
    let officer: Officer
    let viewer: Viewer?
    let now: Instant

    static let outageTitle = "Mất tín hiệu nhiều thiết bị"

    var path: String { "/desk/cases/\(found.id)" }

    /// All that its row says, but the clock, which the desk sets itself.
    struct Shown: Equatable {
        let found: AlarmCase
        let isLate: Bool
    }

    var shown: Shown { Shown(found: found, isLate: isLate) }
    private var isLate: Bool { now > found.verifyBy }

    /// Where the row stands that the desk has already.
    var place: HTML { "<li data-kept=\"case-\(found.id)\"></li>" }

    var row: HTML {
        let modifier: HTML =
            found.isTrial
            ? " desk-case--trial" : found.waits ? " desk-case--waits" : ""
        return """
            <li class="desk-case\(modifier)" id="case-\(found.id)" tabindex="-1" data-open="\(path)"\(drillMark)>
            <div class="desk-case__time"><span class="desk-case__clock" \
            data-since="\(String(found.openedAt.milliseconds))">\
            \(DeskWords.clock(since: found.openedAt, now: now))</span>
            <span class="small muted">\(timeWords)</span></div>
            <div class="desk-case__body">
            <h2><a href="\(path)">\(title)</a></h2>
            <p class="desk-case__what">\(what)</p>
            <p class="desk-case__tags">\(tags)</p>
            </div>
            <div class="desk-case__acts">\(acts)</div>
            </li>
            """
    }

    /// By it the desk's script says that a person has the drill before the eyes.
    private var drillMark: HTML? {
        guard let drill = found.drill, found.taken == nil else { return nil }
        return " data-drill=\"\(drill)\""
    }

    var title: String {
        found.kind == .outage
            ? Self.outageTitle
            : [found.siteName, found.address].compactMap(\.self).joined(separator: ", ")
    }

    private var timeWords: String {
        found.taken.map { "\($0.name) đã nhận" } ?? "từ \(found.openedAt.clock)"
    }

    private var what: HTML {
        if found.kind == .outage {
            let shared = found.outage.map { [""] + $0.parts } ?? []
            let lost =
                found.zones > 0
                ? "\(found.zones.vietnamese) thiết bị còn mất liên lạc"
                : "Các thiết bị đều có liên lạc lại; đã mất \((found.outage?.devices ?? 0).vietnamese)"
            return """
                \(lost)\(shared.joined(separator: " · ")): \
                <a href="/desk/devices">xem danh sách</a>. Báo cháy của các thiết bị khác vẫn hiện \
                riêng, không bị che.
                """
        }
        let kind = found.facilityKind.map { "\($0.title). " } ?? ""
        let meaning = found.last.map { "\(DeskWords.last($0)). " } ?? ""
        let head = [found.head, found.phone].compactMap(\.self).joined(separator: ", ")
        let contact: HTML? = head.isEmpty ? nil : "Người đứng đầu: \(head)."
        let report: HTML? = found.lastReport.map { "Người báo: «\($0)». " }
        return "\(kind)\(meaning)\(report)\(contact)"
    }

    var tags: [HTML] {
        var tags: [HTML] = []
        if found.drill != nil {
            tags.append(
                found.taken == nil && found.isOpen
                    ? Tag.state("Diễn tập: bấm «Tôi nhận»", .warn) : Tag.state("Diễn tập", .info))
        } else if found.isTrial {
            tags.append(Tag.state("Đang thử, không gọi ai", .plain))
        }
        if found.priority == .high {
            tags.append(Tag.state("\(highWords): ưu tiên cao", .danger))
        }
        if found.isUnverified {
            let who = found.reports == 1 ? "Có người" : "\(found.reports) người"
            tags.append(Tag.state("\(who) báo, chưa xác minh", .warn))
        }
        if found.sendsFirst, found.outcome == nil, found.isOpen, !found.isTrial {
            tags.append(Tag.state("Nơi có người ngủ: cử người đi ngay, xác minh trên đường", .warn))
        }
        if found.outcome == .genuine { tags.append(Tag.state("Cháy thật", .danger)) }
        if let said = found.said {
            let words =
                said.key == .real
                ? "\(said.name) ở cơ sở: có cháy" : "\(said.name) ở cơ sở: báo nhầm, chờ kết luận"
            tags.append(
                Tag.state(
                    "\(words) (\(said.at.clock))", said.key == .real ? .danger : .warn))
        } else if found.isOpen, found.outcome == nil, !found.isTrial, found.kind == .alarm {
            tags.append(
                Tag.state(
                    isLate
                        ? "Quá giờ xác minh (\(found.verifyBy.clock))"
                        : "Xác minh trước \(found.verifyBy.clock)",
                    isLate ? .danger : .info))
        }
        if let told = found.told {
            tags.append(Tag.state("Đã gọi 114 lúc \(told.at.clock)", .good))
        }
        return tags.map { "\($0) " }
    }

    private var highWords: String {
        if found.zones > 1 { return "\(found.zones) vùng" }
        return found.reports > 0 ? "Thiết bị và người cùng báo" : "Có người ấn nút"
    }

    /// A form of one button; the key is what the desk's script presses it by.
    static func button(
        _ label: String, to action: String, key: String? = nil, style: HTML = " button--quiet",
        fields: HTML? = nil, _ viewer: Viewer?
    ) -> HTML {
        let mark: HTML? = key.map { " data-key=\"\($0)\" aria-keyshortcuts=\"\($0)\"" }
        let sign: HTML? = key.map { " <kbd>\($0)</kbd>" }
        return """
            <form method="post" action="\(action)" data-live>\(Fields.token(viewer))\(fields)\
            <button class="button\(style)" type="submit"\(mark)>\(label)\(sign)</button></form>
            """
    }

    private var acts: HTML {
        var acts: [HTML] = []
        if found.taken == nil {
            acts.append(
                Self.button(
                    "Tôi nhận", to: "\(path)/take", key: "n",
                    style: found.isTrial && found.drill == nil || found.kind == .outage
                        ? " button--quiet" : " button--danger", viewer))
        }
        if found.kind == .alarm, found.told == nil, !found.isTrial {
            acts.append(Self.button("Đã gọi 114", to: "\(path)/told", key: "1", viewer))
        }
        if found.kind == .alarm {
            acts.append(
                """
                <a class="button button--quiet" href="\(path)/card" data-key="t" \
                aria-keyshortcuts="t">Thẻ ứng phó <kbd>t</kbd></a>
                """)
        }
        if found.kind == .outage, officer.may(.judgeAlarms) {
            acts.append(Self.button("Kết thúc", to: "\(path)/closure", viewer))
        }
        if found.kind == .alarm, officer.may(.judgeAlarms) {
            acts.append(
                """
                <a class="button button--quiet" href="\(path)#ket-luan" data-key="l" \
                aria-keyshortcuts="l">Kết luận <kbd>l</kbd></a>
                """)
        }
        return "\(acts)"
    }
}
