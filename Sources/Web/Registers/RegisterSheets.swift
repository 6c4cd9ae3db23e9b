import Documents
import Domain
import Storage

/// The records of a register as a table to be written as a sheet, and the template of one.
enum RegisterSheets {
    /// Rows of an export; the largest register of a ward has a tenth.
    static let rowsMax = SheetFile.rowsMax

    static func table(
        _ register: RegisterDescription, _ records: [Record], names: CellNames
    ) -> SheetTable {
        SheetTable(
            title: register.title,
            columns: [.init(SheetColumns.identifierHead, width: 14)]
                + columns(register.fields),
            rows: records.map { record in
                [.text(record.id)]
                    + register.fields.map { value(record.cells[$0.key] ?? .empty, $0, names) }
            })
    }

    /// Heads alone, with a second sheet that says what each column takes.
    static func template(_ register: RegisterDescription) -> [SheetTable] {
        let guide = register.entered.map { field in
            [
                SheetTable.Value.text(field.heading),
                .text(field.isRequired ? "Bắt buộc" : field.wanted == nil ? "" : "Nên có"),
                .text(RegisterSheets.expected(field)), .text(field.hint ?? ""),
                .text(field.source ?? ""),
            ]
        }
        return [
            SheetTable(title: register.title, columns: columns(register.entered), rows: []),
            SheetTable(
                title: "Hướng dẫn",
                columns: [
                    .init("Cột", width: 32), .init("Cần", width: 12), .init("Nhập gì", width: 60),
                    .init("Gợi ý", width: 50), .init("Theo", width: 40),
                ], rows: guide),
        ]
    }

    private static func columns(_ fields: [any FieldDescription]) -> [SheetTable.Column] {
        fields.map { field in
            var choices: [String] = []
            if case .choice(let found) = field.control { choices = found.map(\.title) }
            if case .flag = field.control { choices = ["Có", "Không"] }
            let width =
                switch field.control {
                case .lines, .shape: 40
                case .line: 28
                case .unit, .record, .choice, .moment: 22
                case .integer, .real, .day, .flag: 14
                }
            return SheetTable.Column(field.heading, width: width, choices: choices)
        }
    }

    private static func expected(_ field: any FieldDescription) -> String {
        switch field.control {
        case .choice(let choices): "Một trong: " + choices.map(\.title).joined(separator: "; ")
        case .flag: "Có hoặc Không"
        case .unit(let isGroup): isGroup ? "Tên tổ dân phố của phường" : "Tên đơn vị của phường"
        case .record(let name): "Tên mục có trong sổ \(Registers.named(name)?.title ?? name)"
        case .day: "Ngày, như 21/11/2026"
        case .moment: "Giờ và ngày, như 15:40 21/11/2026"
        case .integer: "Số nguyên"
        case .real: "Số, dấu phẩy cho phần thập phân"
        case .shape(.line): "Chữ WKT: LINESTRING (kinh độ vĩ độ, kinh độ vĩ độ, …)"
        case .shape(.area): "Chữ WKT: POLYGON ((kinh độ vĩ độ, kinh độ vĩ độ, …))"
        case .line, .lines: "Chữ"
        }
    }

    private static func value(
        _ cell: Cell, _ field: any FieldDescription, _ names: CellNames
    ) -> SheetTable.Value {
        switch (cell, field.control) {
        case (.empty, _): .empty
        case (.text(let text), .unit), (.text(let text), .record): .text(names[text]?.full ?? "")
        case (.text(let text), .day): Day(iso: text).map(SheetTable.Value.day) ?? .text(text)
        case (.integer(let number), .integer): .number(Double(number))
        case (.real(let number), _): .number(number)
        case (_, .choice), (_, .flag), (_, .moment): .text(field.shown(cell))
        default: .text(cell.plain)
        }
    }

    /// The records as GeoJSON (RFC 7946), each where it lies: a line or an area, or else a point.
    static func geoJSON(
        _ register: RegisterDescription, _ records: [Record], names: CellNames
    ) throws -> [UInt8] {
        try GeoJSON.collection(
            records.map { record in
                let geometry = register.geometry(of: record.cells)
                var properties: [String: GeoJSON.Value] = ["id": .text(record.id)]
                for field in register.fields where !isWithin(geometry, field) {
                    switch value(record.cells[field.key] ?? .empty, field, names) {
                    case .empty: continue
                    case .text(let text): properties[field.key] = .text(text)
                    case .number(let number): properties[field.key] = .number(number)
                    case .day(let day): properties[field.key] = .text(day.iso)
                    }
                }
                return GeoJSON.Feature(geometry, properties: properties)
            })
    }

    /// Whether a feature's geometry says what the field holds.
    private static func isWithin(
        _ geometry: Geometry?, _ field: any FieldDescription
    ) -> Bool {
        if case .shape = field.control { return true }
        guard case .point? = geometry else { return false }
        return field.key == Domain.Place.latitudeKey || field.key == Domain.Place.longitudeKey
    }
}
