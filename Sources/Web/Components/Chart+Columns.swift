extension Chart {
    /// Months, or weeks, side by side, each a column of parts.
    struct Columns: Sendable {
        struct Column: Sendable {
            /// Below the column, short: `11/26`.
            let label: String
            /// In the table.
            let name: String
            /// As many as there are series; nil: nothing is known, which is no zero.
            let values: [Double?]

            var sum: Double { values.reduce(0) { $0 + ($1 ?? 0) } }
        }

        let title: String
        let series: [Series]
        let columns: [Column]
        /// What each should reach; nil: nothing is asked.
        var aim: Double?
        let shown: @Sendable (Double) -> String

        private static let (width, height) = (720, 320)
        private static let (left, right, top, bottom) = (72, 16, 36, 48)

        private var most: Double {
            max(columns.map(\.sum).max() ?? 0, aim ?? 0, 1)
        }

        private func tall(_ value: Double) -> Int {
            Int((value / most * Double(Self.height - Self.top - Self.bottom)).rounded())
        }

        var html: HTML {
            guard !columns.isEmpty else { return "" }
            return Chart.figure(
                title, drawing, key: key, numbers: numbers)
        }

        /// One part without an aim is what the title says.
        private var key: HTML? {
            series.count == 1 && aim == nil ? nil : "\(Chart.key(series))\(aimKey)"
        }

        private var aimKey: HTML? {
            aim.map { aim in
                """
                <li><svg class="chart__sign" viewBox="0 0 48 24" aria-hidden="true">\
                <line class="chart__aim" x1="2" y1="12" x2="46" y2="12"></line></svg>\
                Mức phải đạt: \(shown(aim))</li>
                """
            }
        }

        private var drawing: HTML {
            let base = Self.height - Self.bottom
            let step = (Self.width - Self.left - Self.right) / columns.count
            let drawn: [HTML] = columns.enumerated().map { place, column in
                // Of many columns every second has room for its label; the last has one.
                let isNamed = step >= 76 || (columns.count - 1 - place).isMultiple(of: 2)
                return self.column(
                    column, x: Self.left + place * step, step: step, base: base, isNamed: isNamed)
            }
            let line: HTML? = aim.map {
                """
                <line class="chart__aim" x1="\(Self.left)" y1="\(base - tall($0))" \
                x2="\(Self.width - Self.right)" y2="\(base - tall($0))"></line>
                """
            }
            return """
                <svg class="chart__svg" viewBox="0 0 \(Self.width) \(Self.height)" role="img" aria-label="\(sentence)">
                <line class="chart__axis" x1="\(Self.left)" y1="\(base)" x2="\(Self.width - Self.right)" y2="\(base)"></line>
                \(Chart.label(shown(most), x: Self.left - 10, y: Self.top + 9, at: "end"))
                \(Chart.label("0", x: Self.left - 10, y: base + 2, at: "end"))
                \(drawn)\(line)</svg>
                """
        }

        private func column(
            _ column: Column, x: Int, step: Int, base: Int, isNamed: Bool
        ) -> HTML {
            let wide = min(step * 7 / 10, 60)
            let from = x + (step - wide) / 2
            var top = base
            let parts: [HTML] = zip(series, column.values).map { part, value in
                let tall = tall(value ?? 0)
                top -= tall
                return tall == 0
                    ? ""
                    : """
                    <rect class="chart__part \(part.fill.name)" x="\(from)" y="\(top)" width="\(wide)" height="\(tall)"></rect>
                    """
            }
            let isUnknown = column.values.allSatisfy { $0 == nil }
            // Figures over narrow columns would run into each other.
            let figure: HTML? =
                isUnknown
                ? Chart.label("?", x: x + step / 2, y: base - 8)
                : step < 44 || column.sum == 0
                    ? nil : Chart.label(shown(column.sum), x: x + step / 2, y: top - 8)
            let label: HTML? =
                isNamed ? Chart.label(column.label, x: x + step / 2, y: base + 30) : nil
            return "\(parts)\(figure)\(label)"
        }

        private var sentence: String {
            let last = columns.last.map { column in
                let parts = zip(series, column.values).map { "\($0.title) \(said($1))" }
                return "\(column.name): \(parts.joined(separator: ", "))"
            }
            return "\(title). \(last ?? "")"
        }

        private func said(_ value: Double?) -> String { value.map(shown) ?? "chưa có số liệu" }

        private func cells(_ column: Column) -> [HTML] {
            let values: [HTML] = column.values.map { "\(said($0))" }
            return ["\(column.name)"] + values
        }

        private var numbers: HTML {
            DataTable.cards(
                title, [.init("Kỳ")] + series.map { .init($0.title, isNumber: true) },
                columns.map(cells))
        }
    }

    static let columnSamples: [Sample] = {
        let whole: @Sendable (Double) -> String = { PlanWords.number($0) }
        let series = [
            Series("Đúng hạn", .plain), Series("Muộn", .hatched), Series("Chưa xong", .solid),
        ]
        let months = (1...12).map { month in
            Columns.Column(
                label: "\(month)/26", name: "Tháng \(month)/2026",
                values: [month * 7 % 11, month % 3, month % 4 / 2].map { Double($0) })
        }
        return [
            Sample(
                "Mười hai tháng",
                Columns(
                    title: "Mẫu: việc theo tháng đến hạn", series: series,
                    columns: months, shown: whole
                ).html),
            Sample(
                "Hai tuần, có mức phải đạt",
                Columns(
                    title: "Mẫu: lượt phát thanh",
                    series: [Series("Đã phát", .plain)],
                    columns: [
                        .init(label: "16/11", name: "Tuần 16/11 – 22/11", values: [3]),
                        .init(label: "23/11", name: "Tuần 23/11 – 29/11", values: [nil]),
                    ], aim: 5, shown: whole
                ).html),
        ]
    }()
}
