extension Chart {
    /// Units, or wards, below each other, each a bar of parts.
    struct Bars: Sendable {
        struct Row: Sendable {
            let name: String
            /// Where its records are; nil: not for this person.
            let path: String?
            /// As many as there are series.
            let values: [Double]
            /// A further figure, which stands in the table only.
            let also: Double?

            init(
                _ name: String, path: String? = nil, _ values: [Double], also: Double? = nil
            ) {
                self.name = name
                self.path = path
                self.values = values
                self.also = also
            }
        }

        let title: String
        /// What the rows are, as «Đơn vị».
        let head: String
        let series: [Series]
        let rows: [Row]
        /// Head of the further figure.
        var also: String?
        /// What a full bar is; nil: the longest of them.
        var whole: Double?
        let shown: @Sendable (Double) -> String

        private static let width = 600

        private var most: Double {
            max(whole ?? rows.map { $0.values.reduce(0, +) }.max() ?? 0, 1)
        }

        var html: HTML {
            guard !rows.isEmpty else { return "" }
            let items: [HTML] = rows.map(row)
            return Chart.figure(
                title, "<ul class=\"chart__bars\">\(items)</ul>",
                key: series.count > 1 ? Chart.key(series) : nil, numbers: numbers)
        }

        private func row(_ row: Row) -> HTML {
            var from = 0
            let parts: [HTML] = zip(series, row.values).map { part, value in
                let wide = Int((min(value, most) / most * Double(Self.width)).rounded())
                defer { from += wide }
                return wide == 0
                    ? ""
                    : """
                    <rect class="chart__part \(part.fill.name)" x="\(from)" width="\(wide)" height="20"></rect>
                    """
            }
            let words = zip(series, row.values).filter { $1 > 0 || series.count == 1 }
                .map { series.count > 1 ? "\(shown($1)) \($0.title.lowercased())" : shown($1) }
            let said = words.isEmpty ? "không có" : words.joined(separator: ", ")
            let name: HTML = row.path.map { "<a href=\"\($0)\">\(row.name)</a>" } ?? "\(row.name)"
            return """
                <li><span class="chart__name">\(name)</span><span class="chart__said">\(said)</span>
                <svg class="chart__bar" viewBox="0 0 \(Self.width) 20" preserveAspectRatio="none" \
                role="img" aria-label="\(row.name): \(said)">\(parts)</svg></li>
                """
        }

        private var numbers: HTML {
            DataTable.cards(
                title,
                [.init(head)]
                    + (series.map(\.title) + [also].compactMap(\.self)).map {
                        .init($0, isNumber: true)
                    },
                rows.map { row in
                    let name: HTML =
                        row.path.map { "<a href=\"\($0)\">\(row.name)</a>" } ?? "\(row.name)"
                    let values = row.values + [row.also].compactMap(\.self)
                    return [name] + values.map { "\(shown($0))" as HTML }
                })
        }
    }

    static let barSamples: [Sample] = {
        let whole: @Sendable (Double) -> String = { PlanWords.number($0) }
        return [
            Sample(
                "Việc theo đơn vị",
                Bars(
                    title: "Mẫu: việc đang mở theo đơn vị", head: "Đơn vị",
                    series: [
                        Series("Quá hạn", .solid), Series("Có nguy cơ", .hatched),
                        Series("Còn lại", .plain),
                    ],
                    rows: [
                        .init("Công an phường", path: "#", [2, 3, 9]),
                        .init(Sample.longWords, path: "#", [0, 1, 4]),
                        .init("Trạm Y tế", [0, 0, 0]),
                    ], shown: whole
                ).html),
            Sample(
                "Phần trăm",
                Bars(
                    title: "Mẫu: cơ sở đã kết nối theo phường", head: "Phường",
                    series: [Series("Đã kết nối", .hatched)],
                    rows: [.init("Phường Một", [62.5]), .init("Phường Hai", [7])], whole: 100,
                    shown: { "\(PlanWords.number($0))%" }
                ).html),
        ]
    }()
}
