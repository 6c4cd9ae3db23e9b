import Domain

extension Chart {
    /// What has been reached over time, and the line that leads from today to the aim.
    struct Progress: Sendable {
        struct Point: Sendable {
            let day: Day
            let value: Double
        }

        let title: String
        /// The earliest first.
        let points: [Point]
        let aim: Double
        /// nil: no day is set, so no line leads anywhere.
        let due: Day?
        let today: Day
        /// On the day, if it goes on so.
        let projected: Double?
        /// `62,5%`.
        let shown: @Sendable (Double) -> String

        private static let (width, height) = (720, 360)
        private static let (left, right, top, bottom) = (88, 96, 40, 56)

        private var begin: Day { min(points.first?.day ?? today, today) }
        private var end: Day { max(due ?? today, points.last?.day ?? today, today) }
        private var most: Double {
            max(points.map(\.value).max() ?? 0, aim, projected ?? 0, 1) * 1.05
        }

        private func x(_ day: Day) -> Int {
            let days = max(1, end.number - begin.number)
            let width = Self.width - Self.left - Self.right
            return Self.left + (day.number - begin.number) * width / days
        }

        private func y(_ value: Double) -> Int {
            let height = Double(Self.height - Self.top - Self.bottom)
            return Self.height - Self.bottom - Int((value / most * height).rounded())
        }

        var html: HTML {
            guard !points.isEmpty else { return "" }
            return Chart.figure(title, drawing, key: key, numbers: numbers)
        }

        /// From the last value to the aim, while there is time and something to reach.
        private var needed: (Point, Point)? {
            guard let last = points.last, let due, due > last.day, last.value < aim else {
                return nil
            }
            return (last, Point(day: due, value: aim))
        }

        private var drawing: HTML {
            let line = points.map { "\(x($0.day)),\(y($0.value))" }.joined(separator: " ")
            let dots: [HTML] = points.map {
                "<circle class=\"chart__dot\" cx=\"\(x($0.day))\" cy=\"\(y($0.value))\" r=\"7\"></circle>"
            }
            let base = Self.height - Self.bottom
            return """
                <svg class="chart__svg" viewBox="0 0 \(Self.width) \(Self.height)" role="img" aria-label="\(sentence)">
                <line class="chart__axis" x1="\(Self.left)" y1="\(base)" x2="\(Self.width - Self.right)" y2="\(base)"></line>
                <line class="chart__aim" x1="\(Self.left)" y1="\(y(aim))" x2="\(Self.width - Self.right)" y2="\(y(aim))"></line>
                \(Chart.label(shown(aim), x: Self.left - 10, y: y(aim) + 9, at: "end"))
                \(aim > most / 8 ? Chart.label("0", x: Self.left - 10, y: base + 2, at: "end") : nil)
                \(forecast)
                <polyline class="chart__line" points="\(line)"></polyline>\(dots)
                \(latest)
                \(days)
                </svg>
                """
        }

        private var forecast: HTML {
            let need: HTML? = needed.map { from, to in
                """
                <line class="chart__need" x1="\(x(from.day))" y1="\(y(from.value))" x2="\(x(to.day))" y2="\(y(to.value))"></line>\
                <rect class="chart__goal" x="\(x(to.day) - 8)" y="\(y(to.value) - 8)" width="16" height="16"></rect>
                """
            }
            guard let projected, let due, let last = points.last, due > last.day else {
                return "\(need)"
            }
            let (px, py) = (x(due), y(projected))
            return """
                \(need)<line class="chart__guess" x1="\(x(last.day))" y1="\(y(last.value))" x2="\(px)" y2="\(py)"></line>\
                <path class="chart__guessed" d="M\(px - 10) \(py + 8)h20l-10 -18z"></path>
                """
        }

