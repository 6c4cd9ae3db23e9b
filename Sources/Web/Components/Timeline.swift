import Domain

/// What happened to something, the order of the list being the order of telling.
enum Timeline {
    struct Item: Sendable {
        let at: Instant
        let who: String
        let title: String
        let body: HTML?
        let tone: Tone

        init(
            at: Instant, who: String, _ title: String, body: HTML? = nil, tone: Tone = .plain
        ) {
            self.at = at
            self.who = who
            self.title = title
            self.body = body
            self.tone = tone
        }
    }

    /// - Parameter isBySecond: the time is told to the second, and first, as in an emergency.
    static func list(_ items: [Item], isBySecond: Bool = false) -> HTML {
        let rows: [HTML] = items.map { row($0, isBySecond) }
        return "<ol class=\"timeline\">\(rows)</ol>"
    }

    private static func row(_ item: Item, _ isBySecond: Bool) -> HTML {
        let clock: HTML? = isBySecond ? "\(item.at.clock) " : nil
        let moment = isBySecond ? item.at.day.vietnamese : item.at.vietnamese
        let body: HTML? = item.body.map { "<div class=\"timeline__body\">\($0)</div>" }
        return """
            <li class="timeline__item\(item.tone.modifier("timeline__item"))">
            <p class="timeline__title"><span class="timeline__sign" aria-hidden="true">\
            \(item.tone.sign)</span> \(clock)\(item.title)</p>
            <p class="timeline__meta">\(item.who) · \(moment)</p>
            \(body)
            </li>
            """
    }

    static let samples: [Sample] = {
        let at = Instant(milliseconds: 1_795_226_400_000)
        return [
            Sample(
                "Thường",
                list([
                    Item(
                        at: at, who: "Phạm Minh Mẫu, Văn phòng", "Trả lại",
                        body: "<p>Thiếu biên bản kiểm tra.</p>", tone: .warn),
                    Item(at: at, who: "Vũ Hải Mẫu", "Báo cáo tiến độ 60%", tone: .info),
                    Item(at: at, who: "Phạm Minh Mẫu", "Giao việc"),
                ])),
            Sample(
                "Đến giây",
                list(
                    [Item(at: at, who: "Thiết bị", "Báo cháy, vùng 003", tone: .danger)],
                    isBySecond: true)),
            Sample(
                "Dài",
                list([
                    Item(
                        at: at, who: Sample.longWords, "Chấp nhận kết quả",
                        body: "<p>\(Sample.longWords). \(Sample.longWords).</p>", tone: .good)
                ])),
        ]
    }()
}
