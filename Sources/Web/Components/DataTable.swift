/// A table which on a phone becomes a list of cards.
enum DataTable {
    struct Column: Sendable {
        let title: String
        let isNumber: Bool

        init(_ title: String, isNumber: Bool = false) {
            self.title = title
            self.isNumber = isNumber
        }
    }

    /// - Parameters:
    ///   - caption: what the rows are, for who cannot see the heading above.
    ///   - rows: as many cells as there are columns.
    static func cards(_ caption: String, _ columns: [Column], _ rows: [[HTML]]) -> HTML {
        let heads: [HTML] = columns.map { column in
            let name: HTML = column.isNumber ? " class=\"num\"" : ""
            return "<th scope=\"col\"\(name)>\(column.title)</th>"
        }
        let lines: [HTML] = rows.map { "<tr>\(cells($0, columns))</tr>" }
        return """
            <table class="table table--cards"><caption class="visually-hidden">\(caption)</caption>
            <thead><tr>\(heads)</tr></thead><tbody>\(lines)</tbody></table>
            """
    }

    private static func cells(_ cells: [HTML], _ columns: [Column]) -> [HTML] {
        zip(cells, columns).enumerated().map { index, pair in
            let (cell, column) = pair
            let number: HTML = column.isNumber ? " class=\"num\"" : ""
            // The first cell is the name of the row, and the heading of its card.
            return index == 0
                ? "<td class=\"table__name\">\(cell)</td>"
                : "<td\(number) data-label=\"\(column.title)\">\(cell)</td>"
        }
    }

    static let samples: [Sample] = {
        let columns = [Column("Việc"), Column("Tình trạng"), Column("Hạn", isNumber: true)]
        return [
            Sample(
                "Thường",
                cards(
                    "Mẫu việc", columns,
                    [
                        [
                            "<a href=\"#\">Bổ sung trụ nước tại khu dân cư</a>",
                            Tag.state("Quá hạn 4 ngày", .danger), "16/11",
                        ],
                        [
                            "<a href=\"#\">\(Sample.longWords)</a>",
                            Tag.state("Có nguy cơ", .warn), "24/11",
                        ],
                    ]))
        ]
    }()
}
