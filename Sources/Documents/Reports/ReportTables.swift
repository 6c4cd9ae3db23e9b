package import Domain

/// The tables of a report as sheets: its figures, then every table of its text.
package enum ReportTables {
    package static func sheets(
        of document: AdministrativeDocument, figures: [ReportFigure]
    ) -> [SheetTable] {
        var names: Set<String> = []
        func named(_ title: String) -> String {
            var name = String(title.prefix(nameLength))
            var count = 1
            while !names.insert(name.lowercased()).inserted {
                count += 1
                name = "\(title.prefix(nameLength - 4)) (\(count))"
            }
            return name
        }
        let own =
            figures.isEmpty
            ? []
            : [
                SheetTable(
                    title: named("Số liệu"),
                    columns: [
                        .init("Nội dung", width: 48), .init("Đơn vị"), .init("Trong kỳ"),
                        .init("Cùng kỳ năm trước"), .init("Nhập tay", width: 40),
                    ],
                    rows: figures.map { figure in
                        [
                            .text(figure.name), .text(figure.unit), number(figure.value),
                            number(figure.previous), figure.note.map { .text($0) } ?? .empty,
                        ]
                    })
            ]
        let blocks = document.body + document.appendices.flatMap(\.body)
        let tables =
            own
            + blocks.compactMap { block -> SheetTable? in
                if case .table(let table) = block {
                    sheet(table, named(table.summary))
                } else {
                    nil
                }
            }
        // A workbook has one sheet at least.
        return tables.isEmpty
            ? [SheetTable(title: "Báo cáo", columns: [.init(document.title, width: 60)], rows: [])]
            : tables
    }

    /// Excel's limit, with room for a number behind.
    private static let nameLength = 27

    private static func number(_ value: Double?) -> SheetTable.Value {
        value.map { .number($0) } ?? .empty
    }

    private static func sheet(_ table: DocumentTable, _ title: String) -> SheetTable {
        let shares = table.columns.map(\.share).reduce(0, +)
        return SheetTable(
            title: title,
            columns: table.columns.map {
                .init($0.title, width: max(8, Int(($0.share / shares * widthAll).rounded())))
            },
            rows: table.rows.map { row in
                switch row {
                case .group(let title): return [.text(title)]
                case .cells(let cells):
                    return zip(cells, table.columns).map { cell, column in
                        // Numbers stand right; what is none, as a dash, stays a word.
                        if column.alignment == .right, let value = Double(vietnamese: cell.plain) {
                            return .number(value)
                        }
                        return cell.isEmpty ? .empty : .text(cell.plain)
                    }
                }
            })
    }

    /// Characters over all columns of a table.
    private static let widthAll = 120.0
}