        /// The last value in figures, beside its dot.
        private var latest: HTML? {
            points.last.map { last in
                let isRight = x(last.day) > Self.width - Self.right - 60
                return Chart.label(
                    shown(last.value), x: x(last.day) + (isRight ? -14 : 0), y: y(last.value) - 18,
                    at: isRight ? "end" : "middle", isStrong: true)
            }
        }

        /// The first and the last day below the line; today where it has room between them.
        private var days: HTML {
            let base = Self.height - 16
            var labels: [HTML] = [
                Chart.label(Self.day(begin), x: Self.left, y: base)
            ]
            if end > begin {
                labels.append(Chart.label(Self.day(end), x: Self.width - Self.right, y: base))
            }
            if x(today) - Self.left > 150, Self.width - Self.right - x(today) > 150 {
                labels.append(Chart.label("hôm nay", x: x(today), y: base))
            }
            return "\(labels)"
        }

        private static func day(_ day: Day) -> String {
            "\(day.day)/\(day.month)/\(day.year)"
        }

        private var key: HTML {
            let need: HTML? = needed.map { _ in
                "<li>\(Self.sign("chart__need"))Cần đi để đạt \(shown(aim))</li>"
            }
            let guess: HTML? =
                projected == nil || needed == nil && (due ?? today) <= today
                ? nil : "<li>\(Self.sign("chart__guess"))Nếu cứ như đến nay</li>"
            return """
                <li>\(Self.sign("chart__line"))Đã đạt</li>\(need)\(guess)\
                <li>\(Self.sign("chart__aim"))Mức phải đạt</li>
                """
        }

        private static func sign(_ name: String) -> HTML {
            """
            <svg class="chart__sign" viewBox="0 0 48 24" aria-hidden="true">\
            <line class="\(name)" x1="2" y1="12" x2="46" y2="12"></line></svg>
            """
        }

        private var sentence: String {
            let last = points.last.map { "đạt \(shown($0.value)) ngày \($0.day.vietnamese)" } ?? ""
            let day = due.map { " ngày \($0.vietnamese)" } ?? ""
            return "\(title), \(last), phải đạt \(shown(aim))\(day)"
        }

        private var numbers: HTML {
            var rows: [[HTML]] = points.map {
                ["\($0.day.vietnamese)", "\(shown($0.value))", ""]
            }
            if let due, let needed {
                rows.append([
                    "\(due.vietnamese)",
                    "\(projected.map { "\(shown($0)) nếu cứ như đến nay" })",
                    "\(shown(needed.1.value))",
                ])
            } else {
                rows.append(["\(due?.vietnamese ?? "không ghi ngày")", "", "\(shown(aim))"])
            }
            return DataTable.cards(
                title,
                [
                    .init("Ngày"), .init("Đạt", isNumber: true), .init("Phải đạt", isNumber: true),
                ], rows)
        }
    }

    static let progressSamples: [Sample] = {
        let today = Day(number: 20_778)
        let percent: @Sendable (Double) -> String = { "\(PlanWords.number($0))%" }
        let points = [(150, 8.0), (120, 14), (90, 22), (60, 25), (30, 31), (0, 36)].map {
            Progress.Point(day: today.adding(days: -$0.0), value: $0.1)
        }
        return [
            Sample(
                "Chỉ tiêu chậm",
                Progress(
                    title: "Mẫu: cơ sở đã kết nối", points: points, aim: 100,
                    due: today.adding(days: 220), today: today, projected: 77, shown: percent
                ).html),
            Sample(
                "Đã đạt, một lần đo",
                Progress(
                    title: "Mẫu: đội dân phòng hoạt động", points: Array(points.suffix(1)),
                    aim: 30, due: today.adding(days: 40), today: today, projected: nil,
                    shown: percent
                ).html),
            Sample(
                "Quá ngày, không có hạn nào phía trước",
                Progress(
                    title: "Mẫu: ngõ sâu đã có nước", points: points, aim: 60,
                    due: today.adding(days: -10), today: today, projected: nil, shown: percent
                ).html),
        ]
    }()
}
